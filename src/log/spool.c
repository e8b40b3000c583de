/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE    /* O_TMPFILE */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <linux/magic.h>
#include <sys/vfs.h>
#include <unistd.h>

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

static gboolean
is_in_memory (int fd)
{
  struct statfs status;

  return fstatfs (fd, &status) == 0 &&
         ((unsigned long) status.f_type == TMPFS_MAGIC ||
          (unsigned long) status.f_type == RAMFS_MAGIC);
}

/* A file without a name in FOLDER, or -1 and errno. */
static int
make_file (const char *folder)
{
  g_autofree char *template = NULL;
  int fd = open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

  if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != ENOENT))
    return fd;

  template = g_build_filename (folder, "log-XXXXXX", NULL);
  fd = g_mkstemp_full (template, O_RDWR | O_CLOEXEC, 0600);
  if (fd >= 0)
    unlink (template);

  return fd;
}

/* The user's cache folder first; a file system in memory only where there is no other. */
static int
make_file_somewhere (GError **error)
{
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), GETTEXT_PACKAGE, NULL);
  const char * const folders[] = { cache, "/var/tmp", g_get_tmp_dir () };
  int fallback = -1;
  int problem;

  g_mkdir_with_parents (cache, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++) {
    int fd = make_file (folders[i]);

    if (fd >= 0 && !is_in_memory (fd)) {
      if (fallback >= 0)
        close (fallback);
      return fd;
    }
    if (fd >= 0 && fallback < 0)
      fallback = fd;
    else if (fd >= 0)
      close (fd);
  }

  problem = errno;
  if (fallback < 0)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (problem),
                 _("No file for the log can be made in %s: %s"), cache, g_strerror (problem));

  return fallback;
}

static gboolean
write_block (Spool         *spool,
             const guint8  *block,
             guint64        offset,
             GError       **error)
{
  gsize done = 0;

  while (done < BLOCK_SIZE) {
    gssize count = pwrite (spool->fd, block + done, BLOCK_SIZE - done, offset + done);

    if (count < 0 && errno == EINTR)
      continue;
    if (count <= 0) {
      int problem = count < 0 ? errno : ENOSPC;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (problem),
                   problem == ENOSPC || problem == EDQUOT
                   ? _("The disk is full: the log is kept up to here (%s)")
                   : _("The log cannot be kept: %s"), g_strerror (problem));
      return FALSE;
    }
    done += count;
  }

  return TRUE;
}

/* Writes the blocks in memory, all of them full, to the file and keeps one for what follows. */
static gboolean
spill (Spool   *spool,
       GError **error)
{
  guint n_blocks = (spool->end - spool->in_file) / BLOCK_SIZE;

  if (spool->fd < 0)
    spool->fd = make_file_somewhere (error);
  if (spool->fd < 0)
    return FALSE;

  for (guint i = 0; i < n_blocks; i++)
    if (!write_block (spool, spool->blocks[i], spool->in_file + (guint64) i * BLOCK_SIZE, error))
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

static gsize
read_file (Spool   *spool,
           guint64  offset,
           guint8  *bytes,
           gsize    length)
{
  gsize done = 0;

  while (done < length) {
    gssize count = pread (spool->fd, bytes + done, length - done, offset + done);

    if (count < 0 && errno == EINTR)
      continue;
    if (count <= 0)
      break;
    done += count;
  }

  return done;
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

  if (from_file > 0 && read_file (spool, offset, next, from_file) < from_file)
    return 0;

  return from_file + from_memory;
}
