/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE             /* memrchr() */

#include "config.h"

#include <string.h>

#include "line-ends.h"
#include "line-set.h"

#include "literals.h"

#include "log-errors.h"

#define RED      1

/* Lines whose colours are looked at before it is asked whether to stop, and bytes of text. */
#define CHUNK    65536
#define BLOCK    (1024 * 1024)

/* More than there are in a word that is looked for. */
#define OVERLAP  16

typedef enum {
  WORD_ALONE,          /* no letter, digit or underscore next to it */
  WORD_AT_START,       /* none before it */
  WORD_AFTER_E,        /* E or e before it */
  WORD_ANYWHERE,
} WordPlace;

static const struct {
  const char *text;
  WordPlace   place;
} words[] = {
  { "ERROR",     WORD_ALONE },
  { "FATAL",     WORD_ALONE },
  { "CRITICAL",  WORD_ALONE },
  { "rror: ",    WORD_AFTER_E },
  { "fatal: ",   WORD_AT_START },
  { "##[error]", WORD_ANYWHERE },
};

struct LogErrors {
  gatomicrefcount  references;
  LogStore        *store;

  GMutex           lock;
  LineSet          lines;
  gint64           n_searched;

  /* The looking thread's own. */
  Literals        *literals;
  GByteArray      *block;
  guint8           before;       /* what came before the block: a line end, or a long line's byte */
  GArray          *found;        /* of gsize: where words start in the block */
  gint64           line;         /* number of the block's first one */
  gint64           n_red;        /* lines whose colours were looked at */
};

LogErrors *
log_errors_new (LogStore *store)
{
  LogErrors *errors = g_new0 (LogErrors, 1);

  g_atomic_ref_count_init (&errors->references);
  errors->store = log_store_ref (store);
  g_mutex_init (&errors->lock);
  line_set_init (&errors->lines);
  errors->literals = literals_new ();
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    literals_add (errors->literals, words[i].text, LITERAL_ANYWHERE, i);
  errors->block = g_byte_array_new ();
  errors->found = g_array_new (FALSE, FALSE, sizeof (gsize));
  errors->line = 1;

  return errors;
}

LogErrors *
log_errors_ref (LogErrors *errors)
{
  g_atomic_ref_count_inc (&errors->references);

  return errors;
}

void
log_errors_unref (LogErrors *errors)
{
  if (errors == NULL || !g_atomic_ref_count_dec (&errors->references))
    return;

  g_array_unref (errors->found);
  g_byte_array_unref (errors->block);
  literals_free (errors->literals);
  line_set_clear (&errors->lines);
  g_mutex_clear (&errors->lock);
  log_store_unref (errors->store);
  g_free (errors);
}

LogStore *
log_errors_get_store (LogErrors *errors)
{
  return errors->store;
}

static void
add_line (LogErrors *errors,
          gint64     line)
{
  g_mutex_lock (&errors->lock);
  line_set_add (&errors->lines, line);
  g_mutex_unlock (&errors->lock);
}

static gboolean
look_at_colours (gint64           number,
                 const LineStyle *styles,
                 guint            n_styles,
                 gpointer         user_data)
{
  gboolean is_red = FALSE;

  for (guint i = 0; i < n_styles && !is_red; i++)
    is_red = styles[i].colour == RED;
  if (is_red)
    add_line (user_data, number);

  return TRUE;
}

static gboolean
find_red (LogErrors    *errors,
          gint64        n_lines,
          GCancellable *cancellable)
{
  while (errors->n_red < n_lines && !g_cancellable_is_cancelled (cancellable)) {
    gint64 last = MIN (errors->n_red + CHUNK, n_lines);

    log_store_foreach_styles (errors->store, errors->n_red + 1, last, look_at_colours, errors);
    errors->n_red = last;
  }

  return errors->n_red >= n_lines;
}

static gboolean
is_of_word (guint8 byte)
{
  return g_ascii_isalnum (byte) || byte == '_';
}

static void
found_word (guint    id,
            gsize    end,
            gpointer user_data)
{
  LogErrors *errors = user_data;
  const guint8 *bytes = errors->block->data;
  gsize start = end - strlen (words[id].text);
  guint8 before = start > 0 ? bytes[start - 1] : errors->before;
  guint8 after = end < errors->block->len ? bytes[end] : '\n';
  gboolean counts = TRUE;

  if (words[id].place == WORD_AFTER_E)
    counts = before == 'E' || before == 'e';
  else if (words[id].place != WORD_ANYWHERE)
    counts = !is_of_word (before) && (words[id].place == WORD_AT_START || !is_of_word (after));
  if (counts)
    g_array_append_val (errors->found, start);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  gsize one = *(const gsize *) a;
  gsize other = *(const gsize *) b;

  return (one > other) - (one < other);
}

/* Looks through the block, and leaves of it what comes after its first LENGTH bytes. */
static void
search_block (LogErrors *errors,
              gsize      length)
{
  const guint8 *bytes = errors->block->data;
  gint64 line = errors->line;
  gsize counted = 0;

  g_array_set_size (errors->found, 0);
  literals_scan (errors->literals, (const char *) bytes, errors->block->len, found_word, errors);
  g_array_sort (errors->found, compare_places);
  for (guint i = 0; i < errors->found->len; i++) {
    gsize place = g_array_index (errors->found, gsize, i);

    if (place >= length)
      break;
    line += line_ends_count (bytes + counted, place - counted);
    counted = place;
    add_line (errors, line);
  }
  errors->line = line + line_ends_count (bytes + counted, length - counted);
  errors->before = length > 0 ? bytes[length - 1] : errors->before;
  g_byte_array_remove_range (errors->block, 0, length);
}

/* How much of the block is done once it was looked through: whole lines, or almost all of one that is longer. */
static gsize
get_done (const LogErrors *errors)
{
  const guint8 *bytes = errors->block->data;
  gsize length = errors->block->len;
  const guint8 *last = memrchr (bytes, '\n', length);

  if (last != NULL)
    return (gsize) (last - bytes) + 1;

  return length - MIN (length, OVERLAP);
}

/* From the start of a line to the end of N_LINES. */
static gboolean
find_words (LogErrors    *errors,
            gint64        n_lines,
            GCancellable *cancellable)
{
  g_autoptr (GInputStream) stream = log_store_open_range (errors->store, errors->n_searched + 1, n_lines);
  gboolean is_end = FALSE;

  errors->line = errors->n_searched + 1;
  errors->before = '\n';
  g_byte_array_set_size (errors->block, 0);
  while (!is_end && !g_cancellable_is_cancelled (cancellable)) {
    guint held = errors->block->len;
    gsize n_read;

    g_byte_array_set_size (errors->block, held + BLOCK);
    g_input_stream_read_all (stream, errors->block->data + held, BLOCK, &n_read, NULL, NULL);
    g_byte_array_set_size (errors->block, held + n_read);
    is_end = n_read < BLOCK;
    if (errors->block->len > 0)
      search_block (errors, is_end ? errors->block->len : get_done (errors));
    g_mutex_lock (&errors->lock);
    errors->n_searched = is_end ? n_lines : errors->line - 1;
    g_mutex_unlock (&errors->lock);
  }

  return is_end;
}

gboolean
log_errors_run (LogErrors    *errors,
                GCancellable *cancellable)
{
  gint64 n_lines = log_store_get_n_lines (errors->store);

  return find_red (errors, n_lines, cancellable) && find_words (errors, n_lines, cancellable);
}

gint64
log_errors_get_n_searched (LogErrors *errors)
{
  gint64 n;

  g_mutex_lock (&errors->lock);
  n = errors->n_searched;
  g_mutex_unlock (&errors->lock);

  return n;
}

gint64
log_errors_get_next (LogErrors *errors,
                     gint64     line,
                     int        step)
{
  gint64 found;

  g_mutex_lock (&errors->lock);
  found = line_set_get_next (&errors->lines, line, step);
  g_mutex_unlock (&errors->lock);

  return found;
}
