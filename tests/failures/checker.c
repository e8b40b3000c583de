/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "checker.h"

static const char rules[] =
  "heading: { after: '::', join: '.' }\n"
  "exception: '^(?<exception>[A-Z]\\w*Error)(?:: (?<message>.*))?$'\n"
  "counts: '(?<count>\\d+) (?:failed|errors)'\n"
  "outcomes: { failed: BAD, passed: GOOD, retried: AGAIN, other: SKIP }\n"
  "statuses: { crash: 139, infra: -1 }\n"
  "prefix: '^(?:\\((?<process>\\w+)\\) )?'\n"
  "echoes: ['died elsewhere', 'did not start']\n"
  "lasting: ['died elsewhere']\n"
  "lines:\n"
  "  - { is: session, starts: SESSION }\n"
  "  - { is: chapter, chapter: failures, starts: '= FAILURES' }\n"
  "  - { is: chapter, chapter: errors, starts: '= ERRORS' }\n"
  "  - { is: chapter, chapter: summary, starts: '= SUMMARY' }\n"
  "  - { is: chapter, chapter: other, starts: '= OTHER' }\n"
  "  - { is: totals, starts: 'TOTAL ',\n"
  "      matches: '^TOTAL (?<message>.*)$' }\n"
  "  - { is: item, kind: failed, in: [summary, none], starts: 'FAILED ',\n"
  "      matches: '^FAILED (?<test>\\S+)(?: - (?<message>.*))?$' }\n"
  "  - { is: item, kind: error, in: [summary], starts: 'ERROR ',\n"
  "      matches: '^ERROR (?<test>\\S+)(?: - (?<message>.*))?$' }\n"
  "  - { is: summary-end, starts: '!!!' }\n"
  "  - { is: outcome, in: [progress, none, summary], starts: [GOOD, BAD, AGAIN, SKIP, '[w'],\n"
  "      matches: '^(?:\\[(?<worker>w\\d)\\] )?(?<outcome>\\w+)(?: (?<test>.+))?$' }\n"
  "  - { is: start, in: [progress, none], starts: 'RUN ', matches: '^RUN (?<test>.+)$' }\n"
  "  - { is: report, in: [failures, errors, none], starts: '__ ',\n"
  "      matches: '^__ (?<test>.+) __$' }\n"
  "  - { is: report-end, starts: '-- output' }\n"
  "  - { is: file, starts: 'AT ', matches: '^AT (?<test>.+)$' }\n"
  "  - { is: detail, kind: crash, starts: 'worker ', matches: '^(?<message>worker died) in (?<test>.+)$' }\n"
  "  - { is: detail, starts: 'E ', matches: '^E (?<message>.+)$' }\n"
  "  - { is: location, has: '.py:', matches: '^(?<path>\\S+\\.py):\\d+: (?<exception>\\w+)$' }\n"
  "  - { is: crash, starts: CRASH, matches: '^CRASH(?: in (?<test>\\S+))?: (?<message>.+)$' }\n"
  "  - { is: crash, kind: error, starts: BROKEN, matches: '^(?<message>BROKEN)' }\n"
  "  - { is: crash, kind: timeout, starts: LATE, matches: '^(?<message>LATE)' }\n"
  "  - { is: test-above, starts: '  CALLED' }\n"
  "  - { is: test-below, starts: '  CALLS' }\n"
  "  - { is: crash-frame, starts: '  at ', matches: '^  at (?<file>\\S+)(?: (?<test>.+))?$' }\n"
  "  - { is: trace, has: Traceback }\n"
  "  - { is: frame, has: 'File ' }\n";

Checker *
checker_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("checker-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "checker.yml", NULL);
  g_autoptr (DataFile) file = NULL;
  Checker *checker = g_new0 (Checker, 1);

  g_assert_true (g_file_set_contents (path, rules, -1, &error));
  file = data_file_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  checker->runner = runner_new (file, NULL);
  checker->match = pattern_match_new ();
  checker->traces = traces_new (checker->runner);
  checker->run = test_run_new (checker->runner);

  return checker;
}

void
checker_free (Checker *checker)
{
  test_run_free (checker->run);
  traces_free (checker->traces);
  pattern_match_free (checker->match);
  runner_free (checker->runner);
  g_free (checker);
}

static gboolean
stands_in (const RuleLiteral *literal,
           const char        *text)
{
  g_autofree char *first_word = NULL;
  gsize blanks = strspn (text, " \t");
  const char *found;

  if (literal->place == LITERAL_AT_START)
    return g_str_has_prefix (text, literal->text);
  if (literal->place == LITERAL_AT_END)
    return g_str_has_suffix (text, literal->text);
  if (literal->place == LITERAL_ANYWHERE)
    return strstr (text, literal->text) != NULL;
  first_word = g_strndup (text, blanks + strcspn (text + blanks, " \t"));

  found = strstr (first_word, literal->text);
  while (found != NULL && literal->place == LITERAL_BEFORE_DIGIT &&
         !g_ascii_isdigit (found[strlen (literal->text)]))
    found = strstr (found + 1, literal->text);

  return found != NULL;
}

static gboolean
has_literal (const Runner *runner,
             guint         line,
             const char   *text)
{
  for (guint i = 0; i < runner->literals->len; i++) {
    const RuleLiteral *literal = g_ptr_array_index (runner->literals, i);

    if (literal->line == line && stands_in (literal, text))
      return TRUE;
  }

  return FALSE;
}

/* The first of the rules that TEXT fits. */
static const LineRule *
find_rule (Checker    *checker,
           const char *text)
{
  for (guint i = 0; i < checker->runner->lines->len; i++) {
    const LineRule *rule = g_ptr_array_index (checker->runner->lines, i);

    if (has_literal (checker->runner, i, text) &&
        (rule->chapters == 0 || (rule->chapters & (1u << checker->run->chapter)) != 0) &&
        (rule->pattern == NULL || pattern_find (rule->pattern, checker->match, text,
                                                strlen (text)) == PATTERN_MATCH))
      return rule;
  }

  return NULL;
}

void
checker_push (Checker    *checker,
              const char *text)
{
  for (const char *end; (end = strchr (text, '\n')) != NULL; text = end + 1) {
    g_autofree char *line = g_strndup (text, end - text);
    const LineRule *rule = find_rule (checker, line);

    checker->number++;
    test_run_push (checker->run, rule, checker->match, checker->traces, line, strlen (line),
                   checker->number);
    lookback_push (&checker->lookback, line, strlen (line), checker->number);
    traces_push (checker->traces, checker->match, rule, &checker->lookback, line, strlen (line),
                 checker->number);
  }
}
