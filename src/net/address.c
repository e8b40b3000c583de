/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "http-error.h"
#include "own-string.h"
#include "services.h"

#include "address.h"

#define MAX_ADDRESS 8192

/* One way in which a service spells a path. {owner}, {name}, {number}, {job} are its parts, "*" at the end is any
 * further one or none. */
typedef struct {
  Service      service;
  const char  *path;
  AddressKind  kind;
} Spelling;

/* The longer ones first. */
static const Spelling spellings[] = {
  { SERVICE_BUILDKITE, "/organizations/{owner}/pipelines/{name}/builds/{number}/jobs/{job}/*", ADDRESS_BUILDKITE_JOB },
  { SERVICE_BUILDKITE, "/{owner}/{name}/builds/{number}/*", ADDRESS_BUILDKITE_BUILD },
  { SERVICE_BUILDKITE_API, "/v2/organizations/{owner}/pipelines/{name}/builds/{number}/jobs/{job}/*", ADDRESS_BUILDKITE_JOB },
  { SERVICE_BUILDKITE_API, "/v2/organizations/{owner}/pipelines/{name}/builds/{number}/*", ADDRESS_BUILDKITE_BUILD },
  { SERVICE_BUILDKITE_API, "/v2/organizations/{owner}/jobs/{job}/*", ADDRESS_BUILDKITE_JOB },
  { SERVICE_GITHUB, "/{owner}/{name}/actions/runs/{number}/job/{job}/*", ADDRESS_GITHUB_JOB },
  { SERVICE_GITHUB, "/{owner}/{name}/actions/runs/{number}/jobs/{job}/*", ADDRESS_GITHUB_JOB },
  { SERVICE_GITHUB, "/{owner}/{name}/actions/runs/{number}/*", ADDRESS_GITHUB_RUN },
  { SERVICE_GITHUB, "/{owner}/{name}/commit/{number}/checks/{job}/*", ADDRESS_GITHUB_JOB },
  { SERVICE_GITHUB, "/{owner}/{name}/runs/{job}/*", ADDRESS_GITHUB_JOB },
  { SERVICE_GITHUB, "/{owner}/{name}/pull/{number}/*", ADDRESS_GITHUB_PULL },
  { SERVICE_GITHUB, "/{owner}/{name}/commit/{number}/*", ADDRESS_GITHUB_COMMIT },
  { SERVICE_GITHUB_API, "/repos/{owner}/{name}/actions/jobs/{job}/*", ADDRESS_GITHUB_JOB },
  { SERVICE_GITHUB_API, "/repos/{owner}/{name}/actions/runs/{number}/*", ADDRESS_GITHUB_RUN },
  { SERVICE_GITHUB_API, "/repos/{owner}/{name}/pulls/{number}/*", ADDRESS_GITHUB_PULL },
};

static Address *
address_new (const char *url)
{
  Address *address = g_new0 (Address, 1);

  address->kind = ADDRESS_OTHER;
  address->url = g_strdup (url);
  address->owner = g_strdup ("");
  address->name = g_strdup ("");
  address->number = g_strdup ("");
  address->job = g_strdup ("");
  address->step = g_strdup ("");

  return address;
}

gboolean
address_is_job (const Address *address)
{
  return address->kind == ADDRESS_BUILDKITE_JOB || address->kind == ADDRESS_GITHUB_JOB;
}

void
address_free (Address *address)
{
  if (address == NULL)
    return;

  g_free (address->url);
  g_free (address->owner);
  g_free (address->name);
  g_free (address->number);
  g_free (address->job);
  g_free (address->step);
  g_free (address);
}

gboolean
address_is_page (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);

  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return FALSE;

  return g_str_equal (g_uri_get_scheme (uri), "https") || g_str_equal (g_uri_get_scheme (uri), "http");
}

gboolean
address_is (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strndup (text, MAX_ADDRESS + 1));

  return strlen (trimmed) <= MAX_ADDRESS && strpbrk (trimmed, " \t\r\n\"<>") == NULL && address_is_page (trimmed);
}

/* Whether WORD may stand in a path that is asked for: services' names, numbers and UUIDs have no other characters. */
static gboolean
is_word (const char *word)
{
  for (const char *at = word; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && strchr ("-_.", *at) == NULL)
      return FALSE;

  return *word != '\0' && !g_str_equal (word, ".") && !g_str_equal (word, "..");
}

gboolean
address_is_id (const char *word)
{
  for (const char *at = word; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && *at != '-')
      return FALSE;

  return *word != '\0';
}

static gboolean
is_number (const char *word)
{
  return *word != '\0' && strspn (word, "0123456789") == strlen (word) && strlen (word) < 20;
}

/* The field of ADDRESS for a part of a spelling ("{job}"), or NULL: it is a word. */
static char **
get_field (Address    *address,
           const char *part)
{
  if (g_str_equal (part, "{owner}"))
    return &address->owner;
  if (g_str_equal (part, "{name}"))
    return &address->name;
  if (g_str_equal (part, "{number}"))
    return &address->number;
  if (g_str_equal (part, "{job}"))
    return &address->job;

  return NULL;
}

static gboolean
fits_part (Address    *address,
           const char *part,
           const char *word)
{
  char **field = get_field (address, part);

  if (field == NULL)
    return g_str_equal (part, word);
  if (field == &address->job ? !address_is_id (word) : !is_word (word))
    return FALSE;
  own_string_set (field, word);

  return TRUE;
}

static gboolean
fits_spelling (Address        *address,
               const Spelling *spelling,
               char          **words)
{
  g_auto (GStrv) parts = g_strsplit (spelling->path, "/", -1);
  guint i;

  for (i = 0; parts[i] != NULL && !g_str_equal (parts[i], "*"); i++)
    if (words[i] == NULL || !fits_part (address, parts[i], words[i]))
      return FALSE;
  if (spelling->kind == ADDRESS_GITHUB_JOB ? !is_number (address->job)
                                           : spelling->kind != ADDRESS_GITHUB_COMMIT && *address->number != '\0' &&
                                               !is_number (address->number))
    return FALSE;

  return parts[i] != NULL || words[i] == NULL;
}

static void
clear_fields (Address *address)
{
  char **fields[] = { &address->owner, &address->name, &address->number, &address->job };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    own_string_set (fields[i], "");
}

/* "7" or "7-13". */
static void
read_lines (Address    *address,
            const char *word)
{
  char *end;

  address->first_line = g_ascii_strtoll (word, &end, 10);
  address->last_line = address->first_line;
  if (*end == '-' && g_ascii_isdigit (end[1]))
    address->last_line = MAX (g_ascii_strtoll (end + 1, NULL, 10), address->first_line);
}

/* "JOB" or "JOB/7-13" behind a build's address. */
static void
read_fragment (Address    *address,
               const char *fragment)
{
  g_auto (GStrv) words = g_strsplit (fragment, "/", 3);

  if (words[0] == NULL || !address_is_id (words[0]) || strlen (words[0]) != 36)
    return;
  g_free (address->job);
  address->job = g_strdup (words[0]);
  if (words[1] != NULL && g_ascii_isdigit (*words[1]))
    read_lines (address, words[1]);
}

static void
read_query (Address    *address,
            const char *query)
{
  g_autoptr (GHashTable) members = g_uri_parse_params (query, -1, "&", G_URI_PARAMS_NONE, NULL);
  const char *job = members != NULL ? g_hash_table_lookup (members, "jid") : NULL;
  const char *step = members != NULL ? g_hash_table_lookup (members, "sid") : NULL;

  if (job != NULL && address_is_id (job) && *address->job == '\0') {
    g_free (address->job);
    address->job = g_strdup (job);
  }
  if (step != NULL && is_word (step)) {
    g_free (address->step);
    address->step = g_strdup (step);
  }
}

/* "?check_run_id=ID" behind a pull request's list of checks. */
static void
read_check (Address *address,
            GUri    *uri)
{
  g_autoptr (GHashTable) members = g_uri_get_query (uri) != NULL
                                     ? g_uri_parse_params (g_uri_get_query (uri), -1, "&", G_URI_PARAMS_NONE, NULL) : NULL;
  const char *check = members != NULL ? g_hash_table_lookup (members, "check_run_id") : NULL;

  if (check == NULL || !is_number (check))
    return;
  g_free (address->job);
  address->job = g_strdup (check);
  address->kind = ADDRESS_GITHUB_JOB;
}

/* A page shows one of its jobs where the address goes on with it. */
static void
read_rest (Address *address,
           GUri    *uri)
{
  if (address->kind == ADDRESS_GITHUB_PULL)
    read_check (address, uri);
  if (address->kind != ADDRESS_BUILDKITE_BUILD)
    return;
  if (g_uri_get_fragment (uri) != NULL)
    read_fragment (address, g_uri_get_fragment (uri));
  if (g_uri_get_query (uri) != NULL)
    read_query (address, g_uri_get_query (uri));
  if (*address->job != '\0' || *address->step != '\0')
    address->kind = ADDRESS_BUILDKITE_JOB;
}

Address *
address_parse (const char  *text,
               GError     **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autoptr (Address) address = address_new (trimmed);
  g_autoptr (GUri) uri = NULL;
  g_autofree char *path = NULL;
  g_auto (GStrv) words = NULL;
  const char *rest = "";
  Service service;

  if (!address_is (trimmed) || (uri = g_uri_parse (trimmed, G_URI_FLAGS_NONE, NULL)) == NULL) {
    g_autofree char *shown = http_error_dup_url (trimmed);

    g_set_error (error, HTTP_ERROR, HTTP_ERROR_ADDRESS, _("“%s” is no address; one starts with https://"), shown);
    return NULL;
  }
  service = service_of_url (trimmed, &rest);
  path = g_strndup (rest, strcspn (rest, "?#"));
  words = g_strsplit (path, "/", 16);
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++) {
    if (spellings[i].service != service)
      continue;
    clear_fields (address);
    if (!fits_spelling (address, &spellings[i], words))
      continue;
    address->kind = spellings[i].kind;
    read_rest (address, uri);
    return g_steal_pointer (&address);
  }
  clear_fields (address);

  return g_steal_pointer (&address);
}
