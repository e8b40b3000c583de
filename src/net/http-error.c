/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <curl/curl.h>
#include <glib/gi18n.h>

#include "services.h"

#include "http-error.h"

/* Bytes of what a service says about itself. */
#define MAX_WORDS 300

G_DEFINE_QUARK (culprit-http-error-quark, http_error)

/* For people: the service's name, or the host (transfer full). */
static char *
dup_place (const char *url)
{
  Service service = service_of_url (url, NULL);
  g_autoptr (GUri) uri = NULL;

  if (service != SERVICE_OTHER)
    return g_strdup (service_get_name (service));
  uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);

  return g_strdup (uri != NULL && g_uri_get_host (uri) != NULL ? g_uri_get_host (uri) : url);
}

static void
set_cut (GError     **error,
         const char  *place,
         guint64      n_bytes,
         guint64      total)
{
  g_autofree char *came = g_format_size (n_bytes);
  g_autofree char *all = g_format_size (total);

  if (total > 0)
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_CUT, _("%s: the connection broke after %s of %s; try again"), place, came, all);
  else
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_CUT, _("%s: the connection broke after %s; try again"), place, came);
}

void
http_error_set_curl (GError     **error,
                     int          result,
                     const char  *url,
                     guint64      n_bytes,
                     guint64      total)
{
  g_autofree char *place = dup_place (url);

  switch (result) {
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
      g_set_error (error, HTTP_ERROR, HTTP_ERROR_ADDRESS, _("%s: no address of a log; http:// and https:// ones can be asked"), place);
      break;
    case CURLE_COULDNT_RESOLVE_HOST:
      g_set_error (error, HTTP_ERROR, HTTP_ERROR_OFFLINE, _("%s: no such host is known; is the network there?"), place);
      break;
    case CURLE_COULDNT_RESOLVE_PROXY:
      g_set_error (error, HTTP_ERROR, HTTP_ERROR_CONNECTION, _("%s: the proxy of the network settings is not known"), place);
      break;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
      g_set_error (error, HTTP_ERROR, HTTP_ERROR_TLS, _("%s: its certificate cannot be trusted (%s)"), place,
                   curl_easy_strerror (result));
      break;
    case CURLE_OPERATION_TIMEDOUT:
      if (n_bytes > 0)
        set_cut (error, place, n_bytes, total);
      else
        g_set_error (error, HTTP_ERROR, HTTP_ERROR_TIMEOUT, _("%s: no answer; try again later"), place);
      break;
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
      set_cut (error, place, n_bytes, total);
      break;
    default:
      g_set_error (error, HTTP_ERROR, HTTP_ERROR_CONNECTION, _("%s: no connection (%s)"), place, curl_easy_strerror (result));
  }
}

/* WORDS, which come from elsewhere, as part of a line, in brackets; or "" (transfer full). */
static char *
dup_said (const char *words)
{
  g_autofree char *valid = words != NULL ? g_utf8_make_valid (words, -1) : NULL;
  g_autofree char *line = NULL;

  if (valid == NULL || *valid == '\0')
    return g_strdup ("");
  for (char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  line = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_WORDS));

  return g_strdup_printf (" (%s)", line);
}

static void
set_limited (GError     **error,
             const char  *place,
             gint64       wait)
{
  gint64 minutes = (wait + 59) / 60;

  if (wait <= 0)
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_LIMITED, _("%s allows no more requests for now; try again later"), place);
  else if (wait < 120)
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_LIMITED,
                 g_dngettext (GETTEXT_PACKAGE, "%s allows more requests in %" G_GINT64_FORMAT " second",
                              "%s allows more requests in %" G_GINT64_FORMAT " seconds", wait), place, wait);
  else
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_LIMITED,
                 g_dngettext (GETTEXT_PACKAGE, "%s allows more requests in %" G_GINT64_FORMAT " minute",
                              "%s allows more requests in %" G_GINT64_FORMAT " minutes", minutes), place, minutes);
}

void
http_error_set_status (GError     **error,
                       int          status,
                       const char  *url,
                       gboolean     with_token,
                       const char  *words,
                       gint64       wait)
{
  g_autofree char *place = dup_place (url);
  g_autofree char *said = dup_said (words);

  if (status == 429 || (status == 403 && wait > 0))
    set_limited (error, place, wait);
  else if (status == 401 && with_token)
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_TOKEN, _("%s does not accept the token%s; set another one"), place, said);
  else if (status == 401 || (status == 403 && !with_token))
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_TOKEN, _("%s wants a token for this%s"), place, said);
  else if (status == 403)
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_DENIED, _("%s does not allow this with the token%s"), place, said);
  else if (status == 404 || status == 410)
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_NOT_FOUND,
                 with_token ? _("%s: nothing is there, or not for this token: %s") : _("%s: nothing is there, or not for everybody: %s"),
                 place, url);
  else if (status >= 500)
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_SERVICE, _("%s has trouble, it answers with %d; try again later"), place, status);
  else
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_REFUSED, _("%s refuses with %d%s"), place, status, said);
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

gboolean
http_error_may_pass (const GError *error)
{
  static const HttpError passing[] = { HTTP_ERROR_OFFLINE, HTTP_ERROR_CONNECTION, HTTP_ERROR_TIMEOUT, HTTP_ERROR_CUT,
                                       HTTP_ERROR_LIMITED, HTTP_ERROR_SERVICE };

  return is_any (error, passing, G_N_ELEMENTS (passing));
}
