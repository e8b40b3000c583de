/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "rule.h"

/* What the file own.yml with TEXT is as a runner. */
static Runner *
read_runner (const char  *text,
             GError     **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *folder = g_dir_make_tmp ("rule-XXXXXX", &problem);
  g_autofree char *path = NULL;
  g_autoptr (DataFile) file = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Runner) runner = NULL;

  g_assert_no_error (problem);
  path = g_build_filename (folder, "own.yml", NULL);
  g_assert_true (g_file_set_contents (path, text, -1, &problem));
  file = data_file_load (path, &problem);
  g_assert_no_error (problem);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);

  runner = runner_new (file, problems);
  if (problems->len == 0)
    return g_steal_pointer (&runner);

  g_assert_cmpuint (problems->len, ==, 1);
  g_set_error_literal (error, DATA_ERROR, DATA_ERROR_VALUE,
                       g_ptr_array_index (problems, 0));

  return NULL;
}

static const LineRule *
get_line (Runner *runner,
          guint   index)
{
  g_assert_cmpuint (index, <, runner->lines->len);

  return g_ptr_array_index (runner->lines, index);
}

static void
check_match (const Pattern *pattern,
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

static void
test_members (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Runner) runner =
    read_runner ("name: checker\n"
                 "heading: { after: '::', join: '.' }\n"
                 "exception: '^(?<exception>\\w+):'\n"
                 "counts: '(?<count>\\d+) bad'\n"
                 "outcomes: { failed: [BAD, WORSE], passed: GOOD, other: [SKIP] }\n"
                 "statuses: { crash: [139, 134], infra: -1 }\n"
                 "prefix: '^(?<process>\\w+)> '\n"
                 "noise: '!+$'\n"
                 "echoes: [died, '^lost$']\nlasting: [gone]\n",
                 &error);

  g_assert_no_error (error);
  g_assert_cmpstr (runner->name, ==, "checker");
  g_assert_cmpstr (runner->heading_after, ==, "::");
  g_assert_cmpstr (runner->heading_join, ==, ".");
  check_match (runner->exception, "OSError: words", "exception", "OSError");
  check_match (runner->counts, "3 bad", "count", "3");
  check_match (runner->prefix, "one> words", "process", "one");
  check_match (runner->noise, "words!!", "", "");
  g_assert_cmpuint (runner->lasting->len, ==, 1);
  g_assert_cmpuint (runner->echoes->len, ==, 2);
  check_match (g_ptr_array_index (runner->echoes, 1), "lost", "", "");
  g_assert_cmpuint (runner->lines->len, ==, 0);
}

/* Words and numbers that the file does not list are of no kind. */
static void
test_words (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Runner) runner =
    read_runner ("outcomes: { failed: [BAD, WORSE], passed: GOOD, other: [SKIP] }\n"
                 "statuses: { crash: [139, 134], infra: -1 }\n",
                 &error);
  static const struct { const char *word; Outcome outcome; } words[] = {
    { "BAD", OUTCOME_FAILED }, { "WORSE", OUTCOME_FAILED }, { "GOOD", OUTCOME_PASSED },
    { "SKIP", OUTCOME_OTHER }, { "bad", OUTCOME_UNKNOWN },
  };
  static const struct { int status; FailureKind kind; } statuses[] = {
    { 139, FAILURE_CRASH }, { 134, FAILURE_CRASH }, { -1, FAILURE_INFRA },
  };

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (runner->outcomes, words[i].word)),
                      ==, words[i].outcome);
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (runner->statuses,
                                                             GINT_TO_POINTER (statuses[i].status))),
                      ==, statuses[i].kind);
  g_assert_false (g_hash_table_contains (runner->statuses, GINT_TO_POINTER (1)));
}

/* A file without a name is called as its file is, and needs nothing else. */
static void
test_least (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Runner) runner = read_runner ("lines: []\n", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (runner->name, ==, "own");
  g_assert_null (runner->heading_after);
  g_assert_null (runner->exception);
  g_assert_null (runner->counts);
  g_assert_null (runner->prefix);
  g_assert_null (runner->noise);
  g_assert_cmpuint (runner->echoes->len, ==, 0);
  g_assert_cmpuint (runner->literals->len, ==, 0);
}

static void
test_line (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Runner) runner =
    read_runner ("lines:\n"
                 "  - is: item\n"
                 "    in: [summary, none]\n"
                 "    starts: ['BAD ']\n"
                 "    matches: '^BAD (?<test>.*)$'\n"
                 "    kind: lint\n"
                 "  - { is: chapter, chapter: errors, has: [one, two] }\n"
                 "  - is: trace\n"
                 "    fatal: true\n"
                 "    has: three\n",
                 &error);
  const LineRule *item, *chapter, *trace;

  g_assert_no_error (error);
  g_assert_cmpuint (runner->lines->len, ==, 3);
  item = get_line (runner, 0);
  g_assert_true (item->runner == runner);
  g_assert_cmpint (item->is, ==, LINE_IS_ITEM);
  g_assert_cmphex (item->chapters, ==, 1u << CHAPTER_SUMMARY | 1u << CHAPTER_NONE);
  g_assert_cmpint (item->kind, ==, FAILURE_LINT);
  g_assert_false (item->fatal);
  g_assert_cmpstr (item->source, ==, "own.yml:2");
  check_match (item->pattern, "BAD a b", "test", "a b");

  chapter = get_line (runner, 1);
  g_assert_cmpint (chapter->is, ==, LINE_IS_CHAPTER);
  g_assert_cmpint (chapter->chapter, ==, CHAPTER_ERRORS);
  g_assert_cmphex (chapter->chapters, ==, 0);
  g_assert_cmpint (chapter->kind, ==, FAILURE_FAILED);
  g_assert_null (chapter->pattern);

  trace = get_line (runner, 2);
  g_assert_cmpint (trace->is, ==, LINE_IS_TRACE);
  g_assert_true (trace->fatal);
  g_assert_cmpstr (trace->source, ==, "own.yml:8");
}

/* Each line's words, and whether they count at its start only. */
static void
test_literals (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Runner) runner =
    read_runner ("lines:\n"
                 "  - { is: item, starts: [a, b], has: [c], first-word: [e, 'f#'], ends: [g] }\n"
                 "  - { is: exit, has: d }\n",
                 &error);
  static const struct { const char *text; LiteralPlace place; guint line; } literals[] = {
    { "a", LITERAL_AT_START, 0 }, { "b", LITERAL_AT_START, 0 },
    { "g", LITERAL_AT_END, 0 }, { "c", LITERAL_ANYWHERE, 0 },
    { "e", LITERAL_IN_FIRST_WORD, 0 }, { "f", LITERAL_BEFORE_DIGIT, 0 }, { "d", LITERAL_ANYWHERE, 1 },
  };

  g_assert_no_error (error);
  g_assert_cmpuint (runner->literals->len, ==, G_N_ELEMENTS (literals));
  for (guint i = 0; i < G_N_ELEMENTS (literals); i++) {
    const RuleLiteral *literal = g_ptr_array_index (runner->literals, i);

    g_assert_cmpstr (literal->text, ==, literals[i].text);
    g_assert_cmpint (literal->place, ==, literals[i].place);
    g_assert_cmpuint (literal->line, ==, literals[i].line);
  }
}

/* Every word for what a line is, in the order of LineIs, as rules.h lists them. */
static void
test_is (void)
{
  static const struct { const char *word; LineIs is; } words[] = {
    { "session", LINE_IS_SESSION }, { "chapter", LINE_IS_CHAPTER }, { "totals", LINE_IS_TOTALS },
    { "start", LINE_IS_START }, { "outcome", LINE_IS_OUTCOME }, { "report", LINE_IS_REPORT },
    { "report-end", LINE_IS_REPORT_END }, { "detail", LINE_IS_DETAIL },
    { "location", LINE_IS_LOCATION }, { "item", LINE_IS_ITEM },
    { "summary-end", LINE_IS_SUMMARY_END }, { "crash", LINE_IS_CRASH },
    { "file", LINE_IS_FILE }, { "test-above", LINE_IS_TEST_ABOVE },
    { "test-below", LINE_IS_TEST_BELOW }, { "crash-frame", LINE_IS_CRASH_FRAME },
    { "trace", LINE_IS_TRACE }, { "frame", LINE_IS_FRAME },
    { "chain", LINE_IS_CHAIN }, { "fatal", LINE_IS_FATAL }, { "exception", LINE_IS_EXCEPTION },
    { "failure", LINE_IS_FAILURE }, { "begin", LINE_IS_BEGIN }, { "passed", LINE_IS_PASSED },
    { "nothing", LINE_IS_NOTHING }, { "inner", LINE_IS_INNER }, { "exit", LINE_IS_EXIT }, { "ending", LINE_IS_ENDING },
    { "success", LINE_IS_SUCCESS }, { "failed", LINE_IS_FAILED }, { "finished", LINE_IS_FINISHED }, { "step", LINE_IS_STEP },
    { "retry", LINE_IS_RETRY },
    { "clean-up", LINE_IS_CLEAN_UP },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *text = g_strdup_printf ("lines: [{ is: %s, has: x }]\n", words[i].word);
    g_autoptr (Runner) runner = read_runner (text, &error);

    g_assert_no_error (error);
    g_assert_cmpint (get_line (runner, 0)->is, ==, words[i].is);
  }
}

/* A mistake is refused with its file, its line and what is wrong. */
static void
test_broken (void)
{
  static const struct { const char *text; const char *place; const char *word; } broken[] = {
    { "name: own\ncolour: red\n", "own.yml:2: ", "“colour”" },
    { "lines:\n  - { is: count, has: [x] }\n", "own.yml:2: ", "“counts”" },
    { "counts: x\nlines:\n  - { is: failure, has: [x], count: under }\n", "own.yml:3: ", "“under”" },
    { "heading:\n  before: '::'\n", "own.yml:2: ", "“before”" },
    { "name: own\nexception: '('\n", "own.yml:2: ", "regular expression" },
    { "counts: '['\n", "own.yml:1: ", "regular expression" },
    { "\nprefix: '*'\n", "own.yml:2: ", "regular expression" },
    { "lanes:\n  - { starts: ['##'] }\n", "own.yml:2: ", "regular expression" },
    { "lanes:\n  - { matches: a, starts: ['#'] }\n", "own.yml:2: ", "words" },
    { "lanes:\n  - { matches: a, begins: [b] }\n", "own.yml:2: ", "“begins”" },
    { "noise: 'a{2,1}'\n", "own.yml:1: ", "regular expression" },
    { "noise: [a]\n", "own.yml:1: ", "regular expression" },
    { "echoes:\n  - good\n  - '('\n", "own.yml:3: ", "regular expression" },
    { "outcomes:\n  failed: [BAD]\n  lost: [GONE]\n", "own.yml:3: ", "“lost”" },
    { "outcomes:\n  failed: [[BAD]]\n", "own.yml:2: ", "words" },
    { "statuses:\n  crash: [1]\n  unlucky: [13]\n", "own.yml:3: ", "kind" },
    { "statuses:\n  crash: [many]\n", "own.yml:2: ", "number" },
    { "statuses:\n  crash: [99999999999]\n", "own.yml:2: ", "number" },
    { "lines:\n  - { is: item, has: x }\n  - { is: whatever, has: x }\n", "own.yml:3: ",
      "“whatever”" },
    { "lines:\n  - { has: x }\n", "own.yml:2: ", "“is”" },
    { "lines:\n  - is: item\n    matches: x\n", "own.yml:2: ", "“starts”" },
    { "lines:\n  - is: item\n    has: x\n    colour: red\n", "own.yml:4: ", "“colour”" },
    { "lines:\n  - is: item\n    has: x\n    matches: '(?<test'\n", "own.yml:4: ",
      "regular expression" },
    { "lines:\n  - is: item\n    has: x\n    in: [summary, nowhere]\n", "own.yml:4: ",
      "“nowhere”" },
    { "lines:\n  - is: chapter\n    has: x\n    chapter: verse\n", "own.yml:4: ", "“verse”" },
    { "lines:\n  - is: item\n    has: x\n    kind: unlucky\n", "own.yml:4: ", "kind" },
    { "lines:\n  - is: item\n    starts: [a, '']\n", "own.yml:3: ", "words" },
    { "lines:\n  - is: item\n    has: [[a]]\n", "own.yml:3: ", "words" },
    { "lines: words\n", "own.yml:1: ", "“is”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (Runner) runner = read_runner (broken[i].text, &error);

    g_test_message ("%s", error != NULL ? error->message : broken[i].text);
    g_assert_null (runner);
    g_assert_error (error, DATA_ERROR, DATA_ERROR_VALUE);
    g_assert_true (g_str_has_prefix (error->message, broken[i].place));
    g_assert_nonnull (strstr (error->message, broken[i].word));
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/rule/members", test_members);
  g_test_add_func ("/failures/rule/words", test_words);
  g_test_add_func ("/failures/rule/least", test_least);
  g_test_add_func ("/failures/rule/line", test_line);
  g_test_add_func ("/failures/rule/literals", test_literals);
  g_test_add_func ("/failures/rule/is", test_is);
  g_test_add_func ("/failures/rule/broken", test_broken);

  return g_test_run ();
}
