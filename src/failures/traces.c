/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "lane-prefixes.h"
#include "processes.h"

#include "traces.h"

#define MAX_RAISED    4096
#define MANY_RAISED   256
#define MAX_LINES     3000    /* of a traceback, those of other processes in it included */
#define SOURCE_LINES  40      /* that a message points to, those of other processes in it included */
#define NEAR_LINES    4       /* from what a process says of its end to the traceback */

struct Traces {
  const Runner *runner;
  GPtrArray    *raised;       /* of Raised */
  Processes    *processes;
  const LineRule *single;     /* whose message stands below the last exception, or NULL */
};

static void
raised_free (gpointer data)
{
  Raised *raised = data;

  g_free (raised->exception);
  g_free (raised->message);
  g_free (raised->process);
  g_free (raised);
}

Traces *
traces_new (const Runner *runner)
{
  Traces *traces = g_new0 (Traces, 1);

  traces->runner = runner;
  traces->raised = g_ptr_array_new_with_free_func (raised_free);
  traces->processes = processes_new (runner->prefix);

  return traces;
}

void
traces_free (Traces *traces)
{
  if (traces == NULL)
    return;

  g_ptr_array_unref (traces->raised);
  processes_free (traces->processes);
  g_free (traces);
}

/* Whether a line says that its process goes on after an exception. */
static gboolean
is_mild (const Traces *traces,
         PatternMatch *match,
         const char   *text,
         gsize         length)
{
  const GPtrArray *mild = traces->runner->mild;

  for (guint i = 0; mild != NULL && i < mild->len; i++)
    if (pattern_find (g_ptr_array_index (mild, i), match, text, length) == PATTERN_MATCH)
      return TRUE;

  return FALSE;
}

/* Whether the line above the last one of LOOKBACK, where PROCESS wrote it, does. */
static gboolean
is_mild_above (const Traces   *traces,
               PatternMatch   *match,
               const Process  *process,
               const Lookback *lookback)
{
  const LookbackLine *above = lookback_get (lookback, 1);
  g_autofree char *name = NULL;
  gsize start;

  if (above == NULL)
    return FALSE;
  name = processes_dup_name (traces->processes, match, above->text, above->length, &start);

  return g_str_equal (name, process->name) && is_mild (traces, match, above->text, above->length);
}

static void
open_trace (Traces  *traces,
            Process *process,
            gint64   number,
            gboolean fatal,
            gboolean mild)
{
  gboolean near = process->fatal_line > 0 && number - process->fatal_line <= NEAR_LINES;

  processes_set_open (traces->processes, process, TRUE);
  process->n_frames = 0;
  process->is_main = FALSE;
  process->first_line = near ? process->fatal_line : number;
  process->fatal = fatal || near || (process->fatal && process->follows >= 0);
  process->is_mild = mild || (process->is_mild && process->follows >= 0);
}

/* The message that group "message" of PATTERN holds, without what is noise in it. */
static char *
dup_message (Traces        *traces,
             PatternMatch  *match,
             const Pattern *pattern)
{
  const Pattern *noise = traces->runner->noise;
  char *message = pattern_match_dup_group (pattern, match, "message", FAILURE_MAX_MESSAGE);
  gsize start, end;

  if (noise != NULL &&
      pattern_find (noise, match, message, strlen (message)) == PATTERN_MATCH) {
    pattern_match_get_range (match, &start, &end);
    memmove (message + start, message + end, strlen (message + end) + 1);
  }

  return message;
}

/* Whether RAISED only asked for something, where another one was raised while it was handled. */
static gboolean
is_lookup (const Traces *traces,
           PatternMatch *match,
           const Raised *raised)
{
  const Pattern *lookups = traces->runner->lookups;

  return lookups != NULL && pattern_find (lookups, match, raised->exception,
                                          strlen (raised->exception)) == PATTERN_MATCH;
}

/* RAISED is of PROCESS, and follows from what that said. */
static void
follow (const Traces  *traces,
        PatternMatch  *match,
        const Process *process,
        Raised        *raised)
{
  Raised *above = process->follows >= 0 && (guint) process->follows < traces->raised->len
    ? g_ptr_array_index (traces->raised, process->follows) : NULL;

  raised->follows = process->follows;
  if (above == NULL || !process->is_aside || !is_lookup (traces, match, above))
    return;
  above->is_lookup = TRUE;
  raised->follows = -1;
}

/* What PROCESS's last exception points to goes on with the line; a caret stands above what is wrong. */
static void
take_pointed (Traces       *traces,
              PatternMatch *match,
              Process      *process,
              const char   *text,
              gsize         start,
              gsize         length,
              gint64        number)
{
  Raised *raised = process->last >= 0 && (guint) process->last < traces->raised->len
    ? g_ptr_array_index (traces->raised, process->last) : NULL;
  g_autofree char *words = g_strstrip (pattern_dup_text (text + start, length - start, FAILURE_MAX_MESSAGE));

  if (process->has_pointed && raised != NULL && *words != '\0') {
    g_free (raised->message);
    raised->message = g_steal_pointer (&words);
    raised->line = number;
  } else if (raised != NULL && !process->has_pointed && number - raised->line <= SOURCE_LINES) {
    process->has_pointed = g_str_equal (words, "^");
    return;
  }
  processes_set_pointing (traces->processes, process, FALSE);
}

static void
add_raised (Traces     *traces,
            Process    *process,
            Raised     *raised)
{
  if (traces->raised->len >= MAX_RAISED) {
    raised_free (raised);
    return;
  }
  process->last = traces->raised->len;
  process->follows = -1;
  g_ptr_array_add (traces->raised, raised);
}

/* The line that ends a traceback, whose own text starts at START: "ValueError: …". */
static void
take_exception (Traces       *traces,
                PatternMatch *match,
                Process      *process,
                const char   *text,
                gsize         start,
                gsize         length,
                gint64        number)
{
  const Pattern *pattern = traces->runner->exception;
  Raised *raised;

  processes_set_open (traces->processes, process, FALSE);
  if (pattern == NULL || process->n_frames == 0 ||
      pattern_find (pattern, match, text + start, length - start) != PATTERN_MATCH)
    return;

  raised = g_new0 (Raised, 1);
  raised->exception = pattern_match_dup_group (pattern, match, "exception", FAILURE_MAX_EXCEPTION);
  raised->message = dup_message (traces, match, pattern);
  raised->process = g_strdup (process->name);
  raised->lane = processes_get_lane (traces->processes);
  raised->line = number;
  raised->first_line = process->first_line;
  raised->is_mild = process->is_mild || is_mild (traces, match, text, length);
  raised->is_main = process->is_main && !raised->is_mild;
  raised->fatal = process->fatal || raised->is_main;
  follow (traces, match, process, raised);
  add_raised (traces, process, raised);
  processes_set_pointing (traces->processes, process,
                          traces->runner->points != NULL && process->last == (int) traces->raised->len - 1 &&
                          pattern_find (traces->runner->points, match, text + start, length - start) == PATTERN_MATCH);
}

/* Whether one of the lines above the last one of LOOKBACK is what RULE counts below. */
static gboolean
has_above (PatternMatch   *match,
           const LineRule *rule,
           const Lookback *lookback)
{
  for (guint back = 1; rule->above != NULL && back <= rule->n_above; back++) {
    const LookbackLine *line = lookback_get (lookback, back);

    if (line != NULL &&
        pattern_find (rule->above, match, line->text, line->length) == PATTERN_MATCH)
      return TRUE;
  }

  return rule->above == NULL;
}

/* An exception in a line of its own; MATCH is RULE's. */
static void
take_single (Traces         *traces,
             PatternMatch   *match,
             const LineRule *rule,
             const Lookback *lookback,
             const char     *text,
             gsize           length,
             gint64          number)
{
  Raised *raised = g_new0 (Raised, 1);
  gsize start;

  raised->exception = pattern_match_dup_group (rule->pattern, match, "exception", FAILURE_MAX_EXCEPTION);
  raised->process = pattern_match_dup_group (rule->pattern, match, "process", LANE_MAX_NAME);
  raised->message = dup_message (traces, match, rule->pattern);
  if (*raised->process == '\0') {
    g_free (raised->process);
    raised->process = processes_dup_name (traces->processes, match, text, length, &start);
  }
  raised->lane = processes_get_lane (traces->processes);
  raised->line = raised->first_line = number;
  raised->follows = -1;
  raised->is_mild = is_mild (traces, match, text, length);
  raised->fatal = rule->fatal && !raised->is_mild;
  if (traces->raised->len >= MAX_RAISED || !has_above (match, rule, lookback)) {
    raised_free (raised);
    return;
  }
  g_ptr_array_add (traces->raised, raised);
  traces->single = rule->details->len > 0 ? rule : NULL;
}

/* What the last exception, which stood in a line of its own, says further below. */
static void
take_detail (Traces       *traces,
             PatternMatch *match,
             const char   *text,
             gsize         length,
             gint64        number)
{
  const GPtrArray *details = traces->single->details;
  Raised *raised = traces->raised->len > 0
    ? g_ptr_array_index (traces->raised, traces->raised->len - 1) : NULL;

  if (raised == NULL || number - raised->line > NEAR_LINES) {
    traces->single = NULL;
    return;
  }
  if (number == raised->line)
    return;
  for (guint i = 0; i < details->len; i++) {
    const Detail *detail = g_ptr_array_index (details, i);

    if (pattern_find (detail->pattern, match, text, length) != PATTERN_MATCH)
      continue;
    g_free (raised->message);
    raised->message = dup_message (traces, match, detail->pattern);
    raised->line = number;
    traces->single = NULL;
    return;
  }
}

static void
take_open_line (Traces       *traces,
                PatternMatch *match,
                Process      *process,
                const char   *text,
                gsize         start,
                gsize         length,
                gint64        number)
{
  if (number - process->first_line > MAX_LINES)
    processes_set_open (traces->processes, process, FALSE);
  else if (start < length && !g_ascii_isspace (text[start]))
    take_exception (traces, match, process, text, start, length, number);
}

void
traces_set_lane (Traces     *traces,
                 const char *lane)
{
  processes_set_lane (traces->processes, lane);
}

void
traces_push (Traces         *traces,
             PatternMatch   *match,
             const LineRule *rule,
             const Lookback *lookback,
             const char     *text,
             gsize           length,
             gint64          number)
{
  Process *process;
  gsize start;

  if (rule != NULL && rule->is == LINE_IS_EXCEPTION && rule->pattern != NULL) {
    take_single (traces, match, rule, lookback, text, length, number);
    return;
  }
  if (traces->single != NULL)
    take_detail (traces, match, text, length, number);

  process = processes_find (traces->processes, match, text, length, &start);
  if (process->points && rule == NULL) {
    take_pointed (traces, match, process, text, start, length, number);
    return;
  }
  processes_set_pointing (traces->processes, process, FALSE);
  switch (rule != NULL ? (int) rule->is : -1) {
    case LINE_IS_TRACE:
      open_trace (traces, process, number, rule->fatal,
                  is_mild_above (traces, match, process, lookback));
      break;
    case LINE_IS_FRAME:
      if (!process->open)
        open_trace (traces, process, number, FALSE, FALSE);
      process->is_main |= rule->fatal && process->n_frames == 0;
      process->n_frames++;
      break;
    case LINE_IS_CHAIN:
      processes_set_open (traces->processes, process, FALSE);
      process->follows = process->last;
      process->is_aside = rule->handled;
      break;
    case LINE_IS_FATAL:
      processes_set_open (traces->processes, process, FALSE);
      process->fatal_line = number;
      break;
    default:
      if (process->open)
        take_open_line (traces, match, process, text, start, length, number);
      break;
  }
}

const GPtrArray *
traces_get (Traces *traces)
{
  return traces->raised;
}

gboolean
traces_is_open (Traces *traces)
{
  return processes_has_open (traces->processes) || traces->single != NULL;
}

void
traces_forget (Traces *traces,
               guint   first)
{
  for (guint i = first; i < traces->raised->len; i++) {
    Raised *raised = g_ptr_array_index (traces->raised, i);

    raised->is_passed |= g_str_equal (raised->lane, processes_get_lane (traces->processes));
  }
  if (traces->raised->len < MANY_RAISED || first >= traces->raised->len)
    return;

  g_ptr_array_set_size (traces->raised, first);
  traces->single = NULL;
  processes_forget (traces->processes);
}
