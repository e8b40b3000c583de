/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "played-service.h"
#include "settings.h"
#include "widget-test.h"
#include "window-test.h"

#define PROFILE \
  "{\"title\": \"Quill\", \"repository\": \"quill/quill\", \"main_branch\": \"main\", \"fields\": [{\"label\": \"What\"}]," \
  " \"ci\": {\"organization\": \"quill\", \"pipeline\": \"ci\", \"suite\": \"ci-1\"}}"

static CulpritWindow *
open_job (void)
{
  CulpritWindow *window = window_test_new ();

  culprit_window_open_uri (window, played_service_get ("JOB"), JOB_LOG_READ_DEFAULT);
  window_test_wait_loaded (window);

  return window;
}

/* With the keyboard on the button that says LABEL, which must be there. */
static void
press (CulpritWindow *window,
       const char    *label)
{
  GtkWidget *child = widget_test_label (GTK_WIDGET (window), label);
  GtkWidget *button = child != NULL ? gtk_widget_get_ancestor (child, GTK_TYPE_BUTTON) : NULL;

  g_assert_nonnull (button);
  gtk_widget_grab_focus (button);
  g_assert_true (gtk_widget_is_focus (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
expect_in_log (CulpritWindow *window)
{
  CulpritLogPage *page = culprit_window_get_page (window);

  widget_test_wait (200);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == GTK_WIDGET (culprit_log_page_get_view (page)));
}

static void
expect_answer (CulpritWindow *window)
{
  CulpritLogPage *page = culprit_window_get_page (window);

  for (guint i = 0; i < 3000 && culprit_log_page_is_asking (page); i++)
    widget_test_wait (20);
  g_assert_nonnull (culprit_log_page_get_history (page));
}

/* What is pressed is hidden, and the keyboard goes to the log: not into the next entry. */
static void
test_keyboard (void)
{
  CulpritWindow *window = open_job ();

  press (window, "Ask main");
  expect_in_log (window);
  expect_answer (window);

  window_test_activate (window, "show-history", NULL);
  widget_test_wait (200);
  press (window, "Look Closer");
  expect_in_log (window);
  expect_answer (window);

  window_test_activate (window, "look-closer", NULL);
  press (window, "Cancel");
  expect_in_log (window);

  window_test_end (window);
}

static void
test_keyboard_elsewhere (void)
{
  CulpritWindow *window = open_job ();
  GtkWidget *entry = widget_test_find (GTK_WIDGET (window), GTK_TYPE_TEXT, NULL);

  g_assert_nonnull (entry);
  gtk_widget_grab_focus (entry);
  window_test_activate (window, "ask-main", NULL);
  widget_test_wait (200);
  g_assert_true (gtk_widget_is_focus (entry));

  window_test_end (window);
}

/* The notice that says so goes. */
static void
test_keyboard_of_notice (void)
{
  CulpritWindow *window = open_job ();
  g_autofree char *url = g_strdup (g_getenv ("CULPRIT_GITHUB_API_URL"));

  g_setenv ("CULPRIT_GITHUB_API_URL", "http://127.0.0.1:1", TRUE);
  window_test_activate (window, "look-again", NULL);
  window_test_expect (window, "Try Again");
  press (window, "Try Again");
  expect_in_log (window);
  g_setenv ("CULPRIT_GITHUB_API_URL", url, TRUE);

  window_test_end (window);
}

static void
write_profile (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "culprit", "profiles", NULL);
  g_autofree char *path = g_build_filename (folder, "quill.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, PROFILE, -1, &error);
  g_assert_no_error (error);
  g_settings_set_string (settings_get (), "profile", "quill");
}

int
main (int    argc,
      char **argv)
{
  int status;

  played_service_start ();
  /* Goes with it. */
  g_setenv ("XDG_CONFIG_HOME", g_getenv ("XDG_CACHE_HOME"), TRUE);
  if (widget_test_init (&argc, &argv)) {
    write_profile ();
    g_test_add_func ("/log-page-history/keyboard", test_keyboard);
    g_test_add_func ("/log-page-history/keyboard-elsewhere", test_keyboard_elsewhere);
    g_test_add_func ("/log-page-history/keyboard-of-notice", test_keyboard_of_notice);
  }
  status = g_test_run ();
  played_service_stop ();

  return status;
}
