/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Finds any number of literal texts in one pass, so that regular expressions need to run only
 * on lines that can match. The automaton of Aho and Corasick (CACM 18, 6, 1975), with the
 * transitions worked out beforehand: a table look-up a byte, however many literals there are.
 */
typedef struct Literals Literals;

/* Number ID was found and ends before byte END. */
typedef void (*LiteralsFunc) (guint    id,
                              gsize    end,
                              gpointer user_data);

Literals *literals_new     (void);
void      literals_free    (Literals     *literals);

/* Adds TEXT under number ID; the same ID may stand for several. ANCHORED ones count at the
 * start of a text only. */
void      literals_add     (Literals     *literals,
                            const char   *text,
                            gboolean      anchored,
                            guint         id);

/* To be called once, after all were added and before the first scan. */
void      literals_compile (Literals     *literals);

void      literals_scan    (const Literals *literals,
                            const char     *text,
                            gsize           length,
                            LiteralsFunc    func,
                            gpointer        user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Literals, literals_free)
