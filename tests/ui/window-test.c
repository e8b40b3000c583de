/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kept-edits.h"
#include "settings.h"
#include "widget-test.h"
#include "window-private.h"
#include "window-test.h"

/* Enough for a busy machine with sanitizers. */
#define MAX_WAIT (60 * G_TIME_SPAN_SECOND)

static GtkApplication *
get_application (void)
{
  static GtkApplication *application;

  if (application == NULL) {
    application = g_object_new (ADW_TYPE_APPLICATION,
                                "application-id", APPLICATION_ID ".Test",
                                "flags", G_APPLICATION_NON_UNIQUE,
                                "resource-base-path", RESOURCE_PATH,
                                NULL);
    g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  }

  return application;
}

CulpritWindow *
window_test_new (void)
{
  CulpritWindow *window = CULPRIT_WINDOW (culprit_window_new (get_application ()));

  /* No test asks a service. */
  g_settings_set_boolean (settings_get (), "known-issues", FALSE);
  gtk_window_present (GTK_WINDOW (window));
  widget_test_wait (50);

  return window;
}

void
window_test_end (CulpritWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  widget_test_wait (50);
  kept_edits_forget ();
}

void
window_test_wait_loaded (CulpritWindow *window)
{
  gint64 end = g_get_monotonic_time () + MAX_WAIT;
  CulpritLogPage *page;

  while ((page = culprit_window_get_page (window)) != NULL && culprit_log_page_is_loading (page)) {
    g_main_context_iteration (NULL, TRUE);
    g_assert_cmpint (g_get_monotonic_time (), <, end);
  }
  widget_test_wait (50);
}

void
window_test_open_file (CulpritWindow *window,
                       GFile         *file)
{
  culprit_window_open_file (window, file, JOB_LOG_READ_DEFAULT);
  window_test_wait_loaded (window);
}

GFile *
window_test_find_log (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "logs", name, NULL);

  return g_file_new_for_path (path);
}

void
window_test_open (CulpritWindow *window,
                  const char    *name)
{
  g_autoptr (GFile) file = window_test_find_log (name);

  window_test_open_file (window, file);
}

void
window_test_open_text (CulpritWindow *window,
                       const char    *text)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);

  culprit_window_open_source (window, log_source_new (stream, "pasted text", -1));
}

gboolean
window_test_is_enabled (CulpritWindow *window,
                        const char    *name)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), name);

  g_assert_nonnull (action);

  return g_action_get_enabled (action);
}

void
window_test_activate (CulpritWindow *window,
                      const char    *name,
                      GVariant      *target)
{
  g_assert_true (window_test_is_enabled (window, name));
  g_action_group_activate_action (G_ACTION_GROUP (window), name, target);
}

void
window_test_expect (CulpritWindow *window,
                    const char    *text)
{
  gint64 end = g_get_monotonic_time () + MAX_WAIT;

  while (widget_test_label (GTK_WIDGET (window), text) == NULL) {
    if (g_get_monotonic_time () > end)
      g_error ("not seen: %s", text);
    widget_test_wait (20);
  }
}

static void
got_text (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  GAsyncResult **ret_result = user_data;

  *ret_result = g_object_ref (result);
}

char *
window_test_paste (CulpritWindow *window)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *text;

  gdk_clipboard_read_text_async (clipboard, NULL, got_text, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  text = gdk_clipboard_read_text_finish (clipboard, result, &error);
  g_assert_no_error (error);

  return text;
}
