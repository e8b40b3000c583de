/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "character.h"
#include "stamp-remover.h"
#include "terminal.h"

#include "ci-detector.h"

#define MAX_LINES 50
#define MAX_BYTES (256 * 1024)

/* A CI's stamps stand before nearly all lines: at most one in this many has none. Where a stamp stands
 * before a line of the CI's own it is the CI's, but a message of many lines has one for all. */
#define LINES_WITHOUT_STAMP     5
#define LINES_WITHOUT_OWN_STAMP 2

/* Where a CI's own lines have none, so many others have to. */
#define FEW_STAMPS 3

struct CiDetector {
  const CiFormats *formats;
  GByteArray      *bytes;
  guint            n_lines;
  Terminal        *terminal;       /* gives BYTES as they came */

  gboolean         in_line;        /* the next row goes on with its last one's line */
  gboolean         decided;
  const CiFormat  *by_command;
  const CiFormat  *by_line;        /* that one of the terminal's rows tells */
  const CiFormat  *stamp_format;
};

static void
got_row (Row      *row,
         gpointer  user_data)
{
  CiDetector *detector = user_data;

  if (detector->by_line == NULL && !detector->in_line)
    detector->by_line = ci_formats_find_by_line (detector->formats, row->text->str,
                                                 row->text->len);
  detector->in_line = row->continued;
}

static gboolean
got_erased (const char *text,
            gsize       length,
            gpointer    user_data)
{
  CiDetector *detector = user_data;

  if (detector->by_line == NULL)
    detector->by_line = ci_formats_find_by_line (detector->formats, text, length);

  return FALSE;
}

static gint64
got_command (const char *command,
             gpointer    user_data)
{
  CiDetector *detector = user_data;

  if (detector->by_command == NULL)
    detector->by_command = ci_formats_find_by_command (detector->formats, command);

  return LINE_NO_TIME;
}

static gboolean
got_concealed (const char *text,
               gsize       length,
               gpointer    user_data)
{
  CiDetector *detector = user_data;
  const CiFormat *format = ci_formats_find_by_concealed (detector->formats, text, length);

  if (detector->by_line == NULL)
    detector->by_line = format;

  return format != NULL;
}

static const TerminalFuncs funcs = {
  { got_row, got_erased },
  got_command,
  got_concealed,
};

CiDetector *
ci_detector_new (const CiFormats *formats)
{
  CiDetector *detector = g_new0 (CiDetector, 1);

  detector->formats = formats;
  detector->bytes = g_byte_array_sized_new (1);
  detector->terminal = terminal_new (&funcs, detector);

  return detector;
}

void
ci_detector_free (CiDetector *detector)
{
  if (detector == NULL)
    return;

  g_byte_array_unref (detector->bytes);
  terminal_free (detector->terminal);
  g_free (detector);
}

/* The stamp of FORMAT's that TEXT starts with, and how long it is; or NULL. */
static const Stamp *
find_stamp (const CiFormat *format,
            const guint8   *text,
            gsize           length,
            gsize          *ret_length)
{
  gint64 time;

  for (guint i = 0; i < ci_format_get_n_stamps (format); i++) {
    const Stamp *stamp = ci_format_get_stamp (format, i);

    *ret_length = stamp_match (stamp, NULL, (const char *) text, length, &time);
    if (*ret_length > 0)
      return stamp;
  }

  return NULL;
}

static gboolean
is_blank_line (const guint8 *text,
               gsize         length)
{
  return length == 0 || (length == 1 && *text == '\r');
}

typedef struct {
  guint n_lines;
  guint n_stamps;
  guint n_own;                     /* without a time, but the CI's own: they need none */
  guint n_own_stamps;              /* before a line of the CI's own */
} LineCounts;

static void
count_line (const CiFormat *format,
            const guint8   *text,
            gsize           length,
            LineCounts     *counts)
{
  const Stamp *stamp;
  gsize stamp_length;

  if (is_blank_line (text, length))
    return;

  stamp = find_stamp (format, text, length, &stamp_length);
  if (stamp != NULL && stamp_has_time (stamp)) {
    counts->n_stamps++;
    counts->n_own_stamps += ci_format_has_line (format, (const char *) text + stamp_length,
                                                length - stamp_length);
  } else if (stamp != NULL || ci_format_has_line (format, (const char *) text, length)) {
    counts->n_own++;
  }
  counts->n_lines++;
}

/* Whether nearly all lines have one of FORMAT's stamps. */
static gboolean
has_stamps (CiDetector     *detector,
            const CiFormat *format)
{
  const guint8 *next = detector->bytes->data;
  const guint8 *end;
  LineCounts counts = { 0 };
  guint n_program;
  guint without = LINES_WITHOUT_STAMP;

  if (detector->bytes->len == 0)
    return FALSE;

  end = next + detector->bytes->len;
  if (end - next >= UTF8_MARK_LENGTH && memcmp (next, UTF8_MARK, UTF8_MARK_LENGTH) == 0)
    next += UTF8_MARK_LENGTH;
  while (next < end) {
    const guint8 *line_feed = memchr (next, '\n', end - next);

    count_line (format, next, (line_feed != NULL ? line_feed : end) - next, &counts);
    next = line_feed != NULL ? line_feed + 1 : end;
  }

  if (counts.n_stamps == 0 || (counts.n_own > 0 && counts.n_stamps < FEW_STAMPS))
    return FALSE;
  n_program = counts.n_lines - counts.n_own;
  if (counts.n_own_stamps > 0 && counts.n_stamps >= FEW_STAMPS)
    without = LINES_WITHOUT_OWN_STAMP;

  return (n_program - counts.n_stamps) * without <= n_program;
}

/* The format that the lines tell, once FORMAT's stamps are off. */
static const CiFormat *
find_without_stamps (CiDetector     *detector,
                     const CiFormat *format)
{
  CiDetector inner = { .formats = detector->formats };
  g_autoptr (Terminal) terminal = terminal_new (&funcs, &inner);
  g_autoptr (StampRemover) remover = stamp_remover_new (format, FALSE, terminal);

  stamp_remover_push (remover, detector->bytes->data, detector->bytes->len);
  stamp_remover_finish (remover);
  terminal_finish (terminal);

  return inner.by_command != NULL ? inner.by_command : inner.by_line;
}

/* Whether FORMAT, whose stamps fit, is a better choice than BEST: a CI's before another's. */
static gboolean
is_better (const CiFormat *format,
           const CiFormat *best)
{
  return ci_format_stamps_tell (format) &&
         (best == NULL || (ci_format_is_ci (format) && !ci_format_is_ci (best)));
}

static void
decide_by_stamps (CiDetector *detector)
{
  const CiFormat *best = NULL;
  const CiFormat *within = NULL;

  for (guint i = 0; i < ci_formats_get_n (detector->formats); i++) {
    const CiFormat *format = ci_formats_get (detector->formats, i);
    const CiFormat *found;

    if (!has_stamps (detector, format))
      continue;
    found = find_without_stamps (detector, format);
    if (found == format) {
      detector->by_line = format;
      detector->stamp_format = format;
      return;
    }
    if (is_better (format, best)) {
      best = format;
      within = found;
    }
  }

  detector->stamp_format = best;
  if (within != NULL)
    detector->by_line = within;
  else if (best != NULL)
    detector->by_line = ci_format_is_ci (best) ? best : NULL;
}

static void
decide (CiDetector *detector)
{
  detector->decided = TRUE;
  if (detector->by_command != NULL)
    return;

  terminal_finish (detector->terminal);
  decide_by_stamps (detector);
}

/* Bytes at the start of BYTES that may still count. */
static gsize
get_wanted_length (CiDetector   *detector,
                   const guint8 *bytes,
                   gsize         length)
{
  gsize most = MIN (length, MAX_BYTES - detector->bytes->len);
  gsize wanted = 0;

  while (wanted < most && detector->n_lines < MAX_LINES) {
    const guint8 *line_feed = memchr (bytes + wanted, '\n', most - wanted);

    if (line_feed == NULL)
      return most;
    wanted = line_feed - bytes + 1;
    detector->n_lines++;
  }

  return wanted;
}

gsize
ci_detector_push (CiDetector   *detector,
                  const guint8 *bytes,
                  gsize         length)
{
  gsize wanted;

  if (detector->decided)
    return 0;

  wanted = get_wanted_length (detector, bytes, length);
  g_byte_array_append (detector->bytes, bytes, wanted);
  terminal_push (detector->terminal, bytes, wanted);

  if (detector->by_command != NULL || detector->n_lines == MAX_LINES ||
      detector->bytes->len == MAX_BYTES)
    decide (detector);

  return wanted;
}

void
ci_detector_finish (CiDetector *detector)
{
  if (!detector->decided)
    decide (detector);
}

gboolean
ci_detector_has_decided (CiDetector *detector)
{
  return detector->decided;
}

guint
ci_detector_get_n_lines (CiDetector *detector)
{
  return detector->n_lines;
}

const guint8 *
ci_detector_get_bytes (CiDetector *detector,
                       gsize      *ret_length)
{
  *ret_length = detector->bytes->len;

  return detector->bytes->data;
}

const CiFormat *
ci_detector_get_format (CiDetector *detector)
{
  return detector->by_command != NULL ? detector->by_command : detector->by_line;
}

const CiFormat *
ci_detector_get_stamp_format (CiDetector *detector)
{
  return detector->stamp_format;
}
