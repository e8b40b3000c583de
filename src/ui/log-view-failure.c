/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "log-view-private.h"

#define GLOW_MILLISECONDS 600

static void
glowed (double   value,
        gpointer data)
{
  gtk_widget_queue_draw (data);
}

static void
glow (CulpritLogView *self,
      gint64          line)
{
  if (self->glow == NULL)
    self->glow = adw_timed_animation_new (GTK_WIDGET (self), 1, 0, GLOW_MILLISECONDS,
                                          adw_callback_animation_target_new (glowed, self, NULL));

  self->glow_line = line;
  adw_animation_reset (self->glow);
  adw_animation_play (self->glow);
}

static void
show_mark (CulpritLogView *self,
           const LogMark  *mark)
{
  if (mark == NULL)
    return;

  log_selection_begin (&self->selection, self->store, (LogPlace) { mark->first_line, 0 },
                       LOG_SELECT_CHARACTERS);
  log_view_selection_changed (self);
  culprit_log_view_show_line (self, mark->first_line);
  glow (self, mark->first_line);
}

void
culprit_log_view_show_failure (CulpritLogView *self,
                               int             index)
{
  g_return_if_fail (CULPRIT_IS_LOG_VIEW (self));

  log_view_set_selected (self, index);
  show_mark (self, log_marks_get_of (self->marks, index, LOG_MARK_FAILURE));
}

void
culprit_log_view_show_cause (CulpritLogView *self,
                             int             index)
{
  g_return_if_fail (CULPRIT_IS_LOG_VIEW (self));

  log_view_set_selected (self, index);
  show_mark (self, log_marks_get_of (self->marks, index, LOG_MARK_CAUSE));
}
