/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "field-row.h"
#include "issue-pane.h"
#include "markdown-preview.h"
#include "secret-choices.h"
#include "secret-row.h"
#include "settings.h"

#include "log-test.h"
#include "widget-sample.h"
#include "widget-test.h"

/* Longer than the pane waits before it shows what an edit changed. */
#define REFRESH_WAIT 300

/* Enough for a busy machine with sanitizers. */
#define MAX_WAIT 60     /* seconds */

static CulpritIssuePane *pane;
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

/* Waits until what follows from an edit is shown, which a worker makes. */
static void
wait_until_shown (void)
{
  widget_test_wait (REFRESH_WAIT);
  widget_test_until (issue_is_prepared (issue), MAX_WAIT);
  widget_test_wait (50);
}

static void
set_up_with (const char *profile_name,
             const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Profile) profile = profile_load (profile_name, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strdup_printf ("one\ntwo\nFAILED a/test_a.py::test_b - %s\nthree\n", message);
  job_log = log_sample_new (text);
  findings = findings_new ();
  sample_add_failure (findings, "a/test_a.py::test_b", message, 3);
  issue = issue_new (job_log, findings, profile);

  pane = CULPRIT_ISSUE_PANE (culprit_issue_pane_new ());
  n_changed = 0;
  g_signal_connect (pane, "changed", G_CALLBACK (changed), NULL);
  window = widget_test_show (GTK_WIDGET (pane), 400, 600);
  issue_prepare (issue);
  culprit_issue_pane_set_issue (pane, issue);
  widget_test_wait (50);
}

static void
set_up (const char *profile_name)
{
  set_up_with (profile_name, "assert False");
}

static void
tear_down (void)
{
  gtk_window_destroy (window);
  issue_free (issue);
  findings_unref (findings);
  job_log_unref (job_log);
}

/* The row with this caption. */
static GtkWidget *
find_row (const char *caption)
{
  GtkWidget *label = widget_test_label (GTK_WIDGET (pane), caption);

  g_assert_nonnull (label);

  return gtk_widget_get_ancestor (label, CULPRIT_TYPE_FIELD_ROW);
}

static void
edit (const char *caption,
      const char *text)
{
  GtkWidget *row = find_row (caption);
  GtkWidget *entry = widget_test_find (row, GTK_TYPE_TEXT, NULL);

  if (entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (
                                widget_test_find (row, GTK_TYPE_TEXT_VIEW, NULL))), text, -1);
}

static void
assert_shows (const char *caption,
              const char *expected)
{
  g_autofree char *text = culprit_field_row_dup_text (CULPRIT_FIELD_ROW (find_row (caption)));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_shows (void)
{
  set_up ("vllm");

  assert_shows ("Title", issue_get_title (issue));
  for (guint i = 0; i < issue_get_n_fields (issue); i++) {
    const ProfileField *field = issue_get_field (issue, i);

    g_assert_nonnull (widget_test_label (GTK_WIDGET (pane), field->label));
    if (field->kind == PROFILE_FIELD_TEXT)
      assert_shows (field->label, issue_get_field_value (issue, i));
  }
  g_assert_nonnull (widget_test_label (GTK_WIDGET (pane),
                                       "Matches 1 of 1 failing; no test passed in this log"));
  g_assert_nonnull (widget_test_label (GTK_WIDGET (pane), "Job is unknown"));
  g_assert_nonnull (widget_test_label (GTK_WIDGET (pane), "Commit is unknown"));
  g_assert_nonnull (widget_test_label (GTK_WIDGET (pane), "Open Form"));

  tear_down ();
}

static void
test_edits (void)
{
  set_up ("vllm");

  /* The issue knows at once, what follows is shown soon. */
  edit ("Job", "Some Job");
  g_assert_cmpstr (issue_get_job (issue), ==, "Some Job");
  g_assert_cmpuint (n_changed, >, 0);
  wait_until_shown ();
  g_assert_nonnull (strstr (issue_get_title (issue), "Some Job"));
  assert_shows ("Title", issue_get_title (issue));
  g_assert_null (widget_test_label (GTK_WIDGET (pane), "Job is unknown"));

  /* What was edited stays when something else changes. */
  edit ("Title", "by hand: nothing_that_fails");
  g_assert_cmpstr (issue_get_title (issue), ==, "by hand: nothing_that_fails");
  edit ("Job", "Other Job");
  wait_until_shown ();
  assert_shows ("Title", "by hand: nothing_that_fails");

  g_signal_emit_by_name (find_row ("Title"), "reset");
  g_assert_nonnull (strstr (issue_get_title (issue), "Other Job"));
  assert_shows ("Title", issue_get_title (issue));

  tear_down ();
}

/* What was made of an issue that changed meanwhile is made again, and another issue gets none of it. */
static void
test_changes_while_made (void)
{
  g_autoptr (Issue) other = NULL;
  Issue *first;

  set_up ("vllm");
  issue_set_job (issue, "First Job");
  culprit_issue_pane_set_issue (pane, issue);
  g_assert_false (issue_is_prepared (issue));
  issue_set_job (issue, "Second Job");
  wait_until_shown ();
  g_assert_nonnull (strstr (issue_get_body (issue), "Second Job"));
  assert_shows ("Job", "Second Job");

  issue_set_job (issue, "Third Job");
  culprit_issue_pane_set_issue (pane, issue);
  other = issue_copy (issue);
  issue_set_job (other, "Other Job");
  culprit_issue_pane_set_issue (pane, other);
  first = issue;
  issue = other;
  wait_until_shown ();
  g_assert_nonnull (strstr (issue_get_body (issue), "Other Job"));
  assert_shows ("Job", "Other Job");
  culprit_issue_pane_set_issue (pane, NULL);
  issue = first;

  tear_down ();
}

static void
test_fields (void)
{
  guint n_checks = 0;

  set_up ("vllm");

  for (guint i = 0; i < issue_get_n_fields (issue); i++) {
    const ProfileField *field = issue_get_field (issue, i);

    if (field->kind == PROFILE_FIELD_CHECKS) {
      GtkWidget *check = widget_test_find (GTK_WIDGET (pane), GTK_TYPE_CHECK_BUTTON, NULL);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      g_assert_true (issue_get_check (issue, i, 0));
      n_checks++;
      continue;
    }
    edit (field->label, "edited **here**");
    g_assert_cmpstr (issue_get_field_value (issue, i), ==, "edited **here**");
  }
  g_assert_cmpuint (n_checks, ==, 1);

  wait_until_shown ();
  g_assert_nonnull (widget_test_label (
    widget_test_find (GTK_WIDGET (pane), CULPRIT_TYPE_MARKDOWN_PREVIEW, NULL), "edited here"));

  tear_down ();
}

/* As when a log was read on: what was written stays in the same widgets, and can be reset and taken back. */
static void
test_later_issue (void)
{
  Issue *first, *second;
  GtkWidget *title, *field;
  const char *caption;
  guint index = 2;    /* that describes the failing test */

  set_up ("vllm");
  first = issue;
  second = issue_copy (first);
  caption = issue_get_field (issue, index)->label;
  edit ("Title", "My title");
  edit ("Job", "My job");
  edit (caption, "My words");
  title = find_row ("Title");
  field = find_row (caption);

  issue_copy_edits (second, first);
  issue = second;
  issue_prepare (issue);
  culprit_issue_pane_set_issue (pane, issue);
  issue_free (first);
  wait_until_shown ();
  g_assert_true (find_row ("Title") == title);
  g_assert_true (find_row (caption) == field);
  assert_shows ("Title", "My title");
  assert_shows ("Job", "My job");
  assert_shows (caption, "My words");

  g_signal_emit_by_name (find_row ("Job"), "reset");
  assert_shows ("Job", "");
  g_assert_cmpstr (issue_get_job (issue), ==, "");
  culprit_issue_pane_undo_reset (pane);
  assert_shows ("Job", "My job");
  g_assert_cmpstr (issue_get_job (issue), ==, "My job");
  culprit_issue_pane_undo_reset (pane);
  g_signal_emit_by_name (field, "reset");
  culprit_issue_pane_undo_reset (pane);
  assert_shows (caption, "My words");
  g_assert_cmpstr (issue_get_field_value (issue, index), ==, "My words");

  tear_down ();
}

/* A pane that gets an issue with edits says so. */
static void
test_edited_before (void)
{
  set_up ("vllm");
  culprit_issue_pane_set_issue (pane, NULL);
  issue_set_title (issue, "My title");
  issue_prepare (issue);
  culprit_issue_pane_set_issue (pane, issue);
  wait_until_shown ();
  assert_shows ("Title", "My title");
  g_assert_true (culprit_field_row_is_edited (CULPRIT_FIELD_ROW (find_row ("Title"))));
  g_assert_false (culprit_field_row_is_edited (CULPRIT_FIELD_ROW (find_row ("Job"))));
  tear_down ();
}

static void
test_nothing (void)
{
  set_up ("vllm");
  culprit_issue_pane_set_issue (pane, NULL);
  g_assert_nonnull (widget_test_label (GTK_WIDGET (pane), "No Failure Found"));
  g_assert_null (widget_test_label (GTK_WIDGET (pane), "Title"));
  tear_down ();
}

static void
test_plain_profile (void)
{
  set_up ("generic");
  assert_shows ("Title", issue_get_title (issue));
  g_assert_nonnull (widget_test_find (GTK_WIDGET (pane), CULPRIT_TYPE_MARKDOWN_PREVIEW, NULL));
  tear_down ();
}

/* An issue that is set while nobody looks is shown when somebody does. */
static void
test_hidden (void)
{
  set_up ("vllm");
  gtk_widget_set_visible (GTK_WIDGET (pane), FALSE);
  issue_set_job (issue, "Some Job");
  culprit_issue_pane_set_issue (pane, issue);
  gtk_widget_set_visible (GTK_WIDGET (pane), TRUE);
  wait_until_shown ();
  assert_shows ("Job", "Some Job");
  tear_down ();
}

/* What is masked from now on, and what was while nobody looked, is masked in what is shown. */
static void
test_masks (void)
{
  set_up_with ("vllm", "no /home/alice/x.py");
  secret_choices_set_masks_personal (TRUE);
  g_settings_set_boolean (settings_get (), "mask-personal", TRUE);
  wait_until_shown ();
  g_assert_nonnull (strstr (issue_get_body (issue), "/home/[REDACTED:home-folder]/x.py"));

  gtk_widget_set_visible (GTK_WIDGET (pane), FALSE);
  secret_choices_set ("alice", SECRET_CHOICE_KEEP);
  gtk_widget_set_visible (GTK_WIDGET (pane), TRUE);
  wait_until_shown ();
  g_assert_nonnull (strstr (issue_get_body (issue), "/home/alice/x.py"));

  secret_choices_set ("alice", SECRET_CHOICE_NONE);
  secret_choices_set_masks_personal (FALSE);
  g_settings_reset (settings_get (), "mask-personal");
  wait_until_shown ();
  tear_down ();
}

static void
line_activated (CulpritIssuePane *activated_pane,
                gint64            line,
                gint64           *ret_line)
{
  *ret_line = line;
}

/* The list of secrets jumps to each, and switches it off and on everywhere. */
static void
test_secrets (void)
{
  GtkWidget *button;
  GtkWidget *row;
  GtkSwitch *mask_switch;
  gint64 line = 0;

  set_up_with ("vllm", "HF_TOKEN=abcdef123 in /home/alice/x");
  g_signal_connect (pane, "line-activated", G_CALLBACK (line_activated), &line);
  g_assert_null (strstr (issue_get_body (issue), "abcdef123"));
  g_assert_nonnull (widget_test_label (GTK_WIDGET (pane), "2 secrets masked, 1 personal detail"));

  button = widget_test_find (GTK_WIDGET (pane), GTK_TYPE_MENU_BUTTON, NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  widget_test_wait (200);
  g_assert_cmpuint (widget_test_count (GTK_WIDGET (pane), CULPRIT_TYPE_SECRET_ROW, NULL), ==, 2);
  row = widget_test_find (GTK_WIDGET (pane), CULPRIT_TYPE_SECRET_ROW, NULL);
  g_assert_nonnull (widget_test_label (row, "abc… in 2 places"));
  g_signal_emit_by_name (widget_test_find (row, GTK_TYPE_BUTTON, NULL), "clicked");
  g_assert_cmpint (line, ==, 3);

  mask_switch = GTK_SWITCH (widget_test_find (row, GTK_TYPE_SWITCH, NULL));
  g_assert_true (gtk_switch_get_active (mask_switch));
  gtk_switch_set_active (mask_switch, FALSE);
  g_assert_cmpuint (n_changed, ==, 1);
  wait_until_shown ();
  g_assert_nonnull (strstr (issue_get_body (issue), "HF_TOKEN=abcdef123 in /home/alice/x"));
  g_assert_nonnull (widget_test_label (GTK_WIDGET (pane), "1 personal detail"));

  gtk_switch_set_active (mask_switch, TRUE);
  wait_until_shown ();
  g_assert_null (strstr (issue_get_body (issue), "abcdef123"));
  tear_down ();
}

/* A worker that is not done yet keeps nothing of it. */
static void
test_gone_while_made (void)
{
  set_up ("generic");
  gtk_window_destroy (window);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  pane = CULPRIT_ISSUE_PANE (culprit_issue_pane_new ());
  g_object_add_weak_pointer (G_OBJECT (pane), (gpointer *) &pane);
  window = widget_test_show (GTK_WIDGET (pane), 400, 600);
  issue_set_job (issue, "Unit Tests");
  g_assert_false (issue_is_prepared (issue));
  culprit_issue_pane_set_issue (pane, issue);
  tear_down ();
  g_assert_null (pane);
  widget_test_wait (REFRESH_WAIT);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/issue-pane/shows", test_shows);
    g_test_add_func ("/issue-pane/edits", test_edits);
    g_test_add_func ("/issue-pane/changes-while-made", test_changes_while_made);
    g_test_add_func ("/issue-pane/fields", test_fields);
    g_test_add_func ("/issue-pane/later-issue", test_later_issue);
    g_test_add_func ("/issue-pane/edited-before", test_edited_before);
    g_test_add_func ("/issue-pane/nothing", test_nothing);
    g_test_add_func ("/issue-pane/plain-profile", test_plain_profile);
    g_test_add_func ("/issue-pane/hidden", test_hidden);
    g_test_add_func ("/issue-pane/masks", test_masks);
    g_test_add_func ("/issue-pane/secrets", test_secrets);
    g_test_add_func ("/issue-pane/gone-while-made", test_gone_while_made);
  }

  return g_test_run ();
}
