/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "masked-lines.h"

#include "masked-cache.h"

/* So many neighbours are read at once. */
#define BLOCK_LINES 64

/* Where there is more, all of it goes. */
#define MAX_BYTES (64 * 1024 * 1024)

struct MaskedCache {
  LogStore    *store;
  MaskedLines *lines;
  GHashTable  *blocks;     /* number of a block to GPtrArray of its lines */
  gsize        n_bytes;
};

MaskedCache *
masked_cache_new (LogStore *store,
                  gsize     max_line)
{
  MaskedCache *cache = g_new0 (MaskedCache, 1);

  cache->store = store;
  cache->lines = masked_lines_new (store, max_line, NULL);
  cache->blocks = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL,
                                         (GDestroyNotify) g_ptr_array_unref);

  return cache;
}

void
masked_cache_free (MaskedCache *cache)
{
  masked_lines_free (cache->lines);
  g_hash_table_unref (cache->blocks);
  g_free (cache);
}

static GPtrArray *
read_block (MaskedCache *cache,
            gsize        number)
{
  gint64 first = (gint64) number * BLOCK_LINES + 1;
  LineRange range = { first, MIN (first + BLOCK_LINES - 1, log_store_get_n_lines (cache->store)) };
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  masked_lines_read (cache->lines, range, G_MAXSIZE / 2, lines);
  for (guint i = 0; i < lines->len; i++)
    cache->n_bytes += strlen (g_ptr_array_index (lines, i)) + 1;

  return lines;
}

/* Borrowed until the next call. */
static GPtrArray *
ensure_block (MaskedCache *cache,
              gsize        number)
{
  GPtrArray *lines = g_hash_table_lookup (cache->blocks, GSIZE_TO_POINTER (number));

  if (lines != NULL)
    return lines;

  if (cache->n_bytes > MAX_BYTES) {
    g_hash_table_remove_all (cache->blocks);
    cache->n_bytes = 0;
  }
  lines = read_block (cache, number);
  g_hash_table_insert (cache->blocks, GSIZE_TO_POINTER (number), lines);

  return lines;
}

gboolean
masked_cache_read (MaskedCache *cache,
                   LineRange    range,
                   gsize        max_bytes,
                   GPtrArray   *lines)
{
  guint n_before = lines->len;
  gsize n_bytes = 0;

  for (gint64 i = range.first; i <= range.last; i++) {
    GPtrArray *block = ensure_block (cache, (gsize) (i - 1) / BLOCK_LINES);
    guint index = (guint) ((i - 1) % BLOCK_LINES);
    const char *line = index < block->len ? g_ptr_array_index (block, index) : "";

    n_bytes += strlen (line) + 1;
    if (n_bytes > max_bytes) {
      g_ptr_array_set_size (lines, (int) n_before);
      return FALSE;
    }
    g_ptr_array_add (lines, g_strdup (line));
  }

  return TRUE;
}
