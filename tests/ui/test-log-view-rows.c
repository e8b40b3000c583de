/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "log-view-rows.h"

#define MOST_LINES 9000

/* The same, written down row by row. */
typedef struct {
  gint64    n_lines;
  gboolean  shown[MOST_LINES + 2];
  gboolean  gaps;
  guint     heights[MOST_LINES + 2];
  gint64    n_measured;      /* how often a height was asked for */
  GArray   *places;          /* of LogRowsPlace */
} Model;

static guint
get_height (gint64   line,
            gpointer user_data)
{
  ((Model *) user_data)->n_measured++;

  return ((Model *) user_data)->heights[line];
}

static gint64
get_bytes (gint64   first,
           gint64   last,
           gpointer user_data)
{
  return (last - first + 1) * 90;
}

static void
add_place (Model  *model,
           gint64  line,
           gint64  part)
{
  LogRowsPlace place = { line, part };

  g_array_append_val (model->places, place);
}

static void
write_down (Model *model)
{
  gboolean before = TRUE;

  model->places = g_array_new (FALSE, FALSE, sizeof (LogRowsPlace));
  for (gint64 line = 1; line <= model->n_lines; line++) {
    if (model->shown[line] && !before && model->gaps)
      add_place (model, line, LOG_ROWS_GAP);
    for (guint i = 0; model->shown[line] && i < model->heights[line]; i++)
      add_place (model, line, i);
    before = model->shown[line];
  }
  if (!before && model->gaps)
    add_place (model, model->n_lines + 1, LOG_ROWS_GAP);
}

static LogRows *
make_rows (Model   *model,
           gboolean wraps,
           gboolean hides)
{
  LogRows *rows = log_rows_new ();

  if (!hides)
    log_rows_show_all (rows, model->n_lines);
  if (wraps)
    log_rows_set_wrap (rows, get_height, get_bytes, 80, model);
  if (hides) {
    log_rows_begin (rows, model->n_lines, TRUE, model->gaps);
    for (gint64 line = 1; line <= model->n_lines; line++)
      if (!model->shown[line])
        log_rows_hide (rows, line, line);
    log_rows_end (rows);
  }

  return rows;
}

static void
check (Model   *model,
       LogRows *rows)
{
  gint64 row = -1;
  gint64 shown = 0;

  g_assert_cmpint (log_rows_get_n_rows (rows), ==, model->places->len);
  for (guint i = 0; i < model->places->len; i++) {
    const LogRowsPlace *place = &g_array_index (model->places, LogRowsPlace, i);
    LogRowsPlace found = log_rows_get_place (rows, i);

    g_assert_cmpint (found.line, ==, place->line);
    g_assert_cmpint (found.part, ==, place->part);
    if (place->part == 0) {
      g_assert_cmpint (log_rows_get_row (rows, place->line), ==, i);
      g_assert_cmpint (log_rows_get_next (rows, shown, 1), ==, place->line);
      g_assert_cmpint (log_rows_get_next (rows, place->line, -1), ==, shown);
      g_assert_cmpint (log_rows_get_height (rows, place->line), ==, model->heights[place->line]);
      shown = place->line;
    }
    if (place->part == LOG_ROWS_GAP)
      g_assert_cmpint (log_rows_get_gap (rows, place->line), ==, place->line - 1 - shown);
  }
  for (gint64 line = 1; line <= model->n_lines; line++) {
    g_assert_cmpint (log_rows_is_shown (rows, line), ==, model->shown[line]);
    g_assert_cmpint (log_rows_get_row (rows, line), >=, row);
    row = log_rows_get_row (rows, line);
    if (!model->shown[line])
      g_assert_cmpint (log_rows_get_height (rows, line), ==, 0);
  }
  g_assert_cmpint (log_rows_get_next (rows, shown, 1), ==, 0);
}

static void
test_random (void)
{
  Model *model = g_new0 (Model, 1);

  for (guint i = 0; i < 48; i++) {
    gboolean wraps = i & 1;
    gboolean hides = i & 2;
    gint32 run = g_test_rand_int_range (1, 200);
    gboolean shown = TRUE;
    g_autoptr (LogRows) rows = NULL;

    model->n_lines = i < 8 ? g_test_rand_int_range (0, 4) : g_test_rand_int_range (1, MOST_LINES);
    model->gaps = hides && (i & 4);
    for (gint64 line = 1; line <= model->n_lines; line++) {
      if (hides && g_test_rand_int_range (0, run) == 0)
        shown = !shown;
      model->shown[line] = shown;
      model->heights[line] = wraps ? (guint) g_test_rand_int_range (1, 5) : 1;
    }
    write_down (model);
    rows = make_rows (model, wraps, hides);
    log_rows_measure (rows, 0, G_MAXINT32, 1);
    check (model, rows);
    g_array_unref (model->places);
  }
  g_free (model);
}

/* What is measured above the anchor moves it, what is below does not. */
static void
test_anchor (void)
{
  Model *model = g_new0 (Model, 1);
  g_autoptr (LogRows) rows = NULL;
  gint64 row;
  gint64 moved;

  model->n_lines = 8000;
  for (gint64 line = 1; line <= model->n_lines; line++) {
    model->shown[line] = TRUE;
    model->heights[line] = 4;
  }
  rows = make_rows (model, TRUE, FALSE);
  g_assert_true (log_rows_wraps (rows));
  log_rows_measure (rows, log_rows_get_row (rows, 6000), 10, 6000);
  row = log_rows_get_row (rows, 6000);
  moved = log_rows_measure (rows, 0, 10, 6000);
  g_assert_cmpint (moved, >, 0);
  g_assert_cmpint (log_rows_get_row (rows, 6000), ==, row + moved);
  row = log_rows_get_row (rows, 6000);
  g_assert_cmpint (log_rows_measure (rows, log_rows_get_row (rows, 7500), 10, 6000), ==, 0);
  g_assert_cmpint (log_rows_get_row (rows, 6000), ==, row);
  g_free (model);
}

/* More lines come: what was measured stays. */
static void
test_growing (void)
{
  Model *model = g_new0 (Model, 1);
  g_autoptr (LogRows) rows = NULL;

  for (gint64 line = 1; line <= MOST_LINES; line++) {
    model->shown[line] = TRUE;
    model->heights[line] = (guint) (line % 3 + 1);
  }
  rows = make_rows (model, TRUE, FALSE);
  g_assert_cmpint (log_rows_get_place (rows, 0).line, ==, 0);
  for (model->n_lines = 1; model->n_lines <= MOST_LINES; model->n_lines += 700) {
    log_rows_show_all (rows, model->n_lines);
    log_rows_measure (rows, 0, G_MAXINT32, 1);
    write_down (model);
    check (model, rows);
    g_array_unref (model->places);
  }
  g_free (model);
}

/* The same while some are hidden, others from time to time, too. */
static void
test_growing_hidden (void)
{
  Model *model = g_new0 (Model, 1);
  g_autoptr (LogRows) rows = log_rows_new ();

  log_rows_set_wrap (rows, get_height, get_bytes, 80, model);
  for (gint64 line = 1; line <= MOST_LINES; line++) {
    model->shown[line] = line < 100 || line > 2000;
    model->heights[line] = (guint) (line % 3 + 1);
  }
  for (model->n_lines = 2500; model->n_lines <= MOST_LINES; model->n_lines += 700) {
    gboolean hides_more = model->n_lines == 6000;

    for (gint64 line = 3000; line < 3100; line++)
      model->shown[line] = !hides_more;
    log_rows_begin (rows, model->n_lines, TRUE, FALSE);
    log_rows_hide (rows, 100, 2000);
    if (hides_more)
      log_rows_hide (rows, 3000, 3099);
    log_rows_end (rows);
    model->n_measured = 0;
    log_rows_measure (rows, 0, G_MAXINT32, 1);
    if (model->n_lines > 2500 && !hides_more)
      g_assert_cmpint (model->n_measured, <=, 700 + 3 * 1024);
    write_down (model);
    check (model, rows);
    g_array_unref (model->places);
  }
  g_free (model);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/log-view-rows/random", test_random);
  g_test_add_func ("/log-view-rows/anchor", test_anchor);
  g_test_add_func ("/log-view-rows/growing", test_growing);
  g_test_add_func ("/log-view-rows/growing-hidden", test_growing_hidden);

  return g_test_run ();
}
