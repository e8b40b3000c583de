/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <libsecret/secret.h>
#include <string.h>

#include "tokens.h"

#define MAX_TOKEN 1000

/* One that is locked answers at once; the bus waits 25 s and more for one that does not come up. */
#define MAX_KEYRING_WAIT (3 * G_TIME_SPAN_SECOND)

static const SecretSchema schema = {
  APPLICATION_ID, SECRET_SCHEMA_NONE, { { "service", SECRET_SCHEMA_ATTRIBUTE_STRING } },
};

/* What this run knows: of a service "" where its keyring has none, so that it is asked but once. */
static char *known[SERVICE_OTHER];
static TokenPlace places[SERVICE_OTHER];
static gboolean is_keyring_silent;
static GMutex lock;

static const char *
get_variable (Service service)
{
  static const char * const variables[][3] = {
    [SERVICE_BUILDKITE_API] = { "BUILDKITE_API_TOKEN" },
    [SERVICE_GITHUB_API] = { "GITHUB_TOKEN", "GH_TOKEN" },
  };

  for (guint i = 0; variables[service][i] != NULL; i++) {
    const char *token = g_getenv (variables[service][i]);

    if (token != NULL && *token != '\0')
      return token;
  }

  return NULL;
}

gboolean
tokens_is_valid (const char *token)
{
  gsize length = strlen (token);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isgraph (token[i]))
      return FALSE;

  return length > 0 && length <= MAX_TOKEN;
}

typedef struct {
  Service       service;
  GCancellable *cancellable;
  GAsyncQueue  *answers;      /* of char *, "" where the keyring has none */
} Question;

static Question *
question_new (Service       service,
              GCancellable *cancellable,
              GAsyncQueue  *answers)
{
  Question *question = g_new0 (Question, 1);

  question->service = service;
  question->cancellable = g_object_ref (cancellable);
  question->answers = g_async_queue_ref (answers);

  return question;
}

static void
question_free (Question *question)
{
  g_object_unref (question->cancellable);
  g_async_queue_unref (question->answers);
  g_free (question);
}

/* What the keyring has, without asking the user to open it (transfer full); or NULL. */
static char *
dup_kept (Service       service,
          GCancellable *cancellable)
{
  GList *items = secret_password_search_sync (&schema, SECRET_SEARCH_LOAD_SECRETS, cancellable, NULL, "service",
                                              service_get_name (service), NULL);
  SecretValue *value = items != NULL ? secret_retrievable_retrieve_secret_sync (items->data, cancellable, NULL) : NULL;
  const char *text = value != NULL ? secret_value_get_text (value) : NULL;
  char *token = g_strdup (text);

  g_clear_pointer (&value, secret_value_unref);
  g_list_free_full (items, g_object_unref);

  return token;
}

static gpointer
answer_question (gpointer data)
{
  Question *question = data;
  char *token = dup_kept (question->service, question->cancellable);

  g_async_queue_push (question->answers, token != NULL ? token : g_strdup (""));
  question_free (question);

  return NULL;
}

/* A keyring that is locked, is not there, or says nothing, has none; the last is asked no more. */
static void
ask_keyring (Service service)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncQueue) answers = g_async_queue_new_full (g_free);
  char *token = NULL;

  if (!is_keyring_silent) {
    g_thread_unref (g_thread_new ("keyring", answer_question, question_new (service, cancellable, answers)));
    token = g_async_queue_timeout_pop (answers, MAX_KEYRING_WAIT);
    is_keyring_silent = token == NULL;
    g_cancellable_cancel (cancellable);
  }

  known[service] = token != NULL ? token : g_strdup ("");
  places[service] = *known[service] != '\0' ? TOKEN_OF_KEYRING : TOKEN_NONE;
}

char *
tokens_dup (Service     service,
            TokenPlace *ret_place)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  const char *token = get_variable (service);
  TokenPlace place = TOKEN_OF_ENVIRONMENT;

  if (token == NULL) {
    if (known[service] == NULL)
      ask_keyring (service);
    token = known[service];
    place = places[service];
  }
  if (!tokens_is_valid (token)) {
    token = NULL;
    place = TOKEN_NONE;
  }
  if (ret_place != NULL)
    *ret_place = place;

  return g_strdup (token);
}

static void
set_known (Service     service,
           const char *token,
           TokenPlace  place)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  g_free (known[service]);
  known[service] = g_strdup (token);
  places[service] = place;
}

/* Whether one is there, whatever it says. */
static gboolean
has_keyring (GCancellable *cancellable)
{
  g_autoptr (SecretService) service = secret_service_get_sync (SECRET_SERVICE_NONE, cancellable, NULL);
  g_autofree char *owner = service != NULL ? g_dbus_proxy_get_name_owner (G_DBUS_PROXY (service)) : NULL;

  return owner != NULL;
}

gboolean
tokens_keep (Service        service,
             const char    *token,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autofree char *label = g_strdup_printf (_("Culprit’s token for %s"), service_get_name (service));
  g_autoptr (GError) local = NULL;

  if (secret_password_store_sync (&schema, SECRET_COLLECTION_DEFAULT, label, token, cancellable, &local,
                                  "service", service_get_name (service), NULL)) {
    set_known (service, token, TOKEN_OF_KEYRING);
    return TRUE;
  }

  set_known (service, token, has_keyring (cancellable) ? TOKEN_OF_RUN_LOCKED : TOKEN_OF_RUN);
  /* Who says no when it asks is told of no error. */
  if (local == NULL)
    g_set_error_literal (&local, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, _("The keyring was not unlocked"));
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

gboolean
tokens_forget (Service        service,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GError) local = NULL;

  set_known (service, "", TOKEN_NONE);
  secret_password_clear_sync (&schema, cancellable, &local, "service", service_get_name (service), NULL);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}
