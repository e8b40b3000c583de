/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "job-end.h"
#include "own-rules.h"

typedef struct {
  Rules        *rules;
  PatternMatch *match;
  JobEnd       *end;
  gint64        number;
} Driver;

static void
driver_init (Driver *driver)
{
  *driver = (Driver) { own_rules_load ("name: own\n"
                                       "statuses: { crash: [139], infra: [-1] }\n"
                                       "lines:\n"
                                       "  - { is: exit, has: x, matches: '^EXIT(?: (?<message>.*?(?<status>-?\\d+).*))?' }\n"
                                       "  - { is: ending, has: x, matches: '^END' }\n"
                                       "  - { is: success, has: x, matches: '^GOOD' }\n"
                                       "  - { is: failed, has: x, matches: '^BAD (?<message>.*)' }\n"
                                       "  - { is: finished, has: x, matches: '^WHOLE' }\n"
                                       "  - { is: clean-up, has: x, matches: '^CLEAN' }\n"
                                       "  - { is: exit, kind: timeout, has: x, matches: '^LATE(?: (?<status>\\d+))?' }\n"
                                       "  - { is: failed, kind: infra, has: x, matches: '^LOST' }\n"
                                       "  - { is: step, has: x, matches: '^STEP' }\n"
                                       "  - { is: fault, has: x, matches: '^OH (?<message>.*)' }\n"
                                       "  - { is: inner, has: x, matches: '^TOOL' }\n"),
                       pattern_match_new (), job_end_new (), 0 };
}

static void
driver_clear (Driver *driver)
{
  job_end_free (driver->end);
  pattern_match_free (driver->match);
  rules_free (driver->rules);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Driver, driver_clear)

/* Takes lines that end with "\n". */
static void
push (Driver     *driver,
      const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i + 1] != NULL; i++) {
    driver->number++;
    for (guint k = 0; k < driver->rules->lines->len; k++) {
      const LineRule *rule = g_ptr_array_index (driver->rules->lines, k);

      if (g_str_equal (rule->runner->name, "own") &&
          pattern_find (rule->pattern, driver->match, lines[i], strlen (lines[i])) == PATTERN_MATCH)
        job_end_push (driver->end, rule, driver->match, driver->number);
    }
  }
}

static char *
describe (const JobEnd *end)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < job_end_get_n_exits (end); i++) {
    const JobExit *exit = job_end_get_exit (end, i);

    g_string_append_printf (string, "exit %d “%s” %d step %d", exit->status, exit->message,
                            (int) exit->line, (int) exit->step_line);
    if (exit->work_line != exit->line)
      g_string_append_printf (string, " worked to %d", (int) exit->work_line);
    g_string_append_c (string, '\n');
  }
  for (guint i = 0; i < end->endings->len; i++) {
    LineRange range = g_array_index (end->endings, LineRange, i);

    g_string_append_printf (string, "ending %d-%d\n", (int) range.first, (int) range.last);
  }
  if (job_end_is_success (end))
    g_string_append (string, "passed\n");

  return g_string_free (string, FALSE);
}

static void
test_cases (void)
{
  static const struct { const char *text; const char *expected; } cases[] = {
    { "one\n", "" },
    { "one\nEND\nEXIT with 3\nEND\n", "exit 3 “with 3” 3 step 0\nending 2-4\n" },
    { "STEP\none\nEXIT\n", "exit -1 “” 3 step 1\nending 3-3\n" },
    { "STEP\nEXIT 0\nSTEP\nEXIT 2\n", "exit 2 “2” 4 step 3\nending 4-4\n" },
    { "STEP\nEXIT 0\nEXIT 2\n", "exit 2 “2” 3 step 0\nending 3-3\n" },
    { "EXIT 1\n1\n2\n3\n4\nEXIT -1\n",
      "exit 1 “1” 1 step 0\nexit -1 “-1” 6 step 0\nending 1-1\nending 6-6\n" },
    { "STEP\nGOOD\n", "passed\n" },
    { "EXIT 1\nGOOD\n", "exit 1 “1” 1 step 0\nending 1-1\npassed\n" },
    { "one\nWHOLE\n", "passed\n" },
    { "EXIT 1\nWHOLE\n", "exit 1 “1” 1 step 0\nending 1-1\n" },
    { "GOOD\nEXIT 1\n", "exit 1 “1” 2 step 0\nending 2-2\n" },
    { "one\nBAD luck\n", "exit -1 “luck” 2 step 0\nending 2-2\n" },
    { "EXIT 1\nBAD luck\n", "exit 1 “1” 1 step 0\nending 1-2\n" },
    { "one\nCLEAN\nCLEAN\nEXIT 1\nCLEAN\n", "exit 1 “1” 4 step 0 worked to 1\nending 4-4\n" },
    { "STEP\nOH no\nCLEAN\nWHOLE\n", "exit -1 “no” 2 step 1\nending 2-2\n" },
    { "OH no\n1\n2\nWHOLE\n", "exit -1 “no” 1 step 0\nending 1-1\n" },
    { "OH no\n1\n2\n3\nWHOLE\n", "passed\n" },
    { "OH no\nSTEP\nWHOLE\n", "passed\n" },
    { "OH no\nEXIT 1\nWHOLE\n", "exit 1 “1” 2 step 0\nending 2-2\n" },
    { "STEP\nTOOL\nSTEP\nEXIT 1\n", "exit 1 “1” 4 step 1\nending 4-4\n" },
    { "STEP\nTOOL\n1\n2\n3\nSTEP\nEXIT 1\n", "exit 1 “1” 7 step 6\nending 7-7\n" },
    { "one\nCLEAN\nSTEP\nEXIT 1\n", "exit 1 “1” 4 step 3\nending 4-4\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Driver) driver;
    g_autofree char *description = NULL;

    driver_init (&driver);
    push (&driver, cases[i].text);
    description = describe (driver.end);
    g_test_message ("%s", cases[i].text);
    g_assert_cmpstr (description, ==, cases[i].expected);
  }
}

/* Several CIs have the same words for what ended a step: the one that goes on below said them. */
static void
test_whose_fault (void)
{
  g_autoptr (Rules) rules = own_rules_load ("name: one\n"
                                            "lines:\n"
                                            "  - { is: fault, starts: OH }\n"
                                            "---\n"
                                            "name: two\n"
                                            "lines:\n"
                                            "  - { is: clean-up, starts: CLEAN }\n");
  g_autoptr (JobEnd) end = job_end_new ();

  for (guint i = 0; i < rules->lines->len; i++)
    job_end_push (end, g_ptr_array_index (rules->lines, i), NULL, i + 1);
  g_assert_cmpint (job_end_get_n_exits (end), ==, 1);
  g_assert_cmpstr (job_end_get_exit (end, 0)->runner->name, ==, "two");
}

/* A line belongs to the failed step that it stands in. */
static void
test_in_step (void)
{
  g_auto (Driver) driver;

  driver_init (&driver);
  push (&driver, "one\nEXIT 1\nSTEP\nEXIT 0\nfive\nSTEP\nseven\nCLEAN\nEXIT 2\nten\n");
  for (gint64 number = 1; number <= 10; number++) {
    g_assert_cmpint (job_end_is_in_step (driver.end, 0, number), ==, number <= 2);
    g_assert_cmpint (job_end_is_in_step (driver.end, 1, number), ==, number >= 6 && number <= 7);
  }
}

static void
test_failure (void)
{
  static const struct { const char *text; const char *kind; gint64 first; gint64 last; } cases[] = {
    { "1\n2\n3\n4\n5\nEXIT 2\n", "exit", 3, 6 },
    { "1\n2\n3\nSTEP\n5\nEXIT 139\n", "crash", 4, 6 },
    { "EXIT -1\n", "infra", 1, 1 },
    { "1\n2\n3\nCLEAN\n5\nEXIT 1\n", "exit", 1, 3 },
    { "LATE\n", "timeout", 1, 1 },
    { "LATE 139\n", "timeout", 1, 1 },
    { "LOST\n", "infra", 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Driver) driver;
    g_autoptr (Failure) failure = NULL;

    driver_init (&driver);
    push (&driver, cases[i].text);
    failure = job_exit_dup_failure (job_end_get_exit (driver.end, 0), 3);
    g_assert_cmpstr (failure_kind_to_string (failure->kind), ==, cases[i].kind);
    g_assert_cmpstr (failure->runner, ==, "own");
    g_assert_cmpint (failure->first_line, ==, cases[i].first);
    g_assert_cmpint (failure->line, ==, driver.number);
    g_assert_cmpint (failure->last_line, ==, cases[i].last);
  }
}

/* The CI's own word that it stopped the job, and no status. */
static void
test_stop (void)
{
  static const struct { const char *text; gint64 line; } cases[] = {
    { "one\n", 0 },
    { "EXIT 1\n", 0 },
    { "EXIT -1\n", 0 },
    { "BAD luck\n", 0 },
    { "one\nLATE\n", 2 },
    { "one\nLOST\n", 2 },
    { "LATE\nEXIT 1\nLATE\n", 1 },
    { "EXIT 139\nLOST\n", 2 },
    { "EXIT 1\nLATE\n", 0 },
    { "EXIT 1\nLOST\n", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Driver) driver;
    const JobExit *stop;

    driver_init (&driver);
    push (&driver, cases[i].text);
    stop = job_end_get_stop (driver.end);
    g_test_message ("%s", cases[i].text);
    g_assert_cmpint (stop != NULL ? stop->line : 0, ==, cases[i].line);
  }
}

/* A status of Windows, and nonsense: never taken for a good end. */
static void
test_large_status (void)
{
  static const struct { const char *text; int status; } cases[] = {
    { "EXIT 4294967296\n", G_MAXINT },
    { "EXIT 3221225477\n", G_MAXINT },
    { "EXIT -99999999999\n", G_MININT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Driver) driver;

    driver_init (&driver);
    push (&driver, cases[i].text);
    g_assert_cmpint (job_end_get_exit (driver.end, 0)->status, ==, cases[i].status);
  }
}

static void
test_limits (void)
{
  g_auto (Driver) driver;
  const JobExit *last;

  driver_init (&driver);
  for (guint i = 0; i < 100; i++)
    push (&driver, "EXIT 1\n\n\n\n\n");
  push (&driver, "EXIT 7\n");
  g_assert_cmpuint (job_end_get_n_exits (driver.end), ==, 16);
  last = job_end_get_exit (driver.end, 15);
  g_assert_cmpint (last->status, ==, 7);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/job-end/cases", test_cases);
  g_test_add_func ("/failures/job-end/whose-fault", test_whose_fault);
  g_test_add_func ("/failures/job-end/in-step", test_in_step);
  g_test_add_func ("/failures/job-end/failure", test_failure);
  g_test_add_func ("/failures/job-end/stop", test_stop);
  g_test_add_func ("/failures/job-end/large-status", test_large_status);
  g_test_add_func ("/failures/job-end/limits", test_limits);

  return g_test_run ();
}
