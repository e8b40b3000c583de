/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "job-log.h"
#include "log-test.h"
#include "log-view-test.h"
#include "overview-strip.h"
#include "settings.h"
#include "widget-test.h"

#define PYTEST \
  "=================================== FAILURES ===================================\n" \
  "___________________________________ test_one ___________________________________\n" \
  "\n" \
  "    def test_one():\n" \
  ">       assert 1 == 2\n" \
  "E       assert 1 == 2\n" \
  "\n" \
  "test_a.py:2: AssertionError\n" \
  "=========================== short test summary info ============================\n" \
  "FAILED test_a.py::test_one - assert 1 == 2\n" \
  "============================== 1 failed in 0.03s ===============================\n"

#define PYTEST_LINES 11

#define TOOLTIP_DELAY 500     /* milliseconds, GTK's */

typedef struct {
  GtkWidget     *window;
  GtkWidget     *view;
  GtkWidget     *strip;
  GtkAdjustment *adjustment;
  JobLog        *log;
} Fixture;

static void
append (GString *text,
        gint64   n_lines)
{
  for (gint64 i = 1; i <= n_lines; i++)
    g_string_append_printf (text, "line %" G_GINT64_FORMAT "\n", i);
}

static JobLog *
read_log (const char *text)
{
  g_autoptr (JobLogContext) context = job_log_context_new (NULL);
  JobLog *log = job_log_new (context, "test.log");

  if (*text != '\0')
    log_sample_read (log, text);

  return log;
}

static void
set_up (Fixture    *fixture,
        const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *scrolled;

  fixture->log = read_log (text);
  fixture->view = GTK_WIDGET (log_view_test_new (fixture->log, &scrolled));
  fixture->strip = culprit_overview_strip_new ();
  gtk_widget_set_hexpand (scrolled, TRUE);
  g_object_set (fixture->strip, "view", fixture->view, NULL);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), fixture->strip);
  fixture->window = GTK_WIDGET (widget_test_show (box, 800, 500));
  fixture->adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->view));
}

static void
tear_down (Fixture *fixture)
{
  GtkWidget *view = g_object_ref (fixture->view);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  widget_test_wait (20);
  g_assert_finalize_object (view);
  job_log_unref (fixture->log);
}

static char *
dup_selected (Fixture *fixture,
              gint64  *ret_lines)
{
  GInputStream *stream = culprit_log_view_open_selection (CULPRIT_LOG_VIEW (fixture->view), ret_lines);

  return stream != NULL ? log_test_read (stream) : NULL;
}

static void
test_geometry (void)
{
  static const gint64 counts[] = { 0, 1, 1000000 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++) {
    GString *text = g_string_new (NULL);
    Fixture fixture;
    double upper;
    double page;
    double row;

    append (text, counts[i]);
    set_up (&fixture, text->str);
    upper = gtk_adjustment_get_upper (fixture.adjustment);
    page = gtk_adjustment_get_page_size (fixture.adjustment);
    row = gtk_adjustment_get_step_increment (fixture.adjustment);

    g_assert_cmpfloat (upper, ==, MAX ((double) counts[i] * row, page));
    g_assert_cmpint (culprit_log_view_get_first_line (CULPRIT_LOG_VIEW (fixture.view)), ==, MIN (counts[i], 1));

    gtk_adjustment_set_value (fixture.adjustment, upper);
    widget_test_wait (30);
    if (counts[i] > 1) {
      gint64 first = culprit_log_view_get_first_line (CULPRIT_LOG_VIEW (fixture.view));

      g_assert_cmpfloat ((double) (counts[i] - first) * row, <=, page);
      g_assert_cmpfloat ((double) (counts[i] - first + 2) * row, >=, page);
    }

    tear_down (&fixture);
    g_string_free (text, TRUE);
  }
}

/* A view that is open takes the font that is chosen; its line on top stays there. */
static void
test_own_font (void)
{
  Fixture fixture;
  g_autoptr (GString) text = g_string_new (NULL);
  double row, value;

  append (text, 5000);
  set_up (&fixture, text->str);
  row = gtk_adjustment_get_step_increment (fixture.adjustment);
  gtk_adjustment_set_value (fixture.adjustment, row * 2000);
  widget_test_wait (100);

  g_settings_set_string (settings_get (), "log-font", "Serif 30");
  widget_test_wait (100);
  g_assert_cmpfloat (gtk_adjustment_get_step_increment (fixture.adjustment), >, row * 2);
  value = gtk_adjustment_get_value (fixture.adjustment) / gtk_adjustment_get_step_increment (fixture.adjustment);
  g_assert_cmpfloat (ABS (value - 2000), <, 1);

  g_settings_reset (settings_get (), "log-font");
  widget_test_wait (100);
  g_assert_cmpfloat (gtk_adjustment_get_step_increment (fixture.adjustment), ==, row);

  tear_down (&fixture);
}

static void
test_show_line (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Fixture fixture;
  gint64 first;

  append (text, 10000);
  set_up (&fixture, text->str);

  culprit_log_view_show_line (CULPRIT_LOG_VIEW (fixture.view), 5000);
  widget_test_wait (30);
  first = culprit_log_view_get_first_line (CULPRIT_LOG_VIEW (fixture.view));
  g_assert_cmpint (first, <, 5000);
  g_assert_cmpfloat ((double) (5000 - first) * gtk_adjustment_get_step_increment (fixture.adjustment), <,
                     gtk_adjustment_get_page_size (fixture.adjustment) / 2);

  g_object_set (fixture.view, "zoom", 2.0, NULL);
  widget_test_wait (30);
  g_assert_cmpint (culprit_log_view_get_first_line (CULPRIT_LOG_VIEW (fixture.view)), ==, first);

  culprit_log_view_show_line (CULPRIT_LOG_VIEW (fixture.view), G_MAXINT64);
  g_assert_cmpint (culprit_log_view_get_first_line (CULPRIT_LOG_VIEW (fixture.view)), >, 9900);
  tear_down (&fixture);
}

static void
test_show_failure (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Fixture fixture;
  int selected;

  append (text, 1000);
  g_string_append (text, PYTEST);
  append (text, 1000);
  set_up (&fixture, text->str);

  culprit_log_view_show_failure (CULPRIT_LOG_VIEW (fixture.view), 0);
  widget_test_wait (30);
  g_object_get (fixture.view, "selected-failure", &selected, NULL);
  g_assert_cmpint (selected, ==, 0);
  g_assert_cmpint (culprit_log_view_get_cursor_line (CULPRIT_LOG_VIEW (fixture.view)), ==, 1002);
  g_assert_cmpint (culprit_log_view_get_first_line (CULPRIT_LOG_VIEW (fixture.view)), <, 1002);
  g_assert_cmpint (culprit_log_view_get_first_line (CULPRIT_LOG_VIEW (fixture.view)), >, 980);

  culprit_log_view_set_log (CULPRIT_LOG_VIEW (fixture.view), NULL);
  g_object_get (fixture.view, "selected-failure", &selected, NULL);
  g_assert_cmpint (selected, ==, -1);
  tear_down (&fixture);
}

static void
test_select_all (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *selected = NULL;
  Fixture fixture;
  gboolean has_selection;
  gint64 lines;

  append (text, 200);
  g_string_append (text, PYTEST);
  set_up (&fixture, text->str);

  g_object_get (fixture.view, "has-selection", &has_selection, NULL);
  g_assert_false (has_selection);
  g_assert_null (dup_selected (&fixture, &lines));

  g_assert_true (gtk_widget_activate_action (fixture.view, "log.select-all", NULL));
  g_object_get (fixture.view, "has-selection", &has_selection, NULL);
  g_assert_true (has_selection);
  selected = dup_selected (&fixture, &lines);
  g_assert_cmpint (lines, ==, 200 + PYTEST_LINES);
  g_string_truncate (text, text->len - 1);
  g_assert_cmpstr (selected, ==, text->str);
  tear_down (&fixture);
}

static void
test_tail (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Fixture fixture;
  GtkWidget *edge;
  gint64 tail;

  append (text, 1000);
  set_up (&fixture, text->str);
  g_object_set (fixture.view, "tail-lines", (gint64) 525, NULL);
  culprit_log_view_show_line (CULPRIT_LOG_VIEW (fixture.view), 480);
  widget_test_wait (30);

  edge = gtk_widget_get_first_child (fixture.view);
  gtk_test_accessible_assert_role (edge, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (edge, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 525.0);
  gtk_test_accessible_assert_property (edge, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 1000.0);

  g_signal_emit_by_name (edge, "moved", (gint64) 25);
  g_object_get (fixture.view, "tail-lines", &tail, NULL);
  g_assert_cmpint (tail, ==, 550);
  g_signal_emit_by_name (edge, "moved", (gint64) G_MAXINT32);
  g_object_get (fixture.view, "tail-lines", &tail, NULL);
  g_assert_cmpint (tail, ==, 1000);
  g_signal_emit_by_name (edge, "moved", (gint64) -G_MAXINT32);
  g_object_get (fixture.view, "tail-lines", &tail, NULL);
  g_assert_cmpint (tail, ==, 0);

  g_assert_true (gtk_widget_activate_action (fixture.view, "log.start-tail-here", NULL));
  g_object_get (fixture.view, "tail-lines", &tail, NULL);
  g_assert_cmpint (tail, ==, 1000);

  g_object_set (fixture.view, "tail-lines", (gint64) 5000, NULL);
  widget_test_wait (30);
  gtk_test_accessible_assert_property (edge, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 1000.0);
  tear_down (&fixture);
}

static void
append_line (JobLog     *log,
             const char *text)
{
  const Line line = { .text = text, .length = strlen (text), .time = LINE_NO_TIME };

  g_assert_true (log_store_append (job_log_get_store (log), &line, NULL));
}

static void
test_growing (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Fixture fixture;
  double end;

  append (text, 200);
  set_up (&fixture, text->str);

  append_line (fixture.log, "one more");
  culprit_log_view_update (CULPRIT_LOG_VIEW (fixture.view));
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture.adjustment), ==, 0);

  end = gtk_adjustment_get_upper (fixture.adjustment) - gtk_adjustment_get_page_size (fixture.adjustment);
  gtk_adjustment_set_value (fixture.adjustment, end);
  append_line (fixture.log, "and another");
  culprit_log_view_update (CULPRIT_LOG_VIEW (fixture.view));
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture.adjustment), ==,
                     end + gtk_adjustment_get_step_increment (fixture.adjustment));

  gtk_adjustment_set_value (fixture.adjustment, 100);
  append_line (fixture.log, "and one");
  culprit_log_view_update (CULPRIT_LOG_VIEW (fixture.view));
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture.adjustment), ==, 100);
  tear_down (&fixture);
}

static void
test_accessible (void)
{
  g_autoptr (GString) text = g_string_new (PYTEST);
  Fixture fixture;

  append (text, 300);
  set_up (&fixture, text->str);
  gtk_test_accessible_assert_role (fixture.view, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (fixture.view, GTK_ACCESSIBLE_PROPERTY_READ_ONLY, TRUE);
  gtk_test_accessible_assert_role (fixture.strip, GTK_ACCESSIBLE_ROLE_SCROLLBAR);

  culprit_log_view_show_failure (CULPRIT_LOG_VIEW (fixture.view), 0);
  widget_test_wait (30);
  gtk_test_accessible_assert_property (fixture.view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "2, failure, ___________________________________ test_one "
                                       "___________________________________");
  gtk_test_accessible_assert_property (fixture.strip, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "line 1 of 311, 1 failure");
  tear_down (&fixture);
}

static void
test_strip_is_narrow_with_its_view (void)
{
  Fixture fixture;
  int wide;
  int narrow;

  set_up (&fixture, PYTEST);
  wide = gtk_widget_get_width (fixture.strip);
  g_object_set (fixture.view, "narrow", TRUE, NULL);
  widget_test_wait (30);
  narrow = gtk_widget_get_width (fixture.strip);
  g_assert_cmpint (wide, ==, 18);
  g_assert_cmpint (narrow, ==, 10);
  tear_down (&fixture);
}

static GtkEventController *
find_controller (GtkWidget *widget,
                 GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
      return controller;
  }

  return NULL;
}

/* The word under the finger is selected, and the menu opens. */
static void
test_long_press (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *selected = NULL;
  Fixture fixture;
  gint64 lines;

  append (text, 200);
  set_up (&fixture, text->str);
  g_signal_emit_by_name (find_controller (fixture.view, GTK_TYPE_GESTURE_LONG_PRESS), "pressed", 90.0, 100.0);
  widget_test_wait (100);
  selected = dup_selected (&fixture, &lines);
  g_assert_cmpstr (selected, ==, "line");
  g_assert_nonnull (widget_test_find (fixture.view, GTK_TYPE_POPOVER_MENU, NULL));
  /* GTK 4.8 asks where the pointer is when a tooltip is due, although the menu under it was closed in the meantime. */
  widget_test_wait (TOOLTIP_DELAY + 100);
  tear_down (&fixture);
}

#if GTK_CHECK_VERSION (4, 14, 0)

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
assert_bytes (GBytes     *bytes,
              const char *expected)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (text, ==, expected);
  g_bytes_unref (bytes);
}

/* What a screen reader asks for after the caret has moved. */
static void
test_accessible_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree GtkAccessibleTextRange *ranges = NULL;
  Fixture fixture;
  GtkAccessibleText *view;
  GtkAccessibleTextInterface *interface;
  gsize n_ranges;
  unsigned int caret;
  unsigned int start;
  unsigned int end;
  GBytes *all;

  append (text, 1000);
  g_string_append (text, PYTEST);
  append (text, 1000);
  set_up (&fixture, text->str);
  view = GTK_ACCESSIBLE_TEXT (fixture.view);
  interface = GTK_ACCESSIBLE_TEXT_GET_IFACE (view);
  g_assert_cmpuint (interface->get_caret_position (view), ==, 0);
  g_assert_false (interface->get_selection (view, &n_ranges, &ranges));

  culprit_log_view_show_failure (CULPRIT_LOG_VIEW (fixture.view), 0);
  caret = interface->get_caret_position (view);
  g_assert_cmpuint (caret, >, 0);
  assert_bytes (interface->get_contents_at (view, caret, GTK_ACCESSIBLE_TEXT_GRANULARITY_LINE, &start, &end),
                "___________________________________ test_one ___________________________________\n");
  g_assert_cmpuint (start, ==, caret);
  assert_bytes (interface->get_contents (view, start + 36, start + 44), "test_one");
  assert_bytes (interface->get_contents_at (view, start + 38, GTK_ACCESSIBLE_TEXT_GRANULARITY_WORD, &start, &end),
                "test_one ");

  g_assert_true (gtk_widget_activate_action (fixture.view, "log.select-all", NULL));
  g_assert_true (interface->get_selection (view, &n_ranges, &ranges));
  all = interface->get_contents (view, 0, G_MAXUINT);
  g_assert_cmpuint (n_ranges, ==, 1);
  g_assert_cmpuint (ranges[0].start, ==, 0);
  g_assert_cmpuint (ranges[0].length, ==, g_bytes_get_size (all));
  g_assert_cmpuint (g_bytes_get_size (all), <, 5000);
  g_bytes_unref (all);
  tear_down (&fixture);
}

G_GNUC_END_IGNORE_DEPRECATIONS

#endif

int
main (int    argc,
      char **argv)
{
  if (!widget_test_init (&argc, &argv))
    return g_test_run ();

  g_test_add_func ("/log-view/geometry", test_geometry);
  g_test_add_func ("/log-view/own-font", test_own_font);
  g_test_add_func ("/log-view/show-line", test_show_line);
  g_test_add_func ("/log-view/show-failure", test_show_failure);
  g_test_add_func ("/log-view/select-all", test_select_all);
  g_test_add_func ("/log-view/tail", test_tail);
  g_test_add_func ("/log-view/growing", test_growing);
  g_test_add_func ("/log-view/accessible", test_accessible);
  g_test_add_func ("/log-view/long-press", test_long_press);
#if GTK_CHECK_VERSION (4, 14, 0)
  g_test_add_func ("/log-view/accessible-text", test_accessible_text);
#endif
  g_test_add_func ("/log-view/strip-is-narrow-with-its-view", test_strip_is_narrow_with_its_view);

  return g_test_run ();
}
