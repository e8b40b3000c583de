/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cleaner.h"

/* Any bytes give valid lines, and the same ones however they are cut. The first byte says how. */

int LLVMFuzzerTestOneInput (const guint8 *bytes,
                            gsize         length);

static void
check_text (const Line *line)
{
  g_assert_true (g_utf8_validate_len (line->text, line->length, NULL));
  for (gsize i = 0; i < line->length; i++)
    g_assert_true ((guint8) line->text[i] >= ' ' || line->text[i] == '\t');
}

static void
check_styles (const Line *line)
{
  gsize end = 0;

  for (guint i = 0; i < line->n_styles; i++) {
    const LineStyle *style = &line->styles[i];

    g_assert_cmpuint (style->start, >=, end);
    g_assert_cmpuint (style->length, >, 0);
    end = (gsize) style->start + style->length;
    g_assert_cmpuint (end, <=, line->length);
    g_assert_cmpuint (style->colour, <=, 8);
  }
}

static void
got_line (const Line *line,
          gpointer    user_data)
{
  GString *all = user_data;

  check_text (line);
  check_styles (line);
  g_assert_true ((line->section != NULL) == (line->mark == LINE_MARK_SECTION_START ||
                                             line->mark == LINE_MARK_SECTION_START_OPEN));

  g_string_append_len (all, line->text, line->length);
  g_string_append_printf (all, "\n%" G_GINT64_FORMAT " %d %s", line->time, line->mark,
                          line->section != NULL ? line->section : "");
  for (guint i = 0; i < line->n_styles; i++)
    g_string_append_printf (all, " %u+%u:%u%u", line->styles[i].start, line->styles[i].length,
                            line->styles[i].colour, line->styles[i].bold);
}

static GString *
clean (const CiFormats *formats,
       const guint8    *bytes,
       gsize            length,
       gsize            chunk)
{
  GString *all = g_string_new (NULL);
  g_autoptr (Cleaner) cleaner = cleaner_new (formats, got_line, all);

  for (gsize done = 0; done < length; done += MIN (chunk, length - done))
    cleaner_push (cleaner, bytes + done, MIN (chunk, length - done));
  cleaner_finish (cleaner);

  return all;
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes,
                        gsize         length)
{
  static CiFormats *formats;
  GString *whole;
  GString *cut;

  if (formats == NULL)
    formats = ci_formats_load (NULL);
  if (length == 0)
    return 0;

  whole = clean (formats, bytes + 1, length - 1, length);
  cut = clean (formats, bytes + 1, length - 1, 1 + bytes[0] % 16);
  g_assert_cmpmem (whole->str, whole->len, cut->str, cut->len);
  g_string_free (whole, TRUE);
  g_string_free (cut, TRUE);

  return 0;
}
