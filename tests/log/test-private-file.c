/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE    /* unshare */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <linux/magic.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "private-file.h"

#define MEMORY_FOLDER "/dev/shm"
#define CHUNK         (1024 * 1024)

static gboolean
is_in_memory (int fd)
{
  struct statfs status;

  g_assert_cmpint (fstatfs (fd, &status), ==, 0);

  return status.f_type == TMPFS_MAGIC;
}

/* Nobody else can find, open or name it. */
static void
test_private (void)
{
  g_autoptr (GError) error = NULL;
  int fd = private_file_open (&error);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree char *target = g_file_read_link (path, NULL);
  struct stat status;

  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (target, " (deleted)"));
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_true (S_ISREG (status.st_mode));
  g_assert_cmpuint (status.st_mode & 07777, ==, 0600);
  g_assert_cmpuint (status.st_nlink, ==, 0);
  g_assert_cmpuint (status.st_uid, ==, geteuid ());
  g_assert_cmpint (fcntl (fd, F_GETFD), ==, FD_CLOEXEC);
  close (fd);
}

static void
test_write (void)
{
  int fd = private_file_open (NULL);
  char bytes[10] = { 0 };

  g_assert_true (private_file_write (fd, "hello", 5, 0, NULL));
  g_assert_true (private_file_write (fd, "!", 1, 5, NULL));
  g_assert_cmpuint (private_file_read (fd, bytes, 10, 1), ==, 5);
  g_assert_cmpstr (bytes, ==, "ello!");
  g_assert_cmpuint (private_file_read (fd, bytes, 10, 6), ==, 0);
  close (fd);
}

/* The cache folder is in memory: the file is not. */
static void
test_cache_in_memory (void)
{
  g_autofree char *folder = g_strdup (MEMORY_FOLDER "/culprit-test-XXXXXX");
  g_autofree char *cache = NULL;
  struct statfs status;
  int fd;

  if (g_test_subprocess ()) {
    fd = private_file_open (NULL);
    g_assert_cmpint (fd, >=, 0);
    g_assert_false (is_in_memory (fd));
    return;
  }

  if (statfs (MEMORY_FOLDER, &status) != 0 || status.f_type != TMPFS_MAGIC ||
      statfs ("/var/tmp", &status) != 0 || status.f_type == TMPFS_MAGIC ||
      g_mkdtemp (folder) == NULL) {
    g_test_skip ("no folder in memory here, or none on a disk");
    return;
  }
  cache = g_build_filename (folder, GETTEXT_PACKAGE, NULL);
  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_unsetenv ("XDG_CACHE_HOME");
  g_rmdir (cache);
  g_rmdir (folder);
}

/* All folders are one small file system, of memory since no disk is at hand. FALSE where this
 * may not be done. */
static gboolean
enter_small_world (const char *size)
{
  g_autofree char *options = g_strconcat ("mode=1777,size=", size, NULL);

  return unshare (CLONE_NEWNS) == 0 &&
         mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
         mount ("small", "/var/tmp", "tmpfs", 0, options) == 0 &&
         mount ("/var/tmp", g_get_tmp_dir (), NULL, MS_BIND, NULL) == 0;
}

/* Fills the disk and returns how much it took. */
static guint64
fill (int      fd,
      GError **error)
{
  g_autofree char *chunk = g_malloc0 (CHUNK);
  guint64 length = 0;

  while (private_file_write (fd, chunk, CHUNK, length, error))
    length += CHUNK;

  return length;
}

static void
test_reserve (void)
{
  g_autoptr (GError) error = NULL;
  guint64 length;
  int fd;

  if (geteuid () != 0) {
    g_test_skip ("no small file system can be mounted by this user");
    return;
  }
  if (!g_test_subprocess ()) {
    g_setenv ("XDG_CACHE_HOME", "/var/tmp", TRUE);
    g_test_trap_subprocess (NULL, 0, 0);
    g_test_trap_assert_passed ();
    g_unsetenv ("XDG_CACHE_HOME");
    return;
  }

  if (!enter_small_world ("200m")) {
    g_test_message ("no file system can be mounted: %s", g_strerror (errno));
    return;
  }
  fd = private_file_open (&error);
  g_assert_no_error (error);
  g_assert_true (is_in_memory (fd));
  length = fill (fd, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpstr (error->message, ==, "The disk is nearly full: the log is kept up to here");
  g_assert_cmpuint (length, <=, (guint64) 190 * CHUNK);
  g_assert_cmpuint (length, >=, (guint64) 150 * CHUNK);

  /* What was written is there. */
  g_assert_cmpuint (private_file_read (fd, &length, 1, length - 1), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/private-file/private", test_private);
  g_test_add_func ("/private-file/write", test_write);
  g_test_add_func ("/private-file/cache-in-memory", test_cache_in_memory);
  g_test_add_func ("/private-file/reserve", test_reserve);

  return g_test_run ();
}
