/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "curl-library.h"

/* Nothing that is linked brings it: a program that asks no service does without. */
static void
test_late (void)
{
  g_autofree char *maps = NULL;

  g_assert_null (curl.easy_init);
  if (!g_file_get_contents ("/proc/self/maps", &maps, NULL, NULL)) {
    g_test_skip ("no /proc");
    return;
  }
  g_assert_null (strstr (maps, "libcurl"));
}

static void
test_functions (void)
{
  g_autoptr (GError) error = NULL;
  const gpointer *functions = (const gpointer *) &curl;

  g_assert_true (curl_library_load (&error));
  g_assert_no_error (error);
  for (gsize i = 0; i < sizeof curl / sizeof (gpointer); i++)
    g_assert_nonnull (functions[i]);
  g_assert_cmpint (curl.getdate ("Sun, 06 Nov 1994 08:49:37 GMT", NULL), ==, 784111777);
  g_assert_cmpstr (curl.easy_strerror (CURLE_OK), ==, "No error");
}

/* An archive of libtool's there would name anything for a GModule. */
static void
test_working_folder (void)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *file = g_build_filename (folder, "libcurl.so.4.la", NULL);
  g_autofree char *other = g_build_filename (folder, "libcurl.so.4", NULL);
  g_autofree char *old = g_get_current_dir ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "dlname='none.so'\ninstalled=no\n", -1, NULL));
  g_assert_true (g_file_set_contents (other, "none", -1, NULL));
  g_assert_cmpint (g_chdir (folder), ==, 0);
  g_assert_true (curl_library_load (&error));
  g_assert_no_error (error);
  g_assert_cmpint (g_chdir (old), ==, 0);
  g_unlink (file);
  g_unlink (other);
  g_rmdir (folder);
}

static gpointer
load (gpointer user_data)
{
  return GINT_TO_POINTER (curl_library_load (NULL));
}

static void
test_threads (void)
{
  GThread *threads[8];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("load", load, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (GPOINTER_TO_INT (g_thread_join (threads[i])));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/curl-library/late", test_late);
  g_test_add_func ("/net/curl-library/working-folder", test_working_folder);
  g_test_add_func ("/net/curl-library/threads", test_threads);
  g_test_add_func ("/net/curl-library/functions", test_functions);

  return g_test_run ();
}
