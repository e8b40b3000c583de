/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "known-key.h"

#include "post-key.h"

char *
post_key_new (Issue    *issue,
              JobLog   *log,
              gboolean  is_comment)
{
  g_autoptr (Findings) findings = job_log_get_findings (log);
  g_autoptr (JobFacts) facts = job_log_get_facts (log);
  const char *build = *facts->build_url != '\0' ? facts->build_url : job_log_get_name (log);
  const char *repository = profile_get_repository (issue_get_profile (issue));
  g_autofree char *instance = g_strconcat (repository, " ", build, NULL);
  g_autoptr (GPtrArray) tests = g_ptr_array_new ();

  for (guint i = 0; i < findings->failures->len; i++) {
    const Failure *failure = g_ptr_array_index (findings->failures, i);

    g_ptr_array_add (tests, *failure->test != '\0' ? failure->test : failure->message);
  }

  return known_key_new (is_comment ? instance : repository, tests);
}
