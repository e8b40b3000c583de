/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* How many of the LENGTH bytes are "\n". */
gint64 line_ends_count (const guint8 *bytes,
                        gsize         length);
