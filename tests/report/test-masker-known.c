/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "masker.h"

static void
assert_masked (Masker     *masker,
               const char *text,
               const char *expected)
{
  g_autofree char *masked = masker_dup_text (masker, text);

  g_assert_cmpstr (masked, ==, expected);
}

static void
test_where_it_stands_again (void)
{
  g_autoptr (SecretList) found = secret_list_new ();
  g_autoptr (Masker) masker = masker_new ();

  masker_set_list (masker, found);
  assert_masked (masker, "with a1b2c3d4e5f6g7\n", "with a1b2c3d4e5f6g7\n");
  assert_masked (masker, "PRESS_TOKEN=a1b2c3d4e5f6g7\n", "PRESS_TOKEN=[REDACTED:secret]\n");
  assert_masked (masker, "with a1b2c3d4e5f6g7, and xa1b2c3d4e5f6g7x\n",
                 "with [REDACTED:secret], and x[REDACTED:secret]x\n");
  g_assert_cmpuint (found->n_masked, ==, 3);
}

/* What may stand there for another reason: a word, a number, what is short. */
static void
test_not_any_value (void)
{
  static const char * const values[] = { "bookkeepingly", "202605070800", "a1b2c3d4" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autoptr (Masker) masker = masker_new ();
    g_autofree char *named = g_strdup_printf ("PRESS_PASSWORD=%s\n", values[i]);
    g_autofree char *masked = masker_dup_text (masker, named);
    g_autofree char *alone = g_strdup_printf ("with %s\n", values[i]);

    assert_masked (masker, alone, alone);
  }
}

static void
test_shared (void)
{
  g_autoptr (Masker) first = masker_new ();
  g_autoptr (Masker) second = masker_new ();

  masker_share_known (second, first);
  assert_masked (first, "PRESS_TOKEN=a1b2c3d4e5f6g7\n", "PRESS_TOKEN=[REDACTED:secret]\n");
  assert_masked (second, "with a1b2c3d4e5f6g7\n", "with [REDACTED:secret]\n");
}

/* However many there are, and whatever they have in common. */
static void
test_many (void)
{
  g_autoptr (Masker) masker = masker_new ();

  for (guint i = 0; i < 2000; i++) {
    g_autofree char *named = g_strdup_printf ("PRESS_TOKEN=a1b2c3d4e5f6g7%u\n", 10000 + i);

    assert_masked (masker, named, "PRESS_TOKEN=[REDACTED:secret]\n");
  }
  assert_masked (masker, "with a1b2c3d4e5f6g710000, a1b2c3d4e5f6g711999\n",
                 "with [REDACTED:secret], [REDACTED:secret]\n");
  assert_masked (masker, "with a1b2c3d4e5f6g712000\n", "with a1b2c3d4e5f6g712000\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/masker-known/where-it-stands-again", test_where_it_stands_again);
  g_test_add_func ("/masker-known/not-any-value", test_not_any_value);
  g_test_add_func ("/masker-known/shared", test_shared);
  g_test_add_func ("/masker-known/many", test_many);

  return g_test_run ();
}
