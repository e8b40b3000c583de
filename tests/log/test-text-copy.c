/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "text-copy.h"

#define MAX_LENGTH 200

/* COPY stops before a byte that is not visible ASCII, wherever it stands, and reads no byte
 * after LENGTH. */
static void
check_all_places (TextCopyFunc copy,
                  guint8       other)
{
  char to[MAX_LENGTH + TEXT_COPY_MARGIN];

  for (gsize length = 0; length < MAX_LENGTH; length += 1 + length / 8) {
    g_autofree guint8 *from = g_malloc (length + 1);

    for (gsize i = 0; i < length; i++)
      from[i] = ' ' + i % 95;
    from[length] = other;

    for (gsize place = 0; place <= length; place++) {
      g_autofree guint8 *bytes = g_memdup2 (from, MAX (length, 1));

      if (place < length)
        bytes[place] = other;
      memset (to, 'X', sizeof to);
      g_assert_cmpuint (copy (to, bytes, length), ==, place);
      g_assert_cmpmem (to, place, from, place);
      for (gsize i = length + TEXT_COPY_MARGIN; i < sizeof to; i++)
        g_assert_cmpint (to[i], ==, 'X');
    }
  }
}

static void
check (TextCopyFunc copy)
{
  static const guint8 others[] = { 0x00, 0x01, 0x0a, 0x1b, 0x1f, 0x7f, 0x80, 0x9b, 0xa0, 0xff };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    check_all_places (copy, others[i]);
}

static void
test_portable (void)
{
  check (text_copy_portable);
}

static void
test_avx2 (void)
{
  TextCopyFunc copy = text_copy_get_avx2 ();

  if (copy == NULL)
    g_test_skip ("this processor has no AVX2");
  else
    check (copy);
}

/* Copies what text_span() counts. */
static gsize
copy_by_span (char         *to,
              const guint8 *from,
              gsize         length)
{
  gsize count = text_span (from, length);

  memcpy (to, from, count);

  return count;
}

static void
test_span (void)
{
  check (copy_by_span);
}

/* Both stop at the same place in bytes of any kind. */
static void
test_both_are_the_same (void)
{
  TextCopyFunc choice = text_copy_choose ();

  for (guint i = 0; i < 20000; i++) {
    guint8 from[100];
    char to[sizeof from + TEXT_COPY_MARGIN];
    gsize length = g_test_rand_int_range (0, sizeof from);

    for (gsize j = 0; j < length; j++)
      from[j] = g_test_rand_int_range (0, 20) > 0 ? g_test_rand_int_range (' ', 0x7f)
                                                  : g_test_rand_int_range (0, 256);
    g_assert_cmpuint (choice (to, from, length), ==, text_copy_portable (to, from, length));
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-copy/portable", test_portable);
  g_test_add_func ("/text-copy/avx2", test_avx2);
  g_test_add_func ("/text-copy/span", test_span);
  g_test_add_func ("/text-copy/both-are-the-same", test_both_are_the_same);

  return g_test_run ();
}
