/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "log-view-copy-stream.h"

#define CHUNK_BYTES   (64 * 1024)
#define LEAST_FENCE   3

struct _CulpritLogViewCopyStream {
  GFilterInputStream parent_instance;

  gint64   line;             /* that comes next; 0: lines do not matter */
  int      width;            /* digits of the longest number; 0: they get none */
  GBytes  *only;             /* a bit a line; NULL: all are given */
  gsize    fence;            /* backticks; 0: there is no fence */
  gboolean has_begun;
  gboolean is_at_start;      /* of a line */
  gboolean is_at_end;

  GString *ready;
  gsize    taken;            /* bytes of it that have been read */
};

G_DEFINE_FINAL_TYPE (CulpritLogViewCopyStream, culprit_log_view_copy_stream, G_TYPE_FILTER_INPUT_STREAM)

static void
append_fence (CulpritLogViewCopyStream *self)
{
  for (gsize i = 0; i < self->fence; i++)
    g_string_append_c (self->ready, '`');
  g_string_append_c (self->ready, '\n');
}

static gboolean
is_given (CulpritLogViewCopyStream *self,
          gint64                    line)
{
  const guint64 *words;
  gsize size;

  if (self->only == NULL)
    return TRUE;

  words = g_bytes_get_data (self->only, &size);

  return (gsize) line / 64 < size / sizeof *words && (words[line / 64] >> line % 64 & 1) != 0;
}

static void
append_lines (CulpritLogViewCopyStream *self,
              const char               *text,
              gsize                     length)
{
  while (length > 0) {
    const char *end = memchr (text, '\n', length);
    gsize used = end != NULL ? (gsize) (end - text) + 1 : length;
    gboolean given = is_given (self, self->line);

    if (self->is_at_start && given && self->width > 0)
      g_string_append_printf (self->ready, "%*" G_GINT64_FORMAT "  ", self->width, self->line);
    if (given)
      g_string_append_len (self->ready, text, (gssize) used);
    self->is_at_start = end != NULL;
    self->line += end != NULL;
    text += used;
    length -= used;
  }
}

static void
append_chunk (CulpritLogViewCopyStream *self,
              const char               *text,
              gsize                     length)
{
  if (self->line > 0) {
    append_lines (self, text, length);
    return;
  }

  g_string_append_len (self->ready, text, (gssize) length);
  self->is_at_start = text[length - 1] == '\n';
}

static gboolean
fill (CulpritLogViewCopyStream  *self,
      GCancellable              *cancellable,
      GError                   **error)
{
  GInputStream *base = g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (self));
  char chunk[CHUNK_BYTES];
  gssize n = g_input_stream_read (base, chunk, sizeof chunk, cancellable, error);

  if (n < 0)
    return FALSE;

  g_string_truncate (self->ready, 0);
  self->taken = 0;
  if (!self->has_begun && self->fence > 0)
    append_fence (self);
  self->has_begun = TRUE;
  self->is_at_end = n == 0;
  if (n > 0) {
    append_chunk (self, chunk, (gsize) n);
  } else if (self->fence > 0) {
    if (!self->is_at_start)
      g_string_append_c (self->ready, '\n');
    append_fence (self);
  }

  return TRUE;
}

static gssize
culprit_log_view_copy_stream_read (GInputStream  *stream,
                                   void          *buffer,
                                   gsize          count,
                                   GCancellable  *cancellable,
                                   GError       **error)
{
  CulpritLogViewCopyStream *self = CULPRIT_LOG_VIEW_COPY_STREAM (stream);

  while (self->taken == self->ready->len && !self->is_at_end)
    if (!fill (self, cancellable, error))
      return -1;

  count = MIN (count, self->ready->len - self->taken);
  memcpy (buffer, self->ready->str + self->taken, count);
  self->taken += count;

  return (gssize) count;
}

static void
culprit_log_view_copy_stream_finalize (GObject *object)
{
  CulpritLogViewCopyStream *self = CULPRIT_LOG_VIEW_COPY_STREAM (object);

  g_string_free (self->ready, TRUE);
  g_clear_pointer (&self->only, g_bytes_unref);

  G_OBJECT_CLASS (culprit_log_view_copy_stream_parent_class)->finalize (object);
}

static void
culprit_log_view_copy_stream_class_init (CulpritLogViewCopyStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = culprit_log_view_copy_stream_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = culprit_log_view_copy_stream_read;
}

static void
culprit_log_view_copy_stream_init (CulpritLogViewCopyStream *self)
{
  self->ready = g_string_new (NULL);
  self->is_at_start = TRUE;
}

/* Takes over BASE. */
static CulpritLogViewCopyStream *
stream_new (GInputStream *base)
{
  CulpritLogViewCopyStream *self = g_object_new (CULPRIT_TYPE_LOG_VIEW_COPY_STREAM,
                                                 "base-stream", base,
                                                 NULL);

  g_object_unref (base);

  return self;
}

GInputStream *
culprit_log_view_copy_stream_new_numbered (GInputStream *base,
                                           gint64        first,
                                           gint64        last,
                                           GBytes       *only)
{
  CulpritLogViewCopyStream *self = stream_new (base);

  self->line = first;
  self->only = only != NULL ? g_bytes_ref (only) : NULL;
  for (gint64 rest = last; rest > 0; rest /= 10)
    self->width++;

  return G_INPUT_STREAM (self);
}

GInputStream *
culprit_log_view_copy_stream_new_only (GInputStream *base,
                                       gint64        first,
                                       GBytes       *only)
{
  CulpritLogViewCopyStream *self = stream_new (base);

  self->line = first;
  self->only = g_bytes_ref (only);

  return G_INPUT_STREAM (self);
}

GInputStream *
culprit_log_view_copy_stream_new_fenced (GInputStream *base,
                                         gsize         n_backticks)
{
  CulpritLogViewCopyStream *self = stream_new (base);

  self->fence = n_backticks;

  return G_INPUT_STREAM (self);
}

gsize
culprit_log_view_copy_stream_get_fence (GInputStream  *base,
                                        GError       **error)
{
  g_autoptr (GInputStream) stream = base;
  char chunk[CHUNK_BYTES];
  gsize longest = LEAST_FENCE - 1;
  gsize run = 0;
  gssize n;

  while ((n = g_input_stream_read (stream, chunk, sizeof chunk, NULL, error)) > 0)
    for (gssize i = 0; i < n; i++) {
      run = chunk[i] == '`' ? run + 1 : 0;
      longest = MAX (longest, run);
    }

  return n < 0 ? 0 : longest + 1;
}
