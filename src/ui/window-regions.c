/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* F6 and Shift+F6 go round the parts of the window, each of which remembers nothing: it is entered where Tab would. */

#include "config.h"

#include "window-private.h"

/* From the top left to the bottom right. */
static GPtrArray *
list_regions (CulpritWindow *self)
{
  GPtrArray *regions = g_ptr_array_new ();
  CulpritLogPage *page = culprit_window_get_page (self);
  CulpritTriagePage *triage = culprit_window_get_triage (self);

  g_ptr_array_add (regions, self->header_bar);
  g_ptr_array_add (regions, self->tab_bar);
  g_ptr_array_add (regions, self->notice_bar);
  if (page != NULL)
    culprit_log_page_add_regions (page, regions);
  else if (triage != NULL)
    culprit_triage_page_add_regions (triage, regions);
  else
    g_ptr_array_add (regions, self->empty_page);
  g_ptr_array_add (regions, self->range_bar);

  return regions;
}

/* -1: in none of them. */
static int
find_region (GPtrArray *regions,
             GtkWidget *focus)
{
  for (guint i = 0; focus != NULL && i < regions->len; i++) {
    GtkWidget *region = g_ptr_array_index (regions, i);

    if (focus == region || gtk_widget_is_ancestor (focus, region))
      return (int) i;
  }

  return -1;
}

/* What a page of a narrow window covers cannot. */
static gboolean
can_focus (GtkWidget *region)
{
  gboolean can = gtk_widget_get_mapped (region) && gtk_widget_is_sensitive (region);

  for (GtkWidget *widget = region; can && widget != NULL; widget = gtk_widget_get_parent (widget))
    can = gtk_widget_get_can_focus (widget);

  return can;
}

/* BY is 1 or -1. */
void
culprit_window_go_to_region (CulpritWindow *self,
                             int            by)
{
  g_autoptr (GPtrArray) regions = list_regions (self);
  int n = (int) regions->len;
  int at = find_region (regions, gtk_window_get_focus (GTK_WINDOW (self)));

  if (at < 0 && by < 0)
    at = 0;
  for (int i = 1; i <= n; i++) {
    GtkWidget *region = g_ptr_array_index (regions, (guint) ((at + n + i * by) % n));

    if (can_focus (region) && gtk_widget_child_focus (region, GTK_DIR_TAB_FORWARD)) {
      gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE);
      return;
    }
  }
}
