/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "checks-row.h"

#include "widget-test.h"

static guint n_toggled;
static guint last_check;
static gboolean last_active;

static void
toggled (CulpritChecksRow *row,
         guint             check,
         gboolean          active)
{
  n_toggled++;
  last_check = check;
  last_active = active;
}

static void
test_checks (void)
{
  char *checks[] = { (char *) "Flaky test", (char *) "Bug in `transformers` <b>", NULL };
  GtkWidget *row = culprit_checks_row_new ("Basic information", checks, "win.copy-field(int32 1)");
  GtkWindow *window = widget_test_show (row, 300, 200);
  GtkWidget *first = widget_test_find (row, GTK_TYPE_CHECK_BUTTON, NULL);
  GtkWidget *second = gtk_widget_get_next_sibling (first);
  g_autofree char *action = NULL;

  g_signal_connect (row, "toggled", G_CALLBACK (toggled), NULL);
  g_assert_nonnull (widget_test_label (second, "Bug in transformers <b>"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (second), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Bug in transformers <b>");

  culprit_checks_row_set_active (CULPRIT_CHECKS_ROW (row), 0, TRUE);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (first)));
  g_assert_cmpuint (n_toggled, ==, 0);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (second), TRUE);
  g_assert_cmpuint (n_toggled, ==, 1);
  g_assert_cmpuint (last_check, ==, 1);
  g_assert_true (last_active);

  g_signal_emit_by_name (widget_test_find (row, GTK_TYPE_BUTTON, NULL), "clicked");
  action = widget_test_action ();
  g_assert_cmpstr (action, ==, "copy-field 1");

  gtk_window_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv))
    g_test_add_func ("/checks-row/checks", test_checks);

  return g_test_run ();
}
