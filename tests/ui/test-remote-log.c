/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "remote-log.h"

static void
expect_name (const char *url,
             const char *name)
{
  g_autoptr (RemoteLog) remote = remote_log_new_for_address (url, NULL);
  g_autoptr (RemoteLog) copy = NULL;
  g_autofree char *found = NULL;

  g_assert_nonnull (remote);
  copy = remote_log_copy (remote);
  found = remote_log_dup_name (copy);
  g_assert_cmpstr (found, ==, name);
  g_assert_cmpstr (remote_log_get_uri (copy), ==, url);
}

static void
test_names (void)
{
  expect_name ("https://buildkite.com/quill/ci/builds/1150", "quill/ci #1150");
  expect_name ("https://github.com/quill/quill/pull/77", "quill/quill #77");
  expect_name ("https://github.com/quill/quill/commit/0123456789abcdef0123456789abcdef01234567",
               "quill/quill 012345678");
  expect_name ("https://logs.quill.example/a/job.log?signature=1", "logs.quill.example/a/job.log");
  expect_name ("https://alice:word@logs.quill.example/job.log", "logs.quill.example/job.log");
}

static void
expect_kept (const char *url,
             gboolean    kept)
{
  g_autoptr (RemoteLog) remote = remote_log_new_for_address (url, NULL);

  g_assert_cmpint (remote_log_may_be_kept (remote), ==, kept);
}

/* What lets somebody in is not written down. */
static void
test_kept (void)
{
  expect_kept ("https://buildkite.com/quill/ci/builds/1150/steps/canvas?jid=018f", TRUE);
  expect_kept ("https://logs.quill.example/a/job.log", TRUE);
  expect_kept ("https://logs.quill.example/a/job.log?signature=1", FALSE);
  expect_kept ("https://alice:word@logs.quill.example/job.log", FALSE);
}

static void
test_no_address (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (remote_log_new_for_address ("https://two words", &error));
  g_assert_error (error, HTTP_ERROR, HTTP_ERROR_ADDRESS);
}

static void
test_job (void)
{
  g_autoptr (RemoteJob) job = remote_job_new ();
  g_autoptr (RemoteLog) remote = NULL;
  g_autofree char *without_name = NULL;
  g_autofree char *name = NULL;

  g_free (job->id);
  job->id = g_strdup ("17");
  remote = remote_log_new_for_job (job);
  without_name = remote_log_dup_name (remote);
  g_assert_cmpstr (without_name, ==, "17");

  g_free (remote->job->name);
  remote->job->name = g_strdup ("Unit Tests");
  name = remote_log_dup_name (remote);
  g_assert_cmpstr (name, ==, "Unit Tests");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/remote-log/names", test_names);
  g_test_add_func ("/remote-log/kept", test_kept);
  g_test_add_func ("/remote-log/no-address", test_no_address);
  g_test_add_func ("/remote-log/job", test_job);

  return g_test_run ();
}
