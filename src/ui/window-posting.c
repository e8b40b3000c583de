/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the window tells a tracker, each time after it was shown. */

#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "post-dialog.h"
#include "post-key.h"
#include "words.h"

#include "window-private.h"

static char *
dup_done (const TrackerPost  *post,
          const TrackerReply *reply)
{
  if (reply->was_there && post->kind == TRACKER_POST_ISSUE)
    return g_strdup_printf (_("It was filed already: #%" PRId64), reply->number);
  if (reply->was_there)
    return g_strdup_printf (_("It was there already, on #%" PRId64), reply->number);
  if (post->kind == TRACKER_POST_ISSUE)
    return g_strdup_printf (_("Filed #%" PRId64), reply->number);
  if (post->kind == TRACKER_POST_COMMENT)
    return g_strdup_printf (_("Commented on #%" PRId64), reply->number);

  return g_strdup_printf (_("Reacted to #%" PRId64 " with 👍"), reply->number);
}

static void
tell_sent (CulpritWindow      *self,
           const TrackerPost  *post,
           const TrackerReply *reply)
{
  g_autofree char *done = dup_done (post, reply);

  culprit_window_add_page_toast (self, done, reply->url);
  if (reply->left_out != NULL) {
    /* Translators: number of an issue, names of labels */
    g_autofree char *text = g_strdup_printf (_("#%" PRId64 " is without these labels, which the token may not set: %s"),
                                             reply->number, reply->left_out);

    culprit_window_add_notice (self, text, NULL, NULL, NULL);
  }
}

static void
was_sent (CulpritWindow      *self,
          TrackerReply       *reply,
          CulpritPostDialog  *dialog)
{
  tell_sent (self, culprit_post_dialog_get_post (dialog), reply);
}

static void
was_left_in_doubt (CulpritWindow *self,
                   const char    *message)
{
  culprit_window_add_notice (self, message, NULL, NULL, NULL);
}

/* POST is taken over. */
static void
show_dialog (CulpritWindow    *self,
             TrackerPost      *post,
             const char       *url,
             const char       *report_note,
             const SecretList *secrets)
{
  guint n_personal = secrets != NULL ? secret_list_count_shown (secrets) : 0;
  g_autofree char *secrets_note = secrets != NULL && secrets->n_masked + n_personal > 0
                                  ? culprit_dup_secrets (secrets->n_masked, n_personal) : NULL;
  g_autofree char *note = report_note != NULL && secrets_note != NULL ? g_strdup_printf ("%s\n%s", report_note, secrets_note)
                          : g_strdup (report_note != NULL ? report_note : secrets_note);
  GtkWidget *dialog = culprit_post_dialog_new (GTK_WINDOW (self), post, url, note);

  g_signal_connect_object (dialog, "sent", G_CALLBACK (was_sent), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "left-in-doubt", G_CALLBACK (was_left_in_doubt), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What to think of before another issue is filed (transfer full); NULL: nothing. */
static char *
dup_report_note (CulpritLogPage *page)
{
  const TrackerIssue *report = culprit_log_page_get_report (page);

  if (report == NULL || !report->is_open)
    return NULL;

  return g_strdup_printf (_("#%" PRId64 " reports this already; a comment there may do"), report->number);
}

void
culprit_window_submit (CulpritWindow *self)
{
  CulpritLogPage *page = culprit_window_get_page (self);
  Issue *issue = culprit_log_page_get_issue (page);
  Profile *profile = issue_get_profile (issue);
  g_autofree char *key = post_key_new (issue, culprit_log_page_get_log (page), FALSE);
  g_autofree char *report_note = dup_report_note (page);

  show_dialog (self, tracker_post_new_issue (profile_get_repository (profile), issue_get_title (issue), issue_get_body (issue),
                                             (const char * const *) profile_get_labels (profile), key),
               NULL, report_note, issue_get_secrets (issue));
}

void
culprit_window_comment (CulpritWindow *self)
{
  CulpritLogPage *page = culprit_window_get_page (self);
  Issue *issue = culprit_log_page_get_issue (page);
  const TrackerIssue *report = culprit_log_page_get_report (page);
  g_autoptr (SecretList) secrets = secret_list_new ();
  g_autofree char *comment = issue_dup_comment (issue, secrets);
  g_autofree char *key = post_key_new (issue, culprit_log_page_get_log (page), TRUE);

  show_dialog (self, tracker_post_new_comment (profile_get_repository (issue_get_profile (issue)), report->number, comment, key),
               report->url, NULL, secrets);
}

void
culprit_window_react (CulpritWindow *self)
{
  CulpritLogPage *page = culprit_window_get_page (self);
  const TrackerIssue *report = culprit_log_page_get_report (page);
  Profile *profile = issue_get_profile (culprit_log_page_get_issue (page));

  show_dialog (self, tracker_post_new_reaction (profile_get_repository (profile), report->number), report->url, NULL, NULL);
}
