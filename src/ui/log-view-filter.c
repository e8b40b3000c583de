/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Only the lines in which something was found, with some around them. */

#include "config.h"

#include "log-view-private.h"

#define WORD_LINES 64

/* Each bit of FROM, moved by N places (to later lines where that is positive), into TO. */
static void
merge_moved (const guint64 *from,
             guint64       *to,
             gsize          n_words,
             int            n)
{
  gsize words = (gsize) ABS (n) / WORD_LINES;
  int bits = ABS (n) % WORD_LINES;

  for (gsize i = 0; i + words < n_words; i++) {
    gsize source = n > 0 ? i : i + words;
    gsize target = n > 0 ? i + words : i;
    guint64 word = from[source];

    if (bits == 0)
      to[target] |= word;
    else if (n > 0)
      to[target] |= word << bits | (source > 0 ? from[source - 1] >> (WORD_LINES - bits) : 0);
    else
      to[target] |= word >> bits | (source + 1 < n_words ? from[source + 1] << (WORD_LINES - bits) : 0);
  }
}

/* As many lines before and after each one: twice as many in each round. */
static void
add_context (guint64 *words,
             gsize    n_words,
             int      context)
{
  for (int done = 0; done < context; ) {
    int step = MIN (done + 1, context - done);
    g_autofree guint64 *from = g_memdup2 (words, n_words * sizeof *words);

    merge_moved (from, words, n_words, step);
    merge_moved (from, words, n_words, -step);
    done += step;
  }
}

gboolean
log_view_filters (CulpritLogView *self)
{
  return self->only_matching && self->find != NULL;
}

gint64
log_view_get_gap (CulpritLogView *self,
                  gint64          line)
{
  return log_view_filters (self) ? log_rows_get_gap (self->line_rows, line) : 0;
}

void
log_view_filter_lines (CulpritLogView *self)
{
  guint64 *words;
  gsize n_words;

  log_rows_begin (self->line_rows, self->n_lines, FALSE, TRUE);
  words = log_rows_get_words (self->line_rows, &n_words);
  log_find_copy_lines (self->find, words, n_words);
  add_context (words, n_words, self->context);
  log_rows_end (self->line_rows);
}

void
log_view_set_only_matching (CulpritLogView *self,
                            gboolean        only_matching)
{
  LogViewAnchor anchor;

  if (self->only_matching == only_matching)
    return;

  anchor = log_view_get_cursor_anchor (self);
  self->only_matching = only_matching;
  log_view_lines_changed (self, anchor);
  g_object_notify (G_OBJECT (self), "only-matching");
}

void
log_view_set_context (CulpritLogView *self,
                      int             context)
{
  LogViewAnchor anchor;

  if (self->context == context)
    return;

  anchor = log_view_get_cursor_anchor (self);
  self->context = context;
  log_view_lines_changed (self, anchor);
  g_object_notify (G_OBJECT (self), "context");
}
