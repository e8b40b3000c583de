/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "lookback.h"

static void
push (Lookback   *lookback,
      const char *text)
{
  lookback_push (lookback, text, strlen (text), lookback->n_pushed + 1);
}

static void
check (const Lookback *lookback,
       guint           back,
       const char     *expected)
{
  const LookbackLine *line = lookback_get (lookback, back);

  g_assert_nonnull (line);
  g_assert_cmpmem (line->text, line->length, expected, strlen (expected));
}

static void
test_order (void)
{
  Lookback lookback = { 0 };

  g_assert_null (lookback_get (&lookback, 0));
  push (&lookback, "one");
  push (&lookback, "");
  push (&lookback, "three");
  check (&lookback, 0, "three");
  check (&lookback, 1, "");
  check (&lookback, 2, "one");
  g_assert_null (lookback_get (&lookback, 3));

  for (guint i = 0; i < 100; i++) {
    g_autofree char *text = g_strdup_printf ("line %u", i);

    push (&lookback, text);
  }
  check (&lookback, 0, "line 99");
  g_assert_cmpint (lookback_get (&lookback, 1)->number, ==, 102);
  check (&lookback, LOOKBACK_LINES - 1, "line 68");
  g_assert_null (lookback_get (&lookback, LOOKBACK_LINES));
}

/* Long lines are cut between characters. */
static void
test_long (void)
{
  Lookback lookback = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "…☂x");
  lookback_push (&lookback, text->str, text->len, 1);
  g_assert_cmpuint (lookback_get (&lookback, 0)->length, ==, 252);
  lookback_push (&lookback, text->str + 3, text->len - 3, 1);
  g_assert_cmpuint (lookback_get (&lookback, 0)->length, ==, 252);
  lookback_push (&lookback, text->str + 6, text->len - 6, 1);
  g_assert_cmpuint (lookback_get (&lookback, 0)->length, ==, 252);
  g_string_prepend (text, "xx");
  lookback_push (&lookback, text->str, text->len, 1);
  g_assert_cmpuint (lookback_get (&lookback, 0)->length, ==, 250);
  g_assert_true (g_utf8_validate (lookback_get (&lookback, 0)->text, 250, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/lookback/order", test_order);
  g_test_add_func ("/failures/lookback/long", test_long);

  return g_test_run ();
}
