/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "words.h"

#include "log-view-times.h"

#define LOOK_AT_ONCE  500        /* lines */
#define LOOK_MOST     5000
#define LOOK_BACK     200
#define LEAST_GAP     100        /* milliseconds */
#define LEAST_SLOW    1000
#define MOST          (G_GINT64_CONSTANT (10000) * 3600 * 1000 - 1)
#define NO_DATE_MOST  (G_GINT64_CONSTANT (366) * 24 * 3600 * 1000)

static const char *const kinds[] = {
  [LOG_TIMES_NONE]        = "none",
  [LOG_TIMES_OF_DAY]      = "time-of-day",
  [LOG_TIMES_SINCE_START] = "since-start",
  [LOG_TIMES_SINCE_LINE]  = "since-line",
};

const char *
log_times_kind_to_string (LogTimesKind kind)
{
  return kinds[kind];
}

LogTimesKind
log_times_kind_from_string (const char *string)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (string, kinds[i]) == 0)
      return i;

  return LOG_TIMES_NONE;
}

void
log_times_init (LogTimes *times)
{
  *times = (LogTimes) { .slow = LEAST_SLOW };
  stored_line_init (&times->line);
}

void
log_times_clear (LogTimes *times)
{
  g_clear_pointer (&times->store, log_store_unref);
  stored_line_clear (&times->line);
}

void
log_times_set_store (LogTimes *times,
                     LogStore *store)
{
  log_times_clear (times);
  log_times_init (times);
  if (store != NULL)
    times->store = log_store_ref (store);
}

static gint64
get_time (LogTimes *times,
          gint64    line)
{
  /* The text is not asked for, but for a byte: none would be all of it. */
  return log_store_read_line (times->store, line, 1, &times->line, NULL) ? times->line.time : LINE_NO_TIME;
}

/* From ONE to OTHER, at most MOST + 1 either way: times are what a log says. */
static gint64
get_difference (gint64 one,
                gint64 other)
{
  guint64 distance = one <= other ? (guint64) other - (guint64) one : (guint64) one - (guint64) other;
  gint64 difference = (gint64) MIN (distance, (guint64) MOST + 1);

  return one <= other ? difference : -difference;
}

/* The time of the nearest line from LINE on upwards that has one. */
static gint64
find_time (LogTimes *times,
           gint64    line)
{
  gint64 last = MAX (line - LOOK_BACK, 0);
  gint64 time = LINE_NO_TIME;

  for (; line > last && time == LINE_NO_TIME; line--)
    time = get_time (times, line);

  return time;
}

static void
find_first (LogTimes *times,
            gint64    n_lines)
{
  gint64 last = MIN (MIN (n_lines, times->n_looked + LOOK_AT_ONCE), LOOK_MOST);

  while (times->first_line == 0 && times->n_looked < last) {
    gint64 time = get_time (times, ++times->n_looked);

    if (time == LINE_NO_TIME)
      continue;
    times->first_line = times->n_looked;
    times->first = time;
    times->last = time;
  }
}

static gint64
get_slow (LogTimes *times,
          gint64    n_lines)
{
  gint64 n_gaps = n_lines - times->first_line;
  gint64 mean;

  if (n_gaps <= 0)
    return LEAST_SLOW;

  mean = ABS (get_difference (times->first, times->last)) / n_gaps;

  return MAX (mean * CLAMP (n_gaps / 10, 5, 20), LEAST_SLOW);
}

gboolean
log_times_update (LogTimes *times)
{
  gint64 n_lines = times->store != NULL ? log_store_get_n_lines (times->store) : 0;
  gboolean had_any = log_times_has_any (times);
  gint64 last;
  gint64 slow;

  find_first (times, n_lines);
  if (!log_times_has_any (times))
    return FALSE;

  last = find_time (times, n_lines);
  if (last != LINE_NO_TIME)
    times->last = last;

  /* In a log that grows, what stands out does not change with each line. */
  slow = get_slow (times, n_lines);
  if (had_any && slow < times->slow * 5 / 4 && slow > times->slow * 4 / 5)
    return FALSE;
  times->slow = slow;

  return TRUE;
}

gboolean
log_times_has_any (const LogTimes *times)
{
  return times->first_line > 0;
}

static char *
format_time (gint64   time,
             gboolean is_local)
{
  g_autoptr (GDateTime) moment = NULL;
  gint64 seconds = time / 1000 - (time % 1000 < 0 ? 1 : 0);

  moment = is_local ? g_date_time_new_from_unix_local (seconds) : g_date_time_new_from_unix_utc (seconds);

  /* Translators: the time of day of a line, in hours, minutes and seconds: see strftime(3). %X is the locale's own way;
   * where that is with words, “%H:%M:%S” is better, as there is little room.
   * xgettext:no-c-format */
  return moment != NULL ? g_date_time_format (moment, _("%X")) : NULL;
}

static char *
dup_time_of_day (LogTimes *times,
                 gint64    time)
{
  gboolean has_date = times->first < 0 || times->first >= NO_DATE_MOST;

  return format_time (time, has_date);
}

static char *
dup_since_start (LogTimes *times,
                 gint64    time)
{
  gint64 since = get_difference (times->first, time);
  g_autofree char *clock = NULL;

  if (ABS (since) > MOST)
    return NULL;

  clock = culprit_dup_clock (ABS (since) / 1000);

  return g_strconcat (since < 0 ? "−" : "", clock, NULL);
}

static char *
dup_gap (gint64 gap)
{
  g_autofree char *duration = NULL;

  if (ABS (gap) < LEAST_GAP || ABS (gap) > MOST)
    return NULL;

  duration = culprit_dup_duration ((double) ABS (gap) / 1000);

  return g_strconcat (gap < 0 ? "−" : "+", duration, NULL);
}

static char *
dup_since_line (LogTimes *times,
                gint64    line,
                gint64    time,
                gboolean *ret_slow)
{
  gint64 before = find_time (times, line - 1);
  gint64 gap;

  if (before == LINE_NO_TIME)
    return NULL;

  gap = get_difference (before, time);
  *ret_slow = gap >= times->slow && gap <= MOST;

  return dup_gap (gap);
}

char *
log_times_dup_text (LogTimes     *times,
                    LogTimesKind  kind,
                    gint64        line,
                    gboolean     *ret_slow)
{
  gint64 time;

  *ret_slow = FALSE;
  if (kind == LOG_TIMES_NONE || !log_times_has_any (times))
    return NULL;

  time = get_time (times, line);
  if (time == LINE_NO_TIME)
    return NULL;

  switch (kind) {
    case LOG_TIMES_OF_DAY:
      return dup_time_of_day (times, time);
    case LOG_TIMES_SINCE_START:
      return dup_since_start (times, time);
    case LOG_TIMES_SINCE_LINE:
      return dup_since_line (times, line, time, ret_slow);
    case LOG_TIMES_NONE:
    default:
      return NULL;
  }
}

char *
log_times_dup_widest (LogTimes     *times,
                      LogTimesKind  kind)
{
  gint64 all = ABS (get_difference (times->first, times->last));

  switch (kind) {
    case LOG_TIMES_OF_DAY:
      /* Two digits for the hour on a clock of twelve hours, too. */
      return format_time (((22 * 60 + 58) * 60 + 58) * 1000, FALSE);
    case LOG_TIMES_SINCE_START:
      /* Lines of several programs are not quite in the order of their times. */
      return culprit_dup_clock (MIN (all + all / 16, MOST) / 1000);
    case LOG_TIMES_SINCE_LINE:
      return dup_gap (CLAMP (all, 9900, MOST));
    case LOG_TIMES_NONE:
    default:
      return g_strdup ("");
  }
}
