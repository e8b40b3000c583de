/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "log-store-private.h"

#define LOG_TYPE_STORE_STREAM (log_store_stream_get_type ())
G_DECLARE_FINAL_TYPE (LogStoreStream, log_store_stream, LOG, STORE_STREAM, GInputStream)

struct _LogStoreStream {
  GInputStream  parent_instance;

  LogStore     *store;
  guint64       position;
  guint64       end;
};

G_DEFINE_FINAL_TYPE (LogStoreStream, log_store_stream, G_TYPE_INPUT_STREAM)

static gssize
log_store_stream_read (GInputStream  *stream,
                       void          *buffer,
                       gsize          count,
                       GCancellable  *cancellable,
                       GError       **error)
{
  LogStoreStream *self = LOG_STORE_STREAM (stream);
  gsize wanted = MIN (count, self->end - self->position);
  gsize done;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;

  done = log_store_read_bytes (self->store, self->position, buffer, wanted);
  if (done < wanted) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                         _("The log’s file on disk cannot be read"));
    return -1;
  }
  self->position += done;

  return done;
}

static gssize
log_store_stream_skip (GInputStream  *stream,
                       gsize          count,
                       GCancellable  *cancellable,
                       GError       **error)
{
  LogStoreStream *self = LOG_STORE_STREAM (stream);
  gsize done = MIN (count, self->end - self->position);

  self->position += done;

  return done;
}

static void
log_store_stream_finalize (GObject *object)
{
  LogStoreStream *self = LOG_STORE_STREAM (object);

  log_store_unref (self->store);

  G_OBJECT_CLASS (log_store_stream_parent_class)->finalize (object);
}

static void
log_store_stream_class_init (LogStoreStreamClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GInputStreamClass *stream_class = G_INPUT_STREAM_CLASS (class);

  object_class->finalize = log_store_stream_finalize;
  stream_class->read_fn = log_store_stream_read;
  stream_class->skip = log_store_stream_skip;
}

static void
log_store_stream_init (LogStoreStream *self)
{
}

GInputStream *
log_store_stream_new (LogStore *store,
                      guint64   start,
                      guint64   end)
{
  LogStoreStream *self = g_object_new (LOG_TYPE_STORE_STREAM, NULL);

  self->store = log_store_ref (store);
  self->position = start;
  self->end = MAX (start, end);

  return G_INPUT_STREAM (self);
}
