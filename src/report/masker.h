/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* Puts [REDACTED:kind] in the place of secrets. The formats are data: data/secrets, more of
 * the user's under $XDG_CONFIG_HOME/culprit/secrets.
 *
 * Works line by line with a memory for what goes on over several lines (private keys), so
 * that a text of any size can pass through.
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

/* A stream of BASE's text with its secrets masked; takes over BASE. */
GInputStream *masker_new_stream     (GInputStream *base);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Masker, masker_free)
