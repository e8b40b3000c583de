/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "chained-stream.h"

#define CHAINED_TYPE_STREAM (chained_stream_get_type ())
G_DECLARE_FINAL_TYPE (ChainedStream, chained_stream, CHAINED, STREAM, GInputStream)

struct _ChainedStream {
  GInputStream  parent_instance;

  GInputStream *first;     /* NULL once it has ended */
  GInputStream *rest;
};

G_DEFINE_FINAL_TYPE (ChainedStream, chained_stream, G_TYPE_INPUT_STREAM)

static gssize
chained_stream_read (GInputStream  *stream,
                     void          *buffer,
                     gsize          count,
                     GCancellable  *cancellable,
                     GError       **error)
{
  ChainedStream *self = CHAINED_STREAM (stream);

  if (self->first != NULL) {
    gssize done = g_input_stream_read (self->first, buffer, count, cancellable, error);

    if (done != 0)
      return done;
    g_clear_object (&self->first);
  }

  return g_input_stream_read (self->rest, buffer, count, cancellable, error);
}

static void
chained_stream_finalize (GObject *object)
{
  ChainedStream *self = CHAINED_STREAM (object);

  g_clear_object (&self->first);
  g_object_unref (self->rest);

  G_OBJECT_CLASS (chained_stream_parent_class)->finalize (object);
}

static void
chained_stream_class_init (ChainedStreamClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GInputStreamClass *stream_class = G_INPUT_STREAM_CLASS (class);

  object_class->finalize = chained_stream_finalize;
  stream_class->read_fn = chained_stream_read;
}

static void
chained_stream_init (ChainedStream *self)
{
}

GInputStream *
chained_stream_new (GInputStream *first,
                    GInputStream *rest)
{
  ChainedStream *self = g_object_new (CHAINED_TYPE_STREAM, NULL);

  self->first = g_object_ref (first);
  self->rest = g_object_ref (rest);

  return G_INPUT_STREAM (self);
}
