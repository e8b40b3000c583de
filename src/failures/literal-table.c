/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "literal-table.h"

static guint
count_distinct (const GArray *windows)
{
  guint n = 0;

  for (guint i = 0; i < windows->len; i++)
    n += i == 0 || g_array_index (windows, LiteralWindow, i).window !=
                   g_array_index (windows, LiteralWindow, i - 1).window;

  return n;
}

void
literal_table_init (LiteralTable  *table,
                    const GArray  *windows,
                    const guint32 *heads)
{
  guint n_distinct = count_distinct (windows);

  table->entries = g_new (LiteralEntry, windows->len);
  table->mask = 15;
  while (table->mask <= 2 * n_distinct)
    table->mask = 2 * table->mask + 1;
  table->slots = g_new0 (LiteralSlot, table->mask + 1);

  for (guint i = 0; i < windows->len; i++) {
    const LiteralWindow *window = &g_array_index (windows, LiteralWindow, i);
    guint place = literal_table_get_place (table, window->window);

    table->entries[i] = (LiteralEntry) { heads[window->literal], window->literal, window->offset };
    while (table->slots[place].n > 0 && table->slots[place].window != window->window)
      place = (place + 1) & table->mask;
    if (table->slots[place].n++ == 0) {
      table->slots[place].window = window->window;
      table->slots[place].first = i;
    }
  }
}

void
literal_table_clear (LiteralTable *table)
{
  g_clear_pointer (&table->entries, g_free);
  g_clear_pointer (&table->slots, g_free);
}
