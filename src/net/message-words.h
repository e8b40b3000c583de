/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* The words of an error's message that tell it from others: no numbers, addresses, paths, quoted names, nor what stands
 * in most of them ("assert", "false", "error", "the"). */
typedef struct MessageWords MessageWords;

/* EXCEPTION may be "": then it is the class that MESSAGE names, if any ("quill.LayoutError: margins …"); what stands
 * before that counts for nothing. */
MessageWords *message_words_new       (const char         *exception,
                                       const char         *message);
void          message_words_free      (MessageWords       *words);

/* How many there are. */
guint         message_words_get_n     (const MessageWords *words);

gboolean      message_words_equal     (const MessageWords *a,
                                       const MessageWords *b);

/* 0 … 1: twice the words that both have by the words of each; 0 where the classes differ, or where either has fewer
 * than MESSAGE_MIN_WORDS, which says little. Where the shorter one, of twice that or more, is all in the other, it is
 * 0.75 at least. */
double        message_words_compare   (const MessageWords *a,
                                       const MessageWords *b);

#define MESSAGE_MIN_WORDS 4

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MessageWords, message_words_free)
