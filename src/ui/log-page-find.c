/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the user looks for in a page's log: found by a worker, shown as it is found. */

#include "config.h"

#include "log-page-private.h"
#include "worker.h"

/* Milliseconds between two looks at what was found. */
#define LOOK_INTERVAL 60

/* The worker is over with all lines that there are. */
static gboolean
is_done (CulpritLogPage *self)
{
  LogFind *find = culprit_log_view_get_find (self->view);

  return find != NULL && self->searching == NULL
         && log_find_get_n_searched (find) >= log_store_get_n_lines (job_log_get_store (self->log));
}

static void
show_hits (CulpritLogPage *self)
{
  LogFind *find = culprit_log_view_get_find (self->view);
  gint64 n_hits = log_find_get_n_hits (find);

  if (self->wants_hit && n_hits > 0)
    self->wants_hit = !culprit_log_view_find_next (self->view, 1);
  culprit_find_bar_show_hits (self->find_bar, culprit_log_view_get_hit_position (self->view), n_hits, is_done (self));
  culprit_log_view_update (self->view);
}

static gboolean
time_to_look (gpointer data)
{
  show_hits (data);

  return G_SOURCE_CONTINUE;
}

static void
stop_finding (CulpritLogPage *self)
{
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_handle_id (&self->find_timeout_id, g_source_remove);
}

static void
find_in_worker (GTask        *task,
                gpointer      object,
                gpointer      data,
                GCancellable *cancellable)
{
  g_task_return_boolean (task, log_find_run (data, cancellable));
}

/* In lines that came, or in another log. */
static void find_more (CulpritLogPage *self);

static void
was_searched (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  CulpritLogPage *self = CULPRIT_LOG_PAGE (object);

  if (g_task_get_cancellable (G_TASK (result)) != self->searching)
    return;

  stop_finding (self);
  show_hits (self);
  find_more (self);
}

/* Each worker looks on where the last one stopped, and none begins before that one ended. */
static void
run (CulpritLogPage *self)
{
  g_autoptr (GTask) task = NULL;

  self->searching = g_cancellable_new ();
  task = g_task_new (self, self->searching, was_searched, NULL);
  g_task_set_task_data (task, log_find_ref (culprit_log_view_get_find (self->view)), (GDestroyNotify) log_find_unref);
  worker_run (task, find_in_worker);
  if (self->find_timeout_id == 0)
    self->find_timeout_id = g_timeout_add (LOOK_INTERVAL, time_to_look, self);
}

/* The view's update begins the work: find_more(). */
static void
pattern_changed (CulpritLogPage *self)
{
  g_autoptr (FindPattern) pattern = NULL;
  g_autoptr (LogFind) find = NULL;

  if (!gtk_revealer_get_reveal_child (self->find_revealer))
    return;

  pattern = culprit_find_bar_make_pattern (self->find_bar);
  stop_finding (self);
  self->find_log = self->log;
  if (pattern != NULL && self->log != NULL)
    find = log_find_new (job_log_get_store (self->log), pattern);
  self->wants_hit = find != NULL;
  culprit_log_view_set_find (self->view, find);
  culprit_log_view_update (self->view);
}

static void
find_more (CulpritLogPage *self)
{
  LogFind *find = culprit_log_view_get_find (self->view);

  if (gtk_revealer_get_reveal_child (self->find_revealer) && self->find_log != self->log)
    pattern_changed (self);
  else if (find != NULL && self->searching == NULL && !is_done (self))
    run (self);
}

static void
moved (CulpritLogPage *self,
       int             direction)
{
  if (culprit_log_view_find_next (self->view, direction))
    show_hits (self);
}

static void
closed (CulpritLogPage *self)
{
  gtk_revealer_set_reveal_child (self->find_revealer, FALSE);
  stop_finding (self);
  culprit_log_view_set_find (self->view, NULL);
  culprit_log_view_update (self->view);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
culprit_log_page_connect_find (CulpritLogPage *self)
{
  culprit_find_bar_bind_filter (self->find_bar, G_OBJECT (self->view));
  g_signal_connect_swapped (self->find_bar, "changed", G_CALLBACK (pattern_changed), self);
  g_signal_connect_swapped (self->find_bar, "moved", G_CALLBACK (moved), self);
  g_signal_connect_swapped (self->find_bar, "closed", G_CALLBACK (closed), self);
  g_signal_connect_swapped (self->view, "updated", G_CALLBACK (find_more), self);
}

void
culprit_log_page_start_find (CulpritLogPage *self)
{
  gboolean is_open = gtk_revealer_get_reveal_child (self->find_revealer);

  gtk_revealer_set_reveal_child (self->find_revealer, TRUE);
  culprit_find_bar_start (self->find_bar, NULL);
  if (!is_open)
    pattern_changed (self);
}

void
culprit_log_page_find_next (CulpritLogPage *self,
                            int             direction)
{
  if (culprit_log_view_get_find (self->view) != NULL)
    moved (self, direction);
  else
    culprit_log_page_start_find (self);
}

void
culprit_log_page_clear_find (CulpritLogPage *self)
{
  stop_finding (self);
}
