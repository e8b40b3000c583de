/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "checker.h"

/* Lines of the checker's runner, and the failures that they make: kind, test, exception, message, the
 * line that names it and those that explain it, a line each, and one below for its cause. */
typedef struct {
  const char *text;
  const char *expected;
  gboolean    incomplete;    /* the log goes on */
} FailureCase;

/* What the run makes of all lines so far (transfer full). */
GPtrArray *get_failures_of   (Checker           *checker,
                              gboolean           complete);
char      *dup_failures_text (GPtrArray         *failures);

void       check_failures    (const FailureCase *cases,
                              guint              n_cases);
