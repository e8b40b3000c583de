/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "store-text.h"
#include "text-provider.h"
#include "widget-test.h"
#include "window-test.h"

static GFile *
make_file (const char *name,
           const char *content,
           gssize      length)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), name, NULL);

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_assert_true (g_file_set_contents (path, content, length, NULL));

  return g_file_new_for_path (path);
}

static void
expect_notice (GFile      *file,
               const char *text,
               const char *button)
{
  CulpritWindow *window = window_test_new ();

  window_test_open_file (window, file);
  window_test_expect (window, text);
  g_assert_null (culprit_window_get_page (window));
  if (button != NULL)
    window_test_expect (window, button);

  window_test_end (window);
}

static void
test_no_such_file (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/gone & lost.log");

  expect_notice (file, "No such file: gone & lost.log", NULL);
}

static void
test_folder (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_get_user_cache_dir ());
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = g_strdup_printf ("%s is a folder: open a log in it", name);

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  expect_notice (file, text, "Choose…");
}

static void
test_denied (void)
{
  g_autoptr (GFile) file = make_file ("denied.log", "secret\n", -1);

  if (geteuid () == 0) {
    g_test_skip ("root reads everything");
    return;
  }
  g_chmod (g_file_peek_path (file), 0);
  expect_notice (file, "denied.log cannot be read: permission denied", NULL);
}

static void
test_empty (void)
{
  g_autoptr (GFile) file = make_file ("nothing.log", "", 0);

  expect_notice (file, "nothing.log is empty", NULL);
}

static void
test_not_text (void)
{
  static const char bytes[] = "\177ELF\002\001\001\000\000\000\000\000\000\000\000\000\003\000\076\000"
                              "\001\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000";
  g_autoptr (GFile) file = make_file ("program", bytes, sizeof bytes);
  g_autofree char *uri = g_file_get_uri (file);
  CulpritWindow *window = window_test_new ();

  window_test_open_file (window, file);
  window_test_expect (window, "program is not text");
  window_test_expect (window, "Show Anyway");
  g_assert_null (culprit_window_get_page (window));

  window_test_activate (window, "open-anyway", g_variant_new_string (uri));
  window_test_wait_loaded (window);
  g_assert_nonnull (culprit_window_get_page (window));

  window_test_end (window);
}

/* One that cannot be read leaves the others alone. */
static void
test_bad_one_among_good (void)
{
  g_autoptr (GFile) gone = g_file_new_for_path ("/nowhere/gone.log");
  CulpritWindow *window = window_test_new ();
  CulpritLogPage *page;

  window_test_open (window, "buildkite-pytest.log");
  page = culprit_window_get_page (window);
  window_test_open_file (window, gone);
  window_test_expect (window, "No such file: gone.log");
  g_assert_true (culprit_window_get_page (window) == page);

  window_test_end (window);
}

static void
offer (CulpritWindow      *window,
       GdkContentProvider *content)
{
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (window)), content);
  g_clear_object (&content);
}

static void
wait_for_page (CulpritWindow *window)
{
  for (guint i = 0; i < 1000 && culprit_window_get_page (window) == NULL; i++)
    widget_test_wait (20);
  g_assert_nonnull (culprit_window_get_page (window));
  window_test_wait_loaded (window);
}

static void
test_paste_text (void)
{
  CulpritWindow *window = window_test_new ();
  CulpritLogPage *page;
  g_autofree char *text = NULL;

  offer (window, culprit_text_provider_new_text ("one\nE  two\nlast without end"));
  window_test_activate (window, "paste", NULL);
  wait_for_page (window);

  page = culprit_window_get_page (window);
  g_assert_cmpstr (culprit_log_page_get_name (page), ==, "pasted text");
  text = store_text_dup (job_log_get_store (culprit_log_page_get_log (page)), 1, 10);
  g_assert_cmpstr (text, ==, "one\nE  two\nlast without end\n");

  window_test_end (window);
}

static void
test_paste_files (void)
{
  g_autoptr (GFile) file = window_test_find_log ("buildkite-passed.log");
  GdkFileList *list = gdk_file_list_new_from_array (&file, 1);
  CulpritWindow *window = window_test_new ();

  offer (window, gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, list));
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  window_test_activate (window, "paste", NULL);
  wait_for_page (window);
  g_assert_cmpstr (culprit_log_page_get_name (culprit_window_get_page (window)), ==,
                   "buildkite-passed.log");

  window_test_end (window);
}

static void
test_paste_nothing (void)
{
  CulpritWindow *window = window_test_new ();

  offer (window, NULL);
  window_test_activate (window, "paste", NULL);
  window_test_expect (window, "Nothing to paste: copy a log or its address first");

  window_test_end (window);
}

/* It comes to nobody. */
static void
test_paste_into_closed (void)
{
  CulpritWindow *window = window_test_new ();
  CulpritWindow *other = window_test_new ();
  gpointer gone = window;

  offer (window, culprit_text_provider_new_text ("one\nE  two\n"));
  g_object_add_weak_pointer (G_OBJECT (window), &gone);
  window_test_activate (window, "paste", NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_nonnull (gone);
  widget_test_until (gone == NULL, 10);
  g_assert_null (culprit_window_get_page (other));

  window_test_end (other);
}

/* A stream that never ends loads until it is stopped; what came stays. */
static void
test_cancel (void)
{
  g_autoptr (GInputStream) stream = NULL;
  CulpritWindow *window = window_test_new ();
  CulpritLogPage *page;
  g_autofree char *text = NULL;
  int fds[2];

  g_assert_true (g_unix_open_pipe (fds, FD_CLOEXEC, NULL));
  stream = g_unix_input_stream_new (fds[0], TRUE);
  g_assert_cmpint (write (fds[1], "one\ntwo\n", 8), ==, 8);
  culprit_window_open_source (window, log_source_new (stream, "a pipe", -1));
  page = culprit_window_get_page (window);

  widget_test_wait (500);
  g_assert_true (culprit_log_page_is_loading (page));
  window_test_activate (window, "cancel", NULL);
  window_test_wait_loaded (window);

  window_test_expect (window, "a pipe was cut at 8 bytes: loading was stopped");
  g_assert_true (culprit_window_get_page (window) == page);
  g_assert_false (window_test_is_enabled (window, "cancel"));
  text = store_text_dup (job_log_get_store (culprit_log_page_get_log (page)), 1, 2);
  g_assert_cmpstr (text, ==, "one\ntwo\n");

  close (fds[1]);
  window_test_end (window);
}

/* Closing the tab stops the reading, and says nothing. */
static void
test_close_while_loading (void)
{
  g_autoptr (GInputStream) stream = NULL;
  CulpritWindow *window = window_test_new ();
  int fds[2];

  g_assert_true (g_unix_open_pipe (fds, FD_CLOEXEC, NULL));
  stream = g_unix_input_stream_new (fds[0], TRUE);
  culprit_window_open_source (window, log_source_new (stream, "a pipe", -1));
  widget_test_wait (100);
  window_test_activate (window, "close-tab", NULL);
  g_assert_null (culprit_window_get_page (window));
  widget_test_wait (300);
  g_assert_false (window_test_is_enabled (window, "reopen-tab"));

  close (fds[1]);
  window_test_end (window);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/window-opening/no-such-file", test_no_such_file);
    g_test_add_func ("/window-opening/folder", test_folder);
    g_test_add_func ("/window-opening/denied", test_denied);
    g_test_add_func ("/window-opening/empty", test_empty);
    g_test_add_func ("/window-opening/not-text", test_not_text);
    g_test_add_func ("/window-opening/bad-one-among-good", test_bad_one_among_good);
    g_test_add_func ("/window-opening/paste-text", test_paste_text);
    g_test_add_func ("/window-opening/paste-files", test_paste_files);
    g_test_add_func ("/window-opening/paste-nothing", test_paste_nothing);
    g_test_add_func ("/window-opening/paste-into-closed", test_paste_into_closed);
    g_test_add_func ("/window-opening/cancel", test_cancel);
    g_test_add_func ("/window-opening/close-while-loading", test_close_while_loading);
  }

  return g_test_run ();
}
