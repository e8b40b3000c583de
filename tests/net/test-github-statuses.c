/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "small-server.h"

#include "github-statuses.h"

#define OK   "HTTP/1.1 200 OK\r\n"
#define PATH "/repos/quill/quill/commits/0123/status?per_page=100"

static GPtrArray *
list_until (const GithubStatusJob  *wanted,
            GError                **error)
{
  g_autoptr (Http) http = http_new ();

  http_set_token (http, SERVICE_GITHUB_API, NULL);

  return github_list_statuses (http, "quill/quill", "0123", wanted, NULL, error);
}

static GPtrArray *
list (GError **error)
{
  return list_until (NULL, error);
}

static SmallServer *
start (void)
{
  SmallServer *server = small_server_new ();

  g_setenv ("CULPRIT_GITHUB_API_URL", small_server_get_url (server), TRUE);

  return server;
}

/* How many requests came until now. */
static guint
count_requests (SmallServer *server)
{
  g_autofree char *requests = small_server_dup_requests (server);
  guint n = 0;

  for (const char *at = requests; (at = strstr (at, "GET ")) != NULL; at++)
    n++;

  return n;
}

static void
check_slug (const char *context,
            const char *expected)
{
  GithubStatus status = { .context = (char *) context };

  g_assert_cmpstr (github_status_get_slug (&status), ==, expected);
}

static void
check_branch (const char *context,
              const char *url,
              const char *pipeline,
              gboolean    expected)
{
  GithubStatus status = { .context = (char *) context, .url = (char *) url };
  g_autoptr (Address) address = address_parse (url, NULL);

  g_assert_cmpint (github_status_is_of_branch (&status, address, "quill", pipeline), ==, expected);
}

static void
test_branch (void)
{
  check_branch ("buildkite/ci", "https://buildkite.com/quill/ci/builds/12", "ci", TRUE);
  check_branch ("buildkite/ci/page-tests", "https://buildkite.com/quill/ci/builds/12#a-1", "ci", TRUE);
  check_branch ("buildkite/ci/pr-lint", "https://buildkite.com/quill/ci/builds/12#a-1", "ci", TRUE);
  check_branch ("buildkite/ci/page-tests", "https://buildkite.com/elsewhere/other/builds/12#a-1", "", TRUE);
  check_branch ("buildkite/ci/pr", "https://buildkite.com/quill/ci/builds/12", "ci", FALSE);
  check_branch ("buildkite/ci/pr/page-tests", "https://buildkite.com/quill/ci/builds/12#a-1", "ci", FALSE);
  check_branch ("buildkite/ci/pr/page-tests", "https://buildkite.com/quill/ci/builds/12#a-1", "", FALSE);
  check_branch ("buildkite/amd-ci/page-tests", "https://buildkite.com/quill/amd-ci/builds/12#a-1", "ci", FALSE);
  check_branch ("buildkite/ci/page-tests", "https://buildkite.com/elsewhere/ci/builds/12#a-1", "ci", FALSE);
  check_branch ("buildkite/ci/page-tests", "https://github.com/quill/ci/pull/12", "ci", FALSE);
  check_branch ("buildkite/ci/page-tests", "", "ci", FALSE);
  check_branch ("quill/page-tests", "https://buildkite.com/quill/ci/builds/12#a-1", "ci", FALSE);
}

static void
check_job (GithubStatusState  state,
           RemoteJobState     expected)
{
  GithubStatus status = { (char *) "buildkite/ci/page-tests", state, (char *) "https://buildkite.com/quill/ci/builds/12#a-1", 1778141500 };
  g_autoptr (Address) address = address_parse (status.url, NULL);
  g_autoptr (RemoteJob) job = github_status_make_job (&status, address);

  g_assert_cmpint (job->service, ==, SERVICE_BUILDKITE);
  g_assert_cmpint (job->state, ==, expected);
  g_assert_cmpint (job->finished_at, ==, status.updated_at);
  g_assert_cmpstr (job->id, ==, address->job);
  g_assert_cmpstr (job->name, ==, "page-tests");
  g_assert_cmpstr (job->url, ==, status.url);
  g_assert_cmpstr (job->owner, ==, "quill");
  g_assert_cmpstr (job->pipeline, ==, "ci");
  g_assert_cmpstr (job->build, ==, "12");
}

static void
test_job (void)
{
  check_job (GITHUB_STATUS_PENDING, REMOTE_JOB_RUNNING);
  check_job (GITHUB_STATUS_SUCCESS, REMOTE_JOB_PASSED);
  check_job (GITHUB_STATUS_FAILURE, REMOTE_JOB_FAILED);
  check_job (GITHUB_STATUS_ERROR, REMOTE_JOB_CANCELED);
}

static void
test_slug (void)
{
  check_slug ("buildkite/ci", "");
  check_slug ("buildkite/ci/pr", "");
  check_slug ("buildkite/ci/store-tests", "store-tests");
  check_slug ("buildkite/ci/pr/store-tests", "store-tests");
  check_slug ("buildkite/ci/pr-lint", "pr-lint");
  check_slug ("buildkite/ci/", "");
  check_slug ("buildkite/", "");
  check_slug ("buildkite", NULL);
  check_slug ("", NULL);
  check_slug ("quill/ci", NULL);
}

static void
test_pages (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autofree char *second = g_strconcat (small_server_get_url (server), PATH "&page=2", NULL);
  g_autofree char *head = g_strdup_printf (OK "Link: <%s>; rel=\"next\"\r\n", second);
  g_autoptr (GPtrArray) statuses = NULL;
  const GithubStatus *status;

  small_server_add (server, PATH, head, "{\"statuses\": [{\"context\": \"buildkite/ci/a\", \"state\": \"failure\", \"target_url\": \"u\", "
                    "\"updated_at\": \"2026-05-07T08:11:40Z\"}, null, {\"context\": 5}]}");
  small_server_add (server, PATH "&page=2", OK, "{\"statuses\": [{\"context\": \"b\", \"state\": \"error\"}, {\"context\": \"c\", \"state\": \"new\"}]}");
  statuses = list (NULL);
  g_assert_cmpuint (statuses->len, ==, 5);
  status = g_ptr_array_index (statuses, 0);
  g_assert_cmpint (status->state, ==, GITHUB_STATUS_FAILURE);
  g_assert_cmpint (status->updated_at, ==, 1778141500);
  g_assert_cmpint (((GithubStatus *) g_ptr_array_index (statuses, 3))->state, ==, GITHUB_STATUS_ERROR);
  g_assert_cmpint (((GithubStatus *) g_ptr_array_index (statuses, 4))->state, ==, GITHUB_STATUS_PENDING);
}

/* No page is asked for that nobody wants to know of; other builds' jobs of the same name do not count. */
static void
test_one_job (void)
{
  const GithubStatusJob a = { "quill", "ci", "a" };
  const GithubStatusJob b = { "quill", "ci", "b" };
  g_autoptr (SmallServer) server = start ();
  g_autofree char *second = g_strconcat (small_server_get_url (server), PATH "&page=2", NULL);
  g_autofree char *head = g_strdup_printf (OK "Link: <%s>; rel=\"next\"\r\n", second);
  g_autoptr (GPtrArray) first_page = NULL;
  g_autoptr (GPtrArray) both_pages = NULL;

  for (guint i = 0; i < 2; i++)
    small_server_add (server, PATH, head, "{\"statuses\": [{\"context\": \"quill\", \"state\": \"pending\"}, "
                      "{\"context\": \"buildkite/ci/a\", \"state\": \"pending\", \"target_url\": \"https://buildkite.com/quill/ci/builds/12\"}, "
                      "{\"context\": \"buildkite/ci/pr/b\", \"state\": \"pending\", \"target_url\": \"https://buildkite.com/quill/ci/builds/13\"}, "
                      "{\"context\": \"buildkite/amd/b\", \"state\": \"pending\", \"target_url\": \"https://buildkite.com/quill/amd/builds/14\"}]}");
  small_server_add (server, PATH "&page=2", OK, "{\"statuses\": [{\"context\": \"buildkite/ci/b\", \"state\": \"pending\"}]}");
  first_page = list_until (&a, NULL);
  g_assert_cmpuint (first_page->len, ==, 4);
  g_assert_cmpuint (count_requests (server), ==, 1);
  both_pages = list_until (&b, NULL);
  g_assert_cmpuint (both_pages->len, ==, 5);
}

/* What will not change is asked for once; what waits, each time. */
static void
test_kept (void)
{
  g_autoptr (SmallServer) server = start ();
  const char *old = "{\"statuses\": [{\"context\": \"buildkite/ci/a\", \"state\": \"failure\", \"updated_at\": \"2020-05-07T08:11:40Z\"}]}";
  const char *waits = "{\"statuses\": [{\"context\": \"buildkite/ci/a\", \"state\": \"pending\", \"updated_at\": \"2020-05-07T08:11:40Z\"}]}";

  small_server_add (server, PATH, OK, waits);
  small_server_add (server, PATH, OK, waits);
  small_server_add (server, PATH, OK, old);
  for (guint i = 0; i < 5; i++) {
    g_autoptr (GPtrArray) statuses = list (NULL);

    g_assert_cmpuint (statuses->len, ==, 1);
  }
  g_assert_cmpuint (count_requests (server), ==, 3);
}

static void
test_changed (void)
{
  static const char * const bodies[] = { "{}", "[]", "5", "{\"statuses\": {}}", "<html>" };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autoptr (SmallServer) server = start ();
    g_autoptr (GError) error = NULL;

    small_server_add (server, PATH, OK, bodies[i]);
    g_assert_null (list (&error));
    g_assert_error (error, HTTP_ERROR, HTTP_ERROR_ANSWER);
  }
}

/* A list that has no end. */
static void
test_endless (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autofree char *head = g_strdup_printf (OK "Link: <%s" PATH ">; rel=\"next\"\r\n", small_server_get_url (server));
  g_autoptr (GPtrArray) statuses = NULL;

  small_server_add (server, PATH, head, "{\"statuses\": [{\"context\": \"a\", \"state\": \"pending\"}]}");
  statuses = list (NULL);
  g_assert_cmpuint (statuses->len, <=, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("no_proxy", "*", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/net/github-statuses/slug", test_slug);
  g_test_add_func ("/net/github-statuses/branch", test_branch);
  g_test_add_func ("/net/github-statuses/job", test_job);
  g_test_add_func ("/net/github-statuses/pages", test_pages);
  g_test_add_func ("/net/github-statuses/one-job", test_one_job);
  g_test_add_func ("/net/github-statuses/kept", test_kept);
  g_test_add_func ("/net/github-statuses/changed", test_changed);
  g_test_add_func ("/net/github-statuses/endless", test_endless);

  return g_test_run ();
}
