/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which failure, cause or line of a log the user looks at. */

#include "config.h"

#include "log-page-private.h"

/* What the user chose to look at is not taken away by what is found later. */
static void
user_acted (CulpritLogPage *self)
{
  self->has_chosen = TRUE;
}

static gboolean
key_pressed (CulpritLogPage *self,
             guint           key)
{
  /* Which stops the loading, and chooses nothing. */
  if (key != GDK_KEY_Escape)
    user_acted (self);

  return GDK_EVENT_PROPAGATE;
}

static gboolean
scrolled (CulpritLogPage *self)
{
  user_acted (self);

  return GDK_EVENT_PROPAGATE;
}

static void
show_failure (CulpritLogPage *self,
              int             index)
{
  self->selected = index;
  self->is_at_cause = FALSE;
  self->is_updating = TRUE;
  g_object_set (self->failures_pane, "selected", index, NULL);
  culprit_stepper_update (self->stepper, self->loaded->findings, index);
  self->is_updating = FALSE;

  culprit_log_view_show_failure (self->view, index);
  culprit_log_page_update_known (self);
  culprit_log_page_changed (self);
}

static void
show_cause (CulpritLogPage *self,
            int             index)
{
  if (self->selected != index)
    show_failure (self, index);
  culprit_log_view_show_cause (self->view, index);
  self->is_at_cause = TRUE;
}

/* Where the failures cover the log, they go when one was chosen. */
static void
turn_to_log (CulpritLogPage *self)
{
  if (self->width_class < WIDTH_WIDE)
    culprit_log_page_set_show_failures (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
failure_selected (CulpritLogPage *self)
{
  int index;

  g_object_get (self->failures_pane, "selected", &index, NULL);
  if (self->is_updating || index < 0 || index == self->selected)
    return;

  user_acted (self);
  show_failure (self, index);
}

static void
failure_activated (CulpritLogPage *self,
                   int             index)
{
  user_acted (self);
  show_failure (self, index);
  turn_to_log (self);
}

static void
cause_activated (CulpritLogPage *self,
                 int             index)
{
  user_acted (self);
  show_cause (self, index);
  turn_to_log (self);
}

static void
line_activated (CulpritLogPage *self,
                gint64          line)
{
  user_acted (self);
  culprit_log_view_go_to_line (self->view, line);
  turn_to_log (self);
}

static void
end_requested (CulpritLogPage *self)
{
  culprit_log_view_go_to_line (self->view, log_store_get_n_lines (job_log_get_store (self->log)));
  turn_to_log (self);
}

static void
failure_picked (CulpritLogPage *self,
                int             index)
{
  user_acted (self);
  show_failure (self, index);
}

static void
cause_picked (CulpritLogPage *self,
              int             index)
{
  user_acted (self);
  show_cause (self, index);
}

static void
connect_parts (CulpritLogPage *self)
{
  g_signal_connect_swapped (self->failures_pane, "notify::selected",
                            G_CALLBACK (failure_selected), self);
  g_signal_connect_swapped (self->failures_pane, "failure-activated",
                            G_CALLBACK (failure_activated), self);
  g_signal_connect_swapped (self->failures_pane, "cause-activated",
                            G_CALLBACK (cause_activated), self);
  g_signal_connect_swapped (self->failures_pane, "section-activated",
                            G_CALLBACK (line_activated), self);
  g_signal_connect_swapped (self->failures_pane, "end-requested",
                            G_CALLBACK (end_requested), self);
  g_signal_connect_swapped (self->view, "failure-picked", G_CALLBACK (failure_picked), self);
  g_signal_connect_swapped (self->view, "cause-picked", G_CALLBACK (cause_picked), self);
  g_signal_connect_swapped (self->issue_pane, "line-activated",
                            G_CALLBACK (line_activated), self);
}

static void
watch_user (CulpritLogPage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (user_acted), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scrolled), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->view), scroll);
}

void
culprit_log_page_init_selection (CulpritLogPage *self)
{
  connect_parts (self);
  watch_user (self);
}

void
culprit_log_page_select (CulpritLogPage *self,
                         int             index)
{
  if (index < 0 || index >= (int) self->loaded->findings->failures->len)
    return;

  user_acted (self);
  show_failure (self, index);
}

void
culprit_log_page_go_to_cause (CulpritLogPage *self)
{
  const Failure *failure = culprit_log_page_get_failure (self);

  if (failure == NULL || failure->cause == NULL)
    return;

  user_acted (self);
  if (self->is_at_cause)
    show_failure (self, self->selected);
  else
    show_cause (self, self->selected);
}
