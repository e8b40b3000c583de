/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "job-log.h"
#include "log-view-private.h"
#include "log-view-test.h"
#include "widget-test.h"

/* Lines that the view has room for, and more than that. */
#define FEW  3
#define MANY 100

/* A view of a log to which lines come. */
typedef struct {
  GtkWidget      *window;
  CulpritLogView *view;
  GtkAdjustment  *adjustment;
  JobLog         *log;
} Fixture;

static void
append (JobLog *log,
        guint   n_lines)
{
  const Line line = { .text = "a line", .length = 6, .time = LINE_NO_TIME };

  for (guint i = 0; i < n_lines; i++)
    g_assert_true (log_store_append (job_log_get_store (log), &line, NULL));
}

static JobLog *
new_log (guint n_lines)
{
  g_autoptr (JobLogContext) context = job_log_context_new (NULL);
  JobLog *log = job_log_new (context, "x.log");

  append (log, n_lines);

  return log;
}

static void
fixture_init (Fixture *fixture,
              guint    n_lines)
{
  GtkWidget *scrolled;

  fixture->log = new_log (n_lines);
  fixture->view = log_view_test_new (fixture->log, &scrolled);
  fixture->window = GTK_WIDGET (widget_test_show (scrolled, 400, 300));
  fixture->adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->view));
}

static void
fixture_clear (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  job_log_unref (fixture->log);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static void
grow (Fixture *fixture,
      guint    n_lines)
{
  append (fixture->log, n_lines);
  culprit_log_view_update (fixture->view);
}

static double
get_rest (Fixture *fixture)
{
  return gtk_adjustment_get_upper (fixture->adjustment)
         - gtk_adjustment_get_page_size (fixture->adjustment)
         - gtk_adjustment_get_value (fixture->adjustment);
}

static void
test_end_stays_in_sight (void)
{
  g_auto (Fixture) fixture = { NULL };

  fixture_init (&fixture, FEW);
  culprit_log_view_set_follows_end (fixture.view, TRUE);
  grow (&fixture, MANY);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture.adjustment), >, 0);
  g_assert_cmpfloat (get_rest (&fixture), <, 1);
  grow (&fixture, MANY);
  g_assert_cmpfloat (get_rest (&fixture), <, 1);
}

static void
test_end_stays_in_less_room (void)
{
  g_auto (Fixture) fixture = { NULL };
  double page;

  fixture_init (&fixture, MANY);
  culprit_log_view_set_follows_end (fixture.view, TRUE);
  culprit_log_view_show_end (fixture.view);
  page = gtk_adjustment_get_page_size (fixture.adjustment);
  gtk_widget_set_margin_bottom (gtk_widget_get_parent (GTK_WIDGET (fixture.view)), 60);
  widget_test_wait (100);
  g_assert_cmpfloat (gtk_adjustment_get_page_size (fixture.adjustment), <, page);
  g_assert_cmpfloat (get_rest (&fixture), <, 1);
}

static void
test_start_stays_in_sight (void)
{
  g_auto (Fixture) fixture = { NULL };

  fixture_init (&fixture, FEW);
  grow (&fixture, MANY);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture.adjustment), ==, 0);

  culprit_log_view_set_follows_end (fixture.view, TRUE);
  grow (&fixture, MANY);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture.adjustment), ==, 0);
}

static void
test_show_end (void)
{
  g_auto (Fixture) fixture = { NULL };

  fixture_init (&fixture, MANY);
  culprit_log_view_show_end (fixture.view);
  g_assert_cmpfloat (get_rest (&fixture), <, 1);
  grow (&fixture, MANY);
  g_assert_cmpfloat (get_rest (&fixture), <, 1);
}

static void
test_replace (void)
{
  g_auto (Fixture) fixture = { NULL };
  g_autoptr (JobLog) longer = new_log (MANY + 1);
  g_autoptr (JobLog) shorter = new_log (FEW);
  gint64 n_lines;
  GInputStream *selected;
  gboolean has_selection;
  double value;

  fixture_init (&fixture, MANY);
  value = 10 * gtk_adjustment_get_step_increment (fixture.adjustment);
  gtk_adjustment_set_value (fixture.adjustment, value);
  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "log.select-all", NULL);

  culprit_log_view_replace_log (fixture.view, longer);
  g_assert_true (fixture.view->log == longer);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture.adjustment), ==, value);
  selected = culprit_log_view_open_selection (fixture.view, &n_lines);
  g_assert_nonnull (selected);
  g_object_unref (selected);
  g_assert_cmpint (n_lines, ==, MANY);

  culprit_log_view_replace_log (fixture.view, shorter);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture.adjustment), ==, 0);
  g_object_get (fixture.view, "has-selection", &has_selection, NULL);
  g_assert_false (has_selection);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/log-view-following/end-stays-in-sight", test_end_stays_in_sight);
    g_test_add_func ("/log-view-following/end-stays-in-less-room", test_end_stays_in_less_room);
    g_test_add_func ("/log-view-following/start-stays-in-sight", test_start_stays_in_sight);
    g_test_add_func ("/log-view-following/show-end", test_show_end);
    g_test_add_func ("/log-view-following/replace", test_replace);
  }

  return g_test_run ();
}
