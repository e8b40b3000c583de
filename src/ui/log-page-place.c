/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the user was in a log, when it is opened again; and that it is not read before somebody looks at it. */

#include "config.h"

#include "log-page-private.h"

void
culprit_log_page_put_off (CulpritLogPage *self)
{
  g_return_if_fail (CULPRIT_IS_LOG_PAGE (self));

  self->is_put_off = TRUE;
}

gboolean
culprit_log_page_is_put_off (CulpritLogPage *self)
{
  g_return_val_if_fail (CULPRIT_IS_LOG_PAGE (self), FALSE);

  return self->is_put_off;
}

void
culprit_log_page_load_put_off (CulpritLogPage *self)
{
  if (!self->is_put_off || self->log == NULL)
    return;

  self->is_put_off = FALSE;
  culprit_log_page_start_reading (self, NULL);
}

void
culprit_log_page_get_place (CulpritLogPage *self,
                            SessionTab     *tab)
{
  g_return_if_fail (CULPRIT_IS_LOG_PAGE (self));

  g_free (tab->find);
  tab->find = g_strdup (culprit_find_bar_get_text (self->find_bar));
  tab->is_followed = self->file != NULL && culprit_log_page_is_following (self);
  if (self->place != NULL) {
    tab->line = self->place->line;
    tab->failure = self->place->failure;
    return;
  }

  /* The end of a log that is followed is in sight again by itself. */
  if (!tab->is_followed && !culprit_log_page_is_loading (self) && gtk_widget_get_height (GTK_WIDGET (self->view)) > 0)
    tab->line = culprit_log_view_get_first_line (self->view);
  tab->failure = self->selected;
}

void
culprit_log_page_set_place (CulpritLogPage   *self,
                            const SessionTab *tab)
{
  g_return_if_fail (CULPRIT_IS_LOG_PAGE (self));

  culprit_find_bar_set_text (self->find_bar, tab->find);
  if (tab->is_followed)
    return;

  /* It is newer than what the address names. */
  if (tab->line > 0)
    self->wanted_line = 0;
  g_clear_pointer (&self->place, session_tab_free);
  self->place = session_tab_copy (tab);
}

void
culprit_log_page_take_place (CulpritLogPage *self,
                             CulpritLogPage *before)
{
  g_return_if_fail (CULPRIT_IS_LOG_PAGE (self));
  g_return_if_fail (CULPRIT_IS_LOG_PAGE (before));

  if (before->place != NULL)
    culprit_log_page_set_place (self, before->place);
}

/* Not where the user chose something else meanwhile. */
void
culprit_log_page_select_kept (CulpritLogPage *self)
{
  int n_failures = (int) self->loaded->findings->failures->len;

  if (self->has_chosen)
    g_clear_pointer (&self->place, session_tab_free);
  if (self->place == NULL || self->place->failure < 0 || self->place->failure >= n_failures)
    return;

  self->selected = self->place->failure;
  g_object_set (self->failures_pane, "selected", self->selected, NULL);
  g_object_set (self->view, "selected-failure", self->selected, NULL);
  culprit_stepper_update (self->stepper, self->loaded->findings, self->selected);
  culprit_log_page_update_known (self);
}

static void
go_to_kept (CulpritLogPage *self)
{
  g_autoptr (SessionTab) place = g_steal_pointer (&self->place);

  if (place == NULL || place->line == 0 || self->has_chosen)
    return;

  self->has_chosen = TRUE;
  culprit_log_view_show_from (self->view, place->line);
}

/* The view has its height from the first frame in which the page is shown. */
static gboolean
show_first (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       user_data)
{
  CulpritLogPage *self = CULPRIT_LOG_PAGE (widget);

  if (!self->goes_first)
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_height (GTK_WIDGET (self->view)) == 0)
    return gtk_widget_get_mapped (widget) ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;

  self->goes_first = FALSE;
  culprit_log_page_go_to_wanted (self);
  go_to_kept (self);
  if (!self->has_chosen && self->selected >= 0)
    culprit_log_view_show_failure (self->view, self->selected);

  return G_SOURCE_REMOVE;
}

void
culprit_log_page_go_first (CulpritLogPage *self)
{
  if (self->goes_first)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), show_first, NULL, NULL);
}
