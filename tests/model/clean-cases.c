/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdio.h>

#include "cleaner.h"

/* Cleans many small logs, without any CI's wrapping, for a test that compares the result. Numbers
 * are 32 bits, in the machine's order. On standard input, for each: how many cuts, the log's
 * length, where it is cut, the log. On standard output: the clean text's length, the text.
 */

static gboolean
read_exactly (gpointer buffer,
              gsize    length)
{
  return length == 0 || fread (buffer, length, 1, stdin) == 1;
}

static void
write_exactly (gconstpointer buffer,
               gsize         length)
{
  if (length > 0 && fwrite (buffer, length, 1, stdout) != 1)
    g_error ("the result could not be written");
}

static void
got_line (const Line *line,
          gpointer    user_data)
{
  GString *text = user_data;

  g_string_append_len (text, line->text, line->length);
  g_string_append_c (text, '\n');
}

/* A chunk ends where its memory ends, so that a read beyond it is seen. */
static void
push (Cleaner      *cleaner,
      const guint8 *bytes,
      gsize         length)
{
  g_autofree guint8 *copy = g_memdup2 (bytes, length);

  cleaner_push (cleaner, copy, length);
}

static void
clean (const guint8  *bytes,
       guint32        length,
       const guint32 *cuts,
       guint32        n_cuts)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Cleaner) cleaner = cleaner_new (NULL, got_line, text);
  guint32 start = 0;
  guint32 written;

  for (guint32 i = 0; i < n_cuts; i++) {
    push (cleaner, bytes + start, cuts[i] - start);
    start = cuts[i];
  }
  push (cleaner, bytes + start, length - start);
  cleaner_finish (cleaner);

  written = text->len;
  write_exactly (&written, sizeof written);
  write_exactly (text->str, text->len);
}

int
main (void)
{
  guint32 header[2];

  while (read_exactly (header, sizeof header)) {
    g_autofree guint32 *cuts = g_new (guint32, header[0]);
    g_autofree guint8 *bytes = g_malloc (header[1]);

    if (!read_exactly (cuts, header[0] * sizeof *cuts) || !read_exactly (bytes, header[1]))
      return 1;
    clean (bytes, header[1], cuts, header[0]);
    fflush (stdout);
  }

  return 0;
}
