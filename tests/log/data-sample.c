/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "data-sample.h"

DataFile *
data_sample_load (const char  *name,
                  const char  *text,
                  GError     **error)
{
  g_autofree char *folder = g_dir_make_tmp ("culprit-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  DataFile *file;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  file = data_file_load (path, error);
  g_unlink (path);
  g_rmdir (folder);

  return file;
}
