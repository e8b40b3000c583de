/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "literal-filter.h"
#include "literal-windows.h"

/* Where a window stands in a literal. */
typedef struct {
  guint32 head;              /* of the literal: seldom the same where the literal is not there */
  guint   literal;
  guint   offset;
} LiteralEntry;

/* The part of a table's entries with the same window; none where N is 0. */
typedef struct {
  guint32 window;
  guint   first;
  guint   n;
} LiteralSlot;

/* Finds the entries with a window. */
typedef struct {
  LiteralEntry *entries;
  LiteralSlot  *slots;              /* more than twice as many as there are windows */
  guint         mask;
} LiteralTable;

/* WINDOWS (of LiteralWindow) are sorted by window; HEADS has the first window of each literal. */
void literal_table_init  (LiteralTable  *table,
                          const GArray  *windows,
                          const guint32 *heads);
void literal_table_clear (LiteralTable  *table);

static inline guint
literal_table_get_place (const LiteralTable *table,
                         guint32             window)
{
  return (literal_window_hash (window) >> 8) & table->mask;
}

/* The slot of WINDOW, or one that has no entries. */
static inline const LiteralSlot *
literal_table_find (const LiteralTable *table,
                    guint32             window)
{
  guint place = literal_table_get_place (table, window);

  while (table->slots[place].n > 0 && table->slots[place].window != window)
    place = (place + 1) & table->mask;

  return &table->slots[place];
}
