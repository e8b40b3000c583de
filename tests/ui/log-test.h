/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "log-sample.h"

/* A store with these lines, each with its end; a last one without counts, too. */
LogStore *log_test_store_new (const char *text);

/* All that STREAM gives (transfer full); takes over STREAM. */
char     *log_test_read      (GInputStream *stream);
