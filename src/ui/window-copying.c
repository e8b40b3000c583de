/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the window puts on the clipboard, and what it says of it.
 *
 * The clipboard is claimed in the handler of the key or click, with a text that is made when
 * somebody pastes it. What the text needs is kept apart from the window, which may be closed
 * by then. What is long is looked through for secrets in a worker, and told after that.
 */

#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#include "failure-text.h"
#include "masker.h"
#include "text-provider.h"
#include "words.h"
#include "worker.h"

#include "window-private.h"

/* So much of a text is looked through for what is personal; it is told at once. */
#define MAX_NOTED (2 * 1024 * 1024)

typedef struct {
  LogStore *store;
  gint64    first;
  gint64    last;
} StoredRange;

/* What is told of a text that was copied, once it was looked through. */
typedef struct {
  char           *words;      /* "Copied last 525 lines", or NULL: made with the text */
  StoredRange    *range;
  GInputStream   *stream;
  FailureText    *failure;
} Copied;

static void
claim (CulpritWindow      *self,
       GdkContentProvider *provider)
{
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
  g_object_unref (provider);
}

static void
claim_text (CulpritWindow *self,
            const char    *text)
{
  claim (self, culprit_text_provider_new_text (text));
}

static StoredRange *
stored_range_new (LogStore *store,
                  gint64    first,
                  gint64    last)
{
  StoredRange *range = g_new0 (StoredRange, 1);

  *range = (StoredRange) { log_store_ref (store), first, last };

  return range;
}

static void
stored_range_free (gpointer data)
{
  StoredRange *range = data;

  log_store_unref (range->store);
  g_free (range);
}

static GInputStream *
open_range (gpointer   data,
            GError   **error)
{
  StoredRange *range = data;

  return masker_open_range (range->store, range->first, 0, range->last, G_MAXSIZE, MASKER_BYTES_BEFORE);
}

static void
copied_free (gpointer data)
{
  Copied *copied = data;

  g_free (copied->words);
  g_clear_pointer (&copied->range, stored_range_free);
  g_clear_object (&copied->stream);
  g_clear_pointer (&copied->failure, failure_text_free);
  g_free (copied);
}

/* WORDS, "Copied issue", with what was masked, and what is personal (transfer full). */
static char *
dup_with_secrets (const char       *words,
                  const SecretList *secrets)
{
  guint n_personal = secret_list_count_shown (secrets);
  g_autofree char *found = culprit_dup_secrets (secrets->n_masked, n_personal);

  return secrets->n_masked + n_personal == 0 ? g_strdup (words)
                                             : g_strdup_printf ("%s, %s", words, found);
}

/* Without its secrets, which are added to SECRETS (transfer full). */
static char *
dup_masked (const char *text,
            SecretList *secrets)
{
  g_autoptr (Masker) masker = masker_new ();

  masker_set_list (masker, secrets);

  return masker_dup_text (masker, text);
}

static void
note_stream (GInputStream *stream,
             SecretList   *secrets)
{
  g_autofree char *text = g_malloc0 (MAX_NOTED + 1);
  g_autofree char *masked = NULL;
  gsize length;

  g_input_stream_read_all (stream, text, MAX_NOTED, &length, NULL, NULL);
  masked = dup_masked (text, secrets);
}

static void
look_through (GTask        *task,
              gpointer      object,
              gpointer      data,
              GCancellable *cancellable)
{
  Copied *copied = data;
  g_autoptr (SecretList) secrets = secret_list_new ();

  if (copied->range != NULL)
    masker_note_range (copied->range->store, copied->range->first, copied->range->last, MAX_NOTED,
                       MASKER_BYTES_BEFORE, secrets);
  if (copied->stream != NULL)
    note_stream (copied->stream, secrets);
  if (copied->failure != NULL)
    copied->words = failure_text_dup_words (copied->failure, secrets);

  g_task_return_pointer (task, dup_with_secrets (copied->words, secrets), g_free);
}

static void
was_looked_through (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autofree char *words = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Unless the window was closed meanwhile. */
  if (gtk_widget_get_realized (GTK_WIDGET (object)))
    culprit_window_add_toast (CULPRIT_WINDOW (object), words, NULL, NULL);
}

/* Tells what was copied, which is taken over. */
static void
tell (CulpritWindow *self,
      Copied        *copied)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, was_looked_through, NULL);

  g_task_set_task_data (task, copied, copied_free);
  worker_run (task, look_through);
}

void
culprit_window_copy_tail (CulpritWindow *self)
{
  CulpritLogPage *page = culprit_window_get_page (self);
  gint64 lines = culprit_log_page_get_tail_lines (page);
  g_autofree char *size = g_format_size ((guint64) culprit_log_page_get_tail_bytes (page));
  g_autofree char *count = culprit_dup_count (lines);
  LogStore *store = job_log_get_store (culprit_log_page_get_log (page));
  gint64 last = log_store_get_n_lines (store);
  Copied *copied = g_new0 (Copied, 1);

  claim (self, culprit_text_provider_new (open_range, stored_range_new (store, last - lines + 1, last),
                                          stored_range_free));

  /* Translators: number of lines, their size: "Copied last 525 lines, 52.6 kB". */
  copied->words = g_strdup_printf (ngettext ("Copied last %s line, %s", "Copied last %s lines, %s",
                                             (gulong) lines), count, size);
  copied->range = stored_range_new (store, last - lines + 1, last);
  tell (self, copied);
}

void
culprit_window_copy_failure (CulpritWindow *self)
{
  CulpritLogPage *page = culprit_window_get_page (self);
  JobLog *log = culprit_log_page_get_log (page);
  const Failure *failure = culprit_log_page_get_failure (page);
  Copied *copied = g_new0 (Copied, 1);

  claim (self, failure_text_new_content (log, failure));
  copied->failure = failure_text_new (log, failure);
  tell (self, copied);
}

void
culprit_window_copy_issue (CulpritWindow *self)
{
  Issue *issue = culprit_log_page_get_issue (culprit_window_get_page (self));
  gboolean has_form = g_action_get_enabled (g_action_map_lookup_action (G_ACTION_MAP (self),
                                                                        "open-form"));
  g_autofree char *words = NULL;

  claim_text (self, issue_get_body (issue));
  words = dup_with_secrets (_("Copied issue"), issue_get_secrets (issue));
  /* Translators: a button beside “Copied issue”, in a window of 360 pixels, too; where it is too long, “Form” will do. */
  culprit_window_add_toast (self, words, has_form ? C_("toast", "Open _Form") : NULL, "win.open-form");
}

static void
copy_short (CulpritWindow *self,
            const char    *text,
            const char    *copied)
{
  g_autoptr (SecretList) secrets = secret_list_new ();
  g_autofree char *masked = dup_masked (text, secrets);
  g_autofree char *words = NULL;

  claim_text (self, masked);
  words = dup_with_secrets (copied, secrets);
  culprit_window_add_toast (self, words, NULL, NULL);
}

void
culprit_window_copy_title (CulpritWindow *self)
{
  copy_short (self, issue_get_title (culprit_log_page_get_issue (culprit_window_get_page (self))),
              _("Copied title"));
}

void
culprit_window_copy_comment (CulpritWindow *self)
{
  CulpritLogPage *page = culprit_window_get_page (self);
  const TrackerIssue *report = culprit_log_page_get_report (page);
  g_autoptr (SecretList) secrets = secret_list_new ();
  g_autofree char *comment = issue_dup_comment (culprit_log_page_get_issue (page), secrets);
  g_autofree char *copied = NULL;
  g_autofree char *words = NULL;

  claim_text (self, comment);
  copied = report != NULL ? g_strdup_printf (_("Copied comment for #%" PRId64), report->number)
                          : g_strdup (_("Copied comment"));
  words = dup_with_secrets (copied, secrets);
  culprit_window_add_page_toast (self, words, report != NULL ? report->url : "");
}

void
culprit_window_copy_finding (CulpritWindow *self)
{
  const History *history = culprit_log_page_get_history (culprit_window_get_page (self));
  g_autofree char *text = history_text_dup_markdown (history->finding);

  copy_short (self, text, _("Copied finding"));
}

void
culprit_window_copy_rerun (CulpritWindow *self,
                           gboolean       loop)
{
  Issue *issue = culprit_log_page_get_issue (culprit_window_get_page (self));
  g_autofree char *command = issue_dup_rerun (issue, loop);

  if (command == NULL) {
    culprit_window_add_toast (self, _("How these tests are run again is not known"), NULL, NULL);
    return;
  }

  copy_short (self, command, loop ? _("Copied rerun loop") : _("Copied rerun command"));
}

/* A value of the issue that may be unknown or empty. */
static void
copy_value (CulpritWindow *self,
            const char    *value,
            const char    *copied,
            const char    *missing)
{
  if (value == NULL || value[0] == '\0') {
    culprit_window_add_toast (self, missing, NULL, NULL);
    return;
  }

  copy_short (self, value, copied);
}

void
culprit_window_copy_job (CulpritWindow *self)
{
  Issue *issue = culprit_log_page_get_issue (culprit_window_get_page (self));

  copy_value (self, issue_get_job (issue), _("Copied job"), _("Nothing to copy: job is unknown"));
}

void
culprit_window_copy_commit (CulpritWindow *self)
{
  Issue *issue = culprit_log_page_get_issue (culprit_window_get_page (self));

  copy_value (self, issue_get_commit (issue), _("Copied commit"),
              _("Nothing to copy: commit is unknown"));
}

void
culprit_window_copy_field (CulpritWindow *self,
                           guint          index)
{
  Issue *issue = culprit_log_page_get_issue (culprit_window_get_page (self));
  g_autofree char *copied = NULL;
  g_autofree char *missing = NULL;
  const char *label;

  if (index >= issue_get_n_fields (issue))
    return;

  label = issue_get_field (issue, index)->label;
  /* Translators: %s is the name of a field of the form. */
  copied = g_strdup_printf (_("Copied “%s”"), label);
  missing = g_strdup_printf (_("Nothing to copy: “%s” is empty"), label);
  copy_value (self, issue_get_field_value (issue, index), copied, missing);
}

static char *
dup_selection_words (LogCopyForm form,
                     gint64      n_lines)
{
  g_autofree char *count = culprit_dup_count (n_lines);
  gulong n = (gulong) n_lines;

  switch (form) {
    case LOG_COPY_MARKDOWN:
      return g_strdup_printf (ngettext ("Copied %s line as Markdown", "Copied %s lines as Markdown", n), count);
    case LOG_COPY_NUMBERED:
      return g_strdup_printf (ngettext ("Copied %s line with its number", "Copied %s lines with line numbers", n),
                              count);
    case LOG_COPY_TEXT:
    default:
      return g_strdup_printf (ngettext ("Copied %s line", "Copied %s lines", n), count);
  }
}

/* Takes over CONTENT, STREAM (the same as the log has it) and WORDS. */
static void
copy_lines (CulpritWindow      *self,
            GdkContentProvider *content,
            GInputStream       *stream,
            char               *words)
{
  Copied *copied = g_new0 (Copied, 1);

  claim (self, content);
  copied->words = words;
  copied->stream = stream;
  tell (self, copied);
}

void
culprit_window_copy_selection (CulpritWindow *self,
                               LogCopyForm    form)
{
  CulpritLogView *view = culprit_log_page_get_view (culprit_window_get_page (self));
  gint64 n_lines;
  GdkContentProvider *content = culprit_log_view_get_selection_content (view, form, &n_lines);

  if (content != NULL)
    copy_lines (self, content, culprit_log_view_open_selection (view, &n_lines), dup_selection_words (form, n_lines));
}

void
culprit_window_copy_to_end (CulpritWindow *self)
{
  CulpritLogView *view = culprit_log_page_get_view (culprit_window_get_page (self));
  gint64 n_lines;
  GdkContentProvider *content = culprit_log_view_get_rest_content (view, &n_lines);

  if (content != NULL)
    copy_lines (self, content, culprit_log_view_open_rest (view), dup_selection_words (LOG_COPY_TEXT, n_lines));
}
