/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "user-folder.h"

#include "state-file.h"

char *
state_file_dup_path (const char *name)
{
  return user_folder_dup_state (name);
}

char *
state_file_read (const char *name,
                 goffset     max_size)
{
  g_autofree char *path = state_file_dup_path (name);
  g_autofree char *text = NULL;
  gsize length;
  GStatBuf status;

  /* Not what never ends. */
  if (g_stat (path, &status) != 0 || !S_ISREG (status.st_mode) || status.st_size > max_size)
    return NULL;
  if (!g_file_get_contents (path, &text, &length, NULL) || !g_utf8_validate (text, (gssize) length, NULL))
    return NULL;

  return g_steal_pointer (&text);
}

gboolean
state_file_write (const char  *name,
                  const char  *text,
                  GError     **error)
{
  g_autofree char *path = state_file_dup_path (name);
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) != 0) {
    g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (errno), g_strerror (errno));
    return FALSE;
  }

  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

void
state_file_remove (const char *name)
{
  g_autofree char *path = state_file_dup_path (name);

  g_unlink (path);
}
