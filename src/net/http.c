/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "curl-library.h"
#include "http-status.h"
#include "tokens.h"

#include "http-private.h"

#define MAX_REDIRECTS 8
#define MAX_TRIES     3
#define MAX_WAIT      10      /* seconds that are waited for when a service asks for it */

struct Http {
  grefcount    references;
  CURLM       *multi;                      /* NULL until something is asked, */
  CURLSH      *cookies;                    /* as the cookies of Buildkite's pages */
  char        *tokens[SERVICE_OTHER];      /* "" where there is none, NULL: not looked for yet */
  gboolean     is_refused[SERVICE_OTHER];  /* the service did not accept it */
  gboolean     has_cookie;
  guint        n_requests;
  HttpWaitFunc wait_func;
  gpointer     wait_data;
};

Http *
http_new (void)
{
  Http *http = g_new0 (Http, 1);

  g_ref_count_init (&http->references);

  return http;
}

Http *
http_ref (Http *http)
{
  g_ref_count_inc (&http->references);

  return http;
}

void
http_unref (Http *http)
{
  if (http == NULL || !g_ref_count_dec (&http->references))
    return;

  if (http->multi != NULL) {
    curl.multi_cleanup (http->multi);
    curl.share_cleanup (http->cookies);
  }
  for (guint i = 0; i < SERVICE_OTHER; i++)
    g_free (http->tokens[i]);
  g_free (http);
}

void
http_set_wait_func (Http         *http,
                    HttpWaitFunc  func,
                    gpointer      user_data)
{
  http->wait_func = func;
  http->wait_data = user_data;
}

gboolean
http_has_cookie (Http *http)
{
  return http->has_cookie;
}

guint
http_get_n_requests (Http *http)
{
  return http->n_requests;
}

/* The token that goes to SERVICE, or NULL. */
static const char *
get_token (Http    *http,
           Service  service)
{
  if ((service != SERVICE_BUILDKITE_API && service != SERVICE_GITHUB_API) || http->is_refused[service])
    return NULL;
  if (http->tokens[service] == NULL) {
    char *token = tokens_dup (service, NULL);

    http->tokens[service] = token != NULL ? token : g_strdup ("");
  }

  return *http->tokens[service] != '\0' ? http->tokens[service] : NULL;
}

gboolean
http_has_token (Http    *http,
                Service  service)
{
  return get_token (http, service) != NULL;
}

void
http_set_token (Http       *http,
                Service     service,
                const char *token)
{
  g_free (http->tokens[service]);
  http->tokens[service] = g_strdup (token != NULL && tokens_is_valid (token) ? token : "");
  http->is_refused[service] = FALSE;
}

void
http_use_token (Http     *http,
                Service   service,
                gboolean  use)
{
  http->is_refused[service] = !use;
}

static gboolean
is_http (const char *url)
{
  g_autofree char *scheme = g_uri_parse_scheme (url);

  return g_strcmp0 (scheme, "http") == 0;
}

/* Whether the environment names a proxy for URL, in the spellings that curl reads. */
static gboolean
has_proxy_variable (const char *url)
{
  static const char * const variables[] = { "all_proxy", "ALL_PROXY", "https_proxy", "HTTPS_PROXY" };

  if (is_http (url) && g_getenv ("http_proxy") != NULL)
    return TRUE;
  for (guint i = 0; i < (is_http (url) ? 2 : G_N_ELEMENTS (variables)); i++)
    if (g_getenv (variables[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* The desktop's proxy for URL (transfer full), "" for none, or NULL: what the environment says counts. A proxy elsewhere has
 * no way to this machine, and what goes to it in the clear is not for others. */
static char *
dup_proxy (const char   *url,
           GCancellable *cancellable)
{
  GProxyResolver *resolver = g_proxy_resolver_get_default ();
  g_auto (GStrv) proxies = NULL;

  if (is_http (url) && service_is_private (url))
    return g_strdup ("");
  if (has_proxy_variable (url) || resolver == NULL || !g_proxy_resolver_is_supported (resolver))
    return NULL;
  proxies = g_proxy_resolver_lookup (resolver, url, cancellable, NULL);
  if (proxies == NULL || proxies[0] == NULL || g_str_has_prefix (proxies[0], "direct:"))
    return NULL;
  /* What curl takes for version 4, which knows no names. */
  if (g_str_has_prefix (proxies[0], "socks://"))
    return g_strconcat ("socks5h://", proxies[0] + strlen ("socks://"), NULL);

  return g_strdup (proxies[0]);
}

static GPtrArray *
make_headers (Http              *http,
              const HttpRequest *request,
              const char        *url,
              const char        *etag)
{
  GPtrArray *headers = g_ptr_array_new_with_free_func (g_free);
  Service service = service_of_url (url, NULL);
  const char *token = service_is_private (url) ? get_token (http, service) : NULL;

  g_ptr_array_add (headers, g_strdup_printf ("Accept: %s", request->accept != NULL ? request->accept : "application/json"));
  if (service == SERVICE_GITHUB_API)
    g_ptr_array_add (headers, g_strdup ("X-GitHub-Api-Version: 2022-11-28"));
  if (token != NULL)
    g_ptr_array_add (headers, g_strdup_printf ("Authorization: Bearer %s", token));
  if (request->header != NULL)
    g_ptr_array_add (headers, g_strdup (request->header));
  if (request->body != NULL)
    g_ptr_array_add (headers, g_strdup ("Content-Type: application/json"));
  if (etag != NULL)
    g_ptr_array_add (headers, g_strdup_printf ("If-None-Match: %s", etag));
  g_ptr_array_add (headers, NULL);

  return headers;
}

static gboolean
prepare (Http    *http,
         GError **error)
{
  if (!curl_library_load (error))
    return FALSE;
  if (http->multi != NULL)
    return TRUE;

  http->multi = curl.multi_init ();
  http->cookies = curl.share_init ();
  curl.share_setopt (http->cookies, CURLSHOPT_SHARE, CURL_LOCK_DATA_COOKIE);

  return TRUE;
}

/* Sends REQUEST to URL, and waits for the answer's head. */
static HttpTransfer *
send_once (Http              *http,
           const HttpRequest *request,
           const char        *url,
           const char        *etag,
           GCancellable      *cancellable,
           GError           **error)
{
  g_autoptr (GPtrArray) headers = make_headers (http, request, url, etag);
  g_autofree char *proxy = dup_proxy (url, cancellable);
  HttpExchange exchange = { request->method != NULL ? request->method : "GET", url, request->body,
                            (const char * const *) headers->pdata, proxy,
                            service_of_url (url, NULL) == SERVICE_BUILDKITE ? http->cookies : NULL,
                            request->accept == NULL };
  g_autoptr (HttpTransfer) transfer = http_transfer_new (http->multi, &exchange);

  http->n_requests++;
  if (!http_transfer_start (transfer, cancellable, error))
    return NULL;
  http->has_cookie |= exchange.cookies != NULL && http_transfer_get_header (transfer, "set-cookie") != NULL;

  return g_steal_pointer (&transfer);
}

/* Whether an answer from FROM may lead to TARGET: not to files, not to where others can read along, nor from elsewhere to what
 * listens on this machine. */
static gboolean
may_follow (const char *from,
            const char *target)
{
  g_autofree char *scheme = g_uri_parse_scheme (target);

  if (g_strcmp0 (scheme, "https") != 0 && (!is_http (target) || !is_http (from)))
    return FALSE;

  return service_is_local (from) || !service_is_local (target);
}

static void
set_unsafe (GError     **error,
            const char  *from,
            const char  *target)
{
  g_autofree char *shown_from = http_error_dup_url (from);
  g_autofree char *shown_target = http_error_dup_url (target);

  g_set_error (error, HTTP_ERROR, HTTP_ERROR_REDIRECT, _("%s leads to an address that is not safe to follow: %s"), shown_from,
               shown_target);
}

/* Sends REQUEST, and again to where the answers lead. */
static HttpTransfer *
follow (Http              *http,
        const HttpRequest *request,
        const char        *etag,
        GCancellable      *cancellable,
        GError           **error)
{
  g_autofree char *url = g_strdup (request->url);
  g_autofree char *shown = http_error_dup_url (url);

  if (!prepare (http, error))
    return NULL;

  for (guint i = 0; i <= MAX_REDIRECTS; i++) {
    gboolean is_same = service_of_url (url, NULL) == service_of_url (request->url, NULL);
    g_autoptr (HttpTransfer) transfer = send_once (http, request, url, is_same ? etag : NULL, cancellable, error);
    g_autofree char *target = NULL;

    if (transfer == NULL)
      return NULL;
    target = http_transfer_dup_target (transfer);
    if (target == NULL || request->body != NULL)
      return g_steal_pointer (&transfer);
    if (!may_follow (url, target)) {
      set_unsafe (error, url, target);
      return NULL;
    }
    g_free (url);
    url = g_steal_pointer (&target);
  }
  g_set_error (error, HTTP_ERROR, HTTP_ERROR_REDIRECT, _("%s leads in circles; give the address of the log itself"), shown);

  return NULL;
}

gboolean
http_pause (Http          *http,
            const char    *url,
            gint64         seconds,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autofree char *message = http_status_dup_wait (url, seconds);
  GPollFD poll;

  if (http->wait_func != NULL)
    http->wait_func (message, http->wait_data);
  if (cancellable != NULL && g_cancellable_make_pollfd (cancellable, &poll)) {
    g_poll (&poll, 1, seconds * 1000);
    g_cancellable_release_fd (cancellable);
  } else {
    g_usleep (seconds * G_USEC_PER_SEC);
  }

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

gboolean
http_may_try_again (const HttpRequest *request,
                    const GError      *error,
                    guint              try)
{
  if (request->body != NULL || try + 1 >= MAX_TRIES)
    return FALSE;

  return g_error_matches (error, HTTP_ERROR, HTTP_ERROR_SERVICE) || g_error_matches (error, HTTP_ERROR, HTTP_ERROR_CUT);
}

/* What TRANSFER, with a status of 400 or more, says; its token may be the reason. RET_WAIT is how long the service wants
 * to be left alone. */
static void
set_status_error (Http          *http,
                  HttpTransfer  *transfer,
                  GCancellable  *cancellable,
                  gint64        *ret_wait,
                  GError       **error)
{
  const char *url = http_transfer_get_url (transfer);
  Service service = service_of_url (url, NULL);
  g_autofree char *words = http_status_dup_words (transfer, cancellable);
  int status = http_transfer_get_status (transfer);
  gboolean is_refused = service != SERVICE_OTHER && http->is_refused[service];

  *ret_wait = http_status_get_wait (transfer);
  /* What is not for everybody would be there with a token that is accepted. */
  if (is_refused && status == 403 && *ret_wait == 0)
    status = 401;
  http_error_set_status (error, status, url, is_refused || get_token (http, service) != NULL, words, *ret_wait);
}

/* Whether what needs no token failed for one that is not accepted: then it goes without. */
static gboolean
drops_token (Http              *http,
             const HttpRequest *request,
             HttpTransfer      *transfer)
{
  Service service = transfer != NULL ? service_of_url (http_transfer_get_url (transfer), NULL) : SERVICE_OTHER;

  if (service == SERVICE_OTHER || http_transfer_get_status (transfer) != 401 || request->body != NULL ||
      get_token (http, service) == NULL)
    return FALSE;
  http->is_refused[service] = TRUE;

  return service == SERVICE_GITHUB_API;
}

/* Whether what STATUS asks to wait for may be sent again: what writes was not taken where there were too many requests; with any
 * other trouble it may have been. */
static gboolean
may_wait (const HttpRequest *request,
          int                status)
{
  return request->body == NULL || status == 403 || status == 429;
}

HttpTransfer *
http_open_with_etag (Http              *http,
                     const HttpRequest *request,
                     const char        *etag,
                     GCancellable      *cancellable,
                     GError           **error)
{
  gboolean has_waited = FALSE;

  for (guint try = 0;; try++) {
    g_autoptr (GError) local = NULL;
    g_autoptr (HttpTransfer) transfer = follow (http, request, etag, cancellable, &local);
    gint64 wait = 0;
    int status = transfer != NULL ? http_transfer_get_status (transfer) : 0;

    if (transfer != NULL && status < 400 && (status < 300 || status == 304))
      return g_steal_pointer (&transfer);
    if (transfer != NULL)
      set_status_error (http, transfer, cancellable, &wait, &local);
    if (drops_token (http, request, transfer))
      continue;
    if (wait > 0 && wait <= MAX_WAIT && !has_waited && may_wait (request, status)) {
      has_waited = TRUE;
    } else if (wait == 0 && http_may_try_again (request, local, try)) {
      wait = 1 + try;
    } else {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
    if (!http_pause (http, request->url, wait, cancellable, error))
      return NULL;
  }
}

HttpTransfer *
http_open (Http              *http,
           const HttpRequest *request,
           GCancellable      *cancellable,
           GError           **error)
{
  return http_open_with_etag (http, request, NULL, cancellable, error);
}
