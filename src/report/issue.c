/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "description.h"
#include "form-field.h"
#include "markdown.h"
#include "title.h"

#include "issue.h"

#define MAX_URL_LENGTH 8191

/* How often the log is cut again until all fits. */
#define MAX_CUTS 8

struct Issue {
  Draft       draft;
  GPtrArray  *fields;          /* of FormField */
  char       *made_title;      /* NULL while it is not made */
  char       *typed_title;     /* what the user wrote, or NULL */
  char       *edited_title;    /* the same as it may go out, or NULL */
  gboolean    has_pattern;     /* whether the title that was made ends in one */
  char       *body;            /* NULL while it is not made */
  SecretList *secrets;         /* what was found in it */
  guint       choices;         /* the number of the choices that title and body were made by */
  char       *first_job;       /* as the log has them */
  char       *first_commit;
  gint64      n_cut;
};

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
  g_ptr_array_unref (issue->fields);
  g_free (issue->first_job);
  g_free (issue->first_commit);
  g_free (issue->made_title);
  g_free (issue->typed_title);
  g_free (issue->edited_title);
  g_free (issue->body);
  secret_list_free (issue->secrets);
  g_free (issue);
}

static char *
dup_title_for_others (const char *title)
{
  return g_strdelimit (form_field_dup_for_others (title, NULL), "\t\n", ' ');
}

/* What hides is written out, and a mask may be longer than what it stands for, so that the title is
 * cut once more. */
static char *
dup_made_title (Issue *issue)
{
  g_autofree char *title = draft_dup_title (&issue->draft, ISSUE_MAX_TITLE, &issue->has_pattern);
  g_autofree char *visible = dup_title_for_others (title);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (visible, -1) <= ISSUE_MAX_TITLE)
    return g_steal_pointer (&visible);
  issue->has_pattern = FALSE;
  start = g_utf8_substring (visible, 0, ISSUE_MAX_TITLE - 1);

  return g_strconcat (start, "…", NULL);
}

static void
mask_typed_title (Issue *issue)
{
  g_clear_pointer (&issue->edited_title, g_free);
  if (issue->typed_title != NULL)
    issue->edited_title = dup_title_for_others (issue->typed_title);
}

/* What was made before the user chose otherwise about a secret is made anew. */
static void
follow_choices (Issue *issue)
{
  guint choices = secret_choices_get_serial ();

  if (issue->choices == choices)
    return;

  issue->choices = choices;
  g_clear_pointer (&issue->made_title, g_free);
  g_clear_pointer (&issue->body, g_free);
  mask_typed_title (issue);
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
  g_clear_pointer (&issue->made_title, g_free);
  g_clear_pointer (&issue->body, g_free);
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
  mask_typed_title (issue);
}

const char *
issue_get_title (Issue *issue)
{
  follow_choices (issue);
  if (issue->edited_title != NULL)
    return issue->edited_title;

  if (issue->made_title == NULL)
    issue->made_title = dup_made_title (issue);

  return issue->made_title;
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

static char *
dup_body (Issue *issue)
{
  GString *body = g_string_new (NULL);

  for (guint i = 0; i < issue->fields->len; i++) {
    if (i > 0)
      g_string_append_c (body, '\n');
    form_field_append (g_ptr_array_index (issue->fields, i), body);
  }

  return g_string_free (body, FALSE);
}

/* Characters where a line end is two, which a browser may make of it, and a character beyond the
 * first 65,536 as well, which is how scripts count. */
static gsize
count_at_most (const char *text)
{
  gsize n = g_utf8_strlen (text, -1);

  for (const char *p = text; *p != '\0'; p++)
    n += *p == '\n' || (guchar) *p >= 0xf0;

  return n;
}

static void
make_field (Issue     *issue,
            FormField *field,
            gsize      max_log_bytes,
            gsize     *log_bytes)
{
  g_autofree char *text = NULL;
  SecretList *secrets = secret_list_new ();

  if (field->field->content == PROFILE_CONTENT_TESTS)
    text = description_dup_tests (&issue->draft, secrets);
  else if (field->field->content == PROFILE_CONTENT_DESCRIPTION && field->typed == NULL)
    text = description_dup_text (&issue->draft, max_log_bytes, secrets, &issue->n_cut, log_bytes);
  else
    text = description_dup_fact (&issue->draft, field->field->content, secrets);
  if ((text == NULL || text[0] == '\0') && field->field->text != NULL) {
    g_free (text);
    text = g_strdup (field->field->text);
  }
  form_field_make (field, text ? text : "", secrets);
}

/* Makes fields and body, and cuts the log until the body fits. */
static void
issue_make (Issue *issue)
{
  gsize max_log_bytes = ISSUE_MAX_CHARACTERS;

  for (guint cut = 0; issue->body == NULL || cut < MAX_CUTS; cut++) {
    gsize log_bytes = 0;
    gsize n;

    issue->n_cut = 0;
    for (guint i = 0; i < issue->fields->len; i++)
      make_field (issue, g_ptr_array_index (issue->fields, i), max_log_bytes, &log_bytes);
    g_free (issue->body);
    issue->body = dup_body (issue);

    n = count_at_most (issue->body);
    if (n <= ISSUE_MAX_CHARACTERS || log_bytes == 0)
      return;
    max_log_bytes = log_bytes - MIN (log_bytes, n - ISSUE_MAX_CHARACTERS);
  }
}

static void
issue_ensure_made (Issue *issue)
{
  follow_choices (issue);
  if (issue->body != NULL)
    return;

  issue_make (issue);
  secret_list_free (issue->secrets);
  issue->secrets = secret_list_new ();
  for (guint i = 0; i < issue->fields->len; i++)
    secret_list_merge (issue->secrets,
                       form_field_get_secrets (g_ptr_array_index (issue->fields, i)));
}

void
issue_set_field_value (Issue      *issue,
                       guint       index,
                       const char *value)
{
  FormField *field = issue_field (issue, index);

  g_return_if_fail (field->field->kind == PROFILE_FIELD_TEXT);

  form_field_edit (field, value);
  g_clear_pointer (&issue->body, g_free);
}

const char *
issue_get_field_value (Issue *issue,
                       guint  index)
{
  issue_ensure_made (issue);

  return form_field_get_value (issue_field (issue, index));
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
  g_clear_pointer (&issue->body, g_free);
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

static gboolean
has_same_form (Issue *issue,
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

  if (has_same_form (issue, from))
    for (guint i = 0; i < issue->fields->len; i++)
      copy_field_edits (issue, from, i);
}

const char *
issue_get_body (Issue *issue)
{
  issue_ensure_made (issue);

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
  issue_ensure_made (issue);

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
  issue_ensure_made (issue);

  return issue->n_cut;
}

/* What follows the prefix and the job in the title. */
static const char *
issue_title_pattern (Issue *issue)
{
  const char *pattern = issue_get_title (issue);
  const char *prefix = profile_get_title_prefix (issue->draft.profile);
  const char *job = issue_get_job (issue);

  if (g_str_has_prefix (pattern, prefix))
    pattern += strlen (prefix);
  else if (g_str_has_prefix (prefix, pattern))
    return "";
  if (job[0] != '\0' && g_str_has_prefix (pattern, job) &&
      g_str_has_prefix (pattern + strlen (job), " - "))
    pattern += strlen (job) + strlen (" - ");

  return pattern;
}

gboolean
issue_check_title (Issue *issue,
                   guint *ret_failed,
                   guint *ret_failed_matched,
                   guint *ret_passed,
                   guint *ret_passed_matched)
{
  const Draft *draft = &issue->draft;
  const char *pattern = issue_title_pattern (issue);

  if (pattern[0] == '\0' || draft->failed->len == 0 ||
      (issue->edited_title == NULL && !issue->has_pattern))
    return FALSE;

  *ret_failed = draft->failed->len;
  *ret_passed = draft->passed->len;

  return title_check_pattern (pattern, draft->failed, draft->passed,
                              ret_failed_matched, ret_passed_matched);
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

  if (!g_regex_match_simple ("^[\\w.-]+/[\\w.-]+$", repository, G_REGEX_DOLLAR_ENDONLY, 0))
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

static char *
dup_masked (char *text)
{
  char *masked = text ? form_field_dup_for_others (text, NULL) : NULL;

  g_free (text);

  return masked;
}

char *
issue_dup_comment (Issue      *issue,
                   SecretList *secrets)
{
  return dup_masked (description_dup_comment (&issue->draft, secrets));
}

char *
issue_dup_rerun (Issue    *issue,
                 gboolean  loop)
{
  return dup_masked (draft_dup_rerun (&issue->draft, loop));
}
