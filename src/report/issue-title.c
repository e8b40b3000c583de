/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An issue's title, and how it fares. */

#include "config.h"

#include <string.h>

#include "title.h"

#include "issue-private.h"

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

void
issue_mask_typed_title (Issue *issue)
{
  g_clear_pointer (&issue->edited_title, g_free);
  if (issue->typed_title != NULL)
    issue->edited_title = dup_title_for_others (issue->typed_title);
}

void
issue_ensure_title (Issue *issue)
{
  issue_follow_choices (issue);
  if (issue->edited_title == NULL && issue->made_title == NULL)
    issue->made_title = dup_made_title (issue);
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

void
issue_ensure_check (Issue *issue)
{
  const Draft *draft = &issue->draft;
  TitleCheck *check = &issue->check;
  const char *pattern;

  issue_follow_choices (issue);
  if (check->is_done)
    return;

  *check = (TitleCheck) { .is_done = TRUE };
  pattern = issue_title_pattern (issue);
  if (pattern[0] == '\0' || draft->failed->len == 0 ||
      (issue->edited_title == NULL && !issue->has_pattern))
    return;

  check->has_pattern = title_check_pattern (pattern, draft->failed, draft->passed,
                                            &check->n_failed_matched, &check->n_passed_matched);
}

gboolean
issue_check_title (Issue *issue,
                   guint *ret_failed,
                   guint *ret_failed_matched,
                   guint *ret_passed,
                   guint *ret_passed_matched)
{
  issue_ensure_check (issue);

  *ret_failed = issue->draft.failed->len;
  *ret_failed_matched = issue->check.n_failed_matched;
  *ret_passed = issue->draft.passed->len;
  *ret_passed_matched = issue->check.n_passed_matched;

  return issue->check.has_pattern;
}
