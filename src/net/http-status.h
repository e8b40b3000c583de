/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "http-transfer.h"

/* What the head of an answer tells beside its status, in the spellings of both services. */

/* Seconds until the service wants to be asked again, or 0: "Retry-After", Buildkite's "RateLimit-Reset", GitHub's
 * "X-RateLimit-Reset" where nothing remains; only with 403, 429 and 503. */
gint64 http_status_get_wait  (HttpTransfer *transfer);

/* Until when asking again is of no use, in seconds since 1970: "Cache-Control: max-age=60", of which no more than
 * HTTP_STATUS_MAX_FRESH seconds count. */
#define HTTP_STATUS_MAX_FRESH 300
gint64 http_status_get_fresh_until (HttpTransfer *transfer);

/* "GitHub: another try in 5 seconds" (transfer full). */
char  *http_status_dup_wait  (const char   *url,
                              gint64        seconds);

/* The address of the next page as "Link" has it (RFC 8288), or NULL (transfer full). */
char  *http_status_dup_next  (HttpTransfer *transfer);

/* What the body of an answer that says no gives as the reason ("message"), or NULL (transfer full). */
char  *http_status_dup_words (HttpTransfer *transfer,
                              GCancellable *cancellable);
