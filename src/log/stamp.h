/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* A time stamp's form, such as "[YYYY-MM-DDThh:mm:ssZ] ". YYYY MM DD hh mm ss stand for that
 * many digits, a run of f for that many digits of the second's fraction, everything else for
 * itself. The time is UTC. */
typedef struct Stamp Stamp;

/* NULL where TEMPLATE does not give a whole date and time, or is too long. */
Stamp *stamp_new   (const char *template);
void   stamp_free  (Stamp      *stamp);

/* Length of the stamp that TEXT starts with, or 0. RET_TIME: milliseconds since 1970. */
gsize  stamp_match (const Stamp *stamp,
                    const char  *text,
                    gsize        length,
                    gint64      *ret_time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stamp, stamp_free)
