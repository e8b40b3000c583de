/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "small-server.h"

#include "http-stream.h"

#define LOG  "0123456789abcdef"
#define TEXT "Content-Type: text/plain\r\n"
#define CUT  "HTTP/1.1 200 OK\r\n" TEXT "Content-Length: 16\r\n"

/* What comes of a log whose answers are these heads and bodies in turn; EXPECTED NULL: an error with WORDS. */
static void
check (const char *expected,
       const char *words,
       ...)
{
  g_autoptr (SmallServer) server = small_server_new ();
  g_autofree char *url = g_strconcat (small_server_get_url (server), "/x", NULL);
  g_autoptr (Http) http = http_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  goffset size;
  const char *head;
  char buffer[5];
  gssize n = -1;
  va_list arguments;

  va_start (arguments, words);
  while ((head = va_arg (arguments, const char *)) != NULL)
    small_server_add (server, "/x", head, va_arg (arguments, const char *));
  va_end (arguments);

  stream = http_stream_open (http, url, "text/plain", &size, NULL, &error);
  while (stream != NULL && (n = g_input_stream_read (stream, buffer, sizeof buffer, NULL, &error)) > 0)
    g_string_append_len (text, buffer, n);
  if (expected != NULL) {
    g_assert_no_error (error);
    g_assert_cmpint (n, ==, 0);
    g_assert_cmpstr (text->str, ==, expected);
    return;
  }
  g_assert_cmpint (n, ==, -1);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
  if (stream != NULL)
    g_assert_cmpint (g_input_stream_read (stream, buffer, sizeof buffer, NULL, NULL), ==, -1);
}

static void
test_whole (void)
{
  check (LOG, NULL, "HTTP/1.1 200 OK\r\n" TEXT, LOG, NULL);
  check (LOG, NULL, "HTTP/1.1 200 OK\r\n", LOG, NULL);
  check ("", NULL, "HTTP/1.1 200 OK\r\n" TEXT, "", NULL);
  check (LOG, NULL, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n", "10\r\n" LOG "\r\n0\r\n\r\n", NULL);
}

static void
test_resumed (void)
{
  check (LOG, NULL, CUT, "01234", "HTTP/1.1 206 Part\r\nContent-Range: bytes 5-15/16\r\n", "56789abcdef", NULL);
  check (LOG, NULL, CUT, "01234", "HTTP/1.1 206 Part\r\nContent-Range: bytes 5-15/*\r\n", "56789abcdef", NULL);
  check (LOG, NULL, CUT, "01234", "HTTP/1.1 206 Part\r\nContent-Range: bytes 5-15/16\r\nContent-Length: 11\r\n", "56789",
         "HTTP/1.1 206 Part\r\nContent-Range: bytes 10-15/16\r\n", "abcdef", NULL);
  check (LOG, NULL, CUT "ETag: \"1\"\r\n", "01234", "HTTP/1.1 206 Part\r\nETag: \"1\"\r\nContent-Range: bytes 5-15/16\r\n", "56789abcdef", NULL);
}

/* From services that give all of it again, or refuse to give a part. */
static void
test_again (void)
{
  check (LOG, NULL, CUT, "01234", "HTTP/1.1 200 OK\r\n" TEXT, LOG, NULL);
  check (LOG, NULL, CUT, "01234", "HTTP/1.1 400 Bad\r\n", "{}", "HTTP/1.1 200 OK\r\n" TEXT, LOG, NULL);
  check (LOG, NULL, CUT, "01234", "HTTP/1.1 416 Bad\r\n", "{}", "HTTP/1.1 200 OK\r\n" TEXT, LOG, NULL);
}

static void
test_not_resumed (void)
{
  const char *broke = "the connection broke after 5";

  check (NULL, broke, CUT, "01234", "HTTP/1.1 404 Gone\r\n", "{}", NULL);
  check (NULL, broke, CUT, "01234", "HTTP/1.1 206 Part\r\nContent-Range: bytes 0-15/16\r\n", LOG, NULL);
  check (NULL, broke, CUT, "01234", "HTTP/1.1 206 Part\r\nContent-Range: bytes 5-15/17\r\n", "56789abcdef", NULL);
  check (NULL, broke, CUT, "01234", "HTTP/1.1 206 Part\r\n", "56789abcdef", NULL);
  check (NULL, broke, CUT, "01234", "HTTP/1.1 200 OK\r\n" TEXT, "another log, longer", NULL);
  check (NULL, broke, CUT, "01234", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", "<html>56789abcd", NULL);
  check (NULL, broke, CUT "ETag: \"1\"\r\n", "01234", "HTTP/1.1 206 Part\r\nETag: \"2\"\r\nContent-Range: bytes 5-15/16\r\n", "56789abcdef", NULL);
  check (NULL, "the connection broke after", CUT, "01234", NULL);
}

static void
test_no_log (void)
{
  check (NULL, "gives a web page", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n", "<html></html>", NULL);
  check (NULL, "gives a web page", "HTTP/1.1 200 OK\r\ncontent-type: TEXT/HTML\r\n", "<html></html>", NULL);
  check (NULL, "does not give all", "HTTP/1.1 206 Part\r\nContent-Range: bytes 0-4/16\r\n", "01234", NULL);
  check (NULL, "does not give all", "HTTP/1.1 204 None\r\n", "", NULL);
  check (NULL, "nothing is there", "HTTP/1.1 404 None\r\n", "", NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("no_proxy", "*", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/http-stream/whole", test_whole);
  g_test_add_func ("/net/http-stream/resumed", test_resumed);
  g_test_add_func ("/net/http-stream/again", test_again);
  g_test_add_func ("/net/http-stream/not-resumed", test_not_resumed);
  g_test_add_func ("/net/http-stream/no-log", test_no_log);

  return g_test_run ();
}
