/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What was written in issues is not lost without a question. */

#include "config.h"

#include "discard-dialog.h"
#include "settings.h"

#include "window-private.h"

gboolean
culprit_window_keep_page_edits (CulpritLogPage *page)
{
  return culprit_log_page_keep_edits (page, settings_restores_session () && culprit_window_may_remember (page));
}

guint
culprit_window_keep_edits (CulpritWindow *self)
{
  int n_pages = adw_tab_view_get_n_pages (self->tab_view);
  guint n_unkept = 0;

  g_return_val_if_fail (CULPRIT_IS_WINDOW (self), 0);

  for (GList *item = self->closed_pages.tail; item != NULL; item = item->prev)
    n_unkept += !culprit_window_keep_page_edits (item->data);
  for (int i = 0; i < n_pages; i++) {
    GtkWidget *page = adw_tab_page_get_child (adw_tab_view_get_nth_page (self->tab_view, i));

    if (CULPRIT_IS_LOG_PAGE (page))
      n_unkept += !culprit_window_keep_page_edits (CULPRIT_LOG_PAGE (page));
  }

  return self->discards_edits ? 0 : n_unkept;
}

void
culprit_window_discard_edits (CulpritWindow *self)
{
  g_return_if_fail (CULPRIT_IS_WINDOW (self));

  self->discards_edits = TRUE;
}

static void
discard_chosen (gpointer user_data)
{
  culprit_window_discard_edits (user_data);
  gtk_window_close (user_data);
}

static gboolean
close_requested (CulpritWindow *self)
{
  guint n_unkept = culprit_window_keep_edits (self);

  if (n_unkept == 0)
    return GDK_EVENT_PROPAGATE;

  if (self->discard_dialog == NULL)
    g_set_weak_pointer (&self->discard_dialog,
                        discard_dialog_show (GTK_WINDOW (self), n_unkept, discard_chosen, self));
  else
    gtk_window_present (GTK_WINDOW (self->discard_dialog));

  return GDK_EVENT_STOP;
}

/* Before others hear that the window is about to close. */
void
culprit_window_init_edits (CulpritWindow *self)
{
  g_signal_connect (self, "close-request", G_CALLBACK (close_requested), NULL);
}
