/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "ci-format.h"
#include "cleaner.h"
#include "input.h"
#include "masker.h"
#include "masking.h"
#include "output.h"

#define CHUNK_SIZE (256 * 1024)

typedef struct {
  Masker  *masker;      /* NULL: the log as it is */
  GString *parts;       /* of a line that comes cut: a secret may stand where it was */
  GString *masked;
} Cleaning;

static void
write_masked (Cleaning   *cleaning,
              const Line *line)
{
  g_string_append_len (cleaning->parts, line->text, line->length);
  if (line->is_cut)
    return;

  g_string_truncate (cleaning->masked, 0);
  masker_push (cleaning->masker, cleaning->parts->str, cleaning->parts->len, cleaning->masked);
  output_write (cleaning->masked->str, cleaning->masked->len);
  g_string_truncate (cleaning->parts, 0);
}

static void
got_line (const Line *line,
          gpointer    user_data)
{
  Cleaning *cleaning = user_data;

  if (cleaning->masker != NULL) {
    write_masked (cleaning, line);
    return;
  }

  output_write (line->text, line->length);
  if (!line->is_cut)
    output_write ("\n", 1);
}

/* Writes what the masker kept, until it would know what it is. */
static void
finish_masking (Cleaning *cleaning)
{
  if (cleaning->masker == NULL)
    return;

  g_string_truncate (cleaning->masked, 0);
  masker_finish (cleaning->masker, cleaning->masked);
  output_write (cleaning->masked->str, cleaning->masked->len);
}

/* Whether the first BYTES are those of a log. */
static gboolean
check_start (const char    *name,
             const guint8  *bytes,
             gsize          length,
             GError       **error)
{
  if (length == 0)
    return log_source_set_error (name, LOG_SOURCE_ERROR_EMPTY, error);
  if (log_source_looks_binary (bytes, length))
    return log_source_set_error (name, LOG_SOURCE_ERROR_NOT_TEXT, error);

  return TRUE;
}

static gboolean
clean_source (LogSource  *source,
              Cleaner    *cleaner,
              GError    **error)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK_SIZE);
  gssize length = g_input_stream_read (source->stream, chunk, CHUNK_SIZE, NULL, error);

  if (length >= 0 && !check_start (source->name, chunk, (gsize) length, error))
    return FALSE;

  while (length > 0) {
    g_autofree char *part = log_source_take_part (source);

    if (part != NULL)
      cleaner_start_part (cleaner, part);
    cleaner_push (cleaner, chunk, (gsize) length);
    output_flush ();
    length = g_input_stream_read (source->stream, chunk, CHUNK_SIZE, NULL, error);
  }
  cleaner_finish (cleaner);

  return length == 0;
}

static void
got_pause (gpointer user_data)
{
  cleaner_flush (user_data);
  output_flush ();
}

CommandStatus
command_clean (int          argc,
               char       **argv,
               const char  *profile)
{
  gboolean follow = FALSE;
  gboolean mask = FALSE;
  const GOptionEntry options[] = {
    { "follow", 'f', 0, G_OPTION_ARG_NONE, &follow,
      N_("Go on as the log grows, until interrupted"), NULL },
    { "mask", 0, 0, G_OPTION_ARG_NONE, &mask, N_("Mask secrets"), NULL },
    { NULL }
  };
  g_auto (Arguments) arguments = { NULL };
  g_autoptr (LogSource) source = NULL;
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CiFormats) formats = NULL;
  g_autoptr (Masker) masker = NULL;
  g_autoptr (GString) parts = g_string_new (NULL);
  g_autoptr (GString) masked = g_string_new (NULL);
  g_autoptr (Cleaner) cleaner = NULL;
  g_autoptr (GError) error = NULL;
  Cleaning cleaning;
  gboolean is_done;

  if (!arguments_parse (&arguments, N_("Prints the clean log."), profile, options, argc, argv))
    return COMMAND_WRONG_USAGE;

  source = follow ? input_follow_log (&arguments) : input_open_log (&arguments);
  if (source == NULL)
    return COMMAND_FAILED;

  formats = ci_formats_load (warnings);
  command_warn_all (warnings);
  if (mask)
    masking_follow_settings ();
  masker = mask ? masker_new () : NULL;
  if (mask)
    masking_print_warnings ();
  cleaning = (Cleaning) { masker, parts, masked };
  cleaner = cleaner_new (formats, got_line, &cleaning);
  cleaner_set_text_only (cleaner);
  log_source_set_pause_func (source, got_pause, cleaner);

  is_done = clean_source (source, cleaner, &error);
  finish_masking (&cleaning);
  if (!is_done) {
    output_finish ();
    return input_fail (error);
  }

  return output_finish ();
}
