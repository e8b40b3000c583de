/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "stamp.h"

#define MAX_LENGTH 64

typedef enum {
  PART_YEAR,
  PART_MONTH,
  PART_DAY,
  PART_HOUR,
  PART_MINUTE,
  PART_SECOND,
  PART_FRACTION,
  N_PARTS,
} Part;

static const char part_letters[N_PARTS + 1] = "YMDhmsf";
static const guint8 part_lengths[N_PARTS] = { 4, 2, 2, 2, 2, 2, 0 };

#define PART_LITERAL N_PARTS

struct Stamp {
  gsize  length;
  char   literals[MAX_LENGTH];
  guint8 parts[MAX_LENGTH];     /* what stands at each place: a Part or PART_LITERAL */
};

/* The part that TEMPLATE starts with, and its length. */
static guint8
find_part (const char *template,
           gsize      *ret_length)
{
  const char *letter = strchr (part_letters, *template);
  gsize run = 0;

  *ret_length = 1;
  if (letter == NULL)
    return PART_LITERAL;

  while (template[run] == *letter)
    run++;
  if (*letter == 'f')
    *ret_length = run;
  else if (run == part_lengths[letter - part_letters])
    *ret_length = run;
  else
    return PART_LITERAL;

  return letter - part_letters;
}

Stamp *
stamp_new (const char *template)
{
  g_autoptr (Stamp) stamp = g_new0 (Stamp, 1);
  guint found = 0;

  while (*template != '\0') {
    gsize length;
    guint8 part = find_part (template, &length);

    if (stamp->length + length > MAX_LENGTH)
      return NULL;
    found |= 1u << part;
    memcpy (stamp->literals + stamp->length, template, length);
    memset (stamp->parts + stamp->length, part, length);
    stamp->length += length;
    template += length;
  }

  for (guint part = PART_YEAR; part <= PART_SECOND; part++)
    if ((found & 1u << part) == 0)
      return NULL;

  return g_steal_pointer (&stamp);
}

void
stamp_free (Stamp *stamp)
{
  g_free (stamp);
}

/* Days from 1970-01-01, by the civil calendar's 400-year eras with years from March on. */
static gint64
get_days (guint year,
          guint month,
          guint day)
{
  guint shifted = month > 2 ? month - 3 : month + 9;
  guint march_year = month > 2 ? year : year - 1;
  guint day_of_year = (153 * shifted + 2) / 5 + day - 1;

  return (gint64) march_year * 365 + march_year / 4 - march_year / 100 + march_year / 400 +
         day_of_year - 719468;
}

static gboolean
get_time (const guint  values[N_PARTS],
          guint        fraction_digits,
          gint64      *ret_time)
{
  gint64 seconds;
  double fraction = values[PART_FRACTION];

  if (values[PART_YEAR] < 1 ||
      !g_date_valid_dmy (values[PART_DAY], values[PART_MONTH], values[PART_YEAR]) ||
      values[PART_HOUR] > 23 || values[PART_MINUTE] > 59 || values[PART_SECOND] > 60)
    return FALSE;

  for (guint i = 0; i < fraction_digits; i++)
    fraction /= 10;
  seconds = get_days (values[PART_YEAR], values[PART_MONTH], values[PART_DAY]) * 86400 +
            values[PART_HOUR] * 3600 + values[PART_MINUTE] * 60 + values[PART_SECOND];
  *ret_time = seconds * 1000 + (gint64) (fraction * 1000 + 1e-6);

  return TRUE;
}

gsize
stamp_match (const Stamp *stamp,
             const char  *text,
             gsize        length,
             gint64      *ret_time)
{
  guint values[N_PARTS] = { 0 };
  guint fraction_digits = 0;

  gsize needed = stamp->length;

  /* Of a stamp before an empty line, editors and web forms take the blank away. */
  if (length == needed - 1 && stamp->literals[length] == ' ')
    needed = length;
  if (length < needed)
    return 0;

  for (gsize i = 0; i < needed; i++) {
    guint8 part = stamp->parts[i];

    if (part == PART_LITERAL) {
      if (text[i] != stamp->literals[i])
        return 0;
      continue;
    }
    if (!g_ascii_isdigit (text[i]))
      return 0;
    if (part == PART_FRACTION && fraction_digits++ >= 9)
      continue;
    values[part] = values[part] * 10 + g_ascii_digit_value (text[i]);
  }

  return get_time (values, MIN (fraction_digits, 9), ret_time) ? needed : 0;
}
