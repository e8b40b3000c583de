/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "cache-folder.h"
#include "small-server.h"

#include "fetch.h"

#define OK  "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
#define LOG "0123456789abcdef\n"

/* One server for Buildkite's pages and its API, whose paths differ. */
typedef struct {
  SmallServer *server;
  Http        *http;
  RemoteJob   *job;
  char        *page;
  char        *api;
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
  world->http = http_new ();
  http_set_token (world->http, SERVICE_BUILDKITE_API, token);
  world->job = remote_job_new ();
  world->job->service = SERVICE_BUILDKITE;
  world->job->state = REMOTE_JOB_FAILED;
  world->job->finished_at = 1;
  own_string_set (&world->job->id, "a-job");
  own_string_set (&world->job->owner, "quill");
  own_string_set (&world->job->pipeline, "ci");
  own_string_set (&world->job->build, "12");
  world->page = g_strdup ("/pages/organizations/quill/pipelines/ci/builds/12/jobs/a-job/download");
  world->api = g_strdup ("/api/v2/organizations/quill/pipelines/ci/builds/12/jobs/a-job/log");
  small_server_add (world->server, "/pages/quill/ci/builds/12", OK, "");
}

static void
tear_down (World *world)
{
  small_server_free (world->server);
  http_unref (world->http);
  remote_job_free (world->job);
  g_free (world->page);
  g_free (world->api);
}

static void
check_tail (World      *world,
            gsize       n_bytes,
            const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) tail = fetch_read_tail (world->http, world->job, n_bytes, NULL, &error);

  if (expected == NULL) {
    g_assert_null (tail);
    g_assert_nonnull (error);
    return;
  }
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (tail, NULL), g_bytes_get_size (tail), expected, strlen (expected));
}

/* Without a token all of it is read, and kept. */
static void
test_pages (void)
{
  World world;
  guint n_requests;

  set_up (&world, NULL);
  small_server_add (world.server, world.page, OK, LOG);
  check_tail (&world, 5, "cdef\n");
  n_requests = http_get_n_requests (world.http);
  check_tail (&world, 5, "cdef\n");
  check_tail (&world, 0, "\n");
  check_tail (&world, 17, LOG);
  check_tail (&world, 1000, LOG);
  check_tail (&world, G_MAXSIZE, LOG);
  g_assert_cmpuint (http_get_n_requests (world.http), ==, n_requests);
  tear_down (&world);
}

static void
test_long (void)
{
  g_autofree char *filling = g_strnfill (1000000, 'x');
  g_autofree char *log = g_strconcat (filling, LOG, NULL);
  World world;

  set_up (&world, NULL);
  small_server_add (world.server, world.page, OK, log);
  world.job->finished_at = 0;
  check_tail (&world, 5, "cdef\n");
  check_tail (&world, 18, "x" LOG);
  check_tail (&world, 2000000, log);
  tear_down (&world);
}

/* With one the end alone is asked for, and nothing kept. */
static void
test_api (void)
{
  World world;
  g_autofree char *requests = NULL;

  set_up (&world, "words");
  small_server_add (world.server, world.api, "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 12-16/17\r\n", "cdef\n");
  small_server_add (world.server, world.api, "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-16/17\r\n", LOG);
  check_tail (&world, 5, "cdef\n");
  check_tail (&world, 100, LOG);
  requests = small_server_dup_requests (world.server);
  g_assert_nonnull (strstr (requests, "Range: bytes=-5\r\n"));
  g_assert_nonnull (strstr (requests, "Range: bytes=-100\r\n"));
  g_assert_nonnull (strstr (requests, "Accept: text/plain\r\n"));
  g_assert_cmpuint (http_get_n_requests (world.http), ==, 2);
  tear_down (&world);
}

/* What gives another part than was asked for, or none, is read from its beginning. */
static void
test_wrong_parts (void)
{
  static const char * const heads[] = {
    "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-4/17\r\n", "HTTP/1.1 206 Partial Content\r\n",
    "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes */17\r\n", "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 12-16/*\r\n",
    "HTTP/1.1 416 Range Not Satisfiable\r\n", "HTTP/1.1 400 Bad Request\r\n", OK,
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++) {
    World world;

    g_test_message ("%s", heads[i]);
    set_up (&world, "words");
    small_server_add (world.server, world.api, heads[i], "01234");
    small_server_add (world.server, world.api, OK, LOG);
    check_tail (&world, 5, "cdef\n");
    tear_down (&world);
  }
}

/* A token of somebody who may not see it leaves the pages. */
static void
test_refused (void)
{
  World world;

  set_up (&world, "words");
  small_server_add (world.server, world.api, "HTTP/1.1 404 Not Found\r\n", "{}");
  small_server_add (world.server, world.page, OK, LOG);
  check_tail (&world, 5, "cdef\n");
  tear_down (&world);

  set_up (&world, "words");
  check_tail (&world, 5, NULL);
  tear_down (&world);

  set_up (&world, "words");
  own_string_set (&world.job->build, "13");
  check_tail (&world, 5, NULL);
  tear_down (&world);
}

static void
test_empty (void)
{
  World world;

  set_up (&world, NULL);
  small_server_add (world.server, world.page, OK, "");
  check_tail (&world, 5, "");
  tear_down (&world);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("no_proxy", "*", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/net/fetch-tail/pages", test_pages);
  g_test_add_func ("/net/fetch-tail/long", test_long);
  g_test_add_func ("/net/fetch-tail/api", test_api);
  g_test_add_func ("/net/fetch-tail/wrong-parts", test_wrong_parts);
  g_test_add_func ("/net/fetch-tail/refused", test_refused);
  g_test_add_func ("/net/fetch-tail/empty", test_empty);

  return g_test_run ();
}
