/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "data-file.h"
#include "failure.h"
#include "literals.h"
#include "pattern.h"
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
  LINE_IS_CRASH,
  LINE_IS_CRASH_FRAME,
  LINE_IS_EXIT,
  LINE_IS_ENDING,
  LINE_IS_TRACE,
  LINE_IS_FRAME,
  LINE_IS_CHAIN,
  LINE_IS_FATAL,
  LINE_IS_EXCEPTION,
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
  OUTCOME_OTHER,
} Outcome;

typedef struct Runner Runner;

typedef struct {
  const Runner *runner;
  LineIs        is;
  guint         chapters;     /* 1 << Chapter of each that it counts in; 0: anywhere */
  Pattern      *pattern;      /* or NULL: the literal is enough */
  FailureKind   kind;
  Chapter       chapter;
  gboolean      fatal;
  char         *place;        /* "pytest.yml:12" */
} LineRule;

struct Runner {
  guint       index;
  char       *name;
  char       *heading_after;  /* or NULL */
  char       *heading_join;
  Pattern    *exception;      /* or NULL, as those that follow */
  Pattern    *counts;
  Pattern    *prefix;
  Pattern    *noise;
  GPtrArray  *echoes;         /* of Pattern */
  GHashTable *outcomes;       /* word -> Outcome */
  GHashTable *statuses;       /* exit status -> FailureKind */
  GPtrArray  *lines;          /* of LineRule */
  GPtrArray  *literals;       /* of RuleLiteral */
};

typedef struct {
  char     *text;
  gboolean  anchored;
  guint     line;             /* index in the runner's lines */
} RuleLiteral;

struct Rules {
  GPtrArray *runners;         /* of Runner */
  GPtrArray *lines;           /* of LineRule, borrowed: all runners', by number */
  Literals  *literals;        /* their numbers are those of the lines */
};

Runner *runner_new  (DataFile  *file,
                     GError   **error);
void    runner_free (Runner    *runner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Runner, runner_free)
