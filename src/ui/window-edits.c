/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What was written in issues is not lost without a question. */

#include "config.h"

#include "discard-dialog.h"
#include "issue-edits.h"
#include "kept-edits.h"
#include "settings.h"

#include "window-private.h"

/* What was kept of another log at the same address stays: it may come back. */
static void
forget_undone (CulpritLogPage *page,
               Issue          *issue)
{
  const char *uri = culprit_log_page_get_uri (page);
  g_autoptr (GVariant) kept = kept_edits_look_up (uri);

  if (kept != NULL && issue_edits_are_of (kept, issue))
    kept_edits_set (uri, NULL, NULL);
}

gboolean
culprit_window_keep_page_edits (CulpritLogPage *page)
{
  Issue *issue = culprit_log_page_get_edited (page);
  g_autoptr (GVariant) edits = issue != NULL ? issue_dup_edits (issue) : NULL;
  gboolean may_be_kept = settings_restores_session () && culprit_window_may_remember (page);
  g_autoptr (GError) error = NULL;

  if (!may_be_kept)
    return edits == NULL;
  if (edits == NULL) {
    if (issue != NULL)
      forget_undone (page, issue);
    return TRUE;
  }
  if (!kept_edits_set (culprit_log_page_get_uri (page), edits, &error))
    g_debug ("an edited issue is not kept: %s", error->message);

  return error == NULL;
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
