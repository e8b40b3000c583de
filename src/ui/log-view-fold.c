/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sections that are folded: of those, only the first line is shown. As the CI's own page has it at first, but for a section
 * with a failure in it and the last one. */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "log-view-private.h"
#include "words.h"

#define WORDS_GAP  16      /* before what is said of a folded section */

/* Index of the first section of which a part is on LINE or after it. A section may end before the next one starts. */
static guint
find_section_from (CulpritLogView *self,
                   gint64          line)
{
  guint n = log_view_count_sections (self, line);

  return n > 0 && log_view_get_section (self, line) != NULL ? n - 1 : n;
}

/* For each section, of how many failures and causes a part is in it (transfer full). */
static int *
count_marks (CulpritLogView *self)
{
  int *counts = g_new0 (int, self->sections->len + 1);

  for (guint i = 0; i < log_marks_get_n (self->marks); i++) {
    const LogMark *mark = log_marks_get (self->marks, i);

    counts[find_section_from (self, mark->first_line)]++;
    counts[log_view_count_sections (self, mark->last_line)]--;
  }
  for (guint i = 1; i < self->sections->len; i++)
    counts[i] += counts[i - 1];

  return counts;
}

static gboolean
is_folded (CulpritLogView *self,
           guint           index,
           gboolean        is_marked)
{
  const Section *section = g_ptr_array_index (self->sections, index);
  gpointer asked = g_hash_table_lookup (self->folds, GSIZE_TO_POINTER ((gsize) section->first_line));

  if (section->last_line <= section->first_line)
    return FALSE;
  if (asked != NULL)
    return GPOINTER_TO_INT (asked) > 0;

  return !section->open && index + 1 < self->sections->len && !is_marked;
}

static void
set_folded (CulpritLogView *self,
            const Section  *section,
            gboolean        folded)
{
  g_hash_table_insert (self->folds, GSIZE_TO_POINTER ((gsize) section->first_line), GINT_TO_POINTER (folded ? 1 : -1));
}

void
log_view_fold_lines (CulpritLogView *self)
{
  g_autofree int *marks = self->sections != NULL ? count_marks (self) : NULL;
  gboolean hides = FALSE;

  for (guint i = 0; self->sections != NULL && i < self->sections->len; i++) {
    const Section *section = g_ptr_array_index (self->sections, i);

    if (!is_folded (self, i, marks[i] > 0)) {
      /* Whoever follows a log reads what has come: it stays. */
      if (self->follows_end && i + 1 == self->sections->len)
        set_folded (self, section, FALSE);
      continue;
    }
    if (!hides)
      log_rows_begin (self->line_rows, self->n_lines, TRUE, FALSE);
    hides = TRUE;
    log_rows_hide (self->line_rows, section->first_line + 1, section->last_line);
  }

  if (hides)
    log_rows_end (self->line_rows);
  else
    log_rows_show_all (self->line_rows, self->n_lines);
}

LogFold
log_view_get_fold (CulpritLogView *self,
                   gint64          line)
{
  const Section *section = log_view_get_section (self, line);

  if (section == NULL || section->first_line != line || section->last_line <= line || log_view_filters (self))
    return LOG_FOLD_NONE;

  return log_rows_is_shown (self->line_rows, line + 1) ? LOG_FOLD_OPEN : LOG_FOLD_FOLDED;
}

/* The cursor is never in what is folded. */
static void
bring_cursor_out (CulpritLogView *self,
                  const Section  *section)
{
  if (self->selection.cursor.line <= section->first_line || self->selection.cursor.line > section->last_line)
    return;

  log_selection_begin (&self->selection, self->store, (LogPlace) { section->first_line, 0 }, LOG_SELECT_CHARACTERS);
  log_view_selection_changed (self);
}

void
log_view_toggle_fold (CulpritLogView *self,
                      gint64          line)
{
  const Section *section = log_view_get_section (self, line);
  gint64 first;
  gboolean folds;

  if (section == NULL || section->last_line <= section->first_line)
    return;

  first = section->first_line;
  folds = log_view_get_fold (self, first) == LOG_FOLD_OPEN;
  set_folded (self, section, folds);
  if (folds)
    bring_cursor_out (self, section);
  log_view_lines_changed (self, log_view_get_line_y (self, first) >= self->font.section_height
                                ? log_view_get_anchor (self, first) : (LogViewAnchor) { first, 0 });
}

void
log_view_unfold (CulpritLogView *self,
                 gint64          line)
{
  const Section *section = log_view_get_section (self, line);

  if (section == NULL || log_rows_is_shown (self->line_rows, line))
    return;

  set_folded (self, section, FALSE);
  log_view_lines_changed (self, log_view_get_top_anchor (self));
}

gboolean
log_view_has_open_section (CulpritLogView *self)
{
  for (guint i = 0; self->sections != NULL && i < self->sections->len; i++) {
    const Section *section = g_ptr_array_index (self->sections, i);

    if (log_view_get_fold (self, section->first_line) == LOG_FOLD_OPEN)
      return TRUE;
  }

  return FALSE;
}

void
log_view_fold_all (CulpritLogView *self,
                   gboolean        folded)
{
  LogViewAnchor anchor = log_view_get_cursor_anchor (self);
  const Section *here = log_view_get_section (self, self->selection.cursor.line);

  for (guint i = 0; self->sections != NULL && i < self->sections->len; i++)
    set_folded (self, g_ptr_array_index (self->sections, i), folded);
  if (folded && here != NULL)
    bring_cursor_out (self, here);
  log_view_lines_changed (self, anchor);
}

/* "⋯ 634 lines · 21:53" (transfer full). */
static char *
dup_words (const Section *section)
{
  gint64 n = section->last_line - section->first_line;
  g_autofree char *duration = culprit_dup_duration (section->seconds);
  g_autofree char *lines = culprit_dup_gap (n);

  return *duration != '\0' ? g_strdup_printf ("%s · %s", lines, duration) : g_steal_pointer (&lines);
}

/* Where the words on the folded section of LINE are, from the widget's left edge. */
static void
get_words_extent (CulpritLogView *self,
                  gint64          line,
                  const char     *words,
                  double         *ret_x,
                  double         *ret_width)
{
  int width;

  pango_layout_set_attributes (self->font.text, NULL);
  pango_layout_set_text (self->font.text, words, -1);
  pango_layout_get_pixel_size (self->font.text, &width, NULL);
  *ret_width = width;
  *ret_x = MIN (log_view_get_text_x (self) + log_view_get_row (self, line)->width + WORDS_GAP,
                MAX (log_view_get_text_right (self) - width - WORDS_GAP, log_view_get_text_left (self)));
}

void
log_view_draw_fold_words (CulpritLogView *self,
                          GtkSnapshot    *snapshot,
                          gint64          line)
{
  const Section *section = log_view_get_section (self, line);
  double y = log_view_get_line_y (self, line) + log_view_get_line_height (self, line) - self->font.row_height;
  g_autofree char *words = NULL;
  double x;
  double width;

  if (log_view_get_fold (self, line) != LOG_FOLD_FOLDED)
    return;

  words = dup_words (section);
  get_words_extent (self, line, words, &x, &width);
  log_shape_fill (snapshot, &self->palette.background, x - WORDS_GAP / 2.0, y, width + WORDS_GAP, self->font.row_height);
  pango_layout_set_text (self->font.text, words, -1);
  log_font_draw (self->font.text, snapshot, x, y + self->font.baseline, &self->palette.number);
}

gboolean
log_view_is_on_fold (CulpritLogView *self,
                     double          x,
                     double          y)
{
  gint64 line = log_view_get_line_at (self, y);
  double from_edge = log_view_mirror (self, x);
  LogGutter gutter = log_view_get_gutter (self);
  g_autofree char *words = NULL;
  double left;
  double width;

  if (y < self->font.section_height || log_view_get_fold (self, line) == LOG_FOLD_NONE)
    return FALSE;
  if (fabs (from_edge - gutter.marks) <= LOG_VIEW_MARK)
    return TRUE;
  if (log_view_get_fold (self, line) == LOG_FOLD_OPEN)
    return FALSE;

  words = dup_words (log_view_get_section (self, line));
  log_view_prepare_rows (self, line, line);
  get_words_extent (self, line, words, &left, &width);

  return x >= left - WORDS_GAP / 2.0 && x <= left + width + WORDS_GAP / 2.0;
}
