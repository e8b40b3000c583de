/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How an issue's body is made from its draft, and when all is made again. */

#include "config.h"

#include <string.h>

#include "description.h"

#include "issue-private.h"

/* How often the log is cut again until all fits. */
#define MAX_CUTS 8

#define MAX_CHARACTERS (ISSUE_MAX_CHARACTERS - ISSUE_MARK_ROOM)

void
issue_forget_body (Issue *issue)
{
  g_clear_pointer (&issue->body, g_free);
  issue->n_changes++;
}

void
issue_forget_made (Issue *issue)
{
  g_clear_pointer (&issue->made_title, g_free);
  issue->check.is_done = FALSE;
  issue_forget_body (issue);
}

/* What was made before the user chose otherwise about a secret is made anew. */
void
issue_follow_choices (Issue *issue)
{
  guint choices = secret_choices_get_serial ();

  if (issue->choices == choices)
    return;

  issue->choices = choices;
  issue->has_reruns = FALSE;
  issue_forget_made (issue);
  issue_mask_typed_title (issue);
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
  gsize max_log_bytes = MAX_CHARACTERS;

  for (guint cut = 0; issue->body == NULL || cut < MAX_CUTS; cut++) {
    gsize log_bytes = 0;
    gsize n;

    issue->n_cut = 0;
    for (guint i = 0; i < issue->fields->len; i++)
      make_field (issue, g_ptr_array_index (issue->fields, i), max_log_bytes, &log_bytes);
    g_free (issue->body);
    issue->body = dup_body (issue);

    n = count_at_most (issue->body);
    if (n <= MAX_CHARACTERS || log_bytes == 0)
      return;
    max_log_bytes = log_bytes - MIN (log_bytes, n - MAX_CHARACTERS);
  }
}

void
issue_ensure_body (Issue *issue)
{
  issue_follow_choices (issue);
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
issue_ensure_reruns (Issue *issue)
{
  issue_follow_choices (issue);
  if (issue->has_reruns)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (issue->reruns); i++) {
    g_autofree char *commands = draft_dup_rerun (&issue->draft, i > 0);

    g_free (issue->reruns[i]);
    issue->reruns[i] = commands != NULL ? form_field_dup_for_others (commands, NULL) : NULL;
  }
  issue->has_reruns = TRUE;
}

void
issue_prepare (Issue *issue)
{
  issue_ensure_title (issue);
  issue_ensure_check (issue);
  issue_ensure_body (issue);
  issue_ensure_reruns (issue);
}

gboolean
issue_is_prepared (Issue *issue)
{
  return issue->body != NULL && issue->check.is_done && issue->has_reruns
         && issue->choices == secret_choices_get_serial ();
}

gboolean
issue_take_prepared (Issue *issue,
                     Issue *copy)
{
  if (!issue_is_prepared (copy) || copy->n_changes != issue->n_changes)
    return FALSE;

  g_free (issue->made_title);
  issue->made_title = g_steal_pointer (&copy->made_title);
  issue->has_pattern = copy->has_pattern;
  g_free (issue->edited_title);
  issue->edited_title = g_steal_pointer (&copy->edited_title);
  issue->check = copy->check;
  g_free (issue->body);
  issue->body = g_steal_pointer (&copy->body);
  secret_list_free (issue->secrets);
  issue->secrets = g_steal_pointer (&copy->secrets);
  issue->n_cut = copy->n_cut;
  for (guint i = 0; i < G_N_ELEMENTS (issue->reruns); i++) {
    g_free (issue->reruns[i]);
    issue->reruns[i] = g_steal_pointer (&copy->reruns[i]);
  }
  issue->has_reruns = TRUE;
  issue->choices = copy->choices;
  g_ptr_array_unref (issue->fields);
  issue->fields = g_steal_pointer (&copy->fields);

  return TRUE;
}
