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
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "user-folder.h"

#include "private-file.h"

/* How good a folder's file is. */
typedef enum {
  PLACE_NONE,
  PLACE_IN_MEMORY,
  PLACE_FULL_DISK,
  PLACE_DISK,
} Place;

static gboolean
is_in_memory (int fd)
{
  struct statfs status;

  return fstatfs (fd, &status) == 0 &&
         ((unsigned long) status.f_type == TMPFS_MAGIC ||
          (unsigned long) status.f_type == RAMFS_MAGIC);
}

/* Whether so many bytes more leave the reserve free. */
static gboolean
has_room (int     fd,
          guint64 n_bytes)
{
  struct statvfs status;
  guint64 size;
  guint64 reserve;

  if (fstatvfs (fd, &status) != 0)
    return TRUE;

  size = (guint64) status.f_blocks * status.f_frsize;
  reserve = MIN (size / 100 * PRIVATE_FILE_RESERVE_PERCENT, PRIVATE_FILE_RESERVE_BYTES);

  /* Some file systems do not say how large they are. */
  return size == 0 || (guint64) status.f_bavail * status.f_frsize >= reserve + n_bytes;
}

/* A file without a name in FOLDER, or -1 and errno. */
static int
open_in (const char *folder)
{
  g_autofree char *template = NULL;
  int fd = open (folder, O_TMPFILE | O_RDWR | O_EXCL | O_CLOEXEC, 0600);

  if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != ENOENT))
    return fd;

  template = g_build_filename (folder, "log-XXXXXX", NULL);
  fd = g_mkstemp_full (template, O_RDWR | O_CLOEXEC, 0600);
  if (fd >= 0)
    unlink (template);

  return fd;
}

static Place
get_place (int fd)
{
  if (fd < 0)
    return PLACE_NONE;
  if (is_in_memory (fd))
    return PLACE_IN_MEMORY;

  return has_room (fd, PRIVATE_FILE_LOOK_EVERY) ? PLACE_DISK : PLACE_FULL_DISK;
}

int
private_file_open (GError **error)
{
  g_autofree char *cache = user_folder_dup_cache (NULL);
  const char * const folders[] = { cache, "/var/tmp", g_get_tmp_dir () };
  Place best_place = PLACE_NONE;
  int best = -1;
  int problem = 0;

  g_mkdir_with_parents (cache, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (folders) && best_place < PLACE_DISK; i++) {
    int fd = open_in (folders[i]);
    Place place = get_place (fd);

    if (fd < 0 && problem == 0)
      problem = errno;
    if (place > best_place) {
      int worse = best;

      best = fd;
      best_place = place;
      fd = worse;
    }
    if (fd >= 0)
      close (fd);
  }

  if (best < 0)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (problem),
                 _("No file for the log can be made in %s: %s"), cache, g_strerror (problem));

  return best;
}

static gboolean
set_error (int      problem,
           GError **error)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (problem),
               problem == ENOSPC || problem == EDQUOT
               ? _("The disk is full: the log is kept up to here (%s)")
               : _("The log cannot be kept: %s"), g_strerror (problem));

  return FALSE;
}

gboolean
private_file_write (int             fd,
                    gconstpointer   bytes,
                    gsize           length,
                    guint64         offset,
                    GError        **error)
{
  const guint8 *next = bytes;
  gsize done = 0;
  guint64 looks = offset / PRIVATE_FILE_LOOK_EVERY;

  if ((offset == 0 || (offset + length) / PRIVATE_FILE_LOOK_EVERY > looks) &&
      !has_room (fd, length + PRIVATE_FILE_LOOK_EVERY)) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                         _("The disk is nearly full: the log is kept up to here"));
    return FALSE;
  }

  while (done < length) {
    gssize count = pwrite (fd, next + done, length - done, offset + done);

    if (count < 0 && errno == EINTR)
      continue;
    if (count <= 0)
      return set_error (count < 0 ? errno : ENOSPC, error);
    done += count;
  }

  return TRUE;
}

gsize
private_file_read (int       fd,
                   gpointer  bytes,
                   gsize     length,
                   guint64   offset)
{
  guint8 *next = bytes;
  gsize done = 0;

  while (done < length) {
    gssize count = pread (fd, next + done, length - done, offset + done);

    if (count < 0 && errno == EINTR)
      continue;
    if (count <= 0)
      break;
    done += count;
  }

  return done;
}
