/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "masker.h"

#define CHUNK_SIZE      (64 * 1024)
#define MAX_LINE_LENGTH (1024 * 1024)

#define MASKER_TYPE_STREAM (masker_stream_get_type ())
G_DECLARE_FINAL_TYPE (MaskerStream, masker_stream, MASKER, STREAM, GFilterInputStream)

struct _MaskerStream {
  GFilterInputStream  parent_instance;

  Masker             *masker;
  gint64              n_before;     /* lines that are read, but not given */
  gint64              n_dropped;    /* how many of them came out of the masker */
  gint64              last;         /* number of the last line, the first one read is 1 */
  gsize               first_byte;   /* in the first line that is given */
  gsize               last_byte;    /* in the last one */

  GString            *pending;      /* text without a line end so far */
  gint64              number;       /* of the line that it belongs to */
  gsize               offset;       /* of it in that line, where it is only a piece */
  gsize               done;         /* how much of it is given already; the rest needs it to be known */

  GString            *masked;       /* what is ready to be read */
  gsize               taken;        /* bytes of it that have been read */
  gboolean            at_end;
};

G_DEFINE_FINAL_TYPE (MaskerStream, masker_stream, G_TYPE_FILTER_INPUT_STREAM)

/* Takes off the lines before the first one. */
static void
drop_lines_before (MaskerStream *stream)
{
  gsize length = 0;

  while (stream->n_dropped < stream->n_before && length < stream->masked->len) {
    const char *end = memchr (stream->masked->str + length, '\n', stream->masked->len - length);

    length = end != NULL ? (gsize) (end - stream->masked->str) + 1 : stream->masked->len;
    stream->n_dropped += end != NULL;
  }
  g_string_erase (stream->masked, 0, length);
}

/* Masks bytes FROM to TO of a piece of a line, as far as they are wanted. */
static gsize
mask_part (MaskerStream *stream,
           const char   *text,
           gsize         length,
           gsize         from,
           gsize         to)
{
  gsize first = stream->number == stream->n_before + 1 ? stream->first_byte : 0;
  gsize last = stream->number == stream->last ? stream->last_byte : G_MAXSIZE;

  from = MAX (from, first - MIN (first, stream->offset));
  to = MIN (to, last - MIN (last, stream->offset));
  if (from >= to)
    return to;

  return masker_push_part (stream->masker, text, length, from, to, stream->masked);
}

/* Whether all of the line is wanted. */
static gboolean
is_whole (MaskerStream *stream)
{
  return stream->offset == 0 && stream->done == 0 &&
         (stream->number != stream->n_before + 1 || stream->first_byte == 0) &&
         (stream->number != stream->last || stream->last_byte == G_MAXSIZE);
}

static void
mask_line (MaskerStream *stream,
           const char   *text,
           gsize         length)
{
  if (is_whole (stream)) {
    masker_push (stream->masker, text, length, stream->masked);
  } else {
    mask_part (stream, text, length, stream->done, length);
    if (stream->number != stream->last || stream->last_byte == G_MAXSIZE)
      g_string_append_c (stream->masked, '\n');
  }
  drop_lines_before (stream);

  stream->number++;
  stream->offset = 0;
  stream->done = 0;
}

/* Gives the start of a line that is too long to be held. What stands round the place where it is cut
 * stays, so that whatever is there is known on both sides. */
static void
mask_piece (MaskerStream *stream)
{
  gsize to = stream->pending->len - MASKER_CONTEXT;
  gsize done = mask_part (stream, stream->pending->str, stream->pending->len, stream->done, to);
  gsize unneeded = MAX (done, to) - MASKER_CONTEXT;

  drop_lines_before (stream);
  stream->done = MAX (done, to) - unneeded;
  stream->offset += unneeded;
  g_string_erase (stream->pending, 0, unneeded);
}

static void
mask_pending (MaskerStream *stream)
{
  gsize used = 0;
  const char *end;

  while ((end = memchr (stream->pending->str + used, '\n', stream->pending->len - used)) != NULL) {
    const char *text = stream->pending->str + used;

    mask_line (stream, text, end - text);
    used = end - stream->pending->str + 1;
  }
  g_string_erase (stream->pending, 0, used);

  if (stream->pending->len > MAX_LINE_LENGTH)
    mask_piece (stream);
  if (!stream->at_end)
    return;

  if (stream->pending->len > 0)
    mask_part (stream, stream->pending->str, stream->pending->len, stream->done,
               stream->pending->len);
  masker_finish (stream->masker, stream->masked);
  drop_lines_before (stream);
  g_string_truncate (stream->pending, 0);
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
  stream->number = 1;
  stream->last = G_MAXINT64;
  stream->last_byte = G_MAXSIZE;
}

GInputStream *
masker_new_stream (GInputStream *base)
{
  GInputStream *stream = g_object_new (MASKER_TYPE_STREAM, "base-stream", base, NULL);

  g_object_unref (base);

  return stream;
}

GInputStream *
masker_open_range (LogStore *store,
                   gint64    first,
                   gsize     first_byte,
                   gint64    last,
                   gsize     last_byte)
{
  gint64 start = MAX (first - MASKER_LINES_BEFORE, 1);
  GInputStream *input = masker_new_stream (log_store_open_range (store, start, last));
  MaskerStream *stream = MASKER_STREAM (input);

  stream->n_before = first - start;
  stream->first_byte = first_byte;
  stream->last = last - start + 1;
  stream->last_byte = last_byte;

  return input;
}

typedef struct {
  Masker     *masker;
  SecretList *list;
  GString    *text;
  gint64      first;
  gsize       left;      /* bytes that may still be looked at */
} Noting;

static gboolean
note_line (gint64      number,
           const char *text,
           gsize       length,
           gpointer    user_data)
{
  Noting *noting = user_data;

  if (number == noting->first)
    masker_set_list (noting->masker, noting->list);
  masker_push (noting->masker, text, MIN (length, noting->left), noting->text);
  g_string_truncate (noting->text, 0);
  if (number >= noting->first)
    noting->left -= MIN (length, noting->left);

  return noting->left > 0;
}

gboolean
masker_note_range (LogStore   *store,
                   gint64      first,
                   gint64      last,
                   gsize       max_bytes,
                   SecretList *list)
{
  gint64 start = MAX (first - MASKER_LINES_BEFORE, 1);
  g_autoptr (Masker) masker = masker_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  Noting noting = { masker, list, text, first, max_bytes };
  gboolean is_whole;

  masker_set_line (masker, start);
  is_whole = log_store_foreach (store, start, last, note_line, &noting);
  masker_finish (masker, text);

  return is_whole;
}
