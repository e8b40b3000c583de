/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "log-view-private.h"

typedef enum {
  MOVE_LINES,
  MOVE_PAGES,
  MOVE_CHARACTERS,
  MOVE_WORDS,
  MOVE_LINE_ENDS,
  MOVE_LOG_ENDS,
} Move;

/* By rows: those of a line that is wrapped, too; what is hidden is passed over. */
static LogPlace
move_lines (CulpritLogView *self,
            gint64          count)
{
  LogPlace place = self->selection.cursor;
  guint columns = log_view_get_columns (self);
  LogRowsPlace target;
  double x = 0;
  guint part = 0;
  gint64 row;

  log_view_find_line (self, place.line);
  row = log_rows_get_row (self->line_rows, place.line);
  if (log_text_read (&self->text, self->store, place.line, columns))
    x = log_text_place_to_x (&self->text, place.byte, &part);
  row = MAX (row + part + count, 0);
  target = log_rows_get_place (self->line_rows, row);
  if (target.part == LOG_ROWS_GAP)
    target = log_rows_get_place (self->line_rows, count > 0 && target.line <= self->n_lines ? row + 1 : MAX (row - 1, 0));
  if (target.part == LOG_ROWS_GAP)
    return place;

  place.line = target.line;
  if (log_text_read (&self->text, self->store, place.line, columns))
    place.byte = log_text_x_to_place (&self->text, (guint) target.part, x);

  return place;
}

/* A place in what is hidden is at the next line that is shown, or at the one before. */
static LogPlace
pass_hidden (CulpritLogView *self,
             LogPlace        place,
             int             direction)
{
  gint64 line;

  if (log_rows_is_shown (self->line_rows, place.line))
    return place;

  line = log_rows_get_next (self->line_rows, place.line, direction);
  if (line == 0) {
    direction = -direction;
    line = log_rows_get_next (self->line_rows, place.line, direction);
  }

  return line == 0 ? self->selection.cursor
                   : (LogPlace) { line, direction > 0 ? 0 : log_place_line_length (self->store, line) };
}

static LogPlace
move_to_line_end (CulpritLogView *self,
                  int             direction)
{
  gint64 line = self->selection.cursor.line;

  return (LogPlace) { line, direction < 0 ? 0 : log_place_line_length (self->store, line) };
}

static LogPlace
step (CulpritLogView *self,
      int             direction,
      gboolean        words)
{
  LogPlace place = log_place_step (self->store, self->selection.cursor, direction, words);

  if (place.line == self->selection.cursor.line && log_text_read (&self->text, self->store, place.line, log_view_get_columns (self)))
    place.byte = log_row_pass (&self->text.row, place.byte, direction);

  return place;
}

static LogPlace
find_target (CulpritLogView *self,
             Move            move,
             int             direction)
{
  gint64 page = gtk_widget_get_height (GTK_WIDGET (self)) / self->font.row_height - 2;

  switch (move) {
    case MOVE_LINES:
      return move_lines (self, direction);
    case MOVE_PAGES:
      return move_lines (self, direction * MAX (page, 1));
    case MOVE_CHARACTERS:
      return step (self, direction, FALSE);
    case MOVE_WORDS:
      return step (self, direction, TRUE);
    case MOVE_LINE_ENDS:
      return move_to_line_end (self, direction);
    case MOVE_LOG_ENDS:
    default:
      if (direction < 0)
        return (LogPlace) { 1, 0 };
      return (LogPlace) { self->n_lines, log_place_line_length (self->store, self->n_lines) };
  }
}

/* A cursor that was scrolled away comes back to what is seen before it moves. */
static void
bring_cursor_along (CulpritLogView *self)
{
  gint64 first = culprit_log_view_get_first_line (self);
  gint64 last = log_view_get_last_line (self);

  if (self->selection.cursor.line < first || self->selection.cursor.line > last)
    log_selection_begin (&self->selection, self->store,
                         (LogPlace) { self->selection.cursor.line < first ? first : last, 0 },
                         LOG_SELECT_CHARACTERS);
}

static gboolean
move_cursor (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   data)
{
  CulpritLogView *self = CULPRIT_LOG_VIEW (widget);
  LogPlace target;
  int move;
  int direction;
  gboolean select;

  if (self->n_lines == 0)
    return FALSE;

  g_variant_get (arguments, "(iib)", &move, &direction, &select);
  if (!select && (move == MOVE_LINES || move == MOVE_PAGES))
    bring_cursor_along (self);

  target = find_target (self, (Move) move, direction);
  if (select) {
    self->selection.unit = LOG_SELECT_CHARACTERS;
    log_selection_extend (&self->selection, self->store, target);
    log_view_claim_primary (self);
  } else {
    log_selection_begin (&self->selection, self->store, pass_hidden (self, target, direction), LOG_SELECT_CHARACTERS);
  }

  log_view_selection_changed (self);
  log_view_reveal_cursor (self);

  return TRUE;
}

static gboolean
step_failure (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   data)
{
  CulpritLogView *self = CULPRIT_LOG_VIEW (widget);
  int n = self->findings != NULL ? (int) self->findings->failures->len : 0;
  int direction = g_variant_get_int32 (arguments);

  if (n == 0)
    return FALSE;

  if (self->selected_failure < 0)
    log_view_pick_failure (self, direction > 0 ? 0 : n - 1, FALSE);
  else
    log_view_pick_failure (self, (self->selected_failure + direction + n) % n, FALSE);

  return TRUE;
}

static gboolean
step_section (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   data)
{
  log_view_go_to_section (CULPRIT_LOG_VIEW (widget), g_variant_get_int32 (arguments));

  return TRUE;
}

/* From a failure to its cause; from inside the cause back to the failure. */
static gboolean
go_to_cause (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   data)
{
  CulpritLogView *self = CULPRIT_LOG_VIEW (widget);
  const LogMark *cause = log_marks_get_of (self->marks, self->selected_failure, LOG_MARK_CAUSE);
  gint64 line = self->selection.cursor.line;

  if (cause == NULL)
    return FALSE;

  if (cause->first_line <= line && line <= cause->last_line)
    log_view_pick_failure (self, self->selected_failure, FALSE);
  else if (!gtk_widget_activate_action (widget, "win.go-to-cause", NULL))
    log_view_pick_failure (self, self->selected_failure, TRUE);

  return TRUE;
}

static gboolean
toggle_fold (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   data)
{
  CulpritLogView *self = CULPRIT_LOG_VIEW (widget);

  if (self->n_lines == 0)
    return FALSE;

  log_view_toggle_fold (self, self->selection.cursor.line);
  log_view_reveal_cursor (self);

  return TRUE;
}

/* Folds all of them, or opens them where none is open. */
static gboolean
toggle_all_folds (GtkWidget *widget,
                  GVariant  *arguments,
                  gpointer   data)
{
  CulpritLogView *self = CULPRIT_LOG_VIEW (widget);

  if (self->n_lines == 0)
    return FALSE;

  log_view_fold_all (self, log_view_has_open_section (self));
  log_view_reveal_cursor (self);

  return TRUE;
}

static gboolean
open_menu (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  CulpritLogView *self = CULPRIT_LOG_VIEW (widget);
  gint64 line = self->selection.cursor.line;

  if (self->n_lines == 0)
    return FALSE;

  log_view_reveal_cursor (self);
  log_view_open_menu (self, log_view_mirror (self, log_view_get_gutter (self).text),
                      log_view_get_line_y (self, line) + self->font.row_height);

  return TRUE;
}

static gboolean
cancel (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   data)
{
  CulpritLogView *self = CULPRIT_LOG_VIEW (widget);

  if (self->drag != LOG_VIEW_DRAG_NONE) {
    log_view_cancel_dragging (self);
    return TRUE;
  }
  if (log_selection_is_empty (&self->selection))
    return FALSE;

  log_selection_begin (&self->selection, self->store, self->selection.cursor, LOG_SELECT_CHARACTERS);
  log_view_selection_changed (self);
  return TRUE;
}

static void
add_motion (GtkWidgetClass  *klass,
            guint            key,
            guint            keypad_key,
            GdkModifierType  modifiers,
            Move             move,
            int              direction)
{
  gtk_widget_class_add_binding (klass, key, modifiers, move_cursor, "(iib)", move, direction, FALSE);
  gtk_widget_class_add_binding (klass, key, modifiers | GDK_SHIFT_MASK, move_cursor,
                                "(iib)", move, direction, TRUE);
  gtk_widget_class_add_binding (klass, keypad_key, modifiers, move_cursor, "(iib)", move, direction, FALSE);
  gtk_widget_class_add_binding (klass, keypad_key, modifiers | GDK_SHIFT_MASK, move_cursor,
                                "(iib)", move, direction, TRUE);
}

static void
add_motions (GtkWidgetClass *klass)
{
  add_motion (klass, GDK_KEY_Up, GDK_KEY_KP_Up, 0, MOVE_LINES, -1);
  add_motion (klass, GDK_KEY_Down, GDK_KEY_KP_Down, 0, MOVE_LINES, 1);
  add_motion (klass, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, MOVE_PAGES, -1);
  add_motion (klass, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, MOVE_PAGES, 1);
  add_motion (klass, GDK_KEY_Left, GDK_KEY_KP_Left, 0, MOVE_CHARACTERS, -1);
  add_motion (klass, GDK_KEY_Right, GDK_KEY_KP_Right, 0, MOVE_CHARACTERS, 1);
  add_motion (klass, GDK_KEY_Left, GDK_KEY_KP_Left, GDK_CONTROL_MASK, MOVE_WORDS, -1);
  add_motion (klass, GDK_KEY_Right, GDK_KEY_KP_Right, GDK_CONTROL_MASK, MOVE_WORDS, 1);
  add_motion (klass, GDK_KEY_Home, GDK_KEY_KP_Home, 0, MOVE_LINE_ENDS, -1);
  add_motion (klass, GDK_KEY_End, GDK_KEY_KP_End, 0, MOVE_LINE_ENDS, 1);
  add_motion (klass, GDK_KEY_Home, GDK_KEY_KP_Home, GDK_CONTROL_MASK, MOVE_LOG_ENDS, -1);
  add_motion (klass, GDK_KEY_End, GDK_KEY_KP_End, GDK_CONTROL_MASK, MOVE_LOG_ENDS, 1);
}

static void
add_actions (GtkWidgetClass *klass)
{
  static const struct {
    guint            key;
    GdkModifierType  modifiers;
    const char      *action;
  } keys[] = {
    { GDK_KEY_Insert, GDK_CONTROL_MASK, "log.copy" },
    { GDK_KEY_c, GDK_CONTROL_MASK, "log.copy" },
    { GDK_KEY_a, GDK_CONTROL_MASK, "log.select-all" },
    { GDK_KEY_t, 0, "log.start-tail-here" },
    { GDK_KEY_s, 0, "win.next-line-times" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
}

void
log_view_class_add_keys (GtkWidgetClass *klass)
{
  add_motions (klass);
  add_actions (klass);
  gtk_widget_class_add_binding (klass, GDK_KEY_n, 0, step_failure, "i", 1);
  gtk_widget_class_add_binding (klass, GDK_KEY_p, 0, step_failure, "i", -1);
  gtk_widget_class_add_binding (klass, GDK_KEY_bracketleft, 0, step_section, "i", -1);
  gtk_widget_class_add_binding (klass, GDK_KEY_bracketright, 0, step_section, "i", 1);
  gtk_widget_class_add_binding (klass, GDK_KEY_z, 0, toggle_fold, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_z, GDK_SHIFT_MASK, toggle_all_folds, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Z, GDK_SHIFT_MASK, toggle_all_folds, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_c, 0, go_to_cause, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, cancel, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Menu, 0, open_menu, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_F10, GDK_SHIFT_MASK, open_menu, NULL);
}
