/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "input.h"
#include "masker.h"
#include "masking.h"
#include "output.h"

#define CHUNK_SIZE (256 * 1024)

static CommandStatus
print_stream (GInputStream *stream)
{
  g_autofree char *chunk = g_malloc (CHUNK_SIZE);
  g_autoptr (GError) error = NULL;
  gssize length;

  while ((length = g_input_stream_read (stream, chunk, CHUNK_SIZE, NULL, &error)) > 0)
    output_write (chunk, (gsize) length);
  if (length < 0)
    return command_fail (COMMAND_FAILED, "%s", error->message);

  return output_finish ();
}

CommandStatus
command_tail (int          argc,
              char       **argv,
              const char  *profile)
{
  gint64 n_lines = -1;
  gboolean mask = FALSE;
  const GOptionEntry options[] = {
    { "lines", 'n', 0, G_OPTION_ARG_INT64, &n_lines,
      N_("How many lines (default: the profile’s)"), N_("N") },
    { "mask", 0, 0, G_OPTION_ARG_NONE, &mask, N_("Mask secrets"), NULL },
    { NULL }
  };
  g_auto (Arguments) arguments = { NULL };
  g_autoptr (JobLog) log = NULL;
  g_autoptr (GInputStream) stream = NULL;
  gint64 first;
  gint64 last;

  if (!arguments_parse (&arguments, N_("Prints the last lines of the clean log."), profile,
                        options, argc, argv))
    return COMMAND_WRONG_USAGE;
  if (n_lines < -1)
    return command_fail (COMMAND_WRONG_USAGE, _("tail: the number of lines cannot be negative"));

  log = input_read_log (&arguments, JOB_LOG_READ_LINES);
  if (log == NULL)
    return COMMAND_FAILED;

  if (n_lines == -1) {
    g_autoptr (Profile) used = input_load_profile (&arguments, log);

    if (used == NULL)
      return COMMAND_FAILED;
    n_lines = profile_get_tail (used);
  }

  last = log_store_get_n_lines (job_log_get_store (log));
  if (mask)
    masking_print_warnings ();
  first = MAX (1, last - MIN (n_lines, last) + 1);
  stream = mask ? masker_open_range (job_log_get_store (log), first, 0, last, G_MAXSIZE)
                : log_store_open_range (job_log_get_store (log), first, last);

  return print_stream (stream);
}
