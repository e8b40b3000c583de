/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Long work that ends while nobody looks is told by a notification, which goes when somebody does. */

#include "config.h"

#include <glib/gi18n.h>

#include "history-text.h"
#include "notifications.h"

#include "window-private.h"

/* In microseconds: who waits for less stays. */
#define LONG (10 * G_TIME_SPAN_SECOND)

#define KEY "culprit-work"

/* What a page is at, wherever it goes. */
typedef struct {
  char    *id;               /* of no other page, whenever the program runs: a notification may outlive it */
  gint64   loading_since;    /* monotonic time in microseconds, or 0 */
  gint64   asking_since;
  gboolean is_told;          /* a notification says so */
} Work;

static void
withdraw (Work *work)
{
  GApplication *application = g_application_get_default ();

  if (work->is_told && application != NULL)
    notifications_withdraw (application, work->id);
  work->is_told = FALSE;
}

static void
work_free (gpointer data)
{
  Work *work = data;

  withdraw (work);
  g_free (work->id);
  g_free (work);
}

static Work *
get_work (CulpritLogPage *page)
{
  Work *work = g_object_get_data (G_OBJECT (page), KEY);

  if (work == NULL) {
    work = g_new0 (Work, 1);
    work->id = g_uuid_string_random ();
    g_object_set_data_full (G_OBJECT (page), KEY, work, work_free);
  }

  return work;
}

/* The window, or a dialog over it, is what the user works in. */
static gboolean
is_looked_at (CulpritWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (gtk_window_is_active (GTK_WINDOW (self)))
    return TRUE;

  for (GList *item = gtk_application_get_windows (application); item != NULL; item = item->next)
    if (gtk_window_get_transient_for (item->data) == GTK_WINDOW (self) && gtk_window_is_active (item->data))
      return TRUE;

  return FALSE;
}

static void
tell (CulpritWindow  *self,
      CulpritLogPage *page,
      const char     *text)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr (GNotification) notification = g_notification_new (culprit_log_page_get_title (page));
  Work *work = get_work (page);

  g_notification_set_body (notification, text);
  g_notification_set_default_action_and_target (notification, "app.show-log", "s", work->id);
  notifications_send (application, work->id, notification);
  work->is_told = TRUE;
}

/* Whether work that goes on no more was long. Notes since when it does. */
static gboolean
has_ended (gint64   *since,
           gboolean  goes_on)
{
  gint64 now = g_get_monotonic_time ();
  gboolean was_long = *since > 0 && now - *since >= LONG;

  if (goes_on) {
    if (*since == 0)
      *since = now;
    return FALSE;
  }
  *since = 0;

  return was_long;
}

static void
tell_history (CulpritWindow  *self,
              CulpritLogPage *page)
{
  const History *history = culprit_log_page_get_history (page);
  g_autofree char *verdict = history != NULL ? history_text_dup_verdict (history->finding) : NULL;

  tell (self, page, verdict != NULL ? verdict : _("The history was looked for"));
}

void
culprit_window_watch_work (CulpritWindow  *self,
                           CulpritLogPage *page)
{
  Work *work = get_work (page);
  gboolean was_loading = has_ended (&work->loading_since, culprit_log_page_is_loading (page));
  gboolean was_asking = has_ended (&work->asking_since, culprit_log_page_is_asking (page));

  if (is_looked_at (self))
    return;

  if (was_loading) {
    g_autofree char *summary = culprit_window_dup_summary (page);

    tell (self, page, summary);
  } else if (was_asking) {
    tell_history (self, page);
  }
}

void
culprit_window_tell_ended (CulpritWindow  *self,
                           CulpritLogPage *page,
                           const char     *text)
{
  Work *work = get_work (page);

  if (!has_ended (&work->loading_since, FALSE) || is_looked_at (self))
    return;

  tell (self, page, text);
  /* It stays, though the tab goes. */
  work->is_told = FALSE;
}

static void
activity_changed (CulpritWindow *self)
{
  g_autoptr (GPtrArray) pages = culprit_window_list_logs (self);

  for (guint i = 0; gtk_window_is_active (GTK_WINDOW (self)) && i < pages->len; i++)
    withdraw (get_work (g_ptr_array_index (pages, i)));
}

void
culprit_window_init_notifying (CulpritWindow *self)
{
  g_signal_connect (self, "notify::is-active", G_CALLBACK (activity_changed), NULL);
}

gboolean
culprit_window_show_notified (CulpritWindow *self,
                              const char    *id)
{
  g_autoptr (GPtrArray) pages = culprit_window_list_logs (self);

  for (guint i = 0; i < pages->len; i++) {
    CulpritLogPage *page = g_ptr_array_index (pages, i);

    if (!g_str_equal (get_work (page)->id, id))
      continue;
    adw_tab_view_set_selected_page (self->tab_view, adw_tab_view_get_page (self->tab_view, GTK_WIDGET (page)));
    gtk_window_present (GTK_WINDOW (self));
    return TRUE;
  }

  return FALSE;
}
