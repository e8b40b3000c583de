/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "rule.h"

/* The file NAME with TEXT. */
static DataFile *
load_named (const char *name,
            const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("line-rule-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  DataFile *file;

  g_assert_true (g_file_set_contents (path, text, -1, &error));
  file = data_file_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);

  return file;
}

static DataFile *
load (const char *text)
{
  return load_named ("own.yml", text);
}

/* The rule that FILE's root is. */
static LineRule *
read_rule (Runner    *runner,
           DataFile  *file,
           GError   **error)
{
  return line_rule_new (runner, file, data_file_get_root (file), error);
}

static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DataFile) nobody = load ("name: nobody\n");
  g_autoptr (Runner) runner = runner_new (nobody, NULL);
  g_autoptr (DataFile) file =
    load ("is: failure\nin: [failures, errors]\nstarts: 'BAD '\nhas: [worse, worst]\n"
          "matches: '^BAD (?<test>\\w+)'\nkind: crash\nweight: error\nabove: '^a'\nbelow: '^b'\n"
          "until: '^u'\nthrough: '^t'\nnames: '^n'\nlines: 7\nsince: begin\nfatal: true\n"
          "details: ['^d', { kind: timeout, matches: '^late' }]\n");
  g_autoptr (LineRule) rule = read_rule (runner, file, &error);
  const Detail *details[2];
  const RuleLiteral *literal;

  g_assert_no_error (error);
  g_assert_true (rule->runner == runner);
  g_assert_cmpint (rule->is, ==, LINE_IS_FAILURE);
  g_assert_cmpuint (rule->chapters, ==, (1u << CHAPTER_FAILURES) | (1u << CHAPTER_ERRORS));
  g_assert_cmpint (rule->kind, ==, FAILURE_CRASH);
  g_assert_cmpint (rule->weight, ==, WEIGHT_ERROR);
  g_assert_true (rule->pattern != NULL && rule->above != NULL && rule->below != NULL &&
                 rule->until != NULL && rule->through != NULL && rule->names != NULL);
  g_assert_cmpuint (rule->n_lines, ==, 7);
  g_assert_true (rule->since == SINCE_BEGIN);
  g_assert_true (rule->fatal);
  g_assert_cmpstr (rule->source, ==, "own.yml:1");

  g_assert_cmpuint (rule->details->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    details[i] = g_ptr_array_index (rule->details, i);
  g_assert_false (details[0]->has_kind);
  g_assert_true (details[1]->has_kind);
  g_assert_cmpint (details[1]->kind, ==, FAILURE_TIMEOUT);

  g_assert_cmpuint (runner->literals->len, ==, 3);
  literal = g_ptr_array_index (runner->literals, 0);
  g_assert_cmpstr (literal->text, ==, "BAD ");
  g_assert_cmpint (literal->place, ==, LITERAL_AT_START);
  literal = g_ptr_array_index (runner->literals, 2);
  g_assert_cmpstr (literal->text, ==, "worst");
  g_assert_cmpint (literal->place, ==, LITERAL_ANYWHERE);
  g_assert_cmpuint (literal->line, ==, 0);
}

/* Messages name the file as it is called. */
static void
test_source (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DataFile) file = load_named ("own.json", "\n{ \"is\": \"failure\", \"starts\": \"BAD \" }\n");
  g_autoptr (Runner) runner = runner_new (file, NULL);
  g_autoptr (LineRule) rule = read_rule (runner, file, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (rule->source, ==, "own.json:2");
}

/* What a rule does not say. */
static void
test_least (void)
{
  static const struct { const char *is; FailureKind kind; } rules[] = {
    { "failure", FAILURE_FAILED }, { "item", FAILURE_FAILED }, { "exit", FAILURE_EXIT },
    { "failed", FAILURE_EXIT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *text = g_strdup_printf ("is: %s\nstarts: BAD\n", rules[i].is);
    g_autoptr (DataFile) file = load (text);
    g_autoptr (Runner) runner = runner_new (file, NULL);
    g_autoptr (LineRule) rule = read_rule (runner, file, &error);

    g_assert_no_error (error);
    g_assert_cmpint (rule->kind, ==, rules[i].kind);
    g_assert_cmpint (rule->weight, ==, WEIGHT_REPORT);
    g_assert_cmpuint (rule->chapters, ==, 0);
    g_assert_cmpuint (rule->n_lines, ==, 40);
    g_assert_cmpuint (rule->details->len, ==, 0);
    g_assert_true (rule->pattern == NULL && rule->above == NULL && rule->below == NULL &&
                   rule->until == NULL && rule->through == NULL && rule->names == NULL);
    g_assert_false (rule->since == SINCE_BEGIN || rule->fatal);
  }
}

/* Each mistake is told with the line that it stands in. */
static void
test_broken (void)
{
  static const struct { const char *text; const char *message; } mistakes[] = {
    { "starts: BAD\n", "own.yml:1: a line needs “is”" },
    { "is: failure\n", "own.yml:1: a line needs “starts”, “ends”, “has” or “first-word”" },
    { "is: failing\nhas: BAD\n", "own.yml:1: “failing” is none of: session, " },
    { "is: failure\nhas: ['']\n", "own.yml:2: words are missing" },
    { "is: failure\nhas: BAD\nin: [nowhere]\n", "own.yml:3: “nowhere” is none of: none, " },
    { "is: failure\nhas: BAD\nkind: odd\n", "own.yml:3: no such kind of failure" },
    { "is: failure\nhas: BAD\nweight: heavy\n", "own.yml:3: “heavy” is none of: echo, " },
    { "is: failure\nhas: BAD\nlines: 2000\n", "own.yml:3: “lines” is a number from 0 to 1000" },
    { "is: failure\nhas: BAD\nlines-above: 32\n", "own.yml:3: “lines-above” is a number from 0 to 31" },
    { "is: failure\nhas: BAD\nmatches: '('\n", "own.yml:3: the regular expression is wrong: " },
    { "is: failure\nhas: BAD\nbelow: []\n", "own.yml:3: a regular expression is missing" },
    { "is: failure\nhas: BAD\ndetails: [{ matches: a, colour: red }]\n", "own.yml:3: " },
    { "is: failure\nhas: BAD\ncolour: red\n", "own.yml:3: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (DataFile) file = load (mistakes[i].text);
    g_autoptr (DataFile) nobody = load ("name: nobody\n");
    g_autoptr (Runner) runner = runner_new (nobody, NULL);

    g_assert_null (read_rule (runner, file, &error));
    g_assert_nonnull (error);
    g_test_message ("%s", error->message);
    g_assert_nonnull (strstr (error->message, mistakes[i].message));
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/line-rule/whole", test_whole);
  g_test_add_func ("/failures/line-rule/source", test_source);
  g_test_add_func ("/failures/line-rule/least", test_least);
  g_test_add_func ("/failures/line-rule/broken", test_broken);

  return g_test_run ();
}
