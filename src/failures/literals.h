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

/* Where in a text a literal counts. */
typedef enum {
  LITERAL_ANYWHERE,
  LITERAL_AT_START,
  LITERAL_AT_END,
  LITERAL_IN_FIRST_WORD,     /* up to the first blank that is not leading */
  LITERAL_BEFORE_DIGIT,      /* in the first word, and a digit follows */
} LiteralPlace;

/* Number ID was found and ends before byte END. A text's literals come in no order. */
typedef void (*LiteralsFunc) (guint    id,
                              gsize    end,
                              gpointer user_data);

Literals *literals_new     (void);
void      literals_free    (Literals     *literals);

/* Adds TEXT, which is not empty, under number ID; the same ID may stand for several. All are added
 * before the first scan. */
void      literals_add     (Literals     *literals,
                            const char   *text,
                            LiteralPlace  place,
                            guint         id);

/* Adds all of OTHER's, with FIRST added to their numbers. */
void      literals_add_all (Literals       *literals,
                            const Literals *other,
                            guint           first);

/* Adds those of OTHER that have a digit, with 0 for each of them: where none of them is in a text whose
 * digits are 0, no other digits can make one be there. */
void      literals_add_shapes (Literals       *literals,
                               const Literals *other);

/* The first scan takes longer. Any number of threads may scan at the same time. */
void      literals_scan    (Literals       *literals,
                            const char     *text,
                            gsize           length,
                            LiteralsFunc    func,
                            gpointer        user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Literals, literals_free)
