/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Whether NAME reads as "owner/name" and may stand in an address. */
gboolean repository_is_valid (const char *name);
