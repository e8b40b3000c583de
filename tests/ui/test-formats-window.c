/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "data-file.h"
#include "formats-window.h"
#include "widget-test.h"

/* Each of the files is named. */
static void
expect_all (GtkWidget  *window,
            const char *folder)
{
  g_autoptr (GPtrArray) files = data_files_load_folder (folder, NULL);

  g_assert_cmpuint (files->len, >, 5);
  for (guint i = 0; i < files->len; i++)
    g_assert_nonnull (widget_test_label (window, data_file_get_name (g_ptr_array_index (files, i))));
}

static void
test_all_are_named (void)
{
  GtkWidget *window = culprit_formats_window_new (NULL);

  gtk_window_present (GTK_WINDOW (window));
  widget_test_wait (100);
  g_assert_nonnull (widget_test_label (window, "gzip, xz, zstd, bzip2"));
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (window), "ci");
  widget_test_wait (100);
  expect_all (window, "ci");
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (window), "rules");
  widget_test_wait (300);
  expect_all (window, "rules");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv))
    g_test_add_func ("/formats-window/all-are-named", test_all_are_named);

  return g_test_run ();
}
