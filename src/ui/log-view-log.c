/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which log is shown, and what is known of it by now. */

#include "config.h"

#include "log-view-private.h"

void
log_view_drop_log (CulpritLogView *self)
{
  log_view_take_find (self, NULL);
  culprit_log_view_set_errors (self, NULL);
  self->store = NULL;
  self->n_lines = 0;
  self->text_width = 0;
  self->top_line = 0;
  self->is_on_selection = FALSE;
  self->wrap_columns = 0;
  self->text.wraps = self->measured.wraps = FALSE;
  log_rows_set_wrap (self->line_rows, NULL, NULL, 0, NULL);
  log_rows_show_all (self->line_rows, 0);
  g_hash_table_remove_all (self->folds);
  log_times_set_store (&self->times, NULL);
  log_view_forget_rows (self);
  self->selection = (LogSelection) { .start.line = 1, .end.line = 1, .cursor.line = 1,
                                     .anchor_start.line = 1, .anchor_end.line = 1 };
  g_ptr_array_set_size (self->found, 0);
  g_clear_pointer (&self->marks, log_marks_free);
  g_clear_pointer (&self->findings, findings_unref);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->log, job_log_unref);
}

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
  LogViewAnchor anchor;
  gboolean moves;

  g_return_if_fail (CULPRIT_IS_LOG_VIEW (self));

  moves = log_view_get_value (self) > 0 && !log_view_is_at_end (self);
  anchor = log_view_get_top_anchor (self);
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

void
culprit_log_view_set_log (CulpritLogView *self,
                          JobLog         *log)
{
  g_return_if_fail (CULPRIT_IS_LOG_VIEW (self));

  if (self->log == log)
    return;

  log_view_cancel_dragging (self);
  log_view_drop_log (self);
  if (log != NULL) {
    self->log = job_log_ref (log);
    self->store = job_log_get_store (log);
    log_times_set_store (&self->times, self->store);
  }
  log_view_set_selected (self, -1);
  log_view_scroll_to (self, 0, FALSE);
  culprit_log_view_update (self);
  log_view_selection_changed (self);
}

void
culprit_log_view_set_errors (CulpritLogView *self,
                             LogErrors      *errors)
{
  g_return_if_fail (CULPRIT_IS_LOG_VIEW (self));

  if (errors != NULL)
    log_errors_ref (errors);
  g_clear_pointer (&self->errors, log_errors_unref);
  self->errors = errors;
}

LogErrors *
culprit_log_view_get_errors (CulpritLogView *self)
{
  g_return_val_if_fail (CULPRIT_IS_LOG_VIEW (self), NULL);

  return self->errors;
}
