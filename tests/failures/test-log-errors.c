/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "log-errors.h"

static void
append (LogStore   *store,
        const char *text,
        guint8      colour)
{
  const LineStyle style = { 0, (guint32) strlen (text), colour, FALSE };
  const Line line = {
    .text = text, .length = strlen (text), .time = LINE_NO_TIME, .styles = &style, .n_styles = colour > 0 ? 1 : 0,
  };

  g_assert_true (log_store_append (store, &line, NULL));
}

static gboolean
is_error (const char *text)
{
  g_autoptr (LogStore) store = log_store_new ();
  g_autoptr (LogErrors) errors = log_errors_new (store);

  append (store, text, 0);
  g_assert_true (log_errors_run (errors, NULL));

  return log_errors_get_next (errors, 0, 1) == 1;
}

static void
test_words (void)
{
  g_assert_true (is_error ("ERROR 05-07 08:11:40 [core.py:962] broken pipe"));
  g_assert_true (is_error ("2026-05-07 [CRITICAL] no room"));
  g_assert_true (is_error ("FATAL"));
  g_assert_true (is_error ("page.c:3:1: error: expected ‘;’"));
  g_assert_true (is_error ("ValueError: no such page"));
  g_assert_true (is_error ("fatal: not a git repository"));
  g_assert_true (is_error ("##[error]Process completed with exit code 1."));

  g_assert_false (is_error (""));
  g_assert_false (is_error ("INFO 0 errors"));
  g_assert_false (is_error ("ERRORS=0"));
  g_assert_false (is_error ("test_error PASSED"));
  g_assert_false (is_error ("nonfatal: go on"));
  g_assert_false (is_error ("mirror: a page"));
}

static void
test_colours (void)
{
  g_autoptr (LogStore) store = log_store_new ();
  g_autoptr (LogErrors) errors = log_errors_new (store);

  g_assert_true (log_errors_get_store (errors) == store);
  for (guint8 colour = 0; colour <= 8; colour++)
    append (store, "words", colour);
  g_assert_cmpint (log_errors_get_n_searched (errors), ==, 0);
  g_assert_true (log_errors_run (errors, NULL));
  g_assert_cmpint (log_errors_get_n_searched (errors), ==, 9);
  g_assert_cmpint (log_errors_get_next (errors, 0, 1), ==, 2);
  g_assert_cmpint (log_errors_get_next (errors, 2, 1), ==, 0);
  g_assert_cmpint (log_errors_get_next (errors, 9, -1), ==, 2);
}

/* A line that is looked through in parts: WORDS after N other bytes of it. */
static gboolean
is_error_after (gsize       n,
                const char *words)
{
  g_autofree char *line = g_strnfill (n + 100, '.');

  memcpy (line + n, words, strlen (words));

  return is_error (line);
}

static void
test_long_line (void)
{
  const gsize part = 1024 * 1024;

  for (gsize n = part - 40; n < part + 10; n++) {
    g_assert_true (is_error_after (n, " ERROR "));
    g_assert_true (is_error_after (n, "ValueError: "));
    g_assert_false (is_error_after (n, "_ERROR_"));
    g_assert_false (is_error_after (n, "mirror: "));
    g_assert_false (is_error_after (n, "nonfatal: "));
  }
}

/* Words and colours in turn, in a store that grows. */
static void
test_growing (void)
{
  const gint64 n = 70000;
  g_autoptr (LogStore) store = log_store_new ();
  g_autoptr (LogErrors) errors = log_errors_new (store);
  gint64 line = 0;

  for (gint64 i = 1; i <= n; i++) {
    append (store, i % 100 == 50 ? "ERROR" : "words", i % 100 == 0 ? 1 : i % 7 ? 0 : 2);
    if (i == n / 2 || i == n / 2 + 7)
      g_assert_true (log_errors_run (errors, NULL));
  }
  g_assert_cmpint (log_errors_get_n_searched (errors), ==, n / 2 + 7);
  g_assert_true (log_errors_run (errors, NULL));
  g_assert_cmpint (log_errors_get_n_searched (errors), ==, n);

  for (gint64 i = 50; i <= n; i += 50) {
    line = log_errors_get_next (errors, line, 1);
    g_assert_cmpint (line, ==, i);
  }
  g_assert_cmpint (log_errors_get_next (errors, line, 1), ==, 0);
  g_assert_cmpint (log_errors_get_next (errors, 1000, -1), ==, 950);
}

/* Words in lines that are looked through in parts, and at the ends of these. */
static void
test_long (void)
{
  for (gsize length = 1024 * 1024 - 40; length < 1024 * 1024 + 40; length++) {
    g_autoptr (LogStore) store = log_store_new ();
    g_autoptr (LogErrors) errors = log_errors_new (store);
    g_autoptr (GString) text = g_string_new (NULL);
    Line line = { .time = LINE_NO_TIME };

    append (store, "words", 0);
    g_string_set_size (text, length);
    memset (text->str, ' ', length);
    g_string_append (text, "ERROR");
    line.text = text->str;
    line.length = text->len;
    line.is_cut = TRUE;
    g_assert_true (log_store_append (store, &line, NULL));
    line.text = " ";
    line.length = 1;
    line.is_cut = FALSE;
    g_assert_true (log_store_append (store, &line, NULL));
    append (store, "words", 0);
    append (store, "FATAL", 0);

    g_assert_true (log_errors_run (errors, NULL));
    g_assert_cmpint (log_errors_get_next (errors, 0, 1), ==, 2);
    g_assert_cmpint (log_errors_get_next (errors, 2, 1), ==, 4);
    g_assert_cmpint (log_errors_get_n_searched (errors), ==, 4);
  }
}

static void
test_cancelled (void)
{
  g_autoptr (LogStore) store = log_store_new ();
  g_autoptr (LogErrors) errors = log_errors_new (store);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  append (store, "ERROR", 1);
  g_cancellable_cancel (cancellable);
  g_assert_false (log_errors_run (errors, cancellable));
  g_assert_cmpint (log_errors_get_n_searched (errors), ==, 0);
  g_assert_cmpint (log_errors_get_next (errors, 0, 1), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/log-errors/words", test_words);
  g_test_add_func ("/failures/log-errors/colours", test_colours);
  g_test_add_func ("/failures/log-errors/long-line", test_long_line);
  g_test_add_func ("/failures/log-errors/growing", test_growing);
  g_test_add_func ("/failures/log-errors/long", test_long);
  g_test_add_func ("/failures/log-errors/cancelled", test_cancelled);

  return g_test_run ();
}
