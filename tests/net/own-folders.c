/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "own-folders.h"

static char *top;

void
own_folders_make (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cache = NULL;
  g_autofree char *config = NULL;

  top = g_dir_make_tmp ("culprit-net-XXXXXX", &error);
  g_assert_no_error (error);
  cache = g_build_filename (top, "cache", NULL);
  config = g_build_filename (top, "config", NULL);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
}

static void
delete_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    delete_tree (child);
  }
  g_remove (path);
}

void
own_folders_delete (void)
{
  delete_tree (top);
  g_clear_pointer (&top, g_free);
}
