/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tracker-post.h"

/* Tells a tracker in a worker. */

/* Whose token it is, which post_sending_finish_user() gives (transfer full), or NULL. */
void          post_sending_ask_user    (GObject             *object,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback);
char         *post_sending_finish_user (GAsyncResult        *result,
                                        GError             **error);

/* Sends POST, which must stay as long as OBJECT; post_sending_finish() gives the answer (transfer full), or NULL. */
void          post_sending_start       (const TrackerPost   *post,
                                        GObject             *object,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback);
TrackerReply *post_sending_finish      (GAsyncResult        *result,
                                        GError             **error);
