/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "own-rules.h"

#define RULES "lines:\n" \
              "  - { is: failure, starts: 'TEST ', matches: '^TEST (?<test>\\S+)' }\n" \
              "  - { is: failure, weight: error, starts: 'LIST ', matches: '^LIST (?<test>\\S+)' }\n" \
              "  - { is: exit, starts: 'EXIT', matches: '^(?<message>EXIT)' }\n"

static void
test_class (void)
{
  own_rules_check (RULES, "TEST opens\nTEST shuts\nLIST Page.opens\nLIST Page.shuts\n.\n.\nEXIT\n",
                   "failed “Page.opens”  “TEST opens” 1 1-1\n"
                   "failed “Page.shuts”  “TEST shuts” 2 2-2\n"
                   "exit “”  “EXIT” 7 1-7\n");
}

/* One report is of one test, and a name that tells more stays. */
static void
test_others (void)
{
  own_rules_check (RULES, "TEST opens\nLIST Page.opens\nLIST Shelf.opens\nEXIT\n",
                   "failed “Page.opens”  “TEST opens” 1 1-1\n"
                   "failed “Shelf.opens”  “LIST Shelf.opens” 3 3-3\n"
                   "exit “”  “EXIT” 4 1-4\n");
  own_rules_check (RULES, "TEST quill.Page.opens\nLIST Page.opens\nEXIT\n",
                   "failed “quill.Page.opens”  “TEST quill.Page.opens” 1 1-1\n"
                   "exit “”  “EXIT” 3 1-3\n");
  own_rules_check (RULES, "TEST open\nLIST Page.opens\nEXIT\n",
                   "failed “open”  “TEST open” 1 1-1\n"
                   "failed “Page.opens”  “LIST Page.opens” 2 2-2\n"
                   "exit “”  “EXIT” 3 1-3\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/listed-names/class", test_class);
  g_test_add_func ("/listed-names/others", test_others);

  return g_test_run ();
}
