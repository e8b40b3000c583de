/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "quill-profile.h"

Profile *
quill_profile_new (const char *repository,
                   const char *members)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "culprit", "profiles", NULL);
  g_autofree char *path = g_build_filename (folder, "quill.json", NULL);
  g_autofree char *text = g_strdup_printf ("{\"title\": \"Quill\", \"repository\": \"%s\", \"main_branch\": \"main\","
                                           " \"labels\": [\"ci-failure\"], \"fields\": [{\"label\": \"What\"}]%s%s}",
                                           repository, members != NULL ? ", " : "", members != NULL ? members : "");
  g_autoptr (GError) error = NULL;
  Profile *profile;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  profile = profile_load ("quill", &error);
  g_assert_no_error (error);

  return profile;
}
