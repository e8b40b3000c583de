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

char *
post_key_new (Issue    *issue,
              JobLog   *log,
              gboolean  is_comment)
{
  g_autoptr (Findings) findings = job_log_get_findings (log);
  const char *repository = profile_get_repository (issue_get_profile (issue));
  g_autofree char *build = is_comment ? dup_build (issue, log) : NULL;
  g_autofree char *instance = is_comment ? g_strconcat (repository, " ", build, NULL) : g_strdup (repository);
  g_autoptr (GPtrArray) tests = g_ptr_array_new ();

  for (guint i = 0; i < findings->failures->len; i++) {
    const Failure *failure = g_ptr_array_index (findings->failures, i);

    g_ptr_array_add (tests, *failure->test != '\0' ? failure->test : failure->message);
  }

  return known_key_new (instance, tests);
}
