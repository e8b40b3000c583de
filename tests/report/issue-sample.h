/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "issue.h"
#include "sample.h"

/* Issues of small logs. */

#define ISSUE_SAMPLE_COMMIT "f596e760c8ed0fbc53db45479c8d460f1a40fd06"

#define ISSUE_SAMPLE_ENVIRONMENT \
  "{'BUILDKITE_LABEL': 'A Test', 'BUILDKITE_COMMIT': '" ISSUE_SAMPLE_COMMIT "', " \
  "'BUILDKITE_BRANCH': 'me:topic'}\n"

/* The fields of vLLM's form. */
enum { FIELD_TESTS, FIELD_CHECKS, FIELD_DESCRIPTION, FIELD_HISTORY, FIELD_CC };

/* The issue of a log that is TEXT, in which FAILURE, taken over, is all that failed. */
Issue *issue_sample_new       (const char *text,
                               Failure    *failure,
                               const char *profile_name);

/* One for vLLM, whose job and commit are known. */
Issue *issue_sample_new_small (void);
