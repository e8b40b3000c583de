/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "named-server.h"

#define MIN_PORT_DIGITS 4
#define MAX_PORT_DIGITS 5

/* Whether TEXT has the LENGTH digits of NUMBER, and no more there. */
static gboolean
has_number (const char *text,
            const char *number,
            gsize       length)
{
  g_autofree char *digits = g_strndup (number, length);

  for (const char *found = text; (found = strstr (found, digits)) != NULL; found++)
    if ((found == text || !g_ascii_isalnum (found[-1])) && !g_ascii_isalnum (found[length]))
      return TRUE;

  return FALSE;
}

/* Whether NUMBER, in MESSAGE, is what "port=" or an address says. */
static gboolean
is_port (const char *message,
         const char *number,
         gsize       length)
{
  gsize before = number - message;

  if (length < MIN_PORT_DIGITS || length > MAX_PORT_DIGITS || before == 0)
    return FALSE;

  return number[-1] == ':' || (before >= 5 && g_ascii_strncasecmp (number - 5, "port", 4) == 0);
}

static gboolean
names_port (const char   *message,
            const Raised *raised)
{
  for (const char *at = message + strcspn (message, "0123456789"); *at != '\0'; at += strcspn (at, "0123456789")) {
    gsize length = strspn (at, "0123456789");

    if (is_port (message, at, length) && has_number (raised->message, at, length))
      return TRUE;
    at += length;
  }

  return FALSE;
}

static gboolean
names_pid (const char   *message,
           const Raised *raised)
{
  const char *pid = strstr (raised->process, "pid=");
  const char *said = strstr (message, "pid") != NULL ? strstr (message, "pid") : strstr (message, "PID");
  gsize length = pid != NULL ? strspn (pid + 4, "0123456789") : 0;

  return said != NULL && length > 0 && has_number (said, pid + 4, length);
}

/* The host that a container's output is called by: "api" of "quill-api-1", "quill-api" as well (transfer full). */
static char *
dup_host (const char *process)
{
  gsize length = strlen (process);
  gsize digits = length;

  while (digits > 0 && g_ascii_isdigit (process[digits - 1]))
    digits--;
  if (digits < length && digits > 1 && strchr ("-_.", process[digits - 1]) != NULL)
    length = digits - 1;

  return g_strndup (process, length);
}

/* Whether MESSAGE has HOST as an address has one: host='api', "db", //api:8030. */
static gboolean
has_host (const char *message,
          const char *host)
{
  gsize length = strlen (host);

  for (const char *found = message; length > 1 && (found = strstr (found, host)) != NULL; found++)
    if (found > message && strchr ("'\"/@ ", found[-1]) != NULL &&
        (strchr ("'\"", found[length]) != NULL || (found[length] == ':' && g_ascii_isdigit (found[length + 1]))))
      return TRUE;

  return FALSE;
}

static gboolean
names_host (const char   *message,
            const Raised *raised)
{
  g_autofree char *host = dup_host (*raised->lane != '\0' ? raised->lane : raised->process);
  const char *service = strpbrk (host, "-_");

  return has_host (message, host) || (service != NULL && has_host (message, service + 1));
}

gboolean
named_server_is (const char   *message,
                 const Raised *raised)
{
  return names_port (message, raised) || names_pid (message, raised) || names_host (message, raised);
}
