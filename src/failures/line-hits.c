/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "line-hits.h"

struct LineHits {
  const GPtrArray *lines;
  GArray          *ids;     /* of guint */
};

static const LineRule *
get_rule (const LineHits *hits,
          guint           place)
{
  return g_ptr_array_index (hits->lines, g_array_index (hits->ids, guint, place));
}

LineHits *
line_hits_new (const GPtrArray *lines)
{
  LineHits *hits = g_new0 (LineHits, 1);

  hits->lines = lines;
  hits->ids = g_array_new (FALSE, FALSE, sizeof (guint));

  return hits;
}

void
line_hits_free (LineHits *hits)
{
  if (hits == NULL)
    return;

  g_array_unref (hits->ids);
  g_free (hits);
}

void
line_hits_add (LineHits *hits,
               guint     id)
{
  guint at = hits->ids->len;
  guint *ids = (guint *) (gpointer) hits->ids->data;

  while (at > 0 && ids[at - 1] > id)
    at--;
  if (at > 0 && ids[at - 1] == id)
    return;

  g_array_set_size (hits->ids, hits->ids->len + 1);
  ids = (guint *) (gpointer) hits->ids->data;
  memmove (ids + at + 1, ids + at, (hits->ids->len - 1 - at) * sizeof *ids);
  ids[at] = id;
}

void
line_hits_clear (LineHits *hits)
{
  g_array_set_size (hits->ids, 0);
}

guint
line_hits_get_n (const LineHits *hits)
{
  return hits->ids->len;
}

const LineRule *
line_hits_get (const LineHits *hits,
               guint           place)
{
  return get_rule (hits, place);
}

guint
line_hits_get_runner_end (const LineHits *hits,
                          guint           place)
{
  const Runner *runner = NULL;

  for (; place < hits->ids->len; place++) {
    const LineRule *rule = get_rule (hits, place);

    if (runner != NULL && rule->runner != runner)
      break;
    runner = rule->runner;
  }

  return place;
}

gboolean
line_hits_skip_nothing (const LineHits *hits,
                        guint          *place,
                        gboolean       *has_command)
{
  const Runner *runner = NULL;

  for (guint hit = *place; hit < hits->ids->len; hit++) {
    const LineRule *rule = get_rule (hits, hit);

    if (runner != NULL && rule->runner != runner) {
      *place = hit;
      return TRUE;
    }
    runner = rule->runner;
    if (rule->is != LINE_IS_NOTHING)
      return FALSE;
    *has_command |= rule->command != COMMAND_NONE;
  }
  *place = hits->ids->len;

  return TRUE;
}
