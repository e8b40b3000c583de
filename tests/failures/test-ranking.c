/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "own-rules.h"

static const char yaml[] =
  "name: own\n"
  "statuses: { infra: [-1] }\n"
  "lines:\n"
  "  - { is: step, starts: '$ ' }\n"
  "  - { is: exit, starts: 'EXIT', matches: '^(?<message>EXIT (?<status>-?\\d+))' }\n"
  "  - { is: exit, kind: timeout, starts: 'LATE', matches: '^(?<message>LATE)' }\n"
  "  - { is: retry, starts: 'AGAIN' }\n"
  "  - { is: success, starts: 'PASSED' }\n"
  "  - { is: failed, starts: 'FAILED', matches: '^(?<message>FAILED)' }\n"
  "  - { is: clean-up, starts: 'CLEAN' }\n"
  "  - { is: failure, starts: 'TEST ', matches: '^TEST (?<test>\\w+)(?: (?<message>.*))?', below: '^  ' }\n"
  "  - { is: passed, starts: 'PASS ', matches: '^PASS (?<test>\\w+)' }\n"
  "  - { is: failure, kind: error, weight: error, starts: 'ERR ' }\n"
  "  - { is: failure, weight: error, starts: 'FILE ' }\n"
  "  - { is: failure, kind: error, weight: word, starts: 'WORD ' }\n"
  "  - { is: failure, kind: error, weight: echo, starts: 'ECHO ' }\n"
  "  - { is: failure, kind: lint, weight: echo, starts: 'WARN ' }\n"
  "  - { is: good, starts: 'WELL' }\n";

/* TEXT with N lines "." for each "{N}" (transfer full). */
static char *
fill (const char *text)
{
  GString *string = g_string_new (NULL);

  for (; *text != '\0'; text++) {
    guint64 n;
    char *end;

    if (*text != '{') {
      g_string_append_c (string, *text);
      continue;
    }
    n = g_ascii_strtoull (text + 1, &end, 10);
    while (n-- > 0)
      g_string_append (string, ".\n");
    text = end;
  }

  return g_string_free (string, FALSE);
}

static void
check (const char *text,
       const char *expected)
{
  g_autofree char *lines = fill (text);

  own_rules_check (yaml, lines, expected);
}

/* What explains itself needs nothing more than what its tool says at last; a test of which only the name is known does. */
static void
test_reports (void)
{
  check ("ERR x\nTEST a\n  1\n  2\n  3\n  4\n  5\n  6\n  7\n  8\n  9\n  10\n  11\n  12\n  13\n  14\n  15\nEXIT 1\n",
         "failed “a”  “TEST a” 2 2-17\n");
  check ("TEST a\n  1\n  2\n  3\n  4\n  5\n  6\n  7\n  8\n  9\n  10\n  11\n  12\n  13\n  14\n  15\n"
         "ERR x\n.\n.\n.\nERR y\n.\n.\n.\nERR z\nEXIT 1\n",
         "failed “a”  “TEST a” 1 1-16\n"
         "error “”  “ERR y” 21 21-21\n"
         "error “”  “ERR z” 25 25-25\n");
  check ("TEST a\nERR x\nEXIT 1\n",
         "failed “a”  “TEST a” 1 1-1\n"
         "error “”  “ERR x” 2 2-2\n"
         "exit “”  “EXIT 1” 3 1-3\n");
  /* Those of the step that failed come first. */
  check ("$ one\nTEST a\nEXIT 0\n$ two\nTEST b wet\nEXIT 1\n",
         "failed “b”  “wet” 5 5-5\n"
         "failed “a”  “TEST a” 2 2-2\n"
         "exit “”  “EXIT 1” 6 4-6\n");
}

/* A test that passes in the next step was not tried again: the step that it failed in has ended. */
static void
test_passed_later (void)
{
  check ("TEST a wet\nEXIT 2\nPASS a\nEXIT 0\n",
         "failed “a”  “wet” 1 1-1\n"
         "exit “”  “EXIT 2” 2 1-2\n");
  check ("TEST a wet\nEXIT 0\nPASS a\nEXIT 2\n",
         "exit “”  “EXIT 2” 4 1-4\n"
         "failed “a”  “wet” 1 1-1 flaky\n");
  check ("TEST a wet\n.\nPASS a\nEXIT 2\n",
         "exit “”  “EXIT 2” 4 1-4\n"
         "failed “a”  “wet” 1 1-1 flaky\n");
}

/* That the CI stopped the job comes before all but tests, and no word is why. */
static void
test_stopped (void)
{
  check ("ERR x\nWORD y\nLATE\n", "timeout “”  “LATE” 3 1-3\n");
  check ("ERR x\n{50}WORD y\nLATE\n", "timeout “”  “LATE” 53 13-53\n");
  check ("TEST a\n{50}LATE\n",
         "failed “a”  “TEST a” 1 1-1\n"
         "timeout “”  “LATE” 52 12-52\n");
  check ("ERR x\nEXIT 1\nLATE\n",
         "error “”  “ERR x” 1 1-1\n"
         "exit “”  “EXIT 1” 2 1-2\n");
  check ("LATE\nPASSED\n", "");
}

/* In a chain the first error is the reason; chains nearer to the end come first. */
static void
test_errors (void)
{
  check ("ERR far\n{100}ERR one\n.\n.\n.\nERR two\nEXIT 1\n",
         "error “”  “ERR one” 102 102-102\n"
         "error “”  “ERR two” 106 106-106\n"
         "error “”  “ERR far” 1 1-1\n"
         "exit “”  “EXIT 1” 107 67-107\n");
  /* Tests stand in the order of the log. */
  check ("FILE far\n{100}FILE one\nEXIT 1\n",
         "failed “”  “FILE far” 1 1-1\n"
         "failed “”  “FILE one” 102 102-102\n"
         "exit “”  “EXIT 1” 103 63-103\n");
  /* Only where the step has none of its own does another one's count. */
  check ("ERR early\n$ one\nERR late\nEXIT 1\n",
         "error “”  “ERR late” 3 3-3\n"
         "exit “”  “EXIT 1” 4 2-4\n");
  check ("ERR early\n$ one\nEXIT 1\n",
         "error “”  “ERR early” 1 1-1\n"
         "exit “”  “EXIT 1” 3 2-3\n");
}

/* The CI's last word that is the error itself is no entry of its own. */
static void
test_one_line (void)
{
  static const char own[] =
    "name: own\n"
    "lines:\n"
    "  - { is: failure, kind: lint, weight: error, has: ['ERR '], matches: 'ERR (?<message>.*)' }\n"
    "---\n"
    "name: ci\n"
    "lines:\n"
    "  - { is: fault, starts: 'FAULT', matches: '^FAULT (?<message>.*)' }\n"
    "  - { is: clean-up, starts: 'CLEAN' }\n";

  own_rules_check (own, ".\n.\nFAULT ERR wet\nCLEAN\n", "lint “”  “wet” 3 1-3\n");
  own_rules_check (own, "ERR wet\n.\nFAULT 1\nCLEAN\n", "lint “”  “wet” 1 1-1\nexit “”  “1” 3 1-3\n");
}

/* What made each of the steps fail. */
static void
test_steps (void)
{
  check ("$ one\nERR a\nEXIT 1\n$ two\n.\nERR b\nEXIT 2\n",
         "error “”  “ERR a” 2 2-2\n"
         "error “”  “ERR b” 6 6-6\n"
         "exit “”  “EXIT 1” 3 1-3\n");
  check ("$ one\nTEST a\nEXIT 1\n$ two\nTEST b\nERR c\nEXIT 2\n",
         "failed “a”  “TEST a” 2 2-2\n"
         "failed “b”  “TEST b” 5 5-5\n"
         "exit “”  “EXIT 1” 3 1-3\n");
}

/* Words count where nothing better is known, the last one first; those near the end of their step with all that
 * stands there. */
static void
test_words (void)
{
  check ("WORD a\n.\n.\n.\nWORD b\nEXIT 1\n",
         "error “”  “WORD b” 5 1-6\n"
         "exit “”  “EXIT 1” 6 1-6\n");
  check ("WORD a\n{70}WORD b\n{10}EXIT 1\n",
         "error “”  “WORD b” 72 58-83\n"
         "error “”  “WORD a” 1 1-1\n"
         "exit “”  “EXIT 1” 83 43-83\n");
  check ("WORD a\nWORD b\n{80}WORD c\nWORD d\nWORD e\nWORD f\n.\nEXIT 1\n",
         "error “”  “WORD c” 83 63-88\n"
         "error “”  “WORD a” 1 1-2\n"
         "exit “”  “EXIT 1” 88 48-88\n");
  check ("WORD a\n{10}WORD b\n{40}EXIT 1\n",
         "error “”  “WORD b” 12 1-53\n");
  /* What they follow from stands above. */
  check ("{20}WORD a\n{50}EXIT 1\n", "error “”  “WORD a” 21 13-72\n");
  check ("EXIT 0\n$ one\nWORD a\n{50}EXIT 1\n", "error “”  “WORD a” 3 2-54\n");
  check ("$ one\n{20}ECHO a\n{50}EXIT 1\n", "error “”  “ECHO a” 22 14-73\n");
  check ("WORD a\n{70}EXIT 1\n",
         "error “”  “WORD a” 1 1-1\n"
         "exit “”  “EXIT 1” 72 32-72\n");
  check ("WORD a\n.\n.\n.\nERR b\nEXIT 1\n",
         "error “”  “ERR b” 5 5-5\n"
         "exit “”  “EXIT 1” 6 1-6\n");
  check ("WORD a\n$ one\n.\nEXIT 1\n", "exit “”  “EXIT 1” 4 2-4\n");
}

/* A log that the CI did not end: what stands near its end counts, or an echo stands for it. */
static void
test_no_end (void)
{
  check ("WORD a\n.\n", "error “”  “WORD a” 1 1-2\n");
  check ("WORD a\n{4}", "error “”  “WORD a” 1 1-5\n");
  check ("WORD a\n{6}", "");
  check ("WORD a\n{80}WORD b\n",
         "error “”  “WORD b” 82 57-82\n"
         "error “”  “WORD a” 1 1-1\n");
  check ("ERR a\n{30}", "error “”  “ERR a” 1 1-1\n");
  check ("ERR a\n{50}", "");
  check ("ERR a\n{100}WORD b\n", "error “”  “ERR a” 1 1-1\n");
  check ("WORD a\n{100}ECHO b\n",
         "error “”  “WORD a” 1 1-1\n"
         "exit “”  “ECHO b” 102 62-102\n");
  /* What a linter warns of is no end, but may be why a step failed. */
  check ("WORD a\n{100}WARN b\n", "");
  check ("WARN b\nEXIT 1\n",
         "lint “”  “WARN b” 1 1-2\n"
         "exit “”  “EXIT 1” 2 1-2\n");
  check ("FAILED\n", "exit “”  “FAILED” 1 1-1\n");
  check (".\nCLEAN\n.\nFAILED\n", "exit “”  “FAILED” 4 1-1\n");
}

static void
test_passed (void)
{
  check ("TEST a\nERR b\nWORD c\nPASSED\n", "");
  check ("$ one\nERR b\nWORD c\nECHO d\nEXIT 0\n", "");
  check ("PASSED\nTEST a\nEXIT 1\n",
         "failed “a”  “TEST a” 2 2-2\n"
         "exit “”  “EXIT 1” 3 1-3\n");
}

/* What a tool says that went well is looked at where something failed and nothing else tells why. */
static void
test_went_well (void)
{
  check ("ERR a\nWELL\n", "");
  check ("ERR a\nWELL\nERR b\n", "error “”  “ERR b” 3 3-3\n");
  check ("ERR a\nWELL\nERR b\nEXIT 1\n",
         "error “”  “ERR b” 3 3-3\n"
         "exit “”  “EXIT 1” 4 1-4\n");
  check ("ERR a\nWELL\nEXIT 1\n",
         "error “”  “ERR a” 1 1-1\n"
         "exit “”  “EXIT 1” 3 1-3\n");
  check ("TEST a\nERR b\nWELL\nEXIT 1\n",
         "error “”  “ERR b” 2 2-2\n"
         "exit “”  “EXIT 1” 4 1-4\n"
         "failed “a”  “TEST a” 1 1-1 flaky\n");
  /* It said so too early. */
  check ("ERR a\nWELL\n{20}ECHO b\n",
         "error “”  “ERR a” 1 1-1\n"
         "exit “”  “ECHO b” 23 1-23\n");
}

/* What was tried again and went well is a flake. */
static void
test_retried (void)
{
  check ("$ one\nERR a\nAGAIN\n.\nEXIT 0\n$ two\nERR b\nEXIT 1\n",
         "error “”  “ERR b” 7 7-7\n"
         "exit “”  “EXIT 1” 8 6-8\n"
         "error “”  “ERR a” 2 2-2 flaky\n");
}

/* A list at the end that names tests by less than their reports do names none of its own. */
static void
test_short_names (void)
{
  const char *listed =
    "lines:\n"
    "  - { is: exit, starts: 'EXIT', matches: '^(?<message>EXIT)' }\n"
    "  - { is: failure, starts: 'TEST ', matches: '^TEST (?<test>\\S+)' }\n"
    "  - { is: failure, weight: error, starts: 'LIST ', matches: '^LIST (?<test>\\S+)' }\n";

  own_rules_check (listed, "TEST opens(quill.Page)\nLIST Page.opens\nLIST Page.open\nEXIT\n",
                   "failed “opens(quill.Page)”  “TEST opens(quill.Page)” 1 1-1\n"
                   "failed “Page.open”  “LIST Page.open” 3 3-3\n"
                   "exit “”  “EXIT” 4 1-4\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/ranking/reports", test_reports);
  g_test_add_func ("/failures/ranking/passed-later", test_passed_later);
  g_test_add_func ("/failures/ranking/stopped", test_stopped);
  g_test_add_func ("/failures/ranking/errors", test_errors);
  g_test_add_func ("/failures/ranking/one-line", test_one_line);
  g_test_add_func ("/failures/ranking/steps", test_steps);
  g_test_add_func ("/failures/ranking/words", test_words);
  g_test_add_func ("/failures/ranking/no-end", test_no_end);
  g_test_add_func ("/failures/ranking/passed", test_passed);
  g_test_add_func ("/failures/ranking/went-well", test_went_well);
  g_test_add_func ("/failures/ranking/retried", test_retried);
  g_test_add_func ("/failures/ranking/short-names", test_short_names);

  return g_test_run ();
}
