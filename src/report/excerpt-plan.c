/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "captured.h"

#include "excerpt-plan.h"

/* How much of a cause or a part comes before the rest of it. */
#define CORE_BEFORE 14
#define CORE_AFTER  3

/* And how much of it, and of a part's end, comes next. */
#define END_BEFORE 40

/* Lines of the CI's last word that come before whole parts. */
#define ENDING_LINES 4

/* What stands round a failure, and before the log's end. */
#define NEAR_BEFORE 10
#define NEAR_AFTER  5
#define FAR_BEFORE  40
#define FAR_AFTER   20
#define END_LINES   30

/* Where a message is looked for in a failure's part, and how much of it. */
#define MAX_SEARCHED_LINES 20000
#define MAX_NEEDLE         80

typedef struct {
  LogStore *store;
  gint64    n_lines;
  gint64    max_lines;     /* 0: no limit; the ranges are gathered, and joined at the end */
  GArray   *ranges;        /* of LineRange, in order */
  gint64    n_in_ranges;   /* lines */
} Plan;

/* Where a range goes among those that are there, and those that it is joined with. */
typedef struct {
  guint     index;
  guint     n_joined;
  gint64    n_in_joined;   /* lines */
  LineRange range;         /* with them */
} Place;

static gint64
range_length (LineRange range)
{
  return MAX (range.last - range.first + 1, 0);
}

/* Whether they overlap, touch, or are one line apart. */
static gboolean
are_near (LineRange a,
          LineRange b)
{
  return a.last + 2 >= b.first && b.last + 2 >= a.first;
}

gint64
excerpt_plan_count_lines (GArray *ranges)
{
  gint64 n = 0;

  for (guint i = 0; i < ranges->len; i++)
    n += range_length (g_array_index (ranges, LineRange, i));

  return n;
}

static LineRange
get_range (GArray *ranges,
           guint   index)
{
  return g_array_index (ranges, LineRange, index);
}

/* The first range that is near RANGE or after it. */
static guint
find_first_near (GArray    *ranges,
                 LineRange  range)
{
  guint from = 0;
  guint to = ranges->len;

  while (from < to) {
    guint middle = from + (to - from) / 2;

    if (get_range (ranges, middle).last + 2 < range.first)
      from = middle + 1;
    else
      to = middle;
  }

  return from;
}

static Place
find_place (const Plan *plan,
            LineRange   range)
{
  Place place = { find_first_near (plan->ranges, range), 0, 0, range };

  for (guint i = place.index; i < plan->ranges->len; i++) {
    LineRange other = get_range (plan->ranges, i);

    if (!are_near (place.range, other))
      break;
    place.range.first = MIN (place.range.first, other.first);
    place.range.last = MAX (place.range.last, other.last);
    place.n_in_joined += range_length (other);
    place.n_joined++;
  }

  return place;
}

static void
put_range (Plan  *plan,
           Place  place)
{
  if (place.n_joined > 0)
    g_array_remove_range (plan->ranges, place.index, place.n_joined);
  g_array_insert_val (plan->ranges, place.index, place.range);
  plan->n_in_ranges += range_length (place.range) - place.n_in_joined;
}

/* Lines and gaps. */
static gint64
count_cost (const Plan *plan)
{
  guint n = plan->ranges->len;
  gint64 cost = plan->n_in_ranges + n + 1;

  if (n > 0 && get_range (plan->ranges, 0).first == 1)
    cost--;
  if (n > 0 && get_range (plan->ranges, n - 1).last == plan->n_lines)
    cost--;

  return cost;
}

/* The same once there is one more range. */
static gint64
count_cost_with (const Plan *plan,
                 Place       place)
{
  guint n = plan->ranges->len;
  gint64 first = place.index > 0 ? get_range (plan->ranges, 0).first : place.range.first;
  gint64 last = place.index + place.n_joined < n ? get_range (plan->ranges, n - 1).last
                                                 : place.range.last;

  return plan->n_in_ranges - place.n_in_joined + range_length (place.range)
         + n - place.n_joined + 2 - (first == 1) - (last == plan->n_lines);
}

/* Whether there is no room for one more line and the gap before it. */
static gboolean
is_full (const Plan *plan)
{
  return plan->max_lines > 0 && count_cost (plan) + 1 >= plan->max_lines;
}

/* N lines of RANGE, most of them before KEY. */
static LineRange
part_of_range (LineRange range,
               gint64    key,
               gint64    n)
{
  gint64 first = CLAMP (key - n * 3 / 4, range.first, range.last - n + 1);

  return (LineRange) { first, first + n - 1 };
}

static gboolean
try_range (Plan      *plan,
           LineRange  range)
{
  Place place;

  if (plan->max_lines == 0) {
    g_array_append_val (plan->ranges, range);
    return TRUE;
  }

  place = find_place (plan, range);
  if (count_cost_with (plan, place) > plan->max_lines)
    return FALSE;
  put_range (plan, place);

  return TRUE;
}

/* Adds RANGE, or as much of it as there is room for, with KEY in it. */
static void
add_range (Plan   *plan,
           gint64  first,
           gint64  last,
           gint64  key)
{
  LineRange range = { MAX (first, 1), MIN (last, plan->n_lines) };
  gint64 fits = 0;
  gint64 too_many = range_length (range);

  if (too_many == 0 || try_range (plan, range) || is_full (plan))
    return;

  key = CLAMP (key, range.first, range.last);
  while (fits + 1 < too_many) {
    gint64 n = fits + (too_many - fits) / 2;
    Place place = find_place (plan, part_of_range (range, key, n));

    if (count_cost_with (plan, place) <= plan->max_lines)
      fits = n;
    else
      too_many = n;
  }
  if (fits > 0)
    try_range (plan, part_of_range (range, key, fits));
}

typedef struct {
  const char *needle;
  gsize       length;
  gint64      found;
} MessageSearch;

static gboolean
search_line (gint64      number,
             const char *text,
             gsize       length,
             gpointer    user_data)
{
  MessageSearch *search = user_data;

  if (memmem (text, length, search->needle, search->length) != NULL)
    search->found = number;

  return TRUE;
}

/* The line of a failure's part that says what is wrong: the last one with its message, but not that of a list
 * at its end, which names it. */
static gint64
find_key_line (Plan          *plan,
               const Failure *failure)
{
  MessageSearch search = { failure->message, MIN (strlen (failure->message), MAX_NEEDLE),
                           failure->last_line };
  gint64 last = failure->last_line == failure->line ? failure->line - 1 : failure->last_line;

  if (search.length > 0)
    log_store_foreach (plan->store, MAX (failure->first_line, last - MAX_SEARCHED_LINES), last,
                       search_line, &search);

  return search.found;
}

static void
add_lines_that_name (Plan             *plan,
                     const GPtrArray  *failures)
{
  for (guint i = 0; i < failures->len && !is_full (plan); i++) {
    const Failure *failure = g_ptr_array_index (failures, i);

    if (failure->cause != NULL)
      add_range (plan, failure->cause->line, failure->cause->line, failure->cause->line);
    add_range (plan, failure->line, failure->line, failure->line);
  }
}

static void
add_cores (Plan             *plan,
           const GPtrArray  *failures)
{
  for (guint i = 0; i < failures->len && !is_full (plan); i++) {
    const Failure *failure = g_ptr_array_index (failures, i);
    const FailureCause *cause = failure->cause;
    gint64 key = find_key_line (plan, failure);

    if (cause != NULL)
      add_range (plan, MAX (cause->first_line, cause->line - CORE_BEFORE),
                 MIN (cause->last_line, cause->line + CORE_AFTER), cause->line);
    add_range (plan, MAX (failure->first_line, key - CORE_BEFORE),
               MIN (failure->last_line, key + CORE_AFTER), key);
  }
}

/* More of what is before each cause, then the end of each part, where a message of many lines comes to its
 * point. */
static void
add_ends (Plan             *plan,
          const GPtrArray  *failures)
{
  for (guint i = 0; i < failures->len && !is_full (plan); i++) {
    const Failure *failure = g_ptr_array_index (failures, i);
    const FailureCause *cause = failure->cause;

    if (cause != NULL)
      add_range (plan, MAX (cause->first_line, cause->line - END_BEFORE), cause->line, cause->line);
    add_range (plan, MAX (failure->first_line, failure->last_line - END_BEFORE), failure->last_line,
               failure->last_line);
  }
}

static void
add_whole_parts (Plan             *plan,
                 const GPtrArray  *failures)
{
  for (guint i = 0; i < failures->len && !is_full (plan); i++) {
    const Failure *failure = g_ptr_array_index (failures, i);
    const FailureCause *cause = failure->cause;

    if (cause != NULL)
      add_range (plan, cause->first_line, cause->last_line, cause->line);
    add_range (plan, failure->first_line, failure->last_line, failure->last_line);
  }
}

/* The last MAX_LENGTH lines of each, 0 for all. */
static void
add_ranges (Plan   *plan,
            GArray *ranges,
            gint64  max_length)
{
  for (guint i = 0; i < ranges->len && !is_full (plan); i++) {
    LineRange range = g_array_index (ranges, LineRange, i);

    if (max_length > 0)
      range.first = MAX (range.first, range.last - max_length + 1);
    add_range (plan, range.first, range.last, range.last);
  }
}

/* Brings ranges that were only gathered into order and joins them. */
static void
join_ranges (GArray *ranges)
{
  guint n = 0;

  g_array_sort (ranges, line_range_compare);
  for (guint i = 0; i < ranges->len; i++) {
    LineRange range = g_array_index (ranges, LineRange, i);
    LineRange *last = n > 0 ? &g_array_index (ranges, LineRange, n - 1) : NULL;

    if (last != NULL && are_near (*last, range))
      last->last = MAX (last->last, range.last);
    else
      g_array_index (ranges, LineRange, n++) = range;
  }
  g_array_set_size (ranges, n);
}

static void
add_captured (Plan            *plan,
              const GPtrArray *failures)
{
  for (guint i = 0; i < failures->len && !is_full (plan); i++) {
    const Failure *failure = g_ptr_array_index (failures, i);
    g_autoptr (GArray) ranges = captured_find (plan->store, failure->last_line);

    add_ranges (plan, ranges, 0);
  }
}

GArray *
excerpt_plan_new (LogStore       *store,
                  const Findings *findings,
                  guint           max_lines)
{
  Plan plan = { store, log_store_get_n_lines (store), max_lines,
                g_array_new (FALSE, FALSE, sizeof (LineRange)), 0 };

  if (max_lines > 0) {
    add_lines_that_name (&plan, findings->failures);
    add_cores (&plan, findings->failures);
    add_ranges (&plan, findings->endings, ENDING_LINES);
    add_ends (&plan, findings->failures);
  }
  add_whole_parts (&plan, findings->failures);
  add_lines_that_name (&plan, findings->failures);
  add_ranges (&plan, findings->summaries, 0);
  add_ranges (&plan, findings->endings, 0);
  add_captured (&plan, findings->failures);
  join_ranges (plan.ranges);

  return plan.ranges;
}

/* The lines before and after each failure. */
static void
add_context (Plan            *plan,
             const GPtrArray *failures,
             gint64           before,
             gint64           after)
{
  for (guint i = 0; i < failures->len && !is_full (plan); i++) {
    const Failure *failure = g_ptr_array_index (failures, i);

    add_range (plan, failure->first_line - before, failure->last_line + after,
               failure->last_line);
  }
}

/* The lines before the CI's last word, or before the end of a log that has none. */
static void
add_end (Plan           *plan,
         const Findings *findings)
{
  gint64 last = plan->n_lines;

  if (findings->endings->len > 0)
    last = g_array_index (findings->endings, LineRange, 0).last;
  add_range (plan, last - END_LINES, last, last);
}

GArray *
excerpt_plan_widen (LogStore       *store,
                    const Findings *findings,
                    GArray         *ranges,
                    guint           max_lines)
{
  Plan plan = { store, log_store_get_n_lines (store), max_lines, g_array_copy (ranges),
                excerpt_plan_count_lines (ranges) };

  if (findings->failures->len == 0)
    return plan.ranges;
  add_context (&plan, findings->failures, NEAR_BEFORE, NEAR_AFTER);
  add_end (&plan, findings);
  add_context (&plan, findings->failures, FAR_BEFORE, FAR_AFTER);
  join_ranges (plan.ranges);

  return plan.ranges;
}
