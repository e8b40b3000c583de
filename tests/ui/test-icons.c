/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "widget-test.h"

#define LEAST_NAMES 30

/* Adds to NAMES those of icons in a file of the sources, each with the file that has it. */
static void
find_names (const char *folder,
            const char *file,
            GHashTable *names)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GRegex) regex = g_regex_new ("[\">]([a-z0-9]+(-[a-z0-9]+)*-symbolic)[\"<]", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    g_hash_table_insert (names, g_match_info_fetch (match, 1), g_strdup (file));
}

static GHashTable *
find_all_names (void)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "src", "ui", NULL);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);

  g_assert_nonnull (files);
  for (const char *file = g_dir_read_name (files); file != NULL; file = g_dir_read_name (files)) {
    if (g_str_has_suffix (file, ".c") || g_str_has_suffix (file, ".ui"))
      find_names (folder, file, names);
  }

  return names;
}

/* Newer themes of icons have left some out: what no theme has to have is our own. */
static void
test_all_are_there (void)
{
  g_autoptr (GHashTable) names = find_all_names ();
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  GHashTableIter iter;
  gpointer name, file;

  g_assert_cmpuint (g_hash_table_size (names), >=, LEAST_NAMES);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, &file)) {
    if (!gtk_icon_theme_has_icon (theme, name)) {
      g_test_message ("%s names %s, which is not there", (const char *) file, (const char *) name);
      g_test_fail ();
    }
  }
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv))
    g_test_add_func ("/icons/all-are-there", test_all_are_there);

  return g_test_run ();
}
