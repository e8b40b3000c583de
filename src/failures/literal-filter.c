/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#ifdef __AVX2__
#include <immintrin.h>
#endif

#include "literal-filter.h"

#ifdef __AVX2__
#define FIND_WINDOWS literal_filter_find_windows_avx2
#define FIND_STARTS  literal_filter_find_starts_avx2
#else
#define FIND_WINDOWS literal_filter_find_windows
#define FIND_STARTS  literal_filter_find_starts
#endif

/* Every second place of so many is looked at before it is asked whether one was found. */
#define BLOCK       16
#define BLOCK_BYTES (BLOCK - 2 + LITERAL_WINDOW)

/* Bytes that 32 starts take. */
#define START_BYTES (32 + LITERAL_START - 1)

/* Bit 0: the window at TEXT may be one of those that were added. The upper bits are others'. */
static inline guint32
look_at_window (const LiteralFilter *filter,
                const char          *text)
{
  guint32 window;

  memcpy (&window, text, sizeof window);

  return filter->windows[literal_window_hash (window) >> 20] >> (window & 31);
}

static inline guint32
look_at_block (const LiteralFilter *filter,
               const char          *text)
{
  guint32 found = 0;

  for (guint i = 0; i < BLOCK; i += 2)
    found |= look_at_window (filter, text + i);

  return found & 1;
}

/* Adds the places from FROM to before END to the COUNT that are there. */
static inline guint
note_windows (const LiteralFilter *filter,
              const char          *text,
              gsize                from,
              gsize                end,
              gsize               *places,
              guint                count)
{
  for (; from < end; from += 2) {
    places[count] = from;
    count += look_at_window (filter, text + from) & 1;
  }

  return count;
}

guint
FIND_WINDOWS (const LiteralFilter *filter,
              const char          *text,
              gsize                length,
              gsize                from,
              gsize               *ret_places)
{
  gsize end = MIN (from + LITERAL_PLACES, length);
  guint count = 0;

  for (; from + BLOCK_BYTES <= length && from < end; from += BLOCK)
    if (look_at_block (filter, text + from))
      count = note_windows (filter, text, from, from + BLOCK, ret_places, count);

  if (from + LITERAL_WINDOW > length || from >= end)
    return count;

  /* The rest is the end of a block that starts further left, where there is room for one. */
  end = length - LITERAL_WINDOW + 1;
  if (length < BLOCK_BYTES || look_at_block (filter, text + ((length - BLOCK_BYTES) & ~(gsize) 1)))
    count = note_windows (filter, text, from, end, ret_places, count);

  return count;
}

#ifdef __AVX2__

/* Bit I: a start may stand I bytes after TEXT, of which LITERAL_START - 1 bytes more than the 32
 * places are read. */
static inline guint32
look_at_starts (const LiteralFilter *filter,
                const char          *text)
{
  const __m256i half = _mm256_set1_epi8 (0x0f);
  __m256i sets = _mm256_set1_epi8 (-1);

  for (guint i = 0; i < LITERAL_START; i++) {
    __m256i bytes = _mm256_loadu_si256 ((const void *) (text + i));
    __m256i lower = _mm256_loadu_si256 ((const void *) filter->lower[i]);
    __m256i upper = _mm256_loadu_si256 ((const void *) filter->upper[i]);

    lower = _mm256_shuffle_epi8 (lower, _mm256_and_si256 (bytes, half));
    upper = _mm256_shuffle_epi8 (upper, _mm256_and_si256 (_mm256_srli_epi16 (bytes, 4), half));
    sets = _mm256_and_si256 (sets, _mm256_and_si256 (lower, upper));
  }

  return ~_mm256_movemask_epi8 (_mm256_cmpeq_epi8 (sets, _mm256_setzero_si256 ()));
}

#else

static inline guint32
look_at_starts (const LiteralFilter *filter,
                const char          *text)
{
  guint32 found = 0;

  for (guint place = 0; place < 32; place++) {
    guint8 sets = 0xff;

    for (guint i = 0; i < LITERAL_START; i++) {
      guint8 byte = text[place + i];

      sets &= filter->lower[i][byte & 0x0f] & filter->upper[i][byte >> 4];
    }
    found |= (guint32) (sets != 0) << place;
  }

  return found;
}

#endif

static inline guint
note_starts (guint32  found,
             gsize    from,
             gsize   *places,
             guint    count)
{
  for (; found != 0; found &= found - 1)
    places[count++] = from + __builtin_ctz (found);

  return count;
}

guint
FIND_STARTS (const LiteralFilter *filter,
             const char          *text,
             gsize                length,
             gsize                from,
             gsize               *ret_places)
{
  gsize end = MIN (from + LITERAL_PLACES, length + 1 - MIN (filter->shortest_start, length));
  guint count = 0;

  for (; from + START_BYTES <= length && from < end; from += 32)
    count = note_starts (look_at_starts (filter, text + from), from, ret_places, count);

  /* The rest is the end of a block that starts further left, where there is room for one … */
  if (from + LITERAL_START <= length && from < end && length >= START_BYTES) {
    guint32 found = look_at_starts (filter, text + length - START_BYTES);

    count = note_starts (found >> (from + START_BYTES - length), from, ret_places, count);
    from = length + 1 - LITERAL_START;
  }

  /* … or a text of its own. */
  for (; from < end; from += 32) {
    char rest[START_BYTES] = { 0 };
    guint32 found;

    memcpy (rest, text + from, MIN (length - from, START_BYTES));
    found = look_at_starts (filter, rest);
    if (end - from < 32)
      found &= (1u << (end - from)) - 1;
    count = note_starts (found, from, ret_places, count);
  }

  return count;
}

#ifndef __AVX2__

void
literal_filter_add_window (LiteralFilter *filter,
                           guint32        window)
{
  filter->windows[literal_window_hash (window) >> 20] |= 1u << (window & 31);
}

/* How many starts the sets with this bit hold. */
static guint
count_starts (const LiteralFilter *filter,
              guint8               set,
              const char          *text)
{
  guint product = 1;

  for (guint i = 0; i < LITERAL_START; i++) {
    guint lower = 0, upper = 0;
    guint8 byte = *text;

    for (guint half = 0; half < 16; half++) {
      lower += (filter->lower[i][half] & set) != 0 || byte == '\0' || half == (byte & 0x0f);
      upper += (filter->upper[i][half] & set) != 0 || byte == '\0' || half == byte >> 4;
    }
    product *= lower * upper;
    text += byte != '\0';
  }

  return product;
}

/* To the set that stays the smallest with it. */
void
literal_filter_add_start (LiteralFilter *filter,
                          const char    *text)
{
  guint length = strnlen (text, LITERAL_START);
  guint8 best = 1;

  for (guint set = 2; set < 1u << LITERAL_SETS; set <<= 1)
    if (count_starts (filter, set, text) < count_starts (filter, best, text))
      best = set;

  for (guint i = 0; i < LITERAL_START; i++) {
    guint8 byte = *text;

    for (guint half = 0; half < 32; half++) {
      if (byte == '\0' || half % 16 == (byte & 0x0f))
        filter->lower[i][half] |= best;
      if (byte == '\0' || half % 16 == byte >> 4)
        filter->upper[i][half] |= best;
    }
    text += byte != '\0';
  }
  if (filter->shortest_start == 0 || length < filter->shortest_start)
    filter->shortest_start = length;
}

#endif
