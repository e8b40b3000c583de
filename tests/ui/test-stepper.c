/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "stepper.h"

#include "widget-sample.h"
#include "widget-test.h"

static void
list_requested (GtkWidget *stepper,
                gboolean  *requested)
{
  *requested = TRUE;
}

static void
click (GtkWidget  *stepper,
       const char *action)
{
  for (GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_first_child (stepper));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (child)), action) == 0)
      g_signal_emit_by_name (child, "clicked");
}

static void
test_steps (void)
{
  g_autoptr (Findings) findings = findings_new ();
  GtkWidget *stepper = culprit_stepper_new ();
  GtkWindow *window = widget_test_show (stepper, 360, 100);
  gboolean requested = FALSE;
  g_autofree char *previous = NULL;
  g_autofree char *next = NULL;

  culprit_stepper_update (CULPRIT_STEPPER (stepper), findings, -1);
  g_assert_nonnull (widget_test_label (stepper, "No failure found"));

  sample_add_failure (findings, "a.py::test_a", "assert False", 1);
  sample_add_failure (findings, "a.py::test_b", "assert 1 == 2", 2);
  culprit_stepper_update (CULPRIT_STEPPER (stepper), findings, -1);
  g_assert_nonnull (widget_test_label (stepper, "2 failures"));

  culprit_stepper_update (CULPRIT_STEPPER (stepper), findings, 1);
  g_assert_nonnull (widget_test_label (stepper, "test_b"));
  g_assert_nonnull (widget_test_label (stepper, "assert 1 == 2"));
  g_assert_nonnull (widget_test_label (stepper, "2 of 2"));

  click (stepper, "win.previous-failure");
  previous = widget_test_action ();
  g_assert_cmpstr (previous, ==, "previous-failure");
  click (stepper, "win.next-failure");
  next = widget_test_action ();
  g_assert_cmpstr (next, ==, "next-failure");

  g_signal_connect (stepper, "list-requested", G_CALLBACK (list_requested), &requested);
  click (stepper, NULL);
  g_assert_true (requested);

  gtk_window_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv))
    g_test_add_func ("/stepper/steps", test_steps);

  return g_test_run ();
}
