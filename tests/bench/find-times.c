/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>
#include <time.h>

#include "job-log.h"
#include "log-find.h"

/* usage: find-times RUNS FILE [KIND:WORDS]…
 *
 * Reads FILE and looks RUNS times for WORDS as the window's find does, in turns; KIND has an r where they are a regular expression
 * and a c where case matters. Prints a line a run: "INDEX PROCESSOR FIRST LINES HITS": which of the WORDS, the processor's
 * seconds until all is counted, seconds by the clock until the first hit was there, lines with a hit, and hits. */

#define LOOK_INTERVAL 100        /* microseconds */

typedef struct {
  LogFind *find;
  double   processor;
  gint     has_ended;
} Looking;

static double
get_thread_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static gpointer
look (gpointer data)
{
  Looking *looking = data;
  double before = get_thread_time ();

  log_find_run (looking->find, NULL);
  looking->processor = get_thread_time () - before;
  g_atomic_int_set (&looking->has_ended, TRUE);

  return NULL;
}

static gint64
count_lines (LogFind *find)
{
  gint64 n = 0;

  for (gint64 line = log_find_get_next (find, 0, 1); line != 0; line = log_find_get_next (find, line, 1))
    n++;

  return n;
}

static void
measure (LogStore    *store,
         int          index,
         FindPattern *pattern)
{
  g_autoptr (LogFind) find = log_find_new (store, pattern);
  Looking looking = { .find = find };
  gint64 started = g_get_monotonic_time ();
  GThread *thread = g_thread_new ("look", look, &looking);

  while (log_find_get_n_hits (find) == 0 && !g_atomic_int_get (&looking.has_ended))
    g_usleep (LOOK_INTERVAL);
  started = g_get_monotonic_time () - started;
  g_thread_join (thread);

  g_print ("%d %.6f %.6f %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", index, looking.processor,
           (double) started / G_USEC_PER_SEC, count_lines (find), log_find_get_n_hits (find));
}

static FindPattern *
make_pattern (const char  *argument,
              GError     **error)
{
  FindFlags flags = FIND_DEFAULT;

  for (; *argument != '\0' && *argument != ':'; argument++)
    flags |= *argument == 'r' ? FIND_REGEX : FIND_MATCH_CASE;

  return find_pattern_new (*argument != '\0' ? argument + 1 : argument, flags, error);
}

static gboolean
measure_all (LogStore  *store,
             int        n_runs,
             char     **arguments,
             GError   **error)
{
  for (int run = 0; run < n_runs; run++)
    for (int i = 0; arguments[i] != NULL; i++) {
      g_autoptr (FindPattern) pattern = make_pattern (arguments[i], error);

      if (pattern == NULL)
        return FALSE;
      measure (store, i, pattern);
    }

  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (JobLogContext) context = job_log_context_new (NULL);
  g_autoptr (JobLog) log = job_log_new (context, "log");
  g_autoptr (LogSource) source = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (argc < 3) {
    g_printerr ("usage: find-times RUNS FILE [KIND:WORDS]…\n");
    return 2;
  }
  file = g_file_new_for_commandline_arg (argv[2]);
  source = log_source_open_file (file, NULL, &error);
  if (source == NULL || !job_log_read (log, source, JOB_LOG_READ_LINES, NULL, &error)
      || !measure_all (job_log_get_store (log), atoi (argv[1]), argv + 3, &error)) {
    g_printerr ("find-times: %s\n", error->message);
    return 1;
  }

  return 0;
}
