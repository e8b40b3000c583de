/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "lanes.h"
#include "lines.h"
#include "own-rules.h"

static const char checks[] =
  "name: checks\n"
  "counts: '(?<count>\\d+) fell'\n"
  "lanes:\n"
  "  - { starts: ['##'], matches: '^#(?<lane>\\d+) ' }\n"
  "  - { matches: '^(?<lane>\\w+) \\| ' }\n"
  "lines:\n"
  "  - { is: lanes, starts: 'Attaching to ' }\n"
  "  - { is: failure, kind: failed, starts: 'FALLEN ', matches: '^FALLEN (?<test>\\S+)$', below: '^  ',\n"
  "      details: ['^  (?<message>\\S.*)$'] }\n"
  "  - { is: failure, kind: compile, has: ': broken: ', matches: ': broken: (?<message>.*)$' }\n"
  "  - { is: passed, starts: 'STANDS ', matches: '^STANDS (?<test>\\S+)$' }\n"
  "  - { is: count, has: ' fell' }\n"
  "  - { is: exit, starts: 'exit ', matches: '^exit (?<status>\\d+)$' }\n";

static void
test_get (void)
{
  g_autoptr (Rules) rules = own_rules_load (checks);
  g_autoptr (Matcher) matcher = matcher_new (rules);
  g_autoptr (Lanes) lanes = lanes_new (rules, matcher);
  Lane *web = lanes_get (lanes, "web");

  g_assert_cmpuint (lanes_get (lanes, NULL)->index, ==, 0);
  g_assert_cmpuint (web->index, ==, 1);
  g_assert_true (lanes_get (lanes, "web") == web);
  for (guint i = 0; i < 1000; i++) {
    g_autofree char *name = g_strdup_printf ("lane %u", i);

    lanes_get (lanes, name);
  }
  g_assert_cmpuint (lanes->all->len, ==, 256);
  g_assert_cmpuint (lanes_get (lanes, "one more")->index, ==, 0);
}

/* Each output's lines belong together, whatever stands between them. */
static void
test_mixed (void)
{
  own_rules_check (checks,
                   "#1 FALLEN page\n"
                   "#2 FALLEN shelf\n"
                   "#2   of wood\n"
                   "#1   of paper\n",
                   "failed “page”  “of paper” 1 1-4\n"
                   "failed “shelf”  “of wood” 2 2-3\n");
}

/* Other lines may look the same before one says that they come. */
static void
test_from_a_line_on (void)
{
  own_rules_check (checks, "web | FALLEN page\nAttaching to web\nweb | FALLEN shelf\n",
                   "failed “shelf”  “FALLEN shelf” 3 3-3\n");
}

/* The same test of two outputs are two; what the log's own lines say again is not. */
static void
test_repeated (void)
{
  own_rules_check (checks,
                   "#1 FALLEN page\n"
                   "#1 a.c: broken: one\n"
                   "#2 FALLEN page\n"
                   "FALLEN page\n"
                   "a.c: broken: one\n"
                   "FALLEN shelf\n",
                   "failed “page”  “FALLEN page” 1 1-1\n"
                   "compile “”  “one” 2 2-2\n"
                   "failed “page”  “FALLEN page” 3 3-3\n"
                   "failed “shelf”  “FALLEN shelf” 6 6-6\n");
}

/* What a tool shows of another's output is no end of the job's own steps. */
static void
test_ends (void)
{
  own_rules_check (checks, "#1 exit 3\nexit 0\n", "");
  own_rules_check (checks, "#1 words\nexit 3\n", "exit “”  “” 2 1-2\n");
}

static void
test_claims (void)
{
  g_autoptr (Rules) rules = own_rules_load (checks);
  g_autoptr (Finder) finder = finder_new (rules);
  g_autoptr (Findings) findings = NULL;
  const char *lines[] = { "#1 FALLEN page", "#2 FALLEN shelf", "#1 3 fell", "#2 1 fell" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    finder_push (finder, lines[i], strlen (lines[i]), i + 1);
  findings = finder_get_findings (finder, TRUE);
  g_assert_cmpuint (findings->unnamed, ==, 2);
}

static void
append_passed (GString *text,
               guint    lane,
               guint    first,
               guint    end)
{
  for (guint i = first; i < end; i++)
    g_string_append_printf (text, "#%u STANDS t%u\n", lane, i);
}

/* What passed in several outputs is named once; of very many tests the first ones are. */
static void
test_passed (void)
{
  g_autoptr (Rules) rules = own_rules_load (checks);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Findings) few = NULL;
  g_autoptr (Findings) many = NULL;

  append_passed (text, 1, 0, 12000);
  append_passed (text, 2, 6000, 15000);
  g_string_append (text, "#2 FALLEN t7000\n");
  few = find_in_rules (rules, text->str, TRUE);
  g_assert_cmpuint (few->passed->len, ==, 14999);

  append_passed (text, 3, 14000, 25000);
  many = find_in_rules (rules, text->str, TRUE);
  g_assert_cmpuint (many->passed->len, ==, FINDINGS_MAX_PASSED);
  g_assert_cmpstr (g_ptr_array_index (many->passed, FINDINGS_MAX_PASSED - 1), ==, "t20000");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/lanes/get", test_get);
  g_test_add_func ("/failures/lanes/mixed", test_mixed);
  g_test_add_func ("/failures/lanes/from-a-line-on", test_from_a_line_on);
  g_test_add_func ("/failures/lanes/repeated", test_repeated);
  g_test_add_func ("/failures/lanes/ends", test_ends);
  g_test_add_func ("/failures/lanes/claims", test_claims);
  g_test_add_func ("/failures/lanes/passed", test_passed);

  return g_test_run ();
}
