/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "data-file.h"

/* TEXT, loaded from a file called NAME. */
DataFile *data_sample_load (const char  *name,
                            const char  *text,
                            GError     **error);
