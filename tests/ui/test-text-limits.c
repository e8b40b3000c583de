/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "text-limits.h"

static void
test_short (void)
{
  g_autofree char *text = culprit_dup_shown_text ("one\ttwo\r\nthree");

  g_assert_cmpstr (text, ==, "one two  three");
}

static void
test_long (void)
{
  GString *text = g_string_new ("");
  g_autofree char *shown = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "ä");
  shown = culprit_dup_shown_text (text->str);
  g_assert_cmpint (g_utf8_strlen (shown, -1), ==, 1001);
  g_assert_true (g_str_has_suffix (shown, "ä…"));
  g_string_free (text, TRUE);
}

static void
test_bytes (void)
{
  GString *text = g_string_new ("");
  g_autofree char *shown = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '\xff');
  shown = culprit_dup_shown_text (text->str);
  g_assert_true (g_utf8_validate (shown, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (shown, -1), ==, 1001);
  g_string_free (text, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-limits/short", test_short);
  g_test_add_func ("/text-limits/long", test_long);
  g_test_add_func ("/text-limits/bytes", test_bytes);

  return g_test_run ();
}
