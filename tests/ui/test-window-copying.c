/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "excerpt.h"
#include "masker.h"
#include "store-text.h"
#include "widget-test.h"
#include "window-test.h"
#include "words.h"

#define LOG "buildkite-pytest.log"

static CulpritWindow *
open_log (void)
{
  CulpritWindow *window = window_test_new ();

  window_test_open (window, LOG);

  return window;
}

static void
test_tail (void)
{
  CulpritWindow *window = open_log ();
  CulpritLogPage *page = culprit_window_get_page (window);
  LogStore *store = job_log_get_store (culprit_log_page_get_log (page));
  gint64 n_lines = log_store_get_n_lines (store);
  g_autofree char *expected = store_text_dup (store, n_lines - 24, n_lines);
  g_autofree char *size = g_format_size (strlen (expected));
  g_autofree char *toast = g_strdup_printf ("Copied last 25 lines, %s", size);
  g_autofree char *text = NULL;

  culprit_log_page_set_tail_lines (page, 25);
  window_test_activate (window, "copy-tail", NULL);
  window_test_expect (window, toast);
  text = window_test_paste (window);
  g_assert_cmpstr (text, ==, expected);

  window_test_end (window);
}

/* All that there is, where the range is longer than the log; but no secret. */
static void
test_whole_log (void)
{
  CulpritWindow *window = open_log ();
  CulpritLogPage *page = culprit_window_get_page (window);
  LogStore *store = job_log_get_store (culprit_log_page_get_log (page));
  g_autofree char *whole = store_text_dup (store, 1, log_store_get_n_lines (store));
  g_autoptr (Masker) masker = masker_new ();
  g_autofree char *expected = masker_dup_text (masker, whole);
  g_autofree char *text = NULL;

  g_assert_cmpstr (expected, !=, whole);
  culprit_log_page_set_tail_lines (page, 1000000);
  window_test_activate (window, "copy-tail", NULL);
  text = window_test_paste (window);
  g_assert_cmpstr (text, ==, expected);

  window_test_end (window);
}

/* The text outlives the tab and the window that it came from. */
static void
test_after_close (void)
{
  CulpritWindow *window = open_log ();
  CulpritWindow *other;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  window_test_activate (window, "copy-tail", NULL);
  before = window_test_paste (window);
  window_test_end (window);

  other = window_test_new ();
  after = window_test_paste (other);
  g_assert_cmpstr (after, ==, before);
  window_test_end (other);
}

/* What is masked, and what is personal, is said of all that is copied. */
static void
test_secrets_are_told (void)
{
  CulpritWindow *window = open_log ();
  CulpritLogPage *page = culprit_window_get_page (window);
  Issue *issue = culprit_log_page_get_issue (page);
  LogStore *store = job_log_get_store (culprit_log_page_get_log (page));
  gint64 n_lines = log_store_get_n_lines (store);
  g_autoptr (SecretList) secrets = secret_list_new ();
  g_autofree char *words = NULL;
  g_autofree char *count = culprit_dup_count (n_lines);
  g_autofree char *size = NULL;
  g_autofree char *toast = NULL;

  masker_note_range (store, 1, n_lines, G_MAXSIZE, MASKER_BYTES_BEFORE, secrets);
  words = culprit_dup_secrets (secrets->n_masked, secret_list_count_shown (secrets));
  culprit_log_page_set_tail_lines (page, (int) n_lines);
  size = g_format_size ((guint64) culprit_log_page_get_tail_bytes (page));
  toast = g_strdup_printf ("Copied last %s lines, %s, %s", count, size, words);
  window_test_activate (window, "copy-tail", NULL);
  window_test_expect (window, toast);

  issue_set_title (issue, "[CI Failure]: fails in /home/somebody/quill");
  window_test_activate (window, "copy-title", NULL);
  window_test_expect (window, "Copied title, 1 personal detail");

  window_test_end (window);
}

static void
test_failure (void)
{
  CulpritWindow *window = open_log ();
  CulpritLogPage *page = culprit_window_get_page (window);
  const Failure *failure = culprit_log_page_get_failure (page);
  const ExcerptLimits limits = { 0 };
  g_autofree char *expected = excerpt_dup_failure_text (culprit_log_page_get_log (page), failure,
                                                        &limits, NULL);
  g_autofree char *name = failure_dup_short_name (failure);
  g_auto (GStrv) lines = g_strsplit (expected, "\n", -1);
  g_autofree char *toast = g_strdup_printf ("Copied %u lines about %s", g_strv_length (lines) - 1,
                                            name);
  g_autofree char *text = NULL;

  window_test_activate (window, "copy-failure", NULL);
  window_test_expect (window, toast);
  text = window_test_paste (window);
  g_assert_cmpstr (text, ==, expected);

  window_test_end (window);
}

static void
assert_copies (CulpritWindow *window,
               const char    *action,
               const char    *toast,
               const char    *expected)
{
  g_autofree char *text = NULL;

  window_test_activate (window, action, NULL);
  window_test_expect (window, toast);
  text = window_test_paste (window);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_issue (void)
{
  CulpritWindow *window = open_log ();
  Issue *issue = culprit_log_page_get_issue (culprit_window_get_page (window));
  g_autofree char *comment = issue_dup_comment (issue, NULL);
  g_autofree char *rerun = issue_dup_rerun (issue, FALSE);
  g_autofree char *loop = issue_dup_rerun (issue, TRUE);

  assert_copies (window, "copy-issue", "Copied issue", issue_get_body (issue));
  assert_copies (window, "copy-title", "Copied title", issue_get_title (issue));
  assert_copies (window, "copy-comment", "Copied comment", comment);
  assert_copies (window, "copy-rerun", "Copied rerun command", rerun);
  assert_copies (window, "copy-rerun-loop", "Copied rerun loop", loop);

  window_test_end (window);
}

static void
test_fields (void)
{
  CulpritWindow *window = open_log ();
  Issue *issue = culprit_log_page_get_issue (culprit_window_get_page (window));
  guint n_fields = issue_get_n_fields (issue);

  g_assert_cmpuint (n_fields, >, 0);
  for (guint i = 0; i < n_fields; i++) {
    const char *label = issue_get_field (issue, i)->label;
    const char *value = issue_get_field_value (issue, i);
    gboolean empty = value == NULL || value[0] == '\0';
    g_autofree char *toast = g_strdup_printf (empty ? "Nothing to copy: “%s” is empty"
                                                    : "Copied “%s”", label);
    g_autofree char *text = NULL;

    window_test_activate (window, "copy-field", g_variant_new_int32 ((int) i));
    window_test_expect (window, toast);
    text = empty ? NULL : window_test_paste (window);
    if (!empty)
      g_assert_cmpstr (text, ==, value);
  }

  /* No such field: nothing happens. */
  window_test_activate (window, "copy-field", g_variant_new_int32 (99));
  window_test_activate (window, "copy-field", g_variant_new_int32 (-1));

  window_test_end (window);
}

static void
test_job_and_commit (void)
{
  CulpritWindow *window = open_log ();
  Issue *issue = culprit_log_page_get_issue (culprit_window_get_page (window));

  issue_set_job (issue, "Some Job");
  issue_set_commit (issue, "796bd02a137d");
  assert_copies (window, "copy-job", "Copied job", "Some Job");
  assert_copies (window, "copy-commit", "Copied commit", "796bd02a137d");

  issue_set_job (issue, NULL);
  window_test_activate (window, "copy-job", NULL);
  window_test_expect (window, "Nothing to copy: job is unknown");

  window_test_end (window);
}

/* What was typed into the job's field, too. */
static void
test_secret_job (void)
{
  CulpritWindow *window = open_log ();
  g_autofree char *job = g_strdup_printf ("Nightly ghp_%s", "0123456789abcdefghijABCDEFGHIJ012345");
  g_autofree char *text = NULL;

  issue_set_job (culprit_log_page_get_issue (culprit_window_get_page (window)), job);
  window_test_activate (window, "copy-job", NULL);
  window_test_expect (window, "Copied job, 1 secret masked");
  text = window_test_paste (window);
  g_assert_cmpstr (text, ==, "Nightly [REDACTED:github-token]");
  window_test_end (window);
}

/* All lines, masked, without the last line end (transfer full). */
static char *
dup_masked (CulpritWindow *window)
{
  LogStore *store = job_log_get_store (culprit_log_page_get_log (culprit_window_get_page (window)));
  g_autofree char *whole = store_text_dup (store, 1, log_store_get_n_lines (store));
  g_autoptr (Masker) masker = masker_new ();
  char *masked = masker_dup_text (masker, whole);

  g_assert_cmpstr (masked, !=, whole);
  masked[strlen (masked) - 1] = '\0';

  return masked;
}

static void
test_selection (void)
{
  CulpritWindow *window = open_log ();
  GtkWidget *view = GTK_WIDGET (culprit_log_page_get_view (culprit_window_get_page (window)));
  g_autofree char *masked = dup_masked (window);
  g_autofree char *block = g_strdup_printf ("```\n%s\n```\n", masked);
  g_autofree char *text = NULL;
  g_autofree char *markdown = NULL;
  g_autofree char *numbered = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) numbered_lines = NULL;

  g_assert_false (window_test_is_enabled (window, "copy-markdown"));
  g_assert_false (window_test_is_enabled (window, "copy-numbered"));
  g_assert_true (gtk_widget_activate_action (view, "log.select-all", NULL));

  window_test_activate (window, "copy-selection", NULL);
  text = window_test_paste (window);
  g_assert_cmpstr (text, ==, masked);
  window_test_activate (window, "copy-markdown", NULL);
  markdown = window_test_paste (window);
  g_assert_cmpstr (markdown, ==, block);

  window_test_activate (window, "copy-numbered", NULL);
  numbered = window_test_paste (window);
  lines = g_strsplit (masked, "\n", -1);
  numbered_lines = g_strsplit (numbered, "\n", -1);
  g_assert_cmpuint (g_strv_length (numbered_lines), ==, g_strv_length (lines));
  for (guint i = 0; lines[i] != NULL; i++) {
    g_assert_true (g_str_has_suffix (numbered_lines[i], lines[i]));
    g_assert_cmpint (g_ascii_strtoll (numbered_lines[i], NULL, 10), ==, i + 1);
    g_assert_cmpuint (strlen (numbered_lines[i]) - strlen (lines[i]), ==, strlen (numbered_lines[0]) - strlen (lines[0]));
  }

  window_test_end (window);
}

static void
test_to_end (void)
{
  CulpritWindow *window = open_log ();
  CulpritLogPage *page = culprit_window_get_page (window);
  gint64 first = culprit_log_view_get_cursor_line (culprit_log_page_get_view (page));
  LogStore *store = job_log_get_store (culprit_log_page_get_log (page));
  gint64 n_lines = log_store_get_n_lines (store);
  g_autofree char *expected = store_text_dup (store, first, n_lines);
  g_autofree char *toast = g_strdup_printf ("Copied %" G_GINT64_FORMAT " lines", n_lines - first + 1);

  g_assert_cmpint (first, >, 1);
  assert_copies (window, "copy-to-end", toast, expected);

  window_test_end (window);
}

/* Where only matching lines are shown, of those alone is copied and told. */
static void
test_only_matching (void)
{
  const char *log = "quill 1\nGH_TOKEN=" "a1B2c3D4e5F6g7H8i9J0" "\nquill 2\nother\nquill 3\n";
  CulpritWindow *window = window_test_new ();
  g_autoptr (FindPattern) pattern = find_pattern_new ("quill", 0, NULL);
  g_autoptr (LogFind) find = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *selected = NULL;
  CulpritLogView *view;

  window_test_open_text (window, log);
  window_test_wait_loaded (window);
  view = culprit_log_page_get_view (culprit_window_get_page (window));
  find = log_find_new (job_log_get_store (culprit_log_page_get_log (culprit_window_get_page (window))), pattern);
  g_assert_true (log_find_run (find, NULL));
  culprit_log_view_set_find (view, find);
  culprit_log_view_go_to_line (view, 1);
  g_object_set (view, "context", 0, "only-matching", TRUE, NULL);

  window_test_activate (window, "copy-to-end", NULL);
  rest = window_test_paste (window);
  g_assert_cmpstr (rest, ==, "quill 1\nquill 2\nquill 3\n");
  window_test_expect (window, "Copied 3 lines");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "log.select-all", NULL));
  window_test_activate (window, "copy-numbered", NULL);
  window_test_expect (window, "Copied 3 lines with line numbers");
  selected = window_test_paste (window);
  g_assert_cmpstr (selected, ==, "1  quill 1\n3  quill 2\n5  quill 3");
  window_test_end (window);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/window-copying/tail", test_tail);
    g_test_add_func ("/window-copying/whole-log", test_whole_log);
    g_test_add_func ("/window-copying/after-close", test_after_close);
    g_test_add_func ("/window-copying/secrets-are-told", test_secrets_are_told);
    g_test_add_func ("/window-copying/failure", test_failure);
    g_test_add_func ("/window-copying/issue", test_issue);
    g_test_add_func ("/window-copying/fields", test_fields);
    g_test_add_func ("/window-copying/job-and-commit", test_job_and_commit);
    g_test_add_func ("/window-copying/secret-job", test_secret_job);
    g_test_add_func ("/window-copying/selection", test_selection);
    g_test_add_func ("/window-copying/to-end", test_to_end);
    g_test_add_func ("/window-copying/only-matching", test_only_matching);
  }

  return g_test_run ();
}
