/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "line-text.h"

static const char * const marks[] = { "", "start", "start-open", "end", "ended", "open" };

void
line_text_append (const Line *line,
                  GString    *text)
{
  if (line->time != LINE_NO_TIME)
    g_string_append_printf (text, "{%" G_GINT64_FORMAT "}", line->time);
  if (line->took > 0)
    g_string_append_printf (text, "{+%" G_GINT64_FORMAT "}", line->took);
  if (line->section != NULL)
    g_string_append_printf (text, "{%s %s}", marks[line->mark], line->section);
  else if (line->mark != LINE_MARK_NONE)
    g_string_append_printf (text, "{%s}", marks[line->mark]);

  g_string_append_len (text, line->text, line->length);
  for (guint i = 0; i < line->n_styles; i++)
    g_string_append_printf (text, "{%u+%u:%u%s}", line->styles[i].start, line->styles[i].length,
                            line->styles[i].colour, line->styles[i].bold ? "b" : "");
  g_string_append_c (text, '\n');
}
