/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "literal-table.h"

#define N_LITERALS 1000

/* Every window is found with all of its entries, and none that is not there. */
static void
test_find (void)
{
  g_autoptr (GArray) windows = g_array_new (FALSE, FALSE, sizeof (LiteralWindow));
  g_autofree guint32 *heads = g_new (guint32, N_LITERALS);
  LiteralTable table = { NULL };

  for (guint i = 0; i < N_LITERALS; i++) {
    LiteralWindow window = { 1000 + i / 3, i, i % 7 };

    heads[i] = 5000 + i;
    g_array_append_val (windows, window);
  }
  literal_table_init (&table, windows, heads);

  for (guint i = 0; i < N_LITERALS; i++) {
    const LiteralSlot *slot = literal_table_find (&table, 1000 + i / 3);
    const LiteralEntry *entry = &table.entries[slot->first + i % 3];

    g_assert_cmpuint (slot->n, ==, i / 3 < N_LITERALS / 3 ? 3 : N_LITERALS % 3);
    g_assert_cmpuint (entry->literal, ==, i);
    g_assert_cmpuint (entry->head, ==, 5000 + i);
    g_assert_cmpuint (entry->offset, ==, i % 7);
  }
  g_assert_cmpuint (literal_table_find (&table, 999)->n, ==, 0);
  g_assert_cmpuint (literal_table_find (&table, 1000 + N_LITERALS)->n, ==, 0);
  literal_table_clear (&table);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/literal-table/find", test_find);

  return g_test_run ();
}
