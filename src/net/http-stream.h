/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "http.h"

/* The answer to a GET as a stream that arrives while it is read. A connection that breaks is taken up again where it
 * broke, a few times; where that cannot be, the stream ends with an error, never as if it were whole. A web page is no log,
 * nor is a part of one: HTTP_ERROR_ANSWER. HTTP and URL as in HttpRequest; ACCEPT must not be NULL. RET_SIZE is what the
 * answer announces, or -1. Blocks until its head has come. */
GInputStream *http_stream_open (Http          *http,
                                const char    *url,
                                const char    *accept,
                                goffset       *ret_size,
                                GCancellable  *cancellable,
                                GError       **error);
