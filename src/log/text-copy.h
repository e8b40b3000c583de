/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <string.h>

#ifdef __AVX2__
#include <immintrin.h>
#endif

/* Finds the end of visible ASCII text, space to tilde, by many bytes at a time. Inline, for the
 * innermost loops; with AVX2 where what includes this is compiled for it. */

/* The high bit of each of WORD's eight bytes that is not from space to tilde. */
static inline guint64
text_find_others (guint64 word)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 highs = ones * 0x80;

  return (word | ((word & ~highs) + ones) | ~((word & ~highs) + ones * 0x60)) & highs;
}

static inline gboolean
text_is_visible (guint8 byte)
{
  return byte >= ' ' && byte < 0x7f;
}

/* How many of the LENGTH bytes at FROM are visible ASCII characters, before the first one that
 * is not. */
static inline gsize
text_span (const guint8 *from,
           gsize         length)
{
  gsize count = 0;
  guint64 word;

  for (; length - count >= sizeof word; count += sizeof word) {
    memcpy (&word, from + count, sizeof word);
    if (text_find_others (word) != 0)
      break;
  }
  while (count < length && text_is_visible (from[count]))
    count++;

  return count;
}

/* Bytes that text_copy() may write beyond what it copies. */
#define TEXT_COPY_MARGIN 32

#ifdef __AVX2__

/* Bit I: byte I is not from space to tilde. One more than such a byte is more than a space, in
 * numbers with a sign, and one more than DEL or any byte above it is not. */
static inline guint32
text_find_others_avx2 (__m256i bytes)
{
  __m256i more = _mm256_add_epi8 (bytes, _mm256_set1_epi8 (1));

  return ~(guint32) _mm256_movemask_epi8 (_mm256_cmpgt_epi8 (more, _mm256_set1_epi8 (' ')));
}

#endif

/* Copies the visible ASCII characters that FROM starts with: LENGTH bytes at most. Returns how
 * many there were. Bytes after them, up to TEXT_COPY_MARGIN beyond LENGTH, may be written to as
 * well, so that TO needs room for all of these. */
static inline gsize
text_copy (char         *to,
           const guint8 *from,
           gsize         length)
{
  gsize count = 0;
  guint64 word;

#ifdef __AVX2__
  for (; length - count >= sizeof (__m256i); count += sizeof (__m256i)) {
    __m256i bytes = _mm256_loadu_si256 ((const __m256i_u *) (from + count));
    guint32 others = text_find_others_avx2 (bytes);

    _mm256_storeu_si256 ((__m256i_u *) (to + count), bytes);
    if (others != 0)
      return count + (gsize) __builtin_ctz (others);
  }
#endif

  for (; length - count >= sizeof word; count += sizeof word) {
    memcpy (&word, from + count, sizeof word);
    memcpy (to + count, &word, sizeof word);
    if (text_find_others (word) != 0)
      break;
  }
  for (; count < length && text_is_visible (from[count]); count++)
    to[count] = from[count];

  return count;
}
