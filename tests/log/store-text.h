/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "log-store.h"

/* The text of lines FIRST to LAST of STORE, each with a line end (transfer full). For the tests of all rooms. */
char *store_text_dup (LogStore *store,
                      gint64    first,
                      gint64    last);
