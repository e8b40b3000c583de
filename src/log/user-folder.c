/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "user-folder.h"

#define FOLDER "culprit"

char *
user_folder_dup_config (const char *name)
{
  return g_build_filename (g_get_user_config_dir (), FOLDER, name, NULL);
}

char *
user_folder_dup_cache (const char *name)
{
  return g_build_filename (g_get_user_cache_dir (), FOLDER, name, NULL);
}

char *
user_folder_dup_state (const char *name)
{
  return g_build_filename (g_get_user_state_dir (), FOLDER, name, NULL);
}
