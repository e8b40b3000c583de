/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "masker.h"

#define CHUNK_SIZE      (64 * 1024)
#define MAX_LINE_LENGTH (1024 * 1024)

/* How far before the limit a long line is cut at a blank, so that no word of it is torn. */
#define MAX_WORD_LENGTH (4 * 1024)

#define MASKER_TYPE_STREAM (masker_stream_get_type ())
G_DECLARE_FINAL_TYPE (MaskerStream, masker_stream, MASKER, STREAM, GFilterInputStream)

struct _MaskerStream {
  GFilterInputStream  parent_instance;

  Masker             *masker;
  GString            *pending;    /* text without a line end so far */
  GString            *masked;     /* what is ready to be read */
  gsize               taken;      /* bytes of it that have been read */
  gboolean            at_end;
};

G_DEFINE_FINAL_TYPE (MaskerStream, masker_stream, G_TYPE_FILTER_INPUT_STREAM)

/* Where to cut a line that is too long: after its last blank, or anywhere. */
static gsize
find_cut (GString *pending)
{
  for (gsize i = pending->len; i > pending->len - MAX_WORD_LENGTH; i--)
    if (pending->str[i - 1] == ' ')
      return i;

  return pending->len;
}

static void
mask_pending (MaskerStream *stream)
{
  const char *text = stream->pending->str;
  gsize length = stream->pending->len;
  gsize done = 0;
  const char *end;

  while ((end = memchr (text + done, '\n', length - done)) != NULL) {
    masker_append_line (stream->masker, text + done, end - text - done, stream->masked);
    g_string_append_c (stream->masked, '\n');
    done = end - text + 1;
  }
  g_string_erase (stream->pending, 0, done);

  if (stream->pending->len > MAX_LINE_LENGTH || (stream->at_end && stream->pending->len > 0)) {
    gsize cut = stream->at_end ? stream->pending->len : find_cut (stream->pending);

    masker_append_line (stream->masker, stream->pending->str, cut, stream->masked);
    g_string_erase (stream->pending, 0, cut);
  }
}

static gssize
masker_stream_read (GInputStream  *input,
                    void          *buffer,
                    gsize          count,
                    GCancellable  *cancellable,
                    GError       **error)
{
  MaskerStream *stream = MASKER_STREAM (input);
  GInputStream *base = g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (input));

  while (stream->taken == stream->masked->len && !stream->at_end) {
    char chunk[CHUNK_SIZE];
    gssize n = g_input_stream_read (base, chunk, sizeof chunk, cancellable, error);

    if (n < 0)
      return -1;

    g_string_truncate (stream->masked, 0);
    stream->taken = 0;
    stream->at_end = n == 0;
    g_string_append_len (stream->pending, chunk, n);
    mask_pending (stream);
  }

  count = MIN (count, stream->masked->len - stream->taken);
  memcpy (buffer, stream->masked->str + stream->taken, count);
  stream->taken += count;

  return count;
}

static void
masker_stream_finalize (GObject *object)
{
  MaskerStream *stream = MASKER_STREAM (object);

  masker_free (stream->masker);
  g_string_free (stream->pending, TRUE);
  g_string_free (stream->masked, TRUE);

  G_OBJECT_CLASS (masker_stream_parent_class)->finalize (object);
}

static void
masker_stream_class_init (MaskerStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = masker_stream_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = masker_stream_read;
}

static void
masker_stream_init (MaskerStream *stream)
{
  stream->masker = masker_new ();
  stream->pending = g_string_new (NULL);
  stream->masked = g_string_new (NULL);
}

GInputStream *
masker_new_stream (GInputStream *base)
{
  GInputStream *stream = g_object_new (MASKER_TYPE_STREAM, "base-stream", base, NULL);

  g_object_unref (base);

  return stream;
}
