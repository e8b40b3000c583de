/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A failure that is dragged out of the list, as the text that is copied of it. */

#include "config.h"

#include "drag-label.h"
#include "failure-text.h"

#include "log-page-private.h"

static const Failure *
get_failure_at (CulpritLogPage *self,
                double          x,
                double          y)
{
  int index = culprit_failures_pane_get_index_at (self->failures_pane, x, y);
  GPtrArray *failures = self->loaded->findings->failures;

  return index >= 0 && index < (int) failures->len ? g_ptr_array_index (failures, index) : NULL;
}

static GdkContentProvider *
prepare (GtkDragSource  *source,
         double          x,
         double          y,
         CulpritLogPage *self)
{
  const Failure *failure = get_failure_at (self, x, y);

  if (failure == NULL)
    return NULL;

  g_free (self->dragged);
  self->dragged = failure_dup_short_name (failure);
  return failure_text_new_content (self->log, failure);
}

static void
drag_began (GtkDragSource  *source,
            GdkDrag        *drag,
            CulpritLogPage *self)
{
  culprit_drag_label_show (drag, self->dragged);
}

void
culprit_log_page_init_dragging (CulpritLogPage *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_began), self);
  gtk_widget_add_controller (GTK_WIDGET (self->failures_pane), GTK_EVENT_CONTROLLER (source));
}
