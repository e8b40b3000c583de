/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "checker.h"

static const char * const outcomes[] = { "unknown", "failed", "passed", "retried", "other" };
static const char * const chapters[] = {
  "none", "progress", "failures", "errors", "summary", "other",
};

static void
describe_sessions (TestRun *run,
                   GString *string)
{
  for (guint i = 0; i < run->sessions->len; i++) {
    const TestSession *session = g_ptr_array_index (run->sessions, i);

    g_string_append_printf (string, "session %d-%d", (int) session->first_line,
                            (int) session->last_line);
    if (session->summary_line != 0)
      g_string_append_printf (string, " summary %d", (int) session->summary_line);
    if (session->n_items > 0)
      g_string_append_printf (string, " items %u", session->n_items);
    if (session->claimed >= 0)
      g_string_append_printf (string, " claims %d", session->claimed);
    if (session->file != NULL)
      g_string_append_printf (string, " at “%s”", session->file);
    if (session->running != NULL)
      g_string_append_printf (string, " left “%s” %d", session->running,
                              (int) session->running_line);
    if (session->is_parallel)
      g_string_append (string, " parallel");
    g_string_append_c (string, '\n');
  }
}

static void
describe_part (const TestPart *part,
               GString        *string)
{
  g_string_append_printf (string, "part %u “%s” %s %d-%d\n", part->session, part->test,
                          outcomes[part->outcome], (int) part->first_line, (int) part->last_line);
}

static void
describe_parts (TestRun *run,
                GString *string)
{
  for (guint i = 0; i < run->parts->len; i++)
    describe_part (g_ptr_array_index (run->parts, i), string);
  if (run->part != NULL)
    describe_part (run->part, string);
  for (guint i = 0; i < run->retries->len; i++) {
    const TestRetry *retry = g_ptr_array_index (run->retries, i);

    g_string_append_printf (string, "retry %u “%s” %d-%d%s\n", retry->session, retry->test,
                            (int) retry->first_line, (int) retry->line,
                            retry->passed ? " passed" : "");
  }
  for (guint i = 0; i < run->stops->len; i++) {
    const TestStop *stop = g_ptr_array_index (run->stops, i);

    g_string_append_printf (string, "stop %u %s “%s” “%s” %d: %d-%d%s\n", stop->session,
                            failure_kind_to_string (stop->kind), stop->test, stop->message,
                            (int) stop->line, (int) stop->first_line, (int) stop->last_line,
                            stop->is_over ? " over" : "");
  }
}

static void
describe_tests (TestRun *run,
                GString *string)
{
  for (guint i = 0; i < run->reports->len; i++) {
    const TestReport *report = g_ptr_array_index (run->reports, i);

    g_string_append_printf (string, "report %u %s “%s” %d-%d end %d detail %d “%s” “%s”\n",
                            report->session, chapters[report->chapter], report->heading,
                            (int) report->line, (int) report->last_line, (int) report->end_line,
                            (int) report->detail_line, report->message,
                            report->exception);
  }
  for (guint i = 0; i < run->items->len; i++) {
    const TestItem *item = g_ptr_array_index (run->items, i);

    g_string_append_printf (string, "item %u “%s” %s %d-%d “%s”\n", item->session, item->test,
                            failure_kind_to_string (item->kind), (int) item->line,
                            (int) item->last_line, item->message);
  }
  for (guint i = 0; i < run->passed_names->len; i++) {
    const char *name = g_ptr_array_index (run->passed_names, i);

    g_string_append_printf (string, "passed “%s” in %u\n", name,
                            GPOINTER_TO_UINT (g_hash_table_lookup (run->passed, name)));
  }
}

typedef struct {
  const char *text;
  const char *expected;
} Case;

static void
check_cases (const Case *cases,
             guint       n_cases)
{
  for (guint i = 0; i < n_cases; i++) {
    g_autoptr (Checker) checker = checker_new ();
    g_autoptr (GString) string = g_string_new (NULL);

    g_test_message ("%s", cases[i].text);
    checker_push (checker, cases[i].text);
    describe_sessions (checker->run, string);
    describe_parts (checker->run, string);
    describe_tests (checker->run, string);
    g_assert_cmpstr (string->str, ==, cases[i].expected);
  }
}

static void
test_sessions (void)
{
  static const Case cases[] = {
    { "words\n", "session 1-0\n" },
    { "words\nSESSION\nTOTAL 2 failed, 1 errors\n", "session 1-0\nsession 2-3 claims 3\n" },
    /* The first totals count. */
    { "SESSION\nTOTAL 1 failed\nTOTAL 5 failed\n", "session 1-0\nsession 1-2 claims 1\n" },
    { "SESSION\nTOTAL 9 passed\nSESSION\n= SUMMARY\nTOTAL 1 errors\n",
      "session 1-0\nsession 1-2 claims 0\nsession 3-5 summary 4 claims 1\n" },
    /* The session starts above the log. */
    { "= SUMMARY\nTOTAL 1 failed\n", "session 1-2 summary 1 claims 1\n" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
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
test_parts (void)
{
  static const Case cases[] = {
    /* Start and outcome apart, and in one line. */
    { "SESSION\nRUN a\nwords\nBAD\nBAD b\n",
      "session 1-0\nsession 1-0\npart 1 “a” failed 2-4\npart 1 “b” failed 5-5\n" },
    /* Those that passed are names only, others are nothing. */
    { "SESSION\nRUN a\nGOOD\nGOOD b\nSKIP c\n",
      "session 1-0\nsession 1-0\npassed “a” in 1\npassed “b” in 1\n" },
    /* The next test, session or chapter ends one without an outcome, and it is not kept. */
    { "SESSION\nRUN a\nRUN b\n", "session 1-0\nsession 1-0\npart 1 “b” unknown 3-0\n" },
    { "SESSION\nRUN a\n= FAILURES\n", "session 1-0\nsession 1-0 left “a” 2\n" },
    { "SESSION\nRUN a\nSESSION\n", "session 1-0\nsession 1-0 left “a” 2\nsession 3-0\n" },
    { "SESSION\nRUN a\nRUN b\nGOOD\nTOTAL 0 failed\n", "session 1-0\nsession 1-5 claims 0\npassed “b” in 1\n" },
    /* Tried again, and what came of it. */
    { "SESSION\nRUN a\nwords\nAGAIN\nRUN a\nGOOD\nAGAIN b\nBAD b\n",
      "session 1-0\nsession 1-0\npart 1 “b” failed 8-8\nretry 1 “a” 2-4 passed\nretry 1 “b” 7-7\n"
      "passed “a” in 1\n" },
    { "SESSION\nAGAIN a\nSESSION\nGOOD a\n",
      "session 1-0\nsession 1-0\nsession 3-0\nretry 1 “a” 2-2\npassed “a” in 2\n" },
    /* Side by side. */
    { "SESSION\nRUN a\nRUN b\n[w1] BAD a\n",
      "session 1-0\nsession 1-0 parallel\npart 1 “a” failed 4-4\n" },
    /* No name: what stands after the last test, or the start. */
    { "SESSION\nwords\nBAD\nwords\nwords\nBAD\n",
      "session 1-0\nsession 1-0\npart 1 “” failed 1-3\npart 1 “” failed 4-6\n" },
    /* After the totals a word alone is no outcome. */
    { "SESSION\nTOTAL 1 failed\nBAD\n", "session 1-0\nsession 1-2 claims 1\n" },
    /* The summary names tests that passed; the last session counts. */
    { "SESSION\nGOOD a\nSESSION\n= SUMMARY\nGOOD a\nGOOD b\nBAD c\n",
      "session 1-0\nsession 1-0\nsession 3-0 summary 4\npassed “a” in 2\npassed “b” in 2\n" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_reports (void)
{
  static const Case cases[] = {
    { "SESSION\n= FAILURES\n__ a __\ncode\nE KeyError: 'a'\n\nx.py:3: KeyError\n-- output\nmore\n"
      "__ b __\nE words\n= SUMMARY\n",
      "session 1-0\nsession 1-0 summary 12\n"
      "report 1 failures “a” 3-7 end 9 detail 5 “KeyError: 'a'” “KeyError”\n"
      "report 1 failures “b” 10-11 end 11 detail 11 “words” “”\n" },
    /* Lines that tell nothing belong to it, blank ones at its end do not. */
    { "SESSION\n= ERRORS\n__ a __\ncode\ncode\n \n\n",
      "session 1-0\nsession 1-0\nreport 1 errors “a” 3-5 end 0 detail 0 “” “”\n" },
    /* The first of the last lines that tell; one that names the exception before one that does
     * not. */
    { "SESSION\n= FAILURES\n__ a __\nE one\ncode\ncode\nE two\nE three\n",
      "session 1-0\nsession 1-0\nreport 1 failures “a” 3-8 end 0 detail 8 “two” “”\n" },
    { "SESSION\n= FAILURES\n__ a __\nE source\nE KeyError: 'a'\nE more\n",
      "session 1-0\nsession 1-0\nreport 1 failures “a” 3-6 end 0 detail 6 “KeyError: 'a'” “”\n" },
    /* What the test printed explains nothing. */
    { "SESSION\n= FAILURES\n__ a __\nE one\n-- output\nE two\nx.py:1: KeyError\n",
      "session 1-0\nsession 1-0\nreport 1 failures “a” 3-4 end 0 detail 4 “one” “”\n" },
    /* The log starts within a report; what follows its location is the next one's. */
    { "code\nE KeyError\nx.py:1: KeyError\n__ b __\nE two\nTOTAL 2 failed\n",
      "session 1-6 claims 2\n"
      "report 0 none “” 1-3 end 3 detail 2 “KeyError” “KeyError”\n"
      "report 0 none “b” 4-5 end 5 detail 5 “two” “”\n" },
    /* A line knows better which test it is. */
    { "SESSION\n= FAILURES\n__ x.py __\nworker died in x.py::a\n",
      "session 1-0\nsession 1-0\nreport 1 failures “x.py::a” 3-4 end 0 detail 4 “worker died” “”\n" },
    { "code\nE KeyError\nx.py:1: KeyError\nwords\n",
      "session 1-0\nreport 0 none “” 1-3 end 3 detail 2 “KeyError” “KeyError”\n" },
    /* A heading outside of any report is none. */
    { "__ a __\n", "session 1-0\n" },
    { "SESSION\nTOTAL 0 failed\n__ a __\nE one\n", "session 1-0\nsession 1-2 claims 0\n" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_items (void)
{
  static const Case cases[] = {
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

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_stops (void)
{
  static const Case cases[] = {
    { "SESSION\nRUN a\nCRASH: fault\n\n  at one\n  at two\nwords\n",
      "session 1-0\nsession 1-0\npart 1 “a” unknown 2-0\nstop 1 crash “a” “fault” 3: 3-6\n" },
    /* The line names the test itself, or only where it is. */
    { "SESSION\nCRASH in a: fault\n  at one\n",
      "session 1-0\nsession 1-0\nstop 1 crash “a” “fault” 2: 2-3\n" },
    { "SESSION\nAT x.py\nCRASH: fault\n",
      "session 1-0\nsession 1-0 at “x.py”\nstop 1 crash “x.py” “fault” 3: 3-3\n" },
    /* Frames end where something else is said, and are none without a crash. */
    { "SESSION\nCRASH: fault\n  at one\nwords\nwords\n  at two\n",
      "session 1-0\nsession 1-0\nstop 1 crash “” “fault” 2: 2-3\n" },
    { "SESSION\n  at one\n", "session 1-0\nsession 1-0\n" },
    /* The first crash counts. */
    { "SESSION\nCRASH: one\nCRASH: two\n",
      "session 1-0\nsession 1-0\nstop 1 crash “” “one” 2: 2-2\n" },
    { "SESSION\nCRASH: one\nSESSION\nCRASH: two\n",
      "session 1-0\nsession 1-0\nsession 3-0\nstop 1 crash “” “one” 2: 2-2\n"
      "stop 2 crash “” “two” 4: 4-4\n" },
    /* A test went down, not the runner. */
    { "SESSION\nRUN a\nCRASH: one\nBAD\n",
      "session 1-0\nsession 1-0\npart 1 “a” failed 2-4\nstop 1 crash “a” “one” 3: 3-3 over\n" },
    /* What was raised. */
    { "SESSION\nBROKEN\n  at one\nE KeyError: 'a'\n",
      "session 1-0\nsession 1-0\nstop 1 error “” “KeyError: 'a'” 4: 2-4\n" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* Frames name the test that ran: right above or below one of the runner's own. */
static void
test_frames (void)
{
  static const Case cases[] = {
    { "SESSION\nCRASH: fault\n  at /w/lib.py one\n  at /w/x.py test_a\n  CALLED BY\n  at /w/run.py main\n",
      "session 1-0\nsession 1-0\nstop 1 crash “/w/x.py::test_a” “fault” 2: 2-5\n" },
    { "SESSION\nAT x.py\nCRASH: fault\n  at /w/x.py test_a\n  CALLED BY\n",
      "session 1-0\nsession 1-0 at “x.py”\nstop 1 crash “x.py::test_a” “fault” 3: 3-5\n" },
    /* Of another file than the one that it is at. */
    { "SESSION\nAT x.py\nCRASH: fault\n  at /w/y.py test_a\n  CALLED BY\n",
      "session 1-0\nsession 1-0 at “x.py”\nstop 1 crash “x.py” “fault” 3: 3-5\n" },
    /* A name that is known is a better one. */
    { "SESSION\nRUN x.py::a[1]\nCRASH: fault\n  at /w/x.py a\n  CALLED BY\n",
      "session 1-0\nsession 1-0\npart 1 “x.py::a[1]” unknown 2-0\nstop 1 crash “x.py::a[1]” “fault” 3: 3-5\n" },
    /* The one that started last is another. */
    { "SESSION\nRUN x.py::a\nCRASH: fault\n  at /w/x.py b\n  CALLED BY\n",
      "session 1-0\nsession 1-0\npart 1 “x.py::a” unknown 2-0\nstop 1 crash “/w/x.py::b” “fault” 3: 3-5\n" },
    /* Innermost last, between two lines of the same words. */
    { "SESSION\nLATE\nwords\nwords\nwords\n  at /w/run.py main\n  CALLS\n  at /w/x.py test_a\n"
      "  at /w/lib.py one\nLATE\n",
      "session 1-0\nsession 1-0\nstop 1 timeout “/w/x.py::test_a” “LATE” 10: 8-10\n" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
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
  g_test_add_func ("/failures/test-run-lines/parts", test_parts);
  g_test_add_func ("/failures/test-run-lines/reports", test_reports);
  g_test_add_func ("/failures/test-run-lines/items", test_items);
  g_test_add_func ("/failures/test-run-lines/stops", test_stops);
  g_test_add_func ("/failures/test-run-lines/frames", test_frames);
  g_test_add_func ("/failures/test-run-lines/open", test_open);
  g_test_add_func ("/failures/test-run-lines/limits", test_limits);

  return g_test_run ();
}
