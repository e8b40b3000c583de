/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "log-view-private.h"

void
log_view_text_changed (CulpritLogView *self,
                       LogViewAnchor   anchor)
{
  /* How many rows the lines take is another matter, too. */
  self->wrap_columns = 0;
  self->text_width = 0;
  log_view_forget_rows (self);
  log_view_lines_changed (self, anchor);
}

void
log_view_set_fit_rulers (CulpritLogView *self,
                         gboolean        fits)
{
  LogViewAnchor anchor;

  if (self->text.fits == fits)
    return;

  anchor = log_view_get_top_anchor (self);
  self->text.fits = self->measured.fits = fits;
  log_view_text_changed (self, anchor);
  g_object_notify (G_OBJECT (self), "fit-rulers");
}

static void
update_prefix (CulpritLogView *self)
{
  GRegex *prefix = self->short_prefixes ? self->line_prefix : NULL;
  LogViewAnchor anchor;

  if (self->text.prefix == prefix)
    return;

  anchor = log_view_get_top_anchor (self);
  self->text.prefix = self->measured.prefix = prefix;
  log_view_text_changed (self, anchor);
}

void
log_view_set_short_prefixes (CulpritLogView *self,
                             gboolean        short_prefixes)
{
  if (self->short_prefixes == short_prefixes)
    return;

  self->short_prefixes = short_prefixes;
  update_prefix (self);
  g_object_notify (G_OBJECT (self), "short-prefixes");
}

void
culprit_log_view_set_line_prefix (CulpritLogView *self,
                                  GRegex         *prefix)
{
  g_autoptr (GRegex) old = NULL;

  g_return_if_fail (CULPRIT_IS_LOG_VIEW (self));

  if (self->line_prefix == prefix)
    return;

  old = self->line_prefix;
  self->line_prefix = prefix != NULL ? g_regex_ref (prefix) : NULL;
  update_prefix (self);
}
