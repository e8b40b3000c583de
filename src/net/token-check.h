/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "http.h"

/* What a service says of a token before it is kept. Untrusted, as all that services say. */
typedef struct {
  char  *who;       /* GitHub's login, Buildkite's name of the user; never NULL */
  GStrv  scopes;    /* "public_repo", "read_builds"; NULL where the service does not say, as GitHub of fine-grained tokens */
} TokenOwner;

/* Asks SERVICE, which is SERVICE_BUILDKITE_API or SERVICE_GITHUB_API, whose TOKEN is (transfer full). HTTP uses it from then on
 * where it is accepted; where it is not, HTTP_ERROR_TOKEN. Blocks.
 *
 *   GitHub     GET /user: {login}, with the header X-OAuth-Scopes
 *   Buildkite  GET /v2/access-token: {scopes, user: {name}} */
TokenOwner *tokens_check     (Http          *http,
                              Service        service,
                              const char    *token,
                              GCancellable  *cancellable,
                              GError       **error);

/* Whether SCOPE is one of OWNER's, or it is not known. */
gboolean    token_owner_may  (const TokenOwner *owner,
                              const char       *scope);

void        token_owner_free (TokenOwner    *owner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TokenOwner, token_owner_free)
