/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "description.h"
#include "markdown.h"
#include "repository.h"

#include "issue-private.h"

#define MAX_URL_LENGTH 8191

Issue *
issue_new (JobLog   *log,
           Findings *findings,
           Profile  *profile)
{
  Issue *issue = g_new0 (Issue, 1);
  GPtrArray *fields = profile_get_fields (profile);

  draft_init (&issue->draft, log, findings, profile);
  issue->first_job = g_strdup (issue->draft.facts->job);
  issue->first_commit = g_strdup (issue->draft.facts->commit);
  issue->secrets = secret_list_new ();
  issue->choices = secret_choices_get_serial ();
  issue->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) form_field_free);
  for (guint i = 0; i < fields->len; i++)
    g_ptr_array_add (issue->fields, form_field_new (g_ptr_array_index (fields, i)));

  return issue;
}

void
issue_free (Issue *issue)
{
  draft_clear (&issue->draft);
  g_clear_pointer (&issue->fields, g_ptr_array_unref);
  g_free (issue->first_job);
  g_free (issue->first_commit);
  g_free (issue->made_title);
  g_free (issue->typed_title);
  g_free (issue->edited_title);
  g_free (issue->body);
  g_clear_pointer (&issue->secrets, secret_list_free);
  g_free (issue->reruns[0]);
  g_free (issue->reruns[1]);
  g_free (issue);
}

Issue *
issue_copy (Issue *issue)
{
  Issue *copy = g_new0 (Issue, 1);

  draft_copy (&copy->draft, &issue->draft);
  copy->first_job = g_strdup (issue->first_job);
  copy->first_commit = g_strdup (issue->first_commit);
  copy->typed_title = g_strdup (issue->typed_title);
  issue_mask_typed_title (copy);
  copy->secrets = secret_list_new ();
  copy->choices = secret_choices_get_serial ();
  copy->n_changes = issue->n_changes;
  copy->has_reruns = issue->has_reruns && issue->choices == copy->choices;
  for (guint i = 0; copy->has_reruns && i < G_N_ELEMENTS (copy->reruns); i++)
    copy->reruns[i] = g_strdup (issue->reruns[i]);
  copy->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) form_field_free);
  for (guint i = 0; i < issue->fields->len; i++)
    g_ptr_array_add (copy->fields, form_field_copy (g_ptr_array_index (issue->fields, i)));

  return copy;
}

/* What follows from FACT is made anew when it is asked for. */
static void
issue_set_fact (Issue       *issue,
                char       **fact,
                const char  *value)
{
  g_autofree char *line = markdown_dup_line (value ? value : "");

  if (g_str_equal (line, *fact))
    return;
  g_free (*fact);
  *fact = g_steal_pointer (&line);
  issue_forget_made (issue);
}

void
issue_set_job (Issue      *issue,
               const char *job)
{
  issue_set_fact (issue, &issue->draft.facts->job, job);
}

void
issue_set_commit (Issue      *issue,
                  const char *commit)
{
  issue_set_fact (issue, &issue->draft.facts->commit, commit);
}

const char *
issue_get_job (Issue *issue)
{
  return issue->draft.facts->job;
}

const char *
issue_get_commit (Issue *issue)
{
  return issue->draft.facts->commit;
}

void
issue_set_title (Issue      *issue,
                 const char *title)
{
  g_free (issue->typed_title);
  issue->typed_title = g_strdup (title);
  issue_mask_typed_title (issue);
  issue->check.is_done = FALSE;
  issue->n_changes++;
}

const char *
issue_get_title (Issue *issue)
{
  issue_ensure_title (issue);

  return issue->edited_title != NULL ? issue->edited_title : issue->made_title;
}

guint
issue_get_n_fields (Issue *issue)
{
  return issue->fields->len;
}

static FormField *
issue_field (Issue *issue,
             guint  index)
{
  g_assert (index < issue->fields->len);

  return g_ptr_array_index (issue->fields, index);
}

const ProfileField *
issue_get_field (Issue *issue,
                 guint  index)
{
  return issue_field (issue, index)->field;
}

void
issue_set_field_value (Issue      *issue,
                       guint       index,
                       const char *value)
{
  FormField *field = issue_field (issue, index);

  g_return_if_fail (field->field->kind == PROFILE_FIELD_TEXT);

  form_field_edit (field, value);
  issue_forget_body (issue);
}

const char *
issue_get_field_value (Issue *issue,
                       guint  index)
{
  issue_ensure_body (issue);

  return form_field_get_value (issue_field (issue, index));
}

const char *
issue_get_made_value (Issue *issue,
                      guint  index)
{
  const char *made = issue_field (issue, index)->made;

  return made != NULL ? made : "";
}

void
issue_set_check (Issue    *issue,
                 guint     index,
                 guint     check,
                 gboolean  active)
{
  FormField *field = issue_field (issue, index);

  g_return_if_fail (field->field->kind == PROFILE_FIELD_CHECKS);
  g_return_if_fail (check < g_strv_length (field->field->checks));

  field->checks[check] = active;
  issue_forget_body (issue);
}

gboolean
issue_get_check (Issue *issue,
                 guint  index,
                 guint  check)
{
  FormField *field = issue_field (issue, index);

  g_return_val_if_fail (field->field->kind == PROFILE_FIELD_CHECKS, FALSE);
  g_return_val_if_fail (check < g_strv_length (field->field->checks), FALSE);

  return field->checks[check];
}

gboolean
issue_is_edited (Issue *issue)
{
  for (guint i = 0; i < issue->fields->len; i++)
    if (form_field_is_edited (g_ptr_array_index (issue->fields, i)))
      return TRUE;

  return issue->edited_title != NULL ||
         !g_str_equal (issue->first_job, issue_get_job (issue)) ||
         !g_str_equal (issue->first_commit, issue_get_commit (issue));
}

gboolean
issue_is_title_edited (Issue *issue)
{
  return issue->typed_title != NULL;
}

gboolean
issue_is_field_edited (Issue *issue,
                       guint  index)
{
  return issue_field (issue, index)->typed != NULL;
}

const char *
issue_get_made_job (Issue *issue)
{
  return issue->first_job;
}

const char *
issue_get_made_commit (Issue *issue)
{
  return issue->first_commit;
}

gboolean
issue_has_same_form (Issue *issue,
                     Issue *other)
{
  if (issue->fields->len != other->fields->len)
    return FALSE;

  for (guint i = 0; i < issue->fields->len; i++) {
    const ProfileField *field = issue_get_field (issue, i);
    const ProfileField *other_field = issue_get_field (other, i);

    if (field->kind != other_field->kind || !g_str_equal (field->label, other_field->label))
      return FALSE;
    if (field->kind == PROFILE_FIELD_CHECKS
        && !g_strv_equal ((const char *const *) field->checks,
                          (const char *const *) other_field->checks))
      return FALSE;
  }

  return TRUE;
}

static void
copy_field_edits (Issue *issue,
                  Issue *from,
                  guint  index)
{
  const FormField *field = issue_field (from, index);

  if (field->typed != NULL)
    issue_set_field_value (issue, index, field->typed);
  for (guint i = 0; field->checks != NULL && field->field->checks[i] != NULL; i++)
    issue_set_check (issue, index, i, field->checks[i]);
}

void
issue_copy_edits (Issue *issue,
                  Issue *from)
{
  if (!g_str_equal (from->first_job, issue_get_job (from)))
    issue_set_job (issue, issue_get_job (from));
  if (!g_str_equal (from->first_commit, issue_get_commit (from)))
    issue_set_commit (issue, issue_get_commit (from));
  if (from->typed_title != NULL)
    issue_set_title (issue, from->typed_title);

  if (issue_has_same_form (issue, from))
    for (guint i = 0; i < issue->fields->len; i++)
      copy_field_edits (issue, from, i);
}

const char *
issue_get_body (Issue *issue)
{
  issue_ensure_body (issue);

  return issue->body;
}

Profile *
issue_get_profile (Issue *issue)
{
  return issue->draft.profile;
}

gsize
issue_get_n_characters (Issue *issue)
{
  return g_utf8_strlen (issue_get_body (issue), -1);
}

const SecretList *
issue_get_secrets (Issue *issue)
{
  issue_ensure_body (issue);

  return issue->secrets;
}

guint
issue_get_n_masked (Issue *issue)
{
  return issue_get_secrets (issue)->n_masked;
}

gint64
issue_get_n_cut (Issue *issue)
{
  issue_ensure_body (issue);

  return issue->n_cut;
}

gboolean
issue_is_on_main (Issue *issue)
{
  return draft_is_on_main (&issue->draft);
}

const char *
issue_get_branch (Issue *issue)
{
  return issue->draft.facts->branch;
}

char *
issue_dup_form_url (Issue *issue)
{
  const char *repository = draft_get_repository (&issue->draft);
  const char *form = profile_get_form (issue->draft.profile);
  g_autoptr (GString) url = g_string_new (NULL);
  gsize page;

  if (!repository_is_valid (repository))
    return NULL;

  g_string_printf (url, "https://github.com/%s/issues/new?", repository);
  if (form[0] != '\0') {
    g_string_append (url, "template=");
    g_string_append_uri_escaped (url, form, NULL, FALSE);
    g_string_append_c (url, '&');
  }
  page = url->len - 1;
  g_string_append (url, "title=");
  g_string_append_uri_escaped (url, issue_get_title (issue), NULL, FALSE);
  if (url->len > MAX_URL_LENGTH)
    g_string_truncate (url, page);

  return g_string_free (g_steal_pointer (&url), FALSE);
}

char *
issue_dup_comment (Issue      *issue,
                   SecretList *secrets)
{
  return description_dup_comment (&issue->draft, secrets);
}

char *
issue_dup_rerun (Issue    *issue,
                 gboolean  loop)
{
  issue_ensure_reruns (issue);

  return g_strdup (issue->reruns[loop ? 1 : 0]);
}
