/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "captured.h"

#define MIN_RULE_LENGTH 5

/* More than a test's part of any report has. */
#define MAX_LINES 20000

typedef struct {
  GArray    *ranges;
  LineRange  block;       /* first is 0 while there is none */
  gint64     last_text;   /* last line of it that is not empty */
} Capture;

/* Whether TEXT is "---- title ----" of CHARACTER. */
static gboolean
is_rule_with_title (const char *text,
                    gsize       length,
                    char        character)
{
  gsize start = 0;
  gsize end = length;

  while (start < length && text[start] == character)
    start++;
  while (end > start && text[end - 1] == character)
    end--;

  return start >= MIN_RULE_LENGTH && length - end >= MIN_RULE_LENGTH && end - start > 2 &&
         text[start] == ' ' && text[end - 1] == ' ';
}

static void
finish_block (Capture *capture)
{
  LineRange heading = { capture->block.first, capture->block.first };
  LineRange rest = { capture->block.first + 1, capture->last_text };

  if (capture->block.first == 0)
    return;

  rest.first = MAX (rest.first, rest.last - CAPTURED_LINES + 1);
  g_array_append_val (capture->ranges, heading);
  if (rest.first <= rest.last)
    g_array_append_val (capture->ranges, rest);
  capture->block.first = 0;
}

static gboolean
got_line (gint64      number,
          const char *text,
          gsize       length,
          gpointer    user_data)
{
  Capture *capture = user_data;

  if (is_rule_with_title (text, length, '-')) {
    finish_block (capture);
    capture->block.first = number;
    capture->last_text = number;
    return TRUE;
  }
  if (capture->block.first == 0)
    return length == 0;
  if (is_rule_with_title (text, length, '_') || is_rule_with_title (text, length, '='))
    return FALSE;
  if (length > 0)
    capture->last_text = number;

  return TRUE;
}

GArray *
captured_find (LogStore *store,
               gint64    after)
{
  Capture capture = { g_array_new (FALSE, FALSE, sizeof (LineRange)), { 0, 0 }, 0 };

  log_store_foreach (store, after + 1, after + MAX_LINES, got_line, &capture);
  finish_block (&capture);

  return capture.ranges;
}
