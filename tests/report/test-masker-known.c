/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "masker-private.h"

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

/* On the line that names it, before or behind. */
static void
test_same_line (void)
{
  g_autoptr (Masker) masker = masker_new ();

  assert_masked (masker, "q7w8e9r0t1y2u3 is PRESS_TOKEN=q7w8e9r0t1y2u3; echo q7w8e9r0t1y2u3\n",
                 "[REDACTED:secret] is PRESS_TOKEN=[REDACTED:secret]; echo [REDACTED:secret]\n");
}

/* What may stand there for another reason: a word, a number, what is short. */
static void
test_not_any_value (void)
{
  static const char * const values[] = { "bookkeepingly", "202605070800", "a1b2c3d4" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autoptr (Masker) masker = masker_new ();
    g_autofree char *named = g_strdup_printf ("PRESS_PASSWORD=%s\n", values[i]);
    g_autofree char *alone = g_strdup_printf ("with %s\n", values[i]);

    g_free (masker_dup_text (masker, named));
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

static int
compare_values (const KnownValue *a,
                const KnownValue *b)
{
  int order = memcmp (a->text, b->text, MIN (a->length, b->length));

  return order != 0 ? order : a->length < b->length ? -1 : a->length > b->length;
}

/* What a search that walks through all values would find. */
static const KnownValue *
find_prefix (const KnownStart *start,
             const KnownValue *value)
{
  const KnownValue *longest = NULL;

  for (guint i = 0; i < start->values->len; i++) {
    const KnownValue *other = g_ptr_array_index (start->values, i);

    if (other->length < value->length && memcmp (other->text, value->text, other->length) == 0 &&
        (longest == NULL || other->length > longest->length))
      longest = other;
  }

  return longest;
}

/* Values of one start are in order, and each knows the one that it starts with, so that none is searched for
 * through all of them. */
static void
test_order (void)
{
  g_autoptr (Masker) masker = masker_new ();
  const KnownStart *start;
  guint n_prefixes = 0;

  for (guint i = 0; i < 600; i++) {
    guint number = i * 7919 % 1000;
    g_autofree char *named = g_strdup_printf ("PRESS_TOKEN=a1b2c3d4e5f6%.*s%u\n", (int) (i % 5), "g7g7", number);

    assert_masked (masker, named, "PRESS_TOKEN=[REDACTED:secret]\n");
  }

  start = known_values_look_up (masker->known, "a1b2c3d4");
  g_assert_cmpuint (start->values->len, >, 500);
  for (guint i = 0; i < start->values->len; i++) {
    const KnownValue *value = g_ptr_array_index (start->values, i);

    if (i > 0)
      g_assert_cmpint (compare_values (g_ptr_array_index (start->values, i - 1), value), <, 0);
    g_assert_true (value->prefix == find_prefix (start, value));
    n_prefixes += value->prefix != NULL;
  }
  g_assert_cmpuint (n_prefixes, >, 0);
}

/* Of values that start with one another, the longest that is there. */
static void
test_one_in_another (void)
{
  g_autoptr (Masker) masker = masker_new ();

  assert_masked (masker, "PRESS_TOKEN=a1b2c3d4e5f6g7h8i9\n", "PRESS_TOKEN=[REDACTED:secret]\n");
  assert_masked (masker, "PRESS_TOKEN=a1b2c3d4e5f6zz\n", "PRESS_TOKEN=[REDACTED:secret]\n");
  assert_masked (masker, "PRESS_TOKEN=a1b2c3d4e5f6\n", "PRESS_TOKEN=[REDACTED:secret]\n");
  assert_masked (masker, "with a1b2c3d4e5f6g7h8i9x, a1b2c3d4e5f6g7h8, a1b2c3d4e5f6zzz, a1b2c3d4e5f6, a1b2c3d4e5f",
                 "with [REDACTED:secret]x, [REDACTED:secret]g7h8, [REDACTED:secret]z, [REDACTED:secret], a1b2c3d4e5f");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/masker-known/where-it-stands-again", test_where_it_stands_again);
  g_test_add_func ("/masker-known/same-line", test_same_line);
  g_test_add_func ("/masker-known/not-any-value", test_not_any_value);
  g_test_add_func ("/masker-known/shared", test_shared);
  g_test_add_func ("/masker-known/many", test_many);
  g_test_add_func ("/masker-known/order", test_order);
  g_test_add_func ("/masker-known/one-in-another", test_one_in_another);

  return g_test_run ();
}
