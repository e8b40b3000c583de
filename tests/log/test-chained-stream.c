/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "chained-stream.h"

static void
test_chain (void)
{
  g_autoptr (GInputStream) first = g_memory_input_stream_new_from_data ("one", 3, NULL);
  g_autoptr (GInputStream) rest = g_memory_input_stream_new_from_data ("two", 3, NULL);
  g_autoptr (GInputStream) stream = chained_stream_new (first, rest);
  char text[10] = { 0 };

  /* What is there is given before the rest is waited for. */
  g_assert_cmpint (g_input_stream_read (stream, text, 10, NULL, NULL), ==, 3);
  g_assert_cmpint (g_input_stream_read (stream, text + 3, 7, NULL, NULL), ==, 3);
  g_assert_cmpint (g_input_stream_read (stream, text + 6, 4, NULL, NULL), ==, 0);
  g_assert_cmpstr (text, ==, "onetwo");
}

static void
test_empty (void)
{
  g_autoptr (GInputStream) first = g_memory_input_stream_new ();
  g_autoptr (GInputStream) rest = g_memory_input_stream_new_from_data ("two", 3, NULL);
  g_autoptr (GInputStream) stream = chained_stream_new (first, rest);
  char text[10] = { 0 };

  g_assert_cmpint (g_input_stream_read (stream, text, 10, NULL, NULL), ==, 3);
  g_assert_cmpstr (text, ==, "two");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chained-stream/chain", test_chain);
  g_test_add_func ("/chained-stream/empty", test_empty);

  return g_test_run ();
}
