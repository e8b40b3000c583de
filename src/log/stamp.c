/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "stamp.h"

#define MILLISECONDS_PER_MINUTE (60 * G_GINT64_CONSTANT (1000))

typedef enum {
  PART_YEAR,
  PART_MONTH,
  PART_DAY,
  PART_HOUR,
  PART_MINUTE,
  PART_SECOND,
  PART_FRACTION,
  PART_ANY_FRACTION,
  PART_ZONE,
  PART_HEXADECIMAL,
  PART_ANY_CHARACTER,
  PART_TEXT,
  N_PARTS,
  PART_LITERAL = N_PARTS,
} Part;

#define WITH_DATE (1u << PART_YEAR | 1u << PART_MONTH | 1u << PART_DAY)
#define WITH_TIME (1u << PART_HOUR | 1u << PART_MINUTE | 1u << PART_SECOND)

static const char part_letters[N_PARTS + 1] = "YMDhmsfFzx?*";

/* How many of its letters stand for a part; of a fraction's digits as many as there are. */
static const guint8 part_lengths[N_PARTS] = { 4, 2, 2, 2, 2, 2, 0, 1, 1, 2, 1, 1 };

typedef struct {
  guint8 part;
  guint8 length;                /* of digits, or of the literal */
  guint8 start;                 /* of the literal in the template */
} Piece;

struct Stamp {
  char     *template;
  Piece     pieces[STAMP_MAX_FORM];
  guint     n_pieces;
  guint     first_changing;     /* the piece before which lines begin alike: the seconds */
  gsize     same_length;        /* bytes before that */
  gboolean  has_time;
  gboolean  has_date;
};

/* What a text is read into. */
typedef struct {
  const char *next;
  const char *end;
  guint       values[N_PARTS];
  guint       milliseconds;
  int         offset;           /* minutes east of Greenwich */
} Reading;

/* The part that stands at AT in TEMPLATE, behind the part BEFORE, and its length there. */
static guint8
find_part (const char *template,
           const char *at,
           guint8      before,
           gsize      *ret_length)
{
  const char *letter = strchr (part_letters, *at);
  gsize run = 0;
  guint8 part;

  *ret_length = 1;
  if (letter == NULL)
    return PART_LITERAL;

  part = letter - part_letters;
  while (at[run] == *letter)
    run++;
  if (part == PART_FRACTION) {
    if (before != PART_SECOND || at == template || strchr (".,", at[-1]) == NULL)
      return PART_LITERAL;
    *ret_length = run;
    return part;
  }
  if (run != part_lengths[part] ||
      (part == PART_ANY_FRACTION && before != PART_SECOND) ||
      (part == PART_ZONE && (before < PART_SECOND || before > PART_ANY_FRACTION)))
    return PART_LITERAL;

  *ret_length = run;

  return part;
}

static void
add_piece (Stamp  *stamp,
           guint8  part,
           gsize   start,
           gsize   length)
{
  Piece *last = stamp->n_pieces > 0 ? &stamp->pieces[stamp->n_pieces - 1] : NULL;

  if (part == PART_LITERAL && last != NULL && last->part == PART_LITERAL)
    last->length += length;
  else
    stamp->pieces[stamp->n_pieces++] = (Piece) { part, length, start };
}

/* Where lines of the same minute begin alike: up to the seconds, if all else stands before. */
static void
find_same_start (Stamp *stamp)
{
  guint needed = 1u << PART_HOUR | 1u << PART_MINUTE | (stamp->has_date ? WITH_DATE : 0);
  gsize length = 0;

  for (guint i = 0; i < stamp->n_pieces; i++) {
    const Piece *piece = &stamp->pieces[i];

    if (piece->part == PART_SECOND && needed == 0) {
      stamp->first_changing = i;
      stamp->same_length = length;
    }
    if (piece->part >= PART_SECOND && piece->part != PART_LITERAL)
      return;
    if (piece->part != PART_LITERAL)
      needed &= ~(1u << piece->part);
    length += piece->length;
  }
}

/* Whether something tells where each field of text ends. */
static gboolean
ends_texts (const Stamp *stamp)
{
  for (guint i = 0; i < stamp->n_pieces; i++)
    if (stamp->pieces[i].part == PART_TEXT &&
        (i + 1 == stamp->n_pieces || stamp->pieces[i + 1].part != PART_LITERAL))
      return FALSE;

  return stamp->n_pieces > 0;
}

Stamp *
stamp_new (const char *template)
{
  g_autoptr (Stamp) stamp = g_new0 (Stamp, 1);
  gsize length = strlen (template);
  guint8 before = PART_LITERAL;
  guint found = 0;
  gsize done = 0;

  if (length > STAMP_MAX_FORM || strchr (template, '\n') != NULL)
    return NULL;

  stamp->template = g_strdup (template);
  while (done < length) {
    gsize piece_length;
    guint8 part = find_part (template, template + done, before, &piece_length);

    /* A part that comes twice would make the first one's digits count for nothing. */
    if (part != PART_LITERAL && (found & 1u << part) != 0 && part < PART_HEXADECIMAL)
      return NULL;
    if (part != PART_LITERAL) {
      found |= 1u << part;
      before = part;
    }
    add_piece (stamp, part, done, piece_length);
    done += piece_length;
  }

  stamp->has_date = (found & WITH_DATE) == WITH_DATE;
  stamp->has_time = (found & WITH_TIME) == WITH_TIME;
  if ((!stamp->has_time && (found & WITH_TIME) != 0) ||
      ((!stamp->has_date || !stamp->has_time) && (found & WITH_DATE) != 0) ||
      !ends_texts (stamp))
    return NULL;
  find_same_start (stamp);

  return g_steal_pointer (&stamp);
}

void
stamp_free (Stamp *stamp)
{
  if (stamp == NULL)
    return;

  g_free (stamp->template);
  g_free (stamp);
}

gboolean
stamp_has_time (const Stamp *stamp)
{
  return stamp->has_time;
}

gboolean
stamp_has_date (const Stamp *stamp)
{
  return stamp->has_date;
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

/* The time of the minute that VALUES give. */
static gboolean
get_minute (const Stamp *stamp,
            const guint  values[N_PARTS],
            gint64      *ret_time)
{
  gint64 days = 0;

  if (values[PART_HOUR] > 23 || values[PART_MINUTE] > 59)
    return FALSE;
  if (stamp->has_date) {
    if (values[PART_YEAR] < 1 ||
        !g_date_valid_dmy (values[PART_DAY], values[PART_MONTH], values[PART_YEAR]))
      return FALSE;
    days = get_days (values[PART_YEAR], values[PART_MONTH], values[PART_DAY]);
  }
  *ret_time = ((days * 24 + values[PART_HOUR]) * 60 + values[PART_MINUTE]) *
              MILLISECONDS_PER_MINUTE;

  return TRUE;
}

static gboolean
read_number (Reading *reading,
             guint    n_digits,
             guint   *ret_number)
{
  guint number = 0;

  if (reading->end - reading->next < n_digits)
    return FALSE;
  for (guint i = 0; i < n_digits; i++) {
    guint digit = (guint8) reading->next[i] - '0';

    if (digit > 9)
      return FALSE;
    number = number * 10 + digit;
  }
  reading->next += n_digits;
  *ret_number = number;

  return TRUE;
}

/* N_DIGITS of a second's fraction, of which the first three count. */
static gboolean
read_fraction (Reading *reading,
               guint    n_digits)
{
  static const guint scales[] = { 100, 10, 1 };

  if (reading->end - reading->next < n_digits)
    return FALSE;
  for (guint i = 0; i < n_digits; i++) {
    guint digit = (guint8) reading->next[i] - '0';

    if (digit > 9)
      return FALSE;
    if (i < G_N_ELEMENTS (scales))
      reading->milliseconds += digit * scales[i];
  }
  reading->next += n_digits;

  return TRUE;
}

static gboolean
read_any_fraction (Reading *reading)
{
  guint n_digits = 0;

  if (reading->next == reading->end || (*reading->next != '.' && *reading->next != ','))
    return TRUE;

  reading->next++;
  while (n_digits < 9 && reading->next + n_digits < reading->end &&
         g_ascii_isdigit (reading->next[n_digits]))
    n_digits++;

  return n_digits > 0 && read_fraction (reading, n_digits);
}

static gboolean
read_zone (Reading *reading)
{
  guint hours;
  guint minutes = 0;
  char sign;

  if (reading->next == reading->end)
    return FALSE;

  sign = *reading->next++;
  if (sign == 'Z')
    return TRUE;
  if ((sign != '+' && sign != '-') || !read_number (reading, 2, &hours))
    return FALSE;
  if (reading->next < reading->end && *reading->next == ':') {
    reading->next++;
    if (!read_number (reading, 2, &minutes))
      return FALSE;
  } else if (reading->next < reading->end && g_ascii_isdigit (*reading->next) &&
             !read_number (reading, 2, &minutes)) {
    return FALSE;
  }
  if (hours > 14 || minutes > 59)
    return FALSE;

  reading->offset = (int) (hours * 60 + minutes) * (sign == '-' ? -1 : 1);

  return TRUE;
}

static gboolean
read_hexadecimal (Reading *reading)
{
  if (reading->end - reading->next < 2 || !g_ascii_isxdigit (reading->next[0]) ||
      !g_ascii_isxdigit (reading->next[1]))
    return FALSE;

  reading->next += 2;

  return TRUE;
}

static gboolean
read_any_character (Reading *reading)
{
  if (reading->next == reading->end || *reading->next == '\n')
    return FALSE;

  reading->next++;

  return TRUE;
}

/* Text up to END, on one line. */
static gboolean
read_text (Reading *reading,
           char     end)
{
  while (reading->next < reading->end && *reading->next != end && *reading->next != '\n')
    reading->next++;

  return reading->next < reading->end && *reading->next == end;
}

/* A literal has few bytes: a call of memcmp() would take longer. */
static gboolean
read_literal (Reading    *reading,
              const char *literal,
              gsize       length,
              gboolean    is_last)
{
  gsize room = reading->end - reading->next;
  gsize same = 0;

  while (same < MIN (length, room) && reading->next[same] == literal[same])
    same++;
  reading->next += same;
  if (same == length)
    return TRUE;

  /* The blank that an empty line has lost. */
  return is_last && same == length - 1 && literal[same] == ' ' &&
         (reading->next == reading->end || *reading->next == '\n' || *reading->next == '\r');
}

static gboolean
read_piece (const Stamp *stamp,
            guint        index,
            Reading     *reading)
{
  const Piece *piece = &stamp->pieces[index];

  switch (piece->part) {
    case PART_LITERAL:
      return read_literal (reading, stamp->template + piece->start, piece->length,
                           index + 1 == stamp->n_pieces);
    case PART_FRACTION:
      return read_fraction (reading, piece->length);
    case PART_ANY_FRACTION:
      return read_any_fraction (reading);
    case PART_ZONE:
      return read_zone (reading);
    case PART_HEXADECIMAL:
      return read_hexadecimal (reading);
    case PART_ANY_CHARACTER:
      return read_any_character (reading);
    case PART_TEXT:
      return read_text (reading, stamp->template[piece[1].start]);
    default:
      return read_number (reading, piece->length, &reading->values[piece->part]);
  }
}

static gboolean
read_pieces (const Stamp *stamp,
             guint        first,
             guint        last,
             Reading     *reading)
{
  for (guint i = first; i < last; i++)
    if (!read_piece (stamp, i, reading))
      return FALSE;

  return TRUE;
}

static void
remember (const Stamp *stamp,
          StampMemory *memory,
          const char  *text,
          gint64       time)
{
  if (memory == NULL || stamp->same_length == 0)
    return;

  memcpy (memory->text, text, stamp->same_length);
  memory->length = stamp->same_length;
  memory->time = time;
}

gsize
stamp_match (const Stamp *stamp,
             StampMemory *memory,
             const char  *text,
             gsize        length,
             gint64      *ret_time)
{
  Reading reading = { .next = text, .end = text + MIN (length, STAMP_MAX_LENGTH) };
  gint64 minute;

  if (memory != NULL && memory->length > 0 && length >= memory->length &&
      memcmp (text, memory->text, memory->length) == 0) {
    reading.next += memory->length;
    minute = memory->time;
    if (!read_pieces (stamp, stamp->first_changing, stamp->n_pieces, &reading))
      return 0;
  } else {
    if (!read_pieces (stamp, 0, stamp->n_pieces, &reading) ||
        !get_minute (stamp, reading.values, &minute))
      return 0;
    remember (stamp, memory, text, minute);
  }

  if (reading.values[PART_SECOND] > 60)
    return 0;
  *ret_time = !stamp->has_time ? LINE_NO_TIME
              : minute - reading.offset * MILLISECONDS_PER_MINUTE +
              reading.values[PART_SECOND] * 1000 + reading.milliseconds;

  return reading.next - text;
}
