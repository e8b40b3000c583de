/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "address.h"

#include "dropped-list.h"

GListModel *
dropped_list_get_files (const char *list)
{
  g_auto (GStrv) uris = g_uri_list_extract_uris (list);
  GListStore *files = g_list_store_new (G_TYPE_FILE);

  for (guint i = 0; uris[i] != NULL; i++) {
    g_autoptr (GFile) file = g_file_new_for_uri (uris[i]);

    g_list_store_append (files, file);
  }

  return G_LIST_MODEL (files);
}

gboolean
dropped_list_is_address (GListModel *files)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  return g_list_model_get_n_items (files) == 1 && address_is (uri);
}
