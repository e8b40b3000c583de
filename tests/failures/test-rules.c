/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "lines.h"

static char *
write_rules (const char *name,
             const char *text)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "culprit", "rules", NULL);
  char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return path;
}

static Rules *
load (const char *name,
      const char *text,
      GPtrArray  *warnings)
{
  g_autofree char *path = write_rules (name, text);
  Rules *rules = rules_load (warnings);

  g_assert_cmpint (g_unlink (path), ==, 0);

  return rules;
}

static void
test_shipped (void)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Rules) rules = rules_load (warnings);

  for (guint i = 0; i < warnings->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (warnings, i));
  g_assert_cmpuint (warnings->len, ==, 0);
  g_assert_nonnull (rules);
}

/* A runner that nobody has heard of is a file. */
static void
test_own (void)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Rules) rules = load ("own.yml",
                                  "name: own\n"
                                  "lines:\n"
                                  "  - is: item\n"
                                  "    kind: lint\n"
                                  "    starts: ['LINT ']\n"
                                  "    matches: '^LINT (?<test>\\S+): (?<message>.*)$'\n",
                                  warnings);
  g_autoptr (Findings) findings = find_in_rules (rules, "LINT a.c: too long\nLINT\n", TRUE);

  g_assert_cmpuint (warnings->len, ==, 0);
  g_assert_cmpuint (findings->failures->len, ==, 1);
  check_failure (findings, 0, "lint", "a.c", "", "too long");
  g_assert_cmpstr (get_failure (findings, 0)->runner, ==, "own");
}

/* A broken file costs itself only, and the message says where. */
static void
test_broken (void)
{
  static const char * const broken[] = {
    "name: own\nlines:\n  - is: whatever\n    has: [x]\n",
    "name: own\nlines:\n  - is: item\n    matches: x\n",
    "name: own\nlines:\n  - is: item\n    has: [x]\n    matches: '('\n",
    "name: own\nlines:\n  - is: item\n    has: [x]\n    colour: red\n",
    "name: own\nlines:\n  - is: item\n    has: ['']\n",
    "name: own\nlines:\n  - is: item\n    has: [x]\n    in: [nowhere]\n",
    "name: own\nlines:\n  - is: item\n    has: [x]\n    kind: unlucky\n",
    "name: own\nstatuses:\n  crash: [many]\n",
    "name: own\noutcomes:\n  failed: [[x]]\n",
    "name: own\nechoes: ['(']\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++) {
    g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (Rules) rules = load ("own.yml", broken[i], warnings);
    g_autoptr (Findings) findings = find_in_rules (rules, "FAILED a.py::b - assert 0\n", TRUE);

    g_assert_cmpuint (warnings->len, ==, 1);
    g_test_message ("%s", (const char *) g_ptr_array_index (warnings, 0));
    g_assert_true (g_str_has_prefix (g_ptr_array_index (warnings, 0), "own.yml:"));
    g_assert_cmpuint (findings->failures->len, ==, 1);
  }
}

/* A broken rule costs itself only, its words included. */
static void
test_broken_rule (void)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Rules) rules = load ("own.yml",
                                  "name: own\n"
                                  "noise: '('\n"
                                  "lines:\n"
                                  "  - { is: item, has: 'other ', matches: '^other (?<test>.*)$' }\n"
                                  "  - { is: item, starts: ['LINT '], colour: red }\n"
                                  "  - { is: item, starts: ['STYLE '], matches: '^STYLE (?<test>.*)$' }\n",
                                  warnings);
  g_autoptr (Findings) findings = find_in_rules (rules, "LINT a.c\nSTYLE b.c\n", TRUE);

  g_assert_cmpuint (warnings->len, ==, 2);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (warnings, 0), "own.yml:2: "));
  g_assert_true (g_str_has_prefix (g_ptr_array_index (warnings, 1), "own.yml:5: "));
  g_assert_cmpuint (findings->failures->len, ==, 1);
  check_failure (findings, 0, "failed", "b.c", "", "");
}

/* A slow rule is left out of the rest of the log, and the others go on. */
static void
test_slow (void)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Rules) rules = load ("own.yml",
                                  "name: own\n"
                                  "lines:\n"
                                  "  - is: item\n"
                                  "    has: [aaaa]\n"
                                  "    matches: '^(a+)+$'\n",
                                  warnings);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Findings) findings = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\n");
  g_string_append (text, "FAILED a.py::b - assert 0\n");
  findings = find_in_rules (rules, text->str, TRUE);
  g_assert_cmpuint (findings->failures->len, ==, 1);
  g_assert_cmpuint (findings->warnings->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (findings->warnings, 0), "own.yml:3"));
}

/* The user's folder; each test empties it. */
static void
remove_folder (const char *folder)
{
  g_autofree char *culprit = g_build_filename (folder, "culprit", NULL);
  g_autofree char *rules = g_build_filename (culprit, "rules", NULL);

  g_assert_cmpint (g_rmdir (rules), ==, 0);
  g_assert_cmpint (g_rmdir (culprit), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("rules-XXXXXX", NULL);
  int status;

  g_assert_true (g_setenv ("XDG_CONFIG_HOME", folder, TRUE));
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/rules/shipped", test_shipped);
  g_test_add_func ("/failures/rules/own", test_own);
  g_test_add_func ("/failures/rules/broken", test_broken);
  g_test_add_func ("/failures/rules/broken-rule", test_broken_rule);
  g_test_add_func ("/failures/rules/slow", test_slow);

  status = g_test_run ();
  remove_folder (folder);

  return status;
}
