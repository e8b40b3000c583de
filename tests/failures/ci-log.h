/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* A log of tests/logs/ci, whose README.md says how it is written, and what is to become of it. */
typedef struct {
  char       *name;
  char       *ci;          /* the file's, to which the facts belong */
  char       *found_ci;    /* which the log is to be recognised as; "" for none */
  GHashTable *facts;       /* from a fact's name to its value; those that are not in it are to be unknown */
  GString    *bytes;
  GString    *lines;       /* as line-text.h has them; NULL where nothing is said of them */
} CiLog;

/* All that are in the file PATH: of CiLog (transfer full). */
GPtrArray *ci_logs_read (const char *path);
