/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "findings.h"
#include "rule.h"
#include "traces.h"

/* What one runner wrote in a log: its sessions, and in each the tests as they ran, the report
 * on each failure, and the summary. It only writes down; test-run-failures.h makes sense of it.
 */

/* A test as it ran. Those that failed are kept, and the one that runs. */
typedef struct {
  guint    session;
  char    *test;           /* "" where the log names it not */
  Outcome  outcome;
  gint64   first_line;
  gint64   last_line;      /* 0: it has not ended */
} TestPart;

/* The runner's report on one failure. */
typedef struct {
  guint    session;
  Chapter  chapter;
  char    *heading;        /* the test as the heading has it; "" where the log starts within it */
  gint64   line;
  gint64   last_line;      /* of what explains it */
  gint64   end_line;       /* with what the test printed */
  gboolean is_explained;   /* what the test printed has started */
  gint64   detail_line;    /* the last line that tells what was raised, or 0 */
  char    *message;
  char    *exception;
  char    *path;           /* the file of the first place that it tells, or "" */
  gboolean points;         /* the message only points to what stands below … */
  gboolean has_pointed;    /* … and a caret did */
  FailureKind kind;        /* other than “failed” where a line of it knows better */
} TestReport;

/* A failure in the summary. */
typedef struct {
  guint        session;
  char        *test;
  char        *message;
  FailureKind  kind;
  gint64       line;
  gint64       last_line;
} TestItem;

typedef struct {
  gint64   first_line;
  gint64   last_line;      /* of its totals, or 0 */
  gint64   summary_line;   /* heading of its summary, or 0 */
  guint    n_items;
  int      claimed;        /* failures in its totals, or -1 */
  char    *totals;         /* how it puts them, or NULL */
  char    *file;           /* that the runner is at, where it names no tests; or NULL */
  char    *running;        /* the test that started last and did not end, or NULL */
  gint64   running_line;
  gboolean is_parallel;    /* tests run side by side: the last to start is not the one that ran */
  int      ran;            /* how many tests its totals count */
  GHashTable *places;      /* where its tests are, as far as it tells: its root, and the files */
  gboolean has_names;      /* it names tests as they end */
  gboolean is_again;       /* it runs only those that failed in the one before */
} TestSession;

/* Why a session ended before its time; test-run-stops.h. */
typedef struct {
  guint        session;
  Chapter      chapter;
  FailureKind  kind;
  char        *test;           /* "" where nothing names it */
  char        *message;
  gint64       line;
  gint64       first_line;
  gint64       last_line;
  gint64       end_line;       /* of what belongs to it, shown or not */
  gboolean     is_explained;   /* what follows is the runner's own */
  gboolean     expects_test;   /* the next frame is the test's */
  gboolean     is_below;       /* the test's frame was: the innermost stands last */
  gboolean     is_over;        /* the session went on */
} TestStop;

/* A test that failed and was tried again at once. */
typedef struct {
  guint    session;
  char    *test;
  gint64   first_line;     /* the part in which it ran */
  gint64   line;
  gboolean passed;         /* later, in the same session */
} TestRetry;

typedef struct {
  const Runner *runner;
  const char   *lane;      /* name of the output that it is in, "" for the log's own lines (borrowed) */
  Chapter       chapter;
  GPtrArray    *sessions;  /* of TestSession; the first stands for what comes before any */
  GPtrArray    *parts;     /* of TestPart */
  GPtrArray    *reports;   /* of TestReport */
  GPtrArray    *items;     /* of TestItem */
  guint         n_places;  /* of all sessions */
  GPtrArray    *stops;     /* of TestStop */
  GPtrArray    *retries;   /* of TestRetry */
  GHashTable   *retries_by_test;   /* the last of each */
  GHashTable   *passed;    /* names -> number of the last session that they passed in */
  GPtrArray    *passed_names;
  guint         n_left_out;
  gboolean      is_seen;
  gboolean      has_failed;  /* the job has, by the CI's word */
  TestPart     *part;      /* the test that runs, or NULL */
  guint         part_raised;   /* exceptions before it */
  gint64        part_end;      /* where the last test ended */
  TestReport   *report;    /* the open one, or NULL */
  TestItem     *item;
  TestStop     *stop;
  char         *frame_file;      /* of the last frame, or NULL */
  char         *frame_function;
} TestRun;

TestRun *test_run_new   (const Runner *runner);
void     test_run_free  (TestRun      *run);
void     test_part_free (TestPart     *part);

/* A session starts with line NUMBER. */
void     test_run_add_session (TestRun *run,
                               gint64   number);

/* The last session (borrowed), and its number, as its parts, reports and items have it. */
static inline TestSession *
test_run_get_session (const TestRun *run)
{
  return g_ptr_array_index (run->sessions, run->sessions->len - 1);
}

static inline guint
test_run_get_session_number (const TestRun *run)
{
  return run->sessions->len - 1;
}

/* Takes line NUMBER, which is RULE (NULL: nothing special); MATCH is that of its pattern.
 * TRACES may be NULL. */
void     test_run_push (TestRun        *run,
                        const LineRule *rule,
                        PatternMatch   *match,
                        Traces         *traces,
                        const char     *text,
                        gsize           length,
                        gint64          number);

/* Whether every line has to be pushed now. */
gboolean test_run_is_open (TestRun *run);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestRun, test_run_free)
