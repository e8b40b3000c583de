/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Rows of a GtkListBox that are kept and filled anew when its items change, so that focus,
 * selection and scrolling survive. Of a long list only the first rows are made; a button
 * makes more of them. */
typedef struct {
  GtkListBox *list;
  GtkButton  *more;          /* shown while items are left over */
  GtkWidget *(*make) (gpointer data);
  void       (*fill) (gpointer data, GtkWidget *row, guint index);
  gpointer    data;          /* for both */
  guint       n_items;
  guint       n_rows;
  guint       limit;         /* rows made at most */
} RowPool;

/* Rows that are made at first, and more with each press of the button. */
#define ROW_POOL_PAGE 100

/* Makes as many rows as N_ITEMS and the limit ask for, and fills them all. */
void       row_pool_set_n_items (RowPool *pool,
                                 guint    n_items);

/* Raises the limit so that item INDEX has a row. Pass n_rows for another page. */
void       row_pool_reach       (RowPool *pool,
                                 guint    index);

G_END_DECLS
