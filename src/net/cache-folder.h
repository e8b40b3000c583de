/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* A folder under $XDG_CACHE_HOME/culprit for what services said, with a limit on its size: what was not used for the
 * longest time goes first. Files are the user's alone (0600). A folder that cannot be written keeps nothing, without a
 * word: nothing depends on it. What others put there stays. */

typedef struct {
  const char *name;     /* "logs" */
  guint64     limit;    /* bytes */
} CacheFolder;

extern const CacheFolder cache_folder_answers;   /* JSON of services */
extern const CacheFolder cache_folder_logs;      /* logs of finished jobs, as they came */

/* Where the file for KEY, any text, is or would be (transfer full). */
char    *cache_folder_dup_path (const CacheFolder *folder,
                                const char        *key);

/* The content for KEY, which now counts as used; or NULL. */
GBytes  *cache_folder_load     (const CacheFolder *folder,
                                const char        *key);

void     cache_folder_store    (const CacheFolder *folder,
                                const char        *key,
                                GBytes            *content);

/* The file at PATH, one of a folder's, was used now. */
void     cache_folder_touch    (const char        *path);

/* Makes the folder, and room in it for BYTES more. FALSE where it cannot be. */
gboolean cache_folder_prepare  (const CacheFolder *folder,
                                guint64            bytes);

/* Bytes in all folders. */
guint64  cache_folders_get_size (void);

/* Deletes all of them. */
void     cache_folders_clear   (void);
