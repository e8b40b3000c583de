/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "text-copy.h"

#define MAX_LENGTH 200

/* This is compiled for any processor and, where the compiler can, once more for those with AVX2. */
static gboolean
can_run (void)
{
#ifdef __AVX2__
  return __builtin_cpu_supports ("avx2");
#else
  return TRUE;
#endif
}

/* Copying and counting stop before a byte that is not visible ASCII, wherever it stands, and
 * read no byte after LENGTH. */
static void
check_all_places (guint8 other)
{
  char to[MAX_LENGTH + TEXT_COPY_MARGIN];

  for (gsize length = 0; length < MAX_LENGTH; length += 1 + length / 8) {
    for (gsize place = 0; place <= length; place++) {
      g_autofree guint8 *from = g_malloc (MAX (length, 1));

      for (gsize i = 0; i < length; i++)
        from[i] = i == place ? other : ' ' + i % 95;
      memset (to, 'X', sizeof to);
      g_assert_cmpuint (text_span (from, length), ==, place);
      g_assert_cmpuint (text_copy (to, from, length), ==, place);
      g_assert_cmpmem (to, place, from, place);
      for (gsize i = length + TEXT_COPY_MARGIN; i < sizeof to; i++)
        g_assert_cmpint (to[i], ==, 'X');
    }
  }
}

static void
test_all_places (void)
{
  static const guint8 others[] = { 0x00, 0x01, 0x0a, 0x1b, 0x1f, 0x7f, 0x80, 0x9b, 0xa0, 0xff };

  if (!can_run ()) {
    g_test_skip ("this processor has no AVX2");
    return;
  }

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    check_all_places (others[i]);
}

static gsize
count_one_by_one (const guint8 *bytes,
                  gsize         length)
{
  gsize count = 0;

  while (count < length && bytes[count] >= ' ' && bytes[count] <= '~')
    count++;

  return count;
}

static void
test_any_bytes (void)
{
  if (!can_run ()) {
    g_test_skip ("this processor has no AVX2");
    return;
  }

  for (guint i = 0; i < 20000; i++) {
    guint8 from[100];
    char to[sizeof from + TEXT_COPY_MARGIN];
    gsize length = g_test_rand_int_range (0, sizeof from);
    gsize count;

    for (gsize j = 0; j < length; j++)
      from[j] = g_test_rand_int_range (0, 20) > 0 ? g_test_rand_int_range (' ', 0x7f)
                                                  : g_test_rand_int_range (0, 256);
    count = count_one_by_one (from, length);
    g_assert_cmpuint (text_copy (to, from, length), ==, count);
    g_assert_cmpuint (text_span (from, length), ==, count);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-copy/all-places", test_all_places);
  g_test_add_func ("/text-copy/any-bytes", test_any_bytes);

  return g_test_run ();
}
