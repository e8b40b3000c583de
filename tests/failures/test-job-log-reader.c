/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>
#include <unistd.h>

#include "job-log.h"

typedef struct {
  JobLog *log;
  int     fd;
} Pipe;

static gpointer
follow_pipe (gpointer data)
{
  Pipe *pipe = data;
  g_autoptr (LogSource) source = log_source_follow_fd (pipe->fd, "pipe", NULL);

  g_assert_true (job_log_read (pipe->log, source, JOB_LOG_READ_DEFAULT, NULL, NULL));

  return NULL;
}

static void
write_text (int         fd,
            const char *text)
{
  g_assert_cmpint (write (fd, text, strlen (text)), ==, (gssize) strlen (text));
}

static guint
count_failures (JobLog *log)
{
  g_autoptr (Findings) findings = job_log_get_findings (log);

  return findings->failures->len;
}

/* What failed is known while more is waited for, and whoever looked before can tell. */
static void
test_failures_while_it_waits (void)
{
  g_autoptr (JobLogContext) context = job_log_context_new (NULL);
  g_autoptr (JobLog) log = job_log_new (context, NULL);
  GThread *reader;
  Pipe reading;
  int fds[2];
  guint64 n_published;

  g_assert_cmpint (pipe (fds), ==, 0);
  reading = (Pipe) { log, fds[0] };
  reader = g_thread_new ("reader", follow_pipe, &reading);
  write_text (fds[1], "one\ntwo\nthree\nfour\nfive\n");
  while (!job_log_has_waited (log))
    g_usleep (1000);
  g_assert_cmpuint (count_failures (log), ==, 0);

  n_published = job_log_get_n_published (log);
  g_assert_cmpuint (n_published, >, 0);
  write_text (fds[1], "FAILED test_a.py::test_one - assert 1 == 2\n=== 1 failed in 0.03s ===\n");
  while (job_log_get_n_published (log) == n_published)
    g_usleep (1000);
  while (count_failures (log) == 0)
    g_usleep (1000);
  g_assert_false (job_log_is_complete (log));

  close (fds[1]);
  g_thread_join (reader);
  g_assert_cmpuint (count_failures (log), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/job-log-reader/failures-while-it-waits", test_failures_while_it_waits);

  return g_test_run ();
}
