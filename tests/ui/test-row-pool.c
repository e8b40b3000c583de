/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "row-pool.h"

#include "widget-test.h"

static guint n_made;

static GtkWidget *
make (gpointer data)
{
  n_made++;

  return gtk_list_box_row_new ();
}

static void
fill (gpointer   data,
      GtkWidget *row,
      guint      index)
{
  g_autofree char *name = g_strdup_printf ("%s %u", (const char *) data, index);

  gtk_widget_set_name (row, name);
}

static const char *
get_name (RowPool *pool,
          int      index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (pool->list, index);

  return row != NULL ? gtk_widget_get_name (GTK_WIDGET (row)) : NULL;
}

static void
test_pages (void)
{
  RowPool pool = {
    .list = g_object_ref_sink (GTK_LIST_BOX (gtk_list_box_new ())),
    .more = g_object_ref_sink (GTK_BUTTON (gtk_button_new ())),
    .make = make,
    .fill = fill,
    .data = (gpointer) "row",
  };

  n_made = 0;
  row_pool_set_n_items (&pool, 3);
  g_assert_cmpuint (n_made, ==, 3);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (pool.more)));

  /* Rows are used again. */
  row_pool_set_n_items (&pool, 5);
  row_pool_set_n_items (&pool, 4);
  g_assert_cmpuint (n_made, ==, 5);
  g_assert_cmpstr (get_name (&pool, 3), ==, "row 3");
  g_assert_null (get_name (&pool, 4));

  row_pool_set_n_items (&pool, ROW_POOL_PAGE + 1234);
  g_assert_cmpuint (pool.n_rows, ==, ROW_POOL_PAGE);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (pool.more)));
  g_assert_cmpstr (gtk_button_get_label (pool.more), ==, "1234 More");

  row_pool_reach (&pool, pool.n_rows);
  g_assert_cmpuint (pool.n_rows, ==, 2 * ROW_POOL_PAGE);
  row_pool_reach (&pool, ROW_POOL_PAGE + 1233);
  g_assert_cmpuint (pool.n_rows, ==, ROW_POOL_PAGE + 1234);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (pool.more)));
  row_pool_reach (&pool, 1000000);
  g_assert_cmpuint (pool.n_rows, ==, ROW_POOL_PAGE + 1234);

  row_pool_set_n_items (&pool, 0);
  g_assert_null (get_name (&pool, 0));

  g_object_unref (pool.list);
  g_object_unref (pool.more);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv))
    g_test_add_func ("/row-pool/pages", test_pages);

  return g_test_run ();
}
