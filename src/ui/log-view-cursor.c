/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "log-view-copy-stream.h"
#include "log-view-private.h"
#include "words.h"

#define SPOKEN_BYTES 400

static const char *
get_state_words (CulpritLogView *self,
                 gint64          line)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  const LogMark *mark;

  log_marks_collect (self->marks, line, line, self->selected_failure, found);
  mark = log_marks_find (found, line);
  if (mark == NULL)
    return NULL;

  /* Translators: what a screen reader says of a line in the log, between its number and its text. */
  return mark->kind == LOG_MARK_CAUSE ? _("cause") : _("failure");
}

static void
append_words (GString    *words,
              const char *more)
{
  if (more == NULL)
    return;
  if (words->len > 0)
    g_string_append (words, ", ");
  g_string_append (words, more);
}

/* What is hidden before LINE, or in the section that it is the start of. */
static void
append_hidden (CulpritLogView *self,
               GString        *words,
               gint64          line)
{
  gint64 gap = log_view_filters (self) ? log_rows_get_gap (self->line_rows, line) : 0;
  const Section *section = log_view_get_section (self, line);
  gint64 folded = log_view_get_fold (self, line) == LOG_FOLD_FOLDED ? section->last_line - line : 0;
  g_autofree char *count = culprit_dup_count (MAX (gap, folded));
  g_autofree char *hidden = NULL;

  if (gap > 0)
    /* Translators: what a screen reader says of a line in the log; %s is a number. */
    hidden = g_strdup_printf (ngettext ("after %s hidden line", "after %s hidden lines", (gulong) gap), count);
  else if (folded > 0)
    /* Translators: what a screen reader says of the first line of a section; %s is a number. */
    hidden = g_strdup_printf (ngettext ("%s line folded", "%s lines folded", (gulong) folded), count);
  append_words (words, hidden);
}

void
log_view_update_accessible (CulpritLogView *self)
{
  gint64 line = self->selection.cursor.line;
  g_autofree char *number = culprit_dup_count (line);
  g_autofree char *time = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean is_slow;

  if (self->store == NULL || !log_store_read_line (self->store, line, SPOKEN_BYTES, &self->text.line, NULL))
    return;

  time = log_times_dup_text (&self->times, self->line_times, line, &is_slow);
  append_words (words, number);
  append_words (words, time);
  append_words (words, get_state_words (self, line));
  append_hidden (self, words, line);
  append_words (words, self->text.line.text->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words->str,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words->str,
                                  -1);
}

void
log_view_selection_changed (CulpritLogView *self)
{
  gboolean selected = !log_selection_is_empty (&self->selection);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "log.copy", selected);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  log_view_update_accessible (self);
  log_view_tell_accessible (self);
  g_object_notify (G_OBJECT (self), "has-selection");
}

/* What is folded is copied, too; where only matching lines are shown, only those are. */
static GBytes *
copy_matching (CulpritLogView *self)
{
  return log_view_filters (self) ? log_rows_copy_shown (self->line_rows) : NULL;
}

void
log_view_claim_primary (CulpritLogView *self)
{
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autoptr (GBytes) only = NULL;

  if (self->store == NULL || log_selection_is_empty (&self->selection))
    return;

  only = copy_matching (self);
  provider = log_copy_new_content (self->store, self->selection.start, self->selection.end, only, LOG_COPY_TEXT);
  gdk_clipboard_set_content (gtk_widget_get_primary_clipboard (GTK_WIDGET (self)), provider);
}

static gint64
count_copied (CulpritLogView *self,
              gint64          first,
              gint64          last)
{
  return log_view_filters (self) ? log_rows_count_shown (self->line_rows, first, last) : last - first + 1;
}

gint64
log_view_count_selected (CulpritLogView *self)
{
  gint64 first = self->selection.start.line;

  return count_copied (self, first, first + log_selection_get_lines (&self->selection) - 1);
}

GdkContentProvider *
culprit_log_view_get_selection_content (CulpritLogView *self,
                                        LogCopyForm     form,
                                        gint64         *ret_lines)
{
  g_autoptr (GBytes) only = NULL;

  g_return_val_if_fail (CULPRIT_IS_LOG_VIEW (self), NULL);

  if (self->store == NULL || log_selection_is_empty (&self->selection))
    return NULL;

  only = copy_matching (self);
  *ret_lines = log_view_count_selected (self);

  return log_copy_new_content (self->store, self->selection.start, self->selection.end, only, form);
}

GInputStream *
culprit_log_view_open_subject (CulpritLogView *self)
{
  LogPlace start;
  LogPlace end;

  g_return_val_if_fail (CULPRIT_IS_LOG_VIEW (self), NULL);

  if (self->n_lines == 0)
    return NULL;

  start = self->selection.start;
  end = self->selection.end;
  if (log_selection_is_empty (&self->selection)) {
    start = (LogPlace) { self->selection.cursor.line, 0 };
    end = (LogPlace) { start.line, log_place_line_length (self->store, start.line) };
  }

  return log_copy_open (self->store, start, end, NULL, LOG_COPY_TEXT, NULL);
}

/* Nothing is masked in it. */
static GInputStream *
open_copied (CulpritLogView *self,
             LogPlace        start,
             LogPlace        end)
{
  g_autoptr (GBytes) only = copy_matching (self);
  GInputStream *stream = log_selection_open (self->store, start, end);

  return only != NULL ? culprit_log_view_copy_stream_new_only (stream, start.line, only) : stream;
}

GInputStream *
culprit_log_view_open_selection (CulpritLogView *self,
                                 gint64         *ret_lines)
{
  g_return_val_if_fail (CULPRIT_IS_LOG_VIEW (self), NULL);

  if (self->store == NULL || log_selection_is_empty (&self->selection))
    return NULL;

  *ret_lines = log_view_count_selected (self);

  return open_copied (self, self->selection.start, self->selection.end);
}

GdkContentProvider *
culprit_log_view_get_rest_content (CulpritLogView *self,
                                   gint64         *ret_lines)
{
  g_autoptr (GBytes) only = NULL;
  gint64 first;

  g_return_val_if_fail (CULPRIT_IS_LOG_VIEW (self), NULL);

  first = self->selection.cursor.line;
  *ret_lines = self->n_lines > 0 ? count_copied (self, first, self->n_lines) : 0;
  if (*ret_lines == 0)
    return NULL;

  only = copy_matching (self);

  return log_copy_new_content (self->store, (LogPlace) { first, 0 }, (LogPlace) { self->n_lines, G_MAXSIZE },
                               only, LOG_COPY_TEXT);
}

GInputStream *
culprit_log_view_open_rest (CulpritLogView *self)
{
  g_return_val_if_fail (CULPRIT_IS_LOG_VIEW (self), NULL);

  if (self->n_lines == 0)
    return NULL;

  return open_copied (self, (LogPlace) { self->selection.cursor.line, 0 },
                      (LogPlace) { self->n_lines, log_place_line_length (self->store, self->n_lines) });
}
