/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "title-part.h"

static GPtrArray *
split (const char *parts)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) list = g_strsplit (parts, ",", -1);

  for (guint i = 0; list[i] != NULL; i++)
    g_ptr_array_add (array, g_strdup (list[i]));

  return array;
}

static void
test_parts_are_joined (void)
{
  const struct {
    const char *parts;
    const char *pattern;
  } cases[] = {
    { "a", "a" },
    { "a/b.c", "a/b.c" },
    { "\001a\003b\002", "^a\\.b$" },
    { "a\004b", "a.*b" },
    { "one,two", "one|two" },
    { "t_two,t_one", "t_(one|two)" },
    { "t_a_x,t_b_x", "t_(a|b)_x" },
    { "t,t_a", "t|t_a" },
    { "getA,getB", "get(A|B)" },
    { "a/long_1,a/long_2,a/y,b/long_1,b/long_2", "a/long_(1|2)|a/y|b/long_(1|2)" },
    /* Brackets in brackets in brackets are not read by anybody. */
    { "r/a/long/x_1,r/a/long/x_2,r/a/long/y_1,r/a/long/y_2,r/b",
      "r/(a/long/(x_1|x_2|y_1|y_2)|b)" },
    { "ü[1],ü[2]", "ü\\[(1|2)\\]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) parts = split (cases[i].parts);
    g_autofree char *pattern = title_parts_dup_pattern (parts);

    g_assert_cmpstr (pattern, ==, cases[i].pattern);
  }
}

static void
test_parts_in_others_go (void)
{
  g_autoptr (GPtrArray) parts = split ("b,ab,a,b,bc,\001b");

  title_parts_clean (parts);
  g_assert_cmpuint (parts->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (parts, 0), ==, "a");
  g_assert_cmpstr (g_ptr_array_index (parts, 1), ==, "b");
}

static void
test_common_ends_with_a_word (void)
{
  g_assert_cmpuint (title_parts_get_common ("a/test_x", "a/test_y", 0), ==, 7);
  g_assert_cmpuint (title_parts_get_common ("a/test_x", "a/test_y", 2), ==, 5);
  g_assert_cmpuint (title_parts_get_common ("tested", "testing", 0), ==, 0);
  g_assert_cmpuint (title_parts_get_common ("x[1]", "x/2", 0), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/title-part/parts-are-joined", test_parts_are_joined);
  g_test_add_func ("/title-part/parts-in-others-go", test_parts_in_others_go);
  g_test_add_func ("/title-part/common-ends-with-a-word", test_common_ends_with_a_word);

  return g_test_run ();
}
