/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Logs that are fetched by an address, and which of the jobs that it leads to. */

#include "config.h"

#include <glib/gi18n.h>

#include "job-chooser.h"

#include "window-private.h"

static void
add_remote (CulpritWindow   *self,
            RemoteLog       *remote,
            JobLogReadFlags  flags)
{
  GtkWidget *page = culprit_log_page_new ();

  culprit_log_page_load_remote (CULPRIT_LOG_PAGE (page), remote, flags);
  culprit_window_add_page (self, page);
}

static void
open_address (CulpritWindow   *self,
              const char      *address,
              gboolean         shows_all,
              JobLogReadFlags  flags)
{
  g_autoptr (GError) error = NULL;
  RemoteLog *remote = remote_log_new_for_address (address, &error);

  if (remote == NULL) {
    culprit_window_add_notice (self, error->message, NULL, NULL, NULL);
    return;
  }

  remote->shows_all = shows_all;
  add_remote (self, remote, flags);
}

void
culprit_window_open_address (CulpritWindow   *self,
                             const char      *address,
                             JobLogReadFlags  flags)
{
  open_address (self, address, FALSE, flags);
}

void
culprit_window_list_jobs (CulpritWindow *self,
                          const char    *address)
{
  open_address (self, address, TRUE, JOB_LOG_READ_DEFAULT);
}

static CulpritLogPage *
show_job (CulpritWindow   *self,
          const RemoteJob *job)
{
  CulpritLogPage *page = culprit_window_show_open (self, job->url);

  if (page != NULL)
    return page;

  add_remote (self, remote_log_new_for_job (job), JOB_LOG_READ_DEFAULT);

  return culprit_window_get_page (self);
}

static void
jobs_chosen (CulpritWindow *self,
             GPtrArray     *jobs)
{
  CulpritLogPage *first = NULL;

  for (guint i = 0; i < jobs->len; i++) {
    CulpritLogPage *page = show_job (self, g_ptr_array_index (jobs, i));

    if (i == 0)
      first = page;
  }
  culprit_window_show_page (self, first);
}

static void
tell_none (CulpritWindow *self,
           const char    *name,
           const char    *uri,
           gboolean       has_jobs)
{
  g_autofree char *text = NULL;

  if (has_jobs) {
    /* Translators: %s is a build or a pull request: "quill/ci #1150". */
    text = g_strdup_printf (_("No job of %s failed"), name);
    culprit_window_add_notice (self, text, _("_Show All Jobs"), "win.show-jobs",
                               g_variant_new_string (uri));
    return;
  }

  /* Translators: %s is a build or a pull request: "quill/ci #1150". */
  text = g_strdup_printf (_("%s has no jobs yet"), name);
  culprit_window_add_notice (self, text, _("_Try Again"), "win.open-uri",
                             g_variant_new_string (uri));
}

void
culprit_window_take_jobs (CulpritWindow  *self,
                          CulpritLogPage *page,
                          GPtrArray      *jobs)
{
  RemoteLog *remote = culprit_log_page_get_remote (page);
  const char *name = culprit_log_page_get_name (page);
  gboolean shows_all = remote->shows_all && jobs->len > 0;
  GtkWidget *chooser;

  if (remote_jobs_count_failed (jobs) == 0 && !shows_all) {
    tell_none (self, name, culprit_log_page_get_uri (page), jobs->len > 0);
    return;
  }

  chooser = culprit_job_chooser_new (GTK_WINDOW (self), name, jobs);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (jobs_chosen), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (chooser));
}

/* Why the service gave nothing of PAGE's log, and what to do. */
void
culprit_window_tell_unfetched (CulpritWindow  *self,
                               CulpritLogPage *page,
                               const GError   *error)
{
  if (g_error_matches (error, HTTP_ERROR, HTTP_ERROR_TOKEN)
      || g_error_matches (error, HTTP_ERROR, HTTP_ERROR_DENIED))
    culprit_window_add_notice (self, error->message, _("_Preferences"), "app.accounts", NULL);
  else
    culprit_window_add_notice (self, error->message, _("_Try Again"), "win.open-again",
                               g_variant_new_string (culprit_log_page_get_uri (page)));
}
