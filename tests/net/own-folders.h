/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Settings and cache of a test program in a folder of their own, for one that is too slow with G_TEST_OPTION_ISOLATE_DIRS,
 * whose leaks are known by long traces alone. To be called before g_test_init(). */
void own_folders_make   (void);

/* After g_test_run(). */
void own_folders_delete (void);
