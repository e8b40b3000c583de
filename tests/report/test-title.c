/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "title.h"

static GPtrArray *
split (const char *names)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (names, "\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      g_ptr_array_add (array, g_strdup (parts[i]));

  return array;
}

static const struct {
  const char *failed;
  const char *passed;
  const char *pattern;
} cases[] = {
  /* One is the beginning of the other. */
  { "distributed/test_elastic_ep.py::test_elastic_ep_scaling\n"
    "distributed/test_elastic_ep.py::test_elastic_ep_scaling_uneven", "",
    "distributed/test_elastic_ep.py::test_elastic_ep_scaling" },
  /* Parameters go where no other parameters passed. */
  { "a/test_x.py::test_y[1-two]", "", "a/test_x.py::test_y" },
  { "a/test_x.py::test_y[1-two]\na/test_x.py::test_y[2-two]", "a/test_x.py::test_z[1]",
    "a/test_x.py::test_y" },
  { "a/test_x.py::test_y[1-two]", "a/test_x.py::test_y[2-two]", "a/test_x.py::test_y\\[1-two\\]" },
  { "a.py::test_y[D.DELTA]\na.py::test_y[D.FINAL]", "a.py::test_y[D.NONE]",
    "a.py::test_y\\[D.(DELTA|FINAL)\\]" },
  /* A passed one begins like it. */
  { "a.py::test_y", "a.py::test_y_more", "a.py::test_y$" },
  { "a.py::test_y[1]", "a.py::test_y_more[1]", "a.py::test_y\\[" },
  { "a.py::test_y\na.py::test_y_b", "a.py::test_y_a", "a.py::test_(y|y_b)$" },
  /* Several tests, several files. */
  { "tests/x.py::test_save\ntests/x.py::test_load", "tests/x.py::test_list",
    "tests/x.py::test_(load|save)" },
  { "v1/a.py::test_one\nv1/b.py::test_two", "", "v1/(a.py::test_one|b.py::test_two)" },
  { "alpha::one\nbeta::two", "", "alpha::one|beta::two" },
  /* Shorter, since it is read by people. */
  { "entrypoints/llm/test_generate.py::test_v1_v2_api_consistency_single_prompt_tokens[p0]\n"
    "entrypoints/llm/test_generate.py::test_v1_v2_api_consistency_single_prompt_tokens[p1]\n"
    "entrypoints/llm/test_generate.py::test_v1_v2_api_consistency_multi_prompt_tokens\n"
    "entrypoints/llm/test_generate.py::test_multiple_sampling_params", "",
    "entrypoints/llm/test_generate.py::test_(multiple_sampling_params|v1_v2_api_consistency)" },
  /* Not shorter where that would match one that passed. */
  { "test_one_two_three_four_five_six_seven_eight_nine_a\n"
    "test_one_two_three_four_five_six_seven_eight_nine_b\n"
    "test_ten_eleven_twelve_thirteen_fourteen", "test_one_two_three_four_five_six_seven_eight_nine_c",
    "test_(one_two_three_four_five_six_seven_eight_nine_a|one_two_three_four_five_six_seven_eight_nine_b|"
    "ten_eleven_twelve_thirteen_fourteen)" },
  { "a.py::test_$(x)+", "", "a.py::test_\\$\\(x\\)\\+" },
  { "pkg::Übung::größe[ä]", "", "pkg::Übung::größe" },
  /* Nothing tells them apart. */
  { "a.py::test_y", "a.py::test_y", NULL },
  { "", "a.py::test_y", NULL },
};

static void
test_patterns (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) failed = split (cases[i].failed);
    g_autoptr (GPtrArray) passed = split (cases[i].passed);
    g_autofree char *pattern = title_dup_pattern (failed, passed, 240);
    guint failed_matched;
    guint passed_matched;

    g_assert_cmpstr (pattern, ==, cases[i].pattern);
    if (pattern == NULL)
      continue;
    g_assert_true (title_check_pattern (pattern, failed, passed, &failed_matched, &passed_matched));
    g_assert_cmpuint (failed_matched, ==, failed->len);
    g_assert_cmpuint (passed_matched, ==, 0);
  }
}

static void
test_many_are_named_by_their_files (void)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GPtrArray) failed = NULL;
  g_autoptr (GPtrArray) passed = g_ptr_array_new ();
  g_autofree char *pattern = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (names, "tests/test_%s.py::test_%u\n", i % 2 ? "a" : "b", i * 7919 % 99991);
  failed = split (names->str);
  pattern = title_dup_pattern (failed, passed, 240);

  g_assert_cmpstr (pattern, ==, "tests/test_(a.py|b.py)");
}

static void
test_no_room (void)
{
  g_autoptr (GPtrArray) failed = split ("tests/a.py::test_one");
  g_autoptr (GPtrArray) passed = g_ptr_array_new ();
  g_autofree char *file = title_dup_pattern (failed, passed, 12);

  g_assert_cmpstr (file, ==, "tests/a.py");
  g_assert_null (title_dup_pattern (failed, passed, 5));
}

static void
test_check (void)
{
  g_autoptr (GPtrArray) failed = split ("a.py::one\na.py::two");
  g_autoptr (GPtrArray) passed = split ("a.py::three\nb.py::one");
  guint failed_matched;
  guint passed_matched;

  g_assert_true (title_check_pattern ("one|two", failed, passed, &failed_matched, &passed_matched));
  g_assert_cmpuint (failed_matched, ==, 2);
  g_assert_cmpuint (passed_matched, ==, 1);
  g_assert_false (title_check_pattern ("one(", failed, passed, &failed_matched, &passed_matched));
}

/* A pattern that somebody typed must not take for ever. */
static void
test_slow_pattern_ends (void)
{
  g_autofree char *name = g_strnfill (2000, 'a');
  g_autoptr (GPtrArray) failed = g_ptr_array_new ();
  g_autoptr (GPtrArray) passed = g_ptr_array_new ();
  gint64 before = g_get_monotonic_time ();
  guint failed_matched;
  guint passed_matched;

  for (guint i = 0; i < 100; i++)
    g_ptr_array_add (failed, name);
  g_assert_true (title_check_pattern ("(a+)+$b|(a|aa)+$c", failed, passed, &failed_matched,
                                      &passed_matched));
  g_assert_cmpuint (failed_matched, ==, 0);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 20 * G_TIME_SPAN_SECOND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/title/patterns", test_patterns);
  g_test_add_func ("/title/many-are-named-by-their-files", test_many_are_named_by_their_files);
  g_test_add_func ("/title/no-room", test_no_room);
  g_test_add_func ("/title/check", test_check);
  g_test_add_func ("/title/slow-pattern-ends", test_slow_pattern_ends);

  return g_test_run ();
}
