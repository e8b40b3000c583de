/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a page does for a log that a service has. */

#include "config.h"

#include <glib/gi18n.h>

#include "log-page-private.h"

void
culprit_log_page_load_remote (CulpritLogPage  *self,
                              RemoteLog       *remote,
                              JobLogReadFlags  flags)
{
  self->remote = remote;
  self->flags = flags;
  self->uri = g_strdup (remote_log_get_uri (remote));
  self->name = remote_log_dup_name (remote);
  if (remote->address != NULL) {
    self->wanted_line = remote->address->first_line;
    self->wanted_last = remote->address->last_line;
  }

  adw_status_page_set_title (self->waiting_page, _("Fetching…"));
  culprit_log_page_start_loading (self, NULL);
}

char *
culprit_log_page_dup_fetching (CulpritLogPage *self,
                               const char     *n_read,
                               const char     *n_total)
{
  const char *title = culprit_log_page_get_title (self);

  /* Translators: how much of a job's log has come: "Fetching Unit Tests: 1.2 MB". */
  if (n_total == NULL)
    return g_strdup_printf (_("Fetching %s: %s"), title, n_read);

  /* Translators: how much of a job's log has come: "Fetching Unit Tests: 1.2 MB of 3.4 MB". */
  return g_strdup_printf (_("Fetching %s: %s of %s"), title, n_read, n_total);
}

void
culprit_log_page_tell_wait (GObject      *object,
                            GCancellable *cancellable,
                            const char   *message)
{
  CulpritLogPage *self = CULPRIT_LOG_PAGE (object);

  /* The tab was closed meanwhile, or its log has come. */
  if (cancellable != self->cancellable || g_cancellable_is_cancelled (cancellable))
    return;

  culprit_log_page_end_wait (self);
  self->tells_wait = TRUE;
  culprit_notice_bar_add (self->notice_bar, message, NULL, NULL, NULL);
}

/* There is no other notice before the log has come. */
void
culprit_log_page_end_wait (CulpritLogPage *self)
{
  if (self->tells_wait)
    culprit_notice_bar_clear (self->notice_bar);
  self->tells_wait = FALSE;
}

static gboolean
has_wanted (CulpritLogPage *self)
{
  gint64 n_lines = log_store_get_n_lines (job_log_get_store (self->log));

  return n_lines >= (culprit_log_page_is_loading (self) ? self->wanted_last : self->wanted_line);
}

/* Goes to the lines that the address names, unless somebody looks at others already. */
void
culprit_log_page_go_to_wanted (CulpritLogPage *self)
{
  if (self->wanted_line == 0 || self->has_chosen || !has_wanted (self)
      || gtk_widget_get_height (GTK_WIDGET (self->view)) == 0)
    return;

  self->has_chosen = TRUE;
  culprit_log_view_select_lines (self->view, self->wanted_line, self->wanted_last);
  self->wanted_line = 0;
}

gboolean
culprit_log_page_take_fetched (CulpritLogPage *self,
                               LoadedLog      *loaded)
{
  culprit_log_page_end_wait (self);
  if (loaded->name != NULL) {
    g_free (self->name);
    self->name = g_strdup (loaded->name);
  }
  /* An address of one job names its lines as well. */
  if (loaded->uri != NULL && (self->remote->address == NULL || *self->remote->address->job == '\0')) {
    g_free (self->uri);
    self->uri = g_strdup (loaded->uri);
  }
  if (loaded->jobs == NULL)
    return TRUE;

  culprit_log_page_clear_loading (self);
  culprit_log_page_found_jobs (self, loaded->jobs);

  return FALSE;
}
