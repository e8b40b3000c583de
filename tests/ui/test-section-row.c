/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "section-row.h"

#include "widget-sample.h"
#include "widget-test.h"

static void
test_section (void)
{
  g_autoptr (GPtrArray) sections = sample_sections_new ();
  GtkWidget *row = culprit_section_row_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWindow *window;

  sample_add_section (sections, "Command (1/1): pytest -v", 600, 3054, 1313);
  sample_add_section (sections, "Preparing", 1, 2, 0.05);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  culprit_section_row_set_section (CULPRIT_SECTION_ROW (row), g_ptr_array_index (sections, 0), TRUE);
  window = widget_test_show (list, 300, 100);

  g_assert_nonnull (widget_test_label (row, "Command (1/1): pytest -v"));
  g_assert_nonnull (widget_test_label (row, "21:53"));
  g_assert_nonnull (widget_test_find (row, GTK_TYPE_IMAGE, "error"));
  g_assert_cmpint (culprit_section_row_get_first_line (CULPRIT_SECTION_ROW (row)), ==, 600);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Command (1/1): pytest -v, lines 600 to 3054, "
                                       "21 minutes 53 seconds, contains failures");

  culprit_section_row_set_section (CULPRIT_SECTION_ROW (row), g_ptr_array_index (sections, 1), FALSE);
  g_assert_null (widget_test_find (row, GTK_TYPE_IMAGE, "error"));
  g_assert_null (widget_test_find (row, GTK_TYPE_LABEL, "numeric"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Preparing, lines 1 to 2");

  gtk_window_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv))
    g_test_add_func ("/section-row/section", test_section);

  return g_test_run ();
}
