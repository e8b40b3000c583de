/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "triage-cells.h"

#include "triage-columns.h"

/* Pixels of each at the desktop's usual size of text; 0 for what takes the rest. */
static const int usual_widths[N_TRIAGE_COLUMNS] = {
  [TRIAGE_COLUMN_JOBS] = 204,
  [TRIAGE_COLUMN_RUNS] = 66,
  [TRIAGE_COLUMN_FAILED] = 72,
  [TRIAGE_COLUMN_RELIABILITY] = 174,
  [TRIAGE_COLUMN_LAST_FAILED] = 114,
  [TRIAGE_COLUMN_ISSUE] = 222,
  [TRIAGE_COLUMN_PERCENT] = 60,
  [TRIAGE_COLUMN_SHORT_ISSUE] = 114,
};

#define USUAL_DPI  96
#define USUAL_FONT 11     /* points */

struct TriageColumns {
  GtkColumnView       *view;
  GtkColumnViewColumn *all[N_TRIAGE_COLUMNS];
  WidthClass           width_class;
  double               text_scale;      /* how many times as large as usual text is; 1 where it is smaller */
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
            const char    *title)
{
  GtkColumnViewColumn *added = gtk_column_view_column_new (title, culprit_triage_cells_new (column));
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_items, GUINT_TO_POINTER (column), NULL));

  gtk_column_view_column_set_sorter (added, sorter);
  gtk_column_view_column_set_resizable (added, column != TRIAGE_COLUMN_TEST);
  gtk_column_view_column_set_expand (added, column == TRIAGE_COLUMN_TEST);
  columns->all[column] = added;
}

static double
get_text_scale (GtkSettings *settings)
{
  PangoFontDescription *font;
  g_autofree char *name = NULL;
  double size;
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, "gtk-font-name", &name, NULL);
  font = pango_font_description_from_string (name != NULL ? name : "");
  size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  pango_font_description_free (font);

  return MAX (size / USUAL_FONT, 1) * MAX (dpi / 1024.0 / USUAL_DPI, 1);
}

static void
update_widths (TriageColumns *columns)
{
  columns->text_scale = get_text_scale (gtk_widget_get_settings (GTK_WIDGET (columns->view)));
  for (guint i = 0; i < N_TRIAGE_COLUMNS; i++)
    if (usual_widths[i] > 0)
      gtk_column_view_column_set_fixed_width (columns->all[i], (int) (usual_widths[i] * columns->text_scale));
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
  WidthClass room = width_class_with_text (width_class, columns->text_scale);
  TriageColumn sorted = room == WIDTH_NARROW ? TRIAGE_COLUMN_PERCENT : TRIAGE_COLUMN_RELIABILITY;

  columns->width_class = width_class;
  for (guint i = 0; i < N_TRIAGE_COLUMNS; i++)
    if (gtk_column_view_column_get_column_view (columns->all[i]) != NULL)
      gtk_column_view_remove_column (columns->view, columns->all[i]);
  for (guint i = 0; i < N_TRIAGE_COLUMNS; i++)
    if (is_column_shown (i, room))
      gtk_column_view_append_column (columns->view, columns->all[i]);
  gtk_column_view_sort_by_column (columns->view, columns->all[sorted], GTK_SORT_ASCENDING);
}

static void
text_changed (TriageColumns *columns)
{
  update_widths (columns);
  triage_columns_choose (columns, columns->width_class);
}

TriageColumns *
triage_columns_new (GtkColumnView *view)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (view));
  TriageColumns *columns = g_new0 (TriageColumns, 1);

  columns->view = view;
  columns->width_class = WIDTH_WIDER;
  add_column (columns, TRIAGE_COLUMN_TEST, _("Test"));
  add_column (columns, TRIAGE_COLUMN_JOBS, _("Jobs"));
  add_column (columns, TRIAGE_COLUMN_RUNS, _("Runs"));
  add_column (columns, TRIAGE_COLUMN_FAILED, C_("column", "Failed"));
  add_column (columns, TRIAGE_COLUMN_RELIABILITY, _("Reliability"));
  add_column (columns, TRIAGE_COLUMN_LAST_FAILED, _("Last Failed"));
  add_column (columns, TRIAGE_COLUMN_ISSUE, _("Issue"));
  add_column (columns, TRIAGE_COLUMN_PERCENT, _("%"));
  add_column (columns, TRIAGE_COLUMN_SHORT_ISSUE, _("Issue"));
  update_widths (columns);
  g_signal_connect_swapped (settings, "notify::gtk-xft-dpi", G_CALLBACK (text_changed), columns);
  g_signal_connect_swapped (settings, "notify::gtk-font-name", G_CALLBACK (text_changed), columns);

  return columns;
}

void
triage_columns_free (TriageColumns *columns)
{
  g_signal_handlers_disconnect_by_data (gtk_settings_get_default (), columns);
  for (guint i = 0; i < N_TRIAGE_COLUMNS; i++)
    g_object_unref (columns->all[i]);
  g_free (columns);
}
