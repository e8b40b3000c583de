/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "repository.h"

gboolean
repository_is_valid (const char *name)
{
  return g_regex_match_simple ("^[\\w.-]+/[\\w.-]+$", name, G_REGEX_DOLLAR_ENDONLY, 0);
}
