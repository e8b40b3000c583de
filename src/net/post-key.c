/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "known-key.h"

#include "post-key.h"

/* What tells the log's build from others: its address, or, where the log has none, all that the comment says of it (transfer
 * full). Many logs have one name, "standard input". */
static char *
dup_build (Issue  *issue,
           JobLog *log)
{
  g_autoptr (JobFacts) facts = job_log_get_facts (log);

  return *facts->build_url != '\0' ? g_strdup (facts->build_url) : issue_dup_comment (issue, NULL);
}

/* What FAILURE is known by: its test, or, where it names none, what failed in the job, which others may have as well (transfer
 * full). */
static char *
dup_name (Issue         *issue,
          const Failure *failure)
{
  return *failure->test != '\0' ? g_strdup (failure->test) : g_strconcat (issue_get_job (issue), " ", failure->message, NULL);
}

char *
post_key_new (Issue    *issue,
              JobLog   *log,
              gboolean  is_comment)
{
  g_autoptr (Findings) findings = job_log_get_findings (log);
  const char *repository = profile_get_repository (issue_get_profile (issue));
  g_autofree char *build = is_comment ? dup_build (issue, log) : NULL;
  g_autofree char *instance = is_comment ? g_strconcat (repository, " ", build, NULL) : g_strdup (repository);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < findings->failures->len; i++)
    g_ptr_array_add (names, dup_name (issue, g_ptr_array_index (findings->failures, i)));

  return known_key_new (instance, names);
}
