/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "field-row.h"
#include "form-fields.h"
#include "issue-making.h"
#include "issue-verdict.h"
#include "markdown-preview.h"
#include "pair-box.h"
#include "secrets-button.h"
#include "settings.h"
#include "words.h"

#include "issue-pane.h"

/* How long after a key the preview follows, in milliseconds. */
#define REFRESH_DELAY 150

#define SHORT_COMMIT_LENGTH 9

struct _CulpritIssuePane {
  GtkWidget   parent_instance;

  Issue      *issue;           /* borrowed, or NULL */
  GtkWidget  *reset_row;       /* whose text was reset last, or NULL */
  guint       refresh_id;
  GCancellable *making;        /* of the issue's texts by a worker, or NULL */
  gboolean    stale;           /* what is shown is not what the issue says */

  GtkWidget  *stack;
  GtkWidget  *issue_box;
  GtkWidget  *nothing_page;
  GtkWidget  *title_slot;
  GtkWidget  *facts_slot;
  GtkWidget  *foot;
  GtkWidget  *foot_words;
  GtkWidget  *foot_buttons;
  GtkWidget  *title_row;
  GtkWidget  *job_row;
  GtkWidget  *commit_row;
  GtkWidget  *job_line;
  GtkWidget  *commit_line;
  GtkWidget  *form_fields;
  GtkWidget  *preview;
  GtkLabel   *characters_label;
  GtkWidget  *secrets_button;
  GtkLabel   *cut_label;
  GtkWidget  *form_button;
  GtkWidget  *submit_button;
};

enum {
  CHANGED,
  FIELD_RESET,
  LINE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CulpritIssuePane, culprit_issue_pane, GTK_TYPE_WIDGET)

static void
show_verdicts (CulpritIssuePane *self)
{
  CulpritVerdict title_verdict, job_verdict, commit_verdict;
  g_autofree char *title = issue_verdict_dup_title (self->issue, &title_verdict);
  g_autofree char *job = issue_verdict_dup_job (self->issue, &job_verdict);
  g_autofree char *commit = issue_verdict_dup_commit (self->issue, &commit_verdict);

  culprit_field_row_set_verdict (CULPRIT_FIELD_ROW (self->title_row), title_verdict, title);
  culprit_verdict_line_set (CULPRIT_VERDICT_LINE (self->job_line), job_verdict, job);
  culprit_verdict_line_set (CULPRIT_VERDICT_LINE (self->commit_line), commit_verdict, commit);
}

static void
show_values (CulpritIssuePane *self)
{
  const char *commit = issue_get_commit (self->issue);
  g_autofree char *short_commit = strlen (commit) == 40 ? g_strndup (commit, SHORT_COMMIT_LENGTH)
                                                        : NULL;

  culprit_field_row_follow (CULPRIT_FIELD_ROW (self->title_row), issue_get_title (self->issue), NULL);
  culprit_field_row_follow (CULPRIT_FIELD_ROW (self->job_row), issue_get_job (self->issue), NULL);
  culprit_field_row_follow (CULPRIT_FIELD_ROW (self->commit_row), commit, short_commit);
  culprit_form_fields_update (CULPRIT_FORM_FIELDS (self->form_fields));
}

/* What was edited in an issue that came later than its edits can be reset, too. */
static void
mark_edited (CulpritIssuePane *self)
{
  if (issue_is_title_edited (self->issue))
    culprit_field_row_mark_edited (CULPRIT_FIELD_ROW (self->title_row));
  if (!g_str_equal (issue_get_job (self->issue), issue_get_made_job (self->issue)))
    culprit_field_row_mark_edited (CULPRIT_FIELD_ROW (self->job_row));
  if (!g_str_equal (issue_get_commit (self->issue), issue_get_made_commit (self->issue)))
    culprit_field_row_mark_edited (CULPRIT_FIELD_ROW (self->commit_row));
}

static void
show_foot (CulpritIssuePane *self)
{
  g_autofree char *n_characters = culprit_dup_count ((gint64) issue_get_n_characters (self->issue));
  g_autofree char *most = culprit_dup_count (ISSUE_MAX_CHARACTERS);
  /* Translators: how many characters the issue has, and may have */
  g_autofree char *characters = g_strdup_printf (_("%s of %s characters"), n_characters, most);
  gint64 n_cut = issue_get_n_cut (self->issue);
  g_autofree char *n_lines = culprit_dup_count (n_cut);
  g_autofree char *cut = g_strdup_printf (ngettext ("Cut: %s line of the log",
                                                    "Cut: %s lines of the log", (gulong) n_cut),
                                          n_lines);
  g_autofree char *form_url = issue_dup_form_url (self->issue);

  gtk_label_set_text (self->characters_label, characters);
  culprit_secrets_button_set_secrets (CULPRIT_SECRETS_BUTTON (self->secrets_button),
                                      issue_get_secrets (self->issue));
  gtk_label_set_text (self->cut_label, cut);
  gtk_widget_set_visible (GTK_WIDGET (self->cut_label), n_cut > 0);
  gtk_widget_set_visible (self->form_button, form_url != NULL);
  gtk_widget_set_visible (self->submit_button, form_url != NULL);
}

static void refresh (CulpritIssuePane *self);

static void
texts_were_made (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  CulpritIssuePane *self = user_data;

  /* Another issue is shown, or none, or the pane is gone: user_data is not there then. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;

  g_clear_object (&self->making);
  issue_making_finish (result, self->issue);
  refresh (self);
}

/* The worker does not hold the pane, which would outlive its window and the issue then. */
static void
make_texts (CulpritIssuePane *self)
{
  if (self->making != NULL)
    return;

  self->making = g_cancellable_new ();
  issue_making_start (self->issue, self->making, texts_were_made, self);
}

static void
stop_making (CulpritIssuePane *self)
{
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
}

/* Shows what the issue says, or has it made and shows it then. */
static void
refresh (CulpritIssuePane *self)
{
  g_clear_handle_id (&self->refresh_id, g_source_remove);

  /* A preview that nobody sees costs nothing. */
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;
  if (!issue_is_prepared (self->issue)) {
    make_texts (self);
    return;
  }

  show_values (self);
  mark_edited (self);
  show_verdicts (self);
  show_foot (self);
  culprit_markdown_preview_set_text (CULPRIT_MARKDOWN_PREVIEW (self->preview),
                                     issue_get_body (self->issue));
}

static gboolean
refresh_due (gpointer data)
{
  CulpritIssuePane *self = data;

  self->refresh_id = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

/* The issue knows what was edited; what follows from it is shown soon. */
static void
tell_changed (CulpritIssuePane *self)
{
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  self->refresh_id = g_timeout_add (REFRESH_DELAY, refresh_due, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
title_edited (CulpritIssuePane *self,
              CulpritFieldRow  *row)
{
  g_autofree char *text = culprit_field_row_dup_text (row);

  issue_set_title (self->issue, text);
  tell_changed (self);
}

static void
job_edited (CulpritIssuePane *self,
            CulpritFieldRow  *row)
{
  g_autofree char *text = g_strstrip (culprit_field_row_dup_text (row));

  issue_set_job (self->issue, text);
  tell_changed (self);
}

static void
commit_edited (CulpritIssuePane *self,
               CulpritFieldRow  *row)
{
  g_autofree char *text = g_strstrip (culprit_field_row_dup_text (row));

  issue_set_commit (self->issue, text);
  tell_changed (self);
}

static void
field_reset (CulpritIssuePane *self,
             GtkWidget        *row)
{
  g_set_weak_pointer (&self->reset_row, row);
  g_signal_emit (self, signals[FIELD_RESET], 0, culprit_field_row_get_caption (CULPRIT_FIELD_ROW (row)));
}

static void
restore (CulpritIssuePane *self,
         CulpritFieldRow  *row,
         const char       *text)
{
  culprit_field_row_restore (row, text);
  tell_changed (self);
  field_reset (self, GTK_WIDGET (row));
}

static void
title_reset (CulpritIssuePane *self,
             CulpritFieldRow  *row)
{
  issue_set_title (self->issue, NULL);
  restore (self, row, issue_get_title (self->issue));
}

static void
job_reset (CulpritIssuePane *self,
           CulpritFieldRow  *row)
{
  issue_set_job (self->issue, issue_get_made_job (self->issue));
  restore (self, row, issue_get_made_job (self->issue));
}

static void
commit_reset (CulpritIssuePane *self,
              CulpritFieldRow  *row)
{
  issue_set_commit (self->issue, issue_get_made_commit (self->issue));
  restore (self, row, issue_get_made_commit (self->issue));
}

static void
secret_line_activated (CulpritIssuePane *self,
                       gint64            line)
{
  g_signal_emit (self, signals[LINE_ACTIVATED], 0, line);
}

/* Only what was written for the issue before and is in this one, too: VALUE, where that is known. */
static void
keep_text (GtkWidget  *row,
           gboolean    may_stay,
           const char *value)
{
  g_autofree char *text = g_strstrip (culprit_field_row_dup_text (CULPRIT_FIELD_ROW (row)));

  if (!may_stay || (value != NULL && !g_str_equal (text, value)))
    culprit_field_row_set_text (CULPRIT_FIELD_ROW (row), "", NULL);
}

void
culprit_issue_pane_set_issue (CulpritIssuePane *self,
                              Issue            *issue)
{
  g_return_if_fail (CULPRIT_IS_ISSUE_PANE (self));

  gboolean same = self->issue == issue;
  gboolean is_later = self->issue != NULL && issue != NULL && issue_has_same_form (issue, self->issue);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  stop_making (self);
  self->issue = issue;
  gtk_stack_set_visible_child (GTK_STACK (self->stack),
                               issue != NULL ? self->issue_box : self->nothing_page);
  if (!same)
    culprit_form_fields_set_issue (CULPRIT_FORM_FIELDS (self->form_fields), issue);
  if (issue == NULL)
    return;

  if (!same) {
    keep_text (self->title_row, is_later && issue_is_title_edited (issue), NULL);
    keep_text (self->job_row, is_later, issue_get_job (issue));
    keep_text (self->commit_row, is_later, issue_get_commit (issue));
  }
  refresh (self);
}

void
culprit_issue_pane_undo_reset (CulpritIssuePane *self)
{
  g_return_if_fail (CULPRIT_IS_ISSUE_PANE (self));

  if (self->issue != NULL && self->reset_row != NULL)
    culprit_field_row_undo_restore (CULPRIT_FIELD_ROW (self->reset_row));
}

gboolean
culprit_issue_pane_add_history (CulpritIssuePane *self,
                                const char       *text)
{
  g_return_val_if_fail (CULPRIT_IS_ISSUE_PANE (self), FALSE);

  return culprit_form_fields_add_history (CULPRIT_FORM_FIELDS (self->form_fields), text);
}

static void
make_rows (CulpritIssuePane *self)
{
  self->title_row = culprit_field_row_new (CULPRIT_FIELD_TITLE, _("Title"), "win.copy-title");
  culprit_field_row_set_placeholder (CULPRIT_FIELD_ROW (self->title_row), _("Title of the issue"));
  g_signal_connect_swapped (self->title_row, "edited", G_CALLBACK (title_edited), self);
  g_signal_connect_swapped (self->title_row, "reset", G_CALLBACK (title_reset), self);
  gtk_box_append (GTK_BOX (self->title_slot), self->title_row);

  self->job_row = culprit_field_row_new (CULPRIT_FIELD_LINE, _("Job"), "win.copy-job");
  culprit_field_row_set_placeholder (CULPRIT_FIELD_ROW (self->job_row), _("Name of the job"));
  g_signal_connect_swapped (self->job_row, "edited", G_CALLBACK (job_edited), self);
  g_signal_connect_swapped (self->job_row, "reset", G_CALLBACK (job_reset), self);

  self->commit_row = culprit_field_row_new (CULPRIT_FIELD_LINE, _("Commit"), "win.copy-commit");
  culprit_field_row_set_placeholder (CULPRIT_FIELD_ROW (self->commit_row), _("Hash"));
  g_signal_connect_swapped (self->commit_row, "edited", G_CALLBACK (commit_edited), self);
  g_signal_connect_swapped (self->commit_row, "reset", G_CALLBACK (commit_reset), self);

  culprit_pair_box_set (CULPRIT_PAIR_BOX (self->facts_slot), self->job_row, self->commit_row);
  culprit_pair_box_set (CULPRIT_PAIR_BOX (self->foot), self->foot_words, self->foot_buttons);
}

static void
culprit_issue_pane_map (GtkWidget *widget)
{
  CulpritIssuePane *self = CULPRIT_ISSUE_PANE (widget);

  GTK_WIDGET_CLASS (culprit_issue_pane_parent_class)->map (widget);
  if (self->issue != NULL && (self->stale || !issue_is_prepared (self->issue)))
    refresh (self);
}

static void
masks_changed (CulpritIssuePane *self)
{
  if (self->issue != NULL)
    refresh (self);
}

static void
culprit_issue_pane_dispose (GObject *object)
{
  CulpritIssuePane *self = CULPRIT_ISSUE_PANE (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  stop_making (self);
  self->issue = NULL;
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_weak_pointer (&self->reset_row);

  G_OBJECT_CLASS (culprit_issue_pane_parent_class)->dispose (object);
}

static void
culprit_issue_pane_class_init (CulpritIssuePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = culprit_issue_pane_dispose;
  widget_class->map = culprit_issue_pane_map;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FIELD_RESET] = g_signal_new ("field-reset", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LINE_ACTIVATED] = g_signal_new ("line-activated", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (CULPRIT_TYPE_FORM_FIELDS);
  g_type_ensure (CULPRIT_TYPE_MARKDOWN_PREVIEW);
  g_type_ensure (CULPRIT_TYPE_PAIR_BOX);
  g_type_ensure (CULPRIT_TYPE_SECRETS_BUTTON);
  g_type_ensure (CULPRIT_TYPE_VERDICT_LINE);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/issue-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, CulpritIssuePane, stack);
  gtk_widget_class_bind_template_child (widget_class, CulpritIssuePane, issue_box);
  gtk_widget_class_bind_template_child (widget_class, CulpritIssuePane, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, CulpritIssuePane, title_slot);
  gtk_widget_class_bind_template_child (widget_class, CulpritIssuePane, facts_slot);
  gtk_widget_class_bind_template_child (widget_class, CulpritIssuePane, foot);
  gtk_widget_class_bind_template_child (widget_class, CulpritIssuePane, foot_words);
  gtk_widget_class_bind_template_child (widget_class, CulpritIssuePane, foot_buttons);
  gtk_widget_class_bind_template_child (widget_class, CulpritIssuePane, job_line);
  gtk_widget_class_bind_template_child (widget_class, CulpritIssuePane, commit_line);
  gtk_widget_class_bind_template_child (widget_class, CulpritIssuePane, form_fields);
  gtk_widget_class_bind_template_child (widget_class, CulpritIssuePane, preview);
  gtk_widget_class_bind_template_child (widget_class, CulpritIssuePane, characters_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritIssuePane, secrets_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritIssuePane, cut_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritIssuePane, form_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritIssuePane, submit_button);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "issuepane");
}

static void
culprit_issue_pane_init (CulpritIssuePane *self)
{
  GSettings *settings = settings_get ();

  gtk_widget_init_template (GTK_WIDGET (self));
  make_rows (self);
  if (settings != NULL)
    g_signal_connect_object (settings, "changed::mask-personal", G_CALLBACK (masks_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->form_fields, "changed", G_CALLBACK (tell_changed), self);
  g_signal_connect_swapped (self->form_fields, "field-reset", G_CALLBACK (field_reset), self);
  g_signal_connect_swapped (self->secrets_button, "chosen", G_CALLBACK (tell_changed), self);
  g_signal_connect_swapped (self->secrets_button, "line-activated",
                            G_CALLBACK (secret_line_activated), self);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->nothing_page);
}

GtkWidget *
culprit_issue_pane_new (void)
{
  return g_object_new (CULPRIT_TYPE_ISSUE_PANE, NULL);
}
