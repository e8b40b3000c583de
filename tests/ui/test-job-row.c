/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "job-row.h"
#include "widget-test.h"

static CulpritJobRow *
make_row (const char     *name,
          RemoteJobState  state,
          gboolean        is_retried)
{
  g_autoptr (RemoteJob) job = remote_job_new ();

  g_free (job->name);
  job->name = g_strdup (name);
  job->state = state;
  job->is_retried = is_retried;

  return g_object_ref_sink (CULPRIT_JOB_ROW (culprit_job_row_new (job)));
}

static void
test_marks (void)
{
  CulpritJobRow *row = make_row ("Bindings <2> & \xff", REMOTE_JOB_SOFT_FAILED, TRUE);
  GtkWidget *list = gtk_list_box_new ();
  GtkWindow *window;

  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (row));
  window = widget_test_show (list, 400, 100);
  g_assert_true (culprit_job_row_has_failed (row));
  g_assert_nonnull (widget_test_label (GTK_WIDGET (row), "Bindings <2> & \357\277\275"));
  g_assert_nonnull (widget_test_label (GTK_WIDGET (row), "Soft-failed"));
  g_assert_nonnull (widget_test_label (GTK_WIDGET (row), "Retried"));

  gtk_window_destroy (window);
  g_object_unref (row);
}

static void
test_chosen (void)
{
  CulpritJobRow *row = make_row ("Unit Tests", REMOTE_JOB_PASSED, FALSE);
  gboolean chosen;

  g_assert_false (culprit_job_row_has_failed (row));
  g_assert_false (culprit_job_row_is_chosen (row));
  adw_action_row_activate (ADW_ACTION_ROW (row));
  g_object_get (row, "chosen", &chosen, NULL);
  g_assert_true (chosen);
  g_object_set (row, "chosen", FALSE, NULL);
  g_assert_false (culprit_job_row_is_chosen (row));

  g_object_unref (row);
}

static void
test_matches (void)
{
  CulpritJobRow *row = make_row ("Page Layout (2 GPUs)", REMOTE_JOB_FAILED, FALSE);

  g_assert_true (culprit_job_row_matches (row, ""));
  g_assert_true (culprit_job_row_matches (row, "gpu page"));
  g_assert_true (culprit_job_row_matches (row, " LAY  "));
  g_assert_false (culprit_job_row_matches (row, "layout 3"));

  g_object_unref (row);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/job-row/marks", test_marks);
    g_test_add_func ("/job-row/chosen", test_chosen);
    g_test_add_func ("/job-row/matches", test_matches);
  }

  return g_test_run ();
}
