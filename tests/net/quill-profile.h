/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "profile.h"

/* The profile of a made-up project with the label "ci-failure", written to the user's folder, which must be the test's own.
 * REPOSITORY is "quill/quill", or "" for none; MEMBERS, of a JSON object, or NULL, add to it: "\"tail\": 20". */
Profile *quill_profile_new (const char *repository,
                            const char *members);
