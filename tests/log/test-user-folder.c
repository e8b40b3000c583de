/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "user-folder.h"

typedef char *(*DupFolder) (const char *name);

static void
assert_in (const char *parent,
           DupFolder   dup_folder)
{
  g_autofree char *expected = g_strconcat (parent, "/culprit", NULL);
  g_autofree char *expected_file = g_strconcat (expected, "/quill.yml", NULL);
  g_autofree char *folder = dup_folder (NULL);
  g_autofree char *file = dup_folder ("quill.yml");

  g_assert_cmpstr (folder, ==, expected);
  g_assert_cmpstr (file, ==, expected_file);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_folders (void)
{
  assert_in (g_get_user_config_dir (), user_folder_dup_config);
  assert_in (g_get_user_cache_dir (), user_folder_dup_cache);
  assert_in (g_get_user_state_dir (), user_folder_dup_state);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/user-folder/folders", test_folders);

  return g_test_run ();
}
