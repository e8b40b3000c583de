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
  gint64              last;         /* number of the last line that is given, the first one read is 1 */
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

/* What is given of the pending line, of which LENGTH bytes are there. Of those before the first one and after the last
 * one it is nothing: they tell what the others are. */
static void
find_part (MaskerStream *stream,
           gsize         length,
           gsize        *ret_from,
           gsize        *ret_to)
{
  gboolean is_before = stream->number <= stream->n_before;
  gboolean is_after = stream->number > stream->last;

  *ret_from = is_before ? length : stream->done;
  *ret_to = is_before ? length : is_after ? 0 : G_MAXSIZE;
  if (stream->number == stream->n_before + 1)
    *ret_from = MAX (*ret_from, stream->first_byte - MIN (stream->first_byte, stream->offset));
  if (stream->number == stream->last && stream->last_byte != G_MAXSIZE)
    *ret_to = stream->last_byte - MIN (stream->last_byte, stream->offset);
}

/* Whether all that is asked for came out of the masker. */
static gboolean
has_all (MaskerStream *stream)
{
  gint64 n_kept = masker_get_n_kept (stream->masker);

  return stream->number - n_kept > stream->last ||
         (stream->number == stream->last && n_kept == 0 && stream->offset + stream->done >= stream->last_byte);
}

static void
mask_line (MaskerStream *stream,
           const char   *text,
           gsize         length)
{
  gsize from;
  gsize to;

  find_part (stream, length, &from, &to);
  masker_push_cut (stream->masker, text, length, from, to, stream->masked);
  stream->number++;
  stream->offset = 0;
  stream->done = 0;
}

/* Gives the start of a line that is too long to be held. What stands round the place where it is cut
 * stays, so that whatever is there is known on both sides. */
static void
mask_piece (MaskerStream *stream)
{
  gsize end = stream->pending->len - MASKER_CONTEXT;
  gsize from;
  gsize to;
  gsize done;
  gsize unneeded;

  find_part (stream, end, &from, &to);
  from = MIN (from, end);
  to = CLAMP (to, from, end);
  done = masker_push_part (stream->masker, stream->pending->str, stream->pending->len, from, to, stream->masked);
  done = MAX (done, end);
  unneeded = done - MASKER_CONTEXT;

  stream->done = MASKER_CONTEXT;
  stream->offset += unneeded;
  g_string_erase (stream->pending, 0, unneeded);
}

/* Gives the text after the last line end. */
static void
mask_rest (MaskerStream *stream)
{
  GString *rest = stream->pending;
  gsize from;
  gsize to;

  find_part (stream, rest->len, &from, &to);
  masker_push_cut (stream->masker, rest->str, rest->len, from, MIN (to, rest->len), stream->masked);
}

static void
mask_pending (MaskerStream *stream)
{
  gsize used = 0;
  const char *end;

  while (!has_all (stream) &&
         (end = memchr (stream->pending->str + used, '\n', stream->pending->len - used)) != NULL) {
    const char *text = stream->pending->str + used;

    mask_line (stream, text, end - text);
    used = end - stream->pending->str + 1;
  }
  g_string_erase (stream->pending, 0, used);

  if (!has_all (stream) && stream->pending->len > MAX_LINE_LENGTH)
    mask_piece (stream);
  if (!has_all (stream) && !stream->at_end)
    return;

  if (!has_all (stream) && stream->pending->len > 0)
    mask_rest (stream);
  masker_finish (stream->masker, stream->masked);
  g_string_truncate (stream->pending, 0);
  stream->at_end = TRUE;
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

/* The line with which reading begins for lines from FIRST on to be known. */
static gint64
find_start (LogStore *store,
            gint64    first,
            gsize     max_before)
{
  gint64 low = 1;
  gint64 high = MAX (first - MASKER_LINES_BEFORE, 1);

  while (low < high) {
    gint64 middle = low + (high - low) / 2;

    if ((guint64) log_store_get_n_bytes (store, middle, first - 1) <= max_before)
      high = middle;
    else
      low = middle + 1;
  }

  return low;
}

GInputStream *
masker_open_range (LogStore *store,
                   gint64    first,
                   gsize     first_byte,
                   gint64    last,
                   gsize     last_byte,
                   gsize     max_before)
{
  gint64 start = find_start (store, first, max_before);
  GInputStream *input = masker_new_stream (log_store_open_range (store, start, log_store_get_n_lines (store)));
  MaskerStream *stream = MASKER_STREAM (input);

  stream->n_before = first - start;
  stream->first_byte = first_byte;
  stream->last = last - start + 1;
  stream->last_byte = last_byte;

  return input;
}

typedef struct {
  Masker  *masker;
  GString *text;
  gint64   first;
  gint64   last;
  gsize    max_bytes;
  gsize    left;      /* of them, for lines FIRST to LAST */
  gboolean is_cut;    /* these have more */
} Noting;

static gboolean
note_line (gint64      number,
           const char *text,
           gsize       length,
           gpointer    user_data)
{
  Noting *noting = user_data;
  gboolean is_in = number >= noting->first && number <= noting->last;
  gsize from;

  noting->is_cut = is_in && length > noting->left;
  length = MIN (length, is_in ? noting->left : noting->max_bytes);
  from = number < noting->first ? length : 0;
  masker_push_cut (noting->masker, text, length, from, is_in ? G_MAXSIZE : from, noting->text);
  g_string_truncate (noting->text, 0);
  if (is_in)
    noting->left -= length;

  return !noting->is_cut && number - masker_get_n_kept (noting->masker) < noting->last;
}

gboolean
masker_note_range (LogStore   *store,
                   gint64      first,
                   gint64      last,
                   gsize       max_bytes,
                   gsize       max_before,
                   SecretList *list)
{
  gint64 start = find_start (store, first, max_before);
  g_autoptr (Masker) masker = masker_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  Noting noting = { masker, text, first, last, max_bytes, max_bytes, FALSE };

  masker_set_list (masker, list);
  masker_set_line (masker, start);
  log_store_foreach (store, start, log_store_get_n_lines (store), note_line, &noting);
  masker_finish (masker, text);

  return !noting.is_cut;
}
