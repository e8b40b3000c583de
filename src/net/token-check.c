/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "json-answer.h"
#include "tokens.h"

#include "token-check.h"

/* "public_repo, read:org" as words. */
static GStrv
split_scopes (const char *scopes)
{
  g_auto (GStrv) words = g_strsplit (scopes, ",", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (*g_strstrip (words[i]) != '\0')
      g_strv_builder_add (builder, words[i]);

  return g_strv_builder_end (builder);
}

static GStrv
read_scopes (JsonArray *array)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < json_answer_count (array); i++) {
    JsonNode *node = json_array_get_element (array, i);

    if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
      g_strv_builder_add (builder, json_node_get_string (node));
  }

  return g_strv_builder_end (builder);
}

static TokenOwner *
read_owner (const HttpAnswer *answer,
            Service           service)
{
  JsonObject *object = json_answer_get_object (answer->json);
  TokenOwner *owner = g_new0 (TokenOwner, 1);

  if (service == SERVICE_GITHUB_API) {
    owner->who = g_strdup (json_answer_read_string (object, "login"));
    owner->scopes = answer->scopes != NULL ? split_scopes (answer->scopes) : NULL;
  } else {
    JsonArray *scopes = json_answer_read_array (object, "scopes");

    owner->who = g_strdup (json_answer_read_string (json_answer_read_object (object, "user"), "name"));
    owner->scopes = scopes != NULL ? read_scopes (scopes) : NULL;
  }

  return owner;
}

TokenOwner *
tokens_check (Http          *http,
              Service        service,
              const char    *token,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (Http) session = http_new ();
  g_autofree char *base = service_dup_url (service);
  g_autofree char *url = g_strconcat (base, service == SERVICE_GITHUB_API ? "/user" : "/v2/access-token", NULL);
  HttpRequest request = { .url = url };
  g_autoptr (HttpAnswer) answer = NULL;

  if (!tokens_is_valid (token)) {
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_TOKEN, _("That is no token of %s: it has letters, digits and signs alone, and no blanks"),
                 service_get_name (service));
    return NULL;
  }
  http_set_token (session, service, token);
  answer = http_ask (session, &request, cancellable, error);
  if (answer == NULL)
    return NULL;
  http_set_token (http, service, token);

  return read_owner (answer, service);
}

gboolean
token_owner_may (const TokenOwner *owner,
                 const char       *scope)
{
  return owner->scopes == NULL || g_strv_contains ((const char * const *) owner->scopes, scope);
}

void
token_owner_free (TokenOwner *owner)
{
  if (owner == NULL)
    return;

  g_free (owner->who);
  g_strfreev (owner->scopes);
  g_free (owner);
}
