/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "curl-library.h"

#include "http-error.h"

#define GITHUB "https://api.github.com/repos/x?token=secret"
#define OTHER  "https://maya:password@quill.example/a/x.log?signature=secret#part"

static void
check_message (GError     *error,
               HttpError   code,
               const char *words)
{
  g_assert_error (error, HTTP_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_null (strstr (error->message, "secret"));
  g_assert_null (strstr (error->message, "password"));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), <, 1000);
  g_error_free (error);
}

static void
check_curl (int         result,
            guint64     n_bytes,
            guint64     total,
            HttpError   code,
            const char *words)
{
  GError *error = NULL;
  GError *other = NULL;

  http_error_set_curl (&error, result, GITHUB, n_bytes, total);
  check_message (error, code, words);
  http_error_set_curl (&other, result, OTHER, n_bytes, total);
  check_message (other, code, "quill.example");
}

static void
test_curl (void)
{
  check_curl (CURLE_COULDNT_RESOLVE_HOST, 0, 0, HTTP_ERROR_OFFLINE, "GitHub: no such host");
  check_curl (CURLE_COULDNT_RESOLVE_PROXY, 0, 0, HTTP_ERROR_CONNECTION, "proxy");
  check_curl (CURLE_COULDNT_CONNECT, 0, 0, HTTP_ERROR_CONNECTION, "GitHub: no connection");
  check_curl (CURLE_PEER_FAILED_VERIFICATION, 0, 0, HTTP_ERROR_TLS, "certificate");
  check_curl (CURLE_SSL_CACERT_BADFILE, 0, 0, HTTP_ERROR_TLS, "certificate");
  check_curl (CURLE_OPERATION_TIMEDOUT, 0, 0, HTTP_ERROR_TIMEOUT, "no answer");
  check_curl (CURLE_OPERATION_TIMEDOUT, 5000, 9000, HTTP_ERROR_TIMEOUT, "nothing more came after 5.0");
  check_curl (CURLE_PARTIAL_FILE, 5000, 9000, HTTP_ERROR_CUT, "after 5.0");
  check_curl (CURLE_PARTIAL_FILE, 5000, 0, HTTP_ERROR_CUT, "after 5.0");
  check_curl (CURLE_GOT_NOTHING, 0, 0, HTTP_ERROR_CUT, "before an answer");
  check_curl (CURLE_HTTP2_STREAM, 1, 0, HTTP_ERROR_CUT, "after 1");
  check_curl (CURLE_URL_MALFORMAT, 0, 0, HTTP_ERROR_ADDRESS, "no address");
  check_curl (CURLE_WEIRD_SERVER_REPLY, 0, 0, HTTP_ERROR_ANSWER, "does not answer");
  check_curl (CURLE_WRITE_ERROR, 0, 0, HTTP_ERROR_TOO_LARGE, "more than any service should");
  for (int result = 1; result < CURL_LAST; result++) {
    g_autoptr (GError) error = NULL;

    http_error_set_curl (&error, result, OTHER, 0, 0);
    g_assert_nonnull (error);
  }
}

static void
check_status (int         status,
              gboolean    with_token,
              gint64      wait,
              HttpError   code,
              const char *words)
{
  GError *error = NULL;

  http_error_set_status (&error, status, OTHER, with_token, NULL, wait);
  check_message (error, code, words);
}

static void
test_status (void)
{
  check_status (400, FALSE, 0, HTTP_ERROR_REFUSED, "refuses with 400");
  check_status (401, FALSE, 0, HTTP_ERROR_TOKEN, "wants a token");
  check_status (401, TRUE, 0, HTTP_ERROR_TOKEN, "does not accept the token");
  check_status (403, FALSE, 0, HTTP_ERROR_TOKEN, "wants a token");
  check_status (403, TRUE, 0, HTTP_ERROR_DENIED, "does not allow this with the token");
  check_status (403, TRUE, 100, HTTP_ERROR_LIMITED, "in 100 seconds");
  check_status (404, FALSE, 0, HTTP_ERROR_NOT_FOUND, "not for everybody: https://quill.example/a/x.log");
  check_status (404, TRUE, 0, HTTP_ERROR_NOT_FOUND, "not for this token");
  check_status (410, FALSE, 0, HTTP_ERROR_NOT_FOUND, "nothing is there");
  check_status (429, FALSE, 0, HTTP_ERROR_LIMITED, "try again later");
  check_status (429, FALSE, 1, HTTP_ERROR_LIMITED, "in 1 second");
  check_status (429, FALSE, 119, HTTP_ERROR_LIMITED, "in 119 seconds");
  check_status (429, FALSE, 120, HTTP_ERROR_LIMITED, "in 2 minutes");
  check_status (429, FALSE, 121, HTTP_ERROR_LIMITED, "in 3 minutes");
  check_status (500, FALSE, 0, HTTP_ERROR_SERVICE, "500; try again later");
  check_status (503, FALSE, 30, HTTP_ERROR_SERVICE, "503; try again in 30 seconds");
  check_status (302, FALSE, 0, HTTP_ERROR_REFUSED, "refuses with 302");
}

static void
test_words (void)
{
  g_autofree char *tail = g_strnfill (100000, 'x');
  const char *words[] = { "Bad\ncredentials \033[2J", "\377\376", "", "  ", "\u202eBad\u2028\302\205", tail };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_autoptr (GError) error = NULL;

    http_error_set_status (&error, 401, OTHER, TRUE, words[i], 0);
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
    g_assert_cmpuint (strlen (error->message), <, 1000);
    g_assert_null (strpbrk (error->message, "\n\033"));
    g_assert_null (strstr (error->message, "\u202e"));
    g_assert_null (strstr (error->message, "\u2028"));
  }
}

/* Who is asked comes from an address, which others may have written. */
static void
test_place (void)
{
  const char *urls[] = { "http://a%0Ab%1B%5B2J.example/x", "http://a%E2%80%AEb.example/", "https://[a\nb", "https://a\033.example/x" };

  for (guint i = 0; i < G_N_ELEMENTS (urls); i++) {
    g_autofree char *place = http_error_dup_place (urls[i]);
    g_autofree char *shown = http_error_dup_url (urls[i]);

    g_assert_null (strpbrk (place, "\n\033"));
    g_assert_null (strpbrk (shown, "\n\033"));
    g_assert_null (strstr (place, "\u202e"));
  }
}

static void
test_unknown (void)
{
  g_autoptr (GError) error = NULL;

  http_error_set_unknown (&error, "https://user:word@quill.example/a\n/x?token=secret#b");
  g_assert_error (error, HTTP_ERROR, HTTP_ERROR_ANSWER);
  g_assert_nonnull (strstr (error->message, "quill.example/a"));
  g_assert_null (strpbrk (error->message, "\n@?#"));
}

static void
check_shown (const char *url,
             const char *expected)
{
  g_autofree char *shown = http_error_dup_url (url);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_shown (void)
{
  g_autofree char *tail = g_strnfill (100000, 'x');
  g_autofree char *longer = g_strconcat ("https://quill.example/", tail, NULL);
  g_autofree char *shown = http_error_dup_url (longer);

  check_shown (OTHER, "https://quill.example/a/x.log");
  check_shown ("https://quill.example", "https://quill.example");
  check_shown ("https://[quill/x?signature=secret", "https://[quill/x");
  check_shown ("https://quill:secret@[quill/x", "https://[quill/x");
  check_shown ("https://quill:se@cret@qu ill/x@y", "https://qu ill/x@y");
  check_shown ("quill:secret@x", "quill:secret@x");
  check_shown ("file:///etc/passwd", "file:///etc/passwd");
  check_shown ("", "");
  g_assert_cmpuint (strlen (shown), <, 1000);
}

static void
test_kinds (void)
{
  for (HttpError code = HTTP_ERROR_ADDRESS; code <= HTTP_ERROR_ANSWER; code++) {
    g_autoptr (GError) error = g_error_new_literal (HTTP_ERROR, code, "");
    gboolean is_refusal = code == HTTP_ERROR_TOKEN || code == HTTP_ERROR_DENIED || code == HTTP_ERROR_NOT_FOUND;

    g_assert_cmpint (http_error_is_refusal (error), ==, is_refusal);
  }
  g_assert_false (http_error_is_refusal (NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  curl_library_load (NULL);
  g_test_add_func ("/net/http-error/curl", test_curl);
  g_test_add_func ("/net/http-error/status", test_status);
  g_test_add_func ("/net/http-error/words", test_words);
  g_test_add_func ("/net/http-error/place", test_place);
  g_test_add_func ("/net/http-error/unknown", test_unknown);
  g_test_add_func ("/net/http-error/shown", test_shown);
  g_test_add_func ("/net/http-error/kinds", test_kinds);

  return g_test_run ();
}
