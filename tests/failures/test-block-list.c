/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "block-list.h"

static const Runner runner = { .name = (char *) "own" };
static const LineRule report = { .runner = &runner, .weight = WEIGHT_REPORT };
static const LineRule word = { .runner = &runner, .weight = WEIGHT_WORD };

static void
add (BlockList      *list,
     const LineRule *rule,
     const char     *test,
     const char     *message,
     gint64          first_line,
     gint64          last_line)
{
  Block *block = block_new (rule);

  g_free (block->test);
  block->test = g_strdup (test);
  g_free (block->message);
  block->message = g_strdup (message);
  block->first_line = block->line = first_line;
  block->last_line = last_line;
  block_list_add (list, block, 0);
}

/* "a wet 1-4 ": test, message and lines of each. */
static void
check (const GPtrArray *blocks,
       const char      *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++) {
    const Block *block = g_ptr_array_index (blocks, i);

    g_string_append_printf (text, "%s %s %d-%d ", block->test, block->message,
                            (int) block->first_line, (int) block->last_line);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

/* What explains a test best, or both where they are one piece. */
static void
test_again (void)
{
  g_autoptr (BlockList) list = block_list_new ();

  add (list, &report, "a", "wet", 1, 4);
  add (list, &report, "b", "dry", 30, 31);
  add (list, &report, "a", "wetter", 60, 70);
  add (list, &report, "b", "again", 90, 90);
  check (list->reports, "a wetter 60-70 b dry 30-31 ");
  g_assert_cmpint (block_list_find (list, &runner, NULL, "", "b")->line, ==, 90);
  g_assert_null (block_list_find (list, &runner, NULL, "", "c"));

  add (list, &report, "c", "wet", 100, 104);
  add (list, &report, "c", "end", 108, 110);
  check (list->reports, "a wetter 60-70 b dry 30-31 c wet 100-110 ");
}

static void
test_pieces (void)
{
  g_autoptr (BlockList) list = block_list_new ();

  add (list, &word, "", "one", 1, 2);
  add (list, &word, "", "two", 4, 5);
  add (list, &word, "", "three", 20, 20);
  add (list, &word, "", "three", 40, 40);      /* said before */
  check (list->others, " one 1-5  three 20-20 ");
  g_assert_cmpuint (list->reports->len, ==, 0);
}

/* One that stands next to another step's is its own. */
static void
test_steps (void)
{
  g_autoptr (BlockList) list = block_list_new ();
  Block *block = block_new (&word);

  add (list, &word, "", "one", 1, 2);
  block->first_line = block->line = block->last_line = 4;
  block_list_add (list, block, 3);
  check (list->others, " one 1-2   4-4 ");
}

static void
test_bounds (void)
{
  g_autoptr (BlockList) list = block_list_new ();

  for (int i = 0; i < 3000; i++) {
    g_autofree char *name = g_strdup_printf ("t%d", i);

    add (list, &report, name, "", 10 * i + 1, 10 * i + 1);
    add (list, &word, "", name, 10 * i + 5, 10 * i + 5);
  }
  g_assert_cmpuint (list->reports->len, ==, 2000);
  g_assert_cmpuint (list->n_left_out, ==, 1000);
  g_assert_cmpuint (list->others->len, ==, 500);
  g_assert_cmpstr (((Block *) g_ptr_array_index (list->others, 99))->message, ==, "t99");
  g_assert_cmpstr (((Block *) g_ptr_array_index (list->others, 499))->message, ==, "t2999");
}

/* One that is left out takes no name from one that is kept. */
static void
test_left_out_namesake (void)
{
  g_autoptr (BlockList) list = block_list_new ();

  add (list, &report, "a", "wet", 1, 4);
  block_list_name_suite (list, &runner, "x/one");
  for (int i = 1; i < 2000; i++) {
    g_autofree char *name = g_strdup_printf ("t%d", i);

    add (list, &report, name, "", 10 * i + 1, 10 * i + 1);
  }
  add (list, &report, "a", "dry", 30001, 30002);
  g_assert_cmpuint (list->reports->len, ==, 2000);
  g_assert_nonnull (block_list_find (list, &runner, NULL, "x/one", "a"));
}

/* Tests of the same name in two suites are two; a suite is told below its tests, or in short. */
static void
test_suites (void)
{
  g_autoptr (BlockList) list = block_list_new ();
  Block *again;

  add (list, &report, "a", "wet", 1, 4);
  block_list_name_suite (list, &runner, "x/one");
  add (list, &report, "a", "dry", 30, 31);
  block_list_name_suite (list, &runner, "x/two");
  check (list->reports, "a wet 1-4 a dry 30-31 ");
  add (list, &report, "a", "wetter", 60, 70);
  block_list_name_suite (list, &runner, "x/one");
  check (list->reports, "a wetter 60-70 a dry 30-31 ");

  again = block_list_find (list, &runner, NULL, "./two", "a");
  g_assert_cmpstr (again->suite, ==, "x/two");
  g_assert_null (block_list_find (list, &runner, NULL, "x/three", "a"));
  g_assert_null (block_list_find (list, &runner, NULL, "", "a"));
  g_assert_true (block_list_has (list, &runner, NULL, "a"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/block-list/left-out-namesake", test_left_out_namesake);
  g_test_add_func ("/block-list/suites", test_suites);
  g_test_add_func ("/failures/block-list/again", test_again);
  g_test_add_func ("/failures/block-list/pieces", test_pieces);
  g_test_add_func ("/failures/block-list/steps", test_steps);
  g_test_add_func ("/failures/block-list/bounds", test_bounds);

  return g_test_run ();
}
