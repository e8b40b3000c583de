/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "cache-folder.h"
#include "small-server.h"

#include "fetch.h"

#define OK  "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
#define LOG "one\ntwo\n"

/* One server for Buildkite's pages and its API, whose paths differ. */
typedef struct {
  SmallServer *server;
  Http        *http;
  RemoteJob   *job;
} World;

static void
set_up (World      *world,
        const char *token)
{
  g_autofree char *pages = NULL;
  g_autofree char *api = NULL;

  cache_folders_clear ();
  world->server = small_server_new ();
  pages = g_strconcat (small_server_get_url (world->server), "/pages", NULL);
  api = g_strconcat (small_server_get_url (world->server), "/api", NULL);
  g_setenv ("CULPRIT_BUILDKITE_URL", pages, TRUE);
  g_setenv ("CULPRIT_BUILDKITE_API_URL", api, TRUE);
  g_setenv ("CULPRIT_GITHUB_API_URL", api, TRUE);
  world->http = http_new ();
  http_set_token (world->http, SERVICE_BUILDKITE_API, token);
  http_set_token (world->http, SERVICE_GITHUB_API, token);
  world->job = remote_job_new ();
  world->job->service = SERVICE_BUILDKITE;
  world->job->state = REMOTE_JOB_FAILED;
  world->job->finished_at = 1;
  own_string_set (&world->job->id, "a");
  own_string_set (&world->job->name, "Page Tests");
  own_string_set (&world->job->owner, "quill");
  own_string_set (&world->job->pipeline, "ci");
  own_string_set (&world->job->build, "12");
  own_string_set (&world->job->url, "https://quill.example/12");
}

static void
tear_down (World *world)
{
  small_server_free (world->server);
  http_unref (world->http);
  remote_job_free (world->job);
}

/* Reads SOURCE, which is taken over, to its end. */
static void
check_source (LogSource  *taken_source,
              const char *name,
              const char *uri,
              const char *expected)
{
  g_autoptr (LogSource) source = taken_source;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  char buffer[100];
  gssize n;

  g_assert_nonnull (source);
  while ((n = g_input_stream_read (source->stream, buffer, sizeof buffer, NULL, &error)) > 0)
    g_string_append_len (text, buffer, n);
  g_assert_no_error (error);
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_cmpstr (source->name, ==, name);
  g_assert_cmpstr (source->uri, ==, uri);
}

static void
check_log (World *world)
{
  check_source (fetch_open_job (world->http, world->job, NULL, NULL), "Page Tests", "https://quill.example/12", LOG);
}

static void
check_error (World *world,
             int    code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fetch_open_job (world->http, world->job, NULL, &error));
  g_assert_error (error, HTTP_ERROR, code);
}

/* Of a job that has ended the log is kept once it was read, and comes without a request then. */
static void
test_pages (void)
{
  World world;

  set_up (&world, NULL);
  small_server_add (world.server, "/pages/quill/ci/builds/12", OK, "");
  small_server_add (world.server, "/pages/organizations/quill/pipelines/ci/builds/12/jobs/a/download", OK, LOG);
  g_assert_false (fetch_has_kept (world.job));
  check_log (&world);
  g_assert_true (fetch_has_kept (world.job));
  check_log (&world);
  g_assert_cmpuint (http_get_n_requests (world.http), ==, 2);
  tear_down (&world);
}

static void
test_running (void)
{
  World world;

  set_up (&world, "token");
  small_server_add (world.server, "/api/v2/organizations/quill/pipelines/ci/builds/12/jobs/a/log", OK, LOG);
  world.job->state = REMOTE_JOB_RUNNING;
  world.job->finished_at = 0;
  check_log (&world);
  g_assert_false (fetch_has_kept (world.job));
  tear_down (&world);
}

/* Half a log is not kept. */
static void
test_half (void)
{
  World world;
  g_autoptr (LogSource) source = NULL;
  char buffer[3];

  set_up (&world, "token");
  small_server_add (world.server, "/api/v2/organizations/quill/pipelines/ci/builds/12/jobs/a/log", OK, LOG);
  source = fetch_open_job (world.http, world.job, NULL, NULL);
  g_assert_cmpint (source->size, ==, strlen (LOG));
  g_assert_cmpint (g_input_stream_read (source->stream, buffer, sizeof buffer, NULL, NULL), ==, sizeof buffer);
  g_clear_pointer (&source, log_source_free);
  g_assert_false (fetch_has_kept (world.job));
  tear_down (&world);
}

/* A job of which no more is known than its organization is for those who have a token. */
static void
test_no_pipeline (void)
{
  World world;

  set_up (&world, NULL);
  own_string_set (&world.job->pipeline, "");
  own_string_set (&world.job->build, "");
  check_error (&world, HTTP_ERROR_TOKEN);
  g_assert_cmpuint (http_get_n_requests (world.http), ==, 0);
  tear_down (&world);

  set_up (&world, "token");
  own_string_set (&world.job->pipeline, "");
  own_string_set (&world.job->build, "");
  check_error (&world, HTTP_ERROR_NOT_FOUND);
  small_server_add (world.server, "/api/v2/organizations/quill/jobs/a/log", OK, LOG);
  check_log (&world);
  tear_down (&world);
}

/* A token that may not see it leaves the pages, as long as these are there. */
static void
test_refused (void)
{
  World world;

  set_up (&world, "token");
  check_error (&world, HTTP_ERROR_NOT_FOUND);
  small_server_add (world.server, "/pages/quill/ci/builds/12", OK, "");
  small_server_add (world.server, "/pages/organizations/quill/pipelines/ci/builds/12/jobs/a/download", OK, LOG);
  check_log (&world);
  tear_down (&world);
}

static void
test_github (void)
{
  World world;

  set_up (&world, "token");
  world.job->service = SERVICE_GITHUB;
  own_string_set (&world.job->pipeline, "quill");
  own_string_set (&world.job->name, "");
  small_server_add (world.server, "/api/repos/quill/quill/actions/jobs/a/logs", OK, LOG);
  check_source (fetch_open_job (world.http, world.job, NULL, NULL), "a", "https://quill.example/12", LOG);
  tear_down (&world);
}

/* What is at PATH of another server is called NAME. */
static void
check_other (const char *path,
             const char *name)
{
  g_autoptr (SmallServer) server = small_server_new ();
  g_autoptr (Http) http = http_new ();
  g_autofree char *url = g_strconcat (small_server_get_url (server), path, NULL);
  g_autoptr (Address) address = address_parse (url, NULL);

  g_assert_cmpint (address->kind, ==, ADDRESS_OTHER);
  small_server_add (server, path, OK, LOG);
  check_source (fetch_open_other (http, address, NULL, NULL), name, url, LOG);
}

static void
test_other (void)
{
  g_autofree char *long_path = g_strdup_printf ("/%0300d", 0);
  g_autofree char *long_name = g_strdup_printf ("%0160d", 0);

  check_other ("/logs/page.log", "page.log");
  check_other ("/logs/page.log?token=secret", "page.log");
  check_other ("/", "127.0.0.1");
  check_other ("/logs/page%20tests.log", "page tests.log");
  check_other ("/logs/..%2F..%2Fetc%2Fpasswd", "127.0.0.1");
  check_other ("/logs/a%2F..%2Fb", "a_.._b");
  check_other ("/logs/-rf", "_rf");
  check_other ("/logs/a%0Ab%E2%80%AEc%1B", "a_b_c_");
  check_other (long_path, long_name);
}

static void
test_no_other (void)
{
  g_autoptr (SmallServer) server = small_server_new ();
  g_autoptr (Http) http = http_new ();
  g_autofree char *url = g_strconcat (small_server_get_url (server), "/page.log", NULL);
  g_autoptr (Address) address = address_parse (url, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (fetch_open_other (http, address, NULL, &error));
  g_assert_error (error, HTTP_ERROR, HTTP_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("no_proxy", "*", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/net/fetch-log/pages", test_pages);
  g_test_add_func ("/net/fetch-log/running", test_running);
  g_test_add_func ("/net/fetch-log/half", test_half);
  g_test_add_func ("/net/fetch-log/no-pipeline", test_no_pipeline);
  g_test_add_func ("/net/fetch-log/refused", test_refused);
  g_test_add_func ("/net/fetch-log/github", test_github);
  g_test_add_func ("/net/fetch-log/other", test_other);
  g_test_add_func ("/net/fetch-log/no-other", test_no_other);

  return g_test_run ();
}
