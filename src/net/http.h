/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "http-error.h"
#include "http-transfer.h"
#include "services.h"

/* Requests to services, with what all of them have in common: the desktop's proxy, redirects, tokens and cookies that
 * reach their own host alone, another try where that may help, waiting as the service tells within reason, and answers
 * that are kept. For one worker at a time; everything blocks, and ends when its cancellable is cancelled. */
typedef struct Http Http;

/* What becomes of a JSON answer. One that http_keep() has kept is taken without asking with both. */
typedef enum {
  HTTP_KEEP_NOTHING,
  HTTP_KEEP_CHECKED,    /* kept with its ETag, by which the service says later whether it still is so */
  HTTP_KEEP_FRESH,      /* the same, but not asked again as soon as the service says is of no use (Cache-Control: max-age) */
  HTTP_KEEP_FINAL,      /* only by http_keep(), for good */
} HttpKeep;

typedef struct {
  const char *method;          /* NULL: GET */
  const char *url;
  const char *body;            /* JSON, of POST */
  const char *accept;          /* or NULL: application/json */
  const char *header;          /* one more, "Name: value", or NULL */
  HttpKeep    keep;
} HttpRequest;

typedef struct {
  JsonNode *json;              /* or NULL where the answer is empty */
  GBytes   *body;
  char     *next_url;          /* of the header "Link", or NULL */
  char     *scopes;            /* of the token (X-OAuth-Scopes), or NULL */
  int       status;
} HttpAnswer;

/* Told before it waits, in words for the user. */
typedef void (*HttpWaitFunc) (const char *message,
                              gpointer    user_data);

Http         *http_new           (void);
Http         *http_ref           (Http               *http);
void          http_unref         (Http               *http);

void          http_set_wait_func (Http               *http,
                                  HttpWaitFunc        func,
                                  gpointer            user_data);

/* Whether a token goes with requests to SERVICE: there is one, and it was not refused. */
gboolean      http_has_token     (Http               *http,
                                  Service             service);

/* Uses TOKEN in this session instead of the user's; NULL: none. */
void          http_set_token     (Http               *http,
                                  Service             service,
                                  const char         *token);

/* Goes without the token for SERVICE from now on, as with one that was refused; or with it again. */
void          http_use_token     (Http               *http,
                                  Service             service,
                                  gboolean            use);

/* Whether Buildkite's pages gave a cookie in this session. */
gboolean      http_has_cookie    (Http               *http);

/* Requests that were sent so far. */
guint         http_get_n_requests (Http              *http);

/* Waits before another try to ask URL, and tells so. FALSE where it was cancelled. */
gboolean      http_pause         (Http               *http,
                                  const char         *url,
                                  gint64              seconds,
                                  GCancellable       *cancellable,
                                  GError            **error);

/* The answer to REQUEST as it starts to come, behind all redirects and with a status below 400; or NULL. HTTP must
 * outlive it. */
HttpTransfer *http_open          (Http               *http,
                                  const HttpRequest  *request,
                                  GCancellable       *cancellable,
                                  GError            **error);

/* The whole answer as JSON, of at most 64 MiB. */
HttpAnswer   *http_ask           (Http               *http,
                                  const HttpRequest  *request,
                                  GCancellable       *cancellable,
                                  GError            **error);

/* Whether http_keep() has kept the answer to REQUEST. */
gboolean      http_has_kept      (Http               *http,
                                  const HttpRequest  *request);

/* Keeps ANSWER to REQUEST: it will never be another one. */
void          http_keep          (Http               *http,
                                  const HttpRequest  *request,
                                  const HttpAnswer   *answer);

void          http_answer_free   (HttpAnswer         *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Http, http_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HttpAnswer, http_answer_free)
