/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "line-set.h"

#define WORD_LINES 64

void
line_set_init (LineSet *set)
{
  set->words = g_array_new (FALSE, TRUE, sizeof (guint64));
}

void
line_set_clear (LineSet *set)
{
  g_clear_pointer (&set->words, g_array_unref);
}

void
line_set_add (LineSet *set,
              gint64   line)
{
  while ((gint64) set->words->len <= line / WORD_LINES)
    g_array_set_size (set->words, set->words->len * 3 / 2 + 64);

  g_array_index (set->words, guint64, line / WORD_LINES) |= G_GUINT64_CONSTANT (1) << line % WORD_LINES;
}

static guint64
get_word (const LineSet *set,
          gint64         index)
{
  return index >= 0 && index < (gint64) set->words->len ? g_array_index (set->words, guint64, index) : 0;
}

gboolean
line_set_has (const LineSet *set,
              gint64         line)
{
  return line > 0 && get_word (set, line / WORD_LINES) >> line % WORD_LINES & 1;
}

void
line_set_copy (const LineSet *set,
               guint64       *words,
               gsize          n_words)
{
  for (gsize i = 0; i < MIN (n_words, set->words->len); i++)
    words[i] |= g_array_index (set->words, guint64, i);
}

static gint64
find_after (const LineSet *set,
            gint64         line)
{
  gint64 index = line / WORD_LINES;
  guint64 word = get_word (set, index) & ~G_GUINT64_CONSTANT (0) << line % WORD_LINES;

  while (word == 0 && ++index < (gint64) set->words->len)
    word = get_word (set, index);

  return word != 0 ? index * WORD_LINES + __builtin_ctzll (word) : 0;
}

static gint64
find_before (const LineSet *set,
             gint64         line)
{
  gint64 index = line / WORD_LINES;
  guint64 word = get_word (set, index) & ~G_GUINT64_CONSTANT (0) >> (WORD_LINES - 1 - line % WORD_LINES);

  while (word == 0 && --index >= 0)
    word = get_word (set, index);

  return word != 0 ? index * WORD_LINES + WORD_LINES - 1 - __builtin_clzll (word) : 0;
}

gint64
line_set_get_next (const LineSet *set,
                   gint64         line,
                   int            step)
{
  if (step > 0)
    return line < G_MAXINT64 ? find_after (set, MAX (line, 0) + 1) : 0;

  return line > 1 ? find_before (set, MIN (line - 1, (gint64) set->words->len * WORD_LINES)) : 0;
}
