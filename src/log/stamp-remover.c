/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "character.h"
#include "ci-format-private.h"

#include "stamp-remover.h"

/* What decides on a line's start: a stamp, before which a file that was joined to another may
 * have its byte order mark. */
#define START_LENGTH (UTF8_MARK_LENGTH + STAMP_MAX_LENGTH)

/* How much of a line's end is kept while its rest has not come: with its carriage return. */
#define TAIL_LENGTH     (CI_MAX_LINE_END + 1)

#define MILLISECONDS_PER_DAY (24 * 60 * 60 * G_GINT64_CONSTANT (1000))

/* One of the forms that stamps have. */
typedef struct {
  const Stamp *stamp;
  gboolean     joins;
  gboolean     has_date;
  StampMemory  memory;
} Form;

struct StampRemover {
  const CiFormat *format;
  Terminal       *terminal;

  Form           *forms;
  guint           n_forms;
  gboolean        joins;              /* one of them does */

  gint64          last_time;          /* within a day, of a stamp without date */
  gint64          days;               /* that have passed since the log's first */

  gboolean        waits;              /* until a line tells that stamps come */
  char            tail[TAIL_LENGTH];  /* of the line before BYTES, while it waits */
  gsize           tail_length;

  gboolean        in_line;            /* the line's start has been decided on */
  gboolean        holds_line_feed;    /* which the next line's stamp may take back */
  guint8          start[START_LENGTH];
  gsize           start_length;       /* of a line that was cut within it */
};

StampRemover *
stamp_remover_new (const CiFormat *format,
                   gboolean        waits,
                   Terminal       *terminal)
{
  StampRemover *remover = g_new0 (StampRemover, 1);

  remover->format = format;
  remover->waits = waits;
  remover->terminal = terminal;
  remover->n_forms = ci_format_get_n_stamps (format);
  remover->forms = g_new0 (Form, remover->n_forms);
  for (guint i = 0; i < remover->n_forms; i++) {
    Form *form = &remover->forms[i];

    form->stamp = ci_format_get_stamp (format, i);
    form->joins = ci_format_stamp_joins (format, i);
    form->has_date = stamp_has_date (form->stamp);
    remover->joins |= form->joins;
  }

  return remover;
}

void
stamp_remover_free (StampRemover *remover)
{
  if (remover == NULL)
    return;

  g_free (remover->forms);
  g_free (remover);
}

/* The form of the stamp that BYTES start with, its length and time; NULL where there is none. */
static const Form *
match (StampRemover *remover,
       const guint8 *bytes,
       gsize         length,
       gsize        *ret_length,
       gint64       *ret_time)
{
  for (guint i = 0; i < remover->n_forms; i++) {
    Form *form = &remover->forms[i];

    *ret_length = stamp_match (form->stamp, &form->memory, (const char *) bytes, length,
                               ret_time);
    if (*ret_length > 0)
      return form;
  }

  return NULL;
}

/* A clock without date that goes back by more than half a day has passed midnight. */
static gint64
add_days (StampRemover *remover,
          gint64        time)
{
  if (time < remover->last_time - MILLISECONDS_PER_DAY / 2)
    remover->days++;
  remover->last_time = time;

  return time + remover->days * MILLISECONDS_PER_DAY;
}

static void
release_line_feed (StampRemover *remover)
{
  if (remover->holds_line_feed)
    terminal_push (remover->terminal, (const guint8 *) "\n", 1);
  remover->holds_line_feed = FALSE;
}

/* A line starts with BYTES, which suffice to decide on its stamp. Returns that stamp's length. */
static gsize
start_line (StampRemover *remover,
            const guint8 *bytes,
            gsize         length)
{
  gsize mark = 0;
  gsize stamp_length;
  gint64 time;
  const Form *form;

  if (*bytes == 0xef && length >= UTF8_MARK_LENGTH && memcmp (bytes, UTF8_MARK, UTF8_MARK_LENGTH) == 0)
    mark = UTF8_MARK_LENGTH;
  form = match (remover, bytes + mark, length - mark, &stamp_length, &time);
  remover->in_line = TRUE;

  if (form != NULL && form->joins && remover->holds_line_feed) {
    remover->holds_line_feed = FALSE;
    return mark + stamp_length;
  }

  release_line_feed (remover);
  if (form == NULL)
    return 0;
  if (time != LINE_NO_TIME)
    terminal_set_time (remover->terminal, form->has_date ? time : add_days (remover, time));

  return mark + stamp_length;
}

/* Passes on the rest of a line, with its line feed where LINE_FEED tells. */
static void
pass_line (StampRemover *remover,
           const guint8 *bytes,
           const guint8 *line_feed,
           const guint8 *end)
{
  if (line_feed == NULL) {
    terminal_push (remover->terminal, bytes, end - bytes);
    return;
  }

  remover->holds_line_feed = remover->joins;
  terminal_push (remover->terminal, bytes, line_feed - bytes + (remover->joins ? 0 : 1));
  remover->in_line = FALSE;
}

/* Keeps the end of a line that was cut. */
static void
keep_tail (StampRemover *remover,
           const guint8 *bytes,
           gsize         length)
{
  gsize added = MIN (length, TAIL_LENGTH);
  gsize kept = MIN (remover->tail_length, TAIL_LENGTH - added);

  memmove (remover->tail, remover->tail + remover->tail_length - kept, kept);
  memcpy (remover->tail + kept, bytes + length - added, added);
  remover->tail_length = kept + added;
}

/* Passes lines from BYTES on up to and with the one that tells that stamps come. Returns where
 * that ends. */
static const guint8 *
wait_for_stamps (StampRemover *remover,
                 const guint8 *bytes,
                 const guint8 *end)
{
  const guint8 *start = bytes;

  while (remover->waits && bytes < end) {
    const guint8 *line_feed = memchr (bytes, '\n', end - bytes);
    gsize length = (line_feed != NULL ? line_feed : end) - bytes;

    if (remover->tail_length > 0 || line_feed == NULL) {
      keep_tail (remover, bytes, length);
      if (line_feed != NULL)
        remover->waits = !ci_format_starts_stamps (remover->format, remover->tail,
                                                   remover->tail_length);
    } else {
      remover->waits = !ci_format_starts_stamps (remover->format, (const char *) bytes, length);
    }
    if (line_feed != NULL)
      remover->tail_length = 0;
    bytes = line_feed != NULL ? line_feed + 1 : end;
  }
  terminal_push (remover->terminal, start, bytes - start);

  return bytes;
}

/* Lines from BYTES to END. What is left at the end as a line's start that does not suffice is
 * not taken, unless IS_ALL. Returns how far it came. */
static const guint8 *
take_lines (StampRemover *remover,
            const guint8 *bytes,
            const guint8 *end,
            gboolean      is_all)
{
  while (bytes < end) {
    const guint8 *line_feed = memchr (bytes, '\n', end - bytes);

    if (!remover->in_line) {
      if (line_feed == NULL && end - bytes < START_LENGTH && !is_all)
        return bytes;
      bytes += start_line (remover, bytes, end - bytes);
    }
    pass_line (remover, bytes, line_feed, end);
    bytes = line_feed != NULL ? line_feed + 1 : end;
  }

  return bytes;
}

/* Completes the line start that was cut, with as many bytes as may decide on it. Returns how
 * many it took. */
static gsize
complete_start (StampRemover *remover,
                const guint8 *bytes,
                gsize         length)
{
  gsize taken = MIN (length, START_LENGTH - remover->start_length);
  const guint8 *line_feed = memchr (bytes, '\n', taken);

  if (line_feed != NULL)
    taken = line_feed - bytes + 1;
  memcpy (remover->start + remover->start_length, bytes, taken);
  remover->start_length += taken;

  if (line_feed != NULL || remover->start_length == START_LENGTH) {
    take_lines (remover, remover->start, remover->start + remover->start_length, TRUE);
    remover->start_length = 0;
  }

  return taken;
}

void
stamp_remover_push (StampRemover *remover,
                    const guint8 *bytes,
                    gsize         length)
{
  const guint8 *end = bytes + length;

  if (remover->waits)
    bytes = wait_for_stamps (remover, bytes, end);
  if (remover->start_length > 0)
    bytes += complete_start (remover, bytes, end - bytes);
  bytes = take_lines (remover, bytes, end, FALSE);

  if (bytes < end) {
    memcpy (remover->start, bytes, end - bytes);
    remover->start_length = end - bytes;
  }
}

void
stamp_remover_finish (StampRemover *remover)
{
  take_lines (remover, remover->start, remover->start + remover->start_length, TRUE);
  remover->start_length = 0;
  release_line_feed (remover);
}
