/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "log-view-private.h"

static gboolean
has_place (CulpritLogView *self,
           LogPlace        place)
{
  return place.line <= self->n_lines
         && place.byte <= log_place_line_length (self->store, place.line);
}

void
culprit_log_view_replace_log (CulpritLogView *self,
                              JobLog         *log)
{
  LogSelection selection = self->selection;
  double text_width = self->text_width;
  double value = log_view_get_value (self);

  g_return_if_fail (CULPRIT_IS_LOG_VIEW (self));

  culprit_log_view_set_log (self, log);
  log_view_widen (self, text_width);
  log_view_scroll_to (self, value, FALSE);

  if (has_place (self, selection.start) && has_place (self, selection.end)
      && has_place (self, selection.cursor)) {
    self->selection = selection;
    log_view_selection_changed (self);
  }
}

void
culprit_log_view_show_end (CulpritLogView *self)
{
  g_return_if_fail (CULPRIT_IS_LOG_VIEW (self));

  log_view_configure (self);
  log_view_scroll_to (self, G_MAXDOUBLE, FALSE);
}

void
culprit_log_view_set_follows_end (CulpritLogView *self,
                                  gboolean        follows)
{
  g_return_if_fail (CULPRIT_IS_LOG_VIEW (self));

  self->follows_end = follows;
}
