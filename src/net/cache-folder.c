/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <utime.h>

#include "user-folder.h"

#include "cache-folder.h"

#define MIB        ((guint64) 1024 * 1024)
#define KEY_LENGTH 64     /* of SHA-256 in hexadecimal digits */

#define MAX_PART_AGE (24 * 60 * 60 * G_GINT64_CONSTANT (1000000000))

const CacheFolder cache_folder_answers = { "answers", 64 * MIB };
const CacheFolder cache_folder_logs = { "logs", 1024 * MIB };

/* A file of a folder. */
typedef struct {
  char   *path;
  guint64 size;
  gint64  used_at;     /* nanoseconds since 1970 */
} CachedFile;

static void
cached_file_clear (gpointer data)
{
  g_free (((CachedFile *) data)->path);
}

static char *
dup_folder (const CacheFolder *folder)
{
  return user_folder_dup_cache (folder->name);
}

char *
cache_folder_dup_path (const CacheFolder *folder,
                       const char        *key)
{
  g_autofree char *path = dup_folder (folder);
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);

  return g_build_filename (path, name, NULL);
}

void
cache_folder_touch (const char *path)
{
  g_utime (path, NULL);
}

GBytes *
cache_folder_load (const CacheFolder *folder,
                   const char        *key)
{
  g_autofree char *path = cache_folder_dup_path (folder, key);
  char *content;
  gsize length;

  if (!g_file_get_contents (path, &content, &length, NULL))
    return NULL;
  cache_folder_touch (path);

  return g_bytes_new_take (content, length);
}

/* Whether NAME is one that cache_folder_dup_path() gives, with an ending or without: whatever else is in the folder, which may
 * be a link to another place, is none of ours. */
static gboolean
is_ours (const char *name)
{
  gsize length = strspn (name, "0123456789abcdef");

  return length == KEY_LENGTH && (name[length] == '\0' || name[length] == '.');
}

static GArray *
list_files (const CacheFolder *folder)
{
  GArray *files = g_array_new (FALSE, FALSE, sizeof (CachedFile));
  g_autofree char *path = dup_folder (folder);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_array_set_clear_func (files, cached_file_clear);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *file = g_build_filename (path, name, NULL);
    GStatBuf about;

    if (is_ours (name) && g_lstat (file, &about) == 0 && S_ISREG (about.st_mode)) {
      CachedFile cached = { g_steal_pointer (&file), about.st_size,
                            about.st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + about.st_mtim.tv_nsec };

      g_array_append_val (files, cached);
    }
  }

  return files;
}

/* Deletes what a run that was killed left unfinished. */
static void
delete_parts (GArray *files)
{
  gint64 now = g_get_real_time () * 1000;

  for (guint i = files->len; i-- > 0;) {
    const CachedFile *file = &g_array_index (files, CachedFile, i);

    if (g_str_has_suffix (file->path, ".part") && now - file->used_at > MAX_PART_AGE && g_unlink (file->path) == 0)
      g_array_remove_index (files, i);
  }
}

static int
compare_files (gconstpointer a,
               gconstpointer b)
{
  gint64 first = ((const CachedFile *) a)->used_at, second = ((const CachedFile *) b)->used_at;

  return (first > second) - (first < second);
}

gboolean
cache_folder_prepare (const CacheFolder *folder,
                      guint64            bytes)
{
  g_autofree char *path = dup_folder (folder);
  g_autoptr (GArray) files = NULL;
  guint64 size = bytes;

  if (bytes > folder->limit || g_mkdir_with_parents (path, 0700) != 0)
    return FALSE;
  files = list_files (folder);
  delete_parts (files);
  for (guint i = 0; i < files->len; i++)
    size += g_array_index (files, CachedFile, i).size;
  if (size <= folder->limit)
    return TRUE;
  g_array_sort (files, compare_files);
  for (guint i = 0; i < files->len && size > folder->limit; i++) {
    const CachedFile *file = &g_array_index (files, CachedFile, i);

    if (g_unlink (file->path) == 0)
      size -= file->size;
  }

  return size <= folder->limit;
}

void
cache_folder_store (const CacheFolder *folder,
                    const char        *key,
                    GBytes            *content)
{
  g_autofree char *path = cache_folder_dup_path (folder, key);
  gsize length;
  const char *bytes = g_bytes_get_data (content, &length);

  if (cache_folder_prepare (folder, length))
    g_file_set_contents_full (path, bytes, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}

guint64
cache_folders_get_size (void)
{
  const CacheFolder *folders[] = { &cache_folder_answers, &cache_folder_logs };
  guint64 size = 0;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++) {
    g_autoptr (GArray) files = list_files (folders[i]);

    for (guint k = 0; k < files->len; k++)
      size += g_array_index (files, CachedFile, k).size;
  }

  return size;
}

void
cache_folders_clear (void)
{
  const CacheFolder *folders[] = { &cache_folder_answers, &cache_folder_logs };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++) {
    g_autoptr (GArray) files = list_files (folders[i]);

    for (guint k = 0; k < files->len; k++)
      g_unlink (g_array_index (files, CachedFile, k).path);
  }
}
