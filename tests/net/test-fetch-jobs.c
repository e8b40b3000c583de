/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "small-server.h"

#include "fetch.h"

#define OK    "HTTP/1.1 200 OK\r\n"
#define BUILD "/v2/organizations/quill/pipelines/ci/builds/12?include_retried_jobs=true"
#define PAGES "https://buildkite.quill.example/quill/ci/builds/12"

/* Ids, which differ in their last digit. */
#define UUID "01990000-0000-4000-8000-00000000000"

#define JOBS \
  "{\"number\": 12, \"jobs\": [{\"id\": \"" UUID "1\", \"name\": \"Page\", \"step_uuid\": \"" UUID "9\", \"state\": \"failed\", " \
  "\"retried_in_job_id\": \"" UUID "2\"}, {\"id\": \"" UUID "2\", \"name\": \"Page\", \"step_uuid\": \"" UUID "9\", \"state\": \"failed\"}, " \
  "{\"id\": \"" UUID "3\", \"name\": \"Ink\", \"state\": \"passed\"}, " \
  "{\"id\": \"" UUID "4\", \"name\": \"Roll\", \"state\": \"failed\", \"soft_failed\": true}]}"

static SmallServer *
start (void)
{
  SmallServer *server = small_server_new ();

  g_setenv ("CULPRIT_BUILDKITE_API_URL", small_server_get_url (server), TRUE);
  g_setenv ("CULPRIT_GITHUB_API_URL", small_server_get_url (server), TRUE);

  return server;
}

/* The jobs that TEXT, an address, leads to. */
static GPtrArray *
list (const char  *text,
      GError     **error)
{
  g_autoptr (Http) http = http_new ();
  g_autoptr (Address) address = address_parse (text, NULL);

  http_set_token (http, SERVICE_BUILDKITE_API, "token");
  http_set_token (http, SERVICE_GITHUB_API, NULL);

  return fetch_list_jobs (http, address, NULL, error);
}

/* The jobs as "name state id", of which the last digit, a line each. */
static void
check_jobs (GPtrArray  *jobs,
            const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_nonnull (jobs);
  for (guint i = 0; i < jobs->len; i++) {
    const RemoteJob *job = g_ptr_array_index (jobs, i);

    g_string_append_printf (text, "%s %s %s\n", job->name, remote_job_state_to_string (job->state), job->id + strlen (job->id) - 1);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
check_address (const char *text,
               const char *expected)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (GPtrArray) jobs = NULL;
  g_autoptr (GError) error = NULL;

  small_server_add (server, BUILD, OK, JOBS);
  jobs = list (text, &error);
  if (expected != NULL) {
    g_assert_no_error (error);
    check_jobs (jobs, expected);
  } else {
    g_assert_null (jobs);
    g_assert_error (error, HTTP_ERROR, HTTP_ERROR_NOT_FOUND);
  }
}

static void
test_buildkite (void)
{
  check_address (PAGES, "Page failed 1\nPage failed 2\nInk passed 3\nRoll soft-failed 4\n");
  check_address (PAGES "#" UUID "3", "Ink passed 3\n");
  check_address (PAGES "#" UUID "1", "Page failed 1\n");
  check_address (PAGES "?sid=" UUID "9", "Page failed 2\n");
  check_address (PAGES "?sid=" UUID "8", NULL);
}

/* A job of which the list does not tell may have a log all the same. */
static void
test_nameless (void)
{
  check_address (PAGES "#" UUID "7", " failed 7\n");
}

/* So may one of a list that is none that is known. */
static void
test_changed (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autofree char *url = g_strconcat (small_server_get_url (server), "/quill/ci/builds/12#" UUID "7", NULL);
  g_autofree char *before = g_strdup (g_getenv ("CULPRIT_BUILDKITE_URL"));
  g_autoptr (GPtrArray) jobs = NULL;
  const RemoteJob *job;

  g_setenv ("CULPRIT_BUILDKITE_URL", small_server_get_url (server), TRUE);
  small_server_add (server, BUILD, OK, "{\"jobs\": 5}");
  small_server_add (server, "/quill/ci/builds/12", OK, "<html></html>");
  small_server_add (server, "/quill/ci/builds/12/data/jobs?include_retried_jobs=true&paginate=false&page=1", OK, "{}");
  jobs = list (url, NULL);
  check_jobs (jobs, " failed 7\n");
  job = g_ptr_array_index (jobs, 0);
  g_assert_cmpstr (job->owner, ==, "quill");
  g_assert_cmpstr (job->pipeline, ==, "ci");
  g_assert_cmpstr (job->build, ==, "12");
  g_assert_cmpstr (job->url, ==, url);
  g_setenv ("CULPRIT_BUILDKITE_URL", before, TRUE);
}

/* Where nobody answers, no log will come either. */
static void
test_unanswered (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (GError) error = NULL;

  small_server_add (server, BUILD, "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 3600\r\n", "");
  g_assert_null (list (PAGES "#" UUID "1", &error));
  g_assert_error (error, HTTP_ERROR, HTTP_ERROR_LIMITED);
}

static void
test_github (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (GPtrArray) jobs = NULL;
  g_autoptr (GError) error = NULL;

  small_server_add (server, "/repos/quill/quill/actions/jobs/77", OK, "{\"id\": 77, \"name\": \"Page\", \"status\": \"completed\", "
                    "\"conclusion\": \"failure\"}");
  jobs = list ("https://github.com/quill/quill/actions/runs/9/job/77", &error);
  g_assert_no_error (error);
  check_jobs (jobs, "Page failed 7\n");
  g_assert_null (list ("https://github.com/quill/quill/actions/runs/9/job/78", &error));
  g_assert_error (error, HTTP_ERROR, HTTP_ERROR_NOT_FOUND);
}

/* What somebody wants to look at of a build. */
static void
test_choose (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (GPtrArray) jobs = NULL;
  g_autoptr (GPtrArray) failed = NULL;

  small_server_add (server, BUILD, OK, JOBS);
  jobs = list (PAGES, NULL);
  failed = fetch_choose_failed (jobs);
  check_jobs (failed, "Page failed 2\n");
}

static void
test_facts (void)
{
  g_autoptr (RemoteJob) job = remote_job_new ();
  g_autoptr (JobFacts) nothing = fetch_dup_facts (job);
  g_autoptr (JobFacts) facts = NULL;

  g_assert_cmpstr (nothing->job, ==, "");
  g_assert_cmpstr (nothing->build_url, ==, "");
  own_string_set (&job->name, "Page");
  own_string_set (&job->commit, "0123");
  own_string_set (&job->branch, "main");
  own_string_set (&job->repository, "quill/quill");
  own_string_set (&job->owner, "quill");
  own_string_set (&job->pipeline, "ci");
  own_string_set (&job->build, "12");
  own_string_set (&job->url, PAGES);
  own_string_set (&job->pull_request, "7");
  facts = fetch_dup_facts (job);
  g_assert_cmpstr (facts->job, ==, "Page");
  g_assert_cmpstr (facts->commit, ==, "0123");
  g_assert_cmpstr (facts->branch, ==, "main");
  g_assert_cmpstr (facts->repository, ==, "quill/quill");
  g_assert_cmpstr (facts->organization, ==, "quill");
  g_assert_cmpstr (facts->pipeline, ==, "ci");
  g_assert_cmpstr (facts->build, ==, "12");
  g_assert_cmpstr (facts->build_url, ==, PAGES);
  g_assert_cmpstr (facts->pull_request, ==, "7");
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("no_proxy", "*", TRUE);
  g_setenv ("CULPRIT_BUILDKITE_URL", "https://buildkite.quill.example", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/net/fetch-jobs/buildkite", test_buildkite);
  g_test_add_func ("/net/fetch-jobs/nameless", test_nameless);
  g_test_add_func ("/net/fetch-jobs/changed", test_changed);
  g_test_add_func ("/net/fetch-jobs/unanswered", test_unanswered);
  g_test_add_func ("/net/fetch-jobs/github", test_github);
  g_test_add_func ("/net/fetch-jobs/choose", test_choose);
  g_test_add_func ("/net/fetch-jobs/facts", test_facts);

  return g_test_run ();
}
