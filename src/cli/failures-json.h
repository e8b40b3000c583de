/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "job-log.h"

/* What the log is and what failed in it, as the JSON of "culprit-cli failures --json"
 * (transfer full). Unknown strings are "", unknown numbers and an unknown cause are absent. */
char *failures_json_dup (JobLog *log);
