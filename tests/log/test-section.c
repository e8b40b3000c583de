/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "section.h"

typedef struct {
  LineMark    mark;
  const char *name;
  gint64      time;
  gint64      took;
} Step;

static void
push (SectionList *sections,
      const Step  *steps,
      guint        n_steps)
{
  for (guint i = 0; i < n_steps; i++) {
    Line line = { .text = "", .time = steps[i].time, .mark = steps[i].mark,
                  .section = steps[i].name, .took = steps[i].took };

    section_list_push (sections, &line, i + 1);
  }
}

static void
check (GPtrArray  *sections,
       guint       index,
       const char *name,
       gint64      first_line,
       gint64      last_line,
       double      seconds,
       gboolean    open)
{
  const Section *section = g_ptr_array_index (sections, index);

  g_assert_cmpstr (section->name, ==, name);
  g_assert_cmpint (section->first_line, ==, first_line);
  g_assert_cmpint (section->last_line, ==, last_line);
  g_assert_cmpfloat (section->seconds, ==, seconds);
  g_assert_cmpint (section->open, ==, open);
}

static void
test_sections (void)
{
  static const Step steps[] = {
    { LINE_MARK_NONE, NULL, 500 },
    { LINE_MARK_SECTION_START, "one", 1000 },
    { LINE_MARK_NONE, NULL, LINE_NO_TIME },
    { LINE_MARK_SECTION_START_OPEN, "two", 3500 },
    { LINE_MARK_NONE, NULL, 4000 },
    { LINE_MARK_SECTION_END, NULL, 5000 },
    { LINE_MARK_NONE, NULL, 6000 },
    { LINE_MARK_SECTION_OPEN, NULL, 6000 },
    { LINE_MARK_SECTION_START, "three", LINE_NO_TIME },
    { LINE_MARK_SECTION_OPEN, NULL, LINE_NO_TIME },
  };
  g_autoptr (SectionList) list = section_list_new ();
  g_autoptr (GPtrArray) sections = NULL;

  push (list, steps, G_N_ELEMENTS (steps));
  sections = section_list_copy (list);

  g_assert_cmpuint (sections->len, ==, 3);
  check (sections, 0, "one", 2, 3, 2.5, FALSE);
  check (sections, 1, "two", 4, 6, 1.5, TRUE);
  check (sections, 2, "three", 9, 10, -1, TRUE);
}

/* A section that ended before a line has that line's time, but not the line. */
static void
test_ended_before (void)
{
  static const Step steps[] = {
    { LINE_MARK_SECTION_START, "one", 1000 },
    { LINE_MARK_NONE, NULL, 2000 },
    { LINE_MARK_SECTION_ENDED, NULL, 3000 },
    { LINE_MARK_NONE, NULL, 4000 },
    { LINE_MARK_SECTION_ENDED, NULL, 5000 },
  };
  g_autoptr (SectionList) list = section_list_new ();
  g_autoptr (GPtrArray) sections = NULL;

  push (list, steps, G_N_ELEMENTS (steps));
  sections = section_list_copy (list);

  g_assert_cmpuint (sections->len, ==, 1);
  check (sections, 0, "one", 1, 2, 2, FALSE);
}

/* What the CI says counts more than the times of the lines. */
static void
test_told_duration (void)
{
  static const Step steps[] = {
    { LINE_MARK_SECTION_START, "one", 1000, 500 },
    { LINE_MARK_NONE, NULL, 2000, 1000 },
    { LINE_MARK_SECTION_START, "two", 3000, 1500 },
    { LINE_MARK_NONE, NULL, 4000 },
    { LINE_MARK_SECTION_START, "three", LINE_NO_TIME },
    { LINE_MARK_SECTION_ENDED, NULL, LINE_NO_TIME, G_MAXINT64 },
  };
  g_autoptr (SectionList) list = section_list_new ();
  g_autoptr (GPtrArray) sections = NULL;

  push (list, steps, G_N_ELEMENTS (steps));
  sections = section_list_copy (list);

  g_assert_cmpuint (sections->len, ==, 3);
  check (sections, 0, "one", 1, 2, 2.5, FALSE);
  check (sections, 1, "two", 3, 4, 1, FALSE);
  check (sections, 2, "three", 5, 5, (double) G_MAXINT64 / 1000, FALSE);
}

static void
test_grows (void)
{
  static const Step steps[] = {
    { LINE_MARK_SECTION_START, "one", 1000 },
    { LINE_MARK_NONE, NULL, 2000 },
  };
  g_autoptr (SectionList) list = section_list_new ();
  g_autoptr (GPtrArray) none = section_list_copy (list);
  static const Step more[] = {
    { LINE_MARK_SECTION_START, "two", 3000 },
    { LINE_MARK_NONE, NULL, 4000 },
  };
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GPtrArray) third = NULL;

  push (list, steps, G_N_ELEMENTS (steps));
  first = section_list_copy (list);
  push (list, more, G_N_ELEMENTS (more));
  second = section_list_copy (list);
  push (list, more + 1, 1);
  third = section_list_copy (list);

  /* What was given stays as it is; what did not change is not made again. */
  g_assert_cmpuint (none->len, ==, 0);
  check (first, 0, "one", 1, 2, 1, FALSE);
  check (second, 0, "one", 1, 2, 2, FALSE);
  check (third, 0, "one", 1, 2, 2, FALSE);
  g_assert_true (g_ptr_array_index (second, 0) == g_ptr_array_index (third, 0));
  g_assert_true (g_ptr_array_index (second, 1) != g_ptr_array_index (third, 1));
}

/* What comes after the last one that is kept belongs to it, whether it had ended or not. */
static void
test_many (void)
{
  static const Step steps[] = {
    { LINE_MARK_SECTION_START, "a", 1000 },
    { LINE_MARK_SECTION_ENDED, NULL, 2000 },
  };
  g_autoptr (SectionList) list = section_list_new ();
  g_autoptr (GPtrArray) sections = NULL;

  for (int i = 0; i < 100002; i++)
    push (list, steps, G_N_ELEMENTS (steps));
  sections = section_list_copy (list);
  g_assert_cmpuint (sections->len, ==, 100000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/section/sections", test_sections);
  g_test_add_func ("/section/ended-before", test_ended_before);
  g_test_add_func ("/section/told-duration", test_told_duration);
  g_test_add_func ("/section/grows", test_grows);
  g_test_add_func ("/section/many", test_many);

  return g_test_run ();
}
