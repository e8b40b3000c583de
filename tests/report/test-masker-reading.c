/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "masker.h"

#define TOKEN "ghp_A1b2C3d4E5f6G7h8J9k0L1m2N3o4P5q6R7s8"
#define MASK  "[REDACTED:github-token]"

/* A secret is one in whichever form the line has its characters, and the line keeps the others. */
static void
test_other_forms (void)
{
  static const struct { const char *text; const char *masked; } cases[] = {
    { "{\"a\": \"x\\n" TOKEN "\\n\"}", "{\"a\": \"x\\n" MASK "\\n\"}" },
    { "HF_TOKEN%3Dabcdef0123", "HF_TOKEN%3D[REDACTED:secret]" },
    { "HF_TOKEN=&quot;abcdef0123&quot;", "HF_TOKEN=&quot;[REDACTED:secret]&quot;" },
    { "\\x1b[0m" TOKEN "\\x1b[1m", "\\x1b[0m" MASK "\\x1b[1m" },
    { "ghp_A1b2C3d4E5f6\xe2\x80\x8bG7h8J9k0L1m2N3o4P5q6R7s8", MASK },
    { "ghp_A1b2C3d4E5f6<U+200B>G7h8J9k0L1m2N3o4P5q6R7s8", MASK },
    { "a\\nb %20 &amp; \\u0022 <U+0041> c", "a\\nb %20 &amp; \\u0022 <U+0041> c" },
    { "ends in \\", "ends in \\" },
    { "100%", "100%" },
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
  g_test_add_func ("/masker-reading/other-forms", test_other_forms);

  return g_test_run ();
}
