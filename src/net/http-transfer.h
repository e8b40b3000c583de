/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <curl/curl.h>
#include <gio/gio.h>

/* One request to one address and its answer, as bytes that are pulled: what nobody reads is not fetched. Follows no
 * redirect. All calls block and belong into a worker, one thread at a time; they end when their cancellable is cancelled. */
typedef struct HttpTransfer HttpTransfer;

/* Seconds, see "Time-outs" in the design. */
#define HTTP_CONNECT_SECONDS 10
#define HTTP_SILENT_SECONDS  20    /* without 1,000 bytes a second */

typedef struct {
  const char         *method;      /* "GET", "HEAD", "POST" */
  const char         *url;
  const char         *body;        /* of POST, or NULL */
  const char * const *headers;     /* "Name: value", or NULL */
  const char         *proxy;       /* its address, "" for none, or NULL: as the environment says */
  CURLSH             *cookies;     /* where they are kept, or NULL: none is sent or taken */
  gboolean            is_packed;   /* the answer may be compressed on the way */
} HttpExchange;

/* The library is loaded (curl-library.h). MULTI is borrowed and must outlive it; EXCHANGE is only read now. Trusts whom the system trusts, or the certificates in
 * the file that CURL_CA_BUNDLE or SSL_CERT_FILE names. */
HttpTransfer *http_transfer_new        (CURLM               *multi,
                                        const HttpExchange  *exchange);
void          http_transfer_free       (HttpTransfer        *transfer);

/* Waits for the answer's status and headers. */
gboolean      http_transfer_start      (HttpTransfer        *transfer,
                                        GCancellable        *cancellable,
                                        GError             **error);

/* Once it has started: */
int           http_transfer_get_status (HttpTransfer        *transfer);
const char   *http_transfer_get_url    (HttpTransfer        *transfer);

/* The value of a header, whose NAME is in lower case, or NULL. Borrowed. */
const char   *http_transfer_get_header (HttpTransfer        *transfer,
                                        const char          *name);

/* The absolute address that the answer leads to, or NULL (transfer full). */
char         *http_transfer_dup_target (HttpTransfer        *transfer);

/* Bytes that the answer announces, or -1. */
gint64        http_transfer_get_length (HttpTransfer        *transfer);

/* Up to COUNT bytes of the answer: 0 at its end, -1 and ERROR where it broke. */
gssize        http_transfer_read       (HttpTransfer        *transfer,
                                        void                *buffer,
                                        gsize                count,
                                        GCancellable        *cancellable,
                                        GError             **error);

/* The whole answer, or its first MAX bytes (transfer full); NULL and ERROR where it broke before. */
GBytes       *http_transfer_read_all   (HttpTransfer        *transfer,
                                        gsize                max,
                                        GCancellable        *cancellable,
                                        GError             **error);

/* Reads the rest where it is short, so that the connection may be used again. */
gboolean      http_transfer_skip       (HttpTransfer        *transfer,
                                        GCancellable        *cancellable,
                                        GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HttpTransfer, http_transfer_free)
