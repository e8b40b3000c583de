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

/* Which CI a log's line, or text that it conceals, tells. */
static void
test_recognised (void)
{
  static const char * const lines[][2] = {
    { "##[group]Run make", "github" },
    { "##[section]Starting: Build", "azure" },
    { "section_start:1560896352:prepare_script", "gitlab" },
    { "Running with gitlab-runner 16.3.0 (8ec04662)", "gitlab" },
    { "travis_fold:start:worker_info", "travis" },
    { "[Pipeline] Start of Pipeline", "jenkins" },
    { "Started by user admin", "jenkins" },
    { "##teamcity[blockOpened name='x']", "teamcity" },
    { "TeamCity server version is 2021.1 (build 92597)", "teamcity" },
    { "Build-agent version 1.0.176014-74d0d3b0", "circleci" },
    { "#!/bin/bash -eo pipefail", "circleci" },
    { "[taskcluster:error] exit status 2", "taskcluster" },
    { "$ buildkite-agent artifact upload x", "buildkite" },
    { "Starting: Build", NULL },
    { "", NULL },
  };
  g_autoptr (CiFormats) formats = ci_formats_load (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    const CiFormat *format = ci_formats_find_by_line (formats, lines[i][0], strlen (lines[i][0]));

    g_test_message ("%s", lines[i][0]);
    g_assert_cmpstr (format != NULL ? ci_format_get_name (format) : NULL, ==, lines[i][1]);
  }
  g_assert_true (ci_formats_find_by_concealed (formats, "ha:////4", 8) == find (formats, "jenkins"));
  g_assert_null (ci_formats_find_by_concealed (formats, "secret", 6));
  g_assert_false (ci_format_is_ci (find (formats, "docker")));
  g_assert_true (ci_format_is_ci (find (formats, "buildkite")));
}

static const char users_file[] =
  "recognise:\n"
  "  lines: ['[mine] ']\n"
  "  stamps: no\n"
  "stamps:\n"
  "  - 'YYYY/MM/DD hh:mm:ss '\n"
  "  - { form: 'hh:mm:ss+', joins: yes }\n"
  "stamps-after: ['now']\n"
  "sections:\n"
  "  start: '>> '\n"
  "  start-outside: '> {key}='\n"
  "  end: ['<< {name}']\n"
  "  escape: '|'\n"
  "conceal: 'note:'\n"
  "drop: '(('\n"
  "replace:\n"
  "  - { from: 'E!', to: 'Error: ' }\n"
  "  - { from: \"m='{name}'{*}]\", to: '<{name}>' }\n";

static void
test_users_format (void)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CiFormats) formats = NULL;
  const CiFormat *mine;
  gint64 time;

  write_users_file ("mine.yml", users_file);
  formats = ci_formats_load (warnings);
  mine = find (formats, "mine");

  g_assert_cmpuint (warnings->len, ==, 0);
  g_assert_true (ci_formats_find_by_line (formats, "[mine] x", 8) == mine);
  g_assert_true (ci_format_has_line (mine, "[mine] x", 8));
  g_assert_false (ci_format_has_line (mine, "[mine", 5));
  g_assert_cmpuint (ci_format_get_n_stamps (mine), ==, 2);
  g_assert_cmpuint (stamp_match (ci_format_get_stamp (mine, 0), NULL, "1970/01/01 00:00:01 x", 21,
                                 &time), ==, 20);
  g_assert_cmpint (time, ==, 1000);
  g_assert_false (ci_format_stamp_joins (mine, 0));
  g_assert_true (ci_format_stamp_joins (mine, 1));
  g_assert_false (stamp_has_date (ci_format_get_stamp (mine, 1)));
  g_assert_false (ci_format_stamps_tell (mine));
  g_assert_true (ci_format_has_late_stamps (mine));
  g_assert_true (ci_format_starts_stamps (mine, "from now\r", 9));
  g_assert_false (ci_format_starts_stamps (mine, "now on", 6));
  g_assert_true (ci_format_conceals (mine, "note:x", 6));
  g_assert_false (ci_format_conceals (mine, "xnote:", 6));
}

static void
test_marks (void)
{
  g_autoptr (CiFormats) formats = NULL;
  g_autofree char *name = NULL;
  g_autofree char *no_number = NULL;
  g_autofree char *hidden = NULL;
  const CiFormat *mine;
  CiMark mark;

  write_users_file ("mine.yml", users_file);
  formats = ci_formats_load (NULL);
  mine = find (formats, "mine");

  g_assert_true (ci_format_knows_start (mine, ">", 1));
  g_assert_true (ci_format_knows_start (mine, "Else", 4));
  g_assert_false (ci_format_knows_start (mine, "x", 1));
  g_assert_false (ci_format_knows_start (mine, "", 0));
  g_assert_false (ci_format_hides_marks (mine));

  g_assert_true (ci_format_read_mark (mine, ">> x", 4, &mark));
  g_assert_cmpint (mark.mark, ==, LINE_MARK_SECTION_START);
  g_assert_false (mark.outside);
  g_assert_cmpuint (mark.fields.length, ==, 3);
  g_assert_true (ci_format_read_mark (mine, "> a=b", 5, &mark));
  g_assert_cmpint (mark.mark, ==, LINE_MARK_SECTION_START);
  g_assert_true (mark.outside);
  g_assert_cmpmem (mark.fields.key, mark.fields.key_length, "a", 1);
  g_assert_true (ci_format_read_mark (mine, "<< x", 4, &mark));
  g_assert_cmpint (mark.mark, ==, LINE_MARK_SECTION_END);
  g_assert_cmpmem (mark.fields.name, mark.fields.name_length, "x", 1);
  g_assert_false (ci_format_read_mark (mine, "<x", 2, &mark));

  name = ci_format_make_name (mine, " a  |'b|n|0x00e4|0x202e:c: ", 26);
  g_assert_cmpstr (name, ==, "a 'b ä\xef\xbf\xbd:c:");
  no_number = ci_format_make_name (mine, "|0x\xc3\xa4\xc3\xa4" "e4|\xc3\xa4|", 13);
  g_assert_cmpstr (no_number, ==, "0xääe4ä|");
  hidden = ci_format_make_name (mine, "a|0x3164|0x115f|0x034fb", 23);
  g_assert_cmpstr (hidden, ==, "a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" "b");
}

static void
test_names (void)
{
  g_autoptr (CiFormats) formats = ci_formats_load (NULL);
  const CiFormat *buildkite = find (formats, "buildkite");
  g_autofree char *letters = g_strnfill (511, 'x');
  g_autofree char *text = g_strconcat (letters, "äx", NULL);
  g_autofree char *plain = ci_format_make_name (buildkite, ":docker: Build  :rocket:", 24);
  g_autofree char *emoji = ci_format_make_name (buildkite, " :docker: ", 10);
  g_autofree char *cut = ci_format_make_name (buildkite, text, strlen (text));

  g_assert_cmpstr (plain, ==, "Build");
  g_assert_cmpstr (emoji, ==, ":docker:");
  g_assert_cmpstr (cut, ==, letters);
}

static void
test_lines (void)
{
  g_autoptr (CiFormats) formats = NULL;
  g_autoptr (GString) start = g_string_new ("old");
  const CiFormat *mine;
  gsize length;

  write_users_file ("mine.yml", users_file);
  formats = ci_formats_load (NULL);
  mine = find (formats, "mine");

  g_assert_true (ci_format_drops (mine, "((x", 3));
  g_assert_false (ci_format_drops (mine, "(x", 2));
  g_assert_true (ci_format_replace (mine, "E!x", 3, start, &length));
  g_assert_cmpstr (start->str, ==, "Error: ");
  g_assert_cmpuint (length, ==, 2);
  g_assert_true (ci_format_replace (mine, "m='a|'b' id='1']", 16, start, &length));
  g_assert_cmpstr (start->str, ==, "<a'b>");
  g_assert_cmpuint (length, ==, 16);
  g_assert_false (ci_format_replace (mine, "E", 1, start, &length));
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
    "stamps: ['* ']\n",
    "stamps:\n  - { form: 'hh:mm:ss ', time: no }\n",
    "sections:\n  begin: x\n",
    "replace:\n  - { form: a, to: b }\n",
    "replace:\n  - { to: b }\n",
    "replace:\n  - { from: '{name}', to: b }\n",
    "drop: ['']\n",
    "sections:\n  start: ['{name}x']\n",
    "sections:\n  end: ['x{name}{*}']\n",
    "sections:\n  end: [{ a: b }]\n",
    "conceal: ['']\n",
    ("stamps-after: ['01234567890123456789012345678901234567890123456789"
     "012345678901234567890123456789012345678901234567890']\n"),
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
  g_test_add_func ("/ci-format/recognised", test_recognised);
  g_test_add_func ("/ci-format/users-format", test_users_format);
  g_test_add_func ("/ci-format/marks", test_marks);
  g_test_add_func ("/ci-format/names", test_names);
  g_test_add_func ("/ci-format/lines", test_lines);
  g_test_add_func ("/ci-format/broken-files", test_broken_files);

  return g_test_run ();
}
