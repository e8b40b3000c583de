/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What of a window comes back when the program is started again. */

#include "config.h"

#include "window-private.h"

static const struct {
  const char   *property;
  SessionPanes  pane;
} panes[] = {
  { "show-failures", SESSION_SHOWS_FAILURES },
  { "show-issue",    SESSION_SHOWS_ISSUE },
  { "show-history",  SESSION_SHOWS_HISTORY },
};

static SessionPanes
get_panes (CulpritLogPage *page)
{
  SessionPanes shown = 0;

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++) {
    gboolean is_shown;

    g_object_get (page, panes[i].property, &is_shown, NULL);
    if (is_shown)
      shown |= panes[i].pane;
  }

  return shown;
}

static void
set_panes (CulpritLogPage *page,
           SessionPanes    shown)
{
  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    g_object_set (page, panes[i].property, (shown & panes[i].pane) != 0, NULL);
}

SessionWindow *
culprit_window_dup_session (CulpritWindow *self)
{
  SessionWindow *session = session_window_new ();
  AdwTabPage *selected = adw_tab_view_get_selected_page (self->tab_view);
  int n_pages = adw_tab_view_get_n_pages (self->tab_view);

  gtk_window_get_default_size (GTK_WINDOW (self), &session->width, &session->height);
  session->is_maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  for (int i = 0; i < n_pages; i++) {
    AdwTabPage *tab = adw_tab_view_get_nth_page (self->tab_view, i);
    GtkWidget *page = adw_tab_page_get_child (tab);

    if (!CULPRIT_IS_LOG_PAGE (page) || !culprit_window_may_remember (CULPRIT_LOG_PAGE (page)))
      continue;
    if (tab == selected)
      session->selected = (int) session->tabs->len;
    session_window_add_tab (session, culprit_log_page_get_uri (CULPRIT_LOG_PAGE (page)),
                            get_panes (CULPRIT_LOG_PAGE (page)));
  }

  return session;
}

/* A file of this machine's must still be one; of what is elsewhere only opening it tells. */
static gboolean
is_there (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  if (g_file_is_native (file))
    return g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_REGULAR;

  return g_uri_is_valid (uri, G_URI_FLAGS_NONE, NULL) && !g_file_has_uri_scheme (file, "file");
}

gboolean
culprit_window_can_restore (const SessionWindow *session)
{
  for (guint i = 0; i < session->tabs->len; i++)
    if (is_there (((SessionTab *) g_ptr_array_index (session->tabs, i))->uri))
      return TRUE;

  return FALSE;
}

void
culprit_window_restore (CulpritWindow       *self,
                        const SessionWindow *session)
{
  CulpritLogPage *selected = NULL;

  gtk_window_set_default_size (GTK_WINDOW (self), MAX (session->width, 360), MAX (session->height, 480));
  if (session->is_maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  else
    gtk_window_unmaximize (GTK_WINDOW (self));

  for (guint i = 0; i < session->tabs->len; i++) {
    const SessionTab *tab = g_ptr_array_index (session->tabs, i);
    CulpritLogPage *before = culprit_window_get_page (self);
    CulpritLogPage *page;

    if (!is_there (tab->uri))
      continue;
    culprit_window_open_uri (self, tab->uri, JOB_LOG_READ_DEFAULT);
    page = culprit_window_get_page (self);
    if (page == NULL || page == before)
      continue;
    set_panes (page, tab->panes);
    if ((int) i == session->selected)
      selected = page;
  }
  culprit_window_show_page (self, selected);
}
