/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* Text that another program gives by drop or paste: what it is, and a stream of it that a
 * worker may read.
 *
 * The streams that GDK hands out want the main loop while they are read. So the text goes
 * through a pipe, no faster than the worker takes it; memory stays small, however large the
 * text is.
 */
typedef enum {
  INCOMING_TEXT_EMPTY,      /* nothing but blanks */
  INCOMING_TEXT_ADDRESS,    /* one http, https or file address, and nothing else */
  INCOMING_TEXT_LOG,        /* anything else */
} IncomingTextKind;

typedef struct {
  IncomingTextKind  kind;
  char             *address;   /* with ADDRESS */
  GInputStream     *stream;    /* with LOG; else NULL */
} IncomingText;

/* Looks at the start of STREAM. DONE is called with DATA when STREAM was read to its end or
 * given up, however this ends. */
void          incoming_text_read_async  (GInputStream         *stream,
                                         GDestroyNotify        done,
                                         gpointer              data,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
IncomingText *incoming_text_read_finish (GAsyncResult         *result,
                                         GError              **error);

void          incoming_text_free        (IncomingText *text);

/* What TEXT of LENGTH bytes is; RET_ADDRESS (transfer full) is set for an address. */
IncomingTextKind incoming_text_classify (const char  *text,
                                         gsize        length,
                                         char       **ret_address);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IncomingText, incoming_text_free)
