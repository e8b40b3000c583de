/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Where what is the user's lives, in the folders of the XDG Base Directory Specification: "~/.config/culprit" and so on. NAME is
 * a file or folder in it, or NULL for the folder itself. Transfer full; nothing is made. */
char *user_folder_dup_config (const char *name);
char *user_folder_dup_cache  (const char *name);
char *user_folder_dup_state  (const char *name);
