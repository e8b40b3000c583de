/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "http.h"

/* As http_open(), where ETAG is what the caller has of the answer, or NULL: "304 Not Modified" is an answer then. */
HttpTransfer *http_open_with_etag (Http              *http,
                                   const HttpRequest *request,
                                   const char        *etag,
                                   GCancellable      *cancellable,
                                   GError           **error);

/* Whether REQUEST, which failed with ERROR, is worth another try number TRY, after a pause. */
gboolean      http_may_try_again  (const HttpRequest *request,
                                   const GError      *error,
                                   guint              try);
