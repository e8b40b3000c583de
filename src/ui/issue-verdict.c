/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "issue-verdict.h"

char *
issue_verdict_dup_title (Issue          *issue,
                         CulpritVerdict *ret_verdict)
{
  guint failed, failed_matched, passed, passed_matched;
  glong length = g_utf8_strlen (issue_get_title (issue), -1);

  *ret_verdict = CULPRIT_VERDICT_WARNING;
  if (length > ISSUE_MAX_TITLE)
    return g_strdup_printf (ngettext ("%ld character: GitHub takes %d at most",
                                      "%ld characters: GitHub takes %d at most", length),
                            length, ISSUE_MAX_TITLE);
  if (!issue_check_title (issue, &failed, &failed_matched, &passed, &passed_matched)) {
    *ret_verdict = CULPRIT_VERDICT_NONE;
    return g_strdup ("");
  }

  if (failed_matched == failed && passed_matched == 0)
    *ret_verdict = CULPRIT_VERDICT_GOOD;
  if (passed == 0)
    /* Translators: how many of the failing tests the title's pattern matches */
    return g_strdup_printf (ngettext ("Matches %u of %u failing; no test passed in this log",
                                      "Matches %u of %u failing; no test passed in this log",
                                      failed),
                            failed_matched, failed);

  /* Translators: how many of the failing, and of the passed tests the title's pattern matches */
  return g_strdup_printf (ngettext ("Matches %u of %u failing, %u of %u passed",
                                    "Matches %u of %u failing, %u of %u passed", failed),
                          failed_matched, failed, passed_matched, passed);
}

char *
issue_verdict_dup_job (Issue          *issue,
                       CulpritVerdict *ret_verdict)
{
  *ret_verdict = issue_get_job (issue)[0] != '\0' ? CULPRIT_VERDICT_NONE : CULPRIT_VERDICT_WARNING;

  return g_strdup (_("Job is unknown"));
}

char *
issue_verdict_dup_commit (Issue          *issue,
                          CulpritVerdict *ret_verdict)
{
  gboolean has_commit = issue_get_commit (issue)[0] != '\0';
  const char *branch = issue_get_branch (issue);
  const char *main_branch = profile_get_main_branch (issue_get_profile (issue));

  *ret_verdict = CULPRIT_VERDICT_WARNING;
  if (has_commit && branch[0] != '\0' && main_branch[0] != '\0' &&
      !issue_is_on_main (issue) && !g_str_equal (branch, main_branch))
    /* Translators: names of branches */
    return g_strdup_printf (_("Commit is on %s, not on %s"), branch, main_branch);

  if (has_commit)
    *ret_verdict = CULPRIT_VERDICT_NONE;

  return g_strdup (_("Commit is unknown"));
}
