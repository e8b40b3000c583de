/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "lines.h"

#define START   "== test session starts ==\nx.py::test_t starts\n"
#define WORKER  "(Worker_TP0 pid=12) ERROR 05-07 08:11:40 [exec.py:9] "
#define ENGINE  "(APIServer pid=1) (EngineCore pid=11) ERROR 05-07 08:11:40 [core.py:8] "
#define END(message) \
  "FAILED\n== short test summary info ==\nFAILED x.py::test_t - " message "\n== 1 failed in 1s ==\n"

/* The cause that TEXT's only failure has, or NULL. */
static const FailureCause *
get_cause (Findings *findings)
{
  g_assert_cmpuint (findings->failures->len, ==, 1);

  return get_failure (findings, 0)->cause;
}

/* The engine quotes the worker, and is printed first. */
static void
test_quote (void)
{
  g_autoptr (Findings) findings =
    find_in (START
             ENGINE "EngineCore encountered a fatal error.\n"
             ENGINE "Traceback (most recent call last):\n"
             ENGINE "  File \"a.py\", line 1, in run\n"
             ENGINE "RuntimeError: Worker failed with error 'Workspace is locked', see above\n"
             WORKER "WorkerProc hit an exception.\n"
             ENGINE "and something else\n"
             WORKER "  File \"b.py\", line 2, in run\n"
             WORKER "    raise AssertionError (\n"
             WORKER "AssertionError: Workspace is locked [repeated 4x across cluster]\n"
             END ("AssertionError: accuracy 0.0 is below 0.5"));
  const FailureCause *cause = get_cause (findings);

  g_assert_nonnull (cause);
  g_assert_cmpstr (cause->exception, ==, "AssertionError");
  g_assert_cmpstr (cause->message, ==, "Workspace is locked");
  g_assert_cmpstr (cause->process, ==, "Worker_TP0 pid=12");
  g_assert_cmpint (cause->line, ==, 11);
  g_assert_cmpint (cause->first_line, ==, 7);
  g_assert_cmpint (cause->last_line, ==, 11);
}

static void
test_chain (void)
{
  g_autoptr (Findings) findings =
    find_in (START
             "Traceback (most recent call last):\n"
             "  File \"a.py\", line 1, in run\n"
             "KeyError: 'the root of it'\n"
             "\n"
             "The above exception was the direct cause of the following exception:\n"
             "\n"
             "Traceback (most recent call last):\n"
             "  File \"b.py\", line 1, in run\n"
             "RuntimeError: it did not start\n"
             END ("EngineDeadError: EngineCore encountered an issue. See stack trace (above)"));
  const FailureCause *cause = get_cause (findings);

  g_assert_nonnull (cause);
  g_assert_cmpstr (cause->exception, ==, "KeyError");
  g_assert_cmpstr (cause->process, ==, "");
  g_assert_cmpint (cause->first_line, ==, 3);
  g_assert_cmpint (cause->line, ==, 5);
}

/* Ray prints the end of an actor in its own way. */
static void
test_actor (void)
{
  g_autoptr (Findings) findings =
    find_in (START
             "(Actor pid=5) Exception raised in creation task: The actor died because of …\n"
             "(Actor pid=5)            ^^^^^^\n"
             "(Actor pid=5)   File \"a.py\", line 1, in __init__\n"
             "(Actor pid=5) ValueError: the name exists already\n"
             END ("assert False"));
  const FailureCause *cause = get_cause (findings);

  g_assert_nonnull (cause);
  g_assert_cmpstr (cause->message, ==, "the name exists already");
  g_assert_cmpint (cause->first_line, ==, 3);
}

/* No guess where nothing points to a cause. */
static void
test_none (void)
{
  static const char * const texts[] = {
    /* Logged, but nobody died of it, and the test says something of its own. */
    START WORKER "Traceback (most recent call last):\n" WORKER "  File \"a.py\", line 1, in f\n"
      WORKER "ValueError: a bad request\n" END ("AssertionError: 'a' != 'b'"),
    /* The test itself raised it. */
    START "Traceback (most recent call last):\n  File \"a.py\", line 1, in f\nValueError: words\n"
      END ("AssertionError: 'a' != 'b'"),
    /* Another test's. */
    "== test session starts ==\nx.py::test_s starts\n"
      "(Actor pid=5) Exception raised in creation task:\n(Actor pid=5)   File \"a.py\", line 1\n"
      "(Actor pid=5) ValueError: the name exists already\nPASSED\nx.py::test_t starts\n"
      END ("assert False"),
    /* All that there is are echoes. */
    START ENGINE "Traceback (most recent call last):\n" ENGINE "  File \"a.py\", line 1, in f\n"
      ENGINE "EngineDeadError: see above\n" END ("assert False"),
    /* The test says the same. */
    START ENGINE "EngineCore failed to start.\n" ENGINE "Traceback (most recent call last):\n"
      ENGINE "  File \"a.py\", line 1, in f\n" ENGINE "ValueError: the model is too large\n"
      END ("ValueError: the model is too large"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (Findings) findings = find_in (texts[i]);

    g_test_message ("%u", i);
    g_assert_null (get_cause (findings));
  }
}

/* What one test's engine died of, the tests that share it fail with. */
static void
test_row (void)
{
  g_autoptr (Findings) findings =
    find_in ("== test session starts ==\n"
             "x.py::test_s starts\n"
             ENGINE "Traceback (most recent call last):\n"
             ENGINE "  File \"a.py\", line 1, in f\n"
             ENGINE "ValueError: the root of it\n"
             "FAILED\n"
             "x.py::test_t starts\n"
             "FAILED\n"
             "== short test summary info ==\n"
             "FAILED x.py::test_s - EngineDeadError: see above\n"
             "FAILED x.py::test_t - EngineDeadError: see above\n");

  g_assert_cmpuint (findings->failures->len, ==, 2);
  for (guint i = 0; i < 2; i++) {
    g_assert_nonnull (get_failure (findings, i)->cause);
    g_assert_cmpint (get_failure (findings, i)->cause->line, ==, 5);
  }
}

/* Of several engines in a row it is the last one's; what a fixture fails with, it fails with again. */
static void
test_before (void)
{
  g_autoptr (Findings) findings =
    find_in ("== test session starts ==\n"
             "x.py::test_r starts\n"
             "(RayWorkerWrapper pid=7, ip=10.0.4.7) Traceback (most recent call last):\n"
             "(RayWorkerWrapper pid=7, ip=10.0.4.7)   File \"a.py\", line 1, in f\n"
             "(RayWorkerWrapper pid=7, ip=10.0.4.7) KeyError: 'the first one'\n"
             "FAILED\n"
             "x.py::test_s starts\n"
             "[rank1]: Traceback (most recent call last):\n"
             "[rank1]:   File \"a.py\", line 1, in f\n"
             "[rank1]: ValueError: the second one\n"
             "FAILED\n"
             "x.py::test_t starts\n"
             "FAILED(APIServer pid=1) INFO: goes\n"
             "x.py::test_u FAILED(APIServer pid=2) INFO: goes\n"
             "x.py::test_v starts\n"
             "(Actor pid=5) Traceback (most recent call last):\n"
             "(Actor pid=5)   File \"a.py\", line 1\n"
             "(Actor pid=5) OSError: the third one\n"
             "ERROR\n"
             "x.py::test_w ERROR\n"
             "x.py::test_x starts\n"
             "ERROR\n"
             "== short test summary info ==\n"
             "FAILED x.py::test_r - EngineDeadError: see above\n"
             "FAILED x.py::test_s - EngineDeadError: see above\n"
             "FAILED x.py::test_t - EngineDeadError: see above\n"
             "FAILED x.py::test_u - EngineDeadError: see above\n"
             "ERROR x.py::test_v - RuntimeError: Server exited unexpectedly.\n"
             "ERROR x.py::test_w - RuntimeError: Server exited unexpectedly.\n"
             "ERROR x.py::test_x - RuntimeError: Server exited unexpectedly.\n");
  static const int lines[] = { 5, 10, 10, 10, 18, 18, 0 };

  g_assert_cmpuint (findings->failures->len, ==, G_N_ELEMENTS (lines));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    const FailureCause *cause = get_failure (findings, i)->cause;

    g_test_message ("%u", i);
    g_assert_cmpint (cause != NULL ? cause->line : 0, ==, lines[i]);
  }
  g_assert_cmpstr (get_failure (findings, 0)->cause->process, ==,
                   "RayWorkerWrapper pid=7, ip=10.0.4.7");
  g_assert_cmpstr (get_failure (findings, 1)->cause->process, ==, "rank1");
}

/* What ends a process without an exception. */
static void
test_silent (void)
{
  static const struct {
    const char *line;
    const char *message;
    const char *process;
  } ends[] = {
    { "(EngineCore pid=11) !!!!!!! Segfault encountered !!!!!!!\n", "encountered", "EngineCore pid=11" },
    { "ERROR 05-07 08:11:40 [e.py:1] Worker proc Worker-1 died unexpectedly, shutting down executor.\n",
      "Worker proc Worker-1 died unexpectedly", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    g_autofree char *text = g_strconcat (START, ends[i].line, END ("EngineDeadError: see above"), NULL);
    g_autoptr (Findings) findings = find_in (text);
    const FailureCause *cause = get_cause (findings);

    g_assert_nonnull (cause);
    g_assert_cmpstr (cause->message, ==, ends[i].message);
    g_assert_cmpstr (cause->process, ==, ends[i].process);
  }
}

/* What a test printed stands in its report where pytest captures it. */
static void
test_captured (void)
{
  g_autoptr (Findings) findings =
    find_in ("== test session starts ==\n"
             "== FAILURES ==\n"
             "____ test_t ____\n"
             "E   assert False\n"
             "x.py:3: AssertionError\n"
             "---- Captured stderr call ----\n"
             "(Actor pid=5) Exception raised in creation task:\n"
             "(Actor pid=5)   File \"a.py\", line 1\n"
             "(Actor pid=5) ValueError: the name exists already\n"
             "== short test summary info ==\n"
             "FAILED x.py::test_t - assert False\n");
  const FailureCause *cause = get_cause (findings);

  g_assert_nonnull (cause);
  g_assert_cmpint (cause->line, ==, 9);
}

/* The test's own report stays what explains it, with the list below, also where it only says that the engine
 * died. */
static void
test_range (void)
{
  static const char * const details[] = {
    "E   EngineDeadError: see above\n\n",
    "E   EngineDeadError: see above\nE    +  where 1 = f ()\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (details); i++) {
    g_autofree char *text =
      g_strconcat ("== test session starts ==\n"
                   "x.py::test_t starts\n"
                   "Traceback (most recent call last):\n"
                   "  File \"a.py\", line 1, in f\n"
                   "ValueError: the root of it\n"
                   "FAILED\n"
                   "== FAILURES ==\n"
                   "____ test_t ____\n",
                   details[i],
                   "== short test summary info ==\n"
                   "FAILED x.py::test_t - EngineDeadError: see above\n", NULL);
    g_autoptr (Findings) findings = find_in (text);

    g_assert_nonnull (get_cause (findings));
    check_lines (findings, 0, 12, 8, 12);
  }
}

/* Thousands of tests that fail one after the other since what they share is gone, none of which says
 * why: that none does is known at once. */
static void
test_many_echoes (void)
{
  g_autoptr (GString) text = g_string_new ("== test session starts ==\n");
  g_autoptr (Findings) findings = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (text, "x.py::t%u\nTraceback (most recent call last):\n"
                            "  File \"a.py\", line 1, in run\n"
                            "RuntimeError: Engine core initialization failed. %u\nFAILED\n", i, i);
  g_string_append (text, "== short test summary info ==\n");
  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (text, "FAILED x.py::t%u - EngineDeadError: EngineCore encountered an issue.\n",
                            i);
  findings = find_in (text->str);
  g_assert_cmpuint (findings->failures->len, ==, 2000);
  for (guint i = 0; i < findings->failures->len; i++)
    g_assert_null (get_failure (findings, i)->cause);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/cause/quote", test_quote);
  g_test_add_func ("/failures/cause/chain", test_chain);
  g_test_add_func ("/failures/cause/actor", test_actor);
  g_test_add_func ("/failures/cause/none", test_none);
  g_test_add_func ("/failures/cause/row", test_row);
  g_test_add_func ("/failures/cause/before", test_before);
  g_test_add_func ("/failures/cause/silent", test_silent);
  g_test_add_func ("/failures/cause/captured", test_captured);
  g_test_add_func ("/failures/cause/range", test_range);
  g_test_add_func ("/failures/cause/many-echoes", test_many_echoes);

  return g_test_run ();
}
