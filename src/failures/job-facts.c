/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "job-facts.h"

static const gsize strings[] = {
  G_STRUCT_OFFSET (JobFacts, job), G_STRUCT_OFFSET (JobFacts, commit), G_STRUCT_OFFSET (JobFacts, branch),
  G_STRUCT_OFFSET (JobFacts, repository), G_STRUCT_OFFSET (JobFacts, organization), G_STRUCT_OFFSET (JobFacts, pipeline),
  G_STRUCT_OFFSET (JobFacts, build), G_STRUCT_OFFSET (JobFacts, build_url), G_STRUCT_OFFSET (JobFacts, pull_request),
  G_STRUCT_OFFSET (JobFacts, command),
};

static char **
get_field (const JobFacts *facts,
           guint           index)
{
  return &G_STRUCT_MEMBER (char *, facts, strings[index]);
}

JobFacts *
job_facts_new (void)
{
  JobFacts *facts = g_new (JobFacts, 1);

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    *get_field (facts, i) = g_strdup ("");

  return facts;
}

JobFacts *
job_facts_copy (const JobFacts *facts)
{
  JobFacts *copy = g_new (JobFacts, 1);

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    *get_field (copy, i) = g_strdup (*get_field (facts, i));

  return copy;
}

void
job_facts_take (JobFacts       *facts,
                const JobFacts *known)
{
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    if (**get_field (known, i) != '\0') {
      g_free (*get_field (facts, i));
      *get_field (facts, i) = g_strdup (*get_field (known, i));
    }
}

void
job_facts_free (JobFacts *facts)
{
  if (facts == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_free (*get_field (facts, i));
  g_free (facts);
}
