/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "own-folders.h"
#include "quill-profile.h"
#include "small-server.h"
#include "triage-runs.h"

#include "triage-statuses.h"

#define OK      "HTTP/1.1 200 OK\r\n"
#define COMMITS "/repos/quill/quill/commits?sha=main&since=2026-05-07T08:11:40Z&per_page=100"
#define CI      "\"ci\": {\"organization\": \"quill\", \"pipeline\": \"ci\"}"
#define PAGES   "https://buildkite.quill.example/quill/"

/* Ids of jobs, which differ in their last digit. */
#define UUID "01990000-0000-4000-8000-00000000000"

/* A status; TARGET is what follows the organization's page. */
#define STATUS(context, state, target) \
  "{\"context\": \"buildkite/" context "\", \"state\": \"" state "\", \"target_url\": \"" PAGES target "\"}"

typedef struct {
  SmallServer *server;
  GPtrArray   *warnings;
} World;

static void
start (World *world)
{
  world->server = small_server_new ();
  world->warnings = g_ptr_array_new_with_free_func (g_free);
  g_setenv ("CULPRIT_GITHUB_API_URL", small_server_get_url (world->server), TRUE);
  g_setenv ("CULPRIT_BUILDKITE_API_URL", small_server_get_url (world->server), TRUE);
  g_setenv ("CULPRIT_BUILDKITE_URL", "https://buildkite.quill.example", TRUE);
}

static void
stop (World *world)
{
  small_server_free (world->server);
  g_ptr_array_unref (world->warnings);
}

static GPtrArray *
read_runs (World       *world,
           const char  *repository,
           const char  *members,
           GError     **error)
{
  g_autoptr (Http) http = http_new ();
  g_autoptr (Profile) profile = quill_profile_new (repository, members);
  TriageLook look = { .http = http, .profile = profile, .branch = "main", .since = 1778141500, .warnings = world->warnings };

  http_set_token (http, SERVICE_GITHUB_API, NULL);
  http_set_token (http, SERVICE_BUILDKITE_API, "token");

  return triage_statuses_read (&look, error);
}

/* The commit number N has STATUSES. */
static void
add_statuses (World      *world,
              guint       n,
              const char *head,
              const char *statuses)
{
  g_autofree char *path = g_strdup_printf ("/repos/quill/quill/commits/%040x/status?per_page=100", n);
  g_autofree char *body = g_strdup_printf ("{\"statuses\": [%s]}", statuses);

  small_server_add (world->server, path, head, body);
}

/* The branch has N commits. */
static void
add_commits (World *world,
             guint  n)
{
  g_autoptr (GString) body = g_string_new ("[null, {}");

  for (guint i = 1; i <= n; i++)
    g_string_append_printf (body, ", {\"sha\": \"%040x\"}", i);
  if (n == 0)
    g_string_assign (body, "[");
  g_string_append_c (body, ']');
  small_server_add (world->server, COMMITS, OK, body->str);
}

static void
add_build (World      *world,
           const char *pipeline,
           guint       number,
           const char *jobs)
{
  g_autofree char *path = g_strdup_printf ("/v2/organizations/quill/pipelines/%s/builds/%u?include_retried_jobs=true", pipeline, number);
  g_autofree char *body = g_strdup_printf ("{\"number\": %u, \"jobs\": [%s]}", number, jobs);

  small_server_add (world->server, path, OK, body);
}

/* The runs as "pipeline build name state id", of which the last digit, a line each. */
static void
check_runs (GPtrArray  *runs,
            const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++) {
    const RemoteJob *job = ((TriageRun *) g_ptr_array_index (runs, i))->job;

    g_string_append_printf (text, "%s %s %s %s %s\n", job->pipeline, job->build, job->name, remote_job_state_to_string (job->state),
                            *job->id != '\0' ? job->id + strlen (job->id) - 1 : "-");
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_runs (void)
{
  World world;
  g_autoptr (GPtrArray) runs = NULL;
  const RemoteJob *job;

  start (&world);
  add_commits (&world, 2);
  add_statuses (&world, 1, OK, STATUS ("ci", "failure", "ci/builds/11") ", " STATUS ("ci/page-tests", "success", "ci/builds/11#" UUID "1") ", "
                STATUS ("ci/lint", "pending", "ci/builds/11#" UUID "2") ", " STATUS ("ci/pr/page-tests", "failure", "ci/builds/11#" UUID "3") ", "
                STATUS ("docs/page-tests", "failure", "docs/builds/11#" UUID "4"));
  add_statuses (&world, 2, OK, STATUS ("ci/page-tests", "failure", "ci/builds/12#" UUID "5") ", " STATUS ("ci/lint", "success", "ci/builds/12#" UUID "6") ", "
                STATUS ("ci/other", "error", "ci/builds/12#" UUID "7"));
  add_build (&world, "ci", 12, "{\"id\": \"" UUID "5\", \"name\": \"Page Tests!\", \"state\": \"failed\"}, "
             "{\"id\": \"" UUID "8\", \"name\": \"Never Ran\", \"state\": \"broken\"}");
  runs = read_runs (&world, "quill/quill", CI, NULL);
  check_runs (runs, "ci 12 lint passed 6\nci 12 Page Tests! failed 5\nci 11 Page Tests! passed 1\n");
  job = ((TriageRun *) g_ptr_array_index (runs, 1))->job;
  g_assert_cmpstr (job->repository, ==, "quill/quill");
  g_assert_cmpstr (job->branch, ==, "main");
  g_assert_cmpstr (job->commit, ==, "0000000000000000000000000000000000000002");
  g_assert_cmpuint (world.warnings->len, ==, 0);
  stop (&world);
}

/* A status that leads to no more than the build; the last attempt is meant. */
static void
test_no_ids (void)
{
  World world;
  g_autoptr (GPtrArray) runs = NULL;

  start (&world);
  add_commits (&world, 1);
  add_statuses (&world, 1, OK, STATUS ("ci/page-tests", "failure", "ci/builds/12") ", " STATUS ("ci/gone", "failure", "ci/builds/12"));
  add_build (&world, "ci", 12, "{\"id\": \"" UUID "1\", \"name\": \"Page Tests\", \"state\": \"failed\", \"retried_in_job_id\": \"x\"}, "
             "{\"id\": \"" UUID "2\", \"name\": \"Page Tests\", \"state\": \"failed\"}");
  runs = read_runs (&world, "quill/quill", CI, NULL);
  check_runs (runs, "ci 12 gone failed -\nci 12 Page Tests failed 2\n");
  stop (&world);
}

/* The jobs of a parallel step have names of their own, and one status. */
static void
test_parallel (void)
{
  World world;
  g_autoptr (GPtrArray) runs = NULL;

  start (&world);
  add_commits (&world, 1);
  add_statuses (&world, 1, OK, STATUS ("ci/page-tests", "failure", "ci/builds/12"));
  add_build (&world, "ci", 12,
             "{\"id\": \"" UUID "1\", \"name\": \"Page Tests\", \"state\": \"passed\", \"parallel_group_index\": 0, \"parallel_group_total\": 3}, "
             "{\"id\": \"" UUID "2\", \"name\": \"Page Tests\", \"state\": \"failed\", \"parallel_group_index\": 1, \"parallel_group_total\": 3}, "
             "{\"id\": \"" UUID "3\", \"name\": \"Page Tests\", \"state\": \"passed\", \"parallel_group_index\": 2, \"parallel_group_total\": 3}");
  runs = read_runs (&world, "quill/quill", CI, NULL);
  check_runs (runs, "ci 12 Page Tests failed 2\n");
  stop (&world);
}

/* Without the builds' jobs, slugs are their names. */
static void
test_no_names (void)
{
  World world;
  g_autoptr (GPtrArray) runs = NULL;

  start (&world);
  add_commits (&world, 1);
  add_statuses (&world, 1, OK, STATUS ("ci/page-tests", "failure", "ci/builds/12#" UUID "1"));
  runs = read_runs (&world, "quill/quill", CI, NULL);
  check_runs (runs, "ci 12 page-tests failed 1\n");
  stop (&world);
}

/* Where the profile names no pipeline, builds of several may have the same number. */
static void
test_pipelines (void)
{
  World world;
  g_autoptr (GPtrArray) runs = NULL;

  start (&world);
  add_commits (&world, 1);
  add_statuses (&world, 1, OK, STATUS ("ci/page-tests", "failure", "ci/builds/12") ", " STATUS ("docs/page-tests", "failure", "docs/builds/12"));
  add_build (&world, "ci", 12, "{\"id\": \"" UUID "1\", \"name\": \"Page Tests\", \"state\": \"failed\"}");
  add_build (&world, "docs", 12, "{\"id\": \"" UUID "2\", \"name\": \"Page tests\", \"state\": \"failed\"}");
  runs = read_runs (&world, "quill/quill", NULL, NULL);
  g_assert_cmpuint (runs->len, ==, 2);
  for (guint i = 0; i < runs->len; i++) {
    const RemoteJob *job = ((TriageRun *) g_ptr_array_index (runs, i))->job;
    gboolean is_docs = g_str_equal (job->pipeline, "docs");

    g_assert_cmpstr (job->id, ==, is_docs ? UUID "2" : UUID "1");
    g_assert_cmpstr (job->name, ==, is_docs ? "Page tests" : "Page Tests");
  }
  stop (&world);
}

static void
test_hostile (void)
{
  World world;
  g_autoptr (GPtrArray) runs = NULL;

  start (&world);
  add_commits (&world, 1);
  add_statuses (&world, 1, OK, "null, 5, {}, {\"context\": \"buildkite/ci/a\", \"state\": \"failure\", \"target_url\": null}, "
                "{\"context\": \"buildkite/ci/a\", \"state\": \"failure\", \"target_url\": \"https://other.example/quill/ci/builds/12\"}, "
                "{\"context\": \"buildkite/ci/a\", \"state\": \"failure\", \"target_url\": \"not an address\"}, "
                STATUS ("ci/", "failure", "ci/builds/12") ", " STATUS ("ci/a", "failure", "../../etc/passwd") ", "
                STATUS ("ci/a", "failure", "ci/builds/x") ", " STATUS ("ci/b", "success", "ci/builds/12#" UUID "1"));
  runs = read_runs (&world, "quill/quill", CI, NULL);
  check_runs (runs, "ci 12 b passed 1\n");
  stop (&world);
}

static void
check_error (const char *repository,
             const char *commits,
             int         code)
{
  World world;
  g_autoptr (GError) error = NULL;

  start (&world);
  small_server_add (world.server, COMMITS, OK, commits);
  add_statuses (&world, 1, OK, "");
  g_assert_null (read_runs (&world, repository, CI, &error));
  g_assert_error (error, HTTP_ERROR, code);
  stop (&world);
}

static void
test_errors (void)
{
  check_error ("", "[]", HTTP_ERROR_ADDRESS);
  check_error ("quill/quill", "{}", HTTP_ERROR_ANSWER);
  check_error ("quill/quill", "<html>", HTTP_ERROR_ANSWER);
  check_error ("quill/quill", "[{\"sha\": \"../../../user\"}]", HTTP_ERROR_ANSWER);
  check_error ("quill/quill", "[{\"sha\": \"0000000000000000000000000000000000000009\"}]", HTTP_ERROR_NOT_FOUND);
  check_error ("quill/quill", "[{\"sha\": \"0000000000000000000000000000000000000001\"}]", HTTP_ERROR_NOT_FOUND);
}

/* A branch to which nothing came is no error. */
static void
test_nothing (void)
{
  World world;
  g_autoptr (GPtrArray) runs = NULL;

  start (&world);
  add_commits (&world, 0);
  runs = read_runs (&world, "quill/quill", CI, NULL);
  g_assert_cmpuint (runs->len, ==, 0);
  stop (&world);
}

/* What could be read of some commits is there, and said not to be all; after a few that could not it is given up. */
static void
test_half (void)
{
  World world;
  g_autoptr (GPtrArray) runs = NULL;

  start (&world);
  add_commits (&world, 9);
  add_statuses (&world, 1, OK, STATUS ("ci/a", "success", "ci/builds/12#" UUID "1"));
  add_statuses (&world, 9, OK, STATUS ("ci/a", "success", "ci/builds/11#" UUID "2"));
  runs = read_runs (&world, "quill/quill", CI, NULL);
  check_runs (runs, "ci 12 a passed 1\n");
  g_assert_cmpuint (world.warnings->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (world.warnings, 0), "Only 1 of 9 commits"));
  g_assert_cmpuint (small_server_count (world.server, "GET /repos/quill/quill/commits/"), ==, 4);
  stop (&world);
}

/* Without a token GitHub answers few requests; what was kept costs none. */
static void
test_few_requests (void)
{
  World world;
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GPtrArray) again = NULL;

  start (&world);
  add_commits (&world, TRIAGE_MAX_REQUESTS + 2);
  for (guint i = 1; i <= TRIAGE_MAX_REQUESTS + 2; i++)
    add_statuses (&world, i, OK, "{\"context\": \"buildkite/ci/a\", \"state\": \"success\", \"updated_at\": \"2020-05-07T08:11:40Z\", "
                  "\"target_url\": \"" PAGES "ci/builds/12#" UUID "1\"}");
  runs = read_runs (&world, "quill/quill", CI, NULL);
  g_assert_cmpuint (runs->len, ==, TRIAGE_MAX_REQUESTS);
  g_assert_cmpuint (small_server_count (world.server, "GET "), ==, 1 + TRIAGE_MAX_REQUESTS);
  g_assert_cmpuint (world.warnings->len, ==, 1);
  again = read_runs (&world, "quill/quill", CI, NULL);
  g_assert_cmpuint (again->len, ==, TRIAGE_MAX_REQUESTS + 2);
  g_assert_cmpuint (world.warnings->len, ==, 1);
  stop (&world);
}

/* A list that has no end. */
static void
test_endless (void)
{
  World world;
  g_autoptr (GString) body = g_string_new ("[");
  g_autofree char *head = NULL;

  start (&world);
  head = g_strdup_printf (OK "Link: <%s" COMMITS ">; rel=\"next\"\r\n", small_server_get_url (world.server));
  for (guint i = 0; i < 100; i++)
    g_string_append_printf (body, "%s{\"sha\": \"%040x\"}", i > 0 ? ", " : "", i);
  g_string_append_c (body, ']');
  small_server_add (world.server, COMMITS, head, body->str);
  g_assert_null (read_runs (&world, "quill/quill", CI, NULL));
  g_assert_cmpuint (small_server_count (world.server, "GET " COMMITS), ==, TRIAGE_MAX_COMMITS / 100);
  g_assert_cmpuint (world.warnings->len, ==, 1);
  stop (&world);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  own_folders_make ();
  g_setenv ("no_proxy", "*", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/triage-statuses/runs", test_runs);
  g_test_add_func ("/net/triage-statuses/no-ids", test_no_ids);
  g_test_add_func ("/net/triage-statuses/parallel", test_parallel);
  g_test_add_func ("/net/triage-statuses/no-names", test_no_names);
  g_test_add_func ("/net/triage-statuses/pipelines", test_pipelines);
  g_test_add_func ("/net/triage-statuses/hostile", test_hostile);
  g_test_add_func ("/net/triage-statuses/errors", test_errors);
  g_test_add_func ("/net/triage-statuses/nothing", test_nothing);
  g_test_add_func ("/net/triage-statuses/half", test_half);
  g_test_add_func ("/net/triage-statuses/few-requests", test_few_requests);
  g_test_add_func ("/net/triage-statuses/endless", test_endless);
  status = g_test_run ();
  own_folders_delete ();

  return status;
}
