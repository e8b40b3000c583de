/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* Puts [REDACTED:kind] in the place of secrets. The formats are data: data/secrets, more of
 * the user's under $XDG_CONFIG_HOME/culprit/secrets (their form: secret-formats.h).
 *
 * Works line by line with a memory for what goes on over several lines (private keys: each of
 * a key's lines is masked, all count as one), so that a text of any size can pass through. What
 * is masked already stays as it is and does not count.
 */
typedef struct Masker Masker;

Masker       *masker_new            (void);
void          masker_free           (Masker *masker);

/* Appends TEXT, a line without its end, to OUT with its secrets masked. */
void          masker_append_line    (Masker     *masker,
                                     const char *text,
                                     gsize       length,
                                     GString    *out);

/* All of TEXT, of any number of lines, masked. */
char         *masker_dup_text       (Masker     *masker,
                                     const char *text);

/* How many secrets were masked since the masker was made. */
guint         masker_get_n_masked   (Masker *masker);

/* A stream of BASE's text with its secrets masked; takes over BASE. A line of more than 1 MiB
 * is masked in pieces. */
GInputStream *masker_new_stream     (GInputStream *base);

/* What is wrong with the user's files of formats, each message with file and line
 * (element-type utf8, borrowed). */
GPtrArray    *masker_get_warnings   (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Masker, masker_free)
