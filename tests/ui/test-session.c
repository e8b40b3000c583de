/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "session.h"
#include "state-file.h"

static GPtrArray *
make_session (void)
{
  GPtrArray *windows = g_ptr_array_new_with_free_func ((GDestroyNotify) session_window_free);
  SessionWindow *first = session_window_new ();
  SessionWindow *second = session_window_new ();
  SessionTab *tab;

  first->width = 900;
  first->height = 700;
  first->selected = 1;
  session_window_add_tab (first, session_tab_new ("file:///logs/it%27s%20one.log", SESSION_SHOWS_FAILURES));
  tab = session_tab_new ("https://buildkite.com/quill/ci/builds/1150#abc", SESSION_SHOWS_ISSUE);
  tab->line = G_GINT64_CONSTANT (5000000000);
  tab->failure = 3;
  g_free (tab->find);
  tab->find = g_strdup ("it's \"lost\"");
  tab->is_followed = TRUE;
  session_window_add_tab (first, tab);
  second->is_maximized = TRUE;
  second->width = second->height = 500;
  g_ptr_array_add (windows, first);
  g_ptr_array_add (windows, second);

  return windows;
}

static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) saved = make_session ();
  g_autoptr (GPtrArray) loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = state_file_dup_path ("session");
  const SessionWindow *window;
  const SessionTab *tab;
  GStatBuf status;

  session_save (saved);
  g_assert_true (state_file_settle (NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  loaded = session_load ();
  g_assert_cmpuint (loaded->len, ==, 2);
  window = g_ptr_array_index (loaded, 0);
  g_assert_cmpint (window->width, ==, 900);
  g_assert_cmpint (window->height, ==, 700);
  g_assert_false (window->is_maximized);
  g_assert_cmpint (window->selected, ==, 1);
  g_assert_cmpuint (window->tabs->len, ==, 2);
  tab = g_ptr_array_index (window->tabs, 0);
  g_assert_cmpstr (tab->uri, ==, "file:///logs/it%27s%20one.log");
  g_assert_cmpint (tab->panes, ==, SESSION_SHOWS_FAILURES);
  g_assert_cmpint (tab->line, ==, 0);
  g_assert_cmpint (tab->failure, ==, -1);
  g_assert_cmpstr (tab->find, ==, "");
  g_assert_false (tab->is_followed);
  tab = g_ptr_array_index (window->tabs, 1);
  g_assert_cmpstr (tab->uri, ==, "https://buildkite.com/quill/ci/builds/1150#abc");
  g_assert_cmpint (tab->panes, ==, SESSION_SHOWS_ISSUE);
  g_assert_cmpint (tab->line, ==, G_GINT64_CONSTANT (5000000000));
  g_assert_cmpint (tab->failure, ==, 3);
  g_assert_cmpstr (tab->find, ==, "it's \"lost\"");
  g_assert_true (tab->is_followed);
  window = g_ptr_array_index (loaded, 1);
  g_assert_true (window->is_maximized);
  g_assert_cmpint (window->selected, ==, -1);
}

static guint64
get_inode (void)
{
  g_autofree char *path = state_file_dup_path ("session");
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);

  return status.st_ino;
}

/* A log that grows asks for it each second. */
static void
test_same (void)
{
  g_autoptr (GPtrArray) saved = make_session ();
  guint64 inode;

  session_save (saved);
  g_assert_true (state_file_settle (NULL, NULL));
  inode = get_inode ();
  session_save (saved);
  g_assert_true (state_file_settle (NULL, NULL));
  g_assert_cmpuint (get_inode (), ==, inode);

  ((SessionWindow *) g_ptr_array_index (saved, 0))->width++;
  session_save (saved);
  g_assert_true (state_file_settle (NULL, NULL));
  g_assert_cmpuint (get_inode (), !=, inode);
}

static void
test_forgotten (void)
{
  g_autoptr (GPtrArray) saved = make_session ();
  g_autoptr (GPtrArray) loaded = NULL;

  session_save (saved);
  g_assert_true (state_file_settle (NULL, NULL));
  session_forget ();
  session_forget ();
  loaded = session_load ();
  g_assert_cmpuint (loaded->len, ==, 0);
}

static guint
count_windows (const char *text,
               gssize      length)
{
  g_autofree char *path = state_file_dup_path ("session");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GPtrArray) loaded = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
  loaded = session_load ();
  for (guint i = 0; i < loaded->len; i++) {
    const SessionWindow *window = g_ptr_array_index (loaded, i);

    g_assert_cmpint (window->width, >, 0);
    g_assert_cmpint (window->height, <=, 32767);
    g_assert_cmpint (window->selected, <, (int) window->tabs->len);
    g_assert_cmpuint (window->tabs->len, <=, SESSION_MAX_TABS);
    for (guint j = 0; j < window->tabs->len; j++) {
      const SessionTab *tab = g_ptr_array_index (window->tabs, j);

      g_assert_cmpint (tab->line, >=, 0);
      g_assert_cmpint (tab->failure, >=, -1);
      g_assert_cmpuint (strlen (tab->find), <=, 1024);
    }
  }

  return loaded->len;
}

static void
test_hostile (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *tabs = NULL;
  g_autoptr (GString) many = g_string_new ("[");

  g_assert_cmpuint (count_windows ("", 0), ==, 0);
  g_assert_cmpuint (count_windows ("\0\1\2", 3), ==, 0);
  g_assert_cmpuint (count_windows ("\xff\xfe[", 3), ==, 0);
  g_assert_cmpuint (count_windows ("[", -1), ==, 0);
  g_assert_cmpuint (count_windows ("[(1, 2)]", -1), ==, 0);
  g_assert_cmpuint (count_windows (deep, -1), ==, 0);
  g_assert_cmpuint (count_windows ("[(-5, 999999999, false, 7, [('x', 4294967295, -9, -9, '', true)])]", -1), ==, 1);
  g_assert_cmpuint (count_windows ("[(1, 1, false, -7, [])]", -1), ==, 1);

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (many, "%s('file:///%u', 1, 7, 0, '%0*u', false)", i > 0 ? "," : "", i, i < 3 ? 2000 : 1, i);
  g_string_append_c (many, ']');
  tabs = g_strdup_printf ("[(9, 9, false, 4999, %s)]", many->str);
  g_assert_cmpuint (count_windows (tabs, -1), ==, 1);
  g_string_assign (many, "[(1, 1, false, 0, [])");
  for (guint i = 0; i < 1000; i++)
    g_string_append (many, ",(1, 1, false, 0, [])");
  g_string_append_c (many, ']');
  g_assert_cmpuint (count_windows (many->str, -1), ==, SESSION_MAX_WINDOWS);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("culprit-session-XXXXXX", NULL);
  g_autofree char *own = g_build_filename (folder, "culprit", NULL);
  int status;

  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/round-trip", test_round_trip);
  g_test_add_func ("/session/same", test_same);
  g_test_add_func ("/session/forgotten", test_forgotten);
  g_test_add_func ("/session/hostile", test_hostile);
  status = g_test_run ();
  session_forget ();
  g_rmdir (own);
  g_rmdir (folder);

  return status;
}
