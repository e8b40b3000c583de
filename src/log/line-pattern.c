/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "line.h"

#include "line-pattern.h"

#define MAX_PIECES 16

#define NANOSECONDS_PER_MILLISECOND 1000000

typedef enum {
  FIELD_WORDS,
  FIELD_NAME,
  FIELD_KEY,
  FIELD_ANY,
  FIELD_SECONDS,
  FIELD_MILLISECONDS,
  FIELD_NANOSECONDS,
  FIELD_TOOK,
  N_FIELDS,
} Field;

static const char * const field_names[N_FIELDS] = {
  [FIELD_NAME] = "{name}",
  [FIELD_KEY] = "{key}",
  [FIELD_ANY] = "{*}",
  [FIELD_SECONDS] = "{seconds}",
  [FIELD_MILLISECONDS] = "{milliseconds}",
  [FIELD_NANOSECONDS] = "{nanoseconds}",
  [FIELD_TOOK] = "{took}",
};

typedef struct {
  Field       field;
  const char *words;            /* in the template, of FIELD_WORDS */
  gsize       length;
} Piece;

struct LinePattern {
  char  *template;
  Piece  pieces[MAX_PIECES];
  guint  n_pieces;
};

/* The field that TEXT starts with. */
static Field
find_field (const char *text)
{
  if (*text == '{')
    for (Field field = FIELD_NAME; field < N_FIELDS; field++)
      if (g_str_has_prefix (text, field_names[field]))
        return field;

  return FIELD_WORDS;
}

static gboolean
add_piece (LinePattern *pattern,
           Field        field,
           const char  *words)
{
  Piece *last = pattern->n_pieces > 0 ? &pattern->pieces[pattern->n_pieces - 1] : NULL;

  if (field == FIELD_WORDS && last != NULL && last->field == FIELD_WORDS) {
    last->length++;
    return TRUE;
  }
  if (pattern->n_pieces == MAX_PIECES ||
      (field != FIELD_WORDS && (last == NULL || last->field != FIELD_WORDS)))
    return FALSE;

  pattern->pieces[pattern->n_pieces++] = (Piece) { field, words, 1 };

  return TRUE;
}

LinePattern *
line_pattern_new (const char *template)
{
  g_autoptr (LinePattern) pattern = g_new0 (LinePattern, 1);
  const char *next;

  next = pattern->template = g_strdup (template);
  while (*next != '\0') {
    Field field = find_field (next);

    if (!add_piece (pattern, field, next))
      return NULL;
    next += field == FIELD_WORDS ? 1 : strlen (field_names[field]);
  }

  return pattern->n_pieces > 0 ? g_steal_pointer (&pattern) : NULL;
}

void
line_pattern_free (LinePattern *pattern)
{
  if (pattern == NULL)
    return;

  g_free (pattern->template);
  g_free (pattern);
}

guint8
line_pattern_get_first (const LinePattern *pattern)
{
  return (guint8) *pattern->template;
}

/* How much of TEXT comes before WORDS (NULL: all), or -1 where they do not come. */
static gssize
find_words (const Piece *words,
            char         escape,
            const char  *text,
            gsize        length)
{
  if (words == NULL)
    return (gssize) length;

  for (gsize i = 0; i + words->length <= length; i++) {
    if (escape != '\0' && text[i] == escape)
      i++;
    else if (memcmp (text + i, words->words, words->length) == 0)
      return (gssize) i;
  }

  return -1;
}

/* The number at TEXT's start. Returns how many digits it has, or 0 where it is too large. */
static gsize
read_number (const char *text,
             gsize       length,
             gint64     *ret_number)
{
  gsize n_digits = 0;

  *ret_number = 0;
  while (n_digits < length && g_ascii_isdigit (text[n_digits])) {
    if (*ret_number > G_MAXINT64 / 10 - 1)
      return 0;
    *ret_number = *ret_number * 10 + g_ascii_digit_value (text[n_digits++]);
  }

  return n_digits;
}

static gboolean
set_number (LineFields *fields,
            Field       field,
            gint64      number)
{
  switch (field) {
    case FIELD_SECONDS:
      if (number > G_MAXINT64 / 1000)
        return FALSE;
      fields->time = number * 1000;
      return TRUE;
    case FIELD_MILLISECONDS:
      fields->time = number;
      return TRUE;
    case FIELD_NANOSECONDS:
      fields->time = number / NANOSECONDS_PER_MILLISECOND;
      return TRUE;
    case FIELD_TOOK:
    default:
      fields->took = number / NANOSECONDS_PER_MILLISECOND;
      return TRUE;
  }
}

/* How much of TEXT piece INDEX takes, or -1 where it does not fit. */
static gssize
take_piece (const LinePattern *pattern,
            guint              index,
            char               escape,
            const char        *text,
            gsize              length,
            LineFields        *fields)
{
  const Piece *piece = &pattern->pieces[index];
  const Piece *next = index + 1 < pattern->n_pieces ? piece + 1 : NULL;
  gint64 number;
  gssize taken;

  if (piece->field == FIELD_WORDS)
    return length >= piece->length && memcmp (text, piece->words, piece->length) == 0
             ? (gssize) piece->length : -1;

  if (piece->field >= FIELD_SECONDS) {
    taken = (gssize) read_number (text, length, &number);
    return taken > 0 && set_number (fields, piece->field, number) ? taken : -1;
  }

  taken = find_words (next, escape, text, length);
  if (piece->field == FIELD_NAME) {
    fields->name = text;
    fields->name_length = (gsize) MAX (taken, 0);
  } else if (piece->field == FIELD_KEY) {
    fields->key = text;
    fields->key_length = (gsize) MAX (taken, 0);
  }

  return taken;
}

gboolean
line_pattern_match (const LinePattern *pattern,
                    char               escape,
                    const char        *text,
                    gsize              length,
                    LineFields        *ret_fields)
{
  *ret_fields = (LineFields) { .time = LINE_NO_TIME };

  for (guint i = 0; i < pattern->n_pieces; i++) {
    gssize taken = take_piece (pattern, i, escape, text + ret_fields->length,
                               length - ret_fields->length, ret_fields);

    if (taken < 0)
      return FALSE;
    ret_fields->length += (gsize) taken;
  }

  return TRUE;
}
