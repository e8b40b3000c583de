/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "masked-cache.h"
#include "masked-lines.h"
#include "sample.h"

#define MAX_LINE 1000

static JobLog *
log_with_secrets (guint n_lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 1; i <= n_lines; i++)
    if (i % 7 == 0)
      g_string_append_printf (text, "A_TOKEN=abcdef%u and more\n", i);
    else
      g_string_append_printf (text, "line %u\n", i);

  return log_sample_new (text->str);
}

static void
assert_same (GPtrArray *a,
             GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    g_assert_cmpstr (g_ptr_array_index (a, i), ==, g_ptr_array_index (b, i));
}

/* Whatever is asked for in which order, it is what is read from the log. */
static void
test_as_read (void)
{
  const gint64 n_lines = 1000;
  g_autoptr (JobLog) log = log_with_secrets (n_lines);
  g_autoptr (MaskedCache) cache = masked_cache_new (job_log_get_store (log), MAX_LINE);

  for (guint i = 0; i < 200; i++) {
    gint64 first = g_test_rand_int_range (1, n_lines + 1);
    LineRange range = { first, MIN (first + g_test_rand_int_range (0, 150), n_lines) };
    g_autoptr (MaskedLines) masked = masked_lines_new (job_log_get_store (log), MAX_LINE, NULL);
    g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

    g_assert_true (masked_lines_read (masked, range, 100000, expected));
    g_assert_true (masked_cache_read (cache, range, 100000, lines));
    assert_same (lines, expected);
  }
}

static void
test_too_many_bytes (void)
{
  g_autoptr (JobLog) log = sample_log_of_lines (1000);
  g_autoptr (MaskedCache) cache = masked_cache_new (job_log_get_store (log), MAX_LINE);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (masked_cache_read (cache, (LineRange) { 10, 11 }, 16, lines));
  g_assert_false (masked_cache_read (cache, (LineRange) { 12, 13 }, 15, lines));
  g_assert_cmpuint (lines->len, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/masked-cache/as-read", test_as_read);
  g_test_add_func ("/masked-cache/too-many-bytes", test_too_many_bytes);

  return g_test_run ();
}
