/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "own-rules.h"

/* A shell that tells where commands start, a build tool that does not, and what they run. */
static const char yaml[] =
  "name: shell\n"
  "lines:\n"
  "  - { is: nothing, command: was-ignored, starts: ['+ true'] }\n"
  "  - { is: nothing, command: starts-ignored, starts: ['+ may '] }\n"
  "  - { is: nothing, command: starts, starts: ['+ '] }\n"
  "---\n"
  "name: build\n"
  "lines:\n"
  "  - { is: nothing, command: was-ignored, ends: ['(ignored)'] }\n"
  "  - { is: failure, weight: echo, kind: exit, starts: ['STOP'] }\n"
  "---\n"
  "name: own\n"
  "lines:\n"
  "  - { is: failure, starts: 'TEST ', matches: '^TEST (?<test>\\w+)' }\n"
  "  - { is: failure, weight: echo, starts: 'BAD' }\n"
  "---\n"
  "name: other\n"
  "lines:\n"
  "  - { is: failure, starts: 'CASE ', matches: '^CASE (?<test>\\w+)' }\n";

static void
check (const char *text,
       const char *expected)
{
  own_rules_check (yaml, text, expected);
}

static void
test_was_ignored (void)
{
  check ("+ a\nTEST a\nCASE b\nBAD\n+ true\n", "");
  check ("+ a\nTEST a\n+ b\nCASE b\n+ true\n", "failed “a”  “TEST a” 2 2-2\n");
  check ("+ a\n+ true\nTEST a\n", "failed “a”  “TEST a” 3 3-3\n");
  check ("TEST a\n+ true\n", "");
  check ("CASE b\n.\n.\n.\n.\nTEST a\n+ true\n", "failed “b”  “CASE b” 1 1-1\n");
}

static void
test_starts_ignored (void)
{
  check ("+ may a\nTEST a\n+ b\nCASE b\n", "failed “b”  “CASE b” 4 4-4\n");
  check ("+ may a\nTEST a\nBAD\n", "");
}

/* Without a line that tells where the command starts, what the last program said is meant, if it spoke last. */
static void
test_speaker (void)
{
  check ("CASE b\nTEST a\nTEST c\nbuild (ignored)\n", "failed “b”  “CASE b” 1 1-1\n");
  check ("TEST a\n.\n.\n.\n.\nbuild (ignored)\n", "failed “a”  “TEST a” 1 1-1\n");
  check ("TEST a\nbuild (ignored)\nTEST b\nbuild (ignored)\n", "");
  check ("+ a\nTEST a\n+ b\nTEST b\nbuild (ignored)\n", "failed “a”  “TEST a” 2 2-2\n");
}

/* A job that failed, and for nothing else, did so for what was ignored. */
static void
test_taken_back (void)
{
  check ("TEST a\nbuild (ignored)\n.\nSTOP\n", "failed “a”  “TEST a” 1 1-1\nexit “”  “STOP” 4 1-4\n");
  check ("TEST a\nbuild (ignored)\nCASE b\nSTOP\n", "failed “b”  “CASE b” 3 3-3\nexit “”  “STOP” 4 1-4\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/ignored-commands/was-ignored", test_was_ignored);
  g_test_add_func ("/failures/ignored-commands/starts-ignored", test_starts_ignored);
  g_test_add_func ("/failures/ignored-commands/speaker", test_speaker);
  g_test_add_func ("/failures/ignored-commands/taken-back", test_taken_back);

  return g_test_run ();
}
