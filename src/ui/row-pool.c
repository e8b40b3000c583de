/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "words.h"

#include "row-pool.h"

static void
show_more_button (RowPool *pool)
{
  guint left = pool->n_items - pool->n_rows;
  g_autofree char *count = culprit_dup_count (left);
  /* Translators: a button that shows items of a list that are left over */
  g_autofree char *label = g_strdup_printf (ngettext ("%s More", "%s More", left), count);

  gtk_widget_set_visible (GTK_WIDGET (pool->more), left > 0);
  gtk_button_set_label (pool->more, label);
}

static void
make_rows (RowPool *pool)
{
  guint n_rows = MIN (pool->n_items, pool->limit);

  for (; pool->n_rows > n_rows; pool->n_rows--)
    gtk_list_box_remove (pool->list,
                         GTK_WIDGET (gtk_list_box_get_row_at_index (pool->list,
                                                                    (int) pool->n_rows - 1)));
  for (; pool->n_rows < n_rows; pool->n_rows++)
    gtk_list_box_append (pool->list, pool->make (pool->data));
}

static void
fill_rows (RowPool *pool,
           guint    first)
{
  for (guint i = first; i < pool->n_rows; i++)
    pool->fill (pool->data,
                GTK_WIDGET (gtk_list_box_get_row_at_index (pool->list, (int) i)), i);
}

void
row_pool_set_n_items (RowPool *pool,
                      guint    n_items)
{
  if (pool->limit == 0)
    pool->limit = ROW_POOL_PAGE;
  pool->n_items = n_items;

  make_rows (pool);
  fill_rows (pool, 0);
  show_more_button (pool);
}

void
row_pool_reach (RowPool *pool,
                guint    index)
{
  guint n_rows = pool->n_rows;

  if (index >= pool->n_items || index < n_rows)
    return;

  pool->limit = (index / ROW_POOL_PAGE + 1) * ROW_POOL_PAGE;
  make_rows (pool);
  fill_rows (pool, n_rows);
  show_more_button (pool);
}
