/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What was written in issues is not lost without a question. */

#include "config.h"

#include "discard-dialog.h"
#include "kept-edits.h"
#include "settings.h"

#include "window-private.h"

static gboolean
keep_page (CulpritLogPage *page,
           gboolean        can_be_kept)
{
  return culprit_log_page_keep_edits (page, can_be_kept && settings_restores_session () && culprit_window_may_remember (page));
}

/* Where there are none, nothing has to be on the disk. */
gboolean
culprit_window_keep_page_edits (CulpritLogPage *page)
{
  return keep_page (page, TRUE) && (keep_page (page, FALSE) || kept_edits_settle ());
}

static void
keep (CulpritLogPage *page,
      gboolean        can_be_kept,
      GPtrArray      *unkept)
{
  if (!keep_page (page, can_be_kept) && unkept != NULL)
    g_ptr_array_add (unkept, g_strdup (culprit_log_page_get_title (page)));
}

static void
keep_all (CulpritWindow *self,
          gboolean       can_be_kept,
          GPtrArray     *unkept)
{
  g_autoptr (GPtrArray) pages = culprit_window_list_logs (self);

  for (guint i = 0; i < pages->len; i++)
    keep (g_ptr_array_index (pages, i), can_be_kept, unkept);
  for (GList *item = self->closed_pages.head; item != NULL; item = item->next)
    keep (item->data, can_be_kept, unkept);
}

static gboolean
has_edits (CulpritWindow *self)
{
  g_autoptr (GPtrArray) edited = g_ptr_array_new_with_free_func (g_free);

  keep_all (self, FALSE, edited);

  return edited->len > 0;
}

void
culprit_window_keep_edits (CulpritWindow *self,
                           GPtrArray     *unkept)
{
  g_return_if_fail (CULPRIT_IS_WINDOW (self));

  guint n_before = unkept != NULL ? unkept->len : 0;

  keep_all (self, TRUE, unkept);
  if (unkept == NULL || !has_edits (self) || kept_edits_settle ())
    return;

  /* A disk that is full keeps none of them. */
  g_ptr_array_set_size (unkept, (int) n_before);
  keep_all (self, FALSE, unkept);
}

void
culprit_window_close_discarding (CulpritWindow *self)
{
  g_return_if_fail (CULPRIT_IS_WINDOW (self));

  /* Where it does not close after all, the answer was not for the next time. */
  g_object_ref (self);
  self->discards_edits = TRUE;
  gtk_window_close (GTK_WINDOW (self));
  self->discards_edits = FALSE;
  g_object_unref (self);
}

void
culprit_window_stop_asking (CulpritWindow *self)
{
  g_return_if_fail (CULPRIT_IS_WINDOW (self));

  if (self->discard_dialog != NULL)
    gtk_window_close (GTK_WINDOW (self->discard_dialog));
}

static void
discard_chosen (GObject *object)
{
  culprit_window_close_discarding (CULPRIT_WINDOW (object));
}

static gboolean
close_requested (CulpritWindow *self)
{
  g_autoptr (GPtrArray) unkept = g_ptr_array_new_with_free_func (g_free);

  culprit_window_keep_edits (self, unkept);
  if (unkept->len == 0 || self->discards_edits)
    return GDK_EVENT_PROPAGATE;

  if (self->discard_dialog == NULL)
    g_set_weak_pointer (&self->discard_dialog,
                        discard_dialog_show (GTK_WINDOW (self), unkept, discard_chosen, G_OBJECT (self)));
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
