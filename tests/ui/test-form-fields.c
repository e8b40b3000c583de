/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "checks-row.h"
#include "field-row.h"
#include "form-fields.h"

#include "log-test.h"
#include "widget-sample.h"
#include "widget-test.h"

#define HISTORY "📝 History of failing test"

static CulpritFormFields *fields;
static GtkWindow *window;
static JobLog *job_log;
static Findings *findings;
static Issue *issue;
static guint n_changed;

static void
changed (void)
{
  n_changed++;
}

static void
set_up (const char *profile_name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Profile) profile = profile_load (profile_name, &error);

  g_assert_no_error (error);
  job_log = log_sample_new ("one\nFAILED a/test_a.py::test_b - assert False\n");
  findings = findings_new ();
  sample_add_failure (findings, "a/test_a.py::test_b", "assert False", 2);
  issue = issue_new (job_log, findings, profile);
  issue_prepare (issue);

  fields = CULPRIT_FORM_FIELDS (culprit_form_fields_new ());
  n_changed = 0;
  g_signal_connect (fields, "changed", G_CALLBACK (changed), NULL);
  window = widget_test_show (GTK_WIDGET (fields), 400, 600);
  culprit_form_fields_set_issue (fields, issue);
  culprit_form_fields_update (fields);
  widget_test_wait (50);
}

static void
tear_down (void)
{
  culprit_form_fields_set_issue (fields, NULL);
  gtk_window_destroy (window);
  issue_free (issue);
  findings_unref (findings);
  job_log_unref (job_log);
}

static CulpritFieldRow *
find_row (const char *caption)
{
  GtkWidget *label = widget_test_label (GTK_WIDGET (fields), caption);

  g_assert_nonnull (label);

  return CULPRIT_FIELD_ROW (gtk_widget_get_ancestor (label, CULPRIT_TYPE_FIELD_ROW));
}

static void
edit (const char *caption,
      const char *text)
{
  GtkWidget *view = widget_test_find (GTK_WIDGET (find_row (caption)), GTK_TYPE_TEXT_VIEW, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static void
assert_shows (const char *caption,
              const char *expected)
{
  g_autofree char *text = culprit_field_row_dup_text (find_row (caption));

  g_assert_cmpstr (text, ==, expected);
}

static guint
get_history_index (void)
{
  for (guint i = 0; i < issue_get_n_fields (issue); i++)
    if (g_str_equal (issue_get_field (issue, i)->label, HISTORY))
      return i;
  g_assert_not_reached ();
}

/* The issue knows at once; what was edited stays until it is reset. */
static void
test_edits (void)
{
  set_up ("vllm");
  g_assert_cmpuint (widget_test_count (GTK_WIDGET (fields), CULPRIT_TYPE_CHECKS_ROW, NULL), ==, 1);

  edit (HISTORY, "since **Monday**");
  g_assert_cmpstr (issue_get_field_value (issue, get_history_index ()), ==, "since **Monday**");
  g_assert_cmpuint (n_changed, >, 0);
  issue_set_field_value (issue, get_history_index (), "made");
  culprit_form_fields_update (fields);
  assert_shows (HISTORY, "since **Monday**");

  g_signal_emit_by_name (find_row (HISTORY), "reset");
  assert_shows (HISTORY, issue_get_made_value (issue, get_history_index ()));
  g_assert_cmpstr (issue_get_field_value (issue, get_history_index ()), ==,
                   issue_get_made_value (issue, get_history_index ()));

  tear_down ();
}

static void
test_history (void)
{
  set_up ("vllm");

  g_assert_true (culprit_form_fields_add_history (fields, "Broken since #12.\n"));
  assert_shows (HISTORY, "Broken since #12.");
  g_assert_cmpstr (issue_get_field_value (issue, get_history_index ()), ==, "Broken since #12.");

  /* What stands there stays, and once is enough. */
  g_assert_true (culprit_form_fields_add_history (fields, "Flaky."));
  g_assert_true (culprit_form_fields_add_history (fields, "Broken since #12."));
  assert_shows (HISTORY, "Broken since #12.\n\nFlaky.");

  culprit_form_fields_set_issue (fields, NULL);
  g_assert_false (culprit_form_fields_add_history (fields, "Flaky."));

  tear_down ();
}

/* Where the log fills all of them, nothing else has a place. */
static void
test_full_form (void)
{
  set_up ("generic");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fields)));
  g_assert_false (culprit_form_fields_add_history (fields, "Flaky."));
  g_assert_cmpuint (n_changed, ==, 0);

  culprit_form_fields_set_issue (fields, NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fields)));
  tear_down ();
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/form-fields/edits", test_edits);
    g_test_add_func ("/form-fields/history", test_history);
    g_test_add_func ("/form-fields/full-form", test_full_form);
  }

  return g_test_run ();
}
