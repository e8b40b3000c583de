/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "test-run.h"

/* Whether the tests of session number SESSION, of which some failed, were run again until none did, so far as what the
 * sessions tell of their tests goes: in each one right after the other as many of them in the same files, or those that
 * had failed. Where sessions name what passes, the names tell that better. */
gboolean test_run_was_mended (const TestRun *run,
                              guint          session);
