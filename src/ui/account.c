/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "account.h"
#include "worker.h"

typedef struct {
  Service  service;
  char    *token;       /* a new one, or NULL */
} Request;

void
account_free (Account *account)
{
  g_clear_pointer (&account->owner, token_owner_free);
  g_clear_error (&account->error);
  g_free (account);
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->token);
  g_free (request);
}

static TokenOwner *
check (Service        service,
       const char    *token,
       GCancellable  *cancellable,
       GError       **error)
{
  g_autoptr (Http) http = NULL;

  if (!tokens_is_valid (token)) {
    g_set_error_literal (error, HTTP_ERROR, HTTP_ERROR_TOKEN,
                         _("This is no token: one has letters and digits, and no blanks"));
    return NULL;
  }

  http = http_new ();

  return tokens_check (http, service, token, cancellable, error);
}

static void
look (GTask        *task,
      gpointer      object,
      gpointer      data,
      GCancellable *cancellable)
{
  Request *request = data;
  Account *account = g_new0 (Account, 1);
  g_autofree char *token = tokens_dup (request->service, &account->place);

  if (token != NULL)
    account->owner = check (request->service, token, cancellable, &account->error);
  g_task_return_pointer (task, account, (GDestroyNotify) account_free);
}

static void
keep (GTask        *task,
      gpointer      object,
      gpointer      data,
      GCancellable *cancellable)
{
  Request *request = data;
  Account *account = g_new0 (Account, 1);
  g_autofree char *token = NULL;

  account->owner = check (request->service, request->token, cancellable, &account->error);
  /* Without a keyring it is kept for this run, which its place tells. */
  if (account->owner != NULL)
    tokens_keep (request->service, request->token, cancellable, NULL);
  token = tokens_dup (request->service, &account->place);
  g_task_return_pointer (task, account, (GDestroyNotify) account_free);
}

static void
forget (GTask        *task,
        gpointer      object,
        gpointer      data,
        GCancellable *cancellable)
{
  Request *request = data;
  Account *account = g_new0 (Account, 1);
  g_autofree char *token = tokens_dup (request->service, &account->place);
  gboolean is_in_keyring = account->place == TOKEN_OF_KEYRING;

  g_clear_pointer (&token, g_free);
  /* That there is no keyring is no news for a token that was not in it. */
  tokens_forget (request->service, cancellable, is_in_keyring ? &account->error : NULL);
  token = tokens_dup (request->service, &account->place);
  g_task_return_pointer (task, account, (GDestroyNotify) account_free);
}

static void
start (Service              service,
       const char          *token,
       GTaskThreadFunc      func,
       GObject             *object,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback)
{
  g_autoptr (GTask) task = g_task_new (object, cancellable, callback, NULL);
  Request *request = g_new0 (Request, 1);

  request->service = service;
  request->token = g_strdup (token);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, request, request_free);
  worker_run (task, func);
}

void
account_look_async (Service              service,
                    GObject             *object,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback)
{
  start (service, NULL, look, object, cancellable, callback);
}

void
account_keep_async (Service              service,
                    const char          *token,
                    GObject             *object,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback)
{
  start (service, token, keep, object, cancellable, callback);
}

void
account_forget_async (Service              service,
                      GObject             *object,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback)
{
  start (service, NULL, forget, object, cancellable, callback);
}

Account *
account_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
