/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#include "curl-library.h"
#include "plain-text.h"
#include "services.h"

#include "http-error.h"

/* Bytes of what a service says about itself. */
#define MAX_WORDS 300

G_DEFINE_QUARK (culprit-http-error-quark, http_error)

/* What may be shown of URL, which is no address: what stands before the host is somebody's (transfer full). */
static char *
dup_unparsed (const char *url)
{
  const char *host = strstr (url, "://");
  g_autofree char *start = host != NULL ? g_strndup (url, host - url + 3) : g_strdup ("");
  g_autofree char *authority = g_strndup (url + strlen (start), strcspn (url + strlen (start), "/?#"));
  char *user = host != NULL ? strrchr (authority, '@') : NULL;
  const char *rest = url + strlen (start) + (user != NULL ? user + 1 - authority : 0);
  g_autofree char *path = g_strndup (rest, strcspn (rest, "?#"));

  return g_strconcat (start, path, NULL);
}

/* NULL where URL is no address, as far as its parts are not certain: a password may have an "@", too. */
static GUri *
parse (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED, NULL);

  if (uri == NULL || (g_uri_get_host (uri) != NULL && strchr (g_uri_get_host (uri), '@') != NULL))
    return NULL;

  return g_steal_pointer (&uri);
}

char *
http_error_dup_place (const char *url)
{
  Service service = service_of_url (url, NULL);
  g_autoptr (GUri) uri = NULL;

  if (service != SERVICE_OTHER)
    return g_strdup (service_get_name (service));
  uri = parse (url);

  return uri != NULL && g_uri_get_host (uri) != NULL ? plain_text_dup (g_uri_get_host (uri), ' ') : http_error_dup_url (url);
}

char *
http_error_dup_url (const char *url)
{
  g_autoptr (GUri) uri = parse (url);
  g_autofree char *shown = NULL;
  g_autofree char *plain = NULL;

  shown = uri != NULL ? g_uri_to_string_partial (uri, G_URI_HIDE_USERINFO | G_URI_HIDE_QUERY | G_URI_HIDE_FRAGMENT)
                      : dup_unparsed (url);
  plain = plain_text_dup (shown, ' ');
  if (g_utf8_strlen (plain, -1) <= MAX_WORDS)
    return g_steal_pointer (&plain);
  *g_utf8_offset_to_pointer (plain, MAX_WORDS) = '\0';

  return g_strconcat (plain, "…", NULL);
}

static void
set_cut (GError     **error,
         const char  *place,
         guint64      n_bytes,
         guint64      total)
{
  g_autofree char *came = g_format_size (n_bytes);
  g_autofree char *all = g_format_size (total);

  if (n_bytes == 0)
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_CUT, _("%s: the connection broke before an answer came; try again"), place);
  else if (total > n_bytes)
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_CUT, _("%s: the connection broke after %s of %s; try again"), place, came, all);
  else
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_CUT, _("%s: the connection broke after %s; try again"), place, came);
}

/* A service that fell silent: before its answer, or in it. */
static void
set_silent (GError     **error,
            const char  *place,
            guint64      n_bytes)
{
  g_autofree char *came = g_format_size (n_bytes);

  if (n_bytes > 0)
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_TIMEOUT, _("%s: nothing more came after %s; try again later"), place, came);
  else
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_TIMEOUT, _("%s: no answer; try again later"), place);
}

static gboolean
is_no_answer (int result)
{
  return result == CURLE_UNSUPPORTED_PROTOCOL || result == CURLE_WEIRD_SERVER_REPLY || result == CURLE_BAD_CONTENT_ENCODING;
}

static gboolean
is_about_trust (int result)
{
  return result == CURLE_PEER_FAILED_VERIFICATION || result == CURLE_SSL_CONNECT_ERROR || result == CURLE_SSL_CACERT_BADFILE ||
         result == CURLE_SSL_ISSUER_ERROR;
}

static gboolean
is_cut (int result)
{
  return result == CURLE_PARTIAL_FILE || result == CURLE_GOT_NOTHING || result == CURLE_RECV_ERROR ||
         result == CURLE_SEND_ERROR || result == CURLE_HTTP2 || result == CURLE_HTTP2_STREAM;
}

void
http_error_set_curl (GError     **error,
                     int          result,
                     const char  *url,
                     guint64      n_bytes,
                     guint64      total)
{
  g_autofree char *place = http_error_dup_place (url);

  if (result == CURLE_URL_MALFORMAT)
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_ADDRESS, _("%s: no address of a log; http:// and https:// ones can be asked"), place);
  else if (result == CURLE_COULDNT_RESOLVE_HOST)
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_OFFLINE, _("%s: no such host is known; is the network there?"), place);
  else if (result == CURLE_COULDNT_RESOLVE_PROXY)
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_CONNECTION, _("%s: the proxy is not known; look at the network settings"), place);
  else if (is_about_trust (result))
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_TLS, _("%s: its certificate cannot be trusted, so nothing was asked; is the clock right? (%s)"),
                 place, curl.easy_strerror (result));
  else if (result == CURLE_OPERATION_TIMEDOUT)
    set_silent (error, place, n_bytes);
  else if (is_no_answer (result))
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_ANSWER, _("%s does not answer as the web does; is the address right?"), place);
  else if (result == CURLE_WRITE_ERROR)
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_TOO_LARGE, _("%s answers with more than any service should; it is left alone"), place);
  else if (is_cut (result))
    set_cut (error, place, n_bytes, total);
  else
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_CONNECTION, _("%s: no connection (%s); is the network there?"), place,
                 curl.easy_strerror (result));
}

/* WORDS, which come from elsewhere, as part of a line, in brackets; or "" (transfer full). */
static char *
dup_said (const char *words)
{
  g_autofree char *plain = g_strstrip (plain_text_dup (words != NULL ? words : "", ' '));
  g_autofree char *line = NULL;

  if (*plain == '\0')
    return g_strdup ("");
  line = g_utf8_substring (plain, 0, MIN (g_utf8_strlen (plain, -1), MAX_WORDS));

  return g_strdup_printf (" (%s)", line);
}

/* "in 5 seconds", "in 12 minutes" (transfer full). */
static char *
dup_wait (gint64 seconds)
{
  gint64 minutes = (seconds + 59) / 60;

  if (seconds <= 0)
    /* Translators: ends “try again …” */
    return g_strdup (_("later"));
  if (seconds < 120)
    /* Translators: ends “try again …” */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %" PRId64 " second", "in %" PRId64 " seconds",
                                         seconds), seconds);

  /* Translators: ends “try again …” */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %" PRId64 " minute", "in %" PRId64 " minutes",
                                       minutes), minutes);
}

static void
set_not_found (GError     **error,
               const char  *place,
               const char  *url,
               gboolean     with_token)
{
  g_autofree char *shown = http_error_dup_url (url);

  g_set_error (error, HTTP_ERROR, HTTP_ERROR_NOT_FOUND,
               with_token ? _("%s: nothing is there, or not for this token: %s")
                          : _("%s: nothing is there, or not for everybody: %s"), place, shown);
}

void
http_error_set_status (GError     **error,
                       int          status,
                       const char  *url,
                       gboolean     with_token,
                       const char  *words,
                       gint64       wait)
{
  g_autofree char *place = http_error_dup_place (url);
  g_autofree char *said = dup_said (words);
  g_autofree char *when = dup_wait (wait);

  if (status == 429 || (status == 403 && wait > 0))
    /* Translators: a host, and “later”, “in 5 seconds” or “in 12 minutes” */
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_LIMITED, _("%s allows no more requests for now; try again %s"), place, when);
  else if (status == 401 && with_token)
    /* Translators: a host, and nothing or what it says, in brackets and with a blank before: “ (bad credentials)” */
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_TOKEN, _("%s does not accept the token%s; set another one"), place, said);
  else if (status == 401 || (status == 403 && !with_token))
    /* Translators: a host, and nothing or what it says, in brackets and with a blank before: “ (bad credentials)” */
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_TOKEN, _("%s wants a token for this%s"), place, said);
  else if (status == 403)
    /* Translators: a host, and nothing or what it says, in brackets and with a blank before: “ (no access)” */
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_DENIED, _("%s does not allow this with the token%s"), place, said);
  else if (status == 404 || status == 410)
    set_not_found (error, place, url, with_token);
  else if (status >= 500)
    /* Translators: a host, an HTTP status, and “later”, “in 5 seconds” or “in 12 minutes” */
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_SERVICE, _("%s has trouble, it answers with %d; try again %s"), place, status, when);
  else
    /* Translators: a host, an HTTP status, and nothing or what it says, in brackets and with a blank before: “ (no access)” */
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_REFUSED, _("%s refuses with %d%s"), place, status, said);
}

void
http_error_set_unknown (GError     **error,
                        const char  *url)
{
  g_autofree char *place = http_error_dup_place (url);
  g_autofree char *shown = http_error_dup_url (url);

  g_set_error (error, HTTP_ERROR, HTTP_ERROR_ANSWER, _("%s answers in a way that is not known: %s"), place, shown);
}

static gboolean
is_any (const GError    *error,
        const HttpError *codes,
        guint            n_codes)
{
  for (guint i = 0; i < n_codes; i++)
    if (g_error_matches (error, HTTP_ERROR, codes[i]))
      return TRUE;

  return FALSE;
}

gboolean
http_error_is_refusal (const GError *error)
{
  static const HttpError refusals[] = { HTTP_ERROR_TOKEN, HTTP_ERROR_DENIED, HTTP_ERROR_NOT_FOUND };

  return is_any (error, refusals, G_N_ELEMENTS (refusals));
}
