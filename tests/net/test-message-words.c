/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "message-words.h"

static double
compare (const char *exception,
         const char *message,
         const char *line)
{
  g_autoptr (MessageWords) a = message_words_new (exception, message);
  g_autoptr (MessageWords) b = message_words_new ("", line);

  return message_words_compare (a, b);
}

static void
test_same (void)
{
  g_assert_cmpfloat (compare ("quill.ink.BottleError", "bottle 'b-17' of shelf 3 is locked by /usr/bin/press, pid 0xfe",
                              "E   quill.ink.BottleError: bottle 'c-2' of shelf 44 is locked by /opt/press, pid 7"),
                     ==, 1);
  g_assert_cmpfloat (compare ("", "BottleError: the last bottle stays on its shelf",
                              "FAILED test_ink.py::test_b - BottleError: The last bottle stays on its shelf"), ==, 1);
}

static void
test_other (void)
{
  g_assert_cmpfloat (compare ("BottleError", "the last bottle stays on its shelf",
                              "ShelfError: the last bottle stays on its shelf"), ==, 0);
  g_assert_cmpfloat (compare ("BottleError", "the last bottle stays on its shelf",
                              "BottleError: one page could never be printed twice"), <, 0.3);
}

static void
test_says_little (void)
{
  g_assert_cmpfloat (compare ("AssertionError", "assert False", "AssertionError: assert False"), ==, 0);
  g_assert_cmpfloat (compare ("", "exit status 137", "exit status 137"), ==, 0);
  g_assert_cmpfloat (compare ("", "", ""), ==, 0);
}

static void
test_cut (void)
{
  g_assert_cmpfloat (compare ("BottleError",
                              "last bottle stays below its own shelf until somebody fetches another one upstairs today",
                              "BottleError: last bottle stays below its own shelf until somebody"), >=, 0.75);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/message-words/same", test_same);
  g_test_add_func ("/net/message-words/other", test_other);
  g_test_add_func ("/net/message-words/says-little", test_says_little);
  g_test_add_func ("/net/message-words/cut", test_cut);

  return g_test_run ();
}
