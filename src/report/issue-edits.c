/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "issue-private.h"

#include "issue-edits.h"

/* By which a log is known again, and nothing that stood in it: SHA-256 of what failed first. */
static char *
dup_sum_of_first_failure (Issue *issue)
{
  const Failure *failure = g_ptr_array_index (issue->draft.findings->failures, 0);
  g_autofree char *text = g_strdup_printf ("%s: %s", failure->test, failure->message);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static void
add_field (const FormField *field,
           GVariantBuilder *texts,
           GVariantBuilder *checks)
{
  const ProfileField *form = field->field;

  if (field->typed != NULL)
    g_variant_builder_add (texts, "(ss)", form->label, field->typed);
  for (guint i = 0; field->checks != NULL && form->checks[i] != NULL; i++)
    if (field->checks[i])
      g_variant_builder_add (checks, "(ssb)", form->label, form->checks[i], TRUE);
}

GVariant *
issue_dup_edits (Issue *issue)
{
  const char *job = issue_get_job (issue);
  const char *commit = issue_get_commit (issue);
  g_autofree char *failure = NULL;
  GVariantBuilder texts, checks;

  if (!issue_is_edited (issue))
    return NULL;

  failure = dup_sum_of_first_failure (issue);
  g_variant_builder_init (&texts, G_VARIANT_TYPE ("a(ss)"));
  g_variant_builder_init (&checks, G_VARIANT_TYPE ("a(ssb)"));
  for (guint i = 0; i < issue->fields->len; i++)
    add_field (g_ptr_array_index (issue->fields, i), &texts, &checks);

  return g_variant_ref_sink (g_variant_new (ISSUE_EDITS_TYPE, issue->first_job, issue->first_commit, failure,
                                            issue->typed_title,
                                            g_str_equal (job, issue->first_job) ? NULL : job,
                                            g_str_equal (commit, issue->first_commit) ? NULL : commit,
                                            &texts, &checks));
}

gboolean
issue_edits_are_of (GVariant *edits,
                    Issue    *issue)
{
  g_autofree char *failure = dup_sum_of_first_failure (issue);
  const char *job, *commit, *first;

  g_variant_get_child (edits, 0, "&s", &job);
  g_variant_get_child (edits, 1, "&s", &commit);
  g_variant_get_child (edits, 2, "&s", &first);

  return g_str_equal (job, issue->first_job) && g_str_equal (commit, issue->first_commit) &&
         g_str_equal (first, failure);
}

static void
apply_text (Issue      *issue,
            const char *label,
            const char *text)
{
  for (guint i = 0; i < issue->fields->len; i++) {
    const ProfileField *field = issue_get_field (issue, i);

    if (field->kind == PROFILE_FIELD_TEXT && g_str_equal (field->label, label))
      issue_set_field_value (issue, i, text);
  }
}

static void
apply_check (Issue      *issue,
             const char *label,
             const char *name,
             gboolean    active)
{
  for (guint i = 0; i < issue->fields->len; i++) {
    const ProfileField *field = issue_get_field (issue, i);

    for (guint check = 0; field->kind == PROFILE_FIELD_CHECKS && field->checks[check] != NULL; check++)
      if (g_str_equal (field->label, label) && g_str_equal (field->checks[check], name))
        issue_set_check (issue, i, check, active);
  }
}

gboolean
issue_apply_edits (Issue    *issue,
                   GVariant *edits)
{
  const char *title, *job, *commit, *label, *text;
  g_autoptr (GVariantIter) texts = NULL;
  g_autoptr (GVariantIter) checks = NULL;
  gboolean active;

  if (!issue_edits_are_of (edits, issue))
    return FALSE;

  g_variant_get (edits, "(sssm&sm&sm&sa(ss)a(ssb))", NULL, NULL, NULL, &title, &job, &commit, &texts, &checks);
  if (title != NULL)
    issue_set_title (issue, title);
  if (job != NULL)
    issue_set_job (issue, job);
  if (commit != NULL)
    issue_set_commit (issue, commit);
  while (g_variant_iter_next (texts, "(&s&s)", &label, &text))
    apply_text (issue, label, text);
  while (g_variant_iter_next (checks, "(&s&sb)", &label, &text, &active))
    apply_check (issue, label, text, active);

  return TRUE;
}
