/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the window puts on the clipboard, and what it says of it.
 *
 * The clipboard is claimed in the handler of the key or click, with a text that is made when
 * somebody pastes it. What the text needs is kept apart from the window, which may be closed
 * by then.
 */

#include "config.h"

#include <glib/gi18n.h>

#include "excerpt.h"
#include "masker.h"
#include "text-provider.h"
#include "words.h"

#include "window-private.h"

/* So much of a text is looked through for what is personal; it is told at once. */
#define MAX_NOTED (2 * 1024 * 1024)

typedef struct {
  LogStore *store;
  gint64    first;
  gint64    last;
} StoredRange;

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

  return masker_open_range (range->store, range->first, 0, range->last, G_MAXSIZE);
}

/* "Copied issue" with what was masked in it, and what is personal (transfer full). */
static char *
dup_with_secrets (char       *words,
                  guint       n_masked,
                  SecretList *secrets)
{
  g_autofree char *start = words;
  guint n_personal = secret_list_count_shown (secrets);
  g_autofree char *found = culprit_dup_secrets (n_masked, n_personal);

  return n_masked + n_personal == 0 ? g_steal_pointer (&start) : g_strdup_printf ("%s, %s", start, found);
}

/* The same of a range of the log. */
static char *
dup_with_secrets_of_range (char     *words,
                           LogStore *store,
                           gint64    first,
                           gint64    last)
{
  g_autoptr (SecretList) secrets = secret_list_new ();

  masker_note_range (store, first, last, MAX_NOTED, secrets);

  return dup_with_secrets (words, secrets->n_masked, secrets);
}

/* The same of what STREAM, which is taken over, gives. */
static char *
dup_with_secrets_of_stream (char         *words,
                            GInputStream *stream)
{
  g_autoptr (GInputStream) input = stream;
  g_autoptr (SecretList) secrets = secret_list_new ();
  g_autoptr (Masker) masker = masker_new ();
  g_autofree char *text = g_malloc0 (MAX_NOTED + 1);
  g_autofree char *masked = NULL;
  gsize length;

  g_input_stream_read_all (input, text, MAX_NOTED, &length, NULL, NULL);
  masker_set_list (masker, secrets);
  masked = masker_dup_text (masker, text);

  return dup_with_secrets (words, secrets->n_masked, secrets);
}

/* The same of a TEXT in which N_MASKED were masked. */
static char *
dup_with_secrets_of_text (char       *words,
                          guint       n_masked,
                          const char *text)
{
  g_autoptr (SecretList) secrets = secret_list_new ();
  g_autoptr (Masker) masker = masker_new ();
  g_autofree char *noted = g_strndup (text, MAX_NOTED);
  g_autofree char *masked = NULL;

  masker_set_list (masker, secrets);
  masked = masker_dup_text (masker, noted);

  return dup_with_secrets (words, n_masked, secrets);
}

void
culprit_window_copy_tail (CulpritWindow *self)
{
  CulpritLogPage *page = culprit_window_get_page (self);
  gint64 lines = culprit_log_page_get_tail_lines (page);
  g_autofree char *size = g_format_size ((guint64) culprit_log_page_get_tail_bytes (page));
  g_autofree char *count = culprit_dup_count (lines);
  g_autofree char *text = NULL;
  StoredRange *range = g_new0 (StoredRange, 1);

  range->store = log_store_ref (job_log_get_store (culprit_log_page_get_log (page)));
  range->last = log_store_get_n_lines (range->store);
  range->first = range->last - lines + 1;
  claim (self, culprit_text_provider_new (open_range, range, stored_range_free));

  /* Translators: number of lines, their size: "Copied last 525 lines, 52.6 kB". */
  text = g_strdup_printf (ngettext ("Copied last %s line, %s", "Copied last %s lines, %s",
                                    (gulong) lines), count, size);
  text = dup_with_secrets_of_range (text, range->store, range->first, range->last);
  culprit_window_add_toast (self, text, NULL, NULL);
}

static gint64
count_lines (const char *text)
{
  gint64 n_lines = 0;

  for (const char *end = text; (end = strchr (end, '\n')) != NULL; end++)
    n_lines++;

  return n_lines;
}

void
culprit_window_copy_failure (CulpritWindow *self)
{
  CulpritLogPage *page = culprit_window_get_page (self);
  const Failure *failure = culprit_log_page_get_failure (page);
  const ExcerptLimits limits = { 0 };
  guint n_masked = 0;
  g_autofree char *excerpt = excerpt_dup_failure_text (culprit_log_page_get_log (page), failure,
                                                       &limits, &n_masked);
  g_autofree char *name = failure_dup_short_name (failure);
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;
  gint64 n_lines = count_lines (excerpt);

  claim_text (self, excerpt);

  count = culprit_dup_count (n_lines);
  /* Translators: number of lines, name of the test: "Copied 7 lines about test_x". */
  text = g_strdup_printf (ngettext ("Copied %s line about %s", "Copied %s lines about %s",
                                    (gulong) n_lines), count, name);
  text = dup_with_secrets_of_text (text, n_masked, excerpt);
  culprit_window_add_toast (self, text, NULL, NULL);
}

void
culprit_window_copy_issue (CulpritWindow *self)
{
  Issue *issue = culprit_log_page_get_issue (culprit_window_get_page (self));
  gboolean has_form = g_action_get_enabled (g_action_map_lookup_action (G_ACTION_MAP (self),
                                                                        "open-form"));
  g_autofree char *text = NULL;

  claim_text (self, issue_get_body (issue));
  text = dup_with_secrets_of_text (g_strdup (_("Copied issue")), issue_get_n_masked (issue),
                                   issue_get_body (issue));
  culprit_window_add_toast (self, text, has_form ? _("Open _Form") : NULL, "win.open-form");
}

static void
copy_short (CulpritWindow *self,
            const char    *text,
            const char    *copied)
{
  g_autofree char *words = dup_with_secrets_of_text (g_strdup (copied), 0, text);

  claim_text (self, text);
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
  Issue *issue = culprit_log_page_get_issue (culprit_window_get_page (self));
  g_autoptr (SecretList) secrets = secret_list_new ();
  g_autofree char *comment = issue_dup_comment (issue, secrets);
  g_autofree char *text = NULL;

  claim_text (self, comment);
  text = dup_with_secrets (g_strdup (_("Copied comment")), secrets->n_masked, secrets);
  culprit_window_add_toast (self, text, NULL, NULL);
}

void
culprit_window_copy_rerun (CulpritWindow *self,
                           gboolean       loop)
{
  Issue *issue = culprit_log_page_get_issue (culprit_window_get_page (self));
  g_autofree char *command = issue_dup_rerun (issue, loop);

  if (command == NULL)
    return;

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

void
culprit_window_copy_selection (CulpritWindow *self)
{
  CulpritLogView *view = culprit_log_page_get_view (culprit_window_get_page (self));
  GdkContentProvider *content;
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;
  gint64 n_lines;

  content = culprit_log_view_get_selection_content (view, &n_lines);
  if (content == NULL)
    return;
  claim (self, content);

  count = culprit_dup_count (n_lines);
  text = g_strdup_printf (ngettext ("Copied %s line", "Copied %s lines", (gulong) n_lines), count);
  text = dup_with_secrets_of_stream (text, culprit_log_view_open_selection (view, &n_lines));
  culprit_window_add_toast (self, text, NULL, NULL);
}
