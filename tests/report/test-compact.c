/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "compact.h"

static void
check (const char *before,
       const char *after)
{
  g_auto (GStrv) parts = g_strsplit (before, "\n", -1);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (lines, g_strdup (parts[i]));
  compact_lines (lines);
  g_ptr_array_add (lines, NULL);
  joined = g_strjoinv ("\n", (GStrv) lines->pdata);

  g_assert_cmpstr (joined, ==, after);
}

static void
test_shared_groups_go (void)
{
  check ("(A pid=1) (B pid=2) one\n(A pid=1) (B pid=2)   two", "(B pid=2) one\n(B pid=2)   two");
  check ("(A pid=1) (R pid=2) (W pid=2) one\n(A pid=1) (R pid=2) (W pid=2) two",
         "(W pid=2) one\n(W pid=2) two");
  check ("(A pid=1) (B pid=2) one\n(A pid=1) (C pid=3) two", "(B pid=2) one\n(C pid=3) two");
  check ("(A pid=1) (B pid=2)\n(A pid=1) (B pid=2) two", "(B pid=2)\n(B pid=2) two");
}

static void
test_own_group_stays (void)
{
  check ("(A pid=1) one\n(A pid=1) two", "(A pid=1) one\n(A pid=1) two");
  check ("(A pid=1) (B pid=2) one\n(A pid=1) own", "(B pid=2) one\n(A pid=1) own");
  check ("(A) (B) one\nplain\n(C) (D) two", "(B) one\nplain\n(D) two");
  check ("(unclosed (B) x\n() (B) y", "(unclosed (B) x\n() (B) y");
  check ("(A)(B) x", "(A)(B) x");
}

static void
test_wide_rules (void)
{
  g_autofree char *ends = g_strnfill (67, '=');
  g_autofree char *wide = g_strconcat (ends, " short test summary info ", ends, "=", NULL);
  g_autofree char *narrow_ends = g_strnfill (27, '=');
  g_autofree char *narrow = g_strconcat (narrow_ends, " short test summary info ", narrow_ends, NULL);

  check (wide, narrow);
  check (narrow, narrow);
  check ("_ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _",
         "_ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _");
  check (ends, ends);
  check ("a = b", "a = b");
}

static void
test_repeats_are_folded (void)
{
  check ("a\na\na\na\nb\nb\nc", "a (×4)\nb\nb\nc");
  check ("a\n\n\n\n\nb", "a\n\n\n\n\nb");
  check ("(A) (B) x\n(A) (B) x\n(A) (B) x", "(B) x (×3)");
  check ("a\nb\na\nb\na\nb\nc", "a\nb\n… these 2 lines (×3) …\nc");
  check ("x\na\na\nb\na\na\nb\na\na\nb\na\na", "x\na\na\nb\n… these 3 lines (×3) …\na\na");
  check ("a\nb\na\nb\na", "a\nb\na\nb\na");
}

static void
test_double_spacing_goes (void)
{
  check ("a\n\nb\n\nc\n\n\n\nd\n", "a\nb\nc\n\n\nd");
  check ("a\n\nb\n\nc\n\nd\ne", "a\n\nb\n\nc\n\nd\ne");
  check ("a\n\nb\n", "a\n\nb\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/compact/shared-groups-go", test_shared_groups_go);
  g_test_add_func ("/compact/own-group-stays", test_own_group_stays);
  g_test_add_func ("/compact/wide-rules", test_wide_rules);
  g_test_add_func ("/compact/repeats-are-folded", test_repeats_are_folded);
  g_test_add_func ("/compact/double-spacing-goes", test_double_spacing_goes);

  return g_test_run ();
}
