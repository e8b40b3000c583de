/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether the page's file is what was read of it. */

#include "config.h"

#include "file-asking.h"

#include "log-page-private.h"

/* What changes with the file, or NULL. */
static char *
dup_stamp (CulpritLogPage *self)
{
  g_autoptr (GFileInfo) info = NULL;

  if (self->file == NULL || !g_file_is_native (self->file))
    return NULL;

  info = file_ask (self->file, G_FILE_ATTRIBUTE_ETAG_VALUE "," G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL);
  if (info == NULL)
    return NULL;

  return g_strdup_printf ("%s %" G_GOFFSET_FORMAT, g_file_info_get_etag (info), g_file_info_get_size (info));
}

void
culprit_log_page_take_stamp (CulpritLogPage *self)
{
  g_free (self->stamp);
  self->stamp = dup_stamp (self);
}

gboolean
culprit_log_page_is_current (CulpritLogPage *self)
{
  g_autofree char *stamp = NULL;

  if (self->is_put_off || culprit_log_page_is_loading (self) || culprit_log_page_is_following (self))
    return TRUE;

  stamp = dup_stamp (self);

  return stamp == NULL || self->stamp == NULL || g_str_equal (stamp, self->stamp);
}
