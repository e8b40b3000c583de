/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "small-server.h"

#include "http.h"

#define OK   "HTTP/1.1 200 OK\r\n"
#define ETAG "ETag: \"1\"\r\n"

/* A server that is GitHub, and a session. */
typedef struct {
  SmallServer *server;
  Http        *http;
  char        *url;
  guint        n_waits;
} World;

static void
http_waits (const char *message,
            gpointer    user_data)
{
  World *world = user_data;

  g_test_message ("%s", message);
  world->n_waits++;
}

static void
set_up (World *world)
{
  world->server = small_server_new ();
  g_setenv ("CULPRIT_GITHUB_API_URL", small_server_get_url (world->server), TRUE);
  world->http = http_new ();
  world->url = g_strconcat (small_server_get_url (world->server), "/x", NULL);
  world->n_waits = 0;
  http_set_token (world->http, SERVICE_GITHUB_API, NULL);
  http_set_wait_func (world->http, http_waits, world);
}

static void
tear_down (World *world)
{
  small_server_free (world->server);
  http_unref (world->http);
  g_free (world->url);
}

/* The text of the JSON that comes, or NULL: CODE is what was wrong. */
static void
check (World      *world,
       HttpKeep    keep,
       const char *expected,
       HttpError   code)
{
  HttpRequest request = { .url = world->url, .keep = keep };
  g_autoptr (GError) error = NULL;
  g_autoptr (HttpAnswer) answer = http_ask (world->http, &request, NULL, &error);

  if (expected == NULL) {
    g_assert_error (error, HTTP_ERROR, (int) code);
    return;
  }
  g_assert_no_error (error);
  g_assert_cmpstr (json_node_get_string (answer->json), ==, expected);
}

static void
test_etag (void)
{
  World world;
  g_autofree char *requests = NULL;

  set_up (&world);
  small_server_add (world.server, "/x", OK ETAG, "\"a\"");
  small_server_add (world.server, "/x", "HTTP/1.1 304 Not Modified\r\n" ETAG, "");
  small_server_add (world.server, "/x", OK "ETag: \"2\"\r\n", "\"b\"");
  check (&world, HTTP_KEEP_CHECKED, "a", 0);
  check (&world, HTTP_KEEP_CHECKED, "a", 0);
  check (&world, HTTP_KEEP_CHECKED, "b", 0);
  requests = small_server_dup_requests (world.server);
  g_assert_nonnull (strstr (requests, "If-None-Match: \"1\"\r\n"));
  g_assert_cmpuint (http_get_n_requests (world.http), ==, 3);
  tear_down (&world);
}

/* What would say more than an ETag does is not sent back. */
static void
test_hostile_etag (void)
{
  World world;
  g_autofree char *requests = NULL;

  set_up (&world);
  small_server_add (world.server, "/x", OK "ETag: \"1\"\rX-Evil: 1\r\n", "\"a\"");
  check (&world, HTTP_KEEP_CHECKED, "a", 0);
  check (&world, HTTP_KEEP_CHECKED, "a", 0);
  requests = small_server_dup_requests (world.server);
  g_assert_null (strstr (requests, "X-Evil"));
  tear_down (&world);
}

/* A redirect leads to another host, which is not told of the ETag. */
static void
test_etag_stays (void)
{
  World world;
  g_autoptr (SmallServer) other = small_server_new ();
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 302 Found\r\nLocation: %s/x\r\n", small_server_get_url (other));
  g_autofree char *requests = NULL;

  set_up (&world);
  small_server_add (world.server, "/x", OK ETAG, "\"a\"");
  small_server_add (world.server, "/x", head, "");
  small_server_add (other, "/x", OK, "\"b\"");
  check (&world, HTTP_KEEP_CHECKED, "a", 0);
  check (&world, HTTP_KEEP_CHECKED, "b", 0);
  requests = small_server_dup_requests (other);
  g_assert_nonnull (strstr (requests, "GET /x"));
  g_assert_null (strstr (requests, "If-None-Match"));
  tear_down (&world);
}

static void
test_kept_for_good (void)
{
  World world;
  HttpRequest request;
  g_autoptr (HttpAnswer) answer = NULL;

  set_up (&world);
  request = (HttpRequest) { .url = world.url, .keep = HTTP_KEEP_FINAL };
  small_server_add (world.server, "/x", OK, "\"a\"");
  small_server_add (world.server, "/x", OK, "\"b\"");
  answer = http_ask (world.http, &request, NULL, NULL);
  g_assert_false (http_has_kept (world.http, &request));
  http_keep (world.http, &request, answer);
  g_assert_true (http_has_kept (world.http, &request));
  check (&world, HTTP_KEEP_FINAL, "a", 0);
  check (&world, HTTP_KEEP_CHECKED, "a", 0);
  check (&world, HTTP_KEEP_NOTHING, "b", 0);
  tear_down (&world);
}

/* Another try after trouble; none after what another try does not mend. */
static void
test_tries (void)
{
  World world;

  set_up (&world);
  small_server_add (world.server, "/x", "HTTP/1.1 502 Bad Gateway\r\n", "<html>");
  small_server_add (world.server, "/x", OK "Content-Length: 50\r\n", "\"a");
  small_server_add (world.server, "/x", OK, "\"a\"");
  check (&world, HTTP_KEEP_NOTHING, "a", 0);
  g_assert_cmpuint (http_get_n_requests (world.http), ==, 3);
  tear_down (&world);

  set_up (&world);
  small_server_add (world.server, "/x", "HTTP/1.1 422 Unprocessable\r\n", "{}");
  check (&world, HTTP_KEEP_NOTHING, NULL, HTTP_ERROR_REFUSED);
  g_assert_cmpuint (http_get_n_requests (world.http), ==, 1);
  tear_down (&world);
}

/* What writes is sent once, whatever comes of it. */
static void
test_writes_once (void)
{
  static const char * const heads[] = {
    "HTTP/1.1 502 Bad Gateway\r\n", "HTTP/1.1 401 Unauthorized\r\n", "HTTP/1.1 302 Found\r\nLocation: /y\r\n",
    "HTTP/1.1 503 Busy\r\n", OK "Content-Length: 50\r\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++) {
    World world;
    HttpRequest request;
    g_autoptr (GError) error = NULL;

    set_up (&world);
    http_set_token (world.http, SERVICE_GITHUB_API, "words");
    request = (HttpRequest) { .method = "POST", .url = world.url, .body = "{}" };
    small_server_add (world.server, "/x", heads[i], "\"a");
    g_assert_null (http_ask (world.http, &request, NULL, &error));
    g_assert_nonnull (error);
    g_assert_cmpuint (http_get_n_requests (world.http), ==, 1);
    tear_down (&world);
  }
}

static void
test_waits (void)
{
  World world;

  set_up (&world);
  small_server_add (world.server, "/x", "HTTP/1.1 429 Slow\r\nRetry-After: 1\r\n", "{}");
  small_server_add (world.server, "/x", OK, "\"a\"");
  check (&world, HTTP_KEEP_NOTHING, "a", 0);
  g_assert_cmpuint (world.n_waits, ==, 1);
  tear_down (&world);

  set_up (&world);
  small_server_add (world.server, "/x", "HTTP/1.1 429 Slow\r\nRetry-After: 11\r\n", "{}");
  check (&world, HTTP_KEEP_NOTHING, NULL, HTTP_ERROR_LIMITED);
  g_assert_cmpuint (world.n_waits, ==, 0);
  tear_down (&world);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (300000);
  g_cancellable_cancel (data);

  return NULL;
}

/* It ends at once while it waits for a service that asked for a pause. */
static void
test_cancel (void)
{
  World world;
  HttpRequest request;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 began = g_get_monotonic_time ();
  GThread *thread;

  set_up (&world);
  request = (HttpRequest) { .url = world.url };
  small_server_add (world.server, "/x", "HTTP/1.1 429 Slow\r\nRetry-After: 10\r\n", "{}");
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_assert_null (http_ask (world.http, &request, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 5 * G_USEC_PER_SEC);
  g_thread_join (thread);
  tear_down (&world);
}

static void
test_next (void)
{
  static const struct {
    const char *link;
    gboolean    is_taken;
  } cases[] = {
    { "%s/x?page=2", TRUE },
    { "http://quill.example/x?page=2&%s", FALSE },
    { "https://github.com/x?page=2&%s", FALSE },
    { "/x?page=2&%s", FALSE },
    { "file:///etc/passwd?%s", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    World world;
    HttpRequest request;
    g_autofree char *head = NULL;
    g_auto (GStrv) parts = g_strsplit (cases[i].link, "%s", 2);
    g_autoptr (HttpAnswer) answer = NULL;

    set_up (&world);
    request = (HttpRequest) { .url = world.url };
    head = g_strdup_printf (OK "Link: <%s%s%s>; rel=\"next\"\r\n", parts[0], small_server_get_url (world.server), parts[1]);
    small_server_add (world.server, "/x", head, "\"a\"");
    answer = http_ask (world.http, &request, NULL, NULL);
    g_assert_true ((answer->next_url != NULL) == cases[i].is_taken);
    tear_down (&world);
  }
}

static void
test_token (void)
{
  World world;
  g_autofree char *requests = NULL;

  set_up (&world);
  g_assert_false (http_has_token (world.http, SERVICE_GITHUB_API));
  http_set_token (world.http, SERVICE_GITHUB_API, "a\r\nX-Evil: 1");
  g_assert_false (http_has_token (world.http, SERVICE_GITHUB_API));
  http_set_token (world.http, SERVICE_GITHUB, "words");
  g_assert_false (http_has_token (world.http, SERVICE_GITHUB));
  http_set_token (world.http, SERVICE_GITHUB_API, "words");
  g_assert_true (http_has_token (world.http, SERVICE_GITHUB_API));
  small_server_add (world.server, "/x", "HTTP/1.1 401 Unauthorized\r\n", "{}");
  small_server_add (world.server, "/x", OK, "\"a\"");
  check (&world, HTTP_KEEP_NOTHING, "a", 0);
  g_assert_false (http_has_token (world.http, SERVICE_GITHUB_API));
  requests = small_server_dup_requests (world.server);
  g_assert_true (strstr (requests, "Bearer words") != NULL && strstr (requests, "Bearer words") == g_strrstr (requests, "Bearer words"));
  tear_down (&world);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("no_proxy", "*", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/net/http/etag", test_etag);
  g_test_add_func ("/net/http/hostile-etag", test_hostile_etag);
  g_test_add_func ("/net/http/etag-stays", test_etag_stays);
  g_test_add_func ("/net/http/kept-for-good", test_kept_for_good);
  g_test_add_func ("/net/http/tries", test_tries);
  g_test_add_func ("/net/http/writes-once", test_writes_once);
  g_test_add_func ("/net/http/waits", test_waits);
  g_test_add_func ("/net/http/cancel", test_cancel);
  g_test_add_func ("/net/http/next", test_next);
  g_test_add_func ("/net/http/token", test_token);

  return g_test_run ();
}
