/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "text-copy.h"

#define DEL 0x7f

/* The high bit of each of WORD's eight bytes that is not from space to tilde. */
static guint64
find_others (guint64 word)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 highs = ones * 0x80;

  return (word | ((word & ~highs) + ones) | ~((word & ~highs) + ones * 0x60)) & highs;
}

gsize
text_span (const guint8 *from,
           gsize         length)
{
  gsize count = 0;
  guint64 word;

  for (; length - count >= sizeof word; count += sizeof word) {
    memcpy (&word, from + count, sizeof word);
    if (find_others (word) != 0)
      break;
  }
  while (count < length && from[count] >= ' ' && from[count] < DEL)
    count++;

  return count;
}

gsize
text_copy_portable (char         *to,
                    const guint8 *from,
                    gsize         length)
{
  gsize count = 0;
  guint64 word;

  for (; length - count >= sizeof word; count += sizeof word) {
    memcpy (&word, from + count, sizeof word);
    memcpy (to + count, &word, sizeof word);
    if (find_others (word) != 0)
      break;
  }
  for (; count < length && from[count] >= ' ' && from[count] < DEL; count++)
    to[count] = from[count];

  return count;
}

#if defined (__x86_64__) && defined (__GNUC__)

#include <immintrin.h>

/* Bit I: byte I is not from space to tilde. One more than such a byte is more than a space, in
 * numbers with a sign, and one more than DEL or any byte above it is not. */
__attribute__ ((target ("avx2"))) static guint32
find_others_avx2 (__m256i bytes)
{
  __m256i more = _mm256_add_epi8 (bytes, _mm256_set1_epi8 (1));

  return ~(guint32) _mm256_movemask_epi8 (_mm256_cmpgt_epi8 (more, _mm256_set1_epi8 (' ')));
}

__attribute__ ((target ("avx2"))) static gsize
text_copy_avx2 (char         *to,
                const guint8 *from,
                gsize         length)
{
  gsize count = 0;

  for (; length - count >= sizeof (__m256i); count += sizeof (__m256i)) {
    __m256i bytes = _mm256_loadu_si256 ((const __m256i_u *) (from + count));
    guint32 others = find_others_avx2 (bytes);

    _mm256_storeu_si256 ((__m256i_u *) (to + count), bytes);
    if (others != 0)
      return count + (gsize) __builtin_ctz (others);
  }

  return count + text_copy_portable (to + count, from + count, length - count);
}

TextCopyFunc
text_copy_get_avx2 (void)
{
  return __builtin_cpu_supports ("avx2") ? text_copy_avx2 : NULL;
}

#else

TextCopyFunc
text_copy_get_avx2 (void)
{
  return NULL;
}

#endif

TextCopyFunc
text_copy_choose (void)
{
  TextCopyFunc avx2 = text_copy_get_avx2 ();

  return avx2 != NULL ? avx2 : text_copy_portable;
}
