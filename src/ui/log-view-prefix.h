/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* The start of a line that tells which process wrote it, when and where in its code, as the project's profile knows it:
 * "(APIServer pid=12) (Worker_TP1 pid=34) ERROR 05-07 08:11:40 [core.py:962] ". Of it the process's name is drawn, in
 * columns of its own, so that what was said is in sight. */
#define LOG_PREFIX_COLUMNS 14

/* Bytes of the line, all of ASCII. */
typedef struct {
  gsize length;
  gsize name;              /* where the process's name starts */
  gsize name_length;
} LogPrefix;

/* What REGEX, which is anchored and has a group "name", knows TEXT to start with; FALSE where that is nothing, or no longer than what would be
 * drawn of it. */
gboolean log_prefix_find   (const GRegex    *regex,
                            const char      *text,
                            gsize            length,
                            LogPrefix       *ret_prefix);

/* Adds what is drawn of TEXT's PREFIX, with a blank where something FOLLOWS. */
void     log_prefix_append (const LogPrefix *prefix,
                            const char      *text,
                            gboolean         follows,
                            GString         *shown);

/* Whether bytes START to END of the line can be pointed out in what is drawn: they are in the name, or behind the prefix. */
gboolean log_prefix_shows  (const LogPrefix *prefix,
                            gsize            start,
                            gsize            end);

/* How many bytes of the name are drawn as they are. */
gsize    log_prefix_get_name_length (const LogPrefix *prefix);
