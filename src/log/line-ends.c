/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "line-ends.h"

#define LANES 64

/* Many bytes at once, which are counted apart for as long as a byte can hold the number. */
gint64
line_ends_count (const guint8 *bytes,
                 gsize         length)
{
  gint64 n = 0;
  gsize i = 0;

  while (i + LANES <= length) {
    gsize end = i + MIN ((length - i) / LANES, G_MAXUINT8) * LANES;
    guint8 counts[LANES] = { 0 };

    for (; i < end; i += LANES)
      for (guint lane = 0; lane < LANES; lane++)
        counts[lane] += bytes[i + lane] == '\n';
    for (guint lane = 0; lane < LANES; lane++)
      n += counts[lane];
  }
  for (; i < length; i++)
    n += bytes[i] == '\n';

  return n;
}
