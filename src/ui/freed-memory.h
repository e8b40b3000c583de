/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* What reading a log took and no longer holds is kept by the C library for later, which is most of a window's memory
 * beside a log that is open all day. */

/* Gives it back to the system, where the C library can (malloc_trim(3)). Takes some milliseconds: for workers. */
void freed_memory_give_back           (void);

/* The same by a worker of its own. */
void freed_memory_give_back_in_worker (void);
