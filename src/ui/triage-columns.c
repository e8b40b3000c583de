/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "triage-cells.h"

#include "triage-columns.h"

struct TriageColumns {
  GtkColumnView       *view;
  GtkColumnViewColumn *all[N_TRIAGE_COLUMNS];
};

static int
compare_items (gconstpointer a,
               gconstpointer b,
               gpointer      column)
{
  return culprit_triage_item_compare ((gpointer) a, (gpointer) b, GPOINTER_TO_UINT (column));
}

static void
add_column (TriageColumns *columns,
            TriageColumn   column,
            const char    *title,
            int            width)
{
  GtkColumnViewColumn *added = gtk_column_view_column_new (title, culprit_triage_cells_new (column));
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_items, GUINT_TO_POINTER (column), NULL));

  gtk_column_view_column_set_sorter (added, sorter);
  gtk_column_view_column_set_resizable (added, column != TRIAGE_COLUMN_TEST);
  gtk_column_view_column_set_expand (added, column == TRIAGE_COLUMN_TEST);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (added, width);
  columns->all[column] = added;
}

TriageColumns *
triage_columns_new (GtkColumnView *view)
{
  TriageColumns *columns = g_new0 (TriageColumns, 1);

  columns->view = view;
  add_column (columns, TRIAGE_COLUMN_TEST, _("Test"), 0);
  add_column (columns, TRIAGE_COLUMN_JOBS, _("Jobs"), 204);
  add_column (columns, TRIAGE_COLUMN_RUNS, _("Runs"), 66);
  add_column (columns, TRIAGE_COLUMN_FAILED, _("Failed"), 72);
  add_column (columns, TRIAGE_COLUMN_RELIABILITY, _("Reliability"), 174);
  add_column (columns, TRIAGE_COLUMN_LAST_FAILED, _("Last Failed"), 114);
  add_column (columns, TRIAGE_COLUMN_ISSUE, _("Issue"), 222);
  add_column (columns, TRIAGE_COLUMN_PERCENT, _("%"), 60);
  add_column (columns, TRIAGE_COLUMN_SHORT_ISSUE, _("Issue"), 114);

  return columns;
}

void
triage_columns_free (TriageColumns *columns)
{
  for (guint i = 0; i < N_TRIAGE_COLUMNS; i++)
    g_object_unref (columns->all[i]);
  g_free (columns);
}

/* Whether there is room for COLUMN. */
static gboolean
is_column_shown (TriageColumn column,
                 WidthClass   width_class)
{
  switch (column) {
    case TRIAGE_COLUMN_TEST:
      return TRUE;
    case TRIAGE_COLUMN_JOBS:
    case TRIAGE_COLUMN_RUNS:
      return width_class > WIDTH_MEDIUM;
    case TRIAGE_COLUMN_PERCENT:
    case TRIAGE_COLUMN_SHORT_ISSUE:
      return width_class == WIDTH_NARROW;
    default:
      return width_class > WIDTH_NARROW;
  }
}

/* A column that is hidden still takes room from the one that expands (GTK 4.8): it is taken out. */
void
triage_columns_choose (TriageColumns *columns,
                       WidthClass     width_class)
{
  TriageColumn sorted = width_class == WIDTH_NARROW ? TRIAGE_COLUMN_PERCENT : TRIAGE_COLUMN_RELIABILITY;

  for (guint i = 0; i < N_TRIAGE_COLUMNS; i++)
    if (gtk_column_view_column_get_column_view (columns->all[i]) != NULL)
      gtk_column_view_remove_column (columns->view, columns->all[i]);
  for (guint i = 0; i < N_TRIAGE_COLUMNS; i++)
    if (is_column_shown (i, width_class))
      gtk_column_view_append_column (columns->view, columns->all[i]);
  gtk_column_view_sort_by_column (columns->view, columns->all[sorted], GTK_SORT_ASCENDING);
}
