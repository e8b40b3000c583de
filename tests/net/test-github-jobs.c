/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "small-server.h"

#include "github-jobs.h"

#define OK     "HTTP/1.1 200 OK\r\n"
#define REPO   "/repos/quill/quill"
#define RUN    REPO "/actions/runs/9001/jobs?filter=latest&per_page=100"
#define STATUS REPO "/commits/%s/status?per_page=100"
#define CHECKS REPO "/commits/%s/check-runs?filter=latest&per_page=100"
#define HASH   "0123456789abcdef0123456789abcdef01234567"

typedef struct {
  SmallServer *server;
  Http        *http;
} World;

static void
set_up (World *world)
{
  world->server = small_server_new ();
  g_setenv ("CULPRIT_GITHUB_API_URL", small_server_get_url (world->server), TRUE);
  g_setenv ("CULPRIT_BUILDKITE_URL", small_server_get_url (world->server), TRUE);
  g_setenv ("CULPRIT_BUILDKITE_API_URL", "http://127.0.0.1:1", TRUE);
  world->http = http_new ();
  http_set_token (world->http, SERVICE_GITHUB_API, NULL);
  http_set_token (world->http, SERVICE_BUILDKITE_API, NULL);
}

static void
tear_down (World *world)
{
  small_server_free (world->server);
  http_unref (world->http);
}

static char *
describe (GPtrArray *jobs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; jobs != NULL && i < jobs->len; i++) {
    const RemoteJob *job = g_ptr_array_index (jobs, i);

    g_string_append_printf (text, "%s %s %s\n", job->id, remote_job_state_to_string (job->state), job->name);
  }

  return g_string_free (text, FALSE);
}

static void
check_run (const char *jobs_json,
           const char *expected)
{
  World world;
  g_autofree char *body = g_strdup_printf ("{\"jobs\": [%s]}", jobs_json);
  g_autoptr (GPtrArray) jobs = NULL;
  g_autofree char *found = NULL;

  set_up (&world);
  small_server_add (world.server, RUN, OK, body);
  jobs = github_list_run_jobs (world.http, "quill", "quill", "9001", NULL, NULL);
  found = describe (jobs);
  g_assert_cmpstr (found, ==, expected);
  tear_down (&world);
}

static void
test_states (void)
{
  check_run ("", "");
  check_run ("{\"id\": 1, \"name\": \"A\", \"status\": \"completed\", \"conclusion\": \"success\"}", "1 passed A\n");
  check_run ("{\"id\": 1, \"name\": \"A\", \"status\": \"completed\", \"conclusion\": \"failure\"}", "1 failed A\n");
  check_run ("{\"id\": 1, \"name\": \"A\", \"status\": \"completed\", \"conclusion\": \"timed_out\"}", "1 failed A\n");
  check_run ("{\"id\": 1, \"name\": \"A\", \"status\": \"completed\", \"conclusion\": \"cancelled\"}", "1 canceled A\n");
  check_run ("{\"id\": 1, \"name\": \"A\", \"status\": \"completed\", \"conclusion\": \"skipped\"}", "1 skipped A\n");
  check_run ("{\"id\": 1, \"name\": \"A\", \"status\": \"completed\", \"conclusion\": \"neutral\"}", "1 passed A\n");
  check_run ("{\"id\": 1, \"name\": \"A\", \"status\": \"in_progress\", \"conclusion\": null}", "1 running A\n");
  check_run ("{\"id\": 1, \"name\": \"A\"}", "1 running A\n");
}

static void
test_hostile (void)
{
  check_run ("{\"id\": \"../x\"}, {\"id\": -1}, {\"id\": 0}, {}, null, [], 5, {\"id\": 1.5}, {\"id\": 2, \"name\": {}}", "2 running \n");
}

static void
test_changed (void)
{
  static const char * const bodies[] = { "{}", "[]", "5", "{\"jobs\": null}", "<html>" };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++) {
    World world;
    g_autoptr (GError) error = NULL;

    set_up (&world);
    small_server_add (world.server, RUN, OK, bodies[i]);
    small_server_add (world.server, REPO "/actions/jobs/1", OK, bodies[i]);
    small_server_add (world.server, REPO "/pulls/1", OK, bodies[i]);
    g_assert_null (github_list_run_jobs (world.http, "quill", "quill", "9001", NULL, &error));
    g_assert_error (error, HTTP_ERROR, HTTP_ERROR_ANSWER);
    g_clear_error (&error);
    g_assert_null (github_read_job (world.http, "quill", "quill", "1", NULL, &error));
    g_assert_error (error, HTTP_ERROR, HTTP_ERROR_ANSWER);
    g_clear_error (&error);
    g_assert_null (github_list_pull_jobs (world.http, "quill", "quill", "1", NULL, &error));
    g_assert_error (error, HTTP_ERROR, HTTP_ERROR_ANSWER);
    tear_down (&world);
  }
}

/* The commit of a pull request goes into an address. */
static void
test_hash (void)
{
  static const char * const heads[] = { "../../../user", "", "main", "0123?x", "0123456789abcdef0123456789abcdef012345678901234567890123456789012" };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++) {
    World world;
    g_autofree char *body = g_strdup_printf ("{\"head\": {\"sha\": \"%s\"}}", heads[i]);
    g_autoptr (GError) error = NULL;

    set_up (&world);
    small_server_add (world.server, REPO "/pulls/1", OK, body);
    g_assert_null (github_list_pull_jobs (world.http, "quill", "quill", "1", NULL, &error));
    g_assert_error (error, HTTP_ERROR, HTTP_ERROR_ANSWER);
    g_assert_cmpuint (http_get_n_requests (world.http), ==, 1);
    tear_down (&world);
  }
}

static void
add_status (GString    *statuses,
            World      *world,
            const char *build,
            const char *job)
{
  g_string_append_printf (statuses, "%s{\"context\": \"buildkite/ci/pr/%s\", \"state\": \"failure\", \"target_url\": \"%s/quill/ci/builds/%s#%s\"}",
                          statuses->len > 0 ? ", " : "", job, small_server_get_url (world->server), build, job);
}

/* A build whose jobs cannot be listed still has those whose checks failed; statuses of others lead nowhere. */
static void
test_pull (void)
{
  World world;
  g_autoptr (GString) statuses = g_string_new (NULL);
  g_autofree char *body = NULL;
  g_autofree char *status_path = g_strdup_printf (STATUS, HASH);
  g_autofree char *checks_path = g_strdup_printf (CHECKS, HASH);
  g_autoptr (GPtrArray) jobs = NULL;
  g_autofree char *found = NULL;

  set_up (&world);
  add_status (statuses, &world, "12", "00000000-0000-0000-0000-00000000000a");
  add_status (statuses, &world, "12", "00000000-0000-0000-0000-00000000000b");
  g_string_append (statuses, ", {\"context\": \"x\", \"state\": \"failure\", \"target_url\": \"file:///etc/passwd\"}"
                             ", {\"context\": \"y\", \"state\": \"failure\", \"target_url\": \"http://quill.example/quill/ci/builds/12\"}");
  body = g_strdup_printf ("{\"statuses\": [%s]}", statuses->str);
  small_server_add (world.server, REPO "/pulls/77", OK, "{\"head\": {\"sha\": \"" HASH "\"}}");
  small_server_add (world.server, status_path, OK, body);
  small_server_add (world.server, checks_path, OK, "{\"check_runs\": [{\"id\": 5, \"name\": \"unit\", \"status\": \"completed\", "
                    "\"conclusion\": \"failure\", \"app\": {\"slug\": \"github-actions\"}}, {\"id\": 6, \"app\": {\"slug\": \"other\"}}]}");
  jobs = github_list_pull_jobs (world.http, "quill", "quill", "77", NULL, NULL);
  found = describe (jobs);
  g_assert_cmpstr (found, ==, "00000000-0000-0000-0000-00000000000a failed 00000000-0000-0000-0000-00000000000a\n"
                              "00000000-0000-0000-0000-00000000000b failed 00000000-0000-0000-0000-00000000000b\n"
                              "5 failed unit\n");
  for (guint i = 0; i < jobs->len; i++)
    g_assert_cmpstr (((RemoteJob *) g_ptr_array_index (jobs, i))->pull_request, ==, "77");
  tear_down (&world);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("no_proxy", "*", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/net/github-jobs/states", test_states);
  g_test_add_func ("/net/github-jobs/hostile", test_hostile);
  g_test_add_func ("/net/github-jobs/changed", test_changed);
  g_test_add_func ("/net/github-jobs/hash", test_hash);
  g_test_add_func ("/net/github-jobs/pull", test_pull);

  return g_test_run ();
}
