/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "log-find.h"

/* More than one chunk of lines, and more than one block of text. */
#define MANY_LINES 50000

static void
append (LogStore   *store,
        const char *text,
        gsize       length)
{
  Line line = { .text = text, .length = length, .time = LINE_NO_TIME };
  g_autoptr (GError) error = NULL;

  log_store_append (store, &line, &error);
  g_assert_no_error (error);
}

static LogStore *
make_store (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  LogStore *store = log_store_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    append (store, lines[i], strlen (lines[i]));

  return store;
}

static LogFind *
start (LogStore   *store,
       const char *words)
{
  g_autoptr (FindPattern) pattern = find_pattern_new (words, FIND_DEFAULT, NULL);

  return log_find_new (store, pattern);
}

static void
test_small (void)
{
  g_autoptr (LogStore) store = make_store ("ok\nerror error\nok\n\nan error\nok");
  g_autoptr (LogFind) find = start (store, "error");

  g_assert_cmpint (log_find_get_n_hits (find), ==, 0);
  g_assert_cmpint (log_find_get_next (find, 0, 1), ==, 0);
  g_assert_true (log_find_run (find, NULL));
  g_assert_cmpint (log_find_get_n_searched (find), ==, 6);
  g_assert_cmpint (log_find_get_n_hits (find), ==, 3);
  g_assert_true (log_find_has_line (find, 2));
  g_assert_false (log_find_has_line (find, 3));
  g_assert_false (log_find_has_line (find, 1000));
  g_assert_cmpint (log_find_get_next (find, 0, 1), ==, 2);
  g_assert_cmpint (log_find_get_next (find, 2, 1), ==, 5);
  g_assert_cmpint (log_find_get_next (find, 5, 1), ==, 0);
  g_assert_cmpint (log_find_get_next (find, 7, -1), ==, 5);
  g_assert_cmpint (log_find_get_next (find, 5, -1), ==, 2);
  g_assert_cmpint (log_find_get_next (find, 2, -1), ==, 0);
  g_assert_cmpint (log_find_get_next (find, G_MAXINT64, -1), ==, 5);
  g_assert_cmpint (log_find_count_before (find, 2), ==, 0);
  g_assert_cmpint (log_find_count_before (find, 5), ==, 2);
  g_assert_cmpint (log_find_count_before (find, 6), ==, 3);
}

/* Lines that come later are looked through by another run. */
static void
test_growing (void)
{
  g_autoptr (LogStore) store = log_store_new ();
  g_autoptr (LogFind) find = start (store, "x");
  Line part = { .text = "x", .length = 1, .is_cut = TRUE, .time = LINE_NO_TIME };

  g_assert_true (log_find_run (find, NULL));
  append (store, "a", 1);
  append (store, "x", 1);
  log_store_append (store, &part, NULL);
  g_assert_true (log_find_run (find, NULL));
  g_assert_cmpint (log_find_get_n_hits (find), ==, 1);
  append (store, "x", 1);
  g_assert_true (log_find_run (find, NULL));
  g_assert_cmpint (log_find_get_n_searched (find), ==, 3);
  g_assert_cmpint (log_find_get_n_hits (find), ==, 3);
  g_assert_cmpint (log_find_get_next (find, 2, 1), ==, 3);
}

static void
test_many (void)
{
  g_autoptr (LogStore) store = log_store_new ();
  g_autoptr (LogFind) find = start (store, "hit");
  gint64 line = 0;
  gint64 n = 0;

  for (guint i = 1; i <= MANY_LINES; i++) {
    const char *text = i % 7 == 0 ? "a hit and a hit in one line of the log" : "nothing that would be looked for here";

    append (store, text, strlen (text));
  }
  g_assert_true (log_find_run (find, NULL));
  g_assert_cmpint (log_find_get_n_hits (find), ==, MANY_LINES / 7 * 2);
  for (; (line = log_find_get_next (find, line, 1)) > 0; n += 2) {
    g_assert_cmpint (line % 7, ==, 0);
    if (line % 1001 == 0)
      g_assert_cmpint (log_find_count_before (find, line), ==, n);
  }
  g_assert_cmpint (n, ==, MANY_LINES / 7 * 2);
  for (line = G_MAXINT64; (line = log_find_get_next (find, line, -1)) > 0; n -= 2)
    g_assert_cmpint (line % 7, ==, 0);
  g_assert_cmpint (n, ==, 0);
}

/* A line that is longer than what is looked through at once, with characters of several bytes. */
static void
test_long_line (void)
{
  g_autoptr (LogStore) store = log_store_new ();
  g_autoptr (LogFind) find = start (store, "hit");
  g_autoptr (GString) text = g_string_new (NULL);

  while (text->len < 20 * 1024 * 1024)
    g_string_append (text, "€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€");
  g_string_append (text, "hit");
  append (store, text->str, text->len);
  append (store, "hit", 3);
  g_assert_true (log_find_run (find, NULL));
  g_assert_cmpint (log_find_get_n_hits (find), ==, 2);
  g_assert_cmpint (log_find_get_next (find, 1, 1), ==, 2);
}

static void
test_cancelled (void)
{
  g_autoptr (LogStore) store = make_store ("hit");
  g_autoptr (LogFind) find = start (store, "hit");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_false (log_find_run (find, cancellable));
  g_assert_cmpint (log_find_get_n_searched (find), ==, 0);
  g_assert_true (log_find_run (find, NULL));
  g_assert_cmpint (log_find_get_n_hits (find), ==, 1);
}

static gpointer
run_in_thread (gpointer data)
{
  log_find_run (data, NULL);

  return NULL;
}

/* What is found is asked for while it is looked for. */
static void
test_threads (void)
{
  g_autoptr (LogStore) store = log_store_new ();
  g_autoptr (LogFind) find = start (store, "line");
  GThread *thread;
  gint64 seen = 0;

  for (guint i = 1; i <= MANY_LINES; i++)
    append (store, "a line like all others", strlen ("a line like all others"));
  thread = g_thread_new ("find", run_in_thread, find);
  while (log_find_get_n_searched (find) < MANY_LINES) {
    gint64 n = log_find_get_n_hits (find);

    g_assert_cmpint (n, >=, seen);
    if (n > 0)
      g_assert_cmpint (log_find_get_next (find, n - 1, 1), ==, n);
    seen = n;
  }
  g_thread_join (thread);
  g_assert_cmpint (log_find_get_n_hits (find), ==, MANY_LINES);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/log/log-find/small", test_small);
  g_test_add_func ("/log/log-find/growing", test_growing);
  g_test_add_func ("/log/log-find/many", test_many);
  g_test_add_func ("/log/log-find/long-line", test_long_line);
  g_test_add_func ("/log/log-find/cancelled", test_cancelled);
  g_test_add_func ("/log/log-find/threads", test_threads);

  return g_test_run ();
}
