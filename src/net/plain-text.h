/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* TEXT, which comes from elsewhere, as part of a line: valid UTF-8, with INSTEAD for each character that would end the
 * line, act on a terminal or hide other text (transfer full). */
char *plain_text_dup (const char *text,
                      char        instead);
