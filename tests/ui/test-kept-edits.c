/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "issue-edits.h"
#include "kept-edits.h"
#include "state-file.h"

static GVariant *
make_edits (const char *title)
{
  return g_variant_ref_sink (g_variant_new (ISSUE_EDITS_TYPE, "A Test", "", "quill/test_a.py::test_a: it’s gone", title,
                                            NULL, NULL, NULL, NULL));
}

static void
set_edits (const char *uri,
           const char *title)
{
  g_autoptr (GVariant) edits = make_edits (title);
  g_autoptr (GError) error = NULL;

  g_assert_true (kept_edits_set (uri, edits, &error));
  g_assert_no_error (error);
}

static void
check_edits (const char *uri,
             const char *title)
{
  g_autoptr (GVariant) kept = kept_edits_look_up (uri);
  g_autoptr (GVariant) edits = make_edits (title);

  g_assert_nonnull (kept);
  g_assert_true (g_variant_equal (kept, edits));
}

static void
test_round_trip (void)
{
  g_autofree char *path = state_file_dup_path ("edits");
  GStatBuf status;

  g_assert_null (kept_edits_look_up ("file:///a.log"));
  set_edits ("file:///a.log", "It’s \"mine\"\n\\ 🧪");
  set_edits ("https://quill.example/b", "Other");
  check_edits ("file:///a.log", "It’s \"mine\"\n\\ 🧪");
  check_edits ("https://quill.example/b", "Other");
  g_assert_true (state_file_settle (NULL, NULL));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  set_edits ("file:///a.log", "Changed");
  check_edits ("file:///a.log", "Changed");
  g_assert_true (kept_edits_set ("file:///a.log", NULL, NULL));
  g_assert_null (kept_edits_look_up ("file:///a.log"));
  g_assert_true (kept_edits_set ("https://quill.example/b", NULL, NULL));
  g_assert_true (state_file_settle (NULL, NULL));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (kept_edits_set ("https://quill.example/b", NULL, NULL));
}

/* Those that were written in last stay. */
static void
test_many (void)
{
  for (guint i = 0; i < KEPT_EDITS_MAX_LOGS + 2; i++) {
    g_autofree char *uri = g_strdup_printf ("file:///%u.log", i);

    set_edits (uri, "Mine");
  }
  g_assert_null (kept_edits_look_up ("file:///0.log"));
  g_assert_null (kept_edits_look_up ("file:///1.log"));
  check_edits ("file:///2.log", "Mine");
  check_edits ("file:///101.log", "Mine");
  kept_edits_forget ();
  g_assert_null (kept_edits_look_up ("file:///101.log"));
}

/* Sixteen are about as long as the file may be, since a character of these is written as six. */
static void
write_long (const char *title)
{
  g_autofree char *path = state_file_dup_path ("edits");
  g_autofree char *text = NULL;
  g_autoptr (GVariant) all = NULL;
  GVariantBuilder builder;

  g_assert_true (state_file_settle (NULL, NULL));
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(s" ISSUE_EDITS_TYPE ")"));
  for (guint i = 0; i < 16; i++) {
    g_autofree char *uri = g_strdup_printf ("file:///%u.log", i);
    g_autoptr (GVariant) edits = make_edits (title);

    g_variant_builder_add (&builder, "(s@" ISSUE_EDITS_TYPE ")", uri, edits);
  }
  all = g_variant_ref_sink (g_variant_builder_end (&builder));
  text = g_variant_print (all, FALSE);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Of what makes the file longer than it may be, the oldest goes. */
static void
test_written_long (void)
{
  g_autofree char *title = g_strnfill (KEPT_EDITS_MAX_SIZE - 1000, '\1');

  set_edits ("file:///new.log", "Mine");
  write_long (title);
  check_edits ("file:///0.log", title);
  set_edits ("file:///new.log", title);
  check_edits ("file:///new.log", title);
  check_edits ("file:///0.log", title);
  g_assert_null (kept_edits_look_up ("file:///15.log"));
  kept_edits_forget ();
}

static void
test_too_much (void)
{
  g_autofree char *title = g_strnfill (KEPT_EDITS_MAX_SIZE, 'x');
  g_autoptr (GVariant) edits = make_edits (title);
  g_autoptr (GError) error = NULL;

  set_edits ("file:///a.log", "Before");
  g_assert_false (kept_edits_set ("file:///a.log", edits, &error));
  g_assert_nonnull (error);
  check_edits ("file:///a.log", "Before");
  kept_edits_forget ();
}

static void
test_hostile (void)
{
  static const char *const texts[] = {
    "", "[", "\xff\xfe", "[('file:///a.log', 1)]", "[('file:///a.log', ('', '', '', 'x', nothing, nothing, [], []))",
    "@a(s(sssmsmsmsa(ss)a(ssb))) [", "{}", NULL
  };
  g_autofree char *path = state_file_dup_path ("edits");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *deep = g_strnfill (100000, '(');

  g_mkdir_with_parents (folder, 0700);
  for (guint i = 0; texts[i] != NULL; i++) {
    g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
    g_assert_null (kept_edits_look_up ("file:///a.log"));
  }
  g_assert_true (g_file_set_contents (path, deep, -1, NULL));
  g_assert_null (kept_edits_look_up ("file:///a.log"));
  set_edits ("file:///a.log", "Mine");
  check_edits ("file:///a.log", "Mine");
  kept_edits_forget ();
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("culprit-edits-XXXXXX", NULL);
  g_autofree char *own = g_build_filename (folder, "culprit", NULL);
  int status;

  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kept-edits/round-trip", test_round_trip);
  g_test_add_func ("/kept-edits/many", test_many);
  g_test_add_func ("/kept-edits/written-long", test_written_long);
  g_test_add_func ("/kept-edits/too-much", test_too_much);
  g_test_add_func ("/kept-edits/hostile", test_hostile);
  status = g_test_run ();
  kept_edits_forget ();
  g_rmdir (own);
  g_rmdir (folder);

  return status;
}
