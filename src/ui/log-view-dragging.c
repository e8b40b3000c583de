/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "drag-label.h"
#include "log-view-private.h"
#include "words.h"

static GdkContentProvider *
prepare (GtkDragSource  *source,
         double          x,
         double          y,
         CulpritLogView *self)
{
  gint64 n_lines;

  /* As it was pressed: what a double click has selected is not dragged by the same press. */
  if (!self->is_on_selection)
    return NULL;

  return culprit_log_view_get_selection_content (self, LOG_COPY_TEXT, &n_lines);
}

static void
drag_began (GtkDragSource  *source,
            GdkDrag        *drag,
            CulpritLogView *self)
{
  gint64 n_lines = log_view_count_selected (self);
  g_autofree char *count = culprit_dup_count (n_lines);
  g_autofree char *words = g_strdup_printf (ngettext ("%s line", "%s lines", (gulong) n_lines), count);

  self->is_on_selection = FALSE;
  culprit_drag_label_show (drag, words);
}

void
log_view_add_drag_source (CulpritLogView *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_began), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}
