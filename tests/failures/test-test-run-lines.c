/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "run-text.h"

static void
test_sessions (void)
{
  static const RunCase cases[] = {
    { "words\n", "session 1-0\n" },
    { "words\nSESSION\nTOTAL 2 failed, 1 errors\n", "session 1-0\nsession 2-3 claims 3\n" },
    /* The first totals count. */
    { "SESSION\nTOTAL 1 failed\nTOTAL 5 failed\n", "session 1-0\nsession 1-2 claims 1\n" },
    { "SESSION\nTOTAL 9 passed\nSESSION\n= SUMMARY\nTOTAL 1 errors\n",
      "session 1-0\nsession 1-2 claims 0\nsession 3-5 summary 4 claims 1\n" },
    /* So many that they do not fit a number. */
    { "SESSION\nTOTAL 999999999 failed, 999999999 failed, 999999999 errors\n",
      "session 1-0\nsession 1-2 claims 1000000\n" },
    /* The session starts above the log. */
    { "= SUMMARY\nTOTAL 1 failed\n", "session 1-2 summary 1 claims 1\n" },
  };

  check_runs (cases, G_N_ELEMENTS (cases));
}

/* What a line is depends on the chapter that it stands in. */
static void
test_chapters (void)
{
  static const struct { const char *text; Chapter chapter; } chapter_texts[] = {
    { "words\n", CHAPTER_NONE },
    { "SESSION\n", CHAPTER_PROGRESS },
    { "SESSION\n= FAILURES\n", CHAPTER_FAILURES },
    { "SESSION\n= FAILURES\n= ERRORS\n", CHAPTER_ERRORS },
    { "SESSION\n= OTHER\n", CHAPTER_OTHER },
    { "SESSION\n= SUMMARY\n", CHAPTER_SUMMARY },
    { "SESSION\n= SUMMARY\nTOTAL 1 failed\n", CHAPTER_NONE },
    { "= SUMMARY\nSESSION\n", CHAPTER_PROGRESS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (chapter_texts); i++) {
    g_autoptr (Checker) checker = checker_new ();

    checker_push (checker, chapter_texts[i].text);
    g_assert_cmpint (checker->run->chapter, ==, chapter_texts[i].chapter);
  }
}

static void
test_items (void)
{
  static const RunCase cases[] = {
    { "SESSION\n= SUMMARY\nFAILED x.py::a - KeyError: 'a'\nmore\nERROR x.py::b\nTOTAL 1 failed\n",
      "session 1-0\nsession 1-6 summary 2 items 2 claims 1\n"
      "item 1 “x.py::a” failed 3-4 “KeyError: 'a'”\nitem 1 “x.py::b” error 5-5 “”\n" },
    /* A message goes on until the summary ends. */
    { "SESSION\n= SUMMARY\nFAILED x.py::a - one\n!!! stopped !!!\nwords\n",
      "session 1-0\nsession 1-0 summary 2 items 1\nitem 1 “x.py::a” failed 3-3 “one”\n" },
    /* No summary: only the line itself. */
    { "FAILED x.py::a - one\nwords\n",
      "session 1-0 items 1\nitem 0 “x.py::a” failed 1-1 “one”\n" },
    /* A name with what looks like its end is known from the test that ran, or its report. */
    { "SESSION\nBAD x.py::a[b - c]\n= SUMMARY\nFAILED x.py::a[b - c] - one\n",
      "session 1-0\nsession 1-0 summary 3 items 1\npart 1 “x.py::a[b - c]” failed 2-2\n"
      "item 1 “x.py::a[b - c]” failed 4-4 “one”\n" },
    { "SESSION\n= FAILURES\n__ a[b - c] __\n= SUMMARY\nFAILED x.py::a[b - c]\n",
      "session 1-0\nsession 1-0 summary 4 items 1\n"
      "report 1 failures “a[b - c]” 3-3 end 3 detail 0 “” “”\n"
      "item 1 “x.py::a[b - c]” failed 5-5 “”\n" },
  };

  check_runs (cases, G_N_ELEMENTS (cases));
}

/* Each line is asked for while a report or an item is open; and the runner is seen once it
 * says something that only it says. */
static void
test_open (void)
{
  static const struct { const char *text; gboolean open; gboolean seen; } open_texts[] = {
    { "words\n", FALSE, FALSE },
    { "BAD a\n", FALSE, FALSE },
    { "SESSION\n", FALSE, TRUE },
    { "TOTAL 1 failed\n", FALSE, TRUE },
    { "= FAILURES\n__ a __\n", TRUE, TRUE },
    { "= FAILURES\n__ a __\n= OTHER\n", FALSE, TRUE },
    { "= FAILURES\n__ a __\nSESSION\n", FALSE, TRUE },
    { "FAILED x.py::a\n", TRUE, TRUE },
    { "= SUMMARY\nFAILED x.py::a\n!!!\n", FALSE, TRUE },
    { "= SUMMARY\nFAILED x.py::a\nTOTAL 1 failed\n", FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (open_texts); i++) {
    g_autoptr (Checker) checker = checker_new ();

    g_test_message ("%s", open_texts[i].text);
    checker_push (checker, open_texts[i].text);
    g_assert_cmpint (test_run_is_open (checker->run), ==, open_texts[i].open);
    g_assert_cmpint (checker->run->is_seen, ==, open_texts[i].seen);
  }
}

/* What a hostile log may cost. */
static void
test_limits (void)
{
  g_autoptr (Checker) checker = checker_new ();
  g_autoptr (GString) text = g_string_new ("SESSION\n");

  for (guint i = 0; i < 2500; i++)
    g_string_append_printf (text, "BAD b%u\nAGAIN b%u\n", i, i);
  for (guint i = 0; i < 21000; i++)
    g_string_append_printf (text, "GOOD g%u\n", i);
  for (guint i = 0; i < 200; i++)
    g_string_append (text, "CRASH: fault\nGOOD g1\n");
  g_string_append (text, "= FAILURES\n");
  for (guint i = 0; i < 2500; i++)
    g_string_append_printf (text, "__ b%u __\n", i);
  g_string_append (text, "= SUMMARY\n");
  for (guint i = 0; i < 2500; i++)
    g_string_append_printf (text, "FAILED x.py::b%u\n", i);
  checker_push (checker, text->str);

  g_assert_cmpuint (checker->run->parts->len, ==, 2000);
  g_assert_cmpuint (checker->run->passed_names->len, ==, 20000);
  g_assert_cmpuint (checker->run->reports->len, ==, 2000);
  g_assert_cmpuint (checker->run->items->len, ==, 2000);
  g_assert_cmpuint (checker->run->n_left_out, ==, 500);
  g_assert_cmpuint (checker->run->retries->len, ==, 2000);
  g_assert_cmpuint (checker->run->stops->len, ==, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/test-run-lines/sessions", test_sessions);
  g_test_add_func ("/failures/test-run-lines/chapters", test_chapters);
  g_test_add_func ("/failures/test-run-lines/items", test_items);
  g_test_add_func ("/failures/test-run-lines/open", test_open);
  g_test_add_func ("/failures/test-run-lines/limits", test_limits);

  return g_test_run ();
}
