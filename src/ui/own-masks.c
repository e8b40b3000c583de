/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "data-file.h"
#include "link.h"
#include "secret-formats.h"
#include "user-folder.h"

#include "own-masks.h"

/* What a new folder has in it. */
#define SAMPLE_NAME "own.yml"
#define SAMPLE \
  "# What is masked besides what Culprit knows. Each entry has the kind that stands in the mask, words of which a line must\n" \
  "# hold one (exact case), and a regular expression (PCRE2) of what is masked: its first group, else all of it. With\n" \
  "# “personal: true” it is only shown before a text goes out, unless personal details are masked, too.\n" \
  "#\n" \
  "#   - kind: quill-badge\n" \
  "#     keywords: ['QB-']\n" \
  "#     pattern: '\\bQB-[0-9]{8}\\b'\n" \
  "\n" \
  "secrets: []\n"

struct _CulpritOwnMasks {
  AdwPreferencesGroup  parent_instance;
};

G_DEFINE_FINAL_TYPE (CulpritOwnMasks, culprit_own_masks, ADW_TYPE_PREFERENCES_GROUP)

char *
culprit_own_masks_ensure_folder (GError **error)
{
  g_autofree char *folder = user_folder_dup_config ("secrets");
  g_autofree char *sample = g_build_filename (folder, SAMPLE_NAME, NULL);

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&folder);
  if (g_mkdir_with_parents (folder, 0700) != 0) {
    g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (errno), g_strerror (errno));
    return NULL;
  }
  if (!g_file_set_contents_full (sample, SAMPLE, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error))
    return NULL;

  return g_steal_pointer (&folder);
}

static void
open_folder (CulpritOwnMasks *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = culprit_own_masks_ensure_folder (&error);
  g_autofree char *uri = folder != NULL ? g_filename_to_uri (folder, NULL, NULL) : NULL;
  g_autofree char *markup = error != NULL ? g_markup_escape_text (error->message, -1) : NULL;

  if (uri != NULL)
    link_open (GTK_WIDGET (self), uri);
  else
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), markup);
}

static void
add_row (CulpritOwnMasks *self,
         const char      *title,
         const char      *subtitle,
         const char      *icon_name)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (icon_name != NULL)
    adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon_name);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
show_file (CulpritOwnMasks *self,
           DataFile        *file,
           GPtrArray       *problems)
{
  guint n_masks = data_node_get_n_items (data_node_get (data_file_get_root (file), "secrets"));
  g_autofree char *name = g_filename_display_basename (data_file_get_path (file));
  g_autofree char *count = g_strdup_printf (ngettext ("%u pattern", "%u patterns", n_masks), n_masks);

  add_row (self, name, count, NULL);
  secret_formats_check_file (file, problems);
}

static void
show_files (CulpritOwnMasks *self)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) files = data_files_load_folder ("secrets", problems);

  for (guint i = 0; i < files->len; i++)
    if (data_file_get_path (g_ptr_array_index (files, i)) != NULL)
      show_file (self, g_ptr_array_index (files, i), problems);
  for (guint i = 0; i < problems->len; i++)
    add_row (self, g_ptr_array_index (problems, i), NULL, "dialog-warning-symbolic");
}

static void
culprit_own_masks_class_init (CulpritOwnMasksClass *klass)
{
}

static void
culprit_own_masks_init (CulpritOwnMasks *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Open _Folder"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (open_folder), self);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Own Patterns"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _("Files of what else is masked; they are read when Culprit starts"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);
  show_files (self);
}

GtkWidget *
culprit_own_masks_new (void)
{
  return g_object_new (CULPRIT_TYPE_OWN_MASKS, NULL);
}
