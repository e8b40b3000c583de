/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "line-record.h"

static const gint64 times[] = {
  LINE_NO_TIME, 0, 1, -1, 1778140778598, 1778140778597, G_MAXINT64, G_MININT64 + 1, LINE_NO_TIME, 5,
};

static void
test_round_trip (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GArray) styles = g_array_new (FALSE, FALSE, sizeof (LineStyle));
  const LineStyle written[] = { { 0, 1, 1, 1 }, { 1, 300, 8, 0 }, { 70000, 1, 0, 1 } };
  gint64 last_time = 0;
  gsize position = 0;
  LineRecord record;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    Line line = { .length = (gsize) i * i * 100000, .time = times[i], .styles = written,
                  .n_styles = i % 4 };

    line_record_write (bytes, &line, &last_time);
  }

  last_time = 0;
  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    g_array_set_size (styles, 0);
    g_assert_true (line_record_read (bytes->data, bytes->len, &position, &last_time, &record,
                                     styles));
    g_assert_cmpuint (record.length, ==, (gsize) i * i * 100000);
    g_assert_cmpint (record.time, ==, times[i]);
    g_assert_cmpuint (styles->len, ==, i % 4);
    for (guint j = 0; j < styles->len; j++) {
      const LineStyle *style = &g_array_index (styles, LineStyle, j);

      g_assert_cmpuint (style->start, ==, written[j].start);
      g_assert_cmpuint (style->length, ==, written[j].length);
      g_assert_cmpuint (style->colour, ==, written[j].colour);
      g_assert_cmpuint (style->bold, ==, written[j].bold);
    }
  }
  g_assert_cmpuint (position, ==, bytes->len);
}

/* A line without styles is written the same in both ways. */
static void
test_small (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gint64 last_time = 0;
  gint64 last_small_time = 0;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++) {
    const Line line = { .length = (gsize) i * i * 100000, .time = times[i] };
    guint8 small[LINE_RECORD_SMALL];
    gsize length = line_record_write_small (small, &line, &last_small_time);

    g_byte_array_set_size (bytes, 0);
    line_record_write (bytes, &line, &last_time);
    g_assert_cmpmem (small, length, bytes->data, bytes->len);
    g_assert_cmpint (last_small_time, ==, last_time);
  }
}

static void
test_short (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Line line = { .length = 80, .time = 1778140778598 };
  gint64 last_time = 1778140778000;

  line_record_write (bytes, &line, &last_time);
  g_assert_cmpuint (bytes->len, <=, 4);
}

static void
test_ends_too_early (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  const LineStyle style = { 5, 300, 1, 1 };
  Line line = { .length = 80000, .time = 1778140778598, .styles = &style, .n_styles = 1 };
  gint64 last_time = 0;
  LineRecord record;

  line_record_write (bytes, &line, &last_time);
  for (gsize length = 0; length < bytes->len; length++) {
    g_autofree guint8 *cut = g_memdup2 (bytes->data, length);
    gsize position = 0;

    g_assert_false (line_record_read (cut, length, &position, &last_time, &record, NULL));
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/line-record/round-trip", test_round_trip);
  g_test_add_func ("/line-record/small", test_small);
  g_test_add_func ("/line-record/short", test_short);
  g_test_add_func ("/line-record/ends-too-early", test_ends_too_early);

  return g_test_run ();
}
