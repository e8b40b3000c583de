/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "job-facts.h"

JobFacts *
job_facts_new (void)
{
  JobFacts *facts = g_new (JobFacts, 1);

  facts->job = g_strdup ("");
  facts->commit = g_strdup ("");
  facts->branch = g_strdup ("");
  facts->repository = g_strdup ("");
  facts->organization = g_strdup ("");
  facts->pipeline = g_strdup ("");
  facts->build = g_strdup ("");
  facts->build_url = g_strdup ("");
  facts->pull_request = g_strdup ("");
  facts->command = g_strdup ("");

  return facts;
}

JobFacts *
job_facts_copy (const JobFacts *facts)
{
  JobFacts *copy = g_new (JobFacts, 1);

  copy->job = g_strdup (facts->job);
  copy->commit = g_strdup (facts->commit);
  copy->branch = g_strdup (facts->branch);
  copy->repository = g_strdup (facts->repository);
  copy->organization = g_strdup (facts->organization);
  copy->pipeline = g_strdup (facts->pipeline);
  copy->build = g_strdup (facts->build);
  copy->build_url = g_strdup (facts->build_url);
  copy->pull_request = g_strdup (facts->pull_request);
  copy->command = g_strdup (facts->command);

  return copy;
}

void
job_facts_free (JobFacts *facts)
{
  if (facts == NULL)
    return;

  g_free (facts->job);
  g_free (facts->commit);
  g_free (facts->branch);
  g_free (facts->repository);
  g_free (facts->organization);
  g_free (facts->pipeline);
  g_free (facts->build);
  g_free (facts->build_url);
  g_free (facts->pull_request);
  g_free (facts->command);
  g_free (facts);
}
