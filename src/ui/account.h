/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "token-check.h"
#include "tokens.h"

/* The user's token for a service, SERVICE_BUILDKITE_API or SERVICE_GITHUB_API, looked at in a
 * worker. */
typedef struct {
  TokenPlace  place;
  TokenOwner *owner;     /* whose the token is, or NULL: there is none, or the service did not say */
  GError     *error;     /* why it did not, or why a new one is not kept; or NULL */
} Account;

/* What there is. */
void     account_look_async   (Service              service,
                               GObject             *object,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback);

/* Keeps TOKEN if the service accepts it; if it does not, the one before stays. */
void     account_keep_async   (Service              service,
                               const char          *token,
                               GObject             *object,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback);

void     account_forget_async (Service              service,
                               GObject             *object,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback);

/* For all of them (transfer full). Never fails. */
Account *account_finish       (GAsyncResult        *result);

void     account_free         (Account             *account);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Account, account_free)
