/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Words looked for as they are, byte for byte, in much text: by the one of their bytes that the text has the least of. One thread
 * at a time. */
typedef struct FindText FindText;

/* WORDS are not empty. */
FindText *find_text_new    (const char *words);
void      find_text_free   (FindText   *self);

/* Sees from a part of TEXT which bytes it has much of; what is short teaches nothing. */
void      find_text_learn  (FindText   *self,
                            const char *text,
                            gsize       length);

/* Whether a byte of the words is known to be so rare that find_text_next() is quicker than PCRE2. */
gboolean  find_text_is_quick (FindText *self);

/* Where the words are first, from byte START of TEXT on, or LENGTH where they are not. */
gsize     find_text_next   (FindText   *self,
                            const char *text,
                            gsize       length,
                            gsize       start);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FindText, find_text_free)
