/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* What stands in the place of a secret starts with it; ":", its kind and "]" follow. */
#define MASK "[REDACTED"
