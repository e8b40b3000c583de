/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "store-text.h"

/* Enough to go to a file. */
#define MANY_LINES 60000

static void
append (LogStore        *store,
        const char      *text,
        gint64           time,
        const LineStyle *styles,
        guint            n_styles)
{
  Line line = { .text = text, .length = strlen (text), .time = time,
                .styles = styles, .n_styles = n_styles };
  g_autoptr (GError) error = NULL;

  log_store_append (store, &line, &error);
  g_assert_no_error (error);
}

#define MAX_TEXT 300

/* Writes line NUMBER's text to BUFFER, which has MAX_TEXT bytes. */
static const char *
make_text (char   *buffer,
           gint64  number)
{
  gsize length = g_snprintf (buffer, MAX_TEXT, "line %" G_GINT64_FORMAT " ", number);

  memset (buffer + length, '-', number % 200);
  buffer[length + number % 200] = '\0';

  return buffer;
}

static gint64
make_time (gint64 number)
{
  return number % 7 == 0 ? LINE_NO_TIME : 1778140778598 + number * 3 - (number % 5) * 1000;
}

static void
append_numbered (LogStore *store,
                 gint64    number)
{
  char buffer[MAX_TEXT];
  const char *text = make_text (buffer, number);
  LineStyle styles[] = { { 0, 4, 1 + number % 8, number % 2 }, { 5, 1, 3, 0 } };

  append (store, text, make_time (number), styles, number % 3);
}

static void
check_numbered (LogStore   *store,
                gint64      number,
                StoredLine *line)
{
  char buffer[MAX_TEXT];
  const char *text = make_text (buffer, number);
  gsize length;

  g_assert_true (log_store_read_line (store, number, 0, line, &length));
  g_assert_cmpstr (line->text->str, ==, text);
  g_assert_cmpuint (length, ==, strlen (text));
  g_assert_cmpint (line->time, ==, make_time (number));
  g_assert_cmpuint (line->styles->len, ==, number % 3);
  if (number % 3 > 0) {
    const LineStyle *style = &g_array_index (line->styles, LineStyle, 0);

    g_assert_cmpuint (style->start, ==, 0);
    g_assert_cmpuint (style->length, ==, 4);
    g_assert_cmpuint (style->colour, ==, 1 + number % 8);
    g_assert_cmpuint (style->bold, ==, number % 2);
  }
}

static char *
read_stream (GInputStream *stream)
{
  GString *all = g_string_new (NULL);
  char buffer[1000];
  gssize count;

  while ((count = g_input_stream_read (stream, buffer, sizeof buffer, NULL, NULL)) > 0)
    g_string_append_len (all, buffer, count);
  g_assert_cmpint (count, ==, 0);

  return g_string_free (all, FALSE);
}

static void
test_small (void)
{
  LogStore *store = log_store_new ();
  g_auto (StoredLine) line = { 0 };
  g_autoptr (GInputStream) stream = NULL;
  g_autofree char *text = NULL;
  g_autofree char *none = NULL;
  g_autofree char *streamed = NULL;

  stored_line_init (&line);
  g_assert_cmpint (log_store_get_n_lines (store), ==, 0);
  g_assert_false (log_store_read_line (store, 1, 0, &line, NULL));
  g_assert_cmpint (log_store_get_n_bytes (store, 1, 10), ==, 0);

  append (store, "one", 5, NULL, 0);
  append (store, "", LINE_NO_TIME, NULL, 0);
  append (store, "three äöü", 7, NULL, 0);

  g_assert_cmpint (log_store_get_n_lines (store), ==, 3);
  g_assert_cmpint (log_store_get_n_bytes (store, 1, 3), ==, 4 + 1 + 13);
  g_assert_cmpint (log_store_get_n_bytes (store, -5, 99), ==, 4 + 1 + 13);
  g_assert_cmpint (log_store_get_n_bytes (store, 2, 2), ==, 1);
  g_assert_cmpint (log_store_get_n_bytes (store, 3, 2), ==, 0);
  g_assert_false (log_store_read_line (store, 0, 0, &line, NULL));
  g_assert_false (log_store_read_line (store, 4, 0, &line, NULL));

  text = store_text_dup (store, 1, 2);
  g_assert_cmpstr (text, ==, "one\n\n");
  none = store_text_dup (store, 4, 9);
  g_assert_cmpstr (none, ==, "");

  stream = log_store_open_range (store, 1, 3);
  log_store_unref (store);
  streamed = read_stream (stream);
  g_assert_cmpstr (streamed, ==, "one\n\nthree äöü\n");
}

static void
test_cut (void)
{
  LogStore *store = log_store_new ();
  g_auto (StoredLine) line = { 0 };
  LineStyle styles[] = { { 0, 2, 1, 0 }, { 2, 4, 2, 0 }, { 7, 1, 3, 0 } };
  gsize length;

  stored_line_init (&line);
  append (store, "abäöü日c", 5, styles, 3);

  g_assert_true (log_store_read_line (store, 1, 5, &line, &length));
  g_assert_cmpstr (line.text->str, ==, "abä");
  g_assert_cmpuint (length, ==, 12);
  g_assert_cmpuint (line.styles->len, ==, 2);
  g_assert_cmpuint (g_array_index (line.styles, LineStyle, 1).length, ==, 2);
  g_assert_true (log_store_read_line (store, 1, 10, &line, NULL));
  g_assert_cmpstr (line.text->str, ==, "abäöü");
  g_assert_true (log_store_read_line (store, 1, 11, &line, NULL));
  g_assert_cmpstr (line.text->str, ==, "abäöü日");
  g_assert_true (log_store_read_line (store, 1, 100, &line, NULL));
  g_assert_cmpstr (line.text->str, ==, "abäöü日c");
  log_store_unref (store);
}

static gboolean
check_next (gint64      number,
            const char *text,
            gsize       length,
            gpointer    user_data)
{
  gint64 *expected = user_data;
  char buffer[MAX_TEXT];
  const char *want = make_text (buffer, number);

  g_assert_cmpint (number, ==, *expected);
  g_assert_cmpmem (text, length, want, strlen (want));
  *expected += 1;

  return *expected != 45000;
}

static void
test_large (void)
{
  LogStore *store = log_store_new ();
  g_auto (StoredLine) line = { 0 };
  g_autofree char *some = NULL;
  g_autofree char *streamed = NULL;
  g_autoptr (GInputStream) stream = NULL;
  gint64 expected = 1;

  stored_line_init (&line);
  for (gint64 number = 1; number <= MANY_LINES; number++)
    append_numbered (store, number);

  g_assert_cmpint (log_store_get_n_lines (store), ==, MANY_LINES);
  for (gint64 number = 1; number <= MANY_LINES; number += 977)
    check_numbered (store, number, &line);
  for (gint64 number = MANY_LINES - 100; number <= MANY_LINES; number++)
    check_numbered (store, number, &line);

  g_assert_false (log_store_foreach (store, 1, MANY_LINES, check_next, &expected));
  g_assert_cmpint (expected, ==, 45000);
  g_assert_true (log_store_foreach (store, 45000, G_MAXINT64, check_next, &expected));
  g_assert_cmpint (expected, ==, MANY_LINES + 1);

  some = store_text_dup (store, 20000, 55000);
  stream = log_store_open_range (store, 20000, 55000);
  streamed = read_stream (stream);
  g_assert_true (g_str_equal (some, streamed));
  g_assert_cmpint (strlen (some), ==, log_store_get_n_bytes (store, 20000, 55000));
  log_store_unref (store);
}

static void
test_long_line (void)
{
  LogStore *store = log_store_new ();
  g_autofree char *text = g_strnfill (20 * 1024 * 1024, 'x');
  g_autofree LineStyle *styles = g_new0 (LineStyle, 100000);
  g_auto (StoredLine) line = { 0 };
  gint64 number = 1;
  gsize length;

  for (guint i = 0; i < 100000; i++)
    styles[i] = (LineStyle) { i * 3, 1, 1, 0 };
  stored_line_init (&line);
  append (store, "first", 1, NULL, 0);
  append (store, text, 2, styles, 100000);
  append (store, "last", 3, NULL, 0);

  g_assert_true (log_store_read_line (store, 2, 100, &line, &length));
  g_assert_cmpuint (line.text->len, ==, 100);
  g_assert_cmpuint (length, ==, 20 * 1024 * 1024);
  g_assert_cmpuint (line.styles->len, ==, 34);
  g_assert_true (log_store_read_line (store, 3, 0, &line, NULL));
  g_assert_cmpstr (line.text->str, ==, "last");
  g_assert_true (log_store_read_line (store, 2, 0, &line, NULL));
  g_assert_true (g_str_equal (line.text->str, text));
  g_assert_cmpint (log_store_get_n_bytes (store, 1, 3), ==, 6 + 20 * 1024 * 1024 + 1 + 5);
  g_assert_cmpint (number, ==, 1);
  log_store_unref (store);
}

/* A reader never sees anything but whole lines. */
static gpointer
read_along (gpointer data)
{
  LogStore *store = data;
  g_auto (StoredLine) line = { 0 };
  gint64 n_lines = 0;

  stored_line_init (&line);
  while (n_lines < MANY_LINES) {
    n_lines = log_store_get_n_lines (store);
    if (n_lines == 0)
      continue;
    check_numbered (store, n_lines, &line);
    check_numbered (store, 1 + n_lines / 2, &line);
  }

  return NULL;
}

static void
test_threads (void)
{
  LogStore *store = log_store_new ();
  GThread *readers[2];

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    readers[i] = g_thread_new ("reader", read_along, store);
  for (gint64 number = 1; number <= MANY_LINES; number++)
    append_numbered (store, number);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    g_thread_join (readers[i]);
  log_store_unref (store);
}

/* What was appended before the disk was full is there, as is what stopped it. */
static void
test_disk_full (void)
{
  g_autoptr (LogStore) store = log_store_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;
  g_auto (StoredLine) stored = { NULL };
  struct rlimit limit;
  struct rlimit small;
  gint64 n_lines = 0;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = limit;
  small.rlim_cur = 8 * 1024 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  while (error == NULL) {
    g_autofree char *text = g_strdup_printf ("line %" G_GINT64_FORMAT, n_lines + 1);
    const Line line = { .text = text, .length = strlen (text), .time = n_lines };

    if (log_store_append (store, &line, &error))
      n_lines++;
    else
      g_assert_false (log_store_append (store, &line, &again));
  }
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  g_assert_cmpstr (again->message, ==, error->message);
  g_assert_cmpint (log_store_get_n_lines (store), ==, n_lines);
  stored_line_init (&stored);
  for (gint64 number = 1; number <= n_lines; number += MIN (9973, MAX (1, n_lines - number))) {
    g_autofree char *text = g_strdup_printf ("line %" G_GINT64_FORMAT, number);

    g_assert_true (log_store_read_line (store, number, 0, &stored, NULL));
    g_assert_cmpstr (stored.text->str, ==, text);
    g_assert_cmpint (stored.time, ==, number - 1);
  }
}

static void
append_part (LogStore   *store,
             const char *text,
             gint64      time,
             gboolean    is_cut)
{
  const LineStyle style = { 1, 2, 3, 0 };
  Line line = { .text = text, .length = strlen (text), .time = time,
                .styles = &style, .n_styles = 1, .is_cut = is_cut };

  g_assert_true (log_store_append (store, &line, NULL));
}

static void
test_line_in_parts (void)
{
  LogStore *store = log_store_new ();
  g_auto (StoredLine) line = { 0 };
  gsize length;

  stored_line_init (&line);
  for (guint i = 0; i < 100; i++) {
    append_part (store, "first ", 5, TRUE);
    g_assert_cmpint (log_store_get_n_lines (store), ==, 2 * i);
    append_part (store, "and ", LINE_NO_TIME, TRUE);
    append_part (store, "last", LINE_NO_TIME, FALSE);
    append (store, "next", 6, NULL, 0);
  }

  for (guint i = 0; i < 100; i++) {
    g_assert_true (log_store_read_line (store, 2 * i + 1, 0, &line, &length));
    g_assert_cmpstr (line.text->str, ==, "first and last");
    g_assert_cmpint (line.time, ==, 5);
    g_assert_cmpuint (line.styles->len, ==, 3);
    g_assert_cmpuint (g_array_index (line.styles, LineStyle, 2).start, ==, strlen ("first and ") + 1);
    g_assert_true (log_store_read_line (store, 2 * i + 2, 0, &line, &length));
    g_assert_cmpstr (line.text->str, ==, "next");
  }
  log_store_unref (store);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/log-store/small", test_small);
  g_test_add_func ("/log-store/line-in-parts", test_line_in_parts);
  g_test_add_func ("/log-store/cut", test_cut);
  g_test_add_func ("/log-store/large", test_large);
  g_test_add_func ("/log-store/long-line", test_long_line);
  g_test_add_func ("/log-store/threads", test_threads);
  g_test_add_func ("/log-store/disk-full", test_disk_full);

  return g_test_run ();
}
