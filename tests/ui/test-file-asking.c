/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "file-asking.h"

/* A file on a disk that does not answer before it may. */
struct _SilentFile {
  GObject parent_instance;
};

#define SILENT_TYPE_FILE (silent_file_get_type ())
G_DECLARE_FINAL_TYPE (SilentFile, silent_file, SILENT, FILE, GObject)

static GMutex may_answer;

static GFileInfo *
query_info (GFile               *file,
            const char          *attributes,
            GFileQueryInfoFlags  flags,
            GCancellable        *cancellable,
            GError             **error)
{
  g_mutex_lock (&may_answer);
  g_mutex_unlock (&may_answer);

  return g_file_info_new ();
}

static void
silent_file_init_interface (GFileIface *iface)
{
  iface->query_info = query_info;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SilentFile, silent_file, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_FILE, silent_file_init_interface))

static void
silent_file_class_init (SilentFileClass *klass)
{
}

static void
silent_file_init (SilentFile *self)
{
}

static void
test_answers (void)
{
  g_autoptr (GFile) there = g_file_new_for_path ("/");
  g_autoptr (GFile) gone = g_file_new_for_path ("/nowhere/gone.log");
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) error = NULL;

  info = file_ask (there, G_FILE_ATTRIBUTE_STANDARD_TYPE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_file_info_get_file_type (info), ==, G_FILE_TYPE_DIRECTORY);
  g_assert_null (file_ask (gone, G_FILE_ATTRIBUTE_STANDARD_TYPE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* Nor for the next one, of which nobody waits for so long again. */
static void
test_does_not_wait_for_ever (void)
{
  g_autoptr (GFile) file = g_object_new (SILENT_TYPE_FILE, NULL);

  g_mutex_lock (&may_answer);
  for (guint i = 0; i < 2; i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (file_ask (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  }
  g_mutex_unlock (&may_answer);
  /* The threads let go of it. */
  while (g_atomic_int_get (&G_OBJECT (file)->ref_count) > 1)
    g_usleep (1000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-asking/answers", test_answers);
  g_test_add_func ("/file-asking/does-not-wait-for-ever", test_does_not_wait_for_ever);

  return g_test_run ();
}
