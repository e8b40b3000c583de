/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* The text in any stream: unpacked where it is packed (archive-kind.h), turned into UTF-8
 * where a byte-order mark says UTF-16, without a byte-order mark. The first bytes tell, and
 * they are waited for in the first read, not before.
 *
 * An archive of several logs is read as one log of several parts, in the order of
 * archive-plan.h. Something packed can be in something packed, LOG_STREAM_MAX_LAYERS deep (a
 * log in a gzip, in a tar, in a gzip); what is deeper is no text.
 */
#define LOG_STREAM_MAX_LAYERS 3

/* LAYER: how deep BASE is, 0 for what the user gave. NAME is for messages. */
GInputStream *log_stream_new         (GInputStream *base,
                                      const char   *name,
                                      guint         layer);

/* The name of the part that started with the bytes of the last read (transfer full), else
 * NULL; a read never goes from one part into the next. A log that is one, and any other stream,
 * has no part. */
char         *log_stream_take_part   (GInputStream *stream);

/* Whether what starts with BYTES is not just handed on as it is. */
gboolean      log_stream_has_to_turn (const guint8 *bytes,
                                      gsize         length);
