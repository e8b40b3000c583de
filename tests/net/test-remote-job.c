/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "remote-job.h"

static RemoteJob *
make_job (const char     *id,
          const char     *step,
          const char     *name,
          RemoteJobState  state,
          gint64          finished_at)
{
  RemoteJob *job = remote_job_new ();
  char **fields[] = { &job->id, &job->step, &job->name };
  const char *values[] = { id, step, name };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_free (*fields[i]);
    *fields[i] = g_strdup (values[i]);
  }
  job->service = SERVICE_BUILDKITE;
  job->state = state;
  job->finished_at = finished_at;

  return job;
}

static void
check_slug (const char *name,
            const char *expected)
{
  g_autofree char *slug = remote_job_dup_slug (name);

  g_assert_cmpstr (slug, ==, expected);
}

static void
test_slug (void)
{
  g_autofree char *tail = g_strnfill (5000, 'x');
  g_autofree char *slug = remote_job_dup_slug (tail);

  check_slug ("Elastic EP Scaling Test", "elastic-ep-scaling-test");
  check_slug (":rocket: Serving Test (2 GPUs)", "rocket-serving-test-2-gpus");
  check_slug ("Shard 1/2", "shard-1-2");
  check_slug ("--a--", "a");
  check_slug ("../../etc/passwd", "etc-passwd");
  check_slug ("\033[2J\n", "2j");
  check_slug ("\303\244\303\266", "");
  check_slug ("", "");
  g_assert_cmpuint (strlen (slug), <=, 255);
}

static void
test_has_slug (void)
{
  g_autoptr (RemoteJob) job = make_job ("a", "", "Page Tests 1/4", REMOTE_JOB_FAILED, 1);

  g_assert_true (remote_job_has_slug (job, "page-tests-1-4"));
  g_assert_false (remote_job_has_slug (job, "page-tests"));
  g_assert_false (remote_job_has_slug (job, ""));
  own_string_set (&job->label, "Page Tests");
  g_assert_true (remote_job_has_slug (job, "page-tests-1-4"));
  g_assert_true (remote_job_has_slug (job, "page-tests"));
  g_assert_false (remote_job_has_slug (job, "page-tests-2-4"));
}

static void
check_file_name (Service     service,
                 const char *pipeline,
                 const char *build,
                 const char *name,
                 const char *id,
                 const char *expected)
{
  g_autoptr (RemoteJob) job = make_job (id, "", name, REMOTE_JOB_FAILED, 1);
  g_autofree char *file_name = NULL;

  job->service = service;
  g_free (job->pipeline);
  job->pipeline = g_strdup (pipeline);
  g_free (job->build);
  job->build = g_strdup (build);
  file_name = remote_job_dup_file_name (job);
  if (expected != NULL)
    g_assert_cmpstr (file_name, ==, expected);
  g_assert_cmpuint (strlen (file_name), <, 200);
  g_assert_cmpuint (strspn (file_name, "abcdefghijklmnopqrstuvwxyz0123456789_-."), ==, strlen (file_name));
  g_assert_true (g_ascii_isalnum (*file_name));
}

static void
test_file_name (void)
{
  g_autofree char *tail = g_strnfill (5000, 'x');

  check_file_name (SERVICE_BUILDKITE, "ci", "12", "Store Tests", "0196a9d7-5c0e-4b6b", "ci_build_12_store-tests_0196a9d7.log");
  check_file_name (SERVICE_GITHUB, "quill", "9001", "unit (3.11)", "54321678902", "quill_build_9001_unit-3-11_21678902.log");
  check_file_name (SERVICE_GITHUB, "quill", "9001", "unit", "912", "quill_build_9001_unit_912.log");
  check_file_name (SERVICE_BUILDKITE, "", "", "", "", "ci_build_0_job_0.log");
  check_file_name (SERVICE_BUILDKITE, "../..", "-1", ".hidden\n", "/etc/passwd", "ci_build_1_hidden_etc-pass.log");
  check_file_name (SERVICE_BUILDKITE, tail, tail, tail, tail, NULL);
}

static void
test_copy (void)
{
  g_autoptr (RemoteJob) job = make_job ("a", "b", "c", REMOTE_JOB_SOFT_FAILED, 5);
  g_autoptr (RemoteJob) copy = remote_job_copy (job);

  g_assert_cmpstr (copy->name, ==, "c");
  g_assert_true (copy->name != job->name);
  g_assert_cmpstr (copy->branch, ==, "");
  g_assert_cmpint (copy->state, ==, REMOTE_JOB_SOFT_FAILED);
  g_assert_cmpint (copy->finished_at, ==, 5);
}

static void
test_counts (void)
{
  for (RemoteJobState state = REMOTE_JOB_PASSED; state <= REMOTE_JOB_SKIPPED; state++) {
    g_autoptr (RemoteJob) job = make_job ("a", "b", "c", state, 5);

    g_assert_cmpint (remote_job_counts (job), ==, state == REMOTE_JOB_FAILED);
    g_assert_cmpstr (remote_job_state_to_string (state), !=, "");
    g_assert_cmpint (remote_job_is_finished (job), ==, state != REMOTE_JOB_RUNNING);
    job->is_retried = TRUE;
    g_assert_false (remote_job_counts (job));
    job->finished_at = 0;
    g_assert_cmpint (remote_job_is_finished (job), ==, state == REMOTE_JOB_SKIPPED);
  }
}

/* Jobs, of which "*" marks those that another attempt followed. */
static void
check_retried (const char *expected,
               ...)
{
  g_autoptr (GPtrArray) jobs = g_ptr_array_new_with_free_func ((GDestroyNotify) remote_job_free);
  g_autoptr (GString) found = g_string_new (NULL);
  RemoteJob *job;
  va_list arguments;

  va_start (arguments, expected);
  while ((job = va_arg (arguments, RemoteJob *)) != NULL)
    g_ptr_array_add (jobs, job);
  va_end (arguments);
  remote_jobs_mark_retried (jobs);
  for (guint i = 0; i < jobs->len; i++) {
    job = g_ptr_array_index (jobs, i);
    g_string_append_printf (found, "%s%s", job->id, job->is_retried ? "*" : "");
  }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_retried (void)
{
  check_retried ("", NULL);
  check_retried ("a*b", make_job ("a", "s", "n", REMOTE_JOB_FAILED, 1), make_job ("b", "s", "n", REMOTE_JOB_PASSED, 2), NULL);
  check_retried ("ab*", make_job ("a", "s", "n", REMOTE_JOB_PASSED, 2), make_job ("b", "s", "n", REMOTE_JOB_FAILED, 1), NULL);
  check_retried ("a*b*c", make_job ("a", "s", "n", REMOTE_JOB_FAILED, 1), make_job ("b", "s", "n", REMOTE_JOB_FAILED, 2),
                 make_job ("c", "s", "n", REMOTE_JOB_FAILED, 3), NULL);
  /* What runs came last, wherever it is listed. */
  check_retried ("a*b", make_job ("a", "s", "n", REMOTE_JOB_FAILED, 9), make_job ("b", "s", "n", REMOTE_JOB_RUNNING, 0), NULL);
  check_retried ("ab*", make_job ("a", "s", "n", REMOTE_JOB_RUNNING, 0), make_job ("b", "s", "n", REMOTE_JOB_FAILED, 9), NULL);
  /* Jobs of one step that run side by side, and jobs without a step. */
  check_retried ("ab", make_job ("a", "s", "n 1/2", REMOTE_JOB_FAILED, 1), make_job ("b", "s", "n 2/2", REMOTE_JOB_FAILED, 2), NULL);
  check_retried ("ab", make_job ("a", "s", "n", REMOTE_JOB_FAILED, 1), make_job ("b", "t", "n", REMOTE_JOB_FAILED, 2), NULL);
  check_retried ("ab", make_job ("a", "", "n", REMOTE_JOB_FAILED, 1), make_job ("b", "", "n", REMOTE_JOB_FAILED, 2), NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/remote-job/slug", test_slug);
  g_test_add_func ("/net/remote-job/has-slug", test_has_slug);
  g_test_add_func ("/net/remote-job/file-name", test_file_name);
  g_test_add_func ("/net/remote-job/copy", test_copy);
  g_test_add_func ("/net/remote-job/counts", test_counts);
  g_test_add_func ("/net/remote-job/retried", test_retried);

  return g_test_run ();
}
