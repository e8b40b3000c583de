/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which of a page's failures are reported, and what is said of the selected one. */

#include "config.h"

#include <glib/gi18n.h>

#include "http-error.h"
#include "known-looking.h"
#include "known-words.h"
#include "settings.h"

#include "log-page-private.h"

static void look (CulpritLogPage *self);

static gboolean
is_known_of (CulpritLogPage *self,
             Findings       *findings)
{
  return self->known != NULL && culprit_log_page_has_same_failures (self->known_of, findings);
}

static void
show_badges (CulpritLogPage *self)
{
  culprit_failures_pane_set_known (self->failures_pane, is_known_of (self, self->loaded->findings) ? self->known : NULL);
}

/* Of KnownIssue, that may report the selected failure; NULL: not known. Borrowed. */
static GPtrArray *
get_issues (CulpritLogPage *self)
{
  if (culprit_log_page_get_failure (self) == NULL || !is_known_of (self, self->loaded->findings))
    return NULL;

  return known_failures_get (self->known, (guint) self->selected);
}

const TrackerIssue *
culprit_log_page_get_report (CulpritLogPage *self)
{
  const KnownIssue *report = known_words_get_report (get_issues (self));

  return report != NULL ? report->issue : NULL;
}

void
culprit_log_page_update_known (CulpritLogPage *self)
{
  show_badges (self);
  culprit_known_bar_set_issues (self->known_bar, get_issues (self));
  culprit_log_page_update_history (self);
  gtk_revealer_set_reveal_child (self->known_revealer, culprit_known_bar_has_content (self->known_bar));
}

static gboolean
has_no_way (const GError *error)
{
  return g_error_matches (error, HTTP_ERROR, HTTP_ERROR_OFFLINE)
         || g_error_matches (error, HTTP_ERROR, HTTP_ERROR_CONNECTION)
         || g_error_matches (error, HTTP_ERROR, HTTP_ERROR_TIMEOUT);
}

static void
tell_error (CulpritLogPage *self,
            const GError   *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (has_no_way (error))
    text = g_strdup (_("Offline: known issues could not be looked up"));
  else if (g_error_matches (error, HTTP_ERROR, HTTP_ERROR_LIMITED))
    text = g_strdup (error->message);
  else
    /* Translators: what is wrong, in a sentence of its own */
    text = g_strdup_printf (_("Known issues could not be looked up: %s"), error->message);
  culprit_notice_bar_add (self->known_notices, text, _("_Try Again"), "win.look-again", NULL);
}

static void
was_looked_up (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  CulpritLogPage *self = CULPRIT_LOG_PAGE (object);
  g_autoptr (GError) error = NULL;
  KnownFailures *known = known_looking_finish (result, &error);

  /* The tab was closed meanwhile, or something else is looked up. */
  if (g_task_get_cancellable (G_TASK (result)) != self->looking_up_known) {
    known_failures_free (known);
    return;
  }

  g_clear_object (&self->looking_up_known);
  self->has_no_tracker = known == NULL;
  if (known == NULL) {
    tell_error (self, error);
    culprit_log_page_changed (self);
    return;
  }

  culprit_failures_pane_set_known (self->failures_pane, NULL);
  g_clear_pointer (&self->known, known_failures_free);
  g_clear_pointer (&self->known_of, findings_unref);
  self->known = known;
  self->known_of = findings_ref (known_looking_get_findings (result));
  if (known->warning != NULL)
    culprit_notice_bar_add (self->known_notices, known->warning, NULL, NULL, NULL);
  culprit_log_page_update_known (self);
  culprit_log_page_changed (self);

  /* More failed meanwhile. */
  if (!is_known_of (self, self->loaded->findings))
    look (self);
}

/* The log's, or while it loads the one that it will be as soon as the log has named its repository; or NULL (transfer
 * full). */
static Profile *
dup_profile (CulpritLogPage *self)
{
  const char *repository = self->loaded->facts->repository;
  g_autofree char *otherwise = settings_dup_profile ();

  if (self->loaded->profile != NULL)
    return profile_ref (self->loaded->profile);

  return *repository != '\0' ? profile_load_for (repository, otherwise, NULL) : NULL;
}

static void
look (CulpritLogPage *self)
{
  const LoadedLog *loaded = self->loaded;
  g_autoptr (Profile) profile = NULL;

  if (self->looking_up_known != NULL || loaded->findings->failures->len == 0)
    return;
  profile = dup_profile (self);
  /* Its tracker is not known. */
  if (profile == NULL || *profile_get_repository (profile) == '\0')
    return;

  self->looking_up_known = g_cancellable_new ();
  known_looking_start (self->known, profile, loaded->findings, culprit_log_page_get_job (self), G_OBJECT (self),
                       self->looking_up_known, was_looked_up);
}

void
culprit_log_page_look_up_known (CulpritLogPage *self)
{
  if (settings_looks_up_known () && !self->has_no_tracker && !is_known_of (self, self->loaded->findings))
    look (self);
}

void
culprit_log_page_look_up_again (CulpritLogPage *self)
{
  g_cancellable_cancel (self->looking_up_known);
  g_clear_object (&self->looking_up_known);
  culprit_log_page_leave (self, self->known_notices);
  culprit_log_page_leave (self, self->known_bar);
  culprit_notice_bar_clear (self->known_notices);
  culprit_failures_pane_set_known (self->failures_pane, NULL);
  g_clear_pointer (&self->known, known_failures_free);
  g_clear_pointer (&self->known_of, findings_unref);
  self->has_no_tracker = FALSE;
  culprit_log_page_update_known (self);
  look (self);
  culprit_log_page_changed (self);
}

void
culprit_log_page_clear_known (CulpritLogPage *self)
{
  g_cancellable_cancel (self->looking_up_known);
  g_clear_object (&self->looking_up_known);
  if (self->failures_pane != NULL)
    culprit_failures_pane_set_known (self->failures_pane, NULL);
  g_clear_pointer (&self->known, known_failures_free);
  g_clear_pointer (&self->known_of, findings_unref);
}
