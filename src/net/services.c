/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <arpa/inet.h>
#include <gio/gio.h>
#include <netinet/in.h>
#include <string.h>

#include "services.h"

static const struct {
  const char *name;
  const char *variable;
  const char *url;
} services[] = {
  [SERVICE_BUILDKITE] = { "Buildkite", "CULPRIT_BUILDKITE_URL", "https://buildkite.com" },
  [SERVICE_BUILDKITE_API] = { "Buildkite", "CULPRIT_BUILDKITE_API_URL", "https://api.buildkite.com" },
  [SERVICE_GITHUB] = { "GitHub", "CULPRIT_GITHUB_URL", "https://github.com" },
  [SERVICE_GITHUB_API] = { "GitHub", "CULPRIT_GITHUB_API_URL", "https://api.github.com" },
};

char *
service_dup_url (Service service)
{
  const char *set = g_getenv (services[service].variable);
  char *url = g_strdup (set != NULL && *set != '\0' ? set : services[service].url);
  gsize length = strlen (url);

  while (length > 0 && url[length - 1] == '/')
    url[--length] = '\0';

  return url;
}

const char *
service_get_name (Service service)
{
  return service < G_N_ELEMENTS (services) ? services[service].name : "";
}

/* Bytes of URL that are the address BASE, or 0. Scheme and host are the same in any case. */
static gsize
match_base (const char *url,
            const char *base)
{
  gsize length = strlen (base);

  if (g_ascii_strncasecmp (url, base, length) != 0 || (url[length] != '\0' && strchr ("/?#", url[length]) == NULL))
    return 0;

  return length;
}

Service
service_of_url (const char  *url,
                const char **ret_path)
{
  for (guint i = 0; i < G_N_ELEMENTS (services); i++) {
    g_autofree char *base = service_dup_url (i);
    gsize length = match_base (url, base);

    if (length == 0)
      continue;
    if (ret_path != NULL)
      *ret_path = url + length;
    return i;
  }

  return SERVICE_OTHER;
}

gboolean
service_is_private (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  g_autoptr (GInetAddress) address = NULL;
  const char *host;

  if (uri == NULL || g_uri_get_host (uri) == NULL)
    return FALSE;
  if (g_str_equal (g_uri_get_scheme (uri), "https"))
    return TRUE;
  host = g_uri_get_host (uri);
  if (!g_str_equal (g_uri_get_scheme (uri), "http"))
    return FALSE;
  address = g_inet_address_new_from_string (host);

  return g_ascii_strcasecmp (host, "localhost") == 0 || (address != NULL && g_inet_address_get_is_loopback (address));
}

/* The address that HOST is, in any form that is looked up without a name ("127.1", "0x7f000001", "::ffff:127.0.0.1", "::1%lo"), or NULL
 * (transfer full). */
static GInetAddress *
read_address (const char *host)
{
  static const guint8 mapped[] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff };
  g_autofree char *without_zone = g_strndup (host, strchr (host, ':') != NULL ? strcspn (host, "%") : strlen (host));
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (without_zone);
  const guint8 *bytes;
  struct in_addr number;

  if (address == NULL)
    return inet_aton (without_zone, &number) != 0 ? g_inet_address_new_from_bytes ((const guint8 *) &number, G_SOCKET_FAMILY_IPV4) : NULL;

  bytes = g_inet_address_to_bytes (address);
  if (g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV6 && memcmp (bytes, mapped, sizeof mapped) == 0)
    return g_inet_address_new_from_bytes (bytes + sizeof mapped, G_SOCKET_FAMILY_IPV4);

  return g_steal_pointer (&address);
}

gboolean
service_is_local (const char *url)
{
  g_autofree char *host = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GInetAddress) address = NULL;

  if (!g_uri_split_network (url, G_URI_FLAGS_NONE, NULL, &host, NULL, NULL) || *host == '\0')
    return TRUE;
  name = g_ascii_strdown (host, -1);
  if (g_str_has_suffix (name, "."))
    name[strlen (name) - 1] = '\0';
  address = read_address (name);

  return g_str_equal (name, "localhost") || g_str_has_suffix (name, ".localhost") ||
         (address != NULL && (g_inet_address_get_is_loopback (address) || g_inet_address_get_is_any (address)));
}
