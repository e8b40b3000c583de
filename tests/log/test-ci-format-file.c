/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ci-format-private.h"

/* What the file own.yml with TEXT is as a format. */
static CiFormat *
read_format (const char  *text,
             GError     **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ci-format-XXXXXX", &problem);
  g_autofree char *path = g_build_filename (folder, "own.yml", NULL);
  g_autoptr (DataFile) file = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, &problem));
  file = data_file_load (path, &problem);
  g_assert_no_error (problem);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);

  return ci_format_new (file, error);
}

static void
test_whole (void)
{
  static const struct { LineMark mark; gboolean outside; } expected[] = {
    { LINE_MARK_SECTION_START, FALSE }, { LINE_MARK_SECTION_START_OPEN, FALSE },
    { LINE_MARK_SECTION_START, TRUE }, { LINE_MARK_SECTION_END, FALSE },
    { LINE_MARK_SECTION_OPEN, FALSE },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CiFormat) format =
    read_format ("recognise: { commands: ['own;'], lines: ['Own CI', 'own: '], stamps: false }\n"
                 "time: { command: 'own;t=', step: 'own;dt=' }\n"
                 "stamps: ['hh:mm:ss ', { form: '[hh:mm:ss] ', joins: true }]\n"
                 "stamps-after: ['own> ']\n"
                 "sections: { open: ['^ '], end: ['< '], start-outside: ['* '],\n"
                 "            start-open: ['+ {name}'], start: ['> {name}'], hidden: true, emoji: true,\n"
                 "            escape: '%' }\n"
                 "conceal: ['own;']\n"
                 "drop: ['noise ']\n"
                 "replace: [{ from: 'own:error ', to: 'Error: ' }, { from: 'own:gone ' }]\n",
                 &error);

  g_assert_no_error (error);
  g_assert_cmpstr (format->name, ==, "own");
  g_assert_cmpuint (g_strv_length (format->commands), ==, 1);
  g_assert_cmpuint (g_strv_length (format->lines), ==, 2);
  g_assert_cmpstr (format->lines[1], ==, "own: ");
  g_assert_false (format->stamps_tell);
  g_assert_cmpstr (format->time_command, ==, "own;t=");
  g_assert_cmpstr (format->time_step, ==, "own;dt=");
  g_assert_cmpuint (format->stamps->len, ==, 2);
  g_assert_false (g_array_index (format->joining, gboolean, 0));
  g_assert_true (g_array_index (format->joining, gboolean, 1));
  g_assert_cmpstr (format->stamps_after[0], ==, "own> ");
  g_assert_true (format->hides_marks && format->has_emoji);
  g_assert_cmpint (format->escape, ==, '%');
  g_assert_cmpstr (format->concealed[0], ==, "own;");
  g_assert_cmpuint (format->drops->len, ==, 1);

  g_assert_cmpuint (format->marks->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < format->marks->len; i++) {
    const CiMarkPattern *mark = g_ptr_array_index (format->marks, i);

    g_assert_cmpint (mark->mark, ==, expected[i].mark);
    g_assert_cmpint (mark->outside, ==, expected[i].outside);
  }
  g_assert_cmpuint (format->replacements->len, ==, 2);
  g_assert_cmpstr (((CiReplacement *) g_ptr_array_index (format->replacements, 0))->to, ==, "Error: ");
  g_assert_cmpstr (((CiReplacement *) g_ptr_array_index (format->replacements, 1))->to, ==, "");
}

/* Only lines that start like one of its patterns have to be looked at. */
static void
test_starts (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CiFormat) format =
    read_format ("sections: { start: ['> '], end: ['<{key}'] }\ndrop: [noise]\n"
                 "replace: [{ from: 'Old ', to: 'New ' }]\n", &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (format->known_starts); i++)
    n += format->known_starts[i] != 0;
  g_assert_cmpuint (n, ==, 4);
  for (const char *start = "><nO"; *start != '\0'; start++)
    g_assert_true (format->known_starts[(guchar) *start]);
}

static void
test_least (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CiFormat) format = read_format ("name: own\n", &error);

  g_assert_no_error (error);
  g_assert_true (format->stamps_tell);
  g_assert_null (format->time_command);
  g_assert_null (format->time_step);
  g_assert_cmpuint (g_strv_length (format->commands), ==, 0);
  g_assert_cmpuint (format->stamps->len, ==, 0);
  g_assert_cmpuint (format->marks->len, ==, 0);
  g_assert_false (format->hides_marks || format->has_emoji);
  g_assert_cmpint (format->escape, ==, '\0');
}

/* Each mistake is told with the line that it stands in. */
static void
test_broken (void)
{
  static const struct { const char *text; const char *message; } mistakes[] = {
    { "name: own\ncolour: red\n", "own.yml:2: " },
    { "recognise:\n  words: [a]\n", "own.yml:2: " },
    { "recognise:\n  lines: ['']\n", "own.yml:2: “lines” needs words" },
    { "time:\n  stamp: a\n", "own.yml:2: " },
    { "stamps:\n  - 'hh:mm '\n", "own.yml:2: a stamp needs hh, mm and ss" },
    { "stamps:\n  - { form: 'hh:mm:ss ', colour: red }\n", "own.yml:2: " },
    { "sections:\n  start: ['{name}']\n", "own.yml:2: “start” needs words at its start" },
    { "sections:\n  start: ['> ']\n  colour: red\n", "own.yml:3: " },
    { "drop:\n  - ''\n", "own.yml:2: “drop” needs words at its start" },
    { "replace:\n  - { to: x }\n", "own.yml:2: “from” needs words at its start" },
    { "replace:\n  - { from: x, into: y }\n", "own.yml:2: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (read_format (mistakes[i].text, &error));
    g_assert_nonnull (error);
    g_test_message ("%s", error->message);
    g_assert_nonnull (strstr (error->message, mistakes[i].message));
  }
}

/* What stands before a stamp is short: each line is looked at for it. */
static void
test_long (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = g_strnfill (CI_MAX_LINE_END + 1, 'x');
  g_autofree char *text = g_strdup_printf ("name: own\nstamps-after: [%s]\n", words);

  g_assert_null (read_format (text, &error));
  g_assert_nonnull (strstr (error->message, "own.yml:2: “stamps-after” is too long"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/log/ci-format-file/whole", test_whole);
  g_test_add_func ("/log/ci-format-file/starts", test_starts);
  g_test_add_func ("/log/ci-format-file/least", test_least);
  g_test_add_func ("/log/ci-format-file/broken", test_broken);
  g_test_add_func ("/log/ci-format-file/long", test_long);

  return g_test_run ();
}
