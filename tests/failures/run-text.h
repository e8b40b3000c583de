/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "checker.h"

/* Lines of the checker's runner, and what is written down of them: a line each for sessions, parts,
 * retries, stops, reports, items and tests that passed; run-text.c has how. */
typedef struct {
  const char *text;
  const char *expected;
} RunCase;

void check_runs (const RunCase *cases,
                 guint          n_cases);
