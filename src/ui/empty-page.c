/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "recent-logs.h"
#include "settings.h"
#include "words.h"

#include "empty-page.h"

#define N_RECENT 4

struct _CulpritEmptyPage {
  GtkWidget            parent_instance;

  AdwStatusPage       *status_page;
  GtkWidget           *open_button;
  AdwPreferencesGroup *recent_group;
  GPtrArray           *rows;            /* of the group */
};

G_DEFINE_FINAL_TYPE (CulpritEmptyPage, culprit_empty_page, GTK_TYPE_WIDGET)

static GtkWidget *
recent_icon_new (const RecentLog *log)
{
  g_autofree char *name = log->kind[0] != '\0' ? g_strdup_printf ("culprit-%s-symbolic", log->kind)
                                               : g_strdup ("culprit-passed-symbolic");
  GtkWidget *icon = gtk_image_new_from_icon_name (name);

  gtk_widget_add_css_class (icon, log->kind[0] != '\0' ? "error" : "success");

  return icon;
}

static GtkWidget *
recent_row_new (const RecentLog *log)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (log->job, -1);
  g_autofree char *subtitle = g_markup_escape_text (log->summary, -1);
  g_autofree char *time = culprit_dup_day (log->time, g_get_real_time () / G_USEC_PER_SEC);
  GtkWidget *time_label = gtk_label_new (time);

  gtk_widget_add_css_class (time_label, "dim-label");
  gtk_widget_add_css_class (time_label, "caption");
  gtk_widget_add_css_class (time_label, "numeric");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), recent_icon_new (log));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), time_label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", log->uri);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uri");

  return row;
}

static void
update_recent (CulpritEmptyPage *self)
{
  g_autoptr (GPtrArray) logs = recent_logs_list (N_RECENT);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->recent_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < logs->len; i++) {
    GtkWidget *row = recent_row_new (g_ptr_array_index (logs, i));

    adw_preferences_group_add (self->recent_group, row);
    g_ptr_array_add (self->rows, row);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), logs->len > 0);
}

static void
culprit_empty_page_map (GtkWidget *widget)
{
  update_recent (CULPRIT_EMPTY_PAGE (widget));
  recent_logs_look_for_gone ();

  GTK_WIDGET_CLASS (culprit_empty_page_parent_class)->map (widget);
}

static gboolean
culprit_empty_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CULPRIT_EMPTY_PAGE (widget)->open_button);
}

static void
culprit_empty_page_dispose (GObject *object)
{
  CulpritEmptyPage *self = CULPRIT_EMPTY_PAGE (object);

  if (self->status_page != NULL)
    gtk_widget_dispose_template (GTK_WIDGET (self), CULPRIT_TYPE_EMPTY_PAGE);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (culprit_empty_page_parent_class)->dispose (object);
}

static void
culprit_empty_page_class_init (CulpritEmptyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = culprit_empty_page_dispose;
  widget_class->map = culprit_empty_page_map;
  widget_class->grab_focus = culprit_empty_page_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/empty-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CulpritEmptyPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, CulpritEmptyPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritEmptyPage, recent_group);
}

static void
culprit_empty_page_init (CulpritEmptyPage *self)
{
  GSettings *settings = settings_get ();

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_status_page_set_icon_name (self->status_page, APPLICATION_ID);

  if (settings != NULL)
    g_signal_connect_object (settings, "changed::recent", G_CALLBACK (update_recent), self,
                             G_CONNECT_SWAPPED);
}

GtkWidget *
culprit_empty_page_new (void)
{
  return g_object_new (CULPRIT_TYPE_EMPTY_PAGE, NULL);
}
