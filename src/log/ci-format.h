/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* How the CI systems wrap a job's output: the time stamps that they put before lines, the
 * marks that start and end their groups, and how to tell which of them wrote a log. One file
 * a CI in data/ci, more of the user's under $XDG_CONFIG_HOME/culprit/ci.
 */
typedef struct CiFormats CiFormats;

/* Loads them all. A file of the user's that is broken is left out, and a message that names
 * file and line is added to WARNINGS (element-type utf8; may be NULL). */
CiFormats *ci_formats_load (GPtrArray *warnings);
void       ci_formats_free (CiFormats *formats);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CiFormats, ci_formats_free)
