/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "style-reader.h"

static const guint8 *
read_with_followers (const guint8 *bytes,
                     const guint8 *end,
                     Style        *style)
{
  ControlSequence sequence = { .n_parameters = 1 };
  int *parameter = sequence.parameters;

  for (bytes += 2; bytes < end; bytes++) {
    guint digit = (guint) *bytes - '0';

    if (digit < 10) {
      *parameter = MIN (*parameter * 10 + (int) digit, TERMINAL_MAX_NUMBER);
    } else if (*bytes == ';' && sequence.n_parameters < TERMINAL_MAX_PARAMETERS) {
      parameter++;
      sequence.n_parameters++;
    } else if (*bytes == 'm') {
      *style = style_apply (*style, &sequence);
      return bytes + 1;
    } else {
      break;
    }
  }

  return NULL;
}

static void
remember (StyleReader  *reader,
          const guint8 *bytes,
          const guint8 *end,
          StyleChange   change)
{
  guint length;
  guint64 sequence = end - bytes >= 8 ? style_reader_get_bytes (bytes, &length) : 0;

  if (sequence != 0)
    *style_reader_get_memory (reader, sequence) = (StyleMemory) { sequence, change };
}

const guint8 *
style_reader_read_any (StyleReader  *reader,
                       const guint8 *bytes,
                       const guint8 *end,
                       Style        *style)
{
  const guint8 *next = bytes + 2;
  StyleChange change = { 0, 0 };
  guint n_numbers = 0;
  guint number = 0;

  if (end - bytes < 3 || bytes[0] != '\033' || bytes[1] != '[')
    return NULL;

  while (next < end) {
    guint8 byte = *next++;
    guint digit = (guint) byte - '0';

    if (digit < 10) {
      number = MIN (number * 10 + digit, STYLE_LAST_NUMBER);
      continue;
    }
    if ((byte != 'm' && byte != ';') || n_numbers++ == TERMINAL_MAX_PARAMETERS)
      return NULL;
    if (style_has_followers (number))
      return read_with_followers (bytes, end, style);
    change = style_change_add (change, style_get_change (number));
    if (byte == 'm') {
      remember (reader, bytes, end, change);
      *style = style_change (*style, change);
      return next;
    }
    number = 0;
  }

  return NULL;
}
