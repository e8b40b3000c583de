/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What of a window comes back when the program is started again. */

#include "config.h"

#include <glib/gi18n.h>

#include "file-asking.h"
#include "window-private.h"

#define TRIAGE ""

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

/* NULL: it does not come back. */
static SessionTab *
dup_tab (GtkWidget *page)
{
  SessionTab *tab;

  if (CULPRIT_IS_TRIAGE_PAGE (page))
    return session_tab_new (TRIAGE, 0);
  if (!CULPRIT_IS_LOG_PAGE (page) || !culprit_window_may_remember (CULPRIT_LOG_PAGE (page)))
    return NULL;

  tab = session_tab_new (culprit_log_page_get_uri (CULPRIT_LOG_PAGE (page)), get_panes (CULPRIT_LOG_PAGE (page)));
  culprit_log_page_get_place (CULPRIT_LOG_PAGE (page), tab);

  return tab;
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
    SessionTab *kept = dup_tab (adw_tab_page_get_child (tab));

    if (kept == NULL)
      continue;
    if (tab == selected)
      session->selected = (int) session->tabs->len;
    session_window_add_tab (session, kept);
  }

  return session;
}

/* A file of this machine's must still be one; of what is elsewhere, or does not answer, only opening it tells. */
static gboolean
is_there (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) error = NULL;

  if (g_str_equal (uri, TRIAGE))
    return TRUE;
  if (g_file_is_native (file)) {
    info = file_ask (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, &error);
    return info != NULL ? g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR
                        : g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  }

  return g_uri_is_valid (uri, G_URI_FLAGS_NONE, NULL) && !g_file_has_uri_scheme (file, "file");
}

gboolean
culprit_window_can_restore (const SessionWindow *session,
                            GPtrArray           *gone)
{
  gboolean has_any = FALSE;

  for (guint i = 0; i < session->tabs->len; i++) {
    const SessionTab *tab = g_ptr_array_index (session->tabs, i);
    g_autoptr (GFile) file = g_file_new_for_uri (tab->uri);

    if (is_there (tab->uri))
      has_any = TRUE;
    else
      g_ptr_array_add (gone, g_file_is_native (file) ? g_file_get_basename (file) : g_strdup (tab->uri));
  }

  return has_any;
}

static GtkWidget *
make_log (const SessionTab *tab)
{
  CulpritLogPage *page = CULPRIT_LOG_PAGE (culprit_log_page_new ());
  RemoteLog *remote = address_is (tab->uri) ? remote_log_new_for_address (tab->uri, NULL) : NULL;
  g_autoptr (GFile) file = g_file_new_for_uri (tab->uri);

  culprit_log_page_put_off (page);
  if (remote != NULL)
    culprit_log_page_load_remote (page, remote, JOB_LOG_READ_DEFAULT);
  else if (tab->is_followed)
    culprit_log_page_follow_file (page, file);
  else
    culprit_log_page_load_file (page, file, JOB_LOG_READ_DEFAULT);
  set_panes (page, tab->panes);
  culprit_log_page_set_place (page, tab);

  return GTK_WIDGET (page);
}

/* The page, floating, or NULL. */
static GtkWidget *
make_page (const SessionTab *tab)
{
  if (g_str_equal (tab->uri, TRIAGE))
    return culprit_window_make_triage ();

  return is_there (tab->uri) ? make_log (tab) : NULL;
}

/* The one in front comes first: what is in front for a moment would be loaded. */
static void
add_tabs (CulpritWindow       *self,
          const SessionWindow *session,
          int                  front)
{
  int n_before = 0;

  for (int i = -1; i < (int) session->tabs->len; i++) {
    GtkWidget *page = i != front ? make_page (g_ptr_array_index (session->tabs, i < 0 ? front : i)) : NULL;

    if (page == NULL)
      continue;
    if (i >= 0 && i < front)
      adw_tab_view_insert (self->tab_view, page, n_before++);
    else
      adw_tab_view_append (self->tab_view, page);
  }
}

void
culprit_window_restore (CulpritWindow       *self,
                        const SessionWindow *session)
{
  gtk_window_set_default_size (GTK_WINDOW (self), MAX (session->width, WINDOW_LEAST_WIDTH),
                               MAX (session->height, WINDOW_LEAST_HEIGHT));
  if (session->is_maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  else
    gtk_window_unmaximize (GTK_WINDOW (self));

  /* What is hidden would come to sight in a window that has just become wide. */
  culprit_window_set_width_class (self, session->is_maximized ? WIDTH_WIDER : width_class_from_width (session->width));
  if (session->tabs->len > 0)
    add_tabs (self, session, MAX (session->selected, 0));
  culprit_window_update (self);
}

void
culprit_window_tell_gone (CulpritWindow *self,
                          GPtrArray     *names)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *text = NULL;

  if (names->len == 0)
    return;

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (names, i));
  /* Translators: names of logs that were open when the program was used last, separated by commas */
  text = g_strdup_printf (names->len > 1 ? _("These logs are no longer there: %s") : _("No such file: %s"), list->str);
  culprit_window_add_notice (self, text, NULL, NULL, NULL);
}
