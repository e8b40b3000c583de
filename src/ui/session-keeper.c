/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kept-edits.h"
#include "log-loading.h"
#include "settings.h"
#include "state-file.h"
#include "window.h"

#include "session-keeper.h"

/* In milliseconds: a change rarely comes alone. */
#define DELAY 1000

struct SessionKeeper {
  GtkApplication *application;
  guint           timeout_id;
  gboolean        has_ended;     /* what closes now is to come back */
};

/* In the order in which they were used last, the last one at the end. */
static GPtrArray *
list_windows (SessionKeeper *self)
{
  GPtrArray *windows = g_ptr_array_new ();

  for (GList *item = g_list_last (gtk_application_get_windows (self->application)); item != NULL; item = item->prev)
    if (CULPRIT_IS_WINDOW (item->data))
      g_ptr_array_add (windows, item->data);

  return windows;
}

static void
save (SessionKeeper *self)
{
  g_autoptr (GPtrArray) windows = list_windows (self);
  g_autoptr (GPtrArray) session = g_ptr_array_new_with_free_func ((GDestroyNotify) session_window_free);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (!settings_restores_session ()) {
    session_forget ();
    kept_edits_forget ();
    return;
  }

  for (guint i = 0; i < windows->len; i++) {
    culprit_window_keep_edits (g_ptr_array_index (windows, i), NULL);
    g_ptr_array_add (session, culprit_window_dup_session (g_ptr_array_index (windows, i)));
  }
  session_save (session);
  state_file_retry ();
}

static gboolean
time_passed (gpointer user_data)
{
  SessionKeeper *self = user_data;

  self->timeout_id = 0;
  save (self);

  return G_SOURCE_REMOVE;
}

static void
something_changed (SessionKeeper *self)
{
  if (!self->has_ended && self->timeout_id == 0)
    self->timeout_id = g_timeout_add (DELAY, time_passed, self);
}

/* With the last window the program ends, as far as the user sees. */
static gboolean
window_closes (SessionKeeper *self)
{
  g_autoptr (GPtrArray) windows = list_windows (self);

  if (windows->len <= 1)
    session_keeper_end (self);

  return GDK_EVENT_PROPAGATE;
}

static void
window_added (SessionKeeper *self,
              GtkWindow     *window)
{
  if (!CULPRIT_IS_WINDOW (window))
    return;

  self->has_ended = FALSE;
  g_signal_connect_swapped (window, "changed", G_CALLBACK (something_changed), self);
  g_signal_connect_swapped (window, "notify::default-width", G_CALLBACK (something_changed), self);
  g_signal_connect_swapped (window, "notify::default-height", G_CALLBACK (something_changed), self);
  g_signal_connect_swapped (window, "notify::maximized", G_CALLBACK (something_changed), self);
  g_signal_connect_swapped (window, "close-request", G_CALLBACK (window_closes), self);
}

static void
window_removed (SessionKeeper *self,
                GtkWindow     *window)
{
  g_signal_handlers_disconnect_by_data (window, self);
  something_changed (self);
}

SessionKeeper *
session_keeper_new (GtkApplication *application)
{
  SessionKeeper *self = g_new0 (SessionKeeper, 1);
  GSettings *settings = settings_get ();

  self->application = application;
  g_signal_connect_swapped (application, "window-added", G_CALLBACK (window_added), self);
  g_signal_connect_swapped (application, "window-removed", G_CALLBACK (window_removed), self);
  if (settings != NULL)
    g_signal_connect_swapped (settings, "changed::restore-session", G_CALLBACK (something_changed), self);

  return self;
}

void
session_keeper_free (SessionKeeper *self)
{
  GSettings *settings = settings_get ();

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  for (GList *item = gtk_application_get_windows (self->application); item != NULL; item = item->next)
    g_signal_handlers_disconnect_by_data (item->data, self);
  g_signal_handlers_disconnect_by_data (self->application, self);
  if (settings != NULL)
    g_signal_handlers_disconnect_by_data (settings, self);
  g_free (self);
}

gboolean
session_keeper_restore (SessionKeeper *self)
{
  g_autoptr (GPtrArray) session = settings_restores_session () ? session_load () : g_ptr_array_new ();
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *window = NULL;

  for (guint i = 0; i < session->len; i++) {
    const SessionWindow *saved = g_ptr_array_index (session, i);

    if (!culprit_window_can_restore (saved, gone))
      continue;
    if (window == NULL)
      log_loading_prepare ();
    window = culprit_window_new (self->application);
    culprit_window_restore (CULPRIT_WINDOW (window), saved);
    gtk_window_present (GTK_WINDOW (window));
  }
  if (window == NULL && gone->len > 0) {
    window = culprit_window_new (self->application);
    gtk_window_present (GTK_WINDOW (window));
  }
  if (window != NULL)
    culprit_window_tell_gone (CULPRIT_WINDOW (window), gone);

  return window != NULL;
}

void
session_keeper_end (SessionKeeper *self)
{
  g_autoptr (GError) error = NULL;

  if (self->has_ended)
    return;

  save (self);
  if (!state_file_settle (NULL, &error))
    g_debug ("the session is not kept: %s", error->message);
  self->has_ended = TRUE;
}
