/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "literals.h"

static void
found (guint    id,
       gsize    end,
       gpointer user_data)
{
  g_string_append_printf (user_data, "%u@%u ", id, (guint) end);
}

static void
check (const char *text,
       const char *expected)
{
  g_autoptr (Literals) literals = literals_new ();
  g_autoptr (GString) hits = g_string_new (NULL);

  literals_add (literals, "she", FALSE, 1);
  literals_add (literals, "he", FALSE, 2);
  literals_add (literals, "hers", FALSE, 3);
  literals_add (literals, "he", TRUE, 4);
  literals_add (literals, "é", FALSE, 5);
  literals_compile (literals);
  literals_scan (literals, text, strlen (text), found, hits);
  g_assert_cmpstr (hits->str, ==, expected);
}

static void
test_scan (void)
{
  check ("", "");
  check ("nothing", "");
  check ("ushers", "1@4 2@4 3@6 ");
  check ("he", "4@2 2@2 ");
  check ("xhehe", "2@3 2@5 ");
  check ("caf\303\251", "5@5 ");
}

static void
test_none (void)
{
  g_autoptr (Literals) literals = literals_new ();
  g_autoptr (GString) hits = g_string_new (NULL);

  literals_compile (literals);
  literals_scan (literals, "text", 4, found, hits);
  g_assert_cmpstr (hits->str, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/literals/scan", test_scan);
  g_test_add_func ("/failures/literals/none", test_none);

  return g_test_run ();
}
