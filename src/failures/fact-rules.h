/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "literals.h"
#include "pattern.h"

/* Which lines tell something about the job: the members "facts" and "file_name" of the files in
 * data/ci.
 *
 *     facts:
 *       variables:              of the environment, wherever a program writes them down
 *         job: BUILDKITE_LABEL    as 'NAME': 'value', NAME=value and the like
 *       lines:                  where no variable tells; the first one of them is the surest
 *         - has: [' fetch ']      words that the line has: one of these
 *           matches: REGEX        groups named as the facts
 *           keep: last            of several such lines the last one counts, not the first
 *       urls: ['https://…/{build}']   address of the job: the first of which all is known
 *     file_name: [REGEX]        what the log's name tells, where nothing else does
 *
 * Facts: job, commit, branch, repository, organization, pipeline, build, pull_request, command
 * and, for addresses only, job_id.
 */
typedef enum {
  FACT_JOB,
  FACT_COMMIT,
  FACT_BRANCH,
  FACT_REPOSITORY,
  FACT_ORGANIZATION,
  FACT_PIPELINE,
  FACT_BUILD,
  FACT_PULL_REQUEST,
  FACT_COMMAND,
  FACT_JOB_ID,
  N_FACTS,
} Fact;

typedef struct {
  Pattern  *pattern;       /* NULL: a variable */
  char     *variable;      /* or NULL */
  Fact      fact;          /* of a variable */
  gboolean  keep_last;
  guint     format;        /* which CI's */
  guint     rank;          /* the lower the surer */
} FactRule;

typedef struct {
  char      *name;         /* the CI's: "buildkite" */
  GStrv      urls;
  GPtrArray *file_names;   /* of Pattern */
} FactFormat;

typedef struct {
  GPtrArray *formats;      /* of FactFormat */
  GPtrArray *rules;        /* of FactRule */
  Literals  *literals;     /* their numbers are those of the rules */
} FactRules;

/* "job", … */
const char *fact_get_name   (Fact fact);

/* A file of the user's that is broken is left out, and a message that names file and line is
 * added to WARNINGS (element-type utf8; may be NULL). Of one that is no YAML at all
 * ci_formats_load() warns, which reads the same files. */
FactRules  *fact_rules_load (GPtrArray *warnings);
void        fact_rules_free (FactRules *rules);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FactRules, fact_rules_free)
