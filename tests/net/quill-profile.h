/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "profile.h"

/* The profile of the made-up project quill/quill, label "ci-failure", which MEMBERS, of a JSON object, add to:
 * "\"board\": {\"number\": 20}"; or NULL. Is written to the user's folder (G_TEST_OPTION_ISOLATE_DIRS). */
Profile *quill_profile_new (const char *members);
