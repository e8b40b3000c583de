/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "masker.h"

/* What stands above tells that a line is a secret, and nothing else is one. */
static void
test_below_its_name (void)
{
  static const struct { const char *text; const char *masked; } cases[] = {
    { "\"password\":\n  \"abcdef0123\"\n", "\"password\":\n  \"[REDACTED:secret]\"\n" },
    { "password: |\n  abcdef0123\n", "password: |\n  [REDACTED:secret]\n" },
    { "--password \\\n  abcdef0123\n", "--password \\\n  [REDACTED:secret]\n" },
    { "name: HF_TOKEN\nvalue: abcdef0123\n", "name: HF_TOKEN\nvalue: [REDACTED:secret]\n" },
    { "\"password\":\n  \"none\"\n", "\"password\":\n  \"none\"\n" },
    { "\"passed\":\n  \"abcdef0123\"\n", "\"passed\":\n  \"abcdef0123\"\n" },
    { "\"password\":\nother\n  \"abcdef0123\"\n", "\"password\":\nother\n  \"abcdef0123\"\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Masker) masker = masker_new ();
    g_autofree char *masked = masker_dup_text (masker, cases[i].text);

    g_assert_cmpstr (masked, ==, cases[i].masked);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/masker-above/below-its-name", test_below_its_name);

  return g_test_run ();
}
