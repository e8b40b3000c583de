/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "processes.h"

/* More than are kept. */
#define MANY 1000

typedef struct {
  Pattern      *prefix;
  PatternMatch *match;
  Processes    *processes;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr (GError) error = NULL;

  fixture->prefix = pattern_new ("^(?:\\((?<process>\\w+)\\) )?(?:INFO )?", &error);
  g_assert_no_error (error);
  fixture->match = pattern_match_new ();
  fixture->processes = processes_new (fixture->prefix);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  processes_free (fixture->processes);
  pattern_match_free (fixture->match);
  pattern_free (fixture->prefix);
}

static Process *
find (Fixture    *fixture,
      const char *text,
      const char *words)
{
  gsize start;
  Process *process = processes_find (fixture->processes, fixture->match, text, strlen (text), &start);

  g_assert_cmpstr (text + start, ==, words);

  return process;
}

static void
test_names (Fixture       *fixture,
            gconstpointer  user_data)
{
  Process *first = find (fixture, "(Worker1) INFO starts", "starts");

  g_assert_cmpstr (first->name, ==, "Worker1");
  g_assert_cmpint (first->last, ==, -1);
  g_assert_cmpint (first->follows, ==, -1);
  g_assert_true (find (fixture, "(Worker1) turns a page", "turns a page") == first);
  g_assert_cmpstr (find (fixture, "INFO starts", "starts")->name, ==, "");

  processes_set_lane (fixture->processes, "job 2");
  g_assert_cmpstr (processes_get_lane (fixture->processes), ==, "job 2");
  g_assert_cmpstr (find (fixture, "INFO starts", "starts")->name, ==, "job 2");
  g_assert_true (find (fixture, "(Worker1) ends", "ends") == first);
}

static void
test_open (Fixture       *fixture,
           gconstpointer  user_data)
{
  Process *first = find (fixture, "(Worker1) a", "a");
  Process *second = find (fixture, "(Worker2) b", "b");

  g_assert_false (processes_has_open (fixture->processes));
  processes_set_open (fixture->processes, first, TRUE);
  processes_set_open (fixture->processes, first, TRUE);
  processes_set_pointing (fixture->processes, second, TRUE);
  processes_set_open (fixture->processes, first, FALSE);
  g_assert_true (processes_has_open (fixture->processes));

  second->has_pointed = TRUE;
  processes_set_pointing (fixture->processes, second, FALSE);
  g_assert_false (second->has_pointed);
  g_assert_false (processes_has_open (fixture->processes));
}

static void
test_forget (Fixture       *fixture,
             gconstpointer  user_data)
{
  Process *process = find (fixture, "(Worker1) a", "a");

  process->last = 7;
  process->follows = 6;
  processes_forget (fixture->processes);
  g_assert_cmpint (process->last, ==, -1);
  g_assert_cmpint (process->follows, ==, -1);
}

/* Names without end take no memory without end. */
static void
test_many (Fixture       *fixture,
           gconstpointer  user_data)
{
  processes_set_open (fixture->processes, find (fixture, "(First) a", "a"), TRUE);
  for (guint i = 0; i < MANY; i++) {
    g_autofree char *text = g_strdup_printf ("(Worker%u) a", i);

    find (fixture, text, "a");
  }
  g_assert_false (processes_has_open (fixture->processes));
  g_assert_false (find (fixture, "(First) a", "a")->open);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/failures/processes/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/failures/processes/open", Fixture, NULL, set_up, test_open, tear_down);
  g_test_add ("/failures/processes/forget", Fixture, NULL, set_up, test_forget, tear_down);
  g_test_add ("/failures/processes/many", Fixture, NULL, set_up, test_many, tear_down);

  return g_test_run ();
}
