/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "lane-prefixes.h"
#include "own-rules.h"

/* Checks what is left of TEXT, and its lane's name (NULL: none). */
static void
check (LanePrefixes *prefixes,
       const char   *text,
       const char   *rest,
       const char   *lane)
{
  const char *found = NULL;
  gsize n = 0;

  if (lane_prefixes_may_find (prefixes, text, strlen (text)))
    n = lane_prefixes_find (prefixes, text, strlen (text), &found);
  g_assert_cmpstr (text + n, ==, rest);
  g_assert_cmpstr (found, ==, lane);
}

static LanePrefixes *
load (const char  *yaml,
      Rules      **ret_rules)
{
  *ret_rules = own_rules_load (yaml);

  return lane_prefixes_new (*ret_rules);
}

static void
test_starts (void)
{
  g_autoptr (Rules) rules = NULL;
  g_autoptr (LanePrefixes) prefixes =
    load ("lanes:\n"
          "  - { starts: ['##'], matches: '^#(?<lane>\\d+) (?:\\d+\\.\\d+ )?' }\n"
          "  - { starts: ['[pod/', '> '], matches: '^(?:\\[pod/(?<lane>\\w+)\\] |> )' }\n", &rules);

  check (prefixes, "#12 3.45 words", "words", "12");
  check (prefixes, "#12 words", "words", "12");
  check (prefixes, "# words", "# words", NULL);
  check (prefixes, "#", "#", NULL);
  check (prefixes, "", "", NULL);
  check (prefixes, "words #12 more", "words #12 more", NULL);
  /* One within the other, and one that tells no lane. */
  check (prefixes, "#7 [pod/web] words", "words", "7 web");
  check (prefixes, "> words", "words", NULL);
  check (prefixes, "[podium] words", "[podium] words", NULL);
}

/* A copy knows what the log told by then. */
static void
test_copy (void)
{
  g_autoptr (Rules) rules = NULL;
  g_autoptr (LanePrefixes) prefixes =
    load ("lanes:\n"
          "  - { announced: true, matches: '^(?<lane>\\w+): ' }\n", &rules);
  g_autoptr (LanePrefixes) copy = NULL;

  lane_prefixes_open (prefixes, g_ptr_array_index (rules->runners, 0), "web");
  copy = lane_prefixes_copy (prefixes);
  lane_prefixes_open (prefixes, g_ptr_array_index (rules->runners, 0), "db");
  check (copy, "web: words", "words", "web");
  check (copy, "db: words", "db: words", NULL);
  check (prefixes, "db: words", "words", "db");
}

static void
test_announced (void)
{
  g_autoptr (Rules) rules = NULL;
  g_autoptr (LanePrefixes) prefixes =
    load ("lanes:\n"
          "  - { announces: true, matches: '^(?<lane>\\w+)\\$ ' }\n"
          "  - { announced: true, matches: '^(?<lane>\\w+): ' }\n"
          "lines:\n"
          "  - { is: lanes, has: side }\n", &rules);

  check (prefixes, "web$ make", "web$ make", NULL);
  lane_prefixes_open (prefixes, g_ptr_array_index (rules->runners, 0), "desk");
  check (prefixes, "web: words", "web: words", NULL);
  check (prefixes, "desk: words", "words", "desk");
  check (prefixes, "web$ make", "make", "web");
  check (prefixes, "web: words", "words", "web");
  check (prefixes, "error: words", "error: words", NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/lane-prefixes/starts", test_starts);
  g_test_add_func ("/failures/lane-prefixes/copy", test_copy);
  g_test_add_func ("/failures/lane-prefixes/announced", test_announced);

  return g_test_run ();
}
