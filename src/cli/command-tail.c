/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "input.h"
#include "masker.h"
#include "masking.h"
#include "output.h"

static CommandStatus
print_stream (GInputStream *stream)
{
  g_autoptr (GError) error = NULL;

  return output_stream (stream, &error) ? output_finish () : command_fail (COMMAND_FAILED, "%s", error->message);
}

/* "-n5" and "-5", as tail takes them, as "-n" and "5". */
static GPtrArray *
split_numbers (int    argc,
               char **argv)
{
  GPtrArray *split = g_ptr_array_new_with_free_func (g_free);
  gboolean are_options = TRUE;
  gboolean is_value = TRUE;

  for (int i = 0; i < argc; i++) {
    are_options = are_options && !g_str_equal (argv[i], "--");
    if (are_options && !is_value && g_regex_match_simple ("^-n?[0-9]+$", argv[i], 0, 0)) {
      g_ptr_array_add (split, g_strdup ("-n"));
      g_ptr_array_add (split, g_strdup (argv[i] + (argv[i][1] == 'n' ? 2 : 1)));
    } else {
      g_ptr_array_add (split, g_strdup (argv[i]));
    }
    is_value = g_str_equal (argv[i], "-n") || g_str_equal (argv[i], "--lines") ||
               g_str_equal (argv[i], "--profile");
  }
  g_ptr_array_add (split, NULL);

  return split;
}

CommandStatus
command_tail (int          argc,
              char       **argv,
              const char  *profile)
{
  g_autoptr (GPtrArray) split = split_numbers (argc, argv);
  /* Parsing takes it apart. */
  g_autofree char **words = g_memdup2 (split->pdata, split->len * sizeof (char *));
  g_autofree char *number = NULL;
  gboolean mask = FALSE;
  const GOptionEntry options[] = {
    { "lines", 'n', 0, G_OPTION_ARG_STRING, &number,
      N_("How many lines (default: the profile’s)"), N_("N") },
    { "mask", 0, 0, G_OPTION_ARG_NONE, &mask, N_("Mask secrets"), NULL },
    { NULL }
  };
  g_auto (Arguments) arguments = { NULL };
  g_autoptr (JobLog) log = NULL;
  g_autoptr (GInputStream) stream = NULL;
  guint64 n_lines = 0;
  gint64 first;
  gint64 last;

  if (!arguments_parse (&arguments, N_("Prints the last lines of the clean log."), profile,
                        options, (int) split->len - 1, words))
    return COMMAND_WRONG_USAGE;
  if (number != NULL && !g_ascii_string_to_unsigned (number, 10, 0, G_MAXINT64, &n_lines, NULL))
    return command_fail (COMMAND_WRONG_USAGE, _("tail: -n needs a number of lines, as in “-n 525”, not “%s”"),
                         number);

  log = input_read_log (&arguments, JOB_LOG_READ_LINES);
  if (log == NULL)
    return COMMAND_FAILED;

  if (number == NULL) {
    g_autoptr (Profile) used = input_load_profile (&arguments, log);

    if (used == NULL)
      return COMMAND_FAILED;
    n_lines = (guint64) profile_get_tail (used);
  }

  last = log_store_get_n_lines (job_log_get_store (log));
  if (mask) {
    masking_follow_settings ();
    masking_print_warnings ();
  }
  first = MAX (1, last - MIN ((gint64) n_lines, last) + 1);
  stream = mask ? masker_open_range (job_log_get_store (log), first, 0, last, G_MAXSIZE, G_MAXSIZE)
                : log_store_open_range (job_log_get_store (log), first, last);

  return print_stream (stream);
}
