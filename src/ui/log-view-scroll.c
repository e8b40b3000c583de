/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "log-view-private.h"

#define GUTTER_NUMBERS         44    /* where numbers end, */
#define GUTTER_NUMBERS_NARROW  36
#define GUTTER_LEAST_BEFORE    5     /* at least so far from the outer edge */
#define GLIDE_MILLISECONDS     250
#define GLIDE_SCREENS          2
#define TEXT_MARGIN            8
#define TEXT_END               15    /* kept free after the widest line and after a ruler */

LogGutter
log_view_get_gutter (CulpritLogView *self)
{
  double marks = self->narrow ? 10 : 13;
  double end = self->narrow ? 12 : 20;
  int digits = 1;
  double numbers;
  double times;

  for (gint64 rest = self->n_lines; rest >= 10; rest /= 10)
    digits++;

  numbers = MAX (self->narrow ? GUTTER_NUMBERS_NARROW : GUTTER_NUMBERS,
                 ceil (GUTTER_LEAST_BEFORE + digits * self->font.digit));

  times = numbers + log_view_get_times_room (self, numbers + end);

  return (LogGutter) { numbers, times > numbers ? times : 0, times + marks, times + end, times + end + TEXT_MARGIN };
}

gboolean
log_view_is_mirrored (CulpritLogView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

double
log_view_mirror (CulpritLogView *self,
                 double          x)
{
  return log_view_is_mirrored (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x;
}

int
log_view_get_text_left (CulpritLogView *self)
{
  return log_view_is_mirrored (self) ? 0 : (int) log_view_get_gutter (self).width;
}

int
log_view_get_text_right (CulpritLogView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  return log_view_is_mirrored (self) ? width - (int) log_view_get_gutter (self).width : width;
}

double
log_view_get_text_x (CulpritLogView *self)
{
  double value = self->hadjustment != NULL && !self->wraps ? gtk_adjustment_get_value (self->hadjustment) : 0;

  return log_view_get_text_left (self) + TEXT_MARGIN - floor (value);
}

double
log_view_get_value (CulpritLogView *self)
{
  return self->vadjustment != NULL ? gtk_adjustment_get_value (self->vadjustment) : 0;
}

static double
get_page (CulpritLogView *self)
{
  return MAX (gtk_widget_get_height (GTK_WIDGET (self)) - self->font.section_height, 1);
}

double
log_view_get_line_y (CulpritLogView *self,
                     gint64          line)
{
  return self->font.section_height + log_view_get_line_value (self, line) - floor (log_view_get_value (self));
}

double
log_view_get_line_height (CulpritLogView *self,
                          gint64          line)
{
  return (double) log_rows_get_height (self->line_rows, line) * self->font.row_height;
}

LogRowsPlace
log_view_get_row_at (CulpritLogView *self,
                     double          y)
{
  double offset = floor (log_view_get_value (self)) + y - self->font.section_height;

  return log_rows_get_place (self->line_rows, (gint64) floor (MAX (offset, 0) / self->font.row_height));
}

gint64
log_view_get_line_at (CulpritLogView *self,
                      double          y)
{
  gint64 line = log_view_get_row_at (self, y).line;

  /* After the last one there is a gap. */
  if (line > self->n_lines)
    line = log_rows_get_next (self->line_rows, line, -1);

  return MAX (line, MIN (self->n_lines, 1));
}

gint64
log_view_get_last_line (CulpritLogView *self)
{
  return log_view_get_line_at (self, gtk_widget_get_height (GTK_WIDGET (self)) - 1);
}

gint64
culprit_log_view_get_first_line (CulpritLogView *self)
{
  g_return_val_if_fail (CULPRIT_IS_LOG_VIEW (self), 0);

  return log_view_get_line_at (self, self->font.section_height);
}

guint
log_view_get_columns (CulpritLogView *self)
{
  double width = log_view_get_text_right (self) - log_view_get_text_x (self) - TEXT_END;

  return (guint) MAX (floor (width / self->font.cell), 8);
}

LogPlace
log_view_get_place_at (CulpritLogView *self,
                       double          x,
                       double          y)
{
  LogPlace place = { log_view_get_line_at (self, y), 0 };
  guint part = (guint) MAX (log_view_get_row_at (self, y).part, 0);

  if (log_text_read (&self->text, self->store, place.line, log_view_get_columns (self)))
    place.byte = log_text_x_to_place (&self->text, part, x - log_view_get_text_x (self));

  return place;
}

gboolean
log_view_is_at_end (CulpritLogView *self)
{
  double value = log_view_get_value (self);

  return (value > 0 || self->follows_end) &&
         value >= gtk_adjustment_get_upper (self->vadjustment) -
                  gtk_adjustment_get_page_size (self->vadjustment) - 1;
}

static void
configure_vertically (CulpritLogView *self)
{
  double page = get_page (self);
  double upper = MAX ((double) log_rows_get_n_rows (self->line_rows) * self->font.row_height, page);
  gboolean grows = upper > gtk_adjustment_get_upper (self->vadjustment);
  gboolean follow = log_view_is_at_end (self) && (grows || self->follows_end);
  double value = follow ? upper - page : log_view_get_value (self);

  gtk_adjustment_configure (self->vadjustment, CLAMP (value, 0, upper - page), 0, upper,
                            self->font.row_height, MAX (page - self->font.row_height, 1), page);
}

static void
configure_horizontally (CulpritLogView *self)
{
  double page = MAX (log_view_get_text_right (self) - log_view_get_text_left (self), 1);
  double upper = MAX (TEXT_MARGIN + self->text_width + TEXT_END, page);
  double value = gtk_adjustment_get_value (self->hadjustment);

  gtk_adjustment_configure (self->hadjustment, CLAMP (value, 0, upper - page), 0, upper,
                            self->font.cell * 4, page * 0.9, page);
}

void
log_view_configure (CulpritLogView *self)
{
  if (gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;

  log_view_update_wrap (self);
  if (self->vadjustment != NULL)
    configure_vertically (self);
  if (self->hadjustment != NULL)
    configure_horizontally (self);
}

static gboolean
configure_wider (gpointer data)
{
  CulpritLogView *self = data;

  self->widen_id = 0;
  log_view_configure (self);

  return G_SOURCE_REMOVE;
}

void
log_view_widen (CulpritLogView *self,
                double          width)
{
  if (width <= self->text_width)
    return;

  self->text_width = width;
  if (self->widen_id == 0)
    self->widen_id = g_idle_add (configure_wider, self);
}

/* A scrolled window that still glides from the last flick would go on from there. */
static void
stop_kinetic_scrolling (CulpritLogView *self)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  if (window == NULL || !gtk_scrolled_window_get_kinetic_scrolling (GTK_SCROLLED_WINDOW (window)))
    return;

  gtk_scrolled_window_set_kinetic_scrolling (GTK_SCROLLED_WINDOW (window), FALSE);
  gtk_scrolled_window_set_kinetic_scrolling (GTK_SCROLLED_WINDOW (window), TRUE);
}

static void
glided (double   value,
        gpointer data)
{
  CulpritLogView *self = data;

  if (self->vadjustment != NULL)
    gtk_adjustment_set_value (self->vadjustment, value);
}

static void
start_gliding (CulpritLogView *self,
               double          value)
{
  if (self->glide == NULL) {
    AdwAnimationTarget *target = adw_callback_animation_target_new (glided, self, NULL);

    self->glide = adw_timed_animation_new (GTK_WIDGET (self), 0, 0, GLIDE_MILLISECONDS, target);
    adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->glide), ADW_EASE_OUT_CUBIC);
  }

  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (self->glide), log_view_get_value (self));
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (self->glide), value);
  adw_animation_play (self->glide);
}

void
log_view_scroll_to (CulpritLogView *self,
                    double          value,
                    gboolean        glide)
{
  double page = get_page (self);
  double target;

  if (self->vadjustment == NULL)
    return;

  target = CLAMP (value, 0, MAX (gtk_adjustment_get_upper (self->vadjustment) - page, 0));
  stop_kinetic_scrolling (self);
  if (self->glide != NULL)
    adw_animation_pause (self->glide);

  if (glide && fabs (target - log_view_get_value (self)) <= GLIDE_SCREENS * page)
    start_gliding (self, target);
  else
    gtk_adjustment_set_value (self->vadjustment, target);
}

void
culprit_log_view_show_line (CulpritLogView *self,
                            gint64          line)
{
  double above;

  g_return_if_fail (CULPRIT_IS_LOG_VIEW (self));

  log_view_unhide (self, line);
  above = floor (get_page (self) / 3 / self->font.row_height) * self->font.row_height;
  log_view_scroll_to (self, log_view_find_line (self, line) - above, TRUE);
}

static void
reveal_horizontally (CulpritLogView *self)
{
  double value = gtk_adjustment_get_value (self->hadjustment);
  double page = gtk_adjustment_get_page_size (self->hadjustment);
  double x;
  guint part;

  if (!log_text_read (&self->text, self->store, self->selection.cursor.line, log_view_get_columns (self)) ||
      self->text.row.fitted)
    return;

  log_view_widen (self, self->text.width);
  log_view_configure (self);
  x = log_text_place_to_x (&self->text, self->selection.cursor.byte, &part);
  if (x - self->font.cell * 4 < value)
    gtk_adjustment_set_value (self->hadjustment, MAX (x - self->font.cell * 4, 0));
  else if (x + TEXT_MARGIN + LOG_VIEW_FADE > value + page)
    gtk_adjustment_set_value (self->hadjustment, x + TEXT_MARGIN + LOG_VIEW_FADE - page);
}

static void
reveal (CulpritLogView *self,
        double          top,
        double          bottom)
{
  double page = get_page (self);

  if (top < log_view_get_value (self))
    log_view_scroll_to (self, top, FALSE);
  else if (bottom > log_view_get_value (self) + page)
    log_view_scroll_to (self, bottom - page, FALSE);
}

void
log_view_reveal_line (CulpritLogView *self,
                      gint64          line)
{
  double top = log_view_find_line (self, line);

  reveal (self, top, top + MAX (log_view_get_line_height (self, line), self->font.row_height));
}

/* The part of its line that the cursor is in. */
static void
reveal_part (CulpritLogView *self)
{
  double top = log_view_find_line (self, self->selection.cursor.line);
  guint part = 0;

  if (log_text_read (&self->text, self->store, self->selection.cursor.line, log_view_get_columns (self)))
    log_text_place_to_x (&self->text, self->selection.cursor.byte, &part);
  top += part * self->font.row_height;
  reveal (self, top, top + self->font.row_height);
}

void
log_view_reveal_cursor (CulpritLogView *self)
{
  reveal_part (self);
  if (self->hadjustment != NULL)
    reveal_horizontally (self);
}

static void
scrolled (CulpritLogView *self)
{
  log_view_measure_rows (self);
  if (log_view_has_tail_moved (self))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
log_view_set_adjustment (CulpritLogView *self,
                         GtkOrientation  orientation,
                         GtkAdjustment  *adjustment)
{
  GtkAdjustment **place = orientation == GTK_ORIENTATION_HORIZONTAL ? &self->hadjustment : &self->vadjustment;

  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, scrolled, self);
  g_clear_object (place);

  if (adjustment == NULL)
    return;

  *place = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled), self);
  log_view_configure (self);
}

void
log_view_dispose_scrolling (CulpritLogView *self)
{
  g_clear_handle_id (&self->widen_id, g_source_remove);
  g_clear_object (&self->glide);
  g_clear_object (&self->glow);
  log_view_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  log_view_set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
}
