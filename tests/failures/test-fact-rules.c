/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "fact-rules.h"

/* The rules with a file of the user's, own.yml, that holds TEXT. */
static FactRules *
load (const char *text,
      GPtrArray  *warnings)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "culprit", "ci", NULL);
  g_autofree char *path = g_build_filename (folder, "own.yml", NULL);
  FactRules *rules;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  rules = fact_rules_load (warnings);
  g_assert_cmpint (g_unlink (path), ==, 0);

  return rules;
}

/* Number of the CI NAME, or -1. */
static int
find_format (FactRules  *rules,
             const char *name)
{
  for (guint i = 0; i < rules->formats->len; i++)
    if (g_str_equal (((FactFormat *) g_ptr_array_index (rules->formats, i))->name, name))
      return i;

  return -1;
}

static void
collect (guint    id,
         gsize    end,
         gpointer user_data)
{
  g_array_append_val (user_data, id);
}

/* The rule whose words TEXT has; there is one. */
static const FactRule *
scan (FactRules  *rules,
      const char *text)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint));

  literals_scan (rules->literals, text, strlen (text), collect, ids);
  g_assert_cmpuint (ids->len, ==, 1);

  return g_ptr_array_index (rules->rules, g_array_index (ids, guint, 0));
}

static void
check_group (const Pattern *pattern,
             const char    *text,
             const char    *group,
             const char    *expected)
{
  g_autoptr (PatternMatch) match = pattern_match_new ();
  g_autofree char *found = NULL;

  g_assert_nonnull (pattern);
  g_assert_cmpint (pattern_find (pattern, match, text, strlen (text)), ==, PATTERN_MATCH);
  found = pattern_match_dup_group (pattern, match, group, 100);
  g_assert_cmpstr (found, ==, expected);
}

static const char own[] =
  "name: own\n"
  "facts:\n"
  "  variables:\n"
  "    job: OWN_TITLE\n"
  "    commit: [OWN_SHA, OWN_REVISION]\n"
  "  lines:\n"
  "    - has: ['at last ', 'in the end ']\n"
  "      matches: '(?<commit>[0-9a-f]+)$'\n"
  "    - keep: last\n"
  "      has: 'runs: '\n"
  "      matches: '^runs: (?<command>.+)$'\n"
  "  urls: ['https://ci.example/{build}/{job_id}', 'https://ci.example/{build}']\n"
  "file_name: ['^own-(?<build>\\d+)']\n";

static void
test_format (void)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (FactRules) rules = load (own, warnings);
  const FactFormat *format;
  int index = find_format (rules, "own");

  g_assert_cmpuint (warnings->len, ==, 0);
  g_assert_cmpint (index, >=, 0);
  format = g_ptr_array_index (rules->formats, index);
  g_assert_cmpuint (g_strv_length (format->urls), ==, 2);
  g_assert_cmpstr (format->urls[0], ==, "https://ci.example/{build}/{job_id}");
  g_assert_cmpstr (format->urls[1], ==, "https://ci.example/{build}");
  g_assert_cmpuint (format->file_names->len, ==, 1);
  check_group (g_ptr_array_index (format->file_names, 0), "own-12.log", "build", "12");
}

/* Each rule is found by its words, after those of the CIs that ship. */
static void
test_rules (void)
{
  static const struct {
    const char *text;
    const char *variable;
    Fact        fact;
    guint       rank;
  } variables[] = {
    { "OWN_TITLE=x", "OWN_TITLE", FACT_JOB, 0 },
    { "OWN_SHA=x", "OWN_SHA", FACT_COMMIT, 1 },
    { "OWN_REVISION=x", "OWN_REVISION", FACT_COMMIT, 2 },
  };
  g_autoptr (FactRules) rules = load (own, NULL);
  guint format = find_format (rules, "own");
  const FactRule *rule;

  for (guint i = 0; i < G_N_ELEMENTS (variables); i++) {
    rule = scan (rules, variables[i].text);
    g_assert_cmpstr (rule->variable, ==, variables[i].variable);
    g_assert_null (rule->pattern);
    g_assert_cmpint (rule->fact, ==, variables[i].fact);
    g_assert_cmpuint (rule->rank, ==, variables[i].rank);
    g_assert_cmpuint (rule->format, ==, format);
  }

  rule = scan (rules, "at last ab12");
  g_assert_true (rule == scan (rules, "in the end ab12"));
  g_assert_null (rule->variable);
  g_assert_false (rule->keep_last);
  g_assert_cmpuint (rule->rank, ==, 3);
  check_group (rule->pattern, "at last ab12", "commit", "ab12");

  rule = scan (rules, "runs: make");
  g_assert_true (rule->keep_last);
  g_assert_cmpuint (rule->rank, ==, 4);
  check_group (rule->pattern, "runs: make", "command", "make");
}

/* A CI of which nothing is told is one of which nothing is known, and no mistake. */
static void
test_none (void)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (FactRules) shipped = fact_rules_load (warnings);
  g_autoptr (FactRules) rules = load ("drop: [x]\n", warnings);
  const FactFormat *format;
  int index = find_format (rules, "own");

  g_assert_cmpuint (warnings->len, ==, 0);
  g_assert_cmpint (index, >=, 0);
  format = g_ptr_array_index (rules->formats, index);
  g_assert_cmpuint (g_strv_length (format->urls), ==, 0);
  g_assert_cmpuint (format->file_names->len, ==, 0);
  g_assert_cmpuint (rules->rules->len, ==, shipped->rules->len);
  g_assert_cmpint (find_format (shipped, "buildkite"), >=, 0);
  g_assert_cmpuint (shipped->rules->len, >, 0);
}

static void
test_names (void)
{
  static const char * const names[] = {
    "job", "commit", "branch", "repository", "organization", "pipeline", "build", "pull_request",
    "command", "job_id",
  };

  g_assert_cmpuint (G_N_ELEMENTS (names), ==, N_FACTS);
  for (guint i = 0; i < N_FACTS; i++)
    g_assert_cmpstr (fact_get_name (i), ==, names[i]);
}

/* A broken file costs itself only, and the message says where and why. */
static void
test_broken (void)
{
  static const struct { const char *text; const char *place; const char *word; } broken[] = {
    { "facts:\n  colours: [red]\n", "own.yml:2: ", "“colours”" },
    { "facts:\n  variables:\n    job: A\n    weather: B\n", "own.yml:4: ", "“weather”" },
    { "facts:\n  variables:\n    job: ['']\n", "own.yml:3: ", "variable" },
    { "facts:\n  variables:\n    job: [[A]]\n", "own.yml:3: ", "variable" },
    { "facts:\n  lines:\n    - matches: x\n", "own.yml:3: ", "“has”" },
    { "facts:\n  lines:\n    - has: x\n      matches: '('\n", "own.yml:4: ", "parenthesis" },
    { "facts:\n  lines:\n    - has: x\n", "own.yml:3: ", "regular expression" },
    { "facts:\n  lines:\n    - has: x\n      matches: x\n      colour: red\n", "own.yml:5: ",
      "“colour”" },
    { "facts:\n  lines:\n    - has: ['']\n      matches: x\n", "own.yml:3: ", "words" },
    { "facts:\n  lines:\n    - has: x\n      matches: x\n      keep: both\n", "own.yml:5: ",
      "“both”" },
    { "facts:\n  urls: [[x]]\n", "own.yml:2: ", "address" },
    { "file_name:\n  - good\n  - '['\n", "own.yml:3: ", "regular expression" },
  };
  g_autoptr (FactRules) shipped = fact_rules_load (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++) {
    g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (FactRules) rules = load (broken[i].text, warnings);
    g_autoptr (FactRules) quiet = load (broken[i].text, NULL);
    const char *warning;

    g_test_message ("%s", broken[i].text);
    g_assert_cmpuint (warnings->len, ==, 1);
    warning = g_ptr_array_index (warnings, 0);
    g_test_message ("%s", warning);
    g_assert_true (g_str_has_prefix (warning, broken[i].place));
    g_assert_nonnull (strstr (warning, broken[i].word));
    g_assert_cmpint (find_format (rules, "own"), ==, -1);
    g_assert_cmpuint (rules->rules->len, ==, shipped->rules->len);
    g_assert_cmpuint (quiet->rules->len, ==, shipped->rules->len);
  }
}

/* Of a file that is no YAML ci_formats_load() warns: it is left out here, once is enough. */
static void
test_syntax (void)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (FactRules) rules = load ("facts: [\n", warnings);

  g_assert_cmpuint (warnings->len, ==, 0);
  g_assert_cmpint (find_format (rules, "own"), ==, -1);
  g_assert_cmpint (find_format (rules, "buildkite"), >=, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/failures/fact-rules/format", test_format);
  g_test_add_func ("/failures/fact-rules/rules", test_rules);
  g_test_add_func ("/failures/fact-rules/none", test_none);
  g_test_add_func ("/failures/fact-rules/names", test_names);
  g_test_add_func ("/failures/fact-rules/broken", test_broken);
  g_test_add_func ("/failures/fact-rules/syntax", test_syntax);

  return g_test_run ();
}
