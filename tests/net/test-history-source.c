/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "quill-profile.h"
#include "small-server.h"

#include "history-source.h"

#define OK     "HTTP/1.1 200 OK\r\n"
#define BUILDS "/v2/organizations/quill/pipelines/ci/builds"
#define UUID   "01990000-0000-4000-8000-000000000001"

/* The day since when builds are asked for. */
static char *
dup_since (void)
{
  gint64 day = g_get_real_time () / G_USEC_PER_SEC / (24 * 60 * 60) - HISTORY_MAX_DAYS;
  g_autoptr (GDateTime) since = g_date_time_new_from_unix_utc (day * 24 * 60 * 60);

  return g_date_time_format (since, "%Y-%m-%dT%H:%M:%SZ");
}

/* The path of a list of builds: PER_PAGE of them, and REST. */
static char *
dup_builds_path (const char *rest)
{
  g_autofree char *since = dup_since ();

  return g_strdup_printf (BUILDS "?branch=main&created_from=%s&exclude_pipeline=true&per_page=%s", since, rest);
}

static char *
dup_commits_path (void)
{
  g_autofree char *since = dup_since ();

  return g_strdup_printf ("/repos/quill/quill/commits?sha=main&since=%s&per_page=100", since);
}

static SmallServer *
start (void)
{
  SmallServer *server = small_server_new ();

  g_setenv ("CULPRIT_GITHUB_API_URL", small_server_get_url (server), TRUE);
  g_setenv ("CULPRIT_BUILDKITE_API_URL", small_server_get_url (server), TRUE);
  g_setenv ("CULPRIT_BUILDKITE_URL", "https://buildkite.quill.example", TRUE);

  return server;
}

static void
add_builds (SmallServer *server,
            const char  *head,
            const char  *body)
{
  g_autofree char *path = dup_builds_path ("100&exclude_jobs=true");

  small_server_add (server, path, head, body);
}

static void
add_commits (SmallServer *server,
             const char  *body)
{
  g_autofree char *path = dup_commits_path ();

  small_server_add (server, path, OK, body);
}

static HistorySource *
make_source (const char  *repository,
             const char  *buildkite_token,
             GError     **error)
{
  g_autoptr (Http) http = http_new ();
  g_autoptr (Profile) profile = quill_profile_new (repository, "\"ci\": {\"organization\": \"quill\", \"pipeline\": \"ci\"}");

  http_set_token (http, SERVICE_BUILDKITE_API, buildkite_token);
  http_set_token (http, SERVICE_GITHUB_API, NULL);

  return history_source_new (http, profile, "Page Tests", "main", NULL, error);
}

/* The builds as "number commit outcome", a line each. */
static char *
describe (HistorySource *source)
{
  static const char * const outcomes[] = { [HISTORY_NOT_ASKED] = "?", [HISTORY_GOOD] = "good", [HISTORY_BAD] = "bad", [HISTORY_NONE] = "none" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < history_source_get_n (source); i++) {
    const HistoryBuild *build = history_source_get_build (source, i);

    g_string_append_printf (text, "%" G_GINT64_FORMAT " %s %s\n", build->number, build->commit, outcomes[history_source_get_outcome (source, i)]);
  }

  return g_string_free (text, FALSE);
}

static void
check_source (HistorySource *source,
              const char    *expected)
{
  g_autofree char *found = describe (source);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_builds (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (HistorySource) source = NULL;

  add_builds (server, OK, "[{\"number\": 5, \"commit\": \"HEAD\", \"state\": \"failed\"}, "
              "{\"number\": 4, \"commit\": \"ddddddd\", \"state\": \"running\"}, {\"number\": 3, \"commit\": \"ccccccc\", \"state\": \"failed\", "
              "\"created_at\": \"2026-05-07T08:11:40Z\", \"finished_at\": \"2026-05-07T08:11:50Z\"}, "
              "{\"number\": 2, \"commit\": \"bbbbbbb\", \"state\": \"skipped\"}, {\"number\": 1, \"commit\": \"aaaaaaa\", \"state\": \"passed\"}]");
  source = make_source ("quill/quill", "token", NULL);
  g_assert_true (history_source_has_api (source));
  g_assert_false (history_source_has_more (source));
  g_assert_cmpint (history_source_list_more (source, NULL, NULL), ==, 0);
  check_source (source, "1 aaaaaaa ?\n2 bbbbbbb none\n3 ccccccc ?\n4 ddddddd none\n5  ?\n");
  g_assert_cmpint (history_source_get_time (source, 2), ==, 1778141500);
  g_assert_cmpint (history_source_get_build (source, 2)->finished_at, ==, 1778141510);
  g_assert_cmpstr (history_source_get_build (source, 2)->url, ==, "https://buildkite.quill.example/quill/ci/builds/3");
  g_assert_cmpuint (small_server_count (server, "GET "), ==, 1);
}

/* One request tells of several builds, and is not sent again. */
static void
test_ask (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autofree char *path = dup_builds_path ("10&include_retried_jobs=true&page=1");
  g_autoptr (HistorySource) source = NULL;

  add_builds (server, OK, "[{\"number\": 4, \"state\": \"failed\"}, {\"number\": 3, \"state\": \"failed\"}, {\"number\": 2, \"state\": \"passed\"}, "
              "{\"number\": 1, \"state\": \"passed\"}]");
  small_server_add (server, path, OK, "[{\"number\": 4, \"jobs\": ["
                    "{\"id\": \"a\", \"name\": \"Page  tests!\", \"state\": \"failed\", \"retried_in_job_id\": \"b\"}, "
                    "{\"id\": \"b\", \"name\": \"Page  tests!\", \"state\": \"passed\"}, {\"id\": \"c\", \"name\": \"Other\", \"state\": \"failed\"}]}, "
                    "{\"number\": 3, \"jobs\": [{\"id\": \"d\", \"name\": \"Page Tests\", \"state\": \"passed\"}, "
                    "{\"id\": \"e\", \"name\": \"Page Tests\", \"state\": \"failed\"}, {\"id\": \"f\", \"name\": \"Page Tests\", \"state\": \"passed\"}]}, "
                    "{\"number\": 2, \"jobs\": [{\"id\": \"g\", \"name\": \"Page Tests\", \"state\": \"failed\", \"soft_failed\": true}]}, "
                    "{\"number\": 1, \"jobs\": [{\"id\": \"h\", \"name\": \"Other\", \"state\": \"failed\"}]}, {\"number\": 99}, null, 5]");
  source = make_source ("quill/quill", "token", NULL);
  g_assert_cmpint (history_source_ask (source, 2, NULL, NULL), ==, HISTORY_BAD);
  check_source (source, "1  none\n2  good\n3  bad\n4  good\n");
  g_assert_cmpstr (history_source_get_job (source, 2)->id, ==, "e");
  g_assert_cmpstr (history_source_get_job (source, 3)->id, ==, "b");
  g_assert_null (history_source_get_job (source, 0));
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (history_source_ask (source, i, NULL, NULL), !=, HISTORY_NOT_ASKED);
  g_assert_cmpuint (small_server_count (server, "GET "), ==, 2);
}

/* Jobs of one step that runs as several are asked for by its label, and each by its own name. */
static void
test_parallel (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autofree char *path = dup_builds_path ("10&include_retried_jobs=true&page=1");
  g_autoptr (HistorySource) source = NULL;

  add_builds (server, OK, "[{\"number\": 1, \"state\": \"failed\"}]");
  small_server_add (server, path, OK, "[{\"number\": 1, \"jobs\": ["
                    "{\"id\": \"a\", \"name\": \"Page Tests\", \"state\": \"passed\", \"parallel_group_index\": 0, \"parallel_group_total\": 2}, "
                    "{\"id\": \"b\", \"name\": \"Page Tests\", \"state\": \"failed\", \"parallel_group_index\": 1, \"parallel_group_total\": 2}]}]");
  source = make_source ("quill/quill", "token", NULL);
  g_assert_cmpint (history_source_ask (source, 0, NULL, NULL), ==, HISTORY_BAD);
  g_assert_cmpstr (history_source_get_job (source, 0)->name, ==, "Page Tests 2/2");
}

/* What one of them would have run was not seen to pass, in whatever order they are listed. */
static void
test_parallel_cancelled (void)
{
  static const char *const jobs[] = {
    "{\"id\": \"a\", \"name\": \"Page Tests\", \"state\": \"passed\", \"parallel_group_index\": 0, \"parallel_group_total\": 2}",
    "{\"id\": \"b\", \"name\": \"Page Tests\", \"state\": \"canceled\", \"parallel_group_index\": 1, \"parallel_group_total\": 2}",
  };

  for (guint i = 0; i < 2; i++) {
    g_autoptr (SmallServer) server = start ();
    g_autofree char *path = dup_builds_path ("10&include_retried_jobs=true&page=1");
    g_autofree char *answer = g_strdup_printf ("[{\"number\": 1, \"jobs\": [%s, %s]}]", jobs[i], jobs[1 - i]);
    g_autoptr (HistorySource) source = NULL;

    add_builds (server, OK, "[{\"number\": 1, \"state\": \"failed\"}]");
    small_server_add (server, path, OK, answer);
    source = make_source ("quill/quill", "token", NULL);
    g_assert_cmpint (history_source_ask (source, 0, NULL, NULL), ==, HISTORY_NONE);
  }
}

/* Where other builds came meanwhile, the one that is wanted is asked for alone. */
static void
test_moved (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autofree char *path = dup_builds_path ("10&include_retried_jobs=true&page=1");
  g_autoptr (HistorySource) source = NULL;

  add_builds (server, OK, "[{\"number\": 1, \"state\": \"passed\"}]");
  small_server_add (server, path, OK, "[{\"number\": 6}, {\"number\": 5}, {\"number\": 4}, {\"number\": 3}, {\"number\": 2}]");
  small_server_add (server, BUILDS "/1?include_retried_jobs=true", OK, "{\"number\": 1, \"jobs\": [{\"id\": \"a\", \"name\": \"Page Tests\", "
                    "\"state\": \"passed\"}]}");
  source = make_source ("quill/quill", "token", NULL);
  g_assert_cmpint (history_source_ask (source, 0, NULL, NULL), ==, HISTORY_GOOD);
}

/* What cannot be asked is an error, and may be asked again. */
static void
test_unanswered (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autofree char *path = dup_builds_path ("10&include_retried_jobs=true&page=1");
  g_autoptr (HistorySource) source = NULL;
  g_autoptr (GError) error = NULL;

  add_builds (server, OK, "[{\"number\": 1, \"state\": \"passed\"}]");
  small_server_add (server, path, "HTTP/1.1 404 Not Found\r\n", "");
  small_server_add (server, path, OK, "[{\"number\": 1, \"jobs\": [{\"id\": \"a\", \"name\": \"Page Tests\", \"state\": \"failed\"}]}]");
  source = make_source ("quill/quill", "token", NULL);
  g_assert_cmpint (history_source_ask (source, 0, NULL, &error), ==, HISTORY_NONE);
  g_assert_error (error, HTTP_ERROR, HTTP_ERROR_NOT_FOUND);
  g_assert_cmpint (history_source_get_outcome (source, 0), ==, HISTORY_NOT_ASKED);
  g_assert_cmpint (history_source_ask (source, 0, NULL, NULL), ==, HISTORY_BAD);
}

static void
test_more (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autofree char *path = dup_builds_path ("100&exclude_jobs=true");
  g_autofree char *second = g_strconcat (path, "&page=2", NULL);
  g_autofree char *third = g_strconcat (path, "&page=3", NULL);
  g_autofree char *head = g_strdup_printf (OK "Link: <%s%s>; rel=\"next\"\r\n", small_server_get_url (server), second);
  g_autofree char *next_head = g_strdup_printf (OK "Link: <%s%s>; rel=\"next\"\r\n", small_server_get_url (server), third);
  g_autoptr (HistorySource) source = NULL;
  g_autoptr (GError) error = NULL;

  small_server_add (server, path, head, "[{\"number\": 4}, {\"number\": 3}]");
  small_server_add (server, second, next_head, "[{\"number\": 2}, {\"number\": 0}, {\"number\": -1}, null, {\"number\": \"1\"}]");
  source = make_source ("quill/quill", "token", NULL);
  check_source (source, "3  ?\n4  ?\n");
  g_assert_true (history_source_has_more (source));
  g_assert_cmpint (history_source_list_more (source, NULL, NULL), ==, 1);
  check_source (source, "2  ?\n3  ?\n4  ?\n");
  g_assert_cmpint (history_source_list_more (source, NULL, &error), ==, -1);
  g_assert_error (error, HTTP_ERROR, HTTP_ERROR_NOT_FOUND);
  check_source (source, "2  ?\n3  ?\n4  ?\n");
}

/* The newest ones stay of a list that is too long. */
static void
test_many (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autofree char *path = dup_builds_path ("100&exclude_jobs=true");
  g_autofree char *head = g_strdup_printf (OK "Link: <%s%s>; rel=\"next\"\r\n", small_server_get_url (server), path);
  g_autoptr (GString) body = g_string_new ("[");
  g_autoptr (HistorySource) source = NULL;

  for (guint i = 1000; i > 0; i--)
    g_string_append_printf (body, "%s{\"number\": %u}", i < 1000 ? ", " : "", i);
  g_string_append (body, "]");
  small_server_add (server, path, head, body->str);
  source = make_source ("quill/quill", "token", NULL);
  g_assert_cmpuint (history_source_get_n (source), ==, HISTORY_MAX_BUILDS);
  g_assert_cmpint (history_source_get_build (source, HISTORY_MAX_BUILDS - 1)->number, ==, 1000);
  g_assert_false (history_source_has_more (source));
}

/* The commits' statuses, where there is no token, or one that may not see the builds. */
static void
check_commits (SmallServer *server,
               const char  *token)
{
  g_autoptr (HistorySource) source = NULL;
  const HistoryBuild *build;

  add_commits (server, "[{\"sha\": \"c\"}, {\"sha\": \"b\", \"commit\": {\"committer\": {\"date\": \"2026-05-07T08:11:40Z\"}}}, {\"sha\": \"a\"}, {}, 5, "
               "{\"sha\": \"\"}]");
  small_server_add (server, "/repos/quill/quill/commits/b/status?per_page=100", OK, "{\"statuses\": ["
                    "{\"context\": \"buildkite/ci\", \"state\": \"failure\", \"target_url\": \"https://buildkite.quill.example/quill/ci/builds/12\"}, "
                    "{\"context\": \"buildkite/ci/other\", \"state\": \"failure\", \"target_url\": \"https://buildkite.quill.example/quill/ci/builds/12#x\"}, "
                    "{\"context\": \"buildkite/ci/page-tests\", \"state\": \"failure\", \"updated_at\": \"2026-05-07T08:11:50Z\", "
                    "\"target_url\": \"https://buildkite.quill.example/quill/ci/builds/12#" UUID "\"}]}");
  small_server_add (server, "/repos/quill/quill/commits/c/status?per_page=100", OK, "{\"statuses\": [{\"context\": \"buildkite/ci/page-tests\", "
                    "\"state\": \"success\", \"target_url\": \"https://other.example/quill/ci/builds/13\"}, {\"context\": \"lint\", \"state\": \"failure\"}]}");
  source = make_source ("quill/quill", token, NULL);
  g_assert_nonnull (source);
  g_assert_false (history_source_has_api (source));
  check_source (source, "0 a ?\n0 b ?\n0 c ?\n");
  g_assert_cmpint (history_source_get_time (source, 1), ==, 1778141500);
  g_assert_cmpint (history_source_ask (source, 1, NULL, NULL), ==, HISTORY_BAD);
  g_assert_cmpint (history_source_ask (source, 2, NULL, NULL), ==, HISTORY_NONE);
  check_source (source, "0 a ?\n12 b bad\n0 c none\n");
  build = history_source_get_build (source, 1);
  g_assert_true (g_str_has_prefix (build->url, "https://buildkite.quill.example/quill/ci/builds/12"));
  g_assert_cmpstr (history_source_get_job (source, 1)->id, ==, UUID);
  g_assert_cmpstr (history_source_get_job (source, 1)->build, ==, "12");
  g_assert_null (history_source_get_job (source, 2));
}

/* Neither other pipelines nor pull requests' builds tell of the branch, though the commit and the job's name are the same. */
static void
test_other_builds (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (HistorySource) source = NULL;

  add_commits (server, "[{\"sha\": \"a\"}]");
  small_server_add (server, "/repos/quill/quill/commits/a/status?per_page=100", OK, "{\"statuses\": ["
                    "{\"context\": \"buildkite/amd-ci\", \"state\": \"failure\", \"target_url\": \"https://buildkite.quill.example/quill/amd-ci/builds/5\"}, "
                    "{\"context\": \"buildkite/amd-ci/page-tests\", \"state\": \"failure\", "
                    "\"target_url\": \"https://buildkite.quill.example/quill/amd-ci/builds/5#" UUID "\"}, "
                    "{\"context\": \"buildkite/ci/pr/page-tests\", \"state\": \"failure\", "
                    "\"target_url\": \"https://buildkite.quill.example/quill/ci/builds/6#" UUID "\"}, "
                    "{\"context\": \"buildkite/ci/page-tests\", \"state\": \"success\", "
                    "\"target_url\": \"https://buildkite.quill.example/quill/ci/builds/7#" UUID "\"}]}");
  source = make_source ("quill/quill", NULL, NULL);
  g_assert_cmpint (history_source_ask (source, 0, NULL, NULL), ==, HISTORY_GOOD);
  check_source (source, "7 a good\n");
}

static void
test_commits (void)
{
  g_autoptr (SmallServer) server = start ();

  check_commits (server, NULL);
  g_assert_cmpuint (small_server_count (server, "GET " BUILDS), ==, 0);
}

static void
test_refused (void)
{
  g_autoptr (SmallServer) server = start ();

  add_builds (server, "HTTP/1.1 403 Forbidden\r\n", "{}");
  check_commits (server, "token");
}

static void
check_error (const char *repository,
             const char *token,
             const char *head,
             const char *body,
             int         code)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (GError) error = NULL;

  add_builds (server, head, body);
  g_assert_null (make_source (repository, token, &error));
  g_assert_error (error, HTTP_ERROR, code);
}

static void
test_errors (void)
{
  check_error ("", NULL, OK, "[]", HTTP_ERROR_ADDRESS);
  check_error ("", "token", "HTTP/1.1 404 Not Found\r\n", "", HTTP_ERROR_NOT_FOUND);
  check_error ("quill/quill", "token", OK, "<html>", HTTP_ERROR_ANSWER);
  check_error ("quill/quill", "token", OK, "{}", HTTP_ERROR_ANSWER);
  check_error ("quill/quill", NULL, OK, "[]", HTTP_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("no_proxy", "*", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/net/history-source/builds", test_builds);
  g_test_add_func ("/net/history-source/ask", test_ask);
  g_test_add_func ("/net/history-source/parallel", test_parallel);
  g_test_add_func ("/net/history-source/parallel-cancelled", test_parallel_cancelled);
  g_test_add_func ("/net/history-source/moved", test_moved);
  g_test_add_func ("/net/history-source/unanswered", test_unanswered);
  g_test_add_func ("/net/history-source/more", test_more);
  g_test_add_func ("/net/history-source/many", test_many);
  g_test_add_func ("/net/history-source/commits", test_commits);
  g_test_add_func ("/net/history-source/other-builds", test_other_builds);
  g_test_add_func ("/net/history-source/refused", test_refused);
  g_test_add_func ("/net/history-source/errors", test_errors);

  return g_test_run ();
}
