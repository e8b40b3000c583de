/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* A stream of all that FIRST has, then of what REST has. A read waits for REST only when
 * FIRST has ended. */
GInputStream *chained_stream_new (GInputStream *first,
                                  GInputStream *rest);
