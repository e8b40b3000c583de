/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "curl-library.h"
#include "http-error.h"
#include "small-server.h"

#include "http-transfer.h"

#define OK "HTTP/1.1 200 OK\r\n"

typedef struct {
  SmallServer  *server;
  CURLM        *multi;
  HttpTransfer *transfer;
} World;

static void
set_up (World      *world,
        const char *method,
        const char *head,
        const char *body)
{
  g_autofree char *url = NULL;
  HttpExchange exchange = { .method = method, .proxy = "" };

  world->server = small_server_new ();
  world->multi = curl.multi_init ();
  small_server_add (world->server, "/x", head, body);
  url = g_strconcat (small_server_get_url (world->server), "/x", NULL);
  exchange.url = url;
  exchange.is_packed = TRUE;
  world->transfer = http_transfer_new (world->multi, &exchange);
}

static void
tear_down (World *world)
{
  http_transfer_free (world->transfer);
  curl.multi_cleanup (world->multi);
  small_server_free (world->server);
}

static void
test_head (void)
{
  World world;
  g_autofree char *target = NULL;
  g_autofree char *requests = NULL;
  g_autoptr (GError) error = NULL;

  set_up (&world, "GET", "HTTP/1.1 302 Found\r\nLocation: ../y?a=b\r\nX-Two:  a b \r\nx-two: c\r\nX-Empty:\r\n", "body");
  g_assert_true (http_transfer_start (world.transfer, NULL, &error));
  target = http_transfer_dup_target (world.transfer);
  g_assert_cmpint (http_transfer_get_status (world.transfer), ==, 302);
  g_assert_true (g_str_has_suffix (target, "/y?a=b"));
  g_assert_cmpstr (http_transfer_get_header (world.transfer, "x-two"), ==, "c");
  g_assert_cmpstr (http_transfer_get_header (world.transfer, "x-empty"), ==, "");
  g_assert_null (http_transfer_get_header (world.transfer, "x-none"));
  g_assert_cmpint (http_transfer_get_length (world.transfer), ==, 4);
  requests = small_server_dup_requests (world.server);
  g_assert_nonnull (strstr (requests, "User-Agent: culprit/"));
  g_assert_null (strstr (requests, "Cookie"));
  tear_down (&world);
}

static void
test_no_body (void)
{
  World world;
  char buffer[10];

  set_up (&world, "HEAD", OK "Content-Length: 1000\r\n", "");
  g_assert_true (http_transfer_start (world.transfer, NULL, NULL));
  g_assert_cmpint (http_transfer_get_length (world.transfer), ==, 1000);
  g_assert_cmpint (http_transfer_read (world.transfer, buffer, sizeof buffer, NULL, NULL), ==, 0);
  tear_down (&world);
}

/* More than waits for a reader at a time; what nobody reads stays at the other end. */
static void
test_large (void)
{
  World world;
  g_autofree char *body = g_strnfill (6000000, 'x');
  g_autofree char *buffer = g_malloc (100000);
  gsize total = 0;
  gssize n;

  set_up (&world, "GET", OK, body);
  g_assert_true (http_transfer_start (world.transfer, NULL, NULL));
  g_usleep (200000);
  while ((n = http_transfer_read (world.transfer, buffer, 100000, NULL, NULL)) > 0)
    total += n;
  g_assert_cmpint (n, ==, 0);
  g_assert_cmpuint (total, ==, 6000000);
  tear_down (&world);

  set_up (&world, "GET", OK, body);
  g_assert_true (http_transfer_start (world.transfer, NULL, NULL));
  g_assert_true (http_transfer_skip (world.transfer, NULL, NULL));
  tear_down (&world);
}

/* What comes of BODY, of which no more than MAX bytes are wanted, under HEAD: N_BYTES, or -1 where it breaks. */
static void
check_all (const char *head,
           const char *body,
           gsize       max,
           gssize      n_bytes)
{
  World world;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) all = NULL;

  set_up (&world, "GET", head, body);
  g_assert_true (http_transfer_start (world.transfer, NULL, NULL));
  all = http_transfer_read_all (world.transfer, max, NULL, &error);
  if (n_bytes < 0)
    g_assert_error (error, HTTP_ERROR, HTTP_ERROR_CUT);
  else
    g_assert_cmpmem (g_bytes_get_data (all, NULL), g_bytes_get_size (all), body, n_bytes);
  tear_down (&world);
}

static void
test_all (void)
{
  g_autofree char *body = g_strnfill (200000, 'x');

  check_all (OK, "", 10, 0);
  check_all (OK, "abc", 10, 3);
  check_all (OK, "abc", 3, 3);
  check_all (OK, "abc", 2, 2);
  check_all (OK, "abc", 0, 0);
  check_all (OK, body, G_MAXSIZE, 200000);
  check_all (OK, body, 100000, 100000);
  check_all (OK "Content-Length: 100\r\n", "abc", 10, -1);
  check_all (OK "Content-Length: 100\r\n", "abc", 3, 3);
}

/* Two at the same time, read in turn. */
static void
test_two (void)
{
  World first, second;
  g_autofree char *body = g_strnfill (3000000, 'x');
  g_autofree char *buffer = g_malloc (65536);
  gsize totals[2] = { 0, 0 };
  gssize n = 1, m = 1;

  set_up (&first, "GET", OK, body);
  set_up (&second, "GET", OK, body);
  g_assert_true (http_transfer_start (first.transfer, NULL, NULL));
  g_assert_true (http_transfer_start (second.transfer, NULL, NULL));
  while (n > 0 || m > 0) {
    n = http_transfer_read (first.transfer, buffer, 65536, NULL, NULL);
    m = http_transfer_read (second.transfer, buffer, 65536, NULL, NULL);
    totals[0] += MAX (n, 0);
    totals[1] += MAX (m, 0);
  }
  g_assert_cmpuint (totals[0], ==, 3000000);
  g_assert_cmpuint (totals[1], ==, 3000000);
  tear_down (&first);
  tear_down (&second);
}

static void
check_broken (const char *head,
              const char *body,
              HttpError   code)
{
  World world;
  g_autoptr (GError) error = NULL;
  char buffer[10];
  gssize n;

  g_test_message ("%.60s", head);
  set_up (&world, "GET", head, body);
  if (http_transfer_start (world.transfer, NULL, &error))
    while ((n = http_transfer_read (world.transfer, buffer, sizeof buffer, NULL, &error)) > 0)
      ;
  g_assert_error (error, HTTP_ERROR, (int) code);
  tear_down (&world);
}

static void
test_broken (void)
{
  g_autofree char *long_header = g_strnfill (400000, 'x');
  g_autofree char *long_head = g_strdup_printf (OK "X-Long: %.90000s\r\nX-2: %.90000s\r\nX-3: %.90000s\r\nX-4: %.90000s\r\n", long_header,
                                                long_header, long_header, long_header);

  check_broken (OK "Content-Length: 100\r\n", "x", HTTP_ERROR_CUT);
  check_broken (OK "Transfer-Encoding: chunked\r\n", "5\r\nabcde\r\n", HTTP_ERROR_CUT);
  check_broken (OK "Transfer-Encoding: chunked\r\n", "zz\r\nabcde\r\n", HTTP_ERROR_CUT);
  check_broken ("220 mail.quill.example ESMTP\r\n", "", HTTP_ERROR_ANSWER);
  check_broken (OK "Content-Encoding: gzip\r\n", "no gzip", HTTP_ERROR_ANSWER);
  check_broken (long_head, "x", HTTP_ERROR_TOO_LARGE);
}

static void
test_cancelled (void)
{
  World world;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  set_up (&world, "GET", OK, "x");
  g_cancellable_cancel (cancellable);
  g_assert_false (http_transfer_start (world.transfer, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  tear_down (&world);
}

int
main (int   argc,
      char *argv[])
{
  curl_library_load (NULL);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/http-transfer/head", test_head);
  g_test_add_func ("/net/http-transfer/no-body", test_no_body);
  g_test_add_func ("/net/http-transfer/large", test_large);
  g_test_add_func ("/net/http-transfer/all", test_all);
  g_test_add_func ("/net/http-transfer/two", test_two);
  g_test_add_func ("/net/http-transfer/broken", test_broken);
  g_test_add_func ("/net/http-transfer/cancelled", test_cancelled);

  return g_test_run ();
}
