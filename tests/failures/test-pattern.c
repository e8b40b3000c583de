/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "data-file.h"
#include "pattern.h"

static void
test_groups (void)
{
  g_autoptr (Pattern) pattern = pattern_new ("(?<word>é+)(?<other>x)?", NULL);
  g_autoptr (PatternMatch) match = pattern_match_new ();
  g_autofree char *word = NULL;
  g_autofree char *other = NULL;
  g_autofree char *missing = NULL;
  gsize start, end;

  g_assert_cmpint (pattern_find (pattern, match, "abc", 3), ==, PATTERN_NO_MATCH);
  g_assert_cmpint (pattern_find (pattern, match, "a\303\251\303\251", 5), ==, PATTERN_MATCH);
  pattern_match_get_range (match, &start, &end);
  g_assert_cmpuint (start, ==, 1);
  g_assert_cmpuint (end, ==, 5);
  word = pattern_match_dup_group (pattern, match, "word", 3);
  other = pattern_match_dup_group (pattern, match, "other", 3);
  missing = pattern_match_dup_group (pattern, match, "missing", 3);
  g_assert_cmpstr (word, ==, "\303\251");
  g_assert_cmpstr (other, ==, "");
  g_assert_cmpstr (missing, ==, "");
}

static void
test_wrong (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (pattern_new ("(unclosed", &error));
  g_assert_nonnull (error);
}

/* What is shipped is compiled when it is tried. */
static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  DataFile *file = data_file_load_shipped ("rules/npm.yml", &error);
  const DataNode *lines = data_node_get (data_file_get_root (file), "lines");
  g_autoptr (Pattern) pattern = NULL;
  g_autoptr (PatternMatch) match = pattern_match_new ();

  g_assert_no_error (error);
  g_assert_true (pattern_read (NULL, &pattern, &error));
  g_assert_null (pattern);
  g_assert_true (pattern_read (data_node_get (data_node_get_item (lines, 1), "matches"), &pattern, &error));
  data_file_free (file);
  g_assert_cmpint (pattern_find (pattern, match, "added 3 packages in 2s", 22), ==, PATTERN_MATCH);
  g_assert_cmpint (pattern_find (pattern, match, "added 3 apples", 14), ==, PATTERN_NO_MATCH);
}

/* An expression that backtracks without end is stopped. */
static void
test_slow (void)
{
  g_autoptr (Pattern) pattern = pattern_new ("^(a+)+$", NULL);
  g_autoptr (PatternMatch) match = pattern_match_new ();
  g_autofree char *text = g_strnfill (64, 'a');

  text[63] = 'b';
  g_assert_cmpint (pattern_find (pattern, match, text, 64), ==, PATTERN_TOO_SLOW);
  g_assert_cmpint (pattern_find (pattern, match, text, 63), ==, PATTERN_MATCH);
}

static void
test_text (void)
{
  g_autofree char *cut = pattern_dup_text ("ab\303\251", 4, 3);
  g_autofree char *stripped = pattern_dup_text ("ab  ", 4, 10);

  g_assert_cmpstr (cut, ==, "ab");
  g_assert_cmpstr (stripped, ==, "ab");
}

/* A time that grows with the square of the length: no limit of PCRE2's counts that. */
static void
test_slow_in_long_text (void)
{
  g_autoptr (Pattern) pattern = pattern_new ("^.*(?:b.*c|b.*d)", NULL);
  g_autoptr (PatternMatch) match = pattern_match_new ();
  gsize length = 16 * 1024;
  g_autofree char *text = g_strnfill (length + 1, 'b');

  text[length] = 'c';
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (pattern_find (pattern, match, text, length), ==, PATTERN_TOO_SLOW);
  g_assert_cmpint (pattern_find (pattern, match, text, length + 1), ==, PATTERN_TOO_SLOW);
  g_assert_cmpint (pattern_find (pattern, match, text + length - 64, 65), ==, PATTERN_MATCH);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/pattern/groups", test_groups);
  g_test_add_func ("/failures/pattern/wrong", test_wrong);
  g_test_add_func ("/failures/pattern/read", test_read);
  g_test_add_func ("/failures/pattern/slow", test_slow);
  g_test_add_func ("/failures/pattern/slow-in-long-text", test_slow_in_long_text);
  g_test_add_func ("/failures/pattern/text", test_text);

  return g_test_run ();
}
