/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Starts fetched_logs.py, leads this process to it, and gives what is fetched a cache of its own
 * and no keyring. Once, before anything else. */
void        played_service_start (void);
void        played_service_stop  (void);

/* An address that fetched_logs.py knows, or another of its values. */
const char *played_service_get   (const char *name);
