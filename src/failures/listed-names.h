/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "block.h"
#include "failure.h"

/* Where a report names a test by one word (a method), and the list at the runner's end by more (its class), the
 * test gets the list's name: of FAILURES (of Failure) each that is told by one of OTHERS (of Block). */
void listed_names_apply (GPtrArray       *failures,
                         const GPtrArray *others);
