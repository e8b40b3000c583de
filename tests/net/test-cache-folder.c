/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#include "cache-folder.h"

#define KIB 1024

/* A folder that is as small as a test wants it; one of those that are known, so that clearing finds it. */
static const CacheFolder small = { "logs", 10 * KIB };

static void
store (const char *key,
       gsize       size)
{
  g_autoptr (GBytes) content = g_bytes_new_take (g_strnfill (size, 'x'), size);

  cache_folder_store (&small, key, content);
}

/* Makes what is kept for KEY as old as AGE seconds. */
static void
age (const char *key,
     gint64      seconds)
{
  g_autofree char *path = cache_folder_dup_path (&small, key);
  struct utimbuf times = { g_get_real_time () / G_USEC_PER_SEC - seconds, g_get_real_time () / G_USEC_PER_SEC - seconds };

  g_assert_cmpint (g_utime (path, &times), ==, 0);
}

static gboolean
is_kept (const char *key)
{
  g_autofree char *path = cache_folder_dup_path (&small, key);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_store (void)
{
  g_autoptr (GBytes) content = g_bytes_new ("a\0b", 3);
  g_autoptr (GBytes) found = NULL;
  g_autoptr (GBytes) none = NULL;
  g_autofree char *path = cache_folder_dup_path (&small, "../../etc/passwd");
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf about;

  cache_folder_store (&small, "../../etc/passwd", content);
  found = cache_folder_load (&small, "../../etc/passwd");
  none = cache_folder_load (&small, "other");
  g_assert_true (g_bytes_equal (content, found));
  g_assert_null (none);
  g_assert_true (g_str_has_prefix (path, g_get_user_cache_dir ()));
  g_assert_cmpint (g_stat (path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0700);
}

/* What was not used for the longest time goes first. */
static void
test_limit (void)
{
  g_autoptr (GBytes) used = NULL;

  cache_folders_clear ();
  for (guint i = 0; i < 5; i++) {
    g_autofree char *key = g_strdup_printf ("%u", i);

    store (key, 2 * KIB);
    age (key, 100 - i);
  }
  g_assert_cmpuint (cache_folders_get_size (), ==, 10 * KIB);
  used = cache_folder_load (&small, "0");
  store ("5", 3 * KIB);
  g_assert_true (is_kept ("0"));
  g_assert_false (is_kept ("1"));
  g_assert_false (is_kept ("2"));
  g_assert_true (is_kept ("3"));
  g_assert_true (is_kept ("5"));
  g_assert_cmpuint (cache_folders_get_size (), <=, 10 * KIB);
}

static void
test_too_large (void)
{
  cache_folders_clear ();
  store ("a", KIB);
  store ("b", 11 * KIB);
  g_assert_true (is_kept ("a"));
  g_assert_false (is_kept ("b"));
  g_assert_false (cache_folder_prepare (&small, 11 * KIB));
  g_assert_true (cache_folder_prepare (&small, 10 * KIB));
  g_assert_false (is_kept ("a"));
}

/* A file of somebody else's in the folder NAME, which may be a link. */
static char *
make_other (const char *folder,
            const char *name)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));

  return path;
}

static void
test_others (void)
{
  g_autofree char *kept = cache_folder_dup_path (&small, "a");
  g_autofree char *folder = g_path_get_dirname (kept);
  g_autofree char *elsewhere = g_build_filename (g_get_user_cache_dir (), "elsewhere", NULL);
  g_autofree char *letter = make_other (elsewhere, "letter.txt");
  g_autofree char *inside = make_other (folder, "notes.txt");
  g_autofree char *link = g_strconcat (kept, ".part", NULL);
  guint64 size;

  cache_folders_clear ();
  g_assert_cmpint (symlink (letter, link), ==, 0);
  store ("a", KIB);
  size = cache_folders_get_size ();
  g_assert_cmpuint (size, ==, KIB);
  g_assert_true (cache_folder_prepare (&small, 10 * KIB));
  cache_folders_clear ();
  g_assert_cmpuint (cache_folders_get_size (), ==, 0);
  g_assert_true (g_file_test (inside, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (letter, G_FILE_TEST_EXISTS));
  g_unlink (link);
  g_unlink (inside);

  /* The folder itself leads elsewhere. */
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpint (symlink (elsewhere, folder), ==, 0);
  store ("a", KIB);
  g_assert_true (is_kept ("a"));
  cache_folders_clear ();
  g_assert_false (is_kept ("a"));
  g_assert_true (g_file_test (letter, G_FILE_TEST_EXISTS));
  g_unlink (folder);
}

/* What a run that was killed left goes after a day; what another one writes stays. */
static void
test_parts (void)
{
  g_assert_true (cache_folder_prepare (&small, 0));
  for (guint i = 0; i < 2; i++) {
    g_autofree char *path = cache_folder_dup_path (&small, "p");
    g_autofree char *part = g_strdup_printf ("%s.%08x.part", path, i);
    struct utimbuf times = { g_get_real_time () / G_USEC_PER_SEC - 90000 * i, g_get_real_time () / G_USEC_PER_SEC - 90000 * i };

    g_assert_true (g_file_set_contents (part, "half", -1, NULL));
    g_assert_cmpint (g_utime (part, &times), ==, 0);
  }
  g_assert_cmpuint (cache_folders_get_size (), ==, 8);
  g_assert_true (cache_folder_prepare (&small, 0));
  g_assert_cmpuint (cache_folders_get_size (), ==, 4);
}

static void
test_not_writable (void)
{
  g_autofree char *path = cache_folder_dup_path (&small, "a");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GBytes) found = NULL;

  g_assert_true (cache_folder_prepare (&small, 0));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_true (g_file_set_contents (folder, "a file", -1, NULL));
  store ("a", KIB);
  found = cache_folder_load (&small, "a");
  g_assert_null (found);
  g_assert_false (cache_folder_prepare (&small, 1));
  g_assert_cmpuint (cache_folders_get_size (), ==, 0);
  cache_folders_clear ();
  g_unlink (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/net/cache-folder/store", test_store);
  g_test_add_func ("/net/cache-folder/limit", test_limit);
  g_test_add_func ("/net/cache-folder/too-large", test_too_large);
  g_test_add_func ("/net/cache-folder/others", test_others);
  g_test_add_func ("/net/cache-folder/parts", test_parts);
  g_test_add_func ("/net/cache-folder/not-writable", test_not_writable);

  return g_test_run ();
}
