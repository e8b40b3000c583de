/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gathering.h"

/* What is not in a session's own list of failures. */

/* What went down as a worker of SESSION ran FAILURE's test, from what it said then. */
void test_run_find_crash  (Gathering *gathering,
                           Failure   *failure,
                           guint      session);

/* What made sessions end before their time, with the test that ran then. */
void test_run_add_stops   (Gathering *gathering);

/* The test that ran when the last session ended without a word, and sessions that count failures
 * and name none of them; FIRST is the number of the run's first failure. */
void test_run_add_silent  (Gathering *gathering,
                           guint      first);

/* Tests that were tried again and passed. They are no news where nothing else failed. */
void test_run_add_retries (Gathering *gathering,
                           guint      first);
