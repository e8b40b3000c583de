/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "log-view-marks.h"

/* Lines of an explanation that are looked through for its message. */
#define WHY_MOST_LINES   4000
/* Bytes of a message that must be the same: runners cut the end of it. */
#define WHY_MESSAGE      48
/* Bytes that may stand before the message where a runner draws a margin. */
#define WHY_MARGIN       12

struct LogMarks {
  Findings *findings;
  LogStore *store;
  GArray   *marks;           /* of LogMark */
};

/* Looks for the line with the message of a failure. */
typedef struct {
  const char *message;
  gsize       length;
  char        margin[WHY_MARGIN];
  gsize       margin_length; /* up to the first blank; 0: the line has no margin */
  gint64      line;          /* 0: none */
  gboolean    at_start;
  GArray     *why;
} WhySearch;

static void
clear_mark (gpointer data)
{
  LogMark *mark = data;

  g_clear_pointer (&mark->why, g_array_unref);
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const LogMark *one = a;
  const LogMark *other = b;

  if (one->first_line != other->first_line)
    return one->first_line < other->first_line ? -1 : 1;

  return one->failure - other->failure;
}

static void
add_mark (LogMarks    *self,
          LogMarkKind  kind,
          int          failure,
          gint64       first,
          gint64       last)
{
  LogMark mark = { kind, failure, first, MAX (first, last), NULL };

  if (first > 0)
    g_array_append_val (self->marks, mark);
}

static void
add_failure (LogMarks      *self,
             int            index,
             const Failure *failure)
{
  gboolean explained = failure->first_line > 0 && failure->first_line <= failure->last_line;
  gboolean inside = failure->line >= failure->first_line && failure->line <= failure->last_line;

  if (explained)
    add_mark (self, LOG_MARK_FAILURE, index, failure->first_line, failure->last_line);
  else
    add_mark (self, LOG_MARK_FAILURE, index, failure->line, failure->line);

  if (explained && !inside)
    add_mark (self, LOG_MARK_SUMMARY, index, failure->line, failure->line);

  if (failure->cause != NULL)
    add_mark (self, LOG_MARK_CAUSE, index, failure->cause->first_line, failure->cause->last_line);
}

LogMarks *
log_marks_new (Findings *findings,
               LogStore *store)
{
  LogMarks *self = g_new0 (LogMarks, 1);

  self->findings = findings_ref (findings);
  self->store = log_store_ref (store);
  self->marks = g_array_new (FALSE, FALSE, sizeof (LogMark));
  g_array_set_clear_func (self->marks, clear_mark);

  for (guint i = 0; i < findings->failures->len; i++)
    add_failure (self, (int) i, g_ptr_array_index (findings->failures, i));
  g_array_sort (self->marks, compare_marks);

  return self;
}

void
log_marks_free (LogMarks *marks)
{
  if (marks == NULL)
    return;

  g_array_unref (marks->marks);
  log_store_unref (marks->store);
  findings_unref (marks->findings);
  g_free (marks);
}

guint
log_marks_get_n (LogMarks *marks)
{
  return marks != NULL ? marks->marks->len : 0;
}

const LogMark *
log_marks_get (LogMarks *marks,
               guint     index)
{
  return &g_array_index (marks->marks, LogMark, index);
}

static void
collect (LogMarks  *marks,
         gint64     first,
         gint64     last,
         int        selected,
         gboolean   of_selected,
         GPtrArray *found)
{
  for (guint i = 0; i < log_marks_get_n (marks); i++) {
    const LogMark *mark = log_marks_get (marks, i);

    if (mark->first_line > last)
      break;
    if (mark->last_line >= first && (mark->failure == selected) == of_selected)
      g_ptr_array_add (found, (gpointer) mark);
  }
}

void
log_marks_collect (LogMarks  *marks,
                   gint64     first,
                   gint64     last,
                   int        selected,
                   GPtrArray *found)
{
  collect (marks, first, last, selected, FALSE, found);
  collect (marks, first, last, selected, TRUE, found);
}

const LogMark *
log_marks_find (GPtrArray *found,
                gint64     line)
{
  for (guint i = found->len; i > 0; i--) {
    const LogMark *mark = g_ptr_array_index (found, i - 1);

    if (mark->first_line <= line && line <= mark->last_line)
      return mark;
  }

  return NULL;
}

static gboolean
look_for_message (gint64      number,
                  const char *text,
                  gsize       length,
                  gpointer    user_data)
{
  WhySearch *search = user_data;
  const char *found = g_strstr_len (text, (gssize) MIN (length, 4096), search->message);
  gsize before;
  gboolean at_start;

  if (found == NULL)
    return TRUE;

  before = (gsize) (found - text);
  at_start = before <= WHY_MARGIN;
  if (search->line != 0 && search->at_start && !at_start)
    return TRUE;

  search->line = number;
  search->at_start = at_start;
  search->margin_length = 0;
  while (at_start && search->margin_length < before && text[search->margin_length] != ' ')
    search->margin_length++;
  memcpy (search->margin, text, search->margin_length);

  return TRUE;
}

static gboolean
look_for_margin (gint64      number,
                 const char *text,
                 gsize       length,
                 gpointer    user_data)
{
  WhySearch *search = user_data;

  if (length > search->margin_length && text[search->margin_length] == ' ' &&
      memcmp (text, search->margin, search->margin_length) == 0)
    g_array_append_val (search->why, number);

  return TRUE;
}

static gboolean
search_for (LogMarks      *marks,
            const LogMark *mark,
            const char    *message,
            WhySearch     *search)
{
  g_autofree char *start = NULL;
  gint64 last = MIN (mark->last_line, mark->first_line + WHY_MOST_LINES);

  if (*message == '\0')
    return FALSE;

  start = g_utf8_make_valid (message, (gssize) MIN (strlen (message), WHY_MESSAGE));
  search->message = start;
  log_store_foreach (marks->store, mark->first_line, last, look_for_message, search);
  search->message = NULL;

  return search->line != 0;
}

/* What is said where a runner puts the exception's class before the message. */
static const char *
skip_exception (const Failure *failure)
{
  gsize length = strlen (failure->exception);

  if (length > 0 && g_str_has_prefix (failure->message, failure->exception) &&
      g_str_has_prefix (failure->message + length, ": "))
    return failure->message + length + 2;

  return "";
}

static void
find_why (LogMarks *marks,
          LogMark  *mark)
{
  const Failure *failure = g_ptr_array_index (marks->findings->failures, mark->failure);
  WhySearch search = { .why = g_array_new (FALSE, FALSE, sizeof (gint64)) };

  mark->why = search.why;
  if (mark->kind == LOG_MARK_CAUSE) {
    g_array_append_val (mark->why, failure->cause->line);
    return;
  }
  if (mark->kind == LOG_MARK_SUMMARY ||
      !(search_for (marks, mark, failure->message, &search) ||
        search_for (marks, mark, skip_exception (failure), &search) ||
        search_for (marks, mark, failure->exception, &search))) {
    g_array_append_val (mark->why, failure->line);
    return;
  }

  if (search.margin_length > 0)
    log_store_foreach (marks->store, mark->first_line,
                       MIN (mark->last_line, mark->first_line + WHY_MOST_LINES),
                       look_for_margin, &search);
  else
    g_array_append_val (mark->why, search.line);
}

gboolean
log_marks_says_why (LogMarks      *marks,
                    const LogMark *mark,
                    gint64         line)
{
  if (mark->why == NULL)
    find_why (marks, (LogMark *) mark);

  for (guint i = 0; i < mark->why->len; i++)
    if (g_array_index (mark->why, gint64, i) == line)
      return TRUE;

  return FALSE;
}

const LogMark *
log_marks_get_of (LogMarks    *marks,
                  int          failure,
                  LogMarkKind  kind)
{
  for (guint i = 0; i < log_marks_get_n (marks); i++) {
    const LogMark *mark = log_marks_get (marks, i);

    if (mark->failure == failure && mark->kind == kind)
      return mark;
  }

  return NULL;
}
