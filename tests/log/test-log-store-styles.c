/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "log-store.h"

#define N_LINES 1000

typedef struct {
  gint64 next;
  gint64 stop;       /* the line at which to stop, or 0 */
} Walk;

/* Line N has N % 3 runs, all in colour N % 9. */
static LogStore *
store_new (void)
{
  LogStore *store = log_store_new ();

  for (gint64 i = 1; i <= N_LINES; i++) {
    const LineStyle styles[] = { { 0, 1, i % 9, FALSE }, { 2, 2, i % 9, TRUE } };
    const Line line = { .text = "words", .length = 5, .time = i, .styles = styles, .n_styles = i % 3 };

    g_assert_true (log_store_append (store, &line, NULL));
  }

  return store;
}

static gboolean
check_next (gint64           number,
            const LineStyle *styles,
            guint            n_styles,
            gpointer         user_data)
{
  Walk *walk = user_data;

  g_assert_cmpint (number, ==, walk->next++);
  g_assert_cmpuint (n_styles, ==, number % 3);
  for (guint i = 0; i < n_styles; i++)
    g_assert_cmpuint (styles[i].colour, ==, number % 9);

  return number != walk->stop;
}

static void
check (LogStore *store,
       gint64    first,
       gint64    last,
       gint64    end)
{
  Walk walk = { MAX (first, 1), 0 };

  g_assert_true (log_store_foreach_styles (store, first, last, check_next, &walk));
  g_assert_cmpint (walk.next, ==, end);
}

static void
test_ranges (void)
{
  g_autoptr (LogStore) store = store_new ();
  g_autoptr (LogStore) empty = log_store_new ();

  check (store, 1, N_LINES, N_LINES + 1);
  check (store, -7, G_MAXINT64, N_LINES + 1);
  check (store, 1, 1, 2);
  check (store, 31, 34, 35);
  check (store, 33, 64, 65);
  check (store, N_LINES, N_LINES, N_LINES + 1);
  check (store, 7, 6, 7);
  check (store, N_LINES + 1, G_MAXINT64, N_LINES + 1);
  check (empty, 1, G_MAXINT64, 1);
}

static void
test_stop (void)
{
  g_autoptr (LogStore) store = store_new ();
  Walk walk = { 1, 40 };

  g_assert_false (log_store_foreach_styles (store, 1, N_LINES, check_next, &walk));
  g_assert_cmpint (walk.next, ==, 41);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/log/log-store-styles/ranges", test_ranges);
  g_test_add_func ("/log/log-store-styles/stop", test_stop);

  return g_test_run ();
}
