/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "line.h"

/* What a log says of the job that wrote it. Which lines tell is data: the member "facts" of
 * the files in data/ci. Strings are never NULL; what is not known is "".
 */
typedef struct {
  char *job;             /* "Elastic EP Scaling Test" */
  char *commit;          /* 40 hexadecimal digits, or fewer where no more is known */
  char *branch;
  char *repository;      /* "vllm-project/vllm" */
  char *organization;    /* of the CI: "vllm" */
  char *pipeline;        /* "ci" */
  char *build;           /* its number: "64854" */
  char *build_url;       /* address of the job on the CI, else of the build */
  char *pull_request;    /* its number */
  char *command;         /* what the job ran */
} JobFacts;

/* What KNOWN knows replaces what FACTS say. */
void      job_facts_take (JobFacts       *facts,
                          const JobFacts *known);

JobFacts *job_facts_new  (void);
JobFacts *job_facts_copy (const JobFacts *facts);
void      job_facts_free (JobFacts *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JobFacts, job_facts_free)
