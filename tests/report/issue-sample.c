/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "issue-sample.h"

Issue *
issue_sample_new (const char *text,
                  Failure    *failure,
                  const char *profile_name)
{
  g_autoptr (JobLog) log = log_sample_new (text);
  g_autoptr (Findings) findings = findings_new ();
  g_autoptr (Profile) profile = profile_load (profile_name, NULL);

  g_ptr_array_add (findings->failures, failure);

  return issue_new (log, findings, profile);
}

Issue *
issue_sample_new_small (void)
{
  Issue *issue = issue_sample_new (ISSUE_SAMPLE_ENVIRONMENT "one\ntwo\n",
                                   sample_failure_new ("v1/a.py::test_x", "boom", 3, 2, 3), "vllm");

  issue_set_job (issue, "A Test");
  issue_set_commit (issue, ISSUE_SAMPLE_COMMIT);

  return issue;
}
