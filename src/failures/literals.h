/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Finds any number of literal texts in one pass, so that regular expressions need to run only
 * on lines that can match. How many literals there are hardly matters; those with five bytes or
 * more take less time, and so do those that ordinary lines have little of.
 */
typedef struct Literals Literals;

/* Number ID was found and ends before byte END. A text's literals come in no order. */
typedef void (*LiteralsFunc) (guint    id,
                              gsize    end,
                              gpointer user_data);

Literals *literals_new     (void);
void      literals_free    (Literals     *literals);

/* Adds TEXT, which is not empty, under number ID; the same ID may stand for several. ANCHORED ones count at the
 * start of a text only. */
void      literals_add     (Literals     *literals,
                            const char   *text,
                            gboolean      anchored,
                            guint         id);

/* Adds all of OTHER's, with FIRST added to their numbers. */
void      literals_add_all (Literals       *literals,
                            const Literals *other,
                            guint           first);

/* To be called once, after all were added and before the first scan. */
void      literals_compile (Literals     *literals);

void      literals_scan    (const Literals *literals,
                            const char     *text,
                            gsize           length,
                            LiteralsFunc    func,
                            gpointer        user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Literals, literals_free)
