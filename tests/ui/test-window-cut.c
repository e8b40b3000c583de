/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Logs of which a part came. */

#include "config.h"

#include "played-service.h"
#include "widget-test.h"
#include "window-test.h"

static CulpritLogPage *
open_address (CulpritWindow *window,
              const char    *name)
{
  culprit_window_open_uri (window, played_service_get (name), JOB_LOG_READ_DEFAULT);
  window_test_wait_loaded (window);

  return culprit_window_get_page (window);
}

static gboolean
is_complete (CulpritLogPage *page)
{
  return job_log_is_complete (culprit_log_page_get_log (page));
}

static int
count_tabs (CulpritWindow *window)
{
  return adw_tab_view_get_n_pages (ADW_TAB_VIEW (widget_test_find (GTK_WIDGET (window), ADW_TYPE_TAB_VIEW, NULL)));
}

static void
show (CulpritWindow *window,
      const char    *name)
{
  window_test_activate (window, "open-uri", g_variant_new_string (played_service_get (name)));
}

static void
open_again (CulpritWindow *window,
            const char    *name)
{
  window_test_activate (window, "open-again", g_variant_new_string (played_service_get (name)));
}

/* What came stays, and is not shown as whole; the next try gets all of it. */
static void
test_again (void)
{
  CulpritWindow *window = window_test_new ();
  CulpritLogPage *page = open_address (window, "CUT");

  g_assert_nonnull (page);
  g_assert_false (is_complete (page));
  g_assert_cmpint (log_store_get_n_lines (job_log_get_store (culprit_log_page_get_log (page))), >, 0);
  g_assert_nonnull (widget_test_label (GTK_WIDGET (window), "Try Again"));
  window_test_expect (window, "Binding Tests was cut at 3.0\302\240kB: the connection broke");

  open_again (window, "CUT");
  window_test_wait_loaded (window);
  g_assert_cmpint (count_tabs (window), ==, 1);
  g_assert_true (is_complete (culprit_window_get_page (window)));
  g_assert_null (widget_test_label (GTK_WIDGET (window), "Try Again"));

  window_test_end (window);
}

static void
press_try_again (CulpritLogPage *page)
{
  GtkWidget *notice = widget_test_find (GTK_WIDGET (page), GTK_TYPE_BOX, "notice");

  g_assert_nonnull (notice);
  g_signal_emit_by_name (gtk_widget_get_prev_sibling (gtk_widget_get_last_child (notice)), "clicked");
}

/* What is there of it stays in its place, and so does what somebody looks at meanwhile; it is offered to be read once more. */
static void
test_again_in_vain (void)
{
  CulpritWindow *window = window_test_new ();
  CulpritLogPage *other = open_address (window, "JOB");
  CulpritLogPage *page = open_address (window, "CUT_AND_GONE");

  g_assert_nonnull (page);
  g_assert_false (is_complete (page));
  press_try_again (page);
  g_assert_true (culprit_window_get_page (window) != page);
  show (window, "JOB");
  for (guint i = 0; i < 1000 && gtk_widget_get_root (GTK_WIDGET (page)) == NULL; i++)
    widget_test_wait (20);
  g_assert_nonnull (gtk_widget_get_root (GTK_WIDGET (page)));
  g_assert_true (culprit_window_get_page (window) == other);
  g_assert_cmpint (count_tabs (window), ==, 2);
  show (window, "CUT_AND_GONE");
  g_assert_true (culprit_window_get_page (window) == page);
  for (guint i = 0; i < 500 && widget_test_label (GTK_WIDGET (page), "Try Again") == NULL; i++)
    widget_test_wait (20);
  g_assert_nonnull (widget_test_label (GTK_WIDGET (page), "Try Again"));
  show (window, "JOB");

  open_again (window, "CUT_AND_GONE");
  window_test_wait_loaded (window);
  g_assert_cmpint (count_tabs (window), ==, 2);
  g_assert_true (culprit_window_get_page (window) != other);
  g_assert_true (is_complete (culprit_window_get_page (window)));

  window_test_end (window);
}

int
main (int    argc,
      char **argv)
{
  int status;

  played_service_start ();
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/window-cut/again", test_again);
    g_test_add_func ("/window-cut/again-in-vain", test_again_in_vain);
  }
  status = g_test_run ();
  played_service_stop ();

  return status;
}
