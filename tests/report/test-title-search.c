/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "title-part.h"
#include "title-search.h"

typedef struct {
  TitleSearch  search;
  GPtrArray   *failed;
} Sample;

static void
sample_init (Sample             *sample,
             const char * const *failed,
             const char * const *passed)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; passed[i] != NULL; i++)
    g_ptr_array_add (names, (char *) passed[i]);
  sample->failed = g_ptr_array_new ();
  for (guint i = 0; failed[i] != NULL; i++)
    g_ptr_array_add (sample->failed, (char *) failed[i]);
  sample->search.cutter = title_name_cutter_new ();
  sample->search.passed = title_names_new (names);
  sample->search.parts = g_ptr_array_new_with_free_func (g_free);
}

static void
sample_clear (Sample *sample)
{
  g_ptr_array_unref (sample->search.parts);
  title_names_free (sample->search.passed);
  title_name_cutter_free (sample->search.cutter);
  g_ptr_array_unref (sample->failed);
}

/* Each name that failed is matched by one of the parts, and none of the parts by one that passed. */
static void
assert_parts_fit (Sample *sample)
{
  g_autoptr (TitleNames) failed = NULL;
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  for (guint i = 0; i < sample->search.parts->len; i++)
    g_assert_false (title_search_may_match_passed (&sample->search,
                                                   g_ptr_array_index (sample->search.parts, i)));
  for (guint i = 0; i < sample->failed->len; i++) {
    gboolean matched = FALSE;

    g_ptr_array_set_size (one, 0);
    g_ptr_array_add (one, g_ptr_array_index (sample->failed, i));
    g_clear_pointer (&failed, title_names_free);
    failed = title_names_new (one);
    for (guint j = 0; j < sample->search.parts->len; j++) {
      g_autofree char *pattern = title_part_dup_pattern (g_ptr_array_index (sample->search.parts, j));

      matched = matched || title_names_may_match (failed, pattern);
    }
    g_assert_true (matched);
  }
}

static void
test_level_where_it_is_enough (void)
{
  const char * const failed[] = { "a.py::test_x[1]", "a.py::test_x[2]", NULL };
  const char * const passed[] = { "b.py::test_x[1]", NULL };
  Sample sample;

  sample_init (&sample, failed, passed);
  g_assert_true (title_search_take (&sample.search, sample.failed, TITLE_NAME_FILE));
  assert_parts_fit (&sample);
  for (guint i = 0; i < sample.search.parts->len; i++)
    g_assert_cmpstr (g_ptr_array_index (sample.search.parts, i), ==, "a.py");
  sample_clear (&sample);
}

static void
test_finer_where_one_passed (void)
{
  const char * const failed[] = { "a.py::test_load", "a.py::test_[x](.*)", "a.py::test_y[ä-1]",
                                  "js › says \"it's (not) ok?\"", NULL };
  const char * const passed[] = { "a.py::test_load_more", "a.py::test_[x](.*)+", "a.py::test_y[ä-2]",
                                  "more js › says \"it's (not) ok?\" twice", NULL };
  Sample sample;

  sample_init (&sample, failed, passed);
  g_assert_true (title_search_take (&sample.search, sample.failed, TITLE_NAME_FILE));
  assert_parts_fit (&sample);
  sample_clear (&sample);
}

static void
test_a_name_that_passed (void)
{
  const char * const both[] = { "a.py::test_x", NULL };
  Sample sample;

  sample_init (&sample, both, both);
  g_assert_false (title_search_take (&sample.search, sample.failed, TITLE_NAME_FILE));
  sample_clear (&sample);
}

static void
test_too_many (void)
{
  g_autoptr (GPtrArray) many = g_ptr_array_new_with_free_func (g_free);
  const char * const none[] = { NULL };
  Sample sample;

  for (guint i = 0; i <= TITLE_MAX_PARTS; i++)
    g_ptr_array_add (many, g_strdup_printf ("%c%u.py::test", 'a' + i % 26, i));
  sample_init (&sample, none, none);
  g_assert_false (title_search_take (&sample.search, many, TITLE_NAME_FILE));
  sample_clear (&sample);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/title-search/level-where-it-is-enough", test_level_where_it_is_enough);
  g_test_add_func ("/title-search/finer-where-one-passed", test_finer_where_one_passed);
  g_test_add_func ("/title-search/a-name-that-passed", test_a_name_that_passed);
  g_test_add_func ("/title-search/too-many", test_too_many);

  return g_test_run ();
}
