/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "own-string.h"

#include "profile-private.h"

static DataFile *
find_file (GPtrArray  *files,
           const char *name)
{
  for (guint i = 0; i < files->len; i++)
    if (g_str_equal (data_file_get_name (g_ptr_array_index (files, i)), name))
      return g_ptr_array_index (files, i);

  return NULL;
}

/* Why NAME was not among the files: broken, or not there at all. */
static void
set_missing_error (const char  *name,
                   GPtrArray   *warnings,
                   GError     **error)
{
  g_autofree char *json = g_strconcat (name, ".json:", NULL);
  g_autofree char *yaml = g_strconcat (name, ".yml:", NULL);
  g_autofree char *names = NULL;
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < warnings->len; i++) {
    const char *warning = g_ptr_array_index (warnings, i);

    if (g_str_has_prefix (warning, json) || g_str_has_prefix (warning, yaml)) {
      g_set_error_literal (error, DATA_ERROR, DATA_ERROR_SYNTAX, warning);
      return;
    }
  }

  list = profile_list_names ();
  names = g_strjoinv (", ", list);
  g_set_error (error, DATA_ERROR, DATA_ERROR_READ,
               _("no profile “%s”; there are: %s"), name, names);
}

Profile *
profile_load (const char  *name,
              GError     **error)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) files = data_files_load_folder ("profiles", warnings);
  DataFile *file = find_file (files, name);

  if (file == NULL) {
    set_missing_error (name, warnings, error);
    return NULL;
  }

  return profile_new (file, error);
}

static gboolean
profile_serves (DataFile   *file,
                const char *repository)
{
  const DataNode *root = data_file_get_root (file);
  const DataNode *serves = data_node_get (root, "serves");

  if (g_ascii_strcasecmp (data_node_get_member (root, "repository", ""), repository) == 0)
    return TRUE;

  for (guint i = 0; i < data_node_get_n_items (serves); i++) {
    const char *served = data_node_get_string (data_node_get_item (serves, i));

    if (served != NULL && g_ascii_strcasecmp (served, repository) == 0)
      return TRUE;
  }

  return FALSE;
}

Profile *
profile_load_for (const char  *repository,
                  const char  *otherwise,
                  GError     **error)
{
  g_autoptr (GPtrArray) files = data_files_load_folder ("profiles", NULL);

  /* The user's own stand last and come first. */
  for (guint i = files->len; repository && repository[0] && i > 0; i--)
    if (profile_serves (g_ptr_array_index (files, i - 1), repository))
      return profile_new (g_ptr_array_index (files, i - 1), error);

  return profile_load (otherwise, error);
}

GStrv
profile_list_names (void)
{
  g_autoptr (GPtrArray) files = data_files_load_folder ("profiles", NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (names, g_strdup (data_file_get_name (g_ptr_array_index (files, i))));
  g_ptr_array_sort (names, own_string_compare);
  g_ptr_array_add (names, NULL);

  return (GStrv) g_ptr_array_steal (names, NULL);
}
