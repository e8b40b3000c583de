/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "curl-library.h"
#include "http.h"
#include "small-server.h"

#include "http-status.h"

/* A status with headers as a service sends them, of which something is read. */
typedef struct {
  SmallServer  *server;
  CURLM        *multi;
  HttpTransfer *transfer;
} Answer;

static void
answer_start (Answer     *answer,
              int         status,
              const char *headers,
              const char *body)
{
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 %d x\r\n%s", status, headers);
  g_autofree char *url = NULL;
  g_autoptr (GError) error = NULL;
  HttpExchange exchange = { .method = "GET", .proxy = "" };

  answer->server = small_server_new ();
  small_server_add (answer->server, "/x", head, body);
  url = g_strconcat (small_server_get_url (answer->server), "/x", NULL);
  exchange.url = url;
  answer->multi = curl.multi_init ();
  answer->transfer = http_transfer_new (answer->multi, &exchange);
  g_assert_true (http_transfer_start (answer->transfer, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (http_transfer_get_status (answer->transfer), ==, status);
}

static void
answer_end (Answer *answer)
{
  http_transfer_free (answer->transfer);
  curl.multi_cleanup (answer->multi);
  small_server_free (answer->server);
}

static void
check_wait (int         status,
            const char *headers,
            gint64      expected)
{
  Answer answer;
  gint64 wait;

  g_test_message ("%d %s", status, headers);
  answer_start (&answer, status, headers, "{}");
  wait = http_status_get_wait (answer.transfer);
  g_assert_cmpint (wait, >=, expected - 2);
  g_assert_cmpint (wait, <=, expected);
  answer_end (&answer);
}

static void
test_wait (void)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *reset = g_strdup_printf ("X-RateLimit-Remaining: 0\r\nX-RateLimit-Reset: %" G_GINT64_FORMAT "\r\n", now + 100);
  g_autofree char *left = g_strdup_printf ("X-RateLimit-Remaining: 7\r\nX-RateLimit-Reset: %" G_GINT64_FORMAT "\r\n", now + 100);

  check_wait (429, "Retry-After: 5\r\n", 5);
  check_wait (503, "retry-after:5\r\n", 5);
  check_wait (403, "RETRY-AFTER:  60  \r\n", 60);
  check_wait (429, "", 0);
  check_wait (500, "Retry-After: 5\r\n", 0);
  check_wait (200, "Retry-After: 5\r\n", 0);
  check_wait (429, "Retry-After: 0\r\n", 1);
  check_wait (429, "Retry-After: soon\r\n", 0);
  check_wait (429, "Retry-After:\r\n", 0);
  check_wait (429, "Retry-After: 99999999999999999999999\r\n", 7 * 24 * 60 * 60);
  check_wait (429, "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT\r\n", 7 * 24 * 60 * 60);
  check_wait (429, "Retry-After: Thu, 01 Jan 1970 00:00:00 GMT\r\n", 1);
  check_wait (429, "RateLimit-Reset: 41\r\n", 41);
  check_wait (403, "RateLimit-Reset: 41\r\n", 0);
  check_wait (403, reset, 100);
  check_wait (403, left, 0);
  check_wait (403, "X-RateLimit-Remaining: 0\r\nX-RateLimit-Reset: 5\r\n", 1);
  check_wait (403, "X-RateLimit-Remaining: 0\r\nX-RateLimit-Reset: -9223372036854775808\r\n", 1);
  check_wait (403, "X-RateLimit-Remaining: 0\r\nX-RateLimit-Reset: 9223372036854775807\r\n", 7 * 24 * 60 * 60);
}

static void
check_next (const char *headers,
            const char *expected)
{
  Answer answer;
  g_autofree char *next = NULL;

  g_test_message ("%s", headers);
  answer_start (&answer, 200, headers, "{}");
  next = http_status_dup_next (answer.transfer);
  g_assert_cmpstr (next, ==, expected);
  answer_end (&answer);
}

static void
test_next (void)
{
  check_next ("", NULL);
  check_next ("Link: <https://a.example/x?page=2>; rel=\"next\", <https://a.example/x?page=9>; rel=\"last\"\r\n", "https://a.example/x?page=2");
  check_next ("Link: <https://a.example/x?page=1>; rel=\"prev\", <https://a.example/x?page=3>; rel=\"next\"\r\n", "https://a.example/x?page=3");
  check_next ("link: <https://a.example/x?labels=a,b&page=2>; rel=next\r\n", "https://a.example/x?labels=a,b&page=2");
  check_next ("Link: <https://a.example/x>; REL=\"NEXT\"\r\n", "https://a.example/x");
  check_next ("Link: <https://a.example/rel=next>; rel=\"last\"\r\n", NULL);
  check_next ("Link: <https://a.example/x; rel=\"next\"\r\n", NULL);
  check_next ("Link: >; rel=\"next\"\r\n", NULL);
  check_next ("Link: <>; rel=\"next\"\r\n", "");
  check_next ("Link: <<<<<<\r\n", NULL);
}

static void
check_words (const char *body,
             const char *expected)
{
  Answer answer;
  g_autofree char *words = NULL;

  answer_start (&answer, 400, "", body);
  words = http_status_dup_words (answer.transfer, NULL);
  g_assert_cmpstr (words, ==, expected);
  answer_end (&answer);
}

static void
test_words (void)
{
  g_autofree char *large = g_strnfill (1000000, 'x');

  check_words ("{\"message\": \"Bad credentials\"}", "Bad credentials");
  check_words ("{\"message\": 5}", NULL);
  check_words ("{\"message\": \"\"}", NULL);
  check_words ("[]", NULL);
  check_words ("<html>", NULL);
  check_words ("", NULL);
  check_words (large, NULL);
}

static void
check_fresh (const char *headers,
             gint64      expected)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  Answer answer;
  gint64 fresh;

  answer_start (&answer, 200, headers, "{}");
  fresh = http_status_get_fresh_until (answer.transfer) - now;
  g_assert_cmpint (fresh, >=, expected);
  g_assert_cmpint (fresh, <=, expected + 2);
  answer_end (&answer);
}

static void
test_fresh (void)
{
  check_fresh ("", 0);
  check_fresh ("Cache-Control: public, max-age=60, s-maxage=90\r\n", 60);
  check_fresh ("Cache-Control: s-maxage=90\r\n", 0);
  check_fresh ("Cache-Control: no-cache, max-age=60\r\n", 0);
  check_fresh ("Cache-Control: max-age=99999999999999999999\r\n", HTTP_STATUS_MAX_FRESH);
  check_fresh ("Cache-Control: max-age=-5\r\n", 0);
  check_fresh ("Cache-Control: max-age=\r\n", 0);
}

static void
test_told (void)
{
  g_autofree char *message = http_status_dup_wait ("https://api.github.com/x?token=secret", 5);
  g_autofree char *other = http_status_dup_wait ("https://quill.example/x?token=secret", 1);

  g_assert_cmpstr (message, ==, "GitHub: another try in 5 seconds");
  g_assert_cmpstr (other, ==, "quill.example: another try in 1 second");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  curl_library_load (NULL);
  g_test_add_func ("/net/http-status/wait", test_wait);
  g_test_add_func ("/net/http-status/next", test_next);
  g_test_add_func ("/net/http-status/words", test_words);
  g_test_add_func ("/net/http-status/fresh", test_fresh);
  g_test_add_func ("/net/http-status/told", test_told);

  return g_test_run ();
}
