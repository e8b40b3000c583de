/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "services.h"

G_BEGIN_DECLS

/* The user's token for a service, in the preferences: whose it is, where it is kept, what it may;
 * another one is checked by the service before it is kept.
 *
 * Properties:
 *   service (int, construct)    SERVICE_BUILDKITE_API or SERVICE_GITHUB_API
 */
#define CULPRIT_TYPE_ACCOUNT_GROUP (culprit_account_group_get_type ())
G_DECLARE_FINAL_TYPE (CulpritAccountGroup, culprit_account_group, CULPRIT, ACCOUNT_GROUP,
                      AdwPreferencesGroup)

GtkWidget *culprit_account_group_new (Service service);

G_END_DECLS
