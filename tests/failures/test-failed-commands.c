/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "own-rules.h"

/* A tool that says which command failed, and a compiler. */
#define RULES "lines:\n" \
              "  - { is: failure, kind: error, weight: error, starts: 'FAILED ', matches: '^FAILED (?<message>.+)',\n" \
              "      until: '^NEXT' }\n" \
              "---\n" \
              "lines:\n" \
              "  - { is: failure, kind: compile, weight: report, starts: 'error ', matches: '^error (?<message>.+)',\n" \
              "      above: '^in ' }\n" \
              "  - { is: exit, starts: 'EXIT', matches: '^(?<message>EXIT)' }\n"

static void
test_shown_with_what_it_said (void)
{
  own_rules_check (RULES, "one\nFAILED a.o\ncc a.c\nin a.c\nerror wet\nNEXT\nEXIT\n",
                   "compile “”  “wet” 5 2-5\n"
                   "exit “”  “EXIT” 7 1-7\n");
}

/* Something else was said in between, or nothing at all. */
static void
test_shown_alone (void)
{
  own_rules_check (RULES, "FAILED a.o\ncc a.c\nNEXT\none\nerror wet\nEXIT\n",
                   "compile “”  “wet” 5 5-5\n"
                   "error “”  “a.o” 1 1-2\n"
                   "exit “”  “EXIT” 6 1-6\n");
  own_rules_check (RULES, "FAILED a.o\ncc a.c\nNEXT\nEXIT\n",
                   "error “”  “a.o” 1 1-2\n"
                   "exit “”  “EXIT” 4 1-4\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failed-commands/shown-with-what-it-said", test_shown_with_what_it_said);
  g_test_add_func ("/failed-commands/shown-alone", test_shown_alone);

  return g_test_run ();
}
