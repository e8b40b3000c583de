/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Strings that a structure or a list owns. Those of structures are never NULL: what is not known is "". */

/* Puts a copy of VALUE, NULL being "", into FIELD in place of what it had, of which VALUE may be a part. */
void  own_string_set     (char          **field,
                          const char     *value);

/* A copy of TEXT, NULL being "". Text that is not UTF-8 is made so. */
char *own_string_new     (const char     *text);

/* For g_ptr_array_sort(): by their bytes. */
int   own_string_compare (gconstpointer   a,
                          gconstpointer   b);
