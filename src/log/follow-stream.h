/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* A stream of a log that is still being written: a file that grows, a pipe. It tells when no
 * bytes come for FOLLOW_STREAM_PAUSE, and as often between bytes that come one by one, so that
 * what came so far can be shown.
 *
 * At the end of a file it waits for more; a file that was cut short is read from its start
 * again, as programs do that start their log anew. It ends where a pipe ends; or when STOP is
 * cancelled, which is no error: then what is there by that time is read to its end.
 */

/* Milliseconds. */
#define FOLLOW_STREAM_PAUSE 250

/* In the thread that reads, once for each pause. */
typedef void (*FollowStreamFunc) (gpointer user_data);

/* FD is closed with the stream, except standard input. STOP may be NULL. NAME is for messages. */
GInputStream *follow_stream_new            (int               fd,
                                            const char       *name,
                                            GCancellable     *stop);

void          follow_stream_set_pause_func (GInputStream     *stream,
                                            FollowStreamFunc  func,
                                            gpointer          user_data);
