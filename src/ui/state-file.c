/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "user-folder.h"

#include "state-file.h"

static GMutex lock;
static GCond ended;

/* Of the texts that are not known to be on the disk (GRefString), by path; "" where the file is to go. */
static GHashTable *waiting;
static gboolean is_writing;

char *
state_file_dup_path (const char *name)
{
  return user_folder_dup_state (name);
}

static char *
read_from_disk (const char *path,
                goffset     max_size)
{
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

char *
state_file_read (const char *name,
                 goffset     max_size)
{
  g_autofree char *path = state_file_dup_path (name);
  g_autofree char *text = NULL;

  g_mutex_lock (&lock);
  text = waiting != NULL ? g_strdup (g_hash_table_lookup (waiting, path)) : NULL;
  g_mutex_unlock (&lock);

  if (text == NULL)
    return read_from_disk (path, max_size);

  return *text != '\0' && (goffset) strlen (text) <= max_size ? g_steal_pointer (&text) : NULL;
}

static gboolean
remove_from_disk (const char  *path,
                  GError     **error)
{
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;

  g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (errno), g_strerror (errno));

  return FALSE;
}

static gboolean
write_to_disk (const char  *path,
               const char  *text,
               GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) != 0) {
    g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (errno), g_strerror (errno));
    return FALSE;
  }

  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/* Writes what waits for PATH, with the lock let go meanwhile. FALSE where that fails and nothing else waits there by now. */
static gboolean
write_one (const char  *path,
           GError     **error)
{
  char *text = g_hash_table_lookup (waiting, path);
  gboolean is_written, is_last;

  if (text == NULL)
    return TRUE;

  g_ref_string_acquire (text);
  g_mutex_unlock (&lock);
  is_written = *text != '\0' ? write_to_disk (path, text, error) : remove_from_disk (path, error);
  g_mutex_lock (&lock);
  is_last = g_hash_table_lookup (waiting, path) == text;
  if (is_written && is_last)
    g_hash_table_remove (waiting, path);
  g_ref_string_release (text);

  return is_written || !is_last;
}

/* The paths for which another text waits than has FAILED there. */
static GPtrArray *
list_untried (GHashTable *failed)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer path, text;

  g_hash_table_iter_init (&iter, waiting);
  while (g_hash_table_iter_next (&iter, &path, &text))
    if (g_hash_table_lookup (failed, path) != text)
      g_ptr_array_add (paths, g_strdup (path));

  return paths;
}

/* Until only those wait that cannot be written; FALSE with the last one's ERROR, which has a place, where there are any. */
static gboolean
write_all (GError **error)
{
  g_autoptr (GHashTable) failed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ref_string_release);
  guint n_untried;

  do {
    g_autoptr (GPtrArray) paths = list_untried (failed);

    n_untried = paths->len;
    for (guint i = 0; i < paths->len; i++) {
      const char *path = g_ptr_array_index (paths, i);
      g_autoptr (GError) failure = NULL;

      if (write_one (path, &failure))
        continue;
      g_hash_table_replace (failed, g_strdup (path), g_ref_string_acquire (g_hash_table_lookup (waiting, path)));
      g_clear_error (error);
      *error = g_steal_pointer (&failure);
    }
  } while (n_untried > 0);

  return g_hash_table_size (waiting) == 0;
}

static gpointer
write_in_thread (gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_mutex_lock (&lock);
  if (!write_all (&error))
    g_debug ("the state is not kept: %s", error->message);
  is_writing = FALSE;
  g_cond_broadcast (&ended);
  g_mutex_unlock (&lock);

  return NULL;
}

static void
start_thread (void)
{
  if (is_writing)
    return;

  is_writing = TRUE;
  g_thread_unref (g_thread_new ("state-file", write_in_thread, NULL));
}

static void
set_waiting (const char *name,
             const char *text)
{
  g_mutex_lock (&lock);
  if (waiting == NULL)
    waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ref_string_release);
  g_hash_table_replace (waiting, state_file_dup_path (name), g_ref_string_new (text));
  start_thread ();
  g_mutex_unlock (&lock);
}

void
state_file_write (const char *name,
                  const char *text)
{
  g_return_if_fail (*text != '\0');

  set_waiting (name, text);
}

void
state_file_remove (const char *name)
{
  set_waiting (name, "");
}

void
state_file_retry (void)
{
  g_mutex_lock (&lock);
  if (waiting != NULL && g_hash_table_size (waiting) > 0)
    start_thread ();
  g_mutex_unlock (&lock);
}

static void
wait_for_thread (void)
{
  while (is_writing)
    g_cond_wait (&ended, &lock);
}

gboolean
state_file_settle (const char  *name,
                   GError     **error)
{
  g_autofree char *path = name != NULL ? state_file_dup_path (name) : NULL;
  g_autoptr (GError) failure = NULL;
  gboolean is_settled;

  g_mutex_lock (&lock);
  wait_for_thread ();
  is_settled = waiting == NULL || write_all (&failure) || (path != NULL && !g_hash_table_contains (waiting, path));
  g_mutex_unlock (&lock);
  if (!is_settled)
    g_propagate_error (error, g_steal_pointer (&failure));

  return is_settled;
}
