/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "spool.h"

#define BLOCK (256 * 1024)

#define READ_ALONG (20 * BLOCK)

/* A byte that tells where it stands. */
static guint8
get_byte (guint64 offset)
{
  return (offset * 31 + offset / 251) & 0xff;
}

static gboolean
append (Spool   *spool,
        gsize    length,
        GError **error)
{
  g_autofree guint8 *bytes = g_malloc (length);

  for (gsize i = 0; i < length; i++)
    bytes[i] = get_byte (spool_get_length (spool) + i);

  return spool_append (spool, bytes, length, error);
}

static void
check (Spool   *spool,
       guint64  offset,
       gsize    wanted,
       gsize    expected)
{
  g_autofree guint8 *bytes = g_malloc (wanted);

  g_assert_cmpuint (spool_read (spool, offset, bytes, wanted), ==, expected);
  for (gsize i = 0; i < expected; i++)
    if (bytes[i] != get_byte (offset + i))
      g_error ("wrong byte at %" G_GUINT64_FORMAT, offset + i);
}

/* How many files without a name the program has open. */
static guint
count_unlinked_files (mode_t *ret_mode)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/fd", 0, NULL);
  const char *name;
  guint count = 0;

  while ((name = g_dir_read_name (dir)) != NULL) {
    GStatBuf status;
    g_autofree char *path = g_build_filename ("/proc/self/fd", name, NULL);

    if (g_stat (path, &status) == 0 && S_ISREG (status.st_mode) && status.st_nlink == 0) {
      *ret_mode = status.st_mode & 07777;
      count++;
    }
  }

  return count;
}

static void
test_memory (void)
{
  g_autoptr (Spool) spool = spool_new (4 * BLOCK);
  mode_t mode;

  check (spool, 0, 100, 0);
  g_assert_true (append (spool, 100, NULL));
  g_assert_cmpuint (spool_get_length (spool), ==, 100);
  check (spool, 0, 1000, 100);
  check (spool, 40, 20, 20);
  check (spool, 100, 1, 0);
  check (spool, G_MAXUINT64, 1, 0);

  g_assert_true (append (spool, 3 * BLOCK, NULL));
  check (spool, 0, 4 * BLOCK, 100 + 3 * BLOCK);
  g_assert_cmpuint (count_unlinked_files (&mode), ==, 0);
}

static void
test_file (void)
{
  g_autoptr (Spool) spool = NULL;
  mode_t mode = 0;

  spool = spool_new (2 * BLOCK);
  for (guint i = 0; i < 100; i++) {
    g_assert_true (append (spool, 70001, NULL));
    check (spool, 70001 * i, 70001, 70001);
    check (spool, 0, 10, 10);
  }
  check (spool, 0, 100 * 70001, 100 * 70001);
  check (spool, 5 * BLOCK - 3, 7, 7);
  g_assert_cmpuint (count_unlinked_files (&mode), ==, 1);
  g_assert_cmpuint (mode, ==, 0600);
}

static gpointer
read_all_the_time (gpointer data)
{
  Spool *spool = data;
  guint64 length = 0;
  gsize count;

  while (length < READ_ALONG) {
    length = spool_get_length (spool);
    count = MIN (length, 1000);
    check (spool, length - count, count, count);
    check (spool, length / 2, count / 2, count / 2);
  }

  return NULL;
}

/* Readers see bytes as soon as they count, while blocks go to the file under them. */
static void
test_read_along (void)
{
  g_autoptr (Spool) spool = spool_new (2 * BLOCK);
  GThread *thread = g_thread_new ("read", read_all_the_time, spool);

  while (spool_get_length (spool) < READ_ALONG)
    g_assert_true (append (spool, 777, NULL));
  g_thread_join (thread);
}

/* A file that may not grow is what a full disk is. */
static void
test_disk_full (void)
{
  g_autoptr (Spool) spool = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit limit;
  struct rlimit small;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = limit;
  small.rlim_cur = 3 * BLOCK;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);

  spool = spool_new (BLOCK);
  g_assert_true (append (spool, 3 * BLOCK + 10, NULL));
  g_assert_false (append (spool, 2 * BLOCK, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  check (spool, 0, 10 * BLOCK, 4 * BLOCK);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/spool/memory", test_memory);
  g_test_add_func ("/spool/file", test_file);
  g_test_add_func ("/spool/read-along", test_read_along);
  g_test_add_func ("/spool/disk-full", test_disk_full);

  return g_test_run ();
}
