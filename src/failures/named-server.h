/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "traces.h"

/* Whether MESSAGE, of a test that could not reach a server, names the process that RAISED ended: its number ("pid 12"), the
 * port that its own message has ("127.0.0.1:8030"), or the host that its output is called by ("host='api'" of "api-1"). */
gboolean named_server_is (const char   *message,
                          const Raised *raised);
