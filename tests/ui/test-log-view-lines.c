/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "log-test.h"
#include "log-view-private.h"
#include "log-view-test.h"
#include "widget-test.h"

typedef struct {
  GtkWidget      *window;
  CulpritLogView *view;
  JobLog         *log;
} Fixture;

static void
set_up (Fixture    *fixture,
        const char *text)
{
  GtkWidget *scrolled;

  fixture->log = log_sample_new (text);
  fixture->view = log_view_test_new (fixture->log, &scrolled);
  fixture->window = GTK_WIDGET (widget_test_show (scrolled, 640, 400));
}

static void
tear_down (Fixture *fixture)
{
  CulpritLogView *view = g_object_ref (fixture->view);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  widget_test_wait (20);
  g_assert_finalize_object (view);
  job_log_unref (fixture->log);
}

static void
append_lines (GString    *text,
              const char *name,
              int         n)
{
  for (int i = 1; i <= n; i++)
    g_string_append_printf (text, "%s %d\n", name, i);
}

/* As Buildkite writes it. */
#define STAMP "\033_bk;t=1715068800000\a"

/* Lines 1 to 5, 6 to 10, 11 to 61, 62 to 72: with a failure in the second section. */
static char *
make_sections (void)
{
  GString *text = g_string_new (STAMP "~~~ Preparing\n");

  append_lines (text, "prepare", 4);
  g_string_append (text, STAMP "--- Running tests\nFAILED tests/test_a.py::test_one - assert 1 == 2\n"
                         "= 1 failed in 0.03s =\nerror: exit 1\nmore\n");
  g_string_append (text, STAMP "--- Uploading\n");
  append_lines (text, "upload", 50);
  g_string_append (text, STAMP "--- Cleaning up\n");
  append_lines (text, "clean", 10);

  return g_string_free (text, FALSE);
}

static gint64
count_rows (Fixture *fixture)
{
  return log_rows_get_n_rows (fixture->view->line_rows);
}

static gboolean
is_shown (Fixture *fixture,
          gint64   line)
{
  return log_rows_is_shown (fixture->view->line_rows, line);
}

/* As the CI's page has it, but what failed and the end are open. */
static void
test_folded_at_first (void)
{
  g_autofree char *text = make_sections ();
  Fixture fixture;

  set_up (&fixture, text);
  g_assert_cmpint (fixture.view->sections->len, ==, 4);
  g_assert_cmpint (log_view_get_fold (fixture.view, 1), ==, LOG_FOLD_FOLDED);
  g_assert_cmpint (log_view_get_fold (fixture.view, 2), ==, LOG_FOLD_NONE);
  g_assert_cmpint (log_view_get_fold (fixture.view, 6), ==, LOG_FOLD_OPEN);
  g_assert_cmpint (log_view_get_fold (fixture.view, 11), ==, LOG_FOLD_FOLDED);
  g_assert_cmpint (log_view_get_fold (fixture.view, 62), ==, LOG_FOLD_OPEN);
  g_assert_cmpint (count_rows (&fixture), ==, 1 + 5 + 1 + 11);
  tear_down (&fixture);
}

/* What failed after a section's end opens none: lines 1 to 3, then 4 to 6 in no section, 7 to 9. */
static void
test_failed_between (void)
{
  Fixture fixture;

  set_up (&fixture,
          "section_start:1715068800:one[collapsed=true]\r\033[0KPreparing\nprepare 1\nprepare 2\n"
          "section_end:1715068805:one\r\033[0KFAILED tests/test_a.py::test_one - assert 1 == 2\n"
          "= 1 failed in 0.03s =\nERROR: Job failed: exit code 1\n"
          "section_start:1715068810:two[collapsed=true]\r\033[0KCleaning up\nclean 1\nclean 2\n"
          "section_end:1715068812:two\r\033[0K\n");
  g_assert_cmpint (fixture.view->sections->len, ==, 2);
  g_assert_cmpint (log_marks_get (fixture.view->marks, 0)->first_line, ==, 4);
  g_assert_null (log_view_get_section (fixture.view, 4));
  g_assert_cmpint (log_view_get_fold (fixture.view, 1), ==, LOG_FOLD_FOLDED);
  tear_down (&fixture);
}

static void
test_fold_and_unfold (void)
{
  g_autofree char *text = make_sections ();
  Fixture fixture;

  set_up (&fixture, text);

  /* What is asked for is opened, */
  culprit_log_view_show_line (fixture.view, 30);
  g_assert_true (is_shown (&fixture, 30));
  g_assert_false (is_shown (&fixture, 3));

  /* the cursor is never in what is folded, */
  log_selection_begin (&fixture.view->selection, fixture.view->store, (LogPlace) { 30, 2 }, LOG_SELECT_CHARACTERS);
  log_view_toggle_fold (fixture.view, 30);
  g_assert_false (is_shown (&fixture, 30));
  g_assert_cmpint (culprit_log_view_get_cursor_line (fixture.view), ==, 11);

  gtk_test_accessible_assert_property (GTK_WIDGET (fixture.view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "11, 50 lines folded, --- Uploading");

  /* and it stays folded while more is looked at. */
  culprit_log_view_update (fixture.view);
  g_assert_false (is_shown (&fixture, 30));

  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "log.fold-all", NULL);
  g_assert_cmpint (count_rows (&fixture), ==, 4);
  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "log.unfold-all", NULL);
  g_assert_cmpint (count_rows (&fixture), ==, 72);

  culprit_log_view_set_log (fixture.view, NULL);
  g_assert_cmpint (count_rows (&fixture), ==, 0);
  tear_down (&fixture);
}

/* The section's first line stays where it is, or comes to the top where it was out of sight. */
static void
test_fold_keeps_place (void)
{
  g_autofree char *text = make_sections ();
  Fixture fixture;
  double y;

  set_up (&fixture, text);
  log_view_fold_all (fixture.view, FALSE);
  log_view_scroll_to (fixture.view, log_view_get_line_value (fixture.view, 8), FALSE);
  y = log_view_get_line_y (fixture.view, 11);
  log_view_toggle_fold (fixture.view, 30);
  g_assert_cmpint (count_rows (&fixture), ==, 22);
  log_view_toggle_fold (fixture.view, 11);
  g_assert_cmpint (count_rows (&fixture), ==, 72);
  log_view_scroll_to (fixture.view, log_view_get_line_value (fixture.view, 8), FALSE);
  g_assert_cmpfloat (log_view_get_line_y (fixture.view, 11), ==, y);
  log_view_toggle_fold (fixture.view, 6);
  g_assert_cmpint (culprit_log_view_get_first_line (fixture.view), ==, 6);
  tear_down (&fixture);
}

static void
written (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static LogFind *
find (Fixture    *fixture,
      const char *pattern)
{
  g_autoptr (FindPattern) find_pattern = find_pattern_new (pattern, 0, NULL);
  LogFind *found = log_find_new (job_log_get_store (fixture->log), find_pattern);

  g_assert_true (log_find_run (found, NULL));

  return found;
}

static void
check_copied (Fixture     *fixture,
              LogCopyForm  form,
              const char  *start,
              gint64       lines)
{
  gint64 n_lines;
  g_autoptr (GdkContentProvider) content = culprit_log_view_get_selection_content (fixture->view, form, &n_lines);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) bytes = NULL;
  gboolean done = FALSE;

  gdk_content_provider_write_mime_type_async (content, "text/plain;charset=utf-8", stream, G_PRIORITY_DEFAULT, NULL, written, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_output_stream_close (stream, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_cmpint (n_lines, ==, lines);
  g_assert_true (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), start)
                 == g_bytes_get_data (bytes, NULL));
  g_assert_null (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "line 2"));
}

static void
test_only_matching (void)
{
  GString *text = g_string_new (NULL);
  g_autoptr (LogFind) found = NULL;
  g_autoptr (LogFind) nothing = NULL;
  Fixture fixture;

  append_lines (text, "line", 300);
  set_up (&fixture, text->str);
  found = find (&fixture, "line 1");
  nothing = find (&fixture, "there is no such line");
  g_object_set (fixture.view, "only-matching", TRUE, NULL);
  g_assert_cmpint (count_rows (&fixture), ==, 300);

  /* 1, 10 to 19, 100 to 199, and three gaps */
  culprit_log_view_set_find (fixture.view, found);
  g_assert_cmpint (count_rows (&fixture), ==, 1 + 10 + 100 + 3);
  g_assert_cmpint (log_rows_get_gap (fixture.view->line_rows, 100), ==, 80);
  g_assert_false (is_shown (&fixture, 9));
  g_object_set (fixture.view, "context", 2, NULL);
  g_assert_true (is_shown (&fixture, 8));
  g_assert_false (is_shown (&fixture, 7));
  g_assert_true (is_shown (&fixture, 21));
  g_assert_true (is_shown (&fixture, 201));
  g_assert_false (is_shown (&fixture, 202));
  g_assert_cmpint (count_rows (&fixture), ==, 3 + 14 + 104 + 3);
  for (int context = 3; context <= 300; context++) {
    g_object_set (fixture.view, "context", context, NULL);
    if (context < 99)
      g_assert_cmpint (is_shown (&fixture, 99 - context), ==, context >= 40);
    g_assert_cmpint (is_shown (&fixture, 300), ==, context >= 101);
  }
  g_object_set (fixture.view, "context", 0, NULL);

  log_selection_begin (&fixture.view->selection, fixture.view->store, (LogPlace) { 100, 0 }, LOG_SELECT_CHARACTERS);
  log_view_selection_changed (fixture.view);
  gtk_test_accessible_assert_property (GTK_WIDGET (fixture.view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "100, after 80 hidden lines, line 100");

  /* What is not shown is not copied, */
  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "log.select-all", NULL);
  g_assert_cmpint (log_rows_count_shown (fixture.view->line_rows, 2, 150), ==, 61);
  g_assert_cmpint (log_view_count_selected (fixture.view), ==, 111);
  check_copied (&fixture, LOG_COPY_TEXT, "line 1\nline 10\nline 11\n", 111);
  check_copied (&fixture, LOG_COPY_NUMBERED, "  1  line 1\n 10  line 10\n 11  line 11\n", 111);
  check_copied (&fixture, LOG_COPY_MARKDOWN, "```\nline 1\nline 10\nline 11\n", 111);

  /* Another line that is to be seen ends it; nothing found is a single gap. */
  culprit_log_view_set_find (fixture.view, nothing);
  g_assert_cmpint (count_rows (&fixture), ==, 1);
  widget_test_wait (50);
  g_assert_cmpint (culprit_log_view_get_first_line (fixture.view), ==, 1);
  culprit_log_view_set_find (fixture.view, found);
  culprit_log_view_show_line (fixture.view, 50);
  g_assert_true (is_shown (&fixture, 50));
  g_assert_false (fixture.view->only_matching);

  tear_down (&fixture);
  g_string_free (text, TRUE);
}

/* What the view draws, as GTK writes it. */
static GBytes *
draw (Fixture *fixture)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (fixture->view));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  widget_test_wait (50);
  gdk_paintable_snapshot (paintable, snapshot, 600, 400);
  node = gtk_snapshot_free_to_node (snapshot);

  return gsk_render_node_serialize (node);
}

/* While nothing is looked for, nothing is said of what is folded. */
static void
test_only_matching_nothing (void)
{
  g_autofree char *text = make_sections ();
  g_autoptr (GBytes) without = NULL;
  g_autoptr (GBytes) with = NULL;
  Fixture fixture;

  set_up (&fixture, text);
  without = draw (&fixture);
  g_object_set (fixture.view, "only-matching", TRUE, NULL);
  with = draw (&fixture);
  g_assert_true (g_bytes_equal (without, with));
  tear_down (&fixture);
}

/* A section that is gone to is seen. */
static void
test_go_to_filtered_section (void)
{
  g_autofree char *text = make_sections ();
  g_autoptr (LogFind) found = NULL;
  Fixture fixture;

  set_up (&fixture, text);
  found = find (&fixture, "prepare");
  culprit_log_view_set_find (fixture.view, found);
  g_object_set (fixture.view, "only-matching", TRUE, NULL);
  g_assert_false (is_shown (&fixture, 6));
  log_view_go_to_section (fixture.view, 1);
  g_assert_cmpint (culprit_log_view_get_cursor_line (fixture.view), ==, 6);
  g_assert_true (is_shown (&fixture, 6));
  tear_down (&fixture);
}

/* What is written from right to left ends to the left of its start. */
static void
test_hit_right_to_left (void)
{
  g_autoptr (LogFind) found = NULL;
  g_autoptr (GBytes) without = NULL;
  g_autoptr (GBytes) with = NULL;
  Fixture fixture;

  set_up (&fixture, "שגיאה חמורה בבדיקה\nother\n");
  found = find (&fixture, "חמורה");
  without = draw (&fixture);
  culprit_log_view_set_find (fixture.view, found);
  with = draw (&fixture);
  g_assert_false (g_bytes_equal (without, with));
  tear_down (&fixture);
}

static void
test_wrap (void)
{
  GString *text = g_string_new (NULL);
  Fixture fixture;
  guint columns;
  LogRowsPlace place;
  LogPlace at;

  for (int i = 0; i < 400; i++)
    g_string_append_printf (text, "%0*d\n", i % 7 == 0 ? 300 : 20, i);
  set_up (&fixture, text->str);
  g_assert_cmpint (count_rows (&fixture), ==, 400);
  g_object_set (fixture.view, "wrap", TRUE, NULL);
  columns = fixture.view->wrap_columns;
  g_assert_cmpint (columns, >, 40);
  g_assert_cmpint (columns, <, 150);
  widget_test_wait (50);

  g_assert_cmpint (log_rows_get_height (fixture.view->line_rows, 1), ==, (300 + columns - 1) / columns);
  g_assert_cmpint (log_rows_get_height (fixture.view->line_rows, 2), ==, 1);
  place = log_view_get_row_at (fixture.view, fixture.view->font.section_height + 1.5 * fixture.view->font.row_height);
  g_assert_cmpint (place.line, ==, 1);
  g_assert_cmpint (place.part, ==, 1);
  at = log_view_get_place_at (fixture.view, log_view_get_text_x (fixture.view) + 3 * fixture.view->font.cell,
                              fixture.view->font.section_height + 1.5 * fixture.view->font.row_height);
  g_assert_cmpint (at.line, ==, 1);
  g_assert_cmpint (at.byte, ==, columns + 3);

  /* The end is wholly in sight, and so is what is asked for. */
  culprit_log_view_show_end (fixture.view);
  widget_test_wait (50);
  g_assert_cmpint (log_view_get_last_line (fixture.view), ==, 400);
  g_assert_cmpfloat (log_view_get_line_y (fixture.view, 401), <=, gtk_widget_get_height (GTK_WIDGET (fixture.view)) + 1);
  culprit_log_view_show_line (fixture.view, 200);
  widget_test_wait (50);
  g_assert_cmpfloat (log_view_get_line_y (fixture.view, 200), >=, fixture.view->font.section_height);
  g_assert_cmpfloat (log_view_get_line_y (fixture.view, 200), <, gtk_widget_get_height (GTK_WIDGET (fixture.view)));

  g_object_set (fixture.view, "wrap", FALSE, NULL);
  g_assert_cmpint (count_rows (&fixture), ==, 400);
  tear_down (&fixture);
  g_string_free (text, TRUE);
}

/* A ruler takes a row, or as many as it is long. */
static void
test_wrap_rulers (void)
{
  GString *text = g_string_new (NULL);
  Fixture fixture;

  append_lines (text, "line", 5);
  for (int i = 0; i < 155; i++)
    g_string_append_c (text, '=');
  g_string_append (text, "\nend\n");
  set_up (&fixture, text->str);
  g_object_set (fixture.view, "wrap", TRUE, NULL);
  widget_test_wait (50);
  g_assert_cmpint (count_rows (&fixture), ==, 7);
  g_object_set (fixture.view, "fit-rulers", FALSE, NULL);
  widget_test_wait (50);
  g_assert_cmpint (count_rows (&fixture), >, 7);
  g_object_set (fixture.view, "fit-rulers", TRUE, NULL);
  widget_test_wait (50);
  g_assert_cmpint (count_rows (&fixture), ==, 7);
  tear_down (&fixture);
  g_string_free (text, TRUE);
}

/* Blanks at a line's end, which nobody sees, take no row of their own. */
static void
test_wrap_blanks (void)
{
  g_autofree char *blanks = g_strnfill (300, ' ');
  g_autofree char *text = g_strconcat ("collected 11 items", blanks, "\n", blanks, "\nünï", blanks, "\n", blanks, "end\n", NULL);
  Fixture fixture;

  set_up (&fixture, text);
  g_object_set (fixture.view, "wrap", TRUE, NULL);
  widget_test_wait (50);
  for (gint64 line = 1; line <= 3; line++)
    g_assert_cmpint (log_rows_get_height (fixture.view->line_rows, line), ==, 1);
  g_assert_cmpint (log_rows_get_height (fixture.view->line_rows, 4), >, 1);
  tear_down (&fixture);
}

/* Whoever scrolls up through lines that were never measured sees none jump. */
static void
test_wrap_far (void)
{
  GString *text = g_string_new (NULL);
  Fixture fixture;

  /* As long in bytes as three rows of other lines, and one row each. */
  for (int i = 0; i < 6000; i++)
    g_string_append (text, "════════════════════════════════\n");
  set_up (&fixture, text->str);
  g_object_set (fixture.view, "wrap", TRUE, NULL);
  culprit_log_view_show_line (fixture.view, 4500);
  widget_test_wait (50);
  for (int i = 0; i < 400; i++) {
    gint64 before = culprit_log_view_get_first_line (fixture.view);

    gtk_adjustment_set_value (fixture.view->vadjustment, log_view_get_value (fixture.view) - 10 * fixture.view->font.row_height);
    g_assert_cmpint (culprit_log_view_get_first_line (fixture.view), ==, MAX (before - 10, 1));
  }
  g_assert_cmpint (culprit_log_view_get_first_line (fixture.view), <, 600);
  tear_down (&fixture);
  g_string_free (text, TRUE);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/log-view-lines/folded-at-first", test_folded_at_first);
    g_test_add_func ("/log-view-lines/failed-between", test_failed_between);
    g_test_add_func ("/log-view-lines/fold-and-unfold", test_fold_and_unfold);
    g_test_add_func ("/log-view-lines/fold-keeps-place", test_fold_keeps_place);
    g_test_add_func ("/log-view-lines/only-matching", test_only_matching);
    g_test_add_func ("/log-view-lines/only-matching-nothing", test_only_matching_nothing);
    g_test_add_func ("/log-view-lines/go-to-filtered-section", test_go_to_filtered_section);
    g_test_add_func ("/log-view-lines/hit-right-to-left", test_hit_right_to_left);
    g_test_add_func ("/log-view-lines/wrap", test_wrap);
    g_test_add_func ("/log-view-lines/wrap-blanks", test_wrap_blanks);
    g_test_add_func ("/log-view-lines/wrap-far", test_wrap_far);
    g_test_add_func ("/log-view-lines/wrap-rulers", test_wrap_rulers);
  }

  return g_test_run ();
}
