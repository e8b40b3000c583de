/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "find-bar.h"
#include "widget-test.h"

static GtkWidget *
find_child (GtkWidget *widget,
            GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_child (child, type);

    if (found != NULL)
      return found;
  }

  return NULL;
}

/* What the bar says of the hits. */
static const char *
get_words (GtkWidget *bar)
{
  GtkWidget *box = gtk_widget_get_last_child (gtk_widget_get_first_child (bar));

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child))
      return gtk_label_get_text (GTK_LABEL (child));

  return NULL;
}

static void
test_pattern (void)
{
  g_autoptr (GtkWidget) bar = g_object_ref_sink (culprit_find_bar_new ());
  GtkWidget *entry = find_child (bar, GTK_TYPE_SEARCH_ENTRY);
  GtkToggleButton *regex = GTK_TOGGLE_BUTTON (find_child (bar, GTK_TYPE_TOGGLE_BUTTON));
  g_autoptr (FindPattern) words = NULL;

  g_assert_null (culprit_find_bar_make_pattern (CULPRIT_FIND_BAR (bar)));
  gtk_editable_set_text (GTK_EDITABLE (entry), "f(x");
  words = culprit_find_bar_make_pattern (CULPRIT_FIND_BAR (bar));
  g_assert_nonnull (words);
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  gtk_toggle_button_set_active (regex, TRUE);
  g_assert_null (culprit_find_bar_make_pattern (CULPRIT_FIND_BAR (bar)));
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_true (g_str_has_suffix (get_words (bar), " at 3"));
}

static void
check_words (GtkWidget  *bar,
             gint64      position,
             gint64      n_hits,
             gboolean    is_done,
             const char *expected)
{
  culprit_find_bar_show_hits (CULPRIT_FIND_BAR (bar), position, n_hits, is_done);
  g_assert_cmpstr (get_words (bar), ==, expected);
}

static void
test_words (void)
{
  g_autoptr (GtkWidget) bar = g_object_ref_sink (culprit_find_bar_new ());

  check_words (bar, 4, 10, TRUE, "4 of 10");
  check_words (bar, 0, 10, TRUE, "10 matches");
  check_words (bar, 0, 1, TRUE, "1 match");
  check_words (bar, 0, 0, TRUE, "No matches");
  g_assert_true (gtk_widget_has_css_class (find_child (bar, GTK_TYPE_SEARCH_ENTRY), "error"));
  check_words (bar, 1, 10, FALSE, "10, still looking…");
  g_assert_false (gtk_widget_has_css_class (find_child (bar, GTK_TYPE_SEARCH_ENTRY), "error"));
}

/* It fits into the narrowest window, with all that it may hold. */
static void
test_narrow (void)
{
  g_autoptr (GtkWidget) bar = g_object_ref_sink (culprit_find_bar_new ());
  int least;

  culprit_find_bar_show_hits (CULPRIT_FIND_BAR (bar), 1234, 5678, TRUE);
  gtk_widget_set_visible (find_child (bar, GTK_TYPE_SPIN_BUTTON), TRUE);
  culprit_find_bar_set_narrow (CULPRIT_FIND_BAR (bar), TRUE);
  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
}

static void
add_step (int *sum,
          int  direction)
{
  *sum = *sum * 10 + (direction > 0 ? 1 : 2);
}

static void
count (int *n)
{
  (*n)++;
}

static void
test_signals (void)
{
  g_autoptr (GtkWidget) bar = g_object_ref_sink (culprit_find_bar_new ());
  GtkWidget *entry = find_child (bar, GTK_TYPE_SEARCH_ENTRY);
  int steps = 0;
  int n_closed = 0;
  int n_changed = 0;

  g_signal_connect_swapped (bar, "moved", G_CALLBACK (add_step), &steps);
  g_signal_connect_swapped (bar, "closed", G_CALLBACK (count), &n_closed);
  g_signal_connect_swapped (bar, "changed", G_CALLBACK (count), &n_changed);
  g_signal_emit_by_name (entry, "activate");
  g_signal_emit_by_name (entry, "next-match");
  g_signal_emit_by_name (entry, "previous-match");
  g_assert_cmpint (steps, ==, 112);
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_cmpint (n_closed, ==, 1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_child (bar, GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  g_assert_cmpint (n_changed, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/find-bar/pattern", test_pattern);
    g_test_add_func ("/find-bar/words", test_words);
    g_test_add_func ("/find-bar/narrow", test_narrow);
    g_test_add_func ("/find-bar/signals", test_signals);
  }

  return g_test_run ();
}
