/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* The failure rules: one file a runner in data/rules, more of the user's under
 * $XDG_CONFIG_HOME/culprit/rules. Compiled once; any number of finders may use them at the
 * same time, from any thread.
 */
typedef struct Rules Rules;

/* Loads them all. A file of the user's that is broken is left out, and a message that names
 * file and line is added to WARNINGS (element-type utf8; may be NULL). */
Rules *rules_load  (GPtrArray *warnings);
Rules *rules_ref   (Rules *rules);
void   rules_unref (Rules *rules);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rules, rules_unref)
