/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whole answers, and those that are kept. */

#include "config.h"

#include <glib/gi18n.h>

#include "http-status.h"
#include "json-answer.h"
#include "kept-answers.h"

#include "http-private.h"

#define MAX_ANSWER (64 * 1024 * 1024)

/* All of an answer that is no larger than any should be. */
static GBytes *
read_body (HttpTransfer  *transfer,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GBytes) body = http_transfer_read_all (transfer, MAX_ANSWER + 1, cancellable, error);

  if (body != NULL && g_bytes_get_size (body) > MAX_ANSWER) {
    g_autofree char *place = http_error_dup_place (http_transfer_get_url (transfer));

    g_set_error (error, HTTP_ERROR, HTTP_ERROR_TOO_LARGE, _("%s answers with more than any service should; it is left alone"), place);
    return NULL;
  }

  return g_steal_pointer (&body);
}

/* Whether VALUE, of a header, may go out again. */
static gboolean
is_plain (const char *value)
{
  for (const char *at = value; at != NULL && *at != '\0'; at++)
    if (!g_ascii_isgraph (*at))
      return FALSE;

  return value != NULL && *value != '\0';
}

/* A service's next page is its own. */
static gboolean
is_same_service (const char *url,
                 const char *next_url)
{
  Service service = service_of_url (url, NULL);

  return service != SERVICE_OTHER && service_of_url (next_url, NULL) == service;
}

static HttpAnswer *
make_answer (const char  *url,
             GBytes      *body,
             int          status,
             const char  *next_url,
             GError     **error)
{
  g_autoptr (HttpAnswer) answer = g_new0 (HttpAnswer, 1);

  answer->status = status;
  answer->body = g_bytes_ref (body);
  if (is_plain (next_url) && is_same_service (url, next_url))
    answer->next_url = g_strdup (next_url);
  if (status != 204)
    answer->json = json_answer_parse (body, url, error);

  return status == 204 || answer->json != NULL ? g_steal_pointer (&answer) : NULL;
}

/* The answer to TRANSFER, which is kept where the service gives it an ETag. */
static HttpAnswer *
take_answer (Http              *http,
             const HttpRequest *request,
             HttpTransfer      *transfer,
             GCancellable      *cancellable,
             GError           **error)
{
  g_autoptr (GBytes) body = read_body (transfer, cancellable, error);
  g_autofree char *next_url = http_status_dup_next (transfer);
  const char *etag = http_transfer_get_header (transfer, "etag");
  HttpAnswer *answer;

  if (body == NULL)
    return NULL;
  answer = make_answer (request->url, body, http_transfer_get_status (transfer), next_url, error);
  if (answer == NULL)
    return NULL;
  answer->scopes = g_strdup (http_transfer_get_header (transfer, "x-oauth-scopes"));
  if ((request->keep == HTTP_KEEP_CHECKED || request->keep == HTTP_KEEP_FRESH) && is_plain (etag)) {
    KeptAnswer kept = { (char *) etag, answer->next_url != NULL ? answer->next_url : (char *) "",
                        http_status_get_fresh_until (transfer), body };

    kept_answer_store (request->url, http_has_token (http, service_of_url (request->url, NULL)), &kept);
  }

  return answer;
}

static gboolean
is_fresh (const KeptAnswer *kept)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  return kept->fresh_until > now && kept->fresh_until - now <= HTTP_STATUS_MAX_FRESH;
}

HttpAnswer *
http_ask (Http              *http,
          const HttpRequest *request,
          GCancellable      *cancellable,
          GError           **error)
{
  gboolean with_token = http_has_token (http, service_of_url (request->url, NULL));
  g_autoptr (KeptAnswer) kept = NULL;
  HttpAnswer *answer = NULL;

  if (request->keep != HTTP_KEEP_NOTHING)
    kept = kept_answer_load (request->url, with_token);
  if (kept != NULL && (*kept->etag == '\0' || (request->keep == HTTP_KEEP_FRESH && is_fresh (kept))))
    answer = make_answer (request->url, kept->body, 200, kept->next_url, NULL);
  if (kept != NULL && *kept->etag == '\0')
    g_clear_pointer (&kept, kept_answer_free);

  /* An answer may break after its head has come; and what was kept may have broken. */
  for (guint try = 0; answer == NULL; try++) {
    g_autoptr (GError) local = NULL;
    g_autoptr (HttpTransfer) transfer = http_open_with_etag (http, request, kept != NULL ? kept->etag : NULL, cancellable, error);

    if (transfer == NULL)
      return NULL;
    if (kept != NULL && http_transfer_get_status (transfer) == 304) {
      kept->fresh_until = http_status_get_fresh_until (transfer);
      kept_answer_store (request->url, with_token, kept);
      answer = make_answer (request->url, kept->body, 304, kept->next_url, NULL);
      g_clear_pointer (&kept, kept_answer_free);
      continue;
    }
    answer = take_answer (http, request, transfer, cancellable, &local);
    if (answer == NULL && !http_may_try_again (request, local, try)) {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  }

  return answer;
}

gboolean
http_has_kept (Http              *http,
               const HttpRequest *request)
{
  g_autoptr (KeptAnswer) kept = kept_answer_load (request->url, http_has_token (http, service_of_url (request->url, NULL)));

  return kept != NULL && *kept->etag == '\0';
}

void
http_keep (Http              *http,
           const HttpRequest *request,
           const HttpAnswer  *answer)
{
  KeptAnswer kept = { (char *) "", answer->next_url != NULL ? answer->next_url : (char *) "", 0, answer->body };

  kept_answer_store (request->url, http_has_token (http, service_of_url (request->url, NULL)), &kept);
}

void
http_answer_free (HttpAnswer *answer)
{
  if (answer == NULL)
    return;

  g_clear_pointer (&answer->json, json_node_unref);
  g_clear_pointer (&answer->body, g_bytes_unref);
  g_free (answer->next_url);
  g_free (answer->scopes);
  g_free (answer);
}
