/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "own-folders.h"
#include "quill-profile.h"
#include "small-server.h"
#include "triage-row.h"

#include "triage-engine.h"

#define OK     "HTTP/1.1 200 OK\r\n"
#define CI     "\"ci\": {\"organization\": \"quill\", \"pipeline\": \"ci\", \"suite\": \"ci-1\"}"
#define TESTS  "/v2/analytics/organizations/quill/suites/ci-1/tests?branch=main&min_timestamp=2026-05-07T08:11:40Z" \
               "&tags=result:~failed&sort_by=reliability&order=asc&per_page=100"
#define BUILDS "/v2/organizations/quill/pipelines/ci/builds?branch=main&created_from=2026-05-07T08:11:40Z" \
               "&job_states[]=failed&include_retried_jobs=true&exclude_pipeline=true&per_page=50"
#define LOG    "/v2/organizations/quill/pipelines/ci/builds/12/jobs/a/log"

/* A test that Test Engine tells of. */
#define TEST(name, failed, passed) \
  "{\"scope\": \"tests/test_page.py\", \"name\": \"" name "\", \"executions_count_by_result\": {\"failed\": " failed ", \"passed\": " passed "}}"

typedef struct {
  SmallServer  *server;
  GPtrArray    *warnings;
  GCancellable *cancellable;
} World;

static void
set_up (World *world)
{
  world->server = small_server_new ();
  world->warnings = g_ptr_array_new_with_free_func (g_free);
  world->cancellable = g_cancellable_new ();
  g_setenv ("CULPRIT_BUILDKITE_API_URL", small_server_get_url (world->server), TRUE);
}

static void
tear_down (World *world)
{
  small_server_free (world->server);
  g_ptr_array_unref (world->warnings);
  g_object_unref (world->cancellable);
}

static GPtrArray *
read_rows (World   *world,
           GError **error)
{
  g_autoptr (Http) http = http_new ();
  g_autoptr (Profile) profile = quill_profile_new ("quill/quill", CI);
  TriageLook look = {
    .http = http, .profile = profile, .branch = "main", .since = 1778141500, .max_logs = 10, .warnings = world->warnings,
    .cancellable = world->cancellable,
  };

  http_set_token (http, SERVICE_BUILDKITE_API, "token");

  return triage_engine_read (&look, error);
}

/* The rows as "test failed/runs build", a line each. */
static void
check_rows (GPtrArray  *rows,
            const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++) {
    const TriageRow *row = g_ptr_array_index (rows, i);

    g_string_append_printf (text, "%s %" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT " %s\n", row->test, row->n_failed, row->n_runs,
                            row->last_job != NULL ? row->last_job->build : "-");
    g_assert_cmpfloat (row->reliability, >=, 0);
    g_assert_cmpfloat (row->reliability, <=, 1);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
check_name (const char *scope,
            const char *name,
            const char *file_name,
            const char *expected)
{
  g_autofree char *full = triage_engine_dup_name (scope, name, file_name);

  g_assert_cmpstr (full, ==, expected);
}

static void
test_names (void)
{
  check_name ("tests/a.py", "test_a[1]", "tests/a.py", "tests/a.py::test_a[1]");
  check_name ("tests/a.py::TestA", "test_a", "tests/a.py", "tests/a.py::TestA::test_a");
  check_name ("", "test_a", "tests/a.py", "tests/a.py::test_a");
  check_name ("tests/a.py", "tests/a.py::test_a", "tests/a.py", "tests/a.py::test_a");
  check_name ("Page#render", "is drawn", "./spec/page_spec.rb", "Page#render is drawn");
  check_name ("", "is drawn", "./spec/page_spec.rb", "is drawn");
  check_name ("", "", "", "");
}

/* In which jobs the tests failed is from their logs. */
static void
test_jobs (void)
{
  World world;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *requests = NULL;
  const TriageRow *row;

  set_up (&world);
  small_server_add (world.server, TESTS, OK, "[" TEST ("test_turn", "2", "2") ", " TEST ("test_render", "1", "3") "]");
  small_server_add (world.server, BUILDS, OK, "[{\"number\": 12, \"jobs\": [{\"id\": \"a\", \"name\": \"Page Tests\", \"state\": \"failed\", "
                    "\"finished_at\": \"2026-05-07T08:11:40Z\"}, {\"id\": \"b\", \"name\": \"Ink Tests\", \"state\": \"passed\"}]}]");
  small_server_add (world.server, LOG, OK "Content-Type: text/plain\r\n", "FAILED tests/test_page.py::test_render - AssertionError: blank\n"
                    "=========== 1 failed in 1.00s ===========\n");
  rows = read_rows (&world, NULL);
  check_rows (rows, "tests/test_page.py::test_turn 2/4 -\ntests/test_page.py::test_render 1/4 12\n");
  row = g_ptr_array_index (rows, 1);
  g_assert_cmpuint (row->jobs->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (row->jobs, 0), ==, "Page Tests");
  g_assert_cmpfloat (row->reliability, ==, 0.75);
  g_assert_cmpuint (world.warnings->len, ==, 0);
  requests = small_server_dup_requests (world.server);
  g_assert_nonnull (strstr (requests, "Buildkite-Version: 2026-08-01\r\n"));
  tear_down (&world);
}

/* Without its jobs what fails is there all the same. */
static void
check_no_jobs (const char *head,
               const char *body)
{
  World world;
  g_autoptr (GPtrArray) rows = NULL;

  set_up (&world);
  small_server_add (world.server, TESTS, OK, "[" TEST ("test_render", "1", "3") "]");
  small_server_add (world.server, BUILDS, head, body);
  rows = read_rows (&world, NULL);
  check_rows (rows, "tests/test_page.py::test_render 1/4 -\n");
  g_assert_cmpuint (world.warnings->len, ==, 1);
  tear_down (&world);
}

static void
test_no_jobs (void)
{
  check_no_jobs ("HTTP/1.1 403 Forbidden\r\n", "{}");
  check_no_jobs (OK, "{}");
  check_no_jobs (OK, "[{\"jobs\": []}]");
  check_no_jobs (OK, "<html>");
}

/* Behind a test that never failed there is no other that did. */
static void
test_last (void)
{
  World world;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *head = NULL;

  set_up (&world);
  head = g_strdup_printf (OK "Link: <%s" TESTS "&page=2>; rel=\"next\"\r\n", small_server_get_url (world.server));
  small_server_add (world.server, TESTS, head, "[" TEST ("test_render", "4", "0") ", " TEST ("test_turn", "0", "4") ", " TEST ("test_ink", "1", "3") "]");
  small_server_add (world.server, BUILDS, OK, "[]");
  rows = read_rows (&world, NULL);
  check_rows (rows, "tests/test_page.py::test_render 4/4 -\n");
  g_assert_cmpuint (small_server_count (world.server, "GET /v2/analytics"), ==, 1);
  g_assert_cmpuint (world.warnings->len, ==, 0);
  tear_down (&world);
}

/* A list that has no end is told to be longer. */
static void
test_endless (void)
{
  World world;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *head = NULL;

  set_up (&world);
  head = g_strdup_printf (OK "Link: <%s" TESTS ">; rel=\"next\"\r\n", small_server_get_url (world.server));
  small_server_add (world.server, TESTS, head, "[" TEST ("test_render", "4", "0") "]");
  small_server_add (world.server, BUILDS, OK, "[]");
  rows = read_rows (&world, NULL);
  g_assert_cmpuint (rows->len, <=, 20);
  g_assert_cmpuint (small_server_count (world.server, "GET /v2/analytics"), <=, 20);
  g_assert_cmpuint (world.warnings->len, ==, 1);
  tear_down (&world);
}

/* Nothing that failed needs no more requests. */
static void
test_nothing (void)
{
  World world;
  g_autoptr (GPtrArray) rows = NULL;

  set_up (&world);
  small_server_add (world.server, TESTS, OK, "[]");
  rows = read_rows (&world, NULL);
  check_rows (rows, "");
  g_assert_cmpuint (small_server_count (world.server, "GET "), ==, 1);
  tear_down (&world);
}

/* What is no test among others is left out; numbers that no count has do not overflow. */
static void
test_hostile (void)
{
  World world;
  g_autoptr (GPtrArray) rows = NULL;

  set_up (&world);
  small_server_add (world.server, TESTS, OK, "[null, 5, {}, {\"executions_count_by_result\": {\"failed\": 1}}, " TEST ("test_a", "-5", "-5") ", "
                    TEST ("test_b", "9223372036854775807", "9223372036854775807") ", " TEST ("test_c", "\"1\"", "1.5") ", "
                    TEST ("test_d", "1", "-7") ", {\"scope\": [], \"name\": 5, \"executions_count_by_result\": {\"failed\": 1}}]");
  small_server_add (world.server, BUILDS, OK, "[]");
  rows = read_rows (&world, NULL);
  check_rows (rows, "tests/test_page.py::test_b 2147483647/4294967294 -\ntests/test_page.py::test_d 1/1 -\n");
  tear_down (&world);
}

static void
check_error (const char *head,
             const char *body,
             int         code)
{
  World world;
  g_autoptr (GError) error = NULL;

  set_up (&world);
  small_server_add (world.server, TESTS, head, body);
  g_assert_null (read_rows (&world, &error));
  g_assert_error (error, HTTP_ERROR, code);
  g_assert_cmpuint (world.warnings->len, ==, 0);
  tear_down (&world);
}

static void
test_errors (void)
{
  check_error ("HTTP/1.1 404 Not Found\r\n", "", HTTP_ERROR_NOT_FOUND);
  check_error (OK, "{}", HTTP_ERROR_ANSWER);
  check_error (OK, "5", HTTP_ERROR_ANSWER);
  check_error (OK, "<html>", HTTP_ERROR_ANSWER);
  check_error (OK, "[null, {}]", HTTP_ERROR_ANSWER);
  check_error (OK, "[{\"name\": \"test_a\", \"executions_count_by_result\": {\"failures\": 1}}]", HTTP_ERROR_ANSWER);
}

static void
test_cancelled (void)
{
  World world;
  g_autoptr (GError) error = NULL;

  set_up (&world);
  g_cancellable_cancel (world.cancellable);
  g_assert_null (read_rows (&world, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  tear_down (&world);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  own_folders_make ();
  g_setenv ("no_proxy", "*", TRUE);
  g_setenv ("CULPRIT_BUILDKITE_URL", "http://127.0.0.1:1", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/triage-engine/names", test_names);
  g_test_add_func ("/net/triage-engine/jobs", test_jobs);
  g_test_add_func ("/net/triage-engine/no-jobs", test_no_jobs);
  g_test_add_func ("/net/triage-engine/last", test_last);
  g_test_add_func ("/net/triage-engine/endless", test_endless);
  g_test_add_func ("/net/triage-engine/nothing", test_nothing);
  g_test_add_func ("/net/triage-engine/hostile", test_hostile);
  g_test_add_func ("/net/triage-engine/errors", test_errors);
  g_test_add_func ("/net/triage-engine/cancelled", test_cancelled);
  status = g_test_run ();
  own_folders_delete ();

  return status;
}
