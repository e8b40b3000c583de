/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "rule.h"

#include "excerpt-lanes.h"

#define MAX_PART_LINES 20000

/* Gaps are told where they are while there are so many lines to each. */
#define LINES_A_GAP 4

/* Who wrote a line. */
typedef struct {
  GString *lane;             /* "" where nothing tells it */
  GString *process;
} Owner;

typedef struct {
  LogStore      *store;
  LanePrefixes  *prefixes;   /* or NULL */
  const Pattern *process;    /* what tells of a line's process, or NULL */
  PatternMatch  *match;
  Owner          line;       /* who wrote the last one that was looked at */
  Owner          part;       /* who wrote the one that names what the part tells */
  GArray        *own;        /* of LineRange: those that parts have of their own */
  GArray        *others;     /* of LineRange: those that they do not want */
} Reading;

static const Pattern *
find_process_pattern (const Rules *rules)
{
  for (guint i = 0; i < rules->runners->len; i++) {
    const Runner *runner = g_ptr_array_index (rules->runners, i);

    if (runner->prefix != NULL)
      return runner->prefix;
  }

  return NULL;
}

static void
read_owner (Reading    *reading,
            Owner      *owner,
            const char *text,
            gsize       length)
{
  const char *name = NULL;
  gsize start = 0;

  if (reading->prefixes != NULL && lane_prefixes_may_find (reading->prefixes, text, length))
    start = lane_prefixes_find (reading->prefixes, text, length, &name);
  g_string_assign (owner->lane, name != NULL ? name : "");

  name = NULL;
  if (reading->process != NULL &&
      pattern_find (reading->process, reading->match, text + start, length - start) == PATTERN_MATCH)
    name = pattern_match_get_group (reading->process, reading->match, "process", &length);
  g_string_truncate (owner->process, 0);
  if (name != NULL)
    g_string_append_len (owner->process, name, MIN (length, LANE_MAX_NAME));
}

static void
add_line (GArray *ranges,
          gint64  number)
{
  LineRange range = { number, number };

  if (ranges->len > 0 && g_array_index (ranges, LineRange, ranges->len - 1).last == number - 1)
    g_array_index (ranges, LineRange, ranges->len - 1).last = number;
  else
    g_array_append_val (ranges, range);
}

static gboolean
are_others (const GString *name,
            const GString *other)
{
  return name->len > 0 && other->len > 0 && !g_string_equal (name, other);
}

static gboolean
read_line (gint64      number,
           const char *text,
           gsize       length,
           gpointer    user_data)
{
  Reading *reading = user_data;

  read_owner (reading, &reading->line, text, length);
  if (are_others (reading->line.lane, reading->part.lane) ||
      are_others (reading->line.process, reading->part.process))
    add_line (reading->others, number);
  else
    add_line (reading->own, number);

  return TRUE;
}

static gboolean
read_naming_line (gint64      number,
                  const char *text,
                  gsize       length,
                  gpointer    user_data)
{
  Reading *reading = user_data;

  read_owner (reading, &reading->part, text, length);

  return TRUE;
}

/* The part from FIRST to LAST, that line NUMBER names. */
static void
read_part (Reading *reading,
           gint64   number,
           gint64   first,
           gint64   last)
{
  LineRange all = { first, last };

  g_string_truncate (reading->part.lane, 0);
  g_string_truncate (reading->part.process, 0);
  log_store_foreach (reading->store, number, number, read_naming_line, reading);
  if ((reading->part.lane->len == 0 && reading->part.process->len == 0) || last - first > MAX_PART_LINES)
    g_array_append_val (reading->own, all);
  else
    log_store_foreach (reading->store, first, last, read_line, reading);
}

static void
read_parts (Reading        *reading,
            const Findings *findings)
{
  for (guint i = 0; i < findings->failures->len; i++) {
    const Failure *failure = g_ptr_array_index (findings->failures, i);
    const FailureCause *cause = failure->cause;

    read_part (reading, failure->line, failure->first_line, failure->last_line);
    add_line (reading->own, failure->line);
    if (cause != NULL)
      read_part (reading, cause->line, cause->first_line, cause->last_line);
  }
}

/* What RANGES have that KEPT, in order as well, do not. */
static GArray *
subtract (const GArray *ranges,
          const GArray *kept)
{
  GArray *left = g_array_new (FALSE, FALSE, sizeof (LineRange));
  gint64 next = 1;
  guint k = 0;

  for (guint i = 0; i < ranges->len; i++) {
    LineRange range = g_array_index (ranges, LineRange, i);

    next = MAX (next, range.first);
    for (; next <= range.last; next++) {
      while (k < kept->len && g_array_index (kept, LineRange, k).last < next)
        k++;
      if (k < kept->len && g_array_index (kept, LineRange, k).first <= next)
        next = g_array_index (kept, LineRange, k).last;
      else
        add_line (left, next);
    }
  }

  return left;
}

GArray *
excerpt_lanes_find_others (JobLog         *log,
                           const Findings *findings)
{
  g_autoptr (Findings) known = job_log_get_findings (log);
  Reading reading = { .store = job_log_get_store (log),
                      .prefixes = known->prefixes != NULL ? lane_prefixes_copy (known->prefixes) : NULL,
                      .process = find_process_pattern (job_log_get_rules (log)),
                      .match = pattern_match_new (),
                      .line = { g_string_new (NULL), g_string_new (NULL) },
                      .part = { g_string_new (NULL), g_string_new (NULL) },
                      .own = g_array_new (FALSE, FALSE, sizeof (LineRange)),
                      .others = g_array_new (FALSE, FALSE, sizeof (LineRange)) };
  GArray *others;

  read_parts (&reading, findings);
  g_array_sort (reading.own, line_range_compare);
  g_array_sort (reading.others, line_range_compare);
  others = subtract (reading.others, reading.own);

  lane_prefixes_free (reading.prefixes);
  pattern_match_free (reading.match);
  g_string_free (reading.line.lane, TRUE);
  g_string_free (reading.line.process, TRUE);
  g_string_free (reading.part.lane, TRUE);
  g_string_free (reading.part.process, TRUE);
  g_array_unref (reading.own);
  g_array_unref (reading.others);

  return others;
}

/* The first of OTHERS that ends in RANGE or below it. */
static guint
find_first (const GArray *others,
            LineRange     range)
{
  guint from = 0;
  guint to = others->len;

  while (from < to) {
    guint middle = from + (to - from) / 2;

    if (g_array_index (others, LineRange, middle).last < range.first)
      from = middle + 1;
    else
      to = middle;
  }

  return from;
}

/* Adds to PIECES what is left of RANGE without those of OTHERS that have MIN_LINES or more. Returns how many go. */
static gint64
add_pieces (const GArray *others,
            LineRange     range,
            gint64        min_lines,
            GArray       *pieces)
{
  gint64 n = 0;

  for (guint i = find_first (others, range); i < others->len; i++) {
    LineRange other = g_array_index (others, LineRange, i);
    LineRange piece = { range.first, other.first - 1 };

    if (other.first > range.last)
      break;
    other.first = MAX (other.first, range.first);
    other.last = MIN (other.last, range.last);
    if (other.last - other.first + 1 < min_lines)
      continue;
    if (piece.first <= piece.last)
      g_array_append_val (pieces, piece);
    range.first = other.last + 1;
    n += other.last - other.first + 1;
  }
  if (range.first <= range.last)
    g_array_append_val (pieces, range);

  return n;
}

GArray *
excerpt_lanes_split (const GArray *others,
                     LineRange     range,
                     gboolean     *ret_dense)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (LineRange));
  gint64 n = range.last - range.first + 1;
  gint64 n_hidden = add_pieces (others, range, 1, pieces);

  *ret_dense = n_hidden > 1 && pieces->len > 1 && (pieces->len - 1) * LINES_A_GAP > n - n_hidden;
  if (*ret_dense)
    return pieces;
  g_array_set_size (pieces, 0);
  add_pieces (others, range, 2, pieces);

  return pieces;
}
