/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "file-asking.h"

/* Of the thread that asks and of the one that waits. */
typedef struct {
  GMutex     mutex;
  GCond      answered;
  GFile     *file;
  char      *attributes;
  GFileInfo *info;
  GError    *error;
  gboolean   has_answered;
} Asking;

static void
clear_asking (Asking *self)
{
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->answered);
  g_object_unref (self->file);
  g_free (self->attributes);
  g_clear_object (&self->info);
  g_clear_error (&self->error);
}

static void
asking_release (Asking *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear_asking);
}

static Asking *
asking_new (GFile      *file,
            const char *attributes)
{
  Asking *self = g_atomic_rc_box_new0 (Asking);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->answered);
  self->file = g_object_ref (file);
  self->attributes = g_strdup (attributes);

  return self;
}

static gpointer
ask_in_thread (gpointer user_data)
{
  Asking *self = user_data;
  GError *error = NULL;
  GFileInfo *info = g_file_query_info (self->file, self->attributes, G_FILE_QUERY_INFO_NONE, NULL, &error);

  g_mutex_lock (&self->mutex);
  self->info = info;
  self->error = error;
  self->has_answered = TRUE;
  g_cond_signal (&self->answered);
  g_mutex_unlock (&self->mutex);
  asking_release (self);

  return NULL;
}

/* FALSE where there is no answer after that time, in microseconds. */
static gboolean
wait_for_answer (Asking *self,
                 gint64  patience)
{
  gint64 end = g_get_monotonic_time () + patience;

  while (!self->has_answered)
    if (!g_cond_wait_until (&self->answered, &self->mutex, end))
      return self->has_answered;

  return TRUE;
}

GFileInfo *
file_ask (GFile       *file,
          const char  *attributes,
          GError     **error)
{
  static gint64 patience = FILE_ASKING_PATIENCE * G_TIME_SPAN_MILLISECOND;
  Asking *asking = asking_new (file, attributes);
  gint64 start = g_get_monotonic_time ();
  GFileInfo *info = NULL;

  g_thread_unref (g_thread_new ("file-asking", ask_in_thread, g_atomic_rc_box_acquire (asking)));

  g_mutex_lock (&asking->mutex);
  if (wait_for_answer (asking, patience)) {
    info = g_steal_pointer (&asking->info);
    if (asking->error != NULL)
      g_propagate_error (error, g_steal_pointer (&asking->error));
  } else {
    patience = MAX (FILE_ASKING_LEAST * G_TIME_SPAN_MILLISECOND, patience - (g_get_monotonic_time () - start));
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "The file system does not answer");
  }
  g_mutex_unlock (&asking->mutex);
  asking_release (asking);

  return info;
}
