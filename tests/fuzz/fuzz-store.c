/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "log-store.h"

/* Lines made from any bytes are read back as they were written: four bytes a line, for its
 * length, time and colours. */

#define BYTES_A_LINE 4
#define MAX_TOTAL    (6 * 1024 * 1024)

int LLVMFuzzerTestOneInput (const guint8 *bytes,
                            gsize         length);

typedef struct {
  gsize     length;
  gint64    time;
  guint     n_styles;
  LineStyle styles[2];
} Expected;

static void
expect (Expected     *expected,
        const guint8 *bytes)
{
  expected->length = (gsize) bytes[0] * bytes[1] * 4;
  expected->time = bytes[2] == 0 ? LINE_NO_TIME : (gint64) ((guint64) bytes[2] << (bytes[3] % 57));
  expected->n_styles = expected->length >= 8 ? bytes[3] % 3 : 0;
  expected->styles[0] = (LineStyle) { bytes[1] % 4, 1 + bytes[2] % 4, bytes[3] % 9, bytes[0] % 2 };
  expected->styles[1] = (LineStyle) { expected->length - 1, 1, bytes[0] % 9, 0 };
}

static void
append (LogStore       *store,
        const Expected *expected,
        const char     *text)
{
  Line line = { .text = text, .length = expected->length, .time = expected->time,
                .styles = expected->styles, .n_styles = expected->n_styles };

  g_assert_true (log_store_append (store, &line, NULL));
}

static void
check (LogStore       *store,
       gint64          number,
       const Expected *expected,
       StoredLine     *line)
{
  gsize length;

  g_assert_true (log_store_read_line (store, number, 100, line, &length));
  g_assert_cmpuint (length, ==, expected->length);
  g_assert_cmpuint (line->text->len, ==, MIN (length, 100));
  g_assert_cmpint (line->time, ==, expected->time);
  if (length <= 100) {
    g_assert_cmpuint (line->styles->len, ==, expected->n_styles);
    for (guint i = 0; i < line->styles->len; i++) {
      const LineStyle *style = &g_array_index (line->styles, LineStyle, i);

      g_assert_cmpuint (style->start, ==, expected->styles[i].start);
      g_assert_cmpuint (style->length, ==, expected->styles[i].length);
      g_assert_cmpuint (style->colour, ==, expected->styles[i].colour);
    }
  }
}

static gboolean
count_line (gint64      number,
            const char *text,
            gsize       length,
            gpointer    user_data)
{
  gsize *total = user_data;

  *total += length + 1;

  return TRUE;
}

/* The text as a stream, from the second line on. */
static void
check_stream (LogStore *store,
              gsize     total)
{
  g_autoptr (GInputStream) stream = log_store_open_range (store, 2, G_MAXINT64);
  gint64 first = log_store_get_n_bytes (store, 1, 1);
  gsize count = 0;
  gssize skipped;

  while ((skipped = g_input_stream_skip (stream, MAX_TOTAL, NULL, NULL)) > 0)
    count += skipped;
  g_assert_cmpint (skipped, ==, 0);
  g_assert_cmpuint (count + first, ==, total);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes,
                        gsize         length)
{
  static char text[255 * 255 * 4];
  LogStore *store = log_store_new ();
  g_auto (StoredLine) line = { 0 };
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Expected));
  gsize total = 0;
  gsize counted = 0;

  if (text[0] == '\0')
    memset (text, 'x', sizeof text);
  stored_line_init (&line);
  for (gsize i = 0; i + BYTES_A_LINE <= length && total < MAX_TOTAL; i += BYTES_A_LINE) {
    Expected expected;

    expect (&expected, bytes + i);
    append (store, &expected, text);
    g_array_append_val (lines, expected);
    total += expected.length + 1;
    check (store, lines->len, &expected, &line);
  }

  for (guint i = 0; i < lines->len; i++)
    check (store, i + 1, &g_array_index (lines, Expected, i), &line);
  g_assert_cmpint (log_store_get_n_lines (store), ==, lines->len);
  g_assert_cmpint (log_store_get_n_bytes (store, 1, G_MAXINT64), ==, total);
  g_assert_true (log_store_foreach (store, 1, G_MAXINT64, count_line, &counted));
  g_assert_cmpuint (counted, ==, total);
  check_stream (store, total);
  log_store_unref (store);

  return 0;
}
