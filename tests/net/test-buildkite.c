/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "json-answer.h"
#include "small-server.h"

#include "buildkite.h"

#define OK    "HTTP/1.1 200 OK\r\n"
#define PAGE  "/quill/ci/builds/12"
#define LIST  PAGE "/data/jobs?include_retried_jobs=true&paginate=false&page=%u"
#define ENDED "\"state\": \"finished\", \"finished_at\": \"2026-05-07T08:11:40Z\""

/* The jobs of a list as "id state name", with a star behind those that were retried, and a line each. */
static char *
describe (GPtrArray *jobs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; jobs != NULL && i < jobs->len; i++) {
    const RemoteJob *job = g_ptr_array_index (jobs, i);

    g_string_append_printf (text, "%s %s%s %s\n", job->id, remote_job_state_to_string (job->state), job->is_retried ? "*" : "", job->name);
  }

  return g_string_free (text, FALSE);
}

/* What is read of the jobs of a build as the API gives them. */
static void
check_jobs (const char *jobs_json,
            const char *expected)
{
  g_autofree char *text = g_strdup_printf ("{\"number\": 12, \"jobs\": [%s]}", jobs_json);
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));
  g_autoptr (JsonNode) json = json_answer_parse (body, "", NULL);
  g_autoptr (GPtrArray) jobs = NULL;
  g_autofree char *found = NULL;

  g_assert_nonnull (json);
  jobs = buildkite_read_jobs ("quill", "ci", json_answer_get_object (json));
  found = describe (jobs);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_states (void)
{
  check_jobs ("", "");
  check_jobs ("{\"id\": \"a\", \"name\": \"A\", \"state\": \"passed\"}", "a passed A\n");
  check_jobs ("{\"id\": \"a\", \"name\": \"A\", \"state\": \"failed\"}", "a failed A\n");
  check_jobs ("{\"id\": \"a\", \"name\": \"A\", \"state\": \"timed_out\"}", "a failed A\n");
  check_jobs ("{\"id\": \"a\", \"name\": \"A\", \"state\": \"failed\", \"soft_failed\": true}", "a soft-failed A\n");
  check_jobs ("{\"id\": \"a\", \"name\": \"A\", \"state\": \"canceled\"}", "a canceled A\n");
  check_jobs ("{\"id\": \"a\", \"name\": \"A\", \"state\": \"running\"}", "a running A\n");
  check_jobs ("{\"id\": \"a\", \"name\": \"A\", \"state\": \"scheduled\"}", "a running A\n");
  check_jobs ("{\"id\": \"a\", \"name\": \"A\", \"state\": \"broken\"}", "a skipped A\n");
  check_jobs ("{\"id\": \"a\", \"name\": \"A\", \"state\": \"something new\"}", "a skipped A\n");
  check_jobs ("{\"id\": \"a\", \"name\": \"A\"}", "a skipped A\n");
  check_jobs ("{\"id\": \"a\", \"name\": \"A\", \"state\": \"finished\", \"passed\": true}", "a passed A\n");
  check_jobs ("{\"id\": \"a\", \"name\": \"A\", \"state\": \"failed\", \"retried_in_job_id\": \"b\"}", "a failed* A\n");
  check_jobs ("{\"id\": \"a\", \"name\": \"A\", \"state\": \"failed\", \"retried\": true, \"retried_in_job_id\": null}", "a failed* A\n");
}

static void
test_hostile (void)
{
  check_jobs ("{\"id\": \"../x\", \"state\": \"failed\"}, {\"id\": \"a?b\"}, {\"id\": \"\"}, {\"id\": 5}, null, [], {\"id\": \"a%2f\"}, "
              "{\"id\": \"w\", \"type\": \"waiter\"}, {\"id\": \"a\", \"name\": 5, \"state\": {}}", "a skipped \n");
  check_jobs ("{\"id\": \"a\", \"name\": \"A\", \"state\": \"failed\"}, {\"id\": \"a\", \"name\": \"B\", \"state\": \"passed\"}", "a failed A\n");
}

/* Jobs that run side by side have names of their own. */
static void
check_parallel (const char *name,
                int         index,
                int         total,
                const char *expected)
{
  g_autofree char *json = g_strdup_printf ("{\"id\": \"a\", \"name\": \"%s\", \"state\": \"passed\", \"parallel_group_index\": %d, "
                                           "\"parallel_group_total\": %d}", name, index, total);
  g_autofree char *line = g_strdup_printf ("a passed %s\n", expected);

  check_jobs (json, line);
}

static void
test_parallel (void)
{
  check_parallel ("Engine", 0, 4, "Engine 1/4");
  check_parallel ("Engine", 3, 4, "Engine 4/4");
  check_parallel ("Engine/Core", 1, 4, "Engine/Core 2/4");
  check_parallel ("Engine Shard 2/4", 1, 4, "Engine Shard 2/4");
  check_parallel ("Engine Shard 2", 1, 4, "Engine Shard 2");
  check_parallel ("Engine", 0, 1, "Engine");
  check_parallel ("Engine", 9, 4, "Engine");
  check_parallel ("Engine", -1, 4, "Engine");
}

/* A build for which no commit was checked out, or that says something else, has none. */
static void
test_commit (void)
{
  const struct {
    const char *told;
    const char *commit;
  } cases[] = { { "f596e76f596e76f596e76f596e76f596e76f596e", "f596e76f596e76f596e76f596e76f596e76f596e" }, { "HEAD", "" },
                { "../../x", "" }, { "\u00e9\u00e9\u00e9\u00e9\u00e9", "" }, { "", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *json = g_strdup_printf ("{\"number\": 12, \"commit\": \"%s\", \"jobs\": [{\"id\": \"a\", \"name\": \"A\"}]}", cases[i].told);
    g_autoptr (JsonNode) node = json_from_string (json, NULL);
    g_autoptr (GPtrArray) jobs = buildkite_read_jobs ("quill", "ci", json_node_get_object (node));

    g_assert_cmpstr (((RemoteJob *) g_ptr_array_index (jobs, 0))->commit, ==, cases[i].commit);
  }
}

static SmallServer *
start (void)
{
  SmallServer *server = small_server_new ();

  g_setenv ("CULPRIT_BUILDKITE_URL", small_server_get_url (server), TRUE);
  g_setenv ("CULPRIT_BUILDKITE_API_URL", "http://127.0.0.1:1", TRUE);
  small_server_add (server, PAGE, OK "Set-Cookie: _buildkite_sess=words; path=/\r\n", "<html></html>");

  return server;
}

static void
add_page (SmallServer *server,
          guint        page,
          const char  *records,
          gboolean     has_more)
{
  g_autofree char *path = g_strdup_printf (LIST, page);
  g_autofree char *body = g_strdup_printf ("{\"records\": [%s], \"has_next_page\": %s}", records, has_more ? "true" : "false");

  small_server_add (server, path, OK, body);
}

static GPtrArray *
list (GError **error)
{
  g_autoptr (Http) http = http_new ();

  http_set_token (http, SERVICE_BUILDKITE_API, NULL);

  return buildkite_list_jobs (http, "quill", "ci", "12", NULL, error);
}

static void
test_pages (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (GPtrArray) jobs = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autofree char *found = NULL;
  g_autofree char *again = NULL;
  g_autofree char *requests = NULL;
  const RemoteJob *job;

  add_page (server, 1, "{\"id\": \"a\", \"name\": \"A\", \"step_uuid\": \"s\", " ENDED "}", TRUE);
  add_page (server, 2, "{\"id\": \"b\", \"name\": \"A\", \"step_uuid\": \"s\", \"passed\": true, " ENDED "}", FALSE);
  small_server_add (server, PAGE ".json", OK, "{\"branch_name\": \"main\", \"commit_id\": \"0123abc\", \"pull_request\": {\"id\": \"7\"}, " ENDED "}");
  jobs = list (NULL);
  found = describe (jobs);
  g_assert_cmpstr (found, ==, "a failed* A\nb passed A\n");
  job = g_ptr_array_index (jobs, 1);
  g_assert_cmpstr (job->branch, ==, "main");
  g_assert_cmpstr (job->commit, ==, "0123abc");
  g_assert_cmpstr (job->pull_request, ==, "7");
  g_assert_true (g_str_has_suffix (job->url, "/quill/ci/builds/12#b"));

  kept = list (NULL);
  again = describe (kept);
  requests = small_server_dup_requests (server);
  g_assert_cmpstr (again, ==, found);
  g_assert_cmpuint (g_strrstr (requests, "GET") - requests, >, 0);
  g_assert_nonnull (strstr (requests, "Cookie: _buildkite_sess=words\r\n"));
  g_assert_true (strstr (requests, PAGE ".json") == g_strrstr (requests, PAGE ".json"));
}

/* A page that cannot be had is not left out. */
static void
test_half (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (GError) error = NULL;

  add_page (server, 1, "{\"id\": \"a\", \"name\": \"A\", " ENDED "}", TRUE);
  g_assert_null (list (&error));
  g_assert_error (error, HTTP_ERROR, HTTP_ERROR_NOT_FOUND);
}

/* What has changed is told, and not kept. */
static void
test_changed (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;

  add_page (server, 1, "{\"uuid\": \"a\", \"name\": \"A\", " ENDED "}", FALSE);
  small_server_add (server, PAGE ".json", OK, "{" ENDED "}");
  g_assert_null (list (&error));
  g_assert_error (error, HTTP_ERROR, HTTP_ERROR_ANSWER);
  g_assert_null (list (&again));
  g_assert_error (again, HTTP_ERROR, HTTP_ERROR_ANSWER);
}

/* Without the facts of the build its jobs are there all the same, and asked for again. */
static void
test_no_facts (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (GPtrArray) jobs = NULL;
  g_autoptr (GPtrArray) again = NULL;

  add_page (server, 1, "{\"id\": \"a\", \"name\": \"A\", " ENDED "}", FALSE);
  add_page (server, 1, "{\"id\": \"b\", \"name\": \"B\", " ENDED "}", FALSE);
  jobs = list (NULL);
  again = list (NULL);
  g_assert_cmpuint (jobs->len, ==, 1);
  g_assert_cmpstr (((RemoteJob *) g_ptr_array_index (jobs, 0))->branch, ==, "");
  g_assert_cmpstr (((RemoteJob *) g_ptr_array_index (again, 0))->id, ==, "b");
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("no_proxy", "*", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/net/buildkite/states", test_states);
  g_test_add_func ("/net/buildkite/hostile", test_hostile);
  g_test_add_func ("/net/buildkite/parallel", test_parallel);
  g_test_add_func ("/net/buildkite/commit", test_commit);
  g_test_add_func ("/net/buildkite/pages", test_pages);
  g_test_add_func ("/net/buildkite/half", test_half);
  g_test_add_func ("/net/buildkite/changed", test_changed);
  g_test_add_func ("/net/buildkite/no-facts", test_no_facts);

  return g_test_run ();
}
