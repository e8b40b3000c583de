/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "masker.h"
#include "secret-formats.h"

static void
write_file (const char *name,
            const char *text)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "culprit", "secrets", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
write_users_formats (void)
{
  const char *text = "secrets:\n"
                     "  - kind: door-code\n"
                     "    keywords: ['door-']\n"
                     "    pattern: 'door-(\\d{4})'\n"
                     "  - kind: broken\n"
                     "    keywords: ['x']\n"
                     "    pattern: '(x'\n"
                     "  - kind: lonely\n"
                     "    pattern: 'y'\n"
                     "  - kind: half\n"
                     "    keywords: ['z']\n"
                     "    begin: 'z'\n"
                     "  - kind: gate-code\n"
                     "    keywords: ['gate-']\n"
                     "    pattern: 'gate-(\\d{4})'\n"
                     "    personal: perhaps\n"
                     "    without: '0'\n";

  write_file ("mine.yml", text);
  write_file ("names.yml", "nmae: x\nwraps: true\nsecrets:\n  - {kind: in-names, keywords: ['q'], pattern: 'q(\\d)'}\n");
  write_file ("words.yml", "wraps: perhaps\nsecrets:\n  - {kind: in-words, keywords: ['w'], pattern: 'w(\\d)'}\n");
}

static void
test_users_own (void)
{
  g_autoptr (Masker) masker = NULL;
  g_autofree char *masked = NULL;

  write_users_formats ();
  masker = masker_new ();
  masked = masker_dup_text (masker, "door-1234, gate-5678 and HF_TOKEN=abcdef1");

  g_assert_cmpstr (masked, ==, "door-[REDACTED:door-code], gate-[REDACTED:gate-code] and HF_TOKEN=[REDACTED:secret]");
}

static void
test_broken_ones_cost_only_themselves (void)
{
  const char * const expected[] = {
    "mine.yml:7: “pattern”", "mine.yml:8:", "mine.yml:10:", "mine.yml:17: ", "mine.yml:16: “personal”", "names.yml:1: ", "words.yml:1: “wraps”",
  };
  GPtrArray *warnings = masker_get_warnings ();

  g_assert_cmpuint (warnings->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < warnings->len; i++)
    g_assert_true (g_str_has_prefix (g_ptr_array_index (warnings, i), expected[i]));
}

/* Those of a file with a slip are masked as if it were not there, and rather too much than too little. */
static void
test_slips_cost_nothing (void)
{
  const SecretFormats *formats = secret_formats_get ();
  guint n_found = 0;

  for (guint i = 0; i < formats->formats->len; i++) {
    const SecretFormat *format = g_ptr_array_index (formats->formats, i);

    if (!g_str_has_prefix (format->kind, "in-"))
      continue;
    g_assert_true (format->wraps);
    n_found++;
  }
  g_assert_cmpuint (n_found, ==, 2);
}

/* A pattern that matches nothing with its keyword in it would never be looked at. */
static void
test_formats_that_ship (void)
{
  const SecretFormats *formats = secret_formats_get ();

  g_assert_cmpuint (formats->formats->len, >, 25);
  for (guint i = 0; i < formats->formats->len; i++) {
    const SecretFormat *format = g_ptr_array_index (formats->formats, i);

    g_assert_true (g_regex_match_simple ("^[a-z0-9-]+$", format->kind, 0, 0));
    g_assert_cmpuint (format->keywords->len, >, 0);
    g_assert_true ((format->pattern == NULL) != (format->begin == NULL));
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  /* The formats are loaded once: the first test must be the one that writes the user's. */
  g_test_add_func ("/secret-formats/users-own", test_users_own);
  g_test_add_func ("/secret-formats/broken-ones-cost-only-themselves",
                   test_broken_ones_cost_only_themselves);
  g_test_add_func ("/secret-formats/slips-cost-nothing", test_slips_cost_nothing);
  g_test_add_func ("/secret-formats/formats-that-ship", test_formats_that_ship);

  return g_test_run ();
}
