/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "rules-check.h"

static guint
check (const char *text,
       GPtrArray  *problems)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "own.yml", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DataFile) file = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  file = data_file_load (path, &error);
  g_assert_no_error (error);

  return rules_check_file (file, problems);
}

static const struct {
  const char *text;
  const char *problem;    /* or NULL: there is none */
} cases[] = {
  { "lines:\n  - { is: failure, starts: ['not ok '], matches: '^not ok (?<test>.+)$' }\n", NULL },
  { "lines:\n  - { is: failure, starts: ['E '], matches: '^E (?<message>.+)$' }\n", NULL },
  { "lines:\n  - { is: failure, has: ['●'], matches: '^ *● (?<test>.+)$' }\n", NULL },
  { "lines:\n  - { is: failure, has: [') '], matches: '^\\d+\\) (?<test>.+)$' }\n",
    "own.yml:2: “) ” stands in too many lines" },
  { "lines:\n  - { is: failure, has: aaaa, matches: '^(a+)+(?<test>b)$' }\n",
    "own.yml:2: “matches” takes very long on some lines" },
  { "lines:\n  - { is: failure, has: made, matches: '(?<test>made)', until: '^(\\s*\\w+\\s*)*;$' }\n",
    "own.yml:2: “until” takes very long on some lines" },
  { "lines:\n  - { is: failure, has: made, matches: '(?<test>made)', unless: '^(\\s*\\w+\\s*)*;$' }\n",
    "own.yml:2: “unless” takes very long on some lines" },
  { "lines:\n  - { is: failure, has: made, matches: '(?<test>made)', details: ['^x$', '^(a|aa)+$'] }\n",
    "own.yml:2: “details” takes very long on some lines" },
  { "lines:\n  - { is: failure, starts: 'BUILD FAILED' }\n",
    "own.yml:2: a report of a failure names neither a test nor a message" },
  { "lines:\n  - { is: failure, weight: echo, starts: 'BUILD FAILED' }\n", NULL },
  { "name: own\ngeneral: maybe\nlines:\n  - { is: chapter, has: long }\n", "own.yml:2: “general” is either true or false" },
  { "lines:\n  - { is: chapter, has: long, fatal: maybe }\n", "own.yml:2: “fatal” is either true or false" },
  { "lines:\n  - { is: failure, has: made, matches: '(?<test>made)', details: [{ matches: a, weak: maybe }] }\n",
    "own.yml:2: “weak” is either true or false" },
  { "lines:\n  - { is: chapter, has: long }\nlanes: [{ matches: '^a', announced: maybe }]\n",
    "own.yml:3: “announced” is either true or false" },
  { "name: own\n", "own.yml:1: no rules in it" },
  { "- a\n", "own.yml:1: no rules in it" },
  { "lines: []\nnoise: '('\n", "own.yml:1: no rules in it" },
  { "lines:\n  - { is: chapter, has: long }\ncolour: red\n", "own.yml:3: unknown key “colour”" },
};

static void
test_problems (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

    check (cases[i].text, problems);
    g_test_message ("%s", problems->len > 0 ? (char *) g_ptr_array_index (problems, 0) : "");
    g_assert_cmpint (problems->len > 0, ==, cases[i].problem != NULL);
    if (cases[i].problem != NULL)
      g_assert_true (g_str_has_prefix (g_ptr_array_index (problems, 0), cases[i].problem));
  }
}

/* All of them at once, and what is good counts. */
static void
test_all_problems_in_order (void)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  guint n = check ("lines:\n"
                   "  - { is: failure, has: ok, matches: '(?<test>ok)' }\n"
                   "  - { is: nonsense, has: long }\n"
                   "  - { is: failure, has: aaaa, matches: '^(a+)+(?<test>b)$' }\n"
                   "  - { is: chapter, has: long, matches: '(' }\n"
                   "noise: '['\n", problems);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (problems->len, ==, 5);
  for (guint i = 0; i < problems->len; i++) {
    g_autofree char *place = g_strdup_printf ("own.yml:%u: ", i + 2);

    g_assert_true (g_str_has_prefix (g_ptr_array_index (problems, i), place));
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules-check/problems", test_problems);
  g_test_add_func ("/rules-check/all-problems-in-order", test_all_problems_in_order);

  return g_test_run ();
}
