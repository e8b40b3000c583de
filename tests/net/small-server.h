/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* An HTTP server on loopback that gives answers as they are written down, one a connection, in threads of its own. */
typedef struct SmallServer SmallServer;

SmallServer *small_server_new         (void);
void         small_server_free        (SmallServer *server);

/* "http://127.0.0.1:1234". Borrowed. */
const char  *small_server_get_url     (SmallServer *server);

/* Answers requests for PATH with HEAD, lines that end in "\r\n" without the empty one, and BODY. What is added again is given
 * the second time and so on; the last one for good. Its length is added where HEAD does not say one and is not chunked. */
void         small_server_add         (SmallServer *server,
                                       const char  *path,
                                       const char  *head,
                                       const char  *body);

/* All requests so far with their bodies, one after another (transfer full). */
char        *small_server_dup_requests (SmallServer *server);

/* How many of these start with START, "GET /repos/". */
guint        small_server_count       (SmallServer *server,
                                       const char  *start);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmallServer, small_server_free)
