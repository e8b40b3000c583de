/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#include "curl-library.h"
#include "http-error.h"
#include "json-answer.h"

#include "http-status.h"

#define MAX_BODY 65536
#define MAX_WAIT (7 * 24 * 60 * 60)

/* A header that is a number of seconds or a date, as seconds from now, 1 at least; 0 where it is neither. */
static gint64
read_delay (const char *value)
{
  time_t date;

  if (value == NULL)
    return 0;
  if (g_ascii_isdigit (*value))
    return CLAMP (g_ascii_strtoll (value, NULL, 10), 1, MAX_WAIT);
  date = curl.getdate (value, NULL);

  return date != -1 ? CLAMP ((gint64) date - g_get_real_time () / G_USEC_PER_SEC, 1, MAX_WAIT) : 0;
}

static gboolean
is_used_up (HttpTransfer *transfer,
            const char   *name)
{
  const char *value = http_transfer_get_header (transfer, name);

  return value != NULL && g_str_equal (value, "0");
}

gint64
http_status_get_wait (HttpTransfer *transfer)
{
  int status = http_transfer_get_status (transfer);
  const char *until = http_transfer_get_header (transfer, "x-ratelimit-reset");
  gint64 wait;

  if (status != 403 && status != 429 && status != 503)
    return 0;
  wait = read_delay (http_transfer_get_header (transfer, "retry-after"));
  if (wait == 0 && until != NULL && is_used_up (transfer, "x-ratelimit-remaining"))
    wait = CLAMP (MAX (g_ascii_strtoll (until, NULL, 10), 0) - g_get_real_time () / G_USEC_PER_SEC, 1, MAX_WAIT);
  if (wait == 0 && status == 429)
    wait = read_delay (http_transfer_get_header (transfer, "ratelimit-reset"));

  return wait;
}

gint64
http_status_get_fresh_until (HttpTransfer *transfer)
{
  const char *value = http_transfer_get_header (transfer, "cache-control");
  const char *age = value != NULL && strstr (value, "no-cache") == NULL ? strstr (value, "max-age=") : NULL;
  gint64 seconds = age != NULL && (age == value || age[-1] != '-') ? g_ascii_strtoll (age + strlen ("max-age="), NULL, 10) : 0;

  return g_get_real_time () / G_USEC_PER_SEC + CLAMP (seconds, 0, HTTP_STATUS_MAX_FRESH);
}

char *
http_status_dup_wait (const char *url,
                      gint64      seconds)
{
  g_autofree char *place = http_error_dup_place (url);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: another try in %" PRId64 " second",
                                       "%s: another try in %" PRId64 " seconds", seconds), place, seconds);
}

/* The parameters of one link say what it is: ; rel="next". */
static gboolean
is_next (const char *parameters,
         gsize       length)
{
  g_autofree char *text = g_ascii_strdown (parameters, length);

  return strstr (text, "rel=\"next\"") != NULL || strstr (text, "rel=next") != NULL;
}

char *
http_status_dup_next (HttpTransfer *transfer)
{
  const char *at = http_transfer_get_header (transfer, "link");

  while (at != NULL && (at = strchr (at, '<')) != NULL) {
    const char *end = strchr (at, '>');
    gsize length = end != NULL ? strcspn (end, "<") : 0;

    if (end != NULL && is_next (end, length))
      return g_strndup (at + 1, end - at - 1);
    at = end;
  }

  return NULL;
}

char *
http_status_dup_words (HttpTransfer *transfer,
                       GCancellable *cancellable)
{
  g_autoptr (GBytes) body = http_transfer_read_all (transfer, MAX_BODY, cancellable, NULL);
  g_autoptr (JsonNode) json = NULL;
  const char *words;

  if (body == NULL)
    return NULL;
  json = json_answer_parse (body, http_transfer_get_url (transfer), NULL);
  words = json_answer_read_string (json_answer_get_object (json), "message");

  return *words != '\0' ? g_strdup (words) : NULL;
}
