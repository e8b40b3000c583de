/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "address.h"
#include "empty-page.h"
#include "loose-bin.h"
#include "recent-logs.h"
#include "settings.h"
#include "words.h"

#include "window-private.h"

#define N_RECENT 10

/* In which a toast comes, in microseconds. libadwaita 1.2 frees one that goes before, and then moves it on. */
#define TOAST_COMES 700000

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CulpritWindow, culprit_window, ADW_TYPE_APPLICATION_WINDOW)

void
culprit_window_set_width_class (CulpritWindow *self,
                                WidthClass     width_class)
{
  int n_pages = adw_tab_view_get_n_pages (self->tab_view);

  self->width_class = width_class;
  for (int i = 0; i < n_pages; i++) {
    GtkWidget *page = adw_tab_page_get_child (adw_tab_view_get_nth_page (self->tab_view, i));

    if (CULPRIT_IS_LOG_PAGE (page))
      culprit_log_page_set_width_class (CULPRIT_LOG_PAGE (page), self->width_class);
    else if (CULPRIT_IS_TRIAGE_PAGE (page))
      culprit_triage_page_set_width_class (CULPRIT_TRIAGE_PAGE (page), self->width_class);
  }

  culprit_range_bar_set_width_class (self->range_bar, self->width_class);
  culprit_window_update (self);
}

static gboolean
width_was_changed (gpointer user_data)
{
  CulpritWindow *self = user_data;

  self->width_idle = 0;
  culprit_window_set_width_class (self, self->width_class);

  return G_SOURCE_REMOVE;
}

static void
culprit_window_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  CulpritWindow *self = CULPRIT_WINDOW (widget);
  WidthClass width_class = width_class_from_width (width);

  GTK_WIDGET_CLASS (culprit_window_parent_class)->size_allocate (widget, width, height, baseline);

  /* Parts must not come and go while they are given their places. */
  if (self->width_class != width_class && self->width_idle == 0)
    self->width_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, width_was_changed, self, NULL);
  self->width_class = width_class;
}

static gboolean
culprit_window_close_request (GtkWindow *window)
{
  GSettings *settings = settings_get ();
  int width, height;

  if (settings != NULL) {
    gtk_window_get_default_size (window, &width, &height);
    g_settings_set_int (settings, "window-width", MAX (width, WINDOW_LEAST_WIDTH));
    g_settings_set_int (settings, "window-height", MAX (height, WINDOW_LEAST_HEIGHT));
    g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
  }

  return GTK_WINDOW_CLASS (culprit_window_parent_class)->close_request (window);
}

static void
culprit_window_dispose (GObject *object)
{
  CulpritWindow *self = CULPRIT_WINDOW (object);

  g_clear_handle_id (&self->width_idle, g_source_remove);
  g_clear_handle_id (&self->ready_idle, g_source_remove);
  g_clear_object (&self->drop_target);
  g_clear_object (&self->toast);
  g_clear_weak_pointer (&self->held_menu);
  g_clear_weak_pointer (&self->menu_focus);
  g_clear_weak_pointer (&self->reset_page);
  g_clear_weak_pointer (&self->discard_dialog);
  culprit_window_end_pages (self);

  G_OBJECT_CLASS (culprit_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CulpritWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, CulpritWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, CulpritWindow, header_bar);
  gtk_widget_class_bind_template_child (widget_class, CulpritWindow, failures_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritWindow, paste_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritWindow, history_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritWindow, find_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritWindow, issue_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, CulpritWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CulpritWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, CulpritWindow, links_menu);
  gtk_widget_class_bind_template_child (widget_class, CulpritWindow, tab_bar);
  gtk_widget_class_bind_template_child (widget_class, CulpritWindow, tab_view);
  gtk_widget_class_bind_template_child (widget_class, CulpritWindow, notice_bar);
  gtk_widget_class_bind_template_child (widget_class, CulpritWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CulpritWindow, empty_page);
  gtk_widget_class_bind_template_child (widget_class, CulpritWindow, range_revealer);
  gtk_widget_class_bind_template_child (widget_class, CulpritWindow, range_bar);
  gtk_widget_class_bind_template_child (widget_class, CulpritWindow, drop_revealer);
  gtk_widget_class_bind_template_child (widget_class, CulpritWindow, drop_icon);
  gtk_widget_class_bind_template_child (widget_class, CulpritWindow, drop_title);
  gtk_widget_class_bind_template_child (widget_class, CulpritWindow, drop_text);
}

static void
culprit_window_class_init (CulpritWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = culprit_window_dispose;
  widget_class->size_allocate = culprit_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = culprit_window_close_request;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  g_type_ensure (CULPRIT_TYPE_EMPTY_PAGE);
  g_type_ensure (CULPRIT_TYPE_LOOSE_BIN);
  g_type_ensure (CULPRIT_TYPE_NOTICE_BAR);
  g_type_ensure (CULPRIT_TYPE_RANGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/window.ui");
  bind_children (widget_class);
}

static void
update_recent_menu (CulpritWindow *self)
{
  g_autoptr (GPtrArray) logs = recent_logs_list (N_RECENT);

  g_menu_remove_all (self->recent_menu);
  for (guint i = 0; i < logs->len; i++) {
    const RecentLog *log = g_ptr_array_index (logs, i);
    g_autofree char *label = culprit_dup_for_menu (log->job);
    g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

    g_menu_item_set_action_and_target (item, "win.open-uri", "s", log->uri);
    g_menu_append_item (self->recent_menu, item);
  }
}

static void
lines_changed (CulpritWindow *self,
               gint64         lines)
{
  CulpritLogPage *page = culprit_window_get_page (self);

  if (page != NULL)
    culprit_log_page_set_tail_lines (page, lines);
}

static void
restore_size (CulpritWindow *self)
{
  GSettings *settings = settings_get ();

  if (settings == NULL)
    return;

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static gboolean
get_ready (gpointer user_data)
{
  CulpritWindow *self = user_data;

  self->ready_idle = 0;
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (self->primary_menu));
  recent_logs_look_for_gone ();

  return G_SOURCE_REMOVE;
}

/* What is there before it is asked for, and after all that the user sees first. */
static void
was_mapped (CulpritWindow *self)
{
  if (self->ready_idle == 0 && gtk_menu_button_get_menu_model (self->menu_button) == NULL)
    self->ready_idle = g_idle_add_full (G_PRIORITY_LOW, get_ready, self, NULL);
}

static void
culprit_window_init (CulpritWindow *self)
{
  GSettings *settings = settings_get ();
  int width, height;

  g_queue_init (&self->closed_pages);
  gtk_widget_init_template (GTK_WIDGET (self));
  restore_size (self);

  g_signal_connect (self, "map", G_CALLBACK (was_mapped), NULL);
  g_signal_connect_swapped (self->range_bar, "lines-changed", G_CALLBACK (lines_changed), self);
  if (settings != NULL)
    g_signal_connect_object (settings, "changed::recent", G_CALLBACK (update_recent_menu), self,
                             G_CONNECT_SWAPPED);

  culprit_window_init_actions (self);
  culprit_window_init_opening (self);
  culprit_window_init_edits (self);
  culprit_window_init_tabs (self);
  culprit_window_init_tab_drag (self);
  culprit_window_init_notifying (self);
  update_recent_menu (self);
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  culprit_window_set_width_class (self, width_class_from_width (width));
  gtk_widget_grab_focus (self->empty_page);
}

GtkWidget *
culprit_window_new (GtkApplication *application)
{
  return g_object_new (CULPRIT_TYPE_WINDOW, "application", application, NULL);
}

static void
update_title (CulpritWindow  *self,
              CulpritLogPage *page)
{
  CulpritTriagePage *triage = culprit_window_get_triage (self);
  const char *title = page != NULL ? culprit_log_page_get_title (page) : triage != NULL ? _("Daily Triage") : "Culprit";
  g_autofree char *subtitle = NULL;

  if (page != NULL)
    subtitle = culprit_log_page_dup_subtitle (page, self->width_class == WIDTH_NARROW);
  else if (triage != NULL)
    subtitle = culprit_triage_page_dup_subtitle (triage);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
update_header (CulpritWindow  *self,
               CulpritLogPage *page)
{
  gboolean narrow = self->width_class == WIDTH_NARROW;
  gboolean has_content = page != NULL || culprit_window_get_triage (self) != NULL;
  gboolean pane_covers = FALSE;
  gboolean shows_issue = FALSE;
  gboolean shows_history = FALSE;

  if (page != NULL)
    g_object_get (page, "show-issue", &shows_issue, "show-history", &shows_history, NULL);
  pane_covers = (shows_issue || shows_history) && self->width_class < WIDTH_WIDE;

  gtk_widget_set_visible (self->back_button, pane_covers);
  gtk_widget_set_visible (self->failures_button, page != NULL && !pane_covers);
  gtk_widget_set_visible (self->open_button, has_content && !narrow);
  if (has_content)
    adw_split_button_set_menu_model (ADW_SPLIT_BUTTON (self->open_button), G_MENU_MODEL (self->recent_menu));
  gtk_widget_set_visible (self->paste_button, has_content && !narrow);
  gtk_widget_set_visible (self->history_button, page != NULL && !narrow);
  gtk_widget_set_visible (self->find_button, page != NULL);
  gtk_widget_set_visible (self->issue_button, page != NULL && !narrow);

  if (!has_content)
    gtk_widget_add_css_class (GTK_WIDGET (self->header_bar), "flat");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->header_bar), "flat");
}

static void
update_links (CulpritWindow  *self,
              CulpritLogPage *page)
{
  Profile *profile = page != NULL ? culprit_log_page_get_profile (page) : NULL;
  GPtrArray *links = profile != NULL ? profile_get_links (profile) : NULL;
  guint n_links = links != NULL ? links->len : 0;

  g_menu_remove_all (self->links_menu);
  for (guint i = 0; i < n_links; i++) {
    const ProfileLink *link = g_ptr_array_index (links, i);
    g_autofree char *label = culprit_dup_for_menu (link->label);
    g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

    g_menu_item_set_action_and_target (item, "win.open-link", "s", link->url);
    g_menu_append_item (self->links_menu, item);
  }
}

static void
update_range (CulpritWindow  *self,
              CulpritLogPage *page)
{
  gtk_revealer_set_reveal_child (self->range_revealer, page != NULL);
  if (page == NULL)
    return;

  culprit_range_bar_update (self->range_bar, culprit_log_page_get_tail_lines (page),
                            log_store_get_n_lines (job_log_get_store (culprit_log_page_get_log (page))),
                            culprit_log_page_get_tail_bytes (page));
  culprit_range_bar_set_reported (self->range_bar, culprit_log_page_get_report (page) != NULL);
}

/* The keyboard goes to the tab in front, whose log is PAGE: for what is hidden while it has it, GTK looks for another place, and may
 * choose an entry. */
static void
show_tabs (CulpritWindow  *self,
           CulpritLogPage *page)
{
  AdwTabPage *tab = adw_tab_view_get_selected_page (self->tab_view);
  gboolean has_tabs = adw_tab_view_get_n_pages (self->tab_view) > 0;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (has_tabs && focus != NULL && gtk_widget_is_ancestor (focus, self->empty_page))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_stack_set_visible_child_name (self->stack, has_tabs ? "tabs" : "empty");
  if (tab == NULL || gtk_window_get_focus (GTK_WINDOW (self)) != NULL)
    return;

  if (page != NULL)
    culprit_log_page_focus (page);
  else
    gtk_widget_grab_focus (adw_tab_page_get_child (tab));
}

/* Shows what the page in front is by now. */
void
culprit_window_update (CulpritWindow *self)
{
  CulpritLogPage *page = culprit_window_get_page (self);

  show_tabs (self, page);
  update_title (self, page);
  update_header (self, page);
  update_links (self, page);
  update_range (self, page);
  culprit_window_update_actions (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

CulpritLogPage *
culprit_window_get_page (CulpritWindow *self)
{
  AdwTabPage *tab = adw_tab_view_get_selected_page (self->tab_view);
  GtkWidget *child = tab != NULL ? adw_tab_page_get_child (tab) : NULL;

  return CULPRIT_IS_LOG_PAGE (child) ? CULPRIT_LOG_PAGE (child) : NULL;
}

void
culprit_window_show_page (CulpritWindow  *self,
                          CulpritLogPage *page)
{
  GtkRoot *root = page != NULL ? gtk_widget_get_root (GTK_WIDGET (page)) : NULL;
  AdwTabView *view = CULPRIT_IS_WINDOW (root) ? CULPRIT_WINDOW (root)->tab_view : NULL;

  if (view != NULL)
    adw_tab_view_set_selected_page (view, adw_tab_view_get_page (view, GTK_WIDGET (page)));
}

static void
toast_dismissed (AdwToast      *toast,
                 CulpritWindow *self)
{
  if (self->toast == toast)
    g_clear_object (&self->toast);
}

static void
fill_toast (AdwToast   *toast,
            const char *text,
            const char *button,
            const char *action,
            GVariant   *target)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_toast_set_title (toast, markup);
  adw_toast_set_timeout (toast, 3);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target_value (toast, target);
}

static void
add_toast (CulpritWindow *self,
           const char    *text,
           const char    *button,
           const char    *action,
           GVariant      *target)
{
  AdwToast *toast;

  /* What happened last is what matters. */
  if (self->toast != NULL && g_get_monotonic_time () - self->toast_shown < TOAST_COMES) {
    fill_toast (self->toast, text, button, action, target);
    return;
  }

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  toast = adw_toast_new ("");
  fill_toast (toast, text, button, action, target);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed), self, 0);
  g_set_object (&self->toast, toast);
  self->toast_shown = g_get_monotonic_time ();
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

void
culprit_window_add_toast (CulpritWindow *self,
                          const char    *text,
                          const char    *button,
                          const char    *action)
{
  add_toast (self, text, button, action, NULL);
}

void
culprit_window_add_page_toast (CulpritWindow *self,
                               const char    *text,
                               const char    *url)
{
  if (address_is_page (url))
    add_toast (self, text, _("_Open"), "win.open-link", g_variant_new_string (url));
  else
    add_toast (self, text, NULL, NULL, NULL);
}

void
culprit_window_add_notice (CulpritWindow *self,
                           const char    *text,
                           const char    *button,
                           const char    *action,
                           GVariant      *target)
{
  culprit_notice_bar_add (self->notice_bar, text, button, action, target);
}
