/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "state-file.h"

static void
test_round_trip (void)
{
  g_autofree char *path = state_file_dup_path ("kept");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_null (state_file_read ("kept", 100));
  state_file_write ("kept", "it’s kept");
  text = state_file_read ("kept", 100);
  g_assert_cmpstr (text, ==, "it’s kept");
  g_assert_null (state_file_read ("kept", 3));
  g_assert_true (state_file_settle (NULL, &error));
  g_assert_no_error (error);
  g_clear_pointer (&text, g_free);
  text = state_file_read ("kept", 100);
  g_assert_cmpstr (text, ==, "it’s kept");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  state_file_remove ("kept");
  g_assert_null (state_file_read ("kept", 100));
}

static void
test_not_read (void)
{
  g_autofree char *path = state_file_dup_path ("kept");

  state_file_write ("kept", "four");
  g_assert_true (state_file_settle (NULL, NULL));
  g_assert_null (state_file_read ("kept", 3));
  g_assert_true (g_file_set_contents (path, "\xff\xfe", 2, NULL));
  g_assert_null (state_file_read ("kept", 100));
  g_assert_true (g_file_set_contents (path, "a\0b", 3, NULL));
  g_assert_null (state_file_read ("kept", 100));
  state_file_remove ("kept");
  g_assert_true (state_file_settle (NULL, NULL));
}

static void
test_not_a_file (void)
{
  g_autofree char *path = state_file_dup_path ("kept");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (path, 0700);
  g_assert_null (state_file_read ("kept", 100));
  state_file_write ("kept", "four");
  g_assert_false (state_file_settle (NULL, &error));
  g_assert_nonnull (error);

  /* Nor is it lost. */
  text = state_file_read ("kept", 100);
  g_assert_cmpstr (text, ==, "four");
  state_file_write ("other", "five");
  g_assert_true (state_file_settle ("other", NULL));
  g_assert_false (state_file_settle ("kept", NULL));
  state_file_remove ("other");
  g_rmdir (path);
  state_file_retry ();
  while (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    g_usleep (1000);
  g_assert_true (state_file_settle (NULL, NULL));
  state_file_remove ("kept");
  g_assert_true (state_file_settle (NULL, NULL));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* One that cannot be written keeps no other from the disk, however often that changes meanwhile. */
static void
test_beside_one_that_fails (void)
{
  g_autofree char *path = state_file_dup_path ("kept");
  g_autofree char *other = state_file_dup_path ("other");
  g_autofree char *text = NULL;

  g_mkdir_with_parents (path, 0700);
  for (guint i = 0; i < 200; i++) {
    g_autofree char *number = g_strdup_printf ("%u", i);

    state_file_write ("kept", number);
    state_file_write ("other", number);
  }
  for (guint i = 0; i < 3000 && g_strcmp0 (text, "199") != 0; i++) {
    g_usleep (10000);
    g_clear_pointer (&text, g_free);
    g_file_get_contents (other, &text, NULL, NULL);
  }
  g_assert_cmpstr (text, ==, "199");
  state_file_remove ("other");
  g_rmdir (path);
  state_file_remove ("kept");
  g_assert_true (state_file_settle (NULL, NULL));
}

/* The last one is there, whatever was on its way. */
static void
test_many (void)
{
  g_autofree char *path = state_file_dup_path ("kept");
  g_autofree char *text = NULL;

  for (guint i = 0; i < 500; i++) {
    g_autofree char *number = g_strdup_printf ("%u", i);
    g_autofree char *read = NULL;

    state_file_write (i % 2 == 0 ? "kept" : "other", number);
    read = state_file_read (i % 2 == 0 ? "kept" : "other", 100);
    g_assert_cmpstr (read, ==, number);
  }
  g_assert_true (state_file_settle (NULL, NULL));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "498");
  state_file_write ("other", "never");
  state_file_remove ("other");
  g_assert_null (state_file_read ("other", 100));
  state_file_remove ("kept");
  g_assert_true (state_file_settle (NULL, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("culprit-state-XXXXXX", NULL);
  g_autofree char *own = g_build_filename (folder, "culprit", NULL);
  int status;

  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state-file/round-trip", test_round_trip);
  g_test_add_func ("/state-file/not-read", test_not_read);
  g_test_add_func ("/state-file/not-a-file", test_not_a_file);
  g_test_add_func ("/state-file/beside-one-that-fails", test_beside_one_that_fails);
  g_test_add_func ("/state-file/many", test_many);
  status = g_test_run ();
  g_rmdir (own);
  g_rmdir (folder);

  return status;
}
