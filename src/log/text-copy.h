/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* How many of the LENGTH bytes at FROM are visible ASCII characters, space to tilde, before the
 * first one that is not. */
gsize        text_span              (const guint8 *from,
                                     gsize         length);

/* Copies the visible ASCII characters that FROM starts with: LENGTH bytes at most. Returns how
 * many there were. Bytes after them, up to TEXT_COPY_MARGIN beyond LENGTH,
 * may be written to as well, so that TO needs room for all of these. */
typedef gsize (*TextCopyFunc) (char         *to,
                               const guint8 *from,
                               gsize         length);

#define TEXT_COPY_MARGIN 32

/* The fastest one that this processor can run. */
TextCopyFunc text_copy_choose       (void);

gsize        text_copy_portable     (char         *to,
                                     const guint8 *from,
                                     gsize         length);

/* NULL where the processor has no AVX2. */
TextCopyFunc text_copy_get_avx2     (void);
