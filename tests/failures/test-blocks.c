/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "lines.h"
#include "own-rules.h"

/* What the line that names it does not tell stands around it. */
static void
test_details (void)
{
  const char *yaml = "lines:\n"
                     "  - is: failure\n"
                     "    starts: '* '\n"
                     "    matches: '^\\* (?<test>\\w+)'\n"
                     "    above: '^say '\n"
                     "    until: '^$'\n"
                     "    details: ['^say (?<message>.*)', '^at (?<exception>\\w+): (?<message>.*)']\n";

  own_rules_check (yaml, "* a\none\nat Rain: wet\nat Sun: dry\n\n",
                   "failed “a” Rain “wet” 1 1-4\n");
  own_rules_check (yaml, "say wind\n* a\nat Sun: dry\n\n", "failed “a” Sun “wind” 2 1-3\n");
  own_rules_check (yaml, "* a\nnothing\n", "failed “a”  “* a” 1 1-2\n");
}

/* However many tests began before, a failure that names none is of the one that runs. */
static void
test_running (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 10001; i++)
    g_string_append_printf (text, "> t%u\n", i);
  g_string_append (text, "KO\n");
  own_rules_check ("lines:\n"
                   "  - { is: begin, starts: '> ', matches: '^> (?<test>\\w+)' }\n"
                   "  - { is: failure, starts: 'KO', since: begin }\n",
                   text->str, "failed “t10000”  “KO” 10002 10001-10002\n");
}

/* The heading of a test stands once, for all of its failures that follow. */
static void
test_headings (void)
{
  const char *yaml = "heading: { join: ' / ' }\n"
                     "lines:\n"
                     "  - is: begin\n"
                     "    starts: '....'\n"
                     "    above: '^\\S'\n"
                     "    names: '^(?<test>[a-z]+)$'\n"
                     "  - { is: passed, starts: '+ ', matches: '^\\+ (?<test>.*)' }\n"
                     "  - { is: failure, has: 'KO ', matches: '^KO (?<message>.*)', since: begin }\n";

  own_rules_check (yaml, "printed\n----\npage\nturns\n----\n....\nKO one\n",
                   "failed “page / turns”  “one” 7 2-7\n");
  own_rules_check (yaml, "----\npage\n----\n....\n\nKO one\n\nKO two\n----\nink\n----\n....\nKO three\n",
                   "failed “page”  “one” 8 1-8\nfailed “ink”  “three” 13 9-13\n");
  own_rules_check (yaml, "----\npage\n----\n....\n+ page\nKO one\n", "failed “”  “one” 6 6-6\n");
}

/* A heading whose first line starts the name; what its failures print tells nothing of those that follow. */
static void
test_headings_below (void)
{
  const char *yaml = "heading: { join: ' / ' }\n"
                     "lines:\n"
                     "  - { is: begin, starts: 'CASE ', matches: '^CASE (?<test>\\w+)', names: '^ (?<test>\\w+)$' }\n"
                     "  - { is: failure, starts: 'KO', since: begin, below: '^ ', details: ['^  got (?<message>.*)'] }\n";

  own_rules_check (yaml, "CASE page\n turns\n back\n\n pale\nKO\n  got 1\nKO\n  got 2\n",
                   "failed “page / turns / back”  “1” 8 1-9\n");
  own_rules_check (yaml, "CASE page\nKO\n  got 1\nCASE page\n turns\nKO\n  got 2\n",
                   "failed “page”  “1” 2 1-3\nfailed “page / turns”  “2” 6 4-7\n");
}

/* One test, one failure; a pass afterwards makes it flaky, and puts it last. */
static void
test_again (void)
{
  const char *yaml = "lines:\n"
                     "  - { is: passed, starts: '+ ', matches: '^\\+ (?<test>\\w+)' }\n"
                     "  - is: failure\n"
                     "    starts: '- '\n"
                     "    matches: '^- (?<test>\\w+)(?:: (?<message>.*))?'\n"
                     "    below: '^  '\n";

  own_rules_check (yaml, "- a: wet\n  here\n- b\n- a\n", "failed “a”  “wet” 4 1-2\nfailed “b”  “- b” 3 3-3\n");
  own_rules_check (yaml, "- a: wet\n- b\n+ a\n", "failed “b”  “- b” 2 2-2\nfailed “a”  “wet” 1 1-1 flaky\n");
  own_rules_check (yaml, "- a: wet\n  here\n+ a\n.\n", "failed “a”  “wet” 1 1-2 flaky\n");
  own_rules_check (yaml, "- a: wet\n.\n- a: dry\n+ a\n.\n", "failed “a”  “wet” 3 1-3 flaky\n");
  own_rules_check (yaml, "- a: wet\n+ a\n- a: dry\n", "failed “a”  “wet” 3 1-3\n");
  own_rules_check (yaml, "- a: wet\n  here\n- a: dry\n", "failed “a”  “wet” 3 1-3\n");
  own_rules_check (yaml, "- a: wet\n  here\n1\n2\n3\n- a: dry\n", "failed “a”  “wet” 6 1-6\n");
  own_rules_check (yaml, "- a: wet\n  here\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n- a: dry\n",
                   "failed “a”  “wet” 13 1-2\n");
  own_rules_check (yaml, "- a: wet\n  here\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n- a: wet\n  here\n",
                   "failed “a”  “wet” 13 13-14\n");
}

/* What has no test and stands together is one failure, and what was said before says nothing. */
static void
test_neighbours (void)
{
  const char *yaml = "lines:\n"
                     "  - { is: failure, kind: lint, has: 'KO', below: '^  ' }\n";
  g_autoptr (GString) text = g_string_new (NULL);

  own_rules_check (yaml, "1 KO\n  x\n2 KO\n\n3 KO\n\n\n\n4 KO\n",
                   "lint “”  “1 KO” 1 1-5\nlint “”  “4 KO” 9 9-9\n");
  own_rules_check (yaml, "1 KO\n\n\n\n1 KO\n\n\n\n1 KO\n  x\n",
                   "lint “”  “1 KO” 1 1-1\nlint “”  “1 KO” 9 9-10\n");
  own_rules_check (yaml, "1 KO\n2 KO\n\n\n\n2 KO\n", "lint “”  “1 KO” 1 1-2\n");
  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "%u KO\n", i);
  own_rules_check (yaml, text->str,
                   "lint “”  “0 KO” 1 1-40\nlint “”  “40 KO” 41 41-80\n"
                   "lint “”  “80 KO” 81 81-100\n");
}

/* Within a part, what says less belongs to it. */
static void
test_weights (void)
{
  const char *yaml = "lines:\n"
                     "  - { is: nothing, has: 'harmless' }\n"
                     "  - { is: failure, starts: 'TEST ', matches: '^TEST (?<test>\\w+)', until: '^=' }\n"
                     "  - { is: failure, weight: error, kind: error, has: 'KO', below: '^  ' }\n";

  own_rules_check (yaml, "TEST a\nKO\n=\n", "failed “a”  “TEST a” 1 1-2\n");
  own_rules_check (yaml, "KO\n  TEST\nTEST a\nTEST b\n",
                   "failed “a”  “TEST a” 3 3-3\nfailed “b”  “TEST b” 4 4-4\n"
                   "error “”  “KO” 1 1-2\n");
  own_rules_check (yaml, "KO\n  here\n", "error “”  “KO” 1 1-2\n");
  own_rules_check (yaml, "KO, but harmless\n", "");
}

/* A line of the CI's own may tell that time was up or something broke that is not the job's, and no more. */
static void
test_of_ci (void)
{
  g_autoptr (Findings) late =
    find_in ("error: words\nError: The action 'Test' has timed out after 360 minutes.\n");
  g_autoptr (Findings) exit = find_in ("words\nError: The process 'cc: error: 1' failed with exit code 2\n");

  check_failure (late, 0, "timeout", "", "", "The action 'Test' has timed out after 360 minutes.");
  g_assert_cmpuint (exit->failures->len, ==, 1);
  g_assert_cmpint (get_failure (exit, 0)->kind, ==, FAILURE_EXIT);
}

/* A hostile log costs no more than so much. */
static void
test_limits (void)
{
  g_autoptr (Rules) rules =
    own_rules_load ("lines:\n"
                    "  - { is: failure, starts: 'TEST ', matches: '^TEST (?<test>\\w+)' }\n"
                    "  - { is: failure, weight: error, starts: 'KO ' }\n"
                    "  - { is: begin, starts: 'BEGIN ', matches: '^BEGIN (?<test>\\w+)' }\n");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Findings) findings = NULL;

  for (guint i = 0; i < 2500; i++)
    g_string_append_printf (text, "BEGIN b%u\nTEST t%u\nKO %u\n", i, i, i);
  findings = find_in_rules (rules, text->str, TRUE);
  g_assert_cmpuint (findings->failures->len, ==, 2000);
  g_assert_cmpuint (findings->left_out, ==, 500);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/blocks/details", test_details);
  g_test_add_func ("/failures/blocks/running", test_running);
  g_test_add_func ("/failures/blocks/headings", test_headings);
  g_test_add_func ("/failures/blocks/headings-below", test_headings_below);
  g_test_add_func ("/failures/blocks/again", test_again);
  g_test_add_func ("/failures/blocks/neighbours", test_neighbours);
  g_test_add_func ("/failures/blocks/of-ci", test_of_ci);
  g_test_add_func ("/failures/blocks/weights", test_weights);
  g_test_add_func ("/failures/blocks/limits", test_limits);

  return g_test_run ();
}
