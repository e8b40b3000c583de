/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "written-colours.h"

static void
check (const char *text,
       const char *expected)
{
  g_autoptr (GString) plain = g_string_new ("before");
  gboolean had = written_colours_remove (text, strlen (text), plain);

  g_test_message ("%s", text);
  g_assert_cmpint (had, ==, written_colours_are_in (text, strlen (text)));
  g_assert_cmpstr (had ? plain->str : text, ==, expected);
}

static void
test_remove (void)
{
  check ("", "");
  check ("words", "words");
  check ("^ [[ ^[", "^ [[ ^[");
  check ("^[[31mFAIL^[[0m: a test", "FAIL: a test");
  check ("a ^[[38;5;9mred^[[m one^[[K", "a red one");
  check ("^[[1m^[[31m", "");
  check ("a[^[[a]*", "a[]*");
  check ("^[[", "^[[");
  check ("^[[12", "^[[12");
  check ("^[[ ^[[0m.", "^[[ .");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/written-colours/remove", test_remove);

  return g_test_run ();
}
