/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "log-view-private.h"

void
culprit_log_view_show_from (CulpritLogView *self,
                            gint64          line)
{
  g_return_if_fail (CULPRIT_IS_LOG_VIEW (self));

  log_view_restore_anchor (self, (LogViewAnchor) { CLAMP (line, 1, MAX (self->n_lines, 1)), 0 });
}
