/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "row-marks.h"

struct RowMarks {
  GPtrArray *texts;      /* of char *, or NULL: one a column, as far as there are marks */
};

void
row_marks_free (RowMarks *marks)
{
  g_ptr_array_unref (marks->texts);
  g_free (marks);
}

void
row_marks_add (RowMarks **marks,
               guint      column,
               gunichar   mark)
{
  g_autofree char *before = NULL;
  char text[7] = "";
  GPtrArray *texts;

  if (*marks == NULL) {
    *marks = g_new0 (RowMarks, 1);
    (*marks)->texts = g_ptr_array_new_with_free_func (g_free);
  }

  texts = (*marks)->texts;
  if (column >= texts->len)
    g_ptr_array_set_size (texts, (int) column + 1);
  if (texts->pdata[column] != NULL && g_utf8_strlen (texts->pdata[column], -1) >= ROW_MARKS_LIMIT)
    return;

  g_unichar_to_utf8 (mark, text);
  before = texts->pdata[column];
  texts->pdata[column] = g_strconcat (before != NULL ? before : "", text, NULL);
}

const char *
row_marks_get (const RowMarks *marks,
               guint           column)
{
  return marks != NULL && column < marks->texts->len ? marks->texts->pdata[column] : NULL;
}

void
row_marks_drop (RowMarks *marks,
                guint     start,
                guint     end)
{
  if (marks == NULL)
    return;

  for (guint i = start; i < MIN (end, marks->texts->len); i++)
    g_clear_pointer (&marks->texts->pdata[i], g_free);
}

void
row_marks_insert (RowMarks *marks,
                  guint     column,
                  guint     count)
{
  GPtrArray *texts = marks != NULL ? marks->texts : NULL;
  guint held;

  if (marks == NULL || column >= texts->len)
    return;

  held = texts->len;
  g_ptr_array_set_size (texts, (int) (held + count));
  memmove (texts->pdata + column + count, texts->pdata + column,
           (held - column) * sizeof (gpointer));
  memset (texts->pdata + column, 0, count * sizeof (gpointer));
}

void
row_marks_remove (RowMarks *marks,
                  guint     column,
                  guint     count)
{
  if (marks != NULL && column < marks->texts->len && count > 0)
    g_ptr_array_remove_range (marks->texts, column, MIN (count, marks->texts->len - column));
}
