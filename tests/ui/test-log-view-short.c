/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "log-test.h"
#include "log-view-private.h"
#include "log-view-test.h"
#include "profile.h"
#include "widget-test.h"

#define LONG_PREFIX "(APIServer pid=100) (Worker_TP1 pid=200) ERROR 05-07 08:11:40 [executor/abstract.py:962] "
#define MESSAGE     "RuntimeError: Worker failed, and what it says of that is as long as a line of a log is wide"

typedef struct {
  GtkWidget      *window;
  CulpritLogView *view;
  JobLog         *log;
  Profile        *profile;
} Fixture;

static void
set_up (Fixture    *fixture,
        const char *text)
{
  GtkWidget *scrolled;

  fixture->log = log_sample_new (text);
  fixture->view = log_view_test_new (fixture->log, &scrolled);
  fixture->profile = profile_load ("vllm", NULL);
  culprit_log_view_set_line_prefix (fixture->view, profile_get_line_prefix (fixture->profile));
  fixture->window = GTK_WIDGET (widget_test_show (scrolled, 640, 400));
}

static void
tear_down (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  widget_test_wait (20);
  job_log_unref (fixture->log);
  profile_unref (fixture->profile);
}

static void
check_drawn (Fixture    *fixture,
             gint64      line,
             const char *expected)
{
  g_assert_true (log_text_read (&fixture->view->text, fixture->view->store, line, log_view_get_columns (fixture->view)));
  g_assert_cmpstr (fixture->view->text.row.text->str, ==, expected);
}

static void
look_for (Fixture    *fixture,
          const char *words)
{
  g_autoptr (FindPattern) pattern = find_pattern_new (words, FIND_MATCH_CASE, NULL);
  LogFind *find = log_find_new (job_log_get_store (fixture->log), pattern);

  g_assert_true (log_find_run (find, NULL));
  culprit_log_view_set_find (fixture->view, find);
  log_find_unref (find);
}

/* What is looked for is in sight wherever it is. */
static void
test_prefixes (void)
{
  Fixture fixture;

  set_up (&fixture, LONG_PREFIX "lost\n" LONG_PREFIX "\nplain\n");
  check_drawn (&fixture, 1, "Worker_TP1     lost");
  check_drawn (&fixture, 2, "Worker_TP1");
  check_drawn (&fixture, 3, "plain");

  look_for (&fixture, "lost");
  check_drawn (&fixture, 1, "Worker_TP1     lost");
  look_for (&fixture, "Worker_TP1");
  check_drawn (&fixture, 1, "Worker_TP1     lost");
  look_for (&fixture, "ERROR");
  check_drawn (&fixture, 1, LONG_PREFIX "lost");
  check_drawn (&fixture, 3, "plain");
  culprit_log_view_set_find (fixture.view, NULL);
  check_drawn (&fixture, 1, "Worker_TP1     lost");

  g_object_set (fixture.view, "short-prefixes", FALSE, NULL);
  check_drawn (&fixture, 1, LONG_PREFIX "lost");
  g_object_set (fixture.view, "short-prefixes", TRUE, NULL);
  culprit_log_view_set_line_prefix (fixture.view, NULL);
  check_drawn (&fixture, 1, LONG_PREFIX "lost");
  tear_down (&fixture);
}

static gint64
count_rows (Fixture *fixture)
{
  widget_test_wait (50);

  return log_rows_get_n_rows (fixture->view->line_rows);
}

/* A line takes as many rows as what is drawn of it. */
static void
test_wrapped (void)
{
  Fixture fixture;
  gint64 n_rows;

  set_up (&fixture, LONG_PREFIX MESSAGE "\nplain\n");
  g_object_set (fixture.view, "wrap", TRUE, NULL);
  n_rows = count_rows (&fixture);
  look_for (&fixture, "ERROR");
  g_assert_cmpint (count_rows (&fixture), >, n_rows);
  culprit_log_view_set_find (fixture.view, NULL);
  g_assert_cmpint (count_rows (&fixture), ==, n_rows);
  g_object_set (fixture.view, "short-prefixes", FALSE, NULL);
  g_assert_cmpint (count_rows (&fixture), >, n_rows);
  tear_down (&fixture);
}

/* Selected from the name on, a line is copied with all of it behind the name. */
static void
test_places (void)
{
  Fixture fixture;
  LogPlace place;
  const gsize name = strlen ("(APIServer pid=100) (");

  set_up (&fixture, LONG_PREFIX "lost\n");
  place = log_view_get_place_at (fixture.view, log_view_get_text_x (fixture.view), log_view_get_line_y (fixture.view, 1) + 2);
  g_assert_cmpuint (place.byte, ==, 0);
  place = log_view_get_place_at (fixture.view, log_view_get_text_x (fixture.view) + 3 * fixture.view->font.cell,
                                 log_view_get_line_y (fixture.view, 1) + 2);
  g_assert_cmpuint (place.byte, ==, name + 3);
  place = log_view_get_place_at (fixture.view, log_view_get_text_x (fixture.view) + 15 * fixture.view->font.cell,
                                 log_view_get_line_y (fixture.view, 1) + 2);
  g_assert_cmpuint (place.byte, ==, strlen (LONG_PREFIX));
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/ui/log-view-short/prefixes", test_prefixes);
    g_test_add_func ("/ui/log-view-short/wrapped", test_wrapped);
    g_test_add_func ("/ui/log-view-short/places", test_places);
  }

  return g_test_run ();
}
