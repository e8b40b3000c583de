/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "log-view-range-stream.h"

struct _CulpritLogViewRangeStream {
  GFilterInputStream parent_instance;

  gsize   skip;
  guint64 length;
};

G_DEFINE_FINAL_TYPE (CulpritLogViewRangeStream, culprit_log_view_range_stream, G_TYPE_FILTER_INPUT_STREAM)

static gssize
culprit_log_view_range_stream_read (GInputStream  *stream,
                                    void          *buffer,
                                    gsize          count,
                                    GCancellable  *cancellable,
                                    GError       **error)
{
  CulpritLogViewRangeStream *self = CULPRIT_LOG_VIEW_RANGE_STREAM (stream);
  GInputStream *base = g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (stream));
  gssize n_read;

  while (self->skip > 0) {
    gssize skipped = g_input_stream_skip (base, self->skip, cancellable, error);

    if (skipped <= 0)
      return skipped;
    self->skip -= (gsize) skipped;
  }

  n_read = g_input_stream_read (base, buffer, (gsize) MIN (count, self->length), cancellable, error);
  if (n_read > 0)
    self->length -= (guint64) n_read;

  return n_read;
}

static void
culprit_log_view_range_stream_class_init (CulpritLogViewRangeStreamClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = culprit_log_view_range_stream_read;
}

static void
culprit_log_view_range_stream_init (CulpritLogViewRangeStream *self)
{
}

GInputStream *
culprit_log_view_range_stream_new (GInputStream *base,
                                   gsize         skip,
                                   guint64       length)
{
  CulpritLogViewRangeStream *self = g_object_new (CULPRIT_TYPE_LOG_VIEW_RANGE_STREAM,
                                                  "base-stream", base,
                                                  NULL);

  self->skip = skip;
  self->length = length;
  g_object_unref (base);

  return G_INPUT_STREAM (self);
}
