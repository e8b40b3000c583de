/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "log-test.h"
#include "log-view-copy-stream.h"

static GInputStream *
stream_new (const char *text)
{
  return g_memory_input_stream_new_from_data (g_strdup (text), (gssize) strlen (text), g_free);
}

static void
test_numbers (void)
{
  static const struct {
    const char *text;
    gint64      first;
    gint64      last;
    const char *numbered;
  } cases[] = {
    { "one\ntwo\n", 1, 2, "1  one\n2  two\n" },
    { "nine\n\neleven", 9, 11, " 9  nine\n10  \n11  eleven" },
    { "part", 3004, 3004, "3004  part" },
    { "", 1, 1, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = log_test_read (
      culprit_log_view_copy_stream_new_numbered (stream_new (cases[i].text), cases[i].first, cases[i].last, NULL));

    g_assert_cmpstr (text, ==, cases[i].numbered);
  }
}

/* A line that comes in many pieces gets one number. */
static void
test_long_lines (void)
{
  g_autofree char *line = g_strnfill (300000, 'x');
  g_autofree char *two = g_strconcat (line, "\n", line, "\n", NULL);
  g_autofree char *expected = g_strconcat ("1  ", line, "\n2  ", line, "\n", NULL);
  g_autofree char *text = log_test_read (culprit_log_view_copy_stream_new_numbered (stream_new (two), 1, 2, NULL));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_fence (void)
{
  static const struct {
    const char *text;
    gsize       fence;
    const char *block;
  } cases[] = {
    { "one\ntwo\n", 3, "```\none\ntwo\n```\n" },
    { "no end", 3, "```\nno end\n```\n" },
    { "a `b` c\n", 3, "```\na `b` c\n```\n" },
    { "```\ninside\n```\n", 4, "````\n```\ninside\n```\n````\n" },
    { "``````", 7, "```````\n``````\n```````\n" },
    { "", 3, "```\n```\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    gsize fence = culprit_log_view_copy_stream_get_fence (stream_new (cases[i].text), NULL);
    g_autofree char *text = log_test_read (
      culprit_log_view_copy_stream_new_fenced (stream_new (cases[i].text), fence));

    g_assert_cmpuint (fence, ==, cases[i].fence);
    g_assert_cmpstr (text, ==, cases[i].block);
  }
}

/* Backticks that come in two pieces are one run. */
static void
test_fence_over_pieces (void)
{
  g_autofree char *before = g_strnfill (64 * 1024 - 3, 'x');
  g_autofree char *text = g_strconcat (before, "`````\n", NULL);

  g_assert_cmpuint (culprit_log_view_copy_stream_get_fence (stream_new (text), NULL), ==, 6);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/log-view-copy-stream/numbers", test_numbers);
  g_test_add_func ("/log-view-copy-stream/long-lines", test_long_lines);
  g_test_add_func ("/log-view-copy-stream/fence", test_fence);
  g_test_add_func ("/log-view-copy-stream/fence-over-pieces", test_fence_over_pieces);

  return g_test_run ();
}
