/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "log-test.h"
#include "overview-errors.h"
#include "widget-test.h"
#include "window-test.h"

#define HEIGHT 400

/* Of N_LINES, those that are a multiple of STEP tell of an error. */
static LogErrors *
errors_new (gint64 n_lines,
            gint64 step)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (LogStore) store = NULL;
  LogErrors *errors;

  for (gint64 i = 1; i <= n_lines; i++)
    g_string_append (text, i % step == 0 ? "ERROR\n" : "words\n");
  store = log_test_store_new (text->str);
  errors = log_errors_new (store);
  g_assert_true (log_errors_run (errors, NULL));

  return errors;
}

static LogRows *
rows_new (gint64 n_lines)
{
  LogRows *rows = log_rows_new ();

  log_rows_show_all (rows, n_lines);

  return rows;
}

static guint
count (gint64 n_lines,
       gint64 step,
       int    height)
{
  g_autoptr (LogErrors) errors = errors_new (n_lines, step);
  g_autoptr (LogRows) rows = rows_new (n_lines);
  int before = -OVERVIEW_ERROR_STEP;
  guint n = 0;

  for (int y = 0; y < height && (y = overview_errors_get_next (errors, rows, height, y)) >= 0; y += OVERVIEW_ERROR_STEP) {
    g_assert_cmpint (y, >=, before + OVERVIEW_ERROR_STEP);
    g_assert_cmpint (y % OVERVIEW_ERROR_STEP, ==, 0);
    g_assert_cmpint (y, <, height);
    before = y;
    n++;
  }

  return n;
}

static void
test_dots (void)
{
  g_assert_cmpuint (count (1000, 2000, HEIGHT), ==, 0);
  g_assert_cmpuint (count (1000, 1, HEIGHT), ==, HEIGHT / OVERVIEW_ERROR_STEP);
  g_assert_cmpuint (count (1000, 100, HEIGHT), ==, 10);
  g_assert_cmpuint (count (10, 1, HEIGHT), ==, 10);
  g_assert_cmpuint (count (1, 1, HEIGHT), ==, 1);
  g_assert_cmpuint (count (1000, 1, 3), ==, 1);
  g_assert_cmpuint (count (1000, 1000, HEIGHT), ==, 1);
}

static void
test_places (void)
{
  g_autoptr (LogErrors) errors = errors_new (1000, 500);
  g_autoptr (LogRows) rows = rows_new (1000);

  g_assert_cmpint (overview_errors_get_next (errors, rows, HEIGHT, 0), ==, 196);
  g_assert_cmpint (overview_errors_get_next (errors, rows, HEIGHT, 200), ==, 396);
  /* Lines that came since are not on the map yet. */
  log_rows_show_all (rows, 499);
  g_assert_cmpint (overview_errors_get_next (errors, rows, HEIGHT, 0), ==, -1);
}

/* What is hidden is where it would be. */
static void
test_hidden (void)
{
  g_autoptr (LogErrors) errors = errors_new (1000, 10);
  g_autoptr (LogRows) rows = log_rows_new ();

  for (int gaps = 0; gaps < 2; gaps++) {
    log_rows_begin (rows, 1000, TRUE, gaps > 0);
    log_rows_hide (rows, 101, 900);
    log_rows_end (rows);
    g_assert_cmpint (overview_errors_get_next (errors, rows, HEIGHT, 200), ==, gaps > 0 ? 216 : 200);
    g_assert_cmpint (overview_errors_get_next (errors, rows, HEIGHT, 204), >, 204);
  }

  log_rows_begin (rows, 1000, FALSE, FALSE);
  log_rows_end (rows);
  g_assert_cmpint (overview_errors_get_next (errors, rows, HEIGHT, 0), ==, -1);
}

/* A log's are looked for once it is there. */
static void
test_page (void)
{
  CulpritWindow *window = window_test_new ();
  LogErrors *errors;
  gint64 line;

  window_test_open (window, "buildkite-pytest.log");
  widget_test_wait (200);
  errors = culprit_log_view_get_errors (culprit_log_page_get_view (culprit_window_get_page (window)));
  g_assert_nonnull (errors);
  g_assert_cmpint (log_errors_get_n_searched (errors), ==, log_store_get_n_lines (log_errors_get_store (errors)));
  line = log_errors_get_next (errors, 0, 1);
  g_assert_cmpint (line, >, 0);

  window_test_end (window);
}

int
main (int    argc,
      char **argv)
{
  gboolean has_display = widget_test_init (&argc, &argv);

  g_test_add_func ("/overview-errors/dots", test_dots);
  g_test_add_func ("/overview-errors/places", test_places);
  g_test_add_func ("/overview-errors/hidden", test_hidden);
  if (has_display)
    g_test_add_func ("/overview-errors/page", test_page);

  return g_test_run ();
}
