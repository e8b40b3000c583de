/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "own-string.h"

static void
test_set (void)
{
  g_autofree char *field = g_strdup ("page");

  own_string_set (&field, field + 2);
  g_assert_cmpstr (field, ==, "ge");
  own_string_set (&field, "margin");
  g_assert_cmpstr (field, ==, "margin");
  own_string_set (&field, NULL);
  g_assert_cmpstr (field, ==, "");
}

static void
test_new (void)
{
  g_autofree char *none = own_string_new (NULL);
  g_autofree char *good = own_string_new ("Seite ä");
  g_autofree char *broken = own_string_new ("a\xff");

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (good, ==, "Seite ä");
  g_assert_cmpstr (broken, ==, "a\xef\xbf\xbd");
}

static void
test_compare (void)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  g_ptr_array_add (list, (gpointer) "ink");
  g_ptr_array_add (list, (gpointer) "page");
  g_ptr_array_add (list, (gpointer) "Zoo");
  g_ptr_array_add (list, (gpointer) "ä");
  g_ptr_array_sort (list, own_string_compare);
  g_assert_cmpstr (g_ptr_array_index (list, 0), ==, "Zoo");
  g_assert_cmpstr (g_ptr_array_index (list, 1), ==, "ink");
  g_assert_cmpstr (g_ptr_array_index (list, 2), ==, "page");
  g_assert_cmpstr (g_ptr_array_index (list, 3), ==, "ä");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/own-string/set", test_set);
  g_test_add_func ("/own-string/new", test_new);
  g_test_add_func ("/own-string/compare", test_compare);

  return g_test_run ();
}
