/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A log that is open already is not opened once more, which would make two issues of it. */

#include "config.h"

#include "window-private.h"

#define REPLACED "culprit-replaced" /* data of a page: the one in whose place it is (GWeakRef) */

static CulpritLogPage *
find_in (CulpritWindow *self,
         const char    *uri)
{
  g_autoptr (GPtrArray) pages = culprit_window_list_logs (self);

  for (guint i = 0; i < pages->len; i++)
    if (g_strcmp0 (culprit_log_page_get_uri (g_ptr_array_index (pages, i)), uri) == 0)
      return g_ptr_array_index (pages, i);

  return NULL;
}

/* In SELF, else in another window; or NULL. */
static CulpritLogPage *
find (CulpritWindow *self,
      const char    *uri)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  CulpritLogPage *page = find_in (self, uri);

  for (GList *item = gtk_application_get_windows (application); page == NULL && item != NULL; item = item->next)
    if (CULPRIT_IS_WINDOW (item->data))
      page = find_in (item->data, uri);

  return page;
}

static AdwTabPage *
get_tab (CulpritWindow  *self,
         CulpritLogPage *page)
{
  return adw_tab_view_get_page (self->tab_view, GTK_WIDGET (page));
}

static void
replaced_free (gpointer replaced)
{
  g_weak_ref_clear (replaced);
  g_free (replaced);
}

static void
set_replaced (CulpritLogPage *page,
              CulpritLogPage *before)
{
  GWeakRef *replaced = g_new (GWeakRef, 1);

  g_weak_ref_init (replaced, before);
  g_object_set_data_full (G_OBJECT (page), REPLACED, replaced, replaced_free);
}

static void
open_anew (CulpritWindow *self,
           const char    *uri)
{
  culprit_window_open_uri (self, uri, JOB_LOG_READ_DEFAULT);
}

CulpritLogPage *
culprit_window_read_again (CulpritWindow  *self,
                           CulpritLogPage *before)
{
  CulpritLogPage *page;

  open_anew (self, culprit_log_page_get_uri (before));
  page = culprit_window_get_page (self);
  if (page == NULL || page == before)
    return before;

  culprit_log_page_take_edits (page, before);
  culprit_log_page_take_place (page, before);
  /* A tab that held no log may have gone. */
  adw_tab_view_reorder_page (self->tab_view, get_tab (self, page),
                             adw_tab_view_get_page_position (self->tab_view, get_tab (self, before)));
  set_replaced (page, before);
  culprit_window_close_replaced (self, before);

  return page;
}

/* The closed one in whose place PAGE is, or NULL. */
static CulpritLogPage *
find_replaced (CulpritWindow  *self,
               CulpritLogPage *page)
{
  GWeakRef *replaced = g_object_get_data (G_OBJECT (page), REPLACED);
  g_autoptr (CulpritLogPage) before = replaced != NULL ? g_weak_ref_get (replaced) : NULL;
  GList *link = before != NULL ? g_queue_find (&self->closed_pages, before) : NULL;

  return link != NULL ? link->data : NULL;
}

gboolean
culprit_window_has_replaced (CulpritWindow  *self,
                             CulpritLogPage *page)
{
  return find_replaced (self, page) != NULL;
}

void
culprit_window_close_unread (CulpritWindow  *self,
                             CulpritLogPage *page)
{
  AdwTabPage *tab = get_tab (self, page);
  CulpritLogPage *before = find_replaced (self, page);
  AdwTabPage *tab_before;

  if (before == NULL) {
    adw_tab_view_close_page (self->tab_view, tab);
    return;
  }

  culprit_log_page_give_edits_back (page, before);
  g_queue_remove (&self->closed_pages, before);
  tab_before = adw_tab_view_insert (self->tab_view, GTK_WIDGET (before), adw_tab_view_get_page_position (self->tab_view, tab));
  if (adw_tab_page_get_selected (tab))
    adw_tab_view_set_selected_page (self->tab_view, tab_before);
  adw_tab_view_close_page (self->tab_view, tab);
  culprit_log_page_offer_again (before);
  g_object_unref (before);
}

CulpritLogPage *
culprit_window_show_open (CulpritWindow *self,
                          const char    *uri)
{
  CulpritLogPage *page = find (self, uri);
  CulpritWindow *window;

  if (page == NULL)
    return NULL;

  window = CULPRIT_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
  if (!culprit_log_page_is_current (page))
    page = culprit_window_read_again (window, page);
  culprit_window_show_page (window, page);
  if (window != self)
    gtk_window_present (GTK_WINDOW (window));

  return page;
}

CulpritLogPage *
culprit_window_show_uri (CulpritWindow *self,
                         const char    *uri)
{
  CulpritLogPage *before, *page;

  g_return_val_if_fail (CULPRIT_IS_WINDOW (self), NULL);

  page = culprit_window_show_open (self, uri);
  if (page != NULL)
    return page;

  before = culprit_window_get_page (self);
  open_anew (self, uri);
  page = culprit_window_get_page (self);

  return page != before ? page : NULL;
}

CulpritLogPage *
culprit_window_show_file (CulpritWindow *self,
                          GFile         *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  return culprit_window_show_uri (self, uri);
}
