/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "trace-files.h"

#define MAX_FILES 20
#define MAX_LINES 2000
#define MAX_LINE  4096

#define PATTERN "(?<path>[\\w./\\\\+-]*\\w\\.[A-Za-z]\\w{0,7})(?:\", line |:|\\()\\d"

typedef struct {
  GPtrArray *files;
  GRegex    *regex;
} Reading;

static gboolean
line_is_read (gint64      number,
              const char *text,
              gsize       length,
              gpointer    user_data)
{
  Reading *reading = user_data;
  g_autofree char *line = g_utf8_make_valid (text, MIN (length, MAX_LINE));
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (reading->regex, line, 0, &match);
  for (; reading->files->len < MAX_FILES && g_match_info_matches (match); g_match_info_next (match, NULL)) {
    g_autofree char *path = g_match_info_fetch_named (match, "path");

    if (!g_ptr_array_find_with_equal_func (reading->files, path, g_str_equal, NULL))
      g_ptr_array_add (reading->files, g_steal_pointer (&path));
  }

  return reading->files->len < MAX_FILES;
}

static void
read_range (Reading *reading,
            JobLog  *log,
            gint64   first,
            gint64   last)
{
  if (first > 0)
    log_store_foreach (job_log_get_store (log), first, MIN (last, first + MAX_LINES), line_is_read, reading);
}

GStrv
trace_files_read (JobLog        *log,
                  const Failure *failure)
{
  g_autoptr (GRegex) regex = g_regex_new (PATTERN, G_REGEX_OPTIMIZE, 0, NULL);
  Reading reading = { g_ptr_array_new (), regex };

  read_range (&reading, log, failure->first_line, failure->last_line);
  if (failure->cause != NULL)
    read_range (&reading, log, failure->cause->first_line, failure->cause->last_line);
  g_ptr_array_add (reading.files, NULL);

  return (GStrv) g_ptr_array_free (reading.files, FALSE);
}
