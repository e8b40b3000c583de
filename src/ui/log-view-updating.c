/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "log-view-private.h"

static void
update_findings (CulpritLogView *self)
{
  Findings *findings = job_log_get_findings (self->log);

  if (findings == self->findings) {
    findings_unref (findings);
    return;
  }

  g_clear_pointer (&self->findings, findings_unref);
  g_clear_pointer (&self->marks, log_marks_free);
  g_ptr_array_set_size (self->found, 0);
  self->findings = findings;
  self->marks = log_marks_new (findings, self->store);
  if (self->selected_failure >= (int) findings->failures->len)
    log_view_set_selected (self, -1);
}

void
culprit_log_view_update (CulpritLogView *self)
{
  gboolean moves = log_view_get_value (self) > 0 && !log_view_is_at_end (self);
  LogViewAnchor anchor = log_view_get_top_anchor (self);

  g_return_if_fail (CULPRIT_IS_LOG_VIEW (self));

  if (self->log != NULL) {
    self->n_lines = log_store_get_n_lines (self->store);
    update_findings (self);
    g_clear_pointer (&self->sections, g_ptr_array_unref);
    self->sections = job_log_get_sections (self->log);
    log_view_update_lines (self);
  }

  log_view_update_times (self);
  if (moves)
    log_view_restore_anchor (self, anchor);
  else
    log_view_configure (self);
  log_view_measure_rows (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  log_view_emit_updated (self);
}
