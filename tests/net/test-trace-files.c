/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "log-sample.h"
#include "trace-files.h"

/* The files that lines FIRST to LAST of TEXT name. */
static void
check (const char *text,
       gint64      first,
       gint64      last,
       const char *expected)
{
  g_autoptr (JobLog) log = log_sample_new (text);
  g_autoptr (Failure) failure = failure_new ();
  g_auto (GStrv) files = NULL;
  g_autofree char *joined = NULL;

  failure->first_line = first;
  failure->last_line = last;
  files = trace_files_read (log, failure);
  joined = g_strjoinv (" ", files);
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_spellings (void)
{
  check ("tests/a/test_b.py:12: AssertionError\n", 1, 1, "tests/a/test_b.py");
  check ("  File \"/quill/pages.py\", line 3, in turn\n", 1, 1, "/quill/pages.py");
  check ("src/page.c:7:3: error: no ink\n", 1, 1, "src/page.c");
  check ("    at Page.turn (src/page.ts:9:1)\n", 1, 1, "src/page.ts");
  check ("C:\\quill\\page.cs(4,2): error\n", 1, 1, "\\quill\\page.cs");
  check ("at 10:20:30 we took 3.5:1 of it\n", 1, 1, "");
}

static void
test_range (void)
{
  const char *text = "a.py:1: x\nb.py:2: x\nb.py:3: x\nc.py:4: x\n";

  check (text, 2, 3, "b.py");
  check (text, 1, 4, "a.py b.py c.py");
  check (text, 3, 99, "b.py c.py");
  check (text, 0, 0, "");
}

static void
test_many (void)
{
  GString *text = g_string_new (NULL);
  g_autoptr (JobLog) log = NULL;
  g_autoptr (Failure) failure = failure_new ();
  g_auto (GStrv) files = NULL;

  for (int i = 0; i < 100; i++)
    g_string_append_printf (text, "a%d.py:1: x\n", i);
  log = log_sample_new (text->str);
  failure->first_line = 1;
  failure->last_line = 100;
  files = trace_files_read (log, failure);
  g_assert_cmpuint (g_strv_length (files), ==, 20);
  g_string_free (text, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/trace-files/spellings", test_spellings);
  g_test_add_func ("/net/trace-files/range", test_range);
  g_test_add_func ("/net/trace-files/many", test_many);

  return g_test_run ();
}
