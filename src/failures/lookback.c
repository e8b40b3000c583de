/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "character.h"

#include "lookback.h"

void
lookback_push (Lookback   *lookback,
               const char *text,
               gsize       length,
               gint64      number)
{
  LookbackLine *line = &lookback->lines[lookback->n_pushed++ % LOOKBACK_LINES];

  if (length > LOOKBACK_BYTES)
    length = character_find_cut (text, LOOKBACK_BYTES);
  line->number = number;
  line->length = length;
  memcpy (line->text, text, length);
}

const LookbackLine *
lookback_get (const Lookback *lookback,
              guint           back)
{
  if (back >= LOOKBACK_LINES || back >= lookback->n_pushed)
    return NULL;

  return &lookback->lines[(lookback->n_pushed - 1 - back) % LOOKBACK_LINES];
}
