/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "literal-filter.h"
#include "literal-windows.h"

#define MAX_TEXT 1400

static const char * const starts[] = { "$ ", "E: ", ".py:", "[gw", "\303\251", "x" };
static const char * const windows[] = { "rror", "FAIL", "\342\234\225 " };

static LiteralFilter *
new_filter (void)
{
  LiteralFilter *filter = g_new0 (LiteralFilter, 1);

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    literal_filter_add_start (filter, starts[i]);
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    literal_filter_add_window (filter, literal_window_read (windows[i], 0));

  return filter;
}

/* All places of a text that ends where its memory does: bit 0 of each byte. */
static guint8 *
look_at (const LiteralFilter *filter,
         LiteralFilterFunc    func,
         const char          *text,
         gsize                length)
{
  g_autofree char *copy = g_memdup2 (text, length);
  guint8 *seen = g_new0 (guint8, length + 1);
  gsize places[LITERAL_PLACES];

  for (gsize from = 0; from < length; from += LITERAL_PLACES) {
    guint n = func (filter, copy, length, from, places);

    g_assert_cmpuint (n, <=, LITERAL_PLACES);
    for (guint i = 0; i < n; i++) {
      g_assert_cmpuint (places[i], <, length);
      g_assert_cmpuint (places[i], >=, from);
      g_assert_cmpuint (places[i] - from, <, LITERAL_PLACES);
      g_assert_cmpuint (seen[places[i]], ==, 0);
      seen[places[i]] = 1;
    }
  }

  return seen;
}

static gsize
count_seen (const guint8 *seen,
            gsize         length)
{
  gsize count = 0;

  for (gsize i = 0; i < length; i++)
    count += seen[i];

  return count;
}

/* What stands at every place of a text of each length is seen, and little else. */
static void
check_all_places (LiteralFilterFunc    func,
                  const char * const  *texts,
                  guint                n_texts,
                  gsize                step)
{
  g_autofree LiteralFilter *filter = new_filter ();
  char text[MAX_TEXT];

  for (gsize length = 1; length < MAX_TEXT; length += length < 80 ? 1 : 97)
    for (guint i = 0; i < n_texts; i++) {
      gsize size = strlen (texts[i]);

      for (gsize at = 0; at + size <= length; at += length < 80 ? step : step * 7) {
        g_autofree guint8 *seen = NULL;

        memset (text, '#', length);
        memcpy (text + at, texts[i], size);
        seen = look_at (filter, func, text, length);
        g_assert_cmpuint (seen[at], ==, 1);
        g_assert_cmpuint (count_seen (seen, length), <=, 3);
      }
    }
}

static void
test_windows (void)
{
  check_all_places (literal_filter_find_windows, windows, G_N_ELEMENTS (windows), 2);
}

static void
test_starts (void)
{
  check_all_places (literal_filter_find_starts, starts, G_N_ELEMENTS (starts), 1);
}

#ifdef HAVE_AVX2
static void
check_same (LiteralFilterFunc func,
            LiteralFilterFunc other)
{
  g_autofree LiteralFilter *filter = new_filter ();
  g_autoptr (GRand) chance = g_rand_new_with_seed (64854);
  const char letters[] = "rorFAIL$ E:.py[gwx\303\251\342\234\225";
  char text[MAX_TEXT];
  gsize n_seen = 0;

  for (guint round = 0; round < 2000; round++) {
    gsize length = g_rand_int_range (chance, 1, round % 10 == 0 ? MAX_TEXT : 80);
    g_autofree guint8 *seen = NULL;
    g_autofree guint8 *others = NULL;

    for (gsize i = 0; i < length; i++)
      text[i] = letters[g_rand_int_range (chance, 0, sizeof letters - 1)];
    seen = look_at (filter, func, text, length);
    others = look_at (filter, other, text, length);
    g_assert_cmpmem (seen, length, others, length);
    n_seen += count_seen (seen, length);
  }
  g_assert_cmpuint (n_seen, >, 0);
}

static void
test_avx2 (void)
{
  if (!__builtin_cpu_supports ("avx2") || !__builtin_cpu_supports ("bmi2")) {
    g_test_skip ("this processor has no AVX2");
    return;
  }

  check_same (literal_filter_find_windows, literal_filter_find_windows_avx2);
  check_same (literal_filter_find_starts, literal_filter_find_starts_avx2);
  check_all_places (literal_filter_find_windows_avx2, windows, G_N_ELEMENTS (windows), 2);
  check_all_places (literal_filter_find_starts_avx2, starts, G_N_ELEMENTS (starts), 1);
}
#endif

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/literal-filter/windows", test_windows);
  g_test_add_func ("/failures/literal-filter/starts", test_starts);
#ifdef HAVE_AVX2
  g_test_add_func ("/failures/literal-filter/avx2", test_avx2);
#endif

  return g_test_run ();
}
