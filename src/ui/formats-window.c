/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "data-file.h"
#include "native-dialog.h"
#include "user-folder.h"

#include "formats-window.h"

struct _CulpritFormatsWindow {
  AdwPreferencesWindow  parent_instance;

  AdwActionRow         *own_ci_row;
  AdwPreferencesGroup  *ci_group;
  AdwActionRow         *own_rules_row;
  AdwPreferencesGroup  *rules_group;
};

G_DEFINE_FINAL_TYPE (CulpritFormatsWindow, culprit_formats_window, ADW_TYPE_PREFERENCES_WINDOW)

static void
add_row (AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
}

static char *
dup_rules (DataFile *file)
{
  guint n_rules = data_node_get_n_items (data_node_get (data_file_get_root (file), "lines"));
  g_autofree char *counted = g_strdup_printf (ngettext ("%u rule", "%u rules", n_rules), n_rules);

  /* Translators: how many rules, and that the user has written them. */
  return data_file_get_path (file) != NULL ? g_strdup_printf (_("%s of your own"), counted) : g_steal_pointer (&counted);
}

static void
add_ci_formats (CulpritFormatsWindow *self)
{
  g_autoptr (GPtrArray) files = data_files_load_folder ("ci", NULL);

  for (guint i = 0; i < files->len; i++) {
    DataFile *file = g_ptr_array_index (files, i);

    add_row (self->ci_group, data_file_get_name (file), data_file_get_path (file) != NULL ? _("Of your own") : NULL);
  }
}

static void
add_rules (CulpritFormatsWindow *self)
{
  g_autoptr (GPtrArray) files = data_files_load_folder ("rules", NULL);

  for (guint i = 0; i < files->len; i++) {
    DataFile *file = g_ptr_array_index (files, i);
    g_autofree char *rules = dup_rules (file);

    add_row (self->rules_group, data_file_get_name (file), rules);
  }
}

static void
show_folder (AdwActionRow *row,
             const char   *name)
{
  g_autofree char *folder = user_folder_dup_config (name);
  /* Translators: a folder; man culprit-rules is a command. */
  g_autofree char *text = g_strdup_printf (_("In %s, as man culprit-rules describes them"), folder);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_action_row_set_subtitle (row, markup);
}

static void
culprit_formats_window_class_init (CulpritFormatsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/formats-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CulpritFormatsWindow, own_ci_row);
  gtk_widget_class_bind_template_child (widget_class, CulpritFormatsWindow, own_rules_row);
  gtk_widget_class_bind_template_child (widget_class, CulpritFormatsWindow, ci_group);
  gtk_widget_class_bind_template_child (widget_class, CulpritFormatsWindow, rules_group);
}

static void
culprit_formats_window_init (CulpritFormatsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_folder (self->own_ci_row, "ci");
  show_folder (self->own_rules_row, "rules");
  add_ci_formats (self);
  add_rules (self);
}

GtkWidget *
culprit_formats_window_new (GtkWindow *parent)
{
  GtkWidget *self = g_object_new (CULPRIT_TYPE_FORMATS_WINDOW, "transient-for", parent, NULL);

  dialog_fit (GTK_WINDOW (self));

  return self;
}
