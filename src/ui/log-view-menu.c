/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "log-view-private.h"

#define ZOOM_STEP 1.1

static void
copy (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.copy-selection", NULL);
}

static void
select_all (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  CulpritLogView *self = CULPRIT_LOG_VIEW (widget);

  if (self->n_lines == 0)
    return;

  log_selection_all (&self->selection, self->store);
  log_view_selection_changed (self);
  log_view_claim_primary (self);
}

static void
start_tail_here (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  CulpritLogView *self = CULPRIT_LOG_VIEW (widget);

  if (self->n_lines > 0)
    log_view_set_tail_lines (self, self->n_lines - self->selection.cursor.line + 1);
}

static void
zoom (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  CulpritLogView *self = CULPRIT_LOG_VIEW (widget);

  if (g_str_equal (action, "log.zoom-in"))
    log_view_set_zoom (self, self->font.zoom * ZOOM_STEP);
  else if (g_str_equal (action, "log.zoom-out"))
    log_view_set_zoom (self, self->font.zoom / ZOOM_STEP);
  else
    log_view_set_zoom (self, 1.0);
}

static void
fold_all (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  log_view_fold_all (CULPRIT_LOG_VIEW (widget), g_str_equal (action, "log.fold-all"));
}

void
log_view_class_add_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "log.fold-all", NULL, fold_all);
  gtk_widget_class_install_action (klass, "log.unfold-all", NULL, fold_all);
  gtk_widget_class_install_action (klass, "log.copy", NULL, copy);
  gtk_widget_class_install_action (klass, "log.select-all", NULL, select_all);
  gtk_widget_class_install_action (klass, "log.start-tail-here", NULL, start_tail_here);
  gtk_widget_class_install_action (klass, "log.zoom-in", NULL, zoom);
  gtk_widget_class_install_action (klass, "log.zoom-out", NULL, zoom);
  gtk_widget_class_install_action (klass, "log.zoom-reset", NULL, zoom);
}

static GtkWidget *
make_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) copying = g_menu_new ();
  g_autoptr (GMenu) selecting = g_menu_new ();
  g_autoptr (GMenu) doing = g_menu_new ();
  g_autoptr (GMenuItem) search = g_menu_item_new (_("Sea_rch Tracker for This"), "win.search-tracker");
  g_autoptr (GMenu) folding = g_menu_new ();
  GtkWidget *popover;

  g_menu_append (copying, _("_Copy"), "log.copy");
  g_menu_append (copying, _("Copy as _Markdown"), "win.copy-markdown");
  g_menu_append (copying, _("Copy with Line _Numbers"), "win.copy-numbered");
  g_menu_append (copying, _("Copy from Here to the _End"), "win.copy-to-end");
  g_menu_append (selecting, _("Select _All"), "log.select-all");
  g_menu_append (doing, _("_Start Tail Here"), "log.start-tail-here");
  g_menu_item_set_attribute (search, "hidden-when", "s", "action-disabled");
  g_menu_append_item (doing, search);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copying));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (selecting));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (doing));
  g_menu_append (folding, _("Fol_d All Sections"), "log.fold-all");
  g_menu_append (folding, _("Unfold A_ll Sections"), "log.unfold-all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (folding));
  log_view_append_times_menu (menu);

  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Log"), -1);

  return popover;
}

void
log_view_open_menu (CulpritLogView *self,
                    double          x,
                    double          y)
{
  if (self->menu == NULL) {
    self->menu = make_menu ();
    gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  }

  gtk_widget_set_halign (self->menu, log_view_is_mirrored (self) ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
