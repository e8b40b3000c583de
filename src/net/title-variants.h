/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* What the title of an issue says of tests. It may be a pattern, as src/report/title.h makes them:
 *
 *     [CI Failure]: Page Tests - tests/test_page\.py::test_(load|save)
 *
 * says "[CI Failure]: Page Tests - tests/test_page.py::test_load" and the same with "test_save". Escapes are undone,
 * ".*" and alternatives outside of a group become blanks, anchors go; what is no pattern stays as it is. At most
 * TITLE_MAX_VARIANTS texts (element-type utf8, transfer full), the first ones of longer lists. */
#define TITLE_MAX_VARIANTS 32

GPtrArray *title_variants_new (const char *title);
