/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "test-run.h"

/* A run of a runner that exists in tests only, with one short word for each thing that a line
 * may be; checker.c has them. */
typedef struct {
  Runner       *runner;
  PatternMatch *match;
  Traces       *traces;
  TestRun      *run;
  Lookback      lookback;
  gint64        number;     /* of the last line */
} Checker;

Checker *checker_new  (void);
void     checker_free (Checker    *checker);

/* Takes the lines of TEXT, each of which ends with "\n". */
void     checker_push (Checker    *checker,
                       const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Checker, checker_free)
