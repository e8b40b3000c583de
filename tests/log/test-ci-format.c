/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ci-format.h"

static void
write_users_file (const char *name,
                  const char *text)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "culprit", "ci", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static const CiFormat *
find (const CiFormats *formats,
      const char      *name)
{
  for (guint i = 0; i < ci_formats_get_n (formats); i++)
    if (g_str_equal (ci_format_get_name (ci_formats_get (formats, i)), name))
      return ci_formats_get (formats, i);

  return NULL;
}

static void
test_shipped (void)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CiFormats) formats = ci_formats_load (warnings);
  const CiFormat *buildkite = find (formats, "buildkite");
  gint64 time = LINE_NO_TIME;

  g_assert_cmpuint (warnings->len, ==, 0);
  g_assert_nonnull (buildkite);
  g_assert_true (ci_formats_find_by_command (formats, "bk;t=1") == buildkite);
  g_assert_null (ci_formats_find_by_command (formats, "kb;t=1"));
  g_assert_true (ci_formats_find_by_line (formats, "~~~ Running commands", 20) == buildkite);

  g_assert_false (ci_format_read_time (buildkite, "bk;dt=5", &time));
  g_assert_true (ci_format_read_time (buildkite, "bk;t=100", &time));
  g_assert_true (ci_format_read_time (buildkite, "bk;dt=5", &time));
  g_assert_cmpint (time, ==, 105);
  g_assert_false (ci_format_read_time (buildkite, "bk;t=-5", &time));
  g_assert_false (ci_format_read_time (buildkite, "bk;t=", &time));
  g_assert_cmpint (time, ==, 105);
}

static void
test_users_format (void)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CiFormats) formats = NULL;
  g_autofree char *name = NULL;
  const CiFormat *mine;
  const char *replacement;
  gsize length;
  gint64 time;

  write_users_file ("mine.yml",
                    "recognise:\n"
                    "  lines: ['[mine] ']\n"
                    "  stamps: no\n"
                    "stamps:\n"
                    "  - 'YYYY/MM/DD hh:mm:ss '\n"
                    "  - { form: 'hh:mm:ss+', joins: yes }\n"
                    "sections:\n"
                    "  start: '>> '\n"
                    "  end: ['<<']\n"
                    "drop: '(('\n"
                    "replace:\n"
                    "  - { from: 'E!', to: 'Error: ' }\n");
  formats = ci_formats_load (warnings);
  mine = find (formats, "mine");

  g_assert_cmpuint (warnings->len, ==, 0);
  g_assert_true (ci_formats_find_by_line (formats, "[mine] x", 8) == mine);
  g_assert_cmpuint (ci_format_get_n_stamps (mine), ==, 2);
  g_assert_cmpuint (ci_format_match_stamp (mine, 0, NULL, "1970/01/01 00:00:01 x", 21, &time), ==,
                    20);
  g_assert_false (ci_format_stamp_joins (mine, 0));
  g_assert_true (ci_format_stamp_has_date (mine, 0));
  g_assert_true (ci_format_stamp_joins (mine, 1));
  g_assert_false (ci_format_stamp_has_date (mine, 1));
  g_assert_false (ci_format_stamps_tell (mine));
  g_assert_cmpint (time, ==, 1000);
  g_assert_cmpint (ci_format_read_mark (mine, ">>  :a:  b ", 11, &name), ==,
                   LINE_MARK_SECTION_START);
  g_assert_cmpstr (name, ==, ":a: b");
  g_clear_pointer (&name, g_free);
  g_assert_cmpint (ci_format_read_mark (mine, "<<", 2, &name), ==, LINE_MARK_SECTION_END);
  g_assert_null (name);
  g_assert_true (ci_format_drops (mine, "((x", 3));
  g_assert_false (ci_format_drops (mine, "(x", 2));
  replacement = ci_format_find_replacement (mine, "E!x", 3, &length);
  g_assert_cmpstr (replacement, ==, "Error: ");
  g_assert_cmpuint (length, ==, 2);
  g_assert_null (ci_format_find_replacement (mine, "E", 1, &length));
}

static void
test_broken_files (void)
{
  static const char * const broken[] = {
    "recognise:\n  lines: ['']\n",
    "recognise:\n  line: x\n",
    "stamps: ['hh:mm']\n",
    "stamps:\n  - { from: 'hh:mm:ss' }\n",
    "stamps:\n  - { joins: yes }\n",
    "sections:\n  begin: x\n",
    "replace:\n  - { form: a, to: b }\n",
    "replace:\n  - { to: b }\n",
    "stamp: x\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++) {
    g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (CiFormats) formats = NULL;

    write_users_file ("broken.yml", broken[i]);
    formats = ci_formats_load (warnings);
    g_assert_cmpuint (warnings->len, ==, 1);
    g_assert_true (g_str_has_prefix (g_ptr_array_index (warnings, 0), "broken.yml:"));
    g_assert_null (find (formats, "broken"));
    g_assert_nonnull (find (formats, "buildkite"));
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/ci-format/shipped", test_shipped);
  g_test_add_func ("/ci-format/users-format", test_users_format);
  g_test_add_func ("/ci-format/broken-files", test_broken_files);

  return g_test_run ();
}
