/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "log-view-shown.h"

#define WORD_LINES LOG_SHOWN_WORD_LINES

/* The bits of the lines up to LAST, and from FIRST on, in their words. */
#define UP_TO(last)  (G_MAXUINT64 >> (WORD_LINES - 1 - (last) % WORD_LINES))
#define FROM(first)  (G_MAXUINT64 << (first) % WORD_LINES)

void
log_shown_init (LogShown *shown)
{
  *shown = (LogShown) { 0 };
  line_set_init (&shown->set);
}

void
log_shown_clear (LogShown *shown)
{
  line_set_clear (&shown->set);
}

void
log_shown_set_all (LogShown *shown,
                   gint64    n_lines)
{
  shown->n_lines = n_lines;
  shown->gaps = FALSE;
  g_array_set_size (shown->set.words, 0);
}

void
log_shown_begin (LogShown *shown,
                 gint64    n_lines,
                 gboolean  is_shown,
                 gboolean  gaps)
{
  gint64 n_words = n_lines / WORD_LINES + 1;

  shown->n_lines = n_lines;
  shown->gaps = gaps;
  g_array_set_size (shown->set.words, (guint) n_words);
  memset (shown->set.words->data, is_shown ? 0xff : 0, (gsize) n_words * sizeof (guint64));
}

void
log_shown_hide (LogShown *shown,
                gint64    first,
                gint64    last)
{
  first = MAX (first, 1);
  last = MIN (last, shown->n_lines);
  for (gint64 word = first / WORD_LINES; first <= last && word <= last / WORD_LINES; word++) {
    guint64 bits = G_MAXUINT64;

    if (word == first / WORD_LINES)
      bits &= FROM (first);
    if (word == last / WORD_LINES)
      bits &= UP_TO (last);
    g_array_index (shown->set.words, guint64, word) &= ~bits;
  }
}

guint64 *
log_shown_get_words (LogShown *shown,
                     gsize    *ret_n_words)
{
  *ret_n_words = shown->set.words->len;

  return (guint64 *) (gpointer) shown->set.words->data;
}

void
log_shown_end (LogShown *shown)
{
  g_array_index (shown->set.words, guint64, 0) &= FROM (1);
  g_array_index (shown->set.words, guint64, shown->n_lines / WORD_LINES) &= UP_TO (shown->n_lines);
}

gboolean
log_shown_hides (const LogShown *shown)
{
  return shown->set.words->len > 0;
}

guint64
log_shown_get_word (const LogShown *shown,
                    gint64          word)
{
  guint64 bits = G_MAXUINT64;

  if (log_shown_hides (shown))
    return word < (gint64) shown->set.words->len ? g_array_index (shown->set.words, guint64, word) : 0;
  if (word > shown->n_lines / WORD_LINES)
    return 0;
  if (word == 0)
    bits &= FROM (1);
  if (word == shown->n_lines / WORD_LINES)
    bits &= UP_TO (shown->n_lines);

  return bits;
}

gboolean
log_shown_has (const LogShown *shown,
               gint64          line)
{
  return line >= 1 && line <= shown->n_lines && (log_shown_get_word (shown, line / WORD_LINES) >> line % WORD_LINES & 1) != 0;
}

gint64
log_shown_get_next (const LogShown *shown,
                    gint64          line,
                    int             step)
{
  if (log_shown_hides (shown))
    return line_set_get_next (&shown->set, line, step);

  line = CLAMP (line, 0, shown->n_lines + 1) + step;

  return line >= 1 && line <= shown->n_lines ? line : 0;
}

gint64
log_shown_count (const LogShown *shown,
                 gint64          first,
                 gint64          last)
{
  gint64 n = 0;

  first = MAX (first, 1);
  for (gint64 word = first / WORD_LINES; first <= last && word <= last / WORD_LINES; word++) {
    guint64 bits = log_shown_get_word (shown, word);

    if (word == first / WORD_LINES)
      bits &= FROM (first);
    if (word == last / WORD_LINES)
      bits &= UP_TO (last);
    n += __builtin_popcountll (bits);
  }

  return n;
}

GBytes *
log_shown_copy (const LogShown *shown)
{
  return log_shown_hides (shown) ? g_bytes_new (shown->set.words->data, shown->set.words->len * sizeof (guint64)) : NULL;
}

guint64
log_shown_get_gaps (const LogShown *shown,
                    gint64          word)
{
  guint64 bits = log_shown_get_word (shown, word);
  /* Nothing is before the first line. */
  guint64 before = word > 0 ? log_shown_get_word (shown, word - 1) >> (WORD_LINES - 1) : 2;

  return shown->gaps ? bits & ~(bits << 1 | before) : 0;
}

gboolean
log_shown_has_gap (const LogShown *shown,
                   gint64          line)
{
  return (log_shown_get_gaps (shown, line / WORD_LINES) >> line % WORD_LINES & 1) != 0;
}

gboolean
log_shown_has_last_gap (const LogShown *shown)
{
  return shown->gaps && shown->n_lines > 0 && !log_shown_has (shown, shown->n_lines);
}
