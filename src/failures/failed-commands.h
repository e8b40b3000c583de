/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "block.h"
#include "failure.h"

/* A build tool names the command that failed, and what the command said stands below. An error among OTHERS (of
 * Block) that is such a command is shown with the first of FAILURES (of Failure) that took over below it. */
void failed_commands_apply (GPtrArray       *failures,
                            const GPtrArray *others);
