/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "blocks.h"
#include "passed-tests.h"

/* What blocks.c and block-parts.c share: what is offered of a line, and the part that is open. */

/* A failure whose part may go on. */
typedef struct {
  Block          *block;       /* or NULL: none */
  const LineRule *rule;
  char           *text;        /* of the line that names it, where it has no message */
  gboolean        is_unnamed;  /* that line names no test */
} Part;

struct Blocks {
  Matcher      *matcher;
  guint         lane;
  BlockList    *list;
  Claims       *claims;
  RunningTests *running;
  Places       *places;
  PassedTests  *passed;
  const LineRule *suite_rule;  /* the next line says which suite the tests above are of, or NULL */
  char         *suite;         /* that one */
  const LineRule *runs_rule;   /* the next line says how often the tests above were run, or NULL */
  guint         n_runs;        /* that many times */
  gint64        runs_line;     /* the last line that said so */
  gint64        suite_line;    /* the last line that did */
  Part          offered;       /* the best of those that the next line is */
  gboolean      is_nothing;    /* the next line only looks like a failure */
  gboolean      is_good;       /* the next line says that all went well */
  gboolean      is_of_ci;      /* the next line is the CI's own, or a test session's */
  gint64        ci_line;       /* the last one that was, or that said that all went well */
  gboolean      is_bad_end;    /* the next line says that a step failed */
  gint64        bad_line;      /* the last one that did */
  Part          open;
  GPtrArray    *waiting;       /* of Block: those above the open one that share what follows it */
  gboolean      has_changed;   /* since the last line */
};
