/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "row-marks.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RowMarks, row_marks_free)

#define ACUTE    0x301
#define DIAERESIS 0x308

static void
test_add (void)
{
  g_autoptr (RowMarks) marks = NULL;

  g_assert_null (row_marks_get (marks, 0));
  row_marks_add (&marks, 3, ACUTE);
  row_marks_add (&marks, 3, DIAERESIS);
  g_assert_cmpstr (row_marks_get (marks, 3), ==, "\xcc\x81\xcc\x88");
  g_assert_null (row_marks_get (marks, 2));
  g_assert_null (row_marks_get (marks, 4));
}

static void
test_limit (void)
{
  g_autoptr (RowMarks) marks = NULL;

  for (guint i = 0; i < 1000; i++)
    row_marks_add (&marks, 0, ACUTE);
  g_assert_cmpint (g_utf8_strlen (row_marks_get (marks, 0), -1), ==, ROW_MARKS_LIMIT);
}

static void
test_move (void)
{
  g_autoptr (RowMarks) marks = NULL;

  row_marks_add (&marks, 2, ACUTE);
  row_marks_add (&marks, 5, DIAERESIS);
  row_marks_insert (marks, 3, 4);
  g_assert_cmpstr (row_marks_get (marks, 2), ==, "\xcc\x81");
  g_assert_null (row_marks_get (marks, 5));
  g_assert_cmpstr (row_marks_get (marks, 9), ==, "\xcc\x88");
  row_marks_insert (marks, 100, 4);
  row_marks_remove (marks, 2, 3);
  g_assert_null (row_marks_get (marks, 2));
  g_assert_cmpstr (row_marks_get (marks, 6), ==, "\xcc\x88");
  row_marks_remove (marks, 4, 1000);
  g_assert_null (row_marks_get (marks, 6));
}

static void
test_drop (void)
{
  g_autoptr (RowMarks) marks = NULL;

  row_marks_drop (marks, 0, 10);
  row_marks_insert (marks, 0, 10);
  row_marks_remove (marks, 0, 10);
  for (guint i = 0; i < 4; i++)
    row_marks_add (&marks, i, ACUTE);
  row_marks_drop (marks, 1, 3);
  g_assert_nonnull (row_marks_get (marks, 0));
  g_assert_null (row_marks_get (marks, 1));
  g_assert_null (row_marks_get (marks, 2));
  g_assert_nonnull (row_marks_get (marks, 3));
  row_marks_drop (marks, 0, 1000);
  g_assert_null (row_marks_get (marks, 3));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/row-marks/add", test_add);
  g_test_add_func ("/row-marks/limit", test_limit);
  g_test_add_func ("/row-marks/move", test_move);
  g_test_add_func ("/row-marks/drop", test_drop);

  return g_test_run ();
}
