/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "places.h"

#define MAX_PLACE 1024

struct Places {
  GHashTable *by_runner;   /* Runner -> Place */
};

static void
place_clear (gpointer data)
{
  Place *place = data;

  g_free (place->name);
  g_free (place->unit);
}

Place *
place_ref (Place *place)
{
  return place != NULL ? g_atomic_rc_box_acquire (place) : NULL;
}

void
place_unref (Place *place)
{
  if (place != NULL)
    g_atomic_rc_box_release_full (place, place_clear);
}

static void
place_destroy (gpointer place)
{
  place_unref (place);
}

gboolean
place_equal (const Place *a,
             const Place *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_str_equal (a->name, b->name) && g_str_equal (a->unit, b->unit);
}

Places *
places_new (void)
{
  Places *places = g_new0 (Places, 1);

  places->by_runner = g_hash_table_new_full (NULL, NULL, NULL, place_destroy);

  return places;
}

void
places_free (Places *places)
{
  if (places == NULL)
    return;

  g_hash_table_unref (places->by_runner);
  g_free (places);
}

void
places_take (Places         *places,
             const LineRule *rule,
             PatternMatch   *match,
             gint64          number)
{
  Place *place = g_atomic_rc_box_new0 (Place);

  place->name = pattern_match_dup_group (rule->pattern, match, "place", MAX_PLACE);
  place->unit = pattern_match_dup_group (rule->pattern, match, "unit", MAX_PLACE);
  place->line = number;
  g_hash_table_insert (places->by_runner, (gpointer) rule->runner, place);
}

Place *
places_get (Places       *places,
            const Runner *runner)
{
  return g_hash_table_lookup (places->by_runner, runner);
}
