/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* What can go wrong between here and a service. Each message is one line for the user: what, where, what to do. */
typedef enum {
  HTTP_ERROR_ADDRESS,       /* no address that can be asked */
  HTTP_ERROR_OFFLINE,       /* the host has no address: most likely there is no network */
  HTTP_ERROR_CONNECTION,    /* refused, reset, no way there, a proxy that does not answer */
  HTTP_ERROR_TLS,           /* it is not known who answers */
  HTTP_ERROR_TIMEOUT,
  HTTP_ERROR_CUT,           /* less came than was announced */
  HTTP_ERROR_REDIRECT,      /* in circles, or where no answer may come from */
  HTTP_ERROR_TOO_LARGE,
  HTTP_ERROR_TOKEN,         /* 401: none was sent, or one that is not accepted */
  HTTP_ERROR_DENIED,        /* 403 */
  HTTP_ERROR_NOT_FOUND,     /* 404, 410: not there, or not for everybody */
  HTTP_ERROR_LIMITED,       /* 429, or 403 with nothing left: too many requests; the message says until when */
  HTTP_ERROR_REFUSED,       /* any other 4xx: the service's own words are in the message */
  HTTP_ERROR_SERVICE,       /* 5xx: the service has trouble */
  HTTP_ERROR_ANSWER,        /* what came is not what the service is known to say */
} HttpError;

#define HTTP_ERROR (http_error_quark ())
GQuark   http_error_quark      (void);

/* For people: who answers at URL, "GitHub" or the host (transfer full). */
char    *http_error_dup_place  (const char   *url);

/* URL as a message may show it (transfer full): no longer than a few lines, and without what may give access to those who
 * read along, which is the user's name and all that stands behind the path. */
char    *http_error_dup_url    (const char   *url);

/* Sets ERROR to what curl's RESULT means for URL, of which N_BYTES had come of TOTAL (0: not known). The library is loaded. */
void     http_error_set_curl   (GError     **error,
                                int          result,
                                const char  *url,
                                guint64      n_bytes,
                                guint64      total);

/* The same for STATUS, 400 or more. WITH_TOKEN: one was sent. WORDS: what the service says of it, or NULL; untrusted.
 * WAIT: seconds until it answers again, 0 where it does not say. */
void     http_error_set_status (GError     **error,
                                int          status,
                                const char  *url,
                                gboolean     with_token,
                                const char  *words,
                                gint64       wait);

/* Sets ERROR where an answer of URL is not what the service is known to say. */
void     http_error_set_unknown (GError    **error,
                                 const char *url);

/* Whether ERROR says that the one who asks may not see it, or that it is not there. */
gboolean http_error_is_refusal (const GError *error);
