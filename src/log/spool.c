/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#include "private-file.h"
#include "spool.h"

#define BLOCK_SIZE (256 * 1024)

struct Spool {
  GMutex            lock;         /* of BLOCKS, MAX_BLOCKS, FD and IN_FILE, and the bytes in BLOCKS */
  guint8          **blocks;       /* what is in memory: the bytes from IN_FILE on */
  guint             max_blocks;
  int               fd;           /* -1 while all is in memory */
  guint64           in_file;      /* bytes in the file, a multiple of BLOCK_SIZE */

  _Atomic guint64   length;       /* bytes that may be read; the bytes before it never change */

  /* The appending thread's own. */
  guint8           *next;         /* where the next byte goes */
  gsize             room;         /* and how many can follow in its block */
};

Spool *
spool_new (gsize resident)
{
  Spool *spool = g_new0 (Spool, 1);

  g_mutex_init (&spool->lock);
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
  g_mutex_clear (&spool->lock);
  g_free (spool);
}

guint64
spool_get_length (Spool *spool)
{
  return atomic_load_explicit (&spool->length, memory_order_acquire);
}

/* Shows the bytes that were written at NEXT. */
static void
show (Spool *spool,
      gsize  count)
{
  guint64 length = atomic_load_explicit (&spool->length, memory_order_relaxed);

  spool->next += count;
  spool->room -= count;
  atomic_store_explicit (&spool->length, length + count, memory_order_release);
}

/* Writes the blocks in memory, all of them full, to the file and keeps one for what follows. */
static gboolean
spill (Spool   *spool,
       GError **error)
{
  guint64 length = spool_get_length (spool);
  guint n_blocks = (length - spool->in_file) / BLOCK_SIZE;

  if (spool->fd < 0)
    spool->fd = private_file_open (error);
  if (spool->fd < 0)
    return FALSE;

  for (guint i = 0; i < n_blocks; i++)
    if (!private_file_write (spool->fd, spool->blocks[i], BLOCK_SIZE,
                             spool->in_file + (guint64) i * BLOCK_SIZE, error))
      return FALSE;

  g_mutex_lock (&spool->lock);
  spool->in_file = length;
  for (guint i = 1; i < n_blocks; i++)
    g_clear_pointer (&spool->blocks[i], g_free);
  spool->max_blocks = 1;
  g_mutex_unlock (&spool->lock);

  return TRUE;
}

/* Makes room where a block is full. */
static gboolean
start_block (Spool   *spool,
             GError **error)
{
  guint index = (spool_get_length (spool) - spool->in_file) / BLOCK_SIZE;

  if (index == spool->max_blocks) {
    if (!spill (spool, error))
      return FALSE;
    index = 0;
  }

  g_mutex_lock (&spool->lock);
  if (spool->blocks[index] == NULL)
    spool->blocks[index] = g_malloc (BLOCK_SIZE);
  g_mutex_unlock (&spool->lock);
  spool->next = spool->blocks[index];
  spool->room = BLOCK_SIZE;

  return TRUE;
}

gboolean
spool_append (Spool          *spool,
              gconstpointer   bytes,
              gsize           length,
              GError        **error)
{
  const guint8 *rest = bytes;

  while (G_UNLIKELY (length > spool->room)) {
    gsize count = spool->room;

    if (count > 0) {
      memcpy (spool->next, rest, count);
      show (spool, count);
      rest += count;
      length -= count;
    }
    if (!start_block (spool, error))
      return FALSE;
  }

  if (length > 0) {
    memcpy (spool->next, rest, length);
    show (spool, length);
  }

  return TRUE;
}

gsize
spool_read (Spool    *spool,
            guint64   offset,
            gpointer  bytes,
            gsize     length)
{
  guint64 end = spool_get_length (spool);
  guint8 *next = bytes;
  gsize from_file = 0;
  gsize done;

  length = offset < end ? MIN (length, end - offset) : 0;

  g_mutex_lock (&spool->lock);
  if (offset < spool->in_file)
    from_file = MIN (length, spool->in_file - offset);
  for (done = from_file; done < length;) {
    guint64 resident = offset + done - spool->in_file;
    gsize used = resident % BLOCK_SIZE;
    gsize count = MIN (length - done, BLOCK_SIZE - used);

    memcpy (next + done, spool->blocks[resident / BLOCK_SIZE] + used, count);
    done += count;
  }
  g_mutex_unlock (&spool->lock);

  /* The file only grows. */
  if (from_file > 0 && private_file_read (spool->fd, next, from_file, offset) < from_file)
    return 0;

  return length;
}
