/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "log-view-private.h"

#define AUTOSCROLL_SPEED 0.35  /* of the distance from the edge, a frame */

static gboolean
is_in_gutter (CulpritLogView *self,
              double          x)
{
  return log_view_mirror (self, x) < log_view_get_gutter (self).width;
}

static gboolean
is_in_section (CulpritLogView *self,
               double          y)
{
  return y < self->font.section_height;
}

/* The mark at X, Y in the gutter, or NULL. */
static const LogMark *
find_mark (CulpritLogView *self,
           double          x,
           double          y)
{
  gint64 line = log_view_get_line_at (self, y);
  double distance = fabs (log_view_mirror (self, x) - log_view_get_gutter (self).marks);

  if (distance > LOG_VIEW_MARK || is_in_section (self, y))
    return NULL;

  g_ptr_array_set_size (self->found, 0);
  log_marks_collect (self->marks, line, line, self->selected_failure, self->found);
  for (guint i = self->found->len; i > 0; i--) {
    const LogMark *mark = g_ptr_array_index (self->found, i - 1);

    if (mark->first_line == line && mark->kind != LOG_MARK_SUMMARY)
      return mark;
  }

  return NULL;
}

static void
drag_to (CulpritLogView *self)
{
  double y = CLAMP (self->drag_y, self->font.section_height, gtk_widget_get_height (GTK_WIDGET (self)));

  if (self->drag == LOG_VIEW_DRAG_TAIL) {
    log_view_drag_tail_to (self, y);
    return;
  }

  log_selection_extend (&self->selection, self->store, log_view_get_place_at (self, self->drag_x, y));
  log_view_selection_changed (self);
}

static double
get_overshoot (double position,
               double least,
               double most)
{
  return position < least ? position - least : position > most ? position - most : 0;
}

static void
scroll_by (GtkAdjustment *adjustment,
           double         pixels)
{
  double whole = pixels < 0 ? floor (pixels) : ceil (pixels);

  if (adjustment != NULL && whole != 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + whole);
}

static gboolean
autoscroll (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       data)
{
  CulpritLogView *self = CULPRIT_LOG_VIEW (widget);
  double down = get_overshoot (self->drag_y, self->font.section_height, gtk_widget_get_height (widget));
  double across = get_overshoot (self->drag_x, log_view_get_text_left (self), log_view_get_text_right (self));

  if (self->drag != LOG_VIEW_DRAG_SELECTION || self->selection.unit == LOG_SELECT_LINES)
    across = 0;
  scroll_by (self->vadjustment, down * AUTOSCROLL_SPEED);
  scroll_by (self->hadjustment, across * AUTOSCROLL_SPEED);
  if (down != 0 || across != 0)
    drag_to (self);

  return G_SOURCE_CONTINUE;
}

static void
start_dragging (CulpritLogView *self,
                LogViewDrag     drag)
{
  self->drag = drag;
  self->drag_tail_lines = self->tail_lines;
  if (self->autoscroll_id == 0)
    self->autoscroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), autoscroll, NULL, NULL);
}

void
log_view_stop_dragging (CulpritLogView *self)
{
  if (self->autoscroll_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->autoscroll_id);
  self->autoscroll_id = 0;

  if (self->drag == LOG_VIEW_DRAG_SELECTION)
    log_view_claim_primary (self);
  self->drag = LOG_VIEW_DRAG_NONE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
log_view_cancel_dragging (CulpritLogView *self)
{
  if (self->drag == LOG_VIEW_DRAG_TAIL)
    log_view_set_tail_lines (self, self->drag_tail_lines);
  log_view_stop_dragging (self);
}

static LogSelectUnit
get_unit (CulpritLogView *self,
          double          x,
          int             n_press)
{
  if (is_in_gutter (self, x) || n_press >= 3)
    return LOG_SELECT_LINES;

  return n_press == 2 ? LOG_SELECT_WORDS : LOG_SELECT_CHARACTERS;
}

static gboolean
is_on_selection (CulpritLogView *self,
                 double          x,
                 double          y)
{
  LogPlace place = log_view_get_place_at (self, x, y);

  return !is_in_gutter (self, x) &&
         log_place_compare (place, self->selection.start) >= 0 &&
         log_place_compare (place, self->selection.end) < 0;
}

static void
press_text (CulpritLogView  *self,
            double           x,
            double           y,
            int              n_press,
            GdkModifierType  state)
{
  LogPlace place = log_view_get_place_at (self, x, y);
  gboolean extend = (state & GDK_SHIFT_MASK) != 0 && n_press == 1;

  self->is_on_selection = !extend && n_press == 1 && is_on_selection (self, x, y);
  if (self->is_on_selection)
    return;

  if (extend)
    log_selection_extend (&self->selection, self->store, place);
  else
    log_selection_begin (&self->selection, self->store, place, get_unit (self, x, n_press));
  log_view_selection_changed (self);
}

/* Where nothing is selected, UNIT is. */
static void
open_menu (CulpritLogView *self,
           double          x,
           double          y,
           LogSelectUnit   unit)
{
  LogPlace place = log_view_get_place_at (self, x, y);

  if (is_in_section (self, y))
    return;
  if (log_place_compare (place, self->selection.start) < 0 ||
      log_place_compare (place, self->selection.end) > 0 ||
      log_selection_is_empty (&self->selection))
    log_selection_begin (&self->selection, self->store, place, unit);
  self->selection.cursor = place;
  log_view_selection_changed (self);
  log_view_open_menu (self, x, y);
}

/* The row with the section's name: its arrow folds, the rest goes to the start. */
static void
press_section (CulpritLogView *self,
               double          x)
{
  const Section *section = log_view_get_section (self, culprit_log_view_get_first_line (self));
  gint64 line = section != NULL ? section->first_line : 1;

  if (section != NULL && fabs (log_view_mirror (self, x) - log_view_get_gutter (self).marks) <= LOG_VIEW_MARK)
    log_view_toggle_fold (self, line);
  else
    log_view_scroll_to (self, log_view_find_line (self, line), TRUE);
}

static void
pressed (GtkGestureClick *gesture,
         int              n_press,
         double           x,
         double           y,
         CulpritLogView  *self)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (gesture);
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  const LogMark *mark;

  self->is_on_selection = FALSE;
  if (self->n_lines == 0)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (event != NULL && gdk_event_triggers_context_menu (event)) {
    open_menu (self, x, y, LOG_SELECT_CHARACTERS);
    return;
  }
  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) != GDK_BUTTON_PRIMARY ||
      log_view_is_on_tail_tab (self, x, y))
    return;

  mark = find_mark (self, x, y);
  if (mark != NULL)
    log_view_pick_failure (self, mark->failure, mark->kind == LOG_MARK_CAUSE);
  else if (is_in_section (self, y))
    press_section (self, x);
  else if (log_view_is_on_fold (self, x, y))
    log_view_toggle_fold (self, log_view_get_line_at (self, y));
  else
    press_text (self, x, y, n_press, gtk_event_controller_get_current_event_state (controller));
}

/* What was pressed, and not dragged away, is selected no longer. */
static void
released (GtkGestureClick *gesture,
          int              n_press,
          double           x,
          double           y,
          CulpritLogView  *self)
{
  if (!self->is_on_selection)
    return;

  self->is_on_selection = FALSE;
  log_selection_begin (&self->selection, self->store, log_view_get_place_at (self, x, y), LOG_SELECT_CHARACTERS);
  log_view_selection_changed (self);
}

/* What a finger does in place of the other button. */
static void
pressed_long (GtkGestureLongPress *gesture,
              double               x,
              double               y,
              CulpritLogView      *self)
{
  if (self->n_lines == 0 || is_in_section (self, y))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  open_menu (self, x, y, LOG_SELECT_WORDS);
  log_view_claim_primary (self);
}

static void
drag_began (GtkGestureDrag *gesture,
            double          x,
            double          y,
            CulpritLogView *self)
{
  self->drag_x = x;
  self->drag_y = y;
  if (self->n_lines == 0)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
  else if (log_view_is_on_tail_tab (self, x, y)) {
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    start_dragging (self, LOG_VIEW_DRAG_TAIL);
  } else if (!is_in_section (self, y) && find_mark (self, x, y) == NULL && !log_view_is_on_fold (self, x, y))
    start_dragging (self, LOG_VIEW_DRAG_SELECTION);
}

static void
dragged (GtkGestureDrag *gesture,
         double          offset_x,
         double          offset_y,
         CulpritLogView *self)
{
  double x;
  double y;

  if (self->drag == LOG_VIEW_DRAG_NONE || self->is_on_selection)
    return;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  self->drag_x = x + offset_x;
  self->drag_y = y + offset_y;
  if (self->drag == LOG_VIEW_DRAG_TAIL ||
      gtk_drag_check_threshold (GTK_WIDGET (self), (int) x, (int) y, (int) self->drag_x, (int) self->drag_y)) {
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    drag_to (self);
  }
}

static void
moved (GtkEventControllerMotion *controller,
       double                    x,
       double                    y,
       CulpritLogView           *self)
{
  const char *cursor = "text";

  if (self->n_lines == 0)
    cursor = "default";
  else if (self->drag == LOG_VIEW_DRAG_TAIL || log_view_is_on_tail_tab (self, x, y))
    cursor = "row-resize";
  else if (is_in_section (self, y) || find_mark (self, x, y) != NULL || log_view_is_on_fold (self, x, y))
    cursor = "pointer";
  else if (is_in_gutter (self, x))
    cursor = "default";

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

void
log_view_add_controllers (CulpritLogView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed), self);
  g_signal_connect (click, "released", G_CALLBACK (released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_began), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (dragged), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (log_view_stop_dragging), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (log_view_cancel_dragging), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect (long_press, "pressed", G_CALLBACK (pressed_long), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (long_press));

  g_signal_connect (motion, "motion", G_CALLBACK (moved), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
