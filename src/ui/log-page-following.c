/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How a page shows a log that is still being written. A file is read again for it; what was
 * shown stays until that came as far. */

#include "config.h"

#include <glib/gi18n.h>

#include "settings.h"

#include "log-page-private.h"

/* How often the issue is made anew at most. */
#define ISSUE_INTERVAL G_TIME_SPAN_SECOND

static gboolean
is_same_failure (const Failure *a,
                 const Failure *b)
{
  return a->kind == b->kind && a->line == b->line && a->first_line == b->first_line
         && a->last_line == b->last_line && g_str_equal (a->test, b->test)
         && (a->cause != NULL ? a->cause->line : 0) == (b->cause != NULL ? b->cause->line : 0);
}

gboolean
culprit_log_page_has_same_failures (Findings *a,
                                    Findings *b)
{
  if (a == b)
    return TRUE;
  if (a->failures->len != b->failures->len)
    return FALSE;

  for (guint i = 0; i < a->failures->len; i++)
    if (!is_same_failure (g_ptr_array_index (a->failures, i), g_ptr_array_index (b->failures, i)))
      return FALSE;

  return TRUE;
}

/* Whether somebody writes in the issue, which a new one would disturb. */
static gboolean
has_focus_in_issue (CulpritLogPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->issue_pane));
}

static gboolean
wants_issue (CulpritLogPage *self)
{
  Findings *findings = self->loaded->findings;

  if (!self->has_caught_up || self->reading != self->log || self->is_making_issue)
    return FALSE;
  if (g_get_monotonic_time () - self->issue_made_at < ISSUE_INTERVAL || has_focus_in_issue (self))
    return FALSE;

  return self->issue_made_of != NULL ? !culprit_log_page_has_same_failures (self->issue_made_of, findings)
                                 : findings->failures->len > 0 || self->loaded->issue != NULL;
}

static void
issue_was_made (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  CulpritLogPage *self = CULPRIT_LOG_PAGE (object);
  LoadedLog *loaded = log_loading_finish (result);

  self->is_making_issue = FALSE;
  self->issue_made_at = g_get_monotonic_time ();

  /* It was read to its end meanwhile, or is read again. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable) {
    loaded_log_free (loaded);
    return;
  }

  g_clear_pointer (&self->issue_made_of, findings_unref);
  self->issue_made_of = findings_ref (loaded->findings);
  culprit_log_page_take_loaded (self, loaded);
  culprit_log_page_update_findings (self);
  culprit_log_page_look_up_known (self);
  culprit_log_page_changed (self);
}

/* Makes the issue of what failed so far, where that is no longer what it was. */
void
culprit_log_page_remake_issue (CulpritLogPage *self)
{
  g_autofree char *profile = NULL;

  if (!wants_issue (self))
    return;

  profile = settings_dup_profile ();
  self->is_making_issue = TRUE;
  log_loading_make_issue (self->log, profile, G_OBJECT (self), self->cancellable, issue_was_made, NULL);
}

/* Shows the log that was read again in place of the one before. */
void
culprit_log_page_take_reading (CulpritLogPage *self)
{
  job_log_unref (self->log);
  self->log = job_log_ref (self->reading);
  culprit_log_view_replace_log (self->view, self->log);
  culprit_log_page_update_findings (self);
}

static void
start_following (CulpritLogPage *self)
{
  self->has_caught_up = TRUE;
  culprit_log_view_set_follows_end (self->view, TRUE);
  if (!self->has_chosen)
    culprit_log_view_show_end (self->view);
}

/* Whether that what the log held by now is there was just seen: from here on it is followed. */
gboolean
culprit_log_page_catch_up (CulpritLogPage *self)
{
  gboolean has_caught_up = self->has_caught_up;
  gboolean is_other = self->reading != self->log;

  if (self->stop == NULL || !job_log_has_waited (self->reading))
    return FALSE;

  if (!has_caught_up)
    start_following (self);
  if (!is_other || log_store_get_n_lines (job_log_get_store (self->reading)) == 0)
    return !has_caught_up;

  culprit_log_page_take_reading (self);
  culprit_log_view_show_end (self->view);

  return TRUE;
}

void
culprit_log_page_show_following (CulpritLogPage *self)
{
  g_autofree char *size = g_format_size ((guint64) self->n_read);
  g_autofree char *text = NULL;

  /* Translators: a log that is still being written, and how much of it there is:
   * "Following x.log: 1.2 MB". */
  text = g_strdup_printf (_("Following %s: %s"), self->name, size);
  gtk_label_set_text (self->loading_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->loading_spinner), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), FALSE);
  gtk_revealer_set_reveal_child (self->loading_revealer, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "log");
}

void
culprit_log_page_clear_following (CulpritLogPage *self)
{
  g_clear_object (&self->stop);
  g_clear_pointer (&self->issue_made_of, findings_unref);
  self->has_caught_up = FALSE;
  if (self->view != NULL)
    culprit_log_view_set_follows_end (self->view, FALSE);
}

gboolean
culprit_log_page_can_follow (CulpritLogPage *self)
{
  return culprit_log_page_is_following (self)
         || (self->file != NULL && g_file_peek_path (self->file) != NULL);
}

gboolean
culprit_log_page_is_following (CulpritLogPage *self)
{
  return self->stop != NULL && !g_cancellable_is_cancelled (self->stop);
}

void
culprit_log_page_set_following (CulpritLogPage *self,
                                gboolean        following)
{
  if (following == culprit_log_page_is_following (self))
    return;

  if (!following) {
    culprit_log_page_cancel (self);
    return;
  }
  if (!culprit_log_page_can_follow (self))
    return;

  g_cancellable_cancel (self->cancellable);
  culprit_log_page_clear_loading (self);
  self->reading = job_log_new (log_loading_get_context (), self->name);
  self->stop = g_cancellable_new ();
  culprit_log_page_start_reading (self, NULL);
}
