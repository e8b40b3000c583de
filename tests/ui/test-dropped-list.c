/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dropped-list.h"

static void
expect (const char        *list,
        const char *const *uris,
        gboolean           is_address)
{
  g_autoptr (GListModel) files = dropped_list_get_files (list);

  g_assert_cmpuint (g_list_model_get_n_items (files), ==, g_strv_length ((GStrv) uris));
  for (guint i = 0; uris[i] != NULL; i++) {
    g_autoptr (GFile) file = g_list_model_get_item (files, i);
    g_autofree char *uri = g_file_get_uri (file);

    g_assert_cmpstr (uri, ==, uris[i]);
  }
  g_assert_cmpint (dropped_list_is_address (files), ==, is_address);
}

static void
test_files (void)
{
  const char *one[] = { "file:///tmp/a.log", NULL };
  const char *two[] = { "file:///tmp/a.log", "file:///tmp/b%20c.log", NULL };

  expect ("file:///tmp/a.log", one, FALSE);
  expect ("# from a file manager\r\nfile:///tmp/a.log\r\nfile:///tmp/b%20c.log\r\n", two, FALSE);
}

static void
test_addresses (void)
{
  const char *one[] = { "https://quill.example/job.log", NULL };
  const char *two[] = { "https://quill.example/job.log", "http://quill.example/other.log", NULL };

  expect ("https://quill.example/job.log\r\n", one, TRUE);
  expect ("https://quill.example/job.log\r\nhttp://quill.example/other.log\r\n", two, FALSE);
}

static void
test_nothing (void)
{
  const char *none[] = { NULL };

  expect ("", none, FALSE);
  expect ("# nothing\r\n\r\n", none, FALSE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dropped-list/files", test_files);
  g_test_add_func ("/dropped-list/addresses", test_addresses);
  g_test_add_func ("/dropped-list/nothing", test_nothing);

  return g_test_run ();
}
