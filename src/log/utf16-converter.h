/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* Turns UTF-16 (RFC 2781), as PowerShell's “>” writes it, into UTF-8. Nothing stops it: what is
 * no character, a lone surrogate or half a unit at the end, becomes U+FFFD, and what follows is
 * read as it should be. (GCharsetConverter stops there, or goes on in the middle of a unit.) */

#define UTF16_MARK_LENGTH 2

/* Whether BYTES are the start of UTF-16's byte-order mark, or start with it. */
gboolean    utf16_may_start     (const guint8 *bytes,
                                 gsize         length);

/* For what follows MARK, which is a byte-order mark. */
GConverter *utf16_converter_new (const guint8 *mark);
