/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "log-view-test.h"

CulpritLogView *
log_view_test_new (JobLog     *log,
                   GtkWidget **ret_scrolled)
{
  GtkWidget *view = culprit_log_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_EXTERNAL, GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  culprit_log_view_set_log (CULPRIT_LOG_VIEW (view), log);
  *ret_scrolled = scrolled;

  return CULPRIT_LOG_VIEW (view);
}
