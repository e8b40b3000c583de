/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE             /* memrchr() */

#include "config.h"

#include <string.h>

#include "line-ends.h"
#include "line-set.h"
#include "log-store-private.h"

#include "log-find.h"

#define BLOCK     (1024 * 1024)
#define MAX_LINE  (8 * 1024 * 1024)

#define CHUNK_LINES 4096

struct LogFind {
  gatomicrefcount  references;
  LogStore        *store;
  FindPattern     *pattern;

  GMutex           lock;
  LineSet          lines;       /* with a hit */
  GArray          *chunks;      /* of guint64: hits in all chunks before this one */
  gint64           n_hits;
  gint64           n_searched;

  FindMatcher     *line_matcher;  /* the asking thread's own */

  /* The looking thread's own. */
  FindMatcher     *matcher;
  GByteArray      *block;
  guint64          offset;      /* of the block in the store's text */
  gint64           line;        /* number of the block's first one */
};

LogFind *
log_find_new (LogStore    *store,
              FindPattern *pattern)
{
  LogFind *find = g_new0 (LogFind, 1);

  g_atomic_ref_count_init (&find->references);
  find->store = log_store_ref (store);
  find->pattern = find_pattern_ref (pattern);
  g_mutex_init (&find->lock);
  line_set_init (&find->lines);
  find->chunks = g_array_new (FALSE, TRUE, sizeof (guint64));
  find->matcher = find_matcher_new (pattern);
  find->line_matcher = find_matcher_new (pattern);
  find->block = g_byte_array_new ();
  find->line = 1;

  return find;
}

LogFind *
log_find_ref (LogFind *find)
{
  g_atomic_ref_count_inc (&find->references);

  return find;
}

void
log_find_unref (LogFind *find)
{
  if (find == NULL || !g_atomic_ref_count_dec (&find->references))
    return;

  find_matcher_free (find->matcher);
  find_matcher_free (find->line_matcher);
  g_byte_array_unref (find->block);
  line_set_clear (&find->lines);
  g_array_unref (find->chunks);
  g_mutex_clear (&find->lock);
  find_pattern_unref (find->pattern);
  log_store_unref (find->store);
  g_free (find);
}

/* With the lock held. */
static void
add_hit (LogFind *find,
         gint64   line)
{
  line_set_add (&find->lines, line);
  while ((gint64) find->chunks->len <= line / CHUNK_LINES) {
    guint64 n = find->n_hits;

    g_array_append_val (find->chunks, n);
  }
  find->n_hits++;
}

static void
set_searched (LogFind *find,
              gint64   n_lines)
{
  g_mutex_lock (&find->lock);
  find->n_searched = n_lines;
  g_mutex_unlock (&find->lock);
}

/* Looks through the first LENGTH bytes of the block, whole lines but for those that are too long. */
static void
search_block (LogFind *find,
              gsize    length)
{
  const char *text = (const char *) find->block->data;
  gint64 line = find->line;
  gsize counted = 0;
  gsize at = 0;
  gsize start;
  gsize end;

  while (find_matcher_find (find->matcher, text, length, at, &start, &end)) {
    line += line_ends_count (find->block->data + counted, start - counted);
    counted = start;
    at = end;
    g_mutex_lock (&find->lock);
    add_hit (find, line);
    g_mutex_unlock (&find->lock);
  }
  find->line = line + line_ends_count (find->block->data + counted, length - counted);
  find->offset += length;
  g_byte_array_remove_range (find->block, 0, length);
}

/* How much of the block may be looked through: up to its last line end, or all of it where a line is too long. */
static gsize
get_whole (LogFind  *find,
           gboolean  is_end)
{
  gsize length = find->block->len;
  const guint8 *last = length > 0 ? memrchr (find->block->data, '\n', length) : NULL;

  if (last != NULL)
    return last - find->block->data + 1;
  if (is_end || length < MAX_LINE)
    return is_end ? length : 0;
  /* Not within a character. */
  while (length > 0 && (find->block->data[length - 1] & 0xc0) == 0x80)
    length--;

  return length - 1;
}

gboolean
log_find_run (LogFind      *find,
              GCancellable *cancellable)
{
  gint64 n_lines = log_store_get_n_lines (find->store);
  guint64 total = log_store_get_n_bytes (find->store, 1, n_lines);
  gboolean is_end = FALSE;

  while (!is_end && !g_cancellable_is_cancelled (cancellable)) {
    guint held = find->block->len;
    guint64 from = find->offset + held;
    gsize wanted = MIN (total - MIN (from, total), BLOCK);
    gsize whole;

    g_byte_array_set_size (find->block, held + wanted);
    if (wanted > 0)
      wanted = log_store_read_bytes (find->store, from, find->block->data + held, wanted);
    g_byte_array_set_size (find->block, held + wanted);
    is_end = from + wanted >= total || wanted == 0;
    whole = get_whole (find, is_end);
    if (whole > 0)
      search_block (find, whole);
    set_searched (find, is_end ? n_lines : find->line - 1);
  }

  return is_end;
}

gint64
log_find_get_n_searched (LogFind *find)
{
  gint64 n;

  g_mutex_lock (&find->lock);
  n = find->n_searched;
  g_mutex_unlock (&find->lock);

  return n;
}

gint64
log_find_get_n_hits (LogFind *find)
{
  gint64 n;

  g_mutex_lock (&find->lock);
  n = find->n_hits;
  g_mutex_unlock (&find->lock);

  return n;
}

gboolean
log_find_has_line (LogFind *find,
                   gint64   line)
{
  gboolean has;

  g_mutex_lock (&find->lock);
  has = line_set_has (&find->lines, line);
  g_mutex_unlock (&find->lock);

  return has;
}

gint64
log_find_get_next (LogFind *find,
                   gint64   line,
                   int      step)
{
  gint64 found;

  g_mutex_lock (&find->lock);
  found = line_set_get_next (&find->lines, line, step);
  g_mutex_unlock (&find->lock);

  return found;
}

static guint
foreach_in_text (FindMatcher *matcher,
                 const char  *text,
                 gsize        length,
                 LogFindFunc  func,
                 gpointer     user_data)
{
  guint n = 0;
  gsize at = 0;
  gsize start;
  gsize end;

  for (; find_matcher_find (matcher, text, length, at, &start, &end); at = end, n++)
    if (func != NULL)
      func (start, end, user_data);

  return n;
}

guint
log_find_foreach_in_line (LogFind     *find,
                          const char  *text,
                          gsize        length,
                          LogFindFunc  func,
                          gpointer     user_data)
{
  return foreach_in_text (find->line_matcher, text, length, func, user_data);
}

static gint64
count_before_chunk (LogFind *find,
                    gint64   chunk)
{
  gint64 n;

  g_mutex_lock (&find->lock);
  n = chunk < (gint64) find->chunks->len ? (gint64) g_array_index (find->chunks, guint64, chunk) : find->n_hits;
  g_mutex_unlock (&find->lock);

  return n;
}

void
log_find_copy_lines (LogFind *find,
                     guint64 *words,
                     gsize    n_words)
{
  g_mutex_lock (&find->lock);
  line_set_copy (&find->lines, words, n_words);
  g_mutex_unlock (&find->lock);
}

gint64
log_find_count_before (LogFind *find,
                       gint64   line)
{
  gint64 first = line / CHUNK_LINES * CHUNK_LINES;
  gint64 n = count_before_chunk (find, line / CHUNK_LINES);
  StoredLine stored;

  stored_line_init (&stored);
  for (gint64 other = log_find_get_next (find, first - 1, 1); other > 0 && other < line; other = log_find_get_next (find, other, 1))
    if (log_store_read_line (find->store, other, 0, &stored, NULL))
      n += foreach_in_text (find->line_matcher, stored.text->str, stored.text->len, NULL, NULL);
  stored_line_clear (&stored);

  return n;
}
