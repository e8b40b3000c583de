/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "test-run.h"

/* Failures of one run as they are put together. All is borrowed. */
typedef struct {
  TestRun         *run;
  const GPtrArray *causes;        /* of Runner: those that gather exceptions */
  const GPtrArray *raised;        /* of Raised, or NULL */
  PatternMatch    *match;
  GPtrArray       *failures;      /* of Failure */
  GHashTable      *places;        /* test -> number in FAILURES, plus 1 */
  gboolean         has_cause;     /* a failure of the run has one */
} Gathering;

/* Adds a failure of TEST at LINE. Borrowed. */
Failure  *gathering_add            (Gathering         *gathering,
                                    FailureKind        kind,
                                    const char        *test,
                                    gint64             line);

/* Tells that the failure that was added last is the one of its test. */
void      gathering_keep           (Gathering         *gathering);

/* Puts the failure that was added last in the place of number INDEX, which is about the same test. */
void      gathering_replace        (Gathering         *gathering,
                                    guint              index);

/* The class of the exception that FAILURE's message starts with, or else OTHER. */
void      gathering_set_exception  (Gathering         *gathering,
                                    Failure           *failure,
                                    const char        *other);

/* The exception within RANGES that FAILURE follows from. */
void      gathering_find_cause     (Gathering         *gathering,
                                    Failure           *failure,
                                    const LineRange   *ranges,
                                    guint              n_ranges);

/* Whether FAILURE's message only says that something went wrong elsewhere, or that what tests share
 * is gone. */
gboolean  gathering_is_echo        (Gathering         *gathering,
                                    const Failure     *failure);
gboolean  gathering_is_lasting     (Gathering         *gathering,
                                    const Failure     *failure);
