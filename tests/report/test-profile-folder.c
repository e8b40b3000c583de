/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "data-file.h"

#include "profile.h"

static void
write_profile (const char *name,
               const char *text)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "culprit", "profiles", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
test_by_repository (void)
{
  const struct {
    const char *repository;
    const char *name;
  } cases[] = {
    { "vllm-project/vllm", "vllm" },
    { "VLLM-project/vLLM", "vllm" },
    { "python/cpython", "generic" },
    { "", "generic" },
    { NULL, "generic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Profile) profile = profile_load_for (cases[i].repository, "generic", NULL);

    g_assert_cmpstr (profile_get_name (profile), ==, cases[i].name);
  }
}

static void
test_users_own (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Profile) profile = NULL;
  g_auto (GStrv) names = NULL;

  write_profile ("mine.json", "{\"title\": \"Mine\", \"repository\": \"me/mine\","
                              " \"serves\": [\"vllm-project/vllm\"], \"fields\": [{\"label\": \"What\"}]}");
  profile = profile_load_for ("vllm-project/vllm", "generic", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (profile_get_name (profile), ==, "mine");
  g_assert_cmpint (profile_get_tail (profile), ==, 200);

  names = profile_list_names ();
  g_assert_true (g_strv_contains ((const char * const *) names, "mine"));
  g_assert_true (g_strv_contains ((const char * const *) names, "vllm"));
}

static void
test_unknown (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (profile_load ("nobody", &error));
  g_assert_error (error, DATA_ERROR, DATA_ERROR_READ);
  g_assert_nonnull (strstr (error->message, "generic"));
}

static void
test_broken_one_says_where (void)
{
  g_autoptr (GError) error = NULL;

  write_profile ("broken.json", "{\n\"title\": ");
  g_assert_null (profile_load ("broken", &error));
  g_assert_true (g_str_has_prefix (error->message, "broken.json:"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/profile-folder/by-repository", test_by_repository);
  g_test_add_func ("/profile-folder/users-own", test_users_own);
  g_test_add_func ("/profile-folder/unknown", test_unknown);
  g_test_add_func ("/profile-folder/broken-one-says-where", test_broken_one_says_where);

  return g_test_run ();
}
