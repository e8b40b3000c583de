/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "finder.h"

/* Rules that exist in tests only, without those that ship. */

/* The rules of a file own.yml that holds YAML (transfer full); what follows a line "---" is another
 * file, and so another runner. No warning is expected. */
Rules *own_rules_load     (const char *yaml);

/* What is found in TEXT, whose lines end with "\n": a line a failure, as
 * "kind “test” exception “message” line first-last", with " flaky" and the warnings after them
 * (transfer full). */
char  *own_rules_describe (Rules      *rules,
                           const char *text);

/* Checks that YAML finds in TEXT what EXPECTED describes. */
void   own_rules_check    (const char *yaml,
                           const char *text,
                           const char *expected);
