/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>
#include <unistd.h>

#include "private-file.h"
#include "spool.h"

#define BLOCK_SIZE (256 * 1024)

struct Spool {
  GMutex    *lock;
  guint8   **blocks;       /* what is in memory: the bytes from IN_FILE on */
  guint      max_blocks;
  int        fd;           /* -1 while all is in memory */
  guint64    in_file;      /* bytes in the file, a multiple of BLOCK_SIZE */
  guint64    end;          /* bytes appended */
  guint64    published;
};

Spool *
spool_new (GMutex *lock,
           gsize   resident)
{
  Spool *spool = g_new0 (Spool, 1);

  spool->lock = lock;
  spool->max_blocks = MAX (1, resident / BLOCK_SIZE);
  spool->blocks = g_new0 (guint8 *, spool->max_blocks);
  spool->fd = -1;

  return spool;
}

void
spool_free (Spool *spool)
{
  if (spool == NULL)
    return;

  for (guint i = 0; i < spool->max_blocks; i++)
    g_free (spool->blocks[i]);
  g_free (spool->blocks);
  if (spool->fd >= 0)
    close (spool->fd);
  g_free (spool);
}

/* Writes the blocks in memory, all of them full, to the file and keeps one for what follows. */
static gboolean
spill (Spool   *spool,
       GError **error)
{
  guint n_blocks = (spool->end - spool->in_file) / BLOCK_SIZE;

  if (spool->fd < 0)
    spool->fd = private_file_open (error);
  if (spool->fd < 0)
    return FALSE;

  for (guint i = 0; i < n_blocks; i++)
    if (!private_file_write (spool->fd, spool->blocks[i], BLOCK_SIZE,
                             spool->in_file + (guint64) i * BLOCK_SIZE, error))
      return FALSE;

  g_mutex_lock (spool->lock);
  spool->in_file = spool->end;
  for (guint i = 1; i < n_blocks; i++)
    g_clear_pointer (&spool->blocks[i], g_free);
  spool->max_blocks = 1;
  g_mutex_unlock (spool->lock);

  return TRUE;
}

gboolean
spool_append (Spool          *spool,
              gconstpointer   bytes,
              gsize           length,
              GError        **error)
{
  const guint8 *next = bytes;

  while (length > 0) {
    guint64 resident = spool->end - spool->in_file;
    guint index = resident / BLOCK_SIZE;
    gsize used = resident % BLOCK_SIZE;
    gsize count = MIN (length, BLOCK_SIZE - used);

    if (index == spool->max_blocks) {
      if (!spill (spool, error))
        return FALSE;
      continue;
    }

    if (spool->blocks[index] == NULL)
      spool->blocks[index] = g_malloc (BLOCK_SIZE);
    memcpy (spool->blocks[index] + used, next, count);
    spool->end += count;
    next += count;
    length -= count;
  }

  return TRUE;
}

guint64
spool_get_end (Spool *spool)
{
  return spool->end;
}

void
spool_publish (Spool *spool)
{
  spool->published = spool->end;
}

guint64
spool_get_length (Spool *spool)
{
  guint64 length;

  g_mutex_lock (spool->lock);
  length = spool->published;
  g_mutex_unlock (spool->lock);

  return length;
}

gsize
spool_read (Spool    *spool,
            guint64   offset,
            gpointer  bytes,
            gsize     length)
{
  guint8 *next = bytes;
  gsize from_file = 0;
  gsize from_memory = 0;

  g_mutex_lock (spool->lock);
  if (offset < spool->published)
    length = MIN (length, spool->published - offset);
  else
    length = 0;
  if (offset < spool->in_file)
    from_file = MIN (length, spool->in_file - offset);
  while (from_file + from_memory < length) {
    guint64 resident = offset + from_file + from_memory - spool->in_file;
    gsize used = resident % BLOCK_SIZE;
    gsize count = MIN (length - from_file - from_memory, BLOCK_SIZE - used);

    memcpy (next + from_file + from_memory, spool->blocks[resident / BLOCK_SIZE] + used, count);
    from_memory += count;
  }
  g_mutex_unlock (spool->lock);

  if (from_file > 0 && private_file_read (spool->fd, next, from_file, offset) < from_file)
    return 0;

  return from_file + from_memory;
}
