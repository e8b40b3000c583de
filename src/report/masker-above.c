/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is known for a secret by the line above: its name stands there, or its start. */

#include "config.h"

#include <string.h>

#include "masker-private.h"

/* Narrower lines are wrapped by nobody; those of a token may be narrower than others. */
#define MIN_WIDTH       60
#define MIN_TOKEN_WIDTH 40

/* The end of a wrapped line that may be the start of a secret's name, or of a token. */
#define MAX_SEAM 64

/* No secret is longer. */
#define MAX_REST 4096

/* A shorter word is not known for one that nobody chose. */
#define MIN_RANDOM 8

/* Where terminals, mail programs and base64 break lines. */
static const guint widths[] = { 64, 72, 76, 79, 80, 100, 119, 120, 128, 132, 140, 150, 160, 180, 200, 240 };

void
line_above_init (LineAbove *above)
{
  above->line = g_string_new (NULL);
  above->named = g_ptr_array_new ();
}

void
line_above_clear (LineAbove *above)
{
  g_string_free (above->line, TRUE);
  g_ptr_array_unref (above->named);
}

static gsize
count_columns (const char *text,
               gsize       length)
{
  gsize columns = 0;

  for (gsize i = 0; i < length; i++)
    columns += ((guchar) text[i] & 0xc0) != 0x80;

  return columns;
}

static gboolean
is_usual_width (gsize width)
{
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    if (widths[i] == width)
      return TRUE;

  return FALSE;
}

/* Whether a word has both letters and digits, or a large letter after a small one. */
static gboolean
is_mixed (const char *word,
          gsize       length)
{
  gboolean has_letter = FALSE;
  gboolean has_digit = FALSE;
  gboolean has_turn = FALSE;

  for (gsize i = 0; i < length; i++) {
    has_letter |= g_ascii_isalpha (word[i]);
    has_digit |= g_ascii_isdigit (word[i]);
    has_turn |= i > 0 && g_ascii_isupper (word[i]) && g_ascii_islower (word[i - 1]);
  }

  return (has_letter && has_digit) || has_turn;
}

/* Whether the word is no name: large letters, small ones and digits follow on one another as they come. */
static gboolean
is_random (const char *word,
           gsize       length)
{
  gboolean has_upper = FALSE;
  gboolean has_lower = FALSE;
  guint n_turns = 0;

  for (gsize i = 0; i < length; i++) {
    char before = i > 0 ? word[i - 1] : '_';

    has_upper |= g_ascii_isupper (word[i]);
    has_lower |= g_ascii_islower (word[i]);
    n_turns += (g_ascii_isdigit (word[i]) && g_ascii_isalpha (before)) ||
               (g_ascii_isalpha (word[i]) && g_ascii_isdigit (before)) ||
               (g_ascii_isupper (word[i]) && g_ascii_islower (before));
  }

  return length >= MIN_RANDOM && has_upper && has_lower && n_turns * 4 >= length;
}

/* Whether what stands at bytes START to END is the name of something else. */
static gboolean
is_name (const char *text,
         gsize       length,
         gsize       start,
         gsize       end)
{
  const char *sign = memchr (text + start, '=', end - start);

  return (end < length && strchr (":=(", text[end]) != NULL) ||
         (sign != NULL && text[end - 1] != '=');
}

/* Whether the word goes on with the secret that the line above ends in. */
static gboolean
goes_on (const LineAbove *above,
         const char      *text,
         gsize            length,
         gsize            start,
         gsize            size)
{
  gsize columns = above->width - MIN (above->width, count_columns (text, start));

  if (size == 0 || is_name (text, length, start, start + size))
    return FALSE;
  if (above->is_full)
    return TRUE;
  if (is_usual_width (above->width) || is_usual_width (columns))
    return is_mixed (text + start, size);

  return above->width >= (above->ended->wraps ? MIN_TOKEN_WIDTH : MIN_WIDTH) &&
         is_random (text + start, size);
}

static void
add_rest (Masker     *masker,
          const char *text,
          gsize       length,
          gsize       start)
{
  const LineAbove *above = &masker->above;
  gsize size = masker_measure_word (text + start, MIN (length - start, MAX_REST));
  Hit hit = { start, start + size, G_MAXUINT, above->ended, TRUE, FALSE };

  if (above->ended != NULL && goes_on (above, text, length, start, size))
    g_array_append_val (masker->hits, hit);
}

/* Moves the hits from N on, which were found where the line began at byte SEAM, to where they are; those that
 * end before it are of no interest. */
static void
move_hits (Masker *masker,
           guint   n,
           gsize   seam,
           gsize   start)
{
  guint kept = n;

  for (; n < masker->hits->len; n++) {
    Hit hit = g_array_index (masker->hits, Hit, n);

    if (hit.end <= seam)
      continue;
    hit.start = start + MAX (hit.start, seam) - seam;
    hit.end += start - seam;
    g_array_index (masker->hits, Hit, kept++) = hit;
  }
  g_array_set_size (masker->hits, kept);
}

/* A name or a token's own mark may be torn where a line was wrapped. */
static void
add_over_seam (Masker     *masker,
               const char *text,
               gsize       length,
               gsize       start)
{
  const GString *line = masker->above.line;
  gsize end = masker_find_text_end (line->str, line->len);
  gsize seam = 0;
  guint n = masker->hits->len;
  g_autoptr (GString) joined = NULL;

  while (seam < MIN (end, MAX_SEAM) && line->str[end - seam - 1] != ' ')
    seam++;
  if (seam == 0 || start == length)
    return;

  joined = g_string_new_len (line->str + end - seam, seam);
  g_string_append_len (joined, text + start, MIN (length - start, MAX_REST));
  masker_add_all_hits (masker, joined->str, joined->len);
  move_hits (masker, n, seam, start);
}

/* What stands below its name. */
static void
add_named (Masker     *masker,
           const char *text,
           gsize       length)
{
  const LineAbove *above = &masker->above;
  gsize start = masker_find_common_start (above->line, text, length);
  guint n = masker->hits->len;
  g_autoptr (GString) joined = g_string_new (above->line->str);

  g_string_append_c (joined, '\n');
  g_string_append_len (joined, text + start, length - start);
  for (guint i = 0; i < above->named->len; i++)
    masker_add_hits (masker, g_ptr_array_index (above->named, i), G_MAXUINT, joined->str, joined->len);
  move_hits (masker, n, above->line->len + 1, start);
}

void
masker_add_below (Masker     *masker,
                  const char *text,
                  gsize       length)
{
  const LineAbove *above = &masker->above;
  gsize start;

  if (above->line->len == 0)
    return;

  start = masker_find_text_start (above->line, text, length);
  if (above->named->len > 0 && length < MAX_REST)
    add_named (masker, text, length);
  if (above->ended != NULL)
    add_rest (masker, text, length, start);
  else if (is_usual_width (above->width))
    add_over_seam (masker, text, length, start);
}

void
masker_forget_above (Masker *masker)
{
  g_string_truncate (masker->above.line, 0);
  g_ptr_array_set_size (masker->above.named, 0);
  masker->above.ended = NULL;
}

/* The secret that the line ends in, and that may not be whole; or NULL. */
static const Hit *
find_last (Masker     *masker,
           const char *text,
           gsize       length)
{
  const Hit *hit;
  gboolean may_go_on;

  if (masker->hits->len == 0)
    return NULL;
  hit = &g_array_index (masker->hits, Hit, masker->hits->len - 1);
  may_go_on = hit->format->wraps || text[hit->end - 1] != '-';

  return hit->end == masker_find_text_end (text, length) && !hit->format->is_personal &&
         hit->format->begin == NULL && may_go_on ? hit : NULL;
}

void
masker_note_above (Masker     *masker,
                   const char *text,
                   gsize       length)
{
  LineAbove *above = &masker->above;
  const Hit *last = find_last (masker, text, length);
  gsize width = count_columns (text, length);
  gboolean is_part = last != NULL && last->goes_on && above->ended != NULL;
  GPtrArray *named = above->named;

  above->is_full = is_part && width == above->width;
  above->ended = last != NULL && (!is_part || width >= above->width) ? last->format : NULL;
  above->width = width;
  above->named = masker->named;
  masker->named = named;

  g_string_truncate (above->line, 0);
  if (above->ended != NULL || above->named->len > 0 || is_usual_width (width))
    g_string_append_len (above->line, text, length);
}
