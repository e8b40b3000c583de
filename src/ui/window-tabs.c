/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tabs come, go, and come back. */

#include "config.h"

#include <glib/gi18n.h>

#include "control-names.h"
#include "empty-page.h"
#include "freed-memory.h"
#include "masker.h"
#include "recent-logs.h"
#include "words.h"

#include "window-private.h"

/* Pages that can be brought back; the logs of older ones are let go, unless what was written in their issues would be lost. */
#define MAX_CLOSED 5

static AdwTabPage *
get_tab (CulpritWindow *self,
         gpointer       page)
{
  return adw_tab_view_get_page (self->tab_view, GTK_WIDGET (page));
}

static void
update_tab (CulpritWindow  *self,
            CulpritLogPage *page)
{
  AdwTabPage *tab = get_tab (self, page);
  const char *icon_name = culprit_log_page_get_icon_name (page);
  g_autoptr (GIcon) icon = icon_name != NULL ? g_themed_icon_new (icon_name) : NULL;

  adw_tab_page_set_title (tab, culprit_log_page_get_title (page));
  adw_tab_page_set_icon (tab, icon);
  adw_tab_page_set_loading (tab, culprit_log_page_is_loading (page));
}

static void
page_changed (CulpritWindow  *self,
              CulpritLogPage *page)
{
  update_tab (self, page);
  culprit_window_watch_work (self, page);
  if (page == culprit_window_get_page (self))
    culprit_window_update (self);
}

GPtrArray *
culprit_window_list_logs (CulpritWindow *self)
{
  GPtrArray *pages = g_ptr_array_new ();
  int n_pages = adw_tab_view_get_n_pages (self->tab_view);

  for (int i = 0; i < n_pages; i++) {
    GtkWidget *page = adw_tab_page_get_child (adw_tab_view_get_nth_page (self->tab_view, i));

    if (CULPRIT_IS_LOG_PAGE (page))
      g_ptr_array_add (pages, page);
  }

  return pages;
}

char *
culprit_window_dup_summary (CulpritLogPage *page)
{
  Findings *findings = culprit_log_page_get_findings (page);
  g_autoptr (GString) summary = g_string_new (NULL);
  g_autoptr (Masker) masker = masker_new ();

  if (findings->failures->len == 0)
    return g_strdup (_("No failure found"));

  for (guint i = 0; i < findings->failures->len && i < 4; i++) {
    const Failure *failure = g_ptr_array_index (findings->failures, i);
    g_autofree char *text = failure->test[0] != '\0' ? failure_dup_short_name (failure)
                                                     : culprit_dup_failure_kind (failure);

    g_string_append_printf (summary, "%s%s", i > 0 ? ", " : "", text);
  }

  return masker_dup_text (masker, summary->str);
}

static void
remember (CulpritLogPage *page)
{
  Findings *findings = culprit_log_page_get_findings (page);
  g_autofree char *summary = culprit_window_dup_summary (page);
  RecentLog recent = {
    .uri = (char *) culprit_log_page_get_uri (page),
    .job = (char *) culprit_log_page_get_title (page),
    .summary = summary,
    .kind = (char *) "",
    .time = g_get_real_time () / G_USEC_PER_SEC,
  };

  if (findings->failures->len > 0)
    recent.kind = (char *) failure_kind_to_string (((Failure *) g_ptr_array_index (findings->failures, 0))->kind);
  recent_logs_add (&recent);
}

gboolean
culprit_window_may_remember (CulpritLogPage *page)
{
  RemoteLog *remote = culprit_log_page_get_remote (page);

  return culprit_log_page_get_uri (page) != NULL && (remote == NULL || remote_log_may_be_kept (remote));
}

/* Not out of a text that somebody writes or a menu that is open, nor off the tabs that somebody goes along. */
static gboolean
may_take_focus (CulpritWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL)
    return TRUE;

  return !GTK_IS_EDITABLE (focus) && !GTK_IS_TEXT_VIEW (focus) && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) == NULL
         && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->tab_bar));
}

static void
page_loaded (CulpritWindow  *self,
             CulpritLogPage *page)
{
  if (culprit_window_may_remember (page))
    remember (page);
  if (page != culprit_window_get_page (self))
    return;

  if (!culprit_log_page_has_chosen (page) && may_take_focus (self))
    culprit_log_page_focus (page);
}

static void
page_unreadable (CulpritWindow  *self,
                 const GError   *error,
                 CulpritLogPage *page)
{
  g_object_ref (page);
  culprit_window_tell_ended (self, page, error->message);
  if (culprit_window_has_replaced (self, page) || !culprit_log_page_keep_unread (page, error)) {
    culprit_window_close_unread (self, page);
    culprit_window_tell_unreadable (self, page, error);
  }
  g_object_unref (page);
}

static void
page_found_jobs (CulpritWindow  *self,
                 GPtrArray      *jobs,
                 CulpritLogPage *page)
{
  g_object_ref (page);
  adw_tab_view_close_page (self->tab_view, get_tab (self, page));
  culprit_window_take_jobs (self, page, jobs);
  g_object_unref (page);
}

static void
field_reset (CulpritWindow  *self,
             const char     *field,
             CulpritLogPage *page)
{
  /* Translators: what somebody wrote in a field was replaced; %s is the field's name */
  g_autofree char *text = g_strdup_printf (_("%s was reset"), field);

  g_set_weak_pointer (&self->reset_page, page);
  culprit_window_add_toast (self, text, _("_Undo"), "win.undo-reset");
}

static void
page_attached (CulpritWindow *self,
               AdwTabPage    *tab)
{
  GtkWidget *page = adw_tab_page_get_child (tab);

  control_names_update (GTK_WIDGET (self->tab_bar));
  if (CULPRIT_IS_TRIAGE_PAGE (page))
    culprit_window_attach_triage (self, tab);
  if (!CULPRIT_IS_LOG_PAGE (page))
    return;

  culprit_log_page_set_width_class (CULPRIT_LOG_PAGE (page), self->width_class);
  g_signal_connect_object (page, "changed", G_CALLBACK (page_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "notify::show-failures", G_CALLBACK (culprit_window_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "notify::show-history", G_CALLBACK (culprit_window_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "notify::show-issue", G_CALLBACK (culprit_window_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "field-reset", G_CALLBACK (field_reset), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "loaded", G_CALLBACK (page_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "unreadable", G_CALLBACK (page_unreadable), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "jobs-found", G_CALLBACK (page_found_jobs), self,
                           G_CONNECT_SWAPPED);
  update_tab (self, CULPRIT_LOG_PAGE (page));
  culprit_window_watch_work (self, CULPRIT_LOG_PAGE (page));
}

static void
page_detached (CulpritWindow *self,
               AdwTabPage    *tab)
{
  if (self->menu_tab == tab)
    self->menu_tab = NULL;
  g_signal_handlers_disconnect_by_data (adw_tab_page_get_child (tab), self);
}

static void
let_go (gpointer page)
{
  culprit_log_page_end (page);
  g_object_unref (page);
}

static void
drop_oldest (CulpritWindow *self)
{
  for (GList *item = self->closed_pages.tail; item != NULL; item = item->prev)
    if (culprit_window_keep_page_edits (item->data)) {
      let_go (item->data);
      g_queue_delete_link (&self->closed_pages, item);
      freed_memory_give_back_in_worker ();
      return;
    }
}

static void
keep_closed (CulpritWindow  *self,
             CulpritLogPage *page)
{
  g_autofree char *text = g_strdup_printf (_("Closed %s"), culprit_log_page_get_title (page));

  g_queue_push_head (&self->closed_pages, g_object_ref (page));
  if (g_queue_get_length (&self->closed_pages) > MAX_CLOSED)
    drop_oldest (self);
  if (!self->is_replacing)
    culprit_window_add_toast (self, text, _("_Undo"), "win.reopen-tab");
}

static gboolean
close_page (CulpritWindow *self,
            AdwTabPage    *tab)
{
  GtkWidget *child = adw_tab_page_get_child (tab);

  if (CULPRIT_IS_LOG_PAGE (child)) {
    CulpritLogPage *page = CULPRIT_LOG_PAGE (child);

    gboolean is_loading = culprit_log_page_is_loading (page);
    gboolean is_put_off = culprit_log_page_is_put_off (page);
    gboolean has_lines = !is_loading && log_store_get_n_lines (job_log_get_store (culprit_log_page_get_log (page))) > 0;

    if (is_loading || (culprit_log_page_is_following (page) && !is_put_off))
      culprit_log_page_cancel (page);
    if (is_put_off || has_lines || !culprit_window_keep_page_edits (page))
      keep_closed (self, page);
    else
      culprit_log_page_end (page);
  }
  if (CULPRIT_IS_TRIAGE_PAGE (child))
    culprit_window_detach_triage (self, CULPRIT_TRIAGE_PAGE (child));
  adw_tab_view_close_page_finish (self->tab_view, tab, TRUE);

  return GDK_EVENT_STOP;
}

/* For a tab that leaves this one: as large, and not over it. */
static AdwTabView *
create_window (CulpritWindow *self)
{
  GtkWidget *window = culprit_window_new (gtk_window_get_application (GTK_WINDOW (self)));
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_window_unmaximize (GTK_WINDOW (window));
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  culprit_window_set_width_class (CULPRIT_WINDOW (window), self->width_class);
  gtk_window_present (GTK_WINDOW (window));

  return CULPRIT_WINDOW (window)->tab_view;
}

static void
menu_opens_or_closes (CulpritWindow *self,
                      AdwTabPage    *tab)
{
  self->menu_tab = tab;
  if (tab != NULL)
    culprit_window_hold_tab_menu (self);
}

/* That of the menu that is open, else the one in front, or NULL. */
static AdwTabPage *
get_chosen_tab (CulpritWindow *self)
{
  return self->menu_tab != NULL ? self->menu_tab : adw_tab_view_get_selected_page (self->tab_view);
}

static void
selected_page_changed (CulpritWindow *self)
{
  control_names_update (GTK_WIDGET (self->tab_bar));
  culprit_window_update (self);
}

static void
n_pages_changed (CulpritWindow *self)
{
  /* A tab that was dragged away leaves nothing behind. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    culprit_window_update (self);
}

void
culprit_window_init_tabs (CulpritWindow *self)
{
  AdwTabView *view = self->tab_view;

  /* The log needs these itself. */
  adw_tab_view_remove_shortcuts (view, ADW_TAB_VIEW_SHORTCUT_CONTROL_HOME
                                       | ADW_TAB_VIEW_SHORTCUT_CONTROL_END
                                       | ADW_TAB_VIEW_SHORTCUT_CONTROL_SHIFT_HOME
                                       | ADW_TAB_VIEW_SHORTCUT_CONTROL_SHIFT_END);
  g_signal_connect_swapped (view, "page-attached", G_CALLBACK (page_attached), self);
  g_signal_connect_swapped (view, "page-detached", G_CALLBACK (page_detached), self);
  g_signal_connect_swapped (view, "page-reordered", G_CALLBACK (culprit_window_update), self);
  g_signal_connect_swapped (view, "close-page", G_CALLBACK (close_page), self);
  g_signal_connect_swapped (view, "setup-menu", G_CALLBACK (menu_opens_or_closes), self);
  g_signal_connect_swapped (view, "create-window", G_CALLBACK (create_window), self);
  g_signal_connect_swapped (view, "notify::selected-page", G_CALLBACK (selected_page_changed), self);
  g_signal_connect_swapped (view, "notify::n-pages", G_CALLBACK (n_pages_changed), self);
}

/* In the place of a tab that holds no log yet, else at the end. */
void
culprit_window_add_page (CulpritWindow *self,
                         GtkWidget     *page)
{
  AdwTabPage *selected = adw_tab_view_get_selected_page (self->tab_view);
  AdwTabPage *tab;

  if (selected != NULL && CULPRIT_IS_EMPTY_PAGE (adw_tab_page_get_child (selected))) {
    tab = adw_tab_view_insert (self->tab_view, page,
                               adw_tab_view_get_page_position (self->tab_view, selected));
    adw_tab_view_close_page (self->tab_view, selected);
  } else {
    tab = adw_tab_view_append (self->tab_view, page);
  }
  adw_tab_view_set_selected_page (self->tab_view, tab);
}

void
culprit_window_new_tab (CulpritWindow *self)
{
  GtkWidget *page;
  AdwTabPage *tab;

  if (adw_tab_view_get_n_pages (self->tab_view) == 0)
    return;

  page = culprit_empty_page_new ();
  tab = adw_tab_view_append (self->tab_view, page);
  adw_tab_page_set_title (tab, _("New Tab"));
  adw_tab_view_set_selected_page (self->tab_view, tab);
  gtk_widget_grab_focus (page);
}

void
culprit_window_close_tab (CulpritWindow *self)
{
  AdwTabPage *tab = get_chosen_tab (self);

  if (tab != NULL)
    adw_tab_view_close_page (self->tab_view, tab);
  else
    gtk_window_close (GTK_WINDOW (self));
}

void
culprit_window_close_replaced (CulpritWindow  *self,
                               CulpritLogPage *page)
{
  self->is_replacing = TRUE;
  adw_tab_view_close_page (self->tab_view, get_tab (self, page));
  self->is_replacing = FALSE;
}

void
culprit_window_move_tab (CulpritWindow *self)
{
  AdwTabPage *tab = get_chosen_tab (self);

  if (tab != NULL && adw_tab_view_get_n_pages (self->tab_view) > 1)
    adw_tab_view_transfer_page (self->tab_view, tab, create_window (self), 0);
}

void
culprit_window_reopen_tab (CulpritWindow *self)
{
  GtkWidget *page = g_queue_pop_head (&self->closed_pages);

  if (page == NULL)
    return;

  culprit_window_add_page (self, page);
  g_object_unref (page);
}

void
culprit_window_end_pages (CulpritWindow *self)
{
  int n_pages = adw_tab_view_get_n_pages (self->tab_view);

  for (int i = 0; i < n_pages; i++) {
    GtkWidget *page = adw_tab_page_get_child (adw_tab_view_get_nth_page (self->tab_view, i));

    if (CULPRIT_IS_LOG_PAGE (page))
      culprit_log_page_end (CULPRIT_LOG_PAGE (page));
    else if (CULPRIT_IS_TRIAGE_PAGE (page))
      culprit_window_detach_triage (self, CULPRIT_TRIAGE_PAGE (page));
  }
  g_queue_clear_full (&self->closed_pages, let_go);
}
