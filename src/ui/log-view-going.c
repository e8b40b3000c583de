/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "log-view-private.h"

gint64
culprit_log_view_get_cursor_line (CulpritLogView *self)
{
  g_return_val_if_fail (CULPRIT_IS_LOG_VIEW (self), 0);

  return MIN (self->selection.cursor.line, self->n_lines);
}

static void
go_to (CulpritLogView *self,
       LogPlace        place)
{
  self->selection.cursor = place;
  log_view_selection_changed (self);
  culprit_log_view_show_line (self, place.line);
}

/* Updated first: what came since the last frame counts. */
static gboolean
has_lines (CulpritLogView *self)
{
  culprit_log_view_update (self);

  return self->n_lines > 0;
}

void
culprit_log_view_go_to_line (CulpritLogView *self,
                             gint64          line)
{
  LogPlace place;

  g_return_if_fail (CULPRIT_IS_LOG_VIEW (self));

  if (!has_lines (self))
    return;

  place = (LogPlace) { CLAMP (line, 1, self->n_lines), 0 };
  log_selection_begin (&self->selection, self->store, place, LOG_SELECT_CHARACTERS);
  go_to (self, place);
}

void
culprit_log_view_select_lines (CulpritLogView *self,
                               gint64          first,
                               gint64          last)
{
  LogPlace start;

  g_return_if_fail (CULPRIT_IS_LOG_VIEW (self));

  if (!has_lines (self))
    return;

  start = (LogPlace) { CLAMP (first, 1, self->n_lines), 0 };
  log_selection_begin (&self->selection, self->store, start, LOG_SELECT_LINES);
  log_selection_extend (&self->selection, self->store, (LogPlace) { CLAMP (last, start.line, self->n_lines), 0 });
  go_to (self, start);
}

void
culprit_log_view_show_from (CulpritLogView *self,
                            gint64          line)
{
  g_return_if_fail (CULPRIT_IS_LOG_VIEW (self));

  log_view_restore_anchor (self, (LogViewAnchor) { CLAMP (line, 1, MAX (self->n_lines, 1)), 0 });
}
