/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <signal.h>
#include <string.h>

#include "incoming-text.h"

static void
test_classify (void)
{
  const struct {
    const char       *text;
    IncomingTextKind  kind;
    const char       *address;
  } texts[] = {
    { "", INCOMING_TEXT_EMPTY, NULL },
    { " \n\t\r\n", INCOMING_TEXT_EMPTY, NULL },
    { "https://buildkite.com/vllm/ci/builds/1#2", INCOMING_TEXT_ADDRESS,
      "https://buildkite.com/vllm/ci/builds/1#2" },
    { "  http://localhost/x.log\n", INCOMING_TEXT_ADDRESS, "http://localhost/x.log" },
    { "HTTPS://EXAMPLE.ORG/", INCOMING_TEXT_ADDRESS, "HTTPS://EXAMPLE.ORG/" },
    { "file:///tmp/x.log\r\n", INCOMING_TEXT_ADDRESS, "file:///tmp/x.log" },
    { "https://a.org https://b.org", INCOMING_TEXT_LOG, NULL },
    { "https://a.org\nhttps://b.org", INCOMING_TEXT_LOG, NULL },
    { "see https://a.org", INCOMING_TEXT_LOG, NULL },
    { "mailto:somebody", INCOMING_TEXT_LOG, NULL },
    { "FAILED test_x.py::test_y - assert 0\n", INCOMING_TEXT_LOG, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *address = NULL;

    g_assert_cmpint (incoming_text_classify (texts[i].text, strlen (texts[i].text), &address), ==,
                     texts[i].kind);
    g_assert_cmpstr (address, ==, texts[i].address);
  }
}

static void
got_result (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  GAsyncResult **ret_result = user_data;

  *ret_result = g_object_ref (result);
}

static void
was_done (gpointer data)
{
  guint *times = data;

  (*times)++;
}

static gboolean
time_passed (gpointer user_data)
{
  gboolean *passed = user_data;

  *passed = TRUE;

  return G_SOURCE_REMOVE;
}

static IncomingText *
read_text (const char *text,
           gsize       length,
           guint      *times_done)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  IncomingText *incoming;

  incoming_text_read_async (stream, was_done, times_done, NULL, got_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  incoming = incoming_text_read_finish (result, &error);
  g_assert_no_error (error);

  return incoming;
}

static void
wait_for_done (const guint *times_done)
{
  while (*times_done == 0)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (*times_done, ==, 1);
}

static void
test_address (void)
{
  guint times_done = 0;
  g_autoptr (IncomingText) text = read_text ("https://a.org\n", 14, &times_done);

  g_assert_cmpint (text->kind, ==, INCOMING_TEXT_ADDRESS);
  g_assert_cmpstr (text->address, ==, "https://a.org");
  g_assert_null (text->stream);
  wait_for_done (&times_done);
}

static gpointer
read_all (gpointer data)
{
  GInputStream *stream = data;
  GByteArray *all = g_byte_array_new ();
  guint8 block[10000];
  gssize length;

  while ((length = g_input_stream_read (stream, block, sizeof block, NULL, NULL)) > 0)
    g_byte_array_append (all, block, (guint) length);

  return all;
}

/* Much more than a pipe holds; the reader is a thread, as it is when a log is loaded. */
static void
test_large_log (void)
{
  g_autoptr (GString) expected = g_string_new (NULL);
  guint times_done = 0;
  g_autoptr (IncomingText) text = NULL;
  g_autoptr (GByteArray) all = NULL;
  GThread *thread;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (expected, "line %u\n", i);
  text = read_text (expected->str, expected->len, &times_done);

  g_assert_cmpint (text->kind, ==, INCOMING_TEXT_LOG);
  thread = g_thread_new ("reader", read_all, text->stream);
  wait_for_done (&times_done);
  all = g_thread_join (thread);

  g_assert_cmpmem (all->data, all->len, expected->str, expected->len);
}

static void
test_short_log (void)
{
  guint times_done = 0;
  g_autoptr (IncomingText) text = read_text ("a\nb", 3, &times_done);
  g_autoptr (GByteArray) all = NULL;

  g_assert_cmpint (text->kind, ==, INCOMING_TEXT_LOG);
  wait_for_done (&times_done);
  all = read_all (text->stream);
  g_assert_cmpmem (all->data, all->len, "a\nb", 3);
}

/* The worker may stop early; then the text is given up. */
static void
test_reader_stops (void)
{
  g_autofree char *zeros = g_malloc (1024 * 1024);
  guint times_done = 0;
  IncomingText *text;

  memset (zeros, 'x', 1024 * 1024);
  text = read_text (zeros, 1024 * 1024, &times_done);
  g_assert_cmpuint (times_done, ==, 0);

  incoming_text_free (text);
  wait_for_done (&times_done);
}

/* The main loop turns on where the worker has read a part and is busy with it. */
static void
test_reader_is_slow (void)
{
  g_autofree char *zeros = g_malloc (1024 * 1024);
  guint times_done = 0;
  g_autoptr (IncomingText) text = NULL;
  gboolean passed = FALSE;
  guint8 block[4096];

  memset (zeros, 'x', 1024 * 1024);
  text = read_text (zeros, 1024 * 1024, &times_done);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpint (g_input_stream_read (text->stream, block, sizeof block, NULL, NULL), ==, sizeof block);
  g_timeout_add (300, time_passed, &passed);
  while (!passed)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (times_done, ==, 0);

  g_clear_pointer (&text, incoming_text_free);
  wait_for_done (&times_done);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGPIPE, SIG_IGN);
  g_test_add_func ("/incoming-text/classify", test_classify);
  g_test_add_func ("/incoming-text/address", test_address);
  g_test_add_func ("/incoming-text/large-log", test_large_log);
  g_test_add_func ("/incoming-text/short-log", test_short_log);
  g_test_add_func ("/incoming-text/reader-stops", test_reader_stops);
  g_test_add_func ("/incoming-text/reader-is-slow", test_reader_is_slow);

  return g_test_run ();
}
