/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "data-file.h"
#include "failure.h"
#include "literals.h"
#include "pattern.h"
#include "rerun.h"
#include "rules.h"

/* The rules as they are compiled. rules.h says what the words mean. */

typedef enum {
  LINE_IS_SESSION,
  LINE_IS_CHAPTER,
  LINE_IS_TOTALS,
  LINE_IS_START,
  LINE_IS_OUTCOME,
  LINE_IS_REPORT,
  LINE_IS_REPORT_END,
  LINE_IS_DETAIL,
  LINE_IS_LOCATION,
  LINE_IS_ITEM,
  LINE_IS_SUMMARY_END,
  LINE_IS_FILE,
  LINE_IS_CRASH,
  LINE_IS_CRASH_FRAME,
  LINE_IS_TEST_ABOVE,
  LINE_IS_TEST_BELOW,
  LINE_IS_TRACE,
  LINE_IS_FRAME,
  LINE_IS_CHAIN,
  LINE_IS_FATAL,
  LINE_IS_EXCEPTION,
  LINE_IS_FAILURE,         /* from here on: of no test session, see blocks.h and job-end.h */
  LINE_IS_BEGIN,
  LINE_IS_PASSED,
  LINE_IS_STOPPED,
  LINE_IS_NOTHING,
  LINE_IS_COUNT,
  LINE_IS_PLACE,
  LINE_IS_LANES,
  LINE_IS_GOOD,
  LINE_IS_EXIT,
  LINE_IS_FAULT,
  LINE_IS_ENDING,
  LINE_IS_SUCCESS,
  LINE_IS_FAILED,
  LINE_IS_FINISHED,
  LINE_IS_STEP,
  LINE_IS_INNER,
  LINE_IS_RETRY,
  LINE_IS_CLEAN_UP,
} LineIs;

typedef enum {
  CHAPTER_NONE,
  CHAPTER_PROGRESS,
  CHAPTER_FAILURES,
  CHAPTER_ERRORS,
  CHAPTER_SUMMARY,
  CHAPTER_OTHER,
} Chapter;

typedef enum {
  OUTCOME_UNKNOWN,
  OUTCOME_FAILED,
  OUTCOME_PASSED,
  OUTCOME_RETRIED,
  OUTCOME_OTHER,
} Outcome;

/* Where the failures stand that a line counts. */
typedef enum {
  COUNT_NONE,
  COUNT_ABOVE,
  COUNT_BELOW,
} Count;

/* From where on the lines above belong to a failure. */
typedef enum {
  SINCE_LINE,
  SINCE_BEGIN,             /* of its test */
  SINCE_RUNNING,           /* the same, and it counts only while a test runs */
} Since;

/* What a line tells of the command whose output it stands in or starts. */
typedef enum {
  COMMAND_NONE,
  COMMAND_STARTS,
  COMMAND_STARTS_IGNORED,  /* whose failure counts for nothing */
  COMMAND_WAS_IGNORED,     /* the same of the one above */
} CommandIs;

/* How much a failure's line says, the least first. */
typedef enum {
  WEIGHT_ECHO,
  WEIGHT_WORD,
  WEIGHT_ERROR,
  WEIGHT_REPORT,
} Weight;

typedef struct Runner Runner;

/* What a line of a failure's part tells. */
typedef struct {
  Pattern     *pattern;
  gboolean     has_kind;
  FailureKind  kind;
  Pattern     *then;         /* or NULL: what tells is in the next line that is not empty */
  char        *adds;         /* or NULL: what stands between what is known and what it tells besides */
  gboolean     is_weak;      /* what it tells counts until another one knows better */
  gboolean     is_last;      /* the same, and the last such line counts */
} Detail;

typedef struct {
  const Runner *runner;
  guint         number;       /* among all runners' lines */
  LineIs        is;
  guint         chapters;     /* 1 << Chapter of each that it counts in; 0: anywhere */
  Pattern      *pattern;      /* or NULL: the literal is enough */
  FailureKind   kind;
  Weight        weight;
  Pattern      *above;        /* or NULL, as those that follow */
  Pattern      *below;
  Pattern      *until;
  Pattern      *through;
  Pattern      *unless;       /* a line below that takes it back */
  Pattern      *names;        /* or NULL */
  GPtrArray    *details;      /* of Detail */
  guint         n_lines;      /* the most of a part */
  guint         n_above;      /* the most that “above” takes */
  Since         since;
  gboolean      names_suite;  /* of the tests above */
  gboolean      is_recap;     /* says again what is known */
  gboolean      may_end_unseen; /* the test that begins */
  gboolean      is_alone;     /* counts where no failure of its suite is known */
  gboolean      is_json;
  gboolean      has_place;    /* its pattern has the group "place" */
  gboolean      has_runs;     /* the same of "runs" */
  gboolean      has_title;    /* … of "title" */
  gboolean      is_shared;    /* failures in lines next to each other share what follows them */
  gboolean      is_each;      /* summaries count each of its lines, whether or not their test is the same */
  Count         count;
  Chapter       chapter;
  CommandIs     command;
  gboolean      fatal;
  gboolean      handled;
  gboolean      is_good;      /* all went well that the runner did … */
  gboolean      covers_all;   /* … and all that ran besides … */
  gboolean      covers_run;   /* … whatever it counted before */
  char         *source;       /* "pytest.yml:12" */
} LineRule;

typedef struct {
  char         *text;
  LiteralPlace  place;
  guint         line;         /* index in the runner's lines */
} RuleLiteral;

struct Runner {
  guint       index;
  char       *name;
  gboolean    is_own;         /* the user's: goes before those that ship */
  gboolean    is_general;     /* of no tool: what it knows of a line that is no error is what others do not */
  char       *heading_after;  /* or NULL */
  char       *heading_join;
  Pattern    *exception;      /* or NULL, as those that follow */
  Pattern    *counts;
  Pattern    *ran;
  Pattern    *prefix;
  Pattern    *noise;
  Pattern    *lookups;
  Pattern    *points;
  GPtrArray  *echoes;         /* of Pattern */
  GPtrArray  *lasting;        /* of Pattern, as those that follow */
  GPtrArray  *vague;
  GPtrArray  *empty;
  GPtrArray  *mild;
  GHashTable *outcomes;       /* word -> Outcome */
  GHashTable *statuses;       /* exit status -> FailureKind */
  GPtrArray  *lanes;          /* of LanePrefix */
  GPtrArray  *lines;          /* of LineRule */
  GPtrArray  *literals;       /* of RuleLiteral */
  Rerun      *rerun;          /* or NULL */
};

struct Rules {
  GPtrArray *runners;         /* of Runner */
  GPtrArray *lines;           /* of LineRule, borrowed: all runners', by number */
  Literals  *literals;        /* their numbers are those of the lines */
};

/* Whether RUNNER's CI tells of jobs that passed, so that a log in which it does not has failed or
 * is cut. */
gboolean  runner_tells_success (const Runner   *runner);

/* What FILE says. What is wrong in it is left out, a rule at a time, and a message that names file
 * and line added to PROBLEMS (element-type utf8; may be NULL). */
Runner   *runner_new     (DataFile        *file,
                          GPtrArray       *problems);
void      runner_free    (Runner          *runner);

/* How many failures a line of RUNNER's counts, by its "counts". */
int       runner_count_failures (const Runner *runner,
                                 PatternMatch *match,
                                 const char   *text,
                                 gsize         length);

/* How many tests ran by what a line of RUNNER's says, by its "ran"; 0 where it does not tell. */
int       runner_count_tests (const Runner *runner,
                              PatternMatch *match,
                              const char   *text,
                              gsize         length);

/* Reads one of FILE's rules for RUNNER, its literals included. */
LineRule *line_rule_new  (Runner          *runner,
                          DataFile        *file,
                          const DataNode  *node,
                          GError         **error);
void      line_rule_free (LineRule        *rule);

/* The rules of FILES (of DataFile, borrowed), which rules_load() looks for itself. */
Rules    *rules_new      (const GPtrArray *files,
                          GPtrArray       *warnings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Runner, runner_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LineRule, line_rule_free)
