/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>
#include <unistd.h>

#include "job-log.h"
#include "lines.h"

static JobLog *
new_log (const char *name)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JobLogContext) context = job_log_context_new (warnings);

  g_assert_cmpuint (warnings->len, ==, 0);

  return job_log_new (context, name);
}

static gboolean
read_text (JobLog           *log,
           const char       *text,
           gssize            length,
           JobLogReadFlags   flags,
           GCancellable     *cancellable,
           GError          **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, length, NULL);
  g_autoptr (LogSource) source = log_source_new (stream, "pasted text", -1);

  return job_log_read (log, source, flags, cancellable, error);
}

static void
test_read (void)
{
  g_autoptr (JobLog) log = new_log ("ci_build_7_some-job.log");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (Findings) findings = NULL;
  g_autoptr (JobFacts) facts = NULL;
  goffset n_read, n_total;

  g_assert_false (job_log_is_complete (log));
  g_assert_true (read_text (log,
                            "\033_bk;t=1\007~~~ Running commands\n"
                            "\033_bk;t=2\007\033[31mFAILED\033[0m x.py::t - assert 0\n", -1,
                            JOB_LOG_READ_DEFAULT, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (job_log_is_complete (log));
  g_assert_cmpint (log_store_get_n_lines (job_log_get_store (log)), ==, 2);
  g_assert_cmpstr (job_log_get_ci (log), ==, "buildkite");
  g_assert_cmpstr (job_log_get_name (log), ==, "ci_build_7_some-job.log");
  sections = job_log_get_sections (log);
  g_assert_cmpuint (sections->len, ==, 1);
  findings = job_log_get_findings (log);
  check_failure (findings, 0, "failed", "x.py::t", "", "assert 0");
  facts = job_log_get_facts (log);
  g_assert_cmpstr (facts->job, ==, "some-job");
  job_log_get_progress (log, &n_read, &n_total);
  g_assert_cmpint (n_read, >, 60);
  g_assert_cmpint (n_total, ==, -1);
}

static void
test_lines_alone (void)
{
  static const char text[] = "FAILED x.py::t - assert 0\n=== 1 failed in 0.1s ===\n";
  g_autoptr (JobLog) log = new_log (NULL);
  g_autoptr (Findings) findings = NULL;

  g_assert_true (read_text (log, text, strlen (text), JOB_LOG_READ_LINES, NULL, NULL));
  findings = job_log_get_findings (log);
  g_assert_cmpuint (findings->failures->len, ==, 0);
  g_assert_cmpint (log_store_get_n_lines (job_log_get_store (log)), ==, 2);
  g_assert_true (job_log_is_complete (log));
}

static void
test_findings_alone (void)
{
  static const char text[] = "$ pytest\nFAILED x.py::t - assert 0\n=== 1 failed in 0.1s ===\n";
  g_autoptr (JobLog) log = new_log (NULL);
  g_autoptr (Findings) findings = NULL;

  g_assert_true (read_text (log, text, strlen (text), JOB_LOG_READ_FINDINGS, NULL, NULL));
  findings = job_log_get_findings (log);
  check_failure (findings, 0, "failed", "x.py::t", "", "assert 0");
  g_assert_cmpint (log_store_get_n_lines (job_log_get_store (log)), ==, 0);
  g_assert_cmpint (job_log_get_n_lines (log), ==, 3);
  g_assert_true (job_log_is_complete (log));
}

static void
test_errors (void)
{
  static const char binary[] = "\0\1\2\3\0\1\2\3\0\1\2\3\0\1\2\3\0\1\2\3\0\1\2\3\0\1\2\3";
  g_autoptr (JobLog) empty = new_log (NULL);
  g_autoptr (JobLog) not_text = new_log (NULL);
  g_autoptr (JobLog) anything = new_log (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (read_text (empty, "", 0, JOB_LOG_READ_DEFAULT, NULL, &error));
  g_assert_error (error, LOG_SOURCE_ERROR, LOG_SOURCE_ERROR_EMPTY);
  g_clear_error (&error);
  g_assert_false (read_text (not_text, binary, sizeof (binary), JOB_LOG_READ_DEFAULT, NULL,
                             &error));
  g_assert_error (error, LOG_SOURCE_ERROR, LOG_SOURCE_ERROR_NOT_TEXT);
  g_clear_error (&error);
  g_assert_false (job_log_is_complete (not_text));
  g_assert_true (read_text (anything, binary, sizeof (binary), JOB_LOG_READ_ANYTHING, NULL,
                            &error));
  g_assert_no_error (error);
}

static void
test_cancel (void)
{
  g_autoptr (JobLog) log = new_log (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (read_text (log, "one\n", -1, JOB_LOG_READ_DEFAULT, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (job_log_is_complete (log));
}

typedef struct {
  JobLog *log;
  int     fd;
} Pipe;

static gpointer
follow_pipe (gpointer data)
{
  Pipe *pipe = data;
  g_autoptr (LogSource) source = log_source_follow_fd (pipe->fd, "pipe", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (job_log_read (pipe->log, source, JOB_LOG_READ_DEFAULT, NULL, &error));
  g_assert_no_error (error);

  return NULL;
}

/* What is there is shown while more is waited for. */
static void
test_follow (void)
{
  static const char text[] = "1\n2\n3\n4\n5\n";
  g_autoptr (JobLog) log = new_log (NULL);
  GThread *reader;
  Pipe reading;
  int fds[2];

  g_assert_cmpint (pipe (fds), ==, 0);
  g_assert_false (job_log_has_waited (log));
  reading = (Pipe) { log, fds[0] };
  reader = g_thread_new ("reader", follow_pipe, &reading);
  g_assert_cmpint (write (fds[1], text, strlen (text)), ==, (gssize) strlen (text));
  while (!job_log_has_waited (log) || log_store_get_n_lines (job_log_get_store (log)) < 5)
    g_usleep (1000);
  g_assert_false (job_log_is_complete (log));

  close (fds[1]);
  g_thread_join (reader);
  g_assert_true (job_log_is_complete (log));
}

static gpointer
look_at (gpointer data)
{
  JobLog *log = data;

  while (!job_log_is_complete (log)) {
    g_autoptr (Findings) findings = job_log_get_findings (log);
    g_autoptr (JobFacts) facts = job_log_get_facts (log);
    g_autoptr (GPtrArray) sections = job_log_get_sections (log);

    g_assert_cmpstr (facts->job, ==, "");
    g_assert_cmpuint (findings->failures->len, <=, 1);
    g_assert_cmpuint (sections->len, <=, 1);
    g_usleep (100);
  }

  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (JobLog) log = new_log (NULL);
  g_autoptr (GString) text = g_string_new ("~~~ Running commands\nFAILED x.py::t - assert 0\n");
  GThread *thread = g_thread_new ("viewer", look_at, log);

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "line %u of what a test has printed\n", i);
  g_assert_true (read_text (log, text->str, text->len, JOB_LOG_READ_DEFAULT, NULL, NULL));
  g_thread_join (thread);
}

/* The log of issue-example: both tests, and what each of them follows from. */
static void
test_corpus (void)
{
  const char *corpus = g_getenv ("CULPRIT_CORPUS");
  g_autofree char *path = g_build_filename (corpus != NULL ? corpus : "", "vllm",
                                            "raw_log_64854_elastic_ep_scaling.log.xz", NULL);
  g_autofree char *quoted = g_shell_quote (path);
  g_autofree char *command = g_strconcat ("xz -dc ", quoted, NULL);
  g_autofree char *text = NULL;
  g_autoptr (JobLog) log = new_log ("raw_log_64854_elastic_ep_scaling.log");
  g_autoptr (Findings) findings = NULL;
  g_autoptr (JobFacts) facts = NULL;
  const FailureCause *cause;

  if (corpus == NULL || !g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_test_skip ("CULPRIT_CORPUS does not name the folder of the corpus");
    return;
  }

  g_assert_true (g_spawn_command_line_sync (command, &text, NULL, NULL, NULL));
  g_assert_true (read_text (log, text, -1, JOB_LOG_READ_DEFAULT, NULL, NULL));
  g_assert_cmpint (log_store_get_n_lines (job_log_get_store (log)), ==, 2301);
  findings = job_log_get_findings (log);
  g_assert_cmpuint (findings->failures->len, ==, 2);
  g_assert_cmpint (findings->claimed, ==, 2);
  check_failure (findings, 0, "failed", "distributed/test_elastic_ep.py::test_elastic_ep_scaling",
                 "AssertionError", "assert False");
  check_lines (findings, 0, 2292, 2248, 2254);
  cause = get_failure (findings, 0)->cause;
  g_assert_nonnull (cause);
  g_assert_cmpstr (cause->exception, ==, "ValueError");
  g_assert_cmpstr (cause->process, ==, "DPMoEEngineCoreActor pid=18989");
  g_assert_cmpint (cause->first_line, ==, 635);
  g_assert_cmpint (cause->line, ==, 665);
  check_lines (findings, 1, 2294, 2255, 2294);
  cause = get_failure (findings, 1)->cause;
  g_assert_nonnull (cause);
  g_assert_cmpstr (cause->exception, ==, "AssertionError");
  g_assert_cmpstr (cause->process, ==, "Worker_DP2_EP2 pid=37847");
  g_assert_cmpint (cause->line, ==, 1453);
  facts = job_log_get_facts (log);
  g_assert_cmpstr (facts->job, ==, "Elastic EP Scaling Test");
  g_assert_cmpstr (facts->branch, ==, "atalman:release_212_tests");
  g_assert_cmpstr (facts->command, ==, "pytest -v -s distributed/test_elastic_ep.py");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/job-log/read", test_read);
  g_test_add_func ("/failures/job-log/lines-alone", test_lines_alone);
  g_test_add_func ("/failures/job-log/findings-alone", test_findings_alone);
  g_test_add_func ("/failures/job-log/errors", test_errors);
  g_test_add_func ("/failures/job-log/cancel", test_cancel);
  g_test_add_func ("/failures/job-log/follow", test_follow);
  g_test_add_func ("/failures/job-log/threads", test_threads);
  g_test_add_func ("/failures/job-log/corpus", test_corpus);

  return g_test_run ();
}
