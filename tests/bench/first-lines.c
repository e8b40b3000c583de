/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cleaner.h"
#include "log-source.h"

/* usage: first-lines FILE
 *
 * Prints the milliseconds from before FILE is opened until its first 100 clean lines came, or all
 * of them where it has less. The CI formats are loaded before, as any program does at its start.
 */

#define CHUNK_SIZE (256 * 1024)
#define N_LINES 100

typedef struct {
  guint  n_lines;
  gint64 reached;   /* when the last of them came, in microseconds; 0 until then */
} Progress;

static void
got_line (const Line *line,
          gpointer    user_data)
{
  Progress *progress = user_data;

  if (++progress->n_lines == N_LINES)
    progress->reached = g_get_monotonic_time ();
}

static gboolean
read_first_lines (GFile     *file,
                  Cleaner   *cleaner,
                  Progress  *progress,
                  GError   **error)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK_SIZE);
  g_autoptr (LogSource) source = log_source_open_file (file, NULL, error);
  gssize length = 0;

  if (source == NULL)
    return FALSE;

  while (progress->reached == 0 &&
         (length = g_input_stream_read (source->stream, chunk, CHUNK_SIZE, NULL, error)) > 0)
    cleaner_push (cleaner, chunk, (gsize) length);

  if (progress->reached == 0) {
    cleaner_finish (cleaner);
    progress->reached = g_get_monotonic_time ();
  }

  return length >= 0;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (CiFormats) formats = ci_formats_load (NULL);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  Progress progress = { 0 };
  g_autoptr (Cleaner) cleaner = cleaner_new (formats, got_line, &progress);
  gint64 started;

  if (argc != 2) {
    g_printerr ("usage: first-lines FILE\n");
    return 2;
  }

  file = g_file_new_for_commandline_arg (argv[1]);
  started = g_get_monotonic_time ();
  if (!read_first_lines (file, cleaner, &progress, &error)) {
    g_printerr ("first-lines: %s\n", error->message);
    return 1;
  }
  g_print ("%.3f\n", (double) (progress.reached - started) / 1000);

  return 0;
}
