/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* The services that are known, and where they are: at CULPRIT_BUILDKITE_URL, CULPRIT_BUILDKITE_API_URL,
 * CULPRIT_GITHUB_URL and CULPRIT_GITHUB_API_URL where set, else at their public addresses. */
typedef enum {
  SERVICE_BUILDKITE,
  SERVICE_BUILDKITE_API,
  SERVICE_GITHUB,
  SERVICE_GITHUB_API,
  SERVICE_OTHER,
} Service;

/* "https://buildkite.com", without a slash at its end (transfer full). Not for SERVICE_OTHER. */
char       *service_dup_url  (Service      service);

/* For people: "Buildkite", "GitHub". */
const char *service_get_name (Service      service);

/* Whose URL is; RET_PATH, which may be NULL, is what follows the service's address: "/vllm/ci/builds/1", borrowed from
 * URL. */
Service     service_of_url   (const char  *url,
                              const char **ret_path);

/* Whether requests to URL may carry a token or text of the user's: over https, or on this machine alone. */
gboolean    service_is_private (const char *url);

/* Whether requests to URL come to this machine, as far as the address tells: its loopback, any of its addresses at once,
 * in whatever form they are written, or "localhost" and what is below it. TRUE where URL has no host. */
gboolean    service_is_local   (const char *url);
