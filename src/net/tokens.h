/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "services.h"

/* The user's tokens. They come from the environment (BUILDKITE_API_TOKEN; GITHUB_TOKEN or GH_TOKEN), else from the desktop's
 * keyring; one that could not be kept there counts for this run. SERVICE is SERVICE_BUILDKITE_API or SERVICE_GITHUB_API:
 * no other is ever asked with one. All may be called in any thread, and block while the keyring answers: tokens_dup() for
 * three seconds at most, after which there is none for this run. */

typedef enum {
  TOKEN_NONE,
  TOKEN_OF_ENVIRONMENT,
  TOKEN_OF_KEYRING,
  TOKEN_OF_RUN,          /* there is no keyring */
  TOKEN_OF_RUN_LOCKED,   /* there is one, and nobody unlocked it when it asked */
} TokenPlace;

/* The token for SERVICE or NULL (transfer full); RET_PLACE, which may be NULL, is where it is kept. */
char     *tokens_dup    (Service       service,
                         TokenPlace   *ret_place);

/* Keeps TOKEN in the keyring, or, where that fails, for this run: FALSE then, with the reason in ERROR. */
gboolean  tokens_keep   (Service       service,
                         const char   *token,
                         GCancellable *cancellable,
                         GError      **error);

/* Forgets what tokens_keep() kept. */
gboolean  tokens_forget (Service       service,
                         GCancellable *cancellable,
                         GError      **error);

/* Whether TOKEN may go into a header: printable ASCII without blanks, no longer than any service's. */
gboolean  tokens_is_valid (const char *token);
