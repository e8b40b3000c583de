/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ci-format.h"
#include "fact-rules.h"
#include "literals.h"
#include "rules.h"

#include "job-log.h"

struct JobLogContext {
  CiFormats *formats;
  FactRules *facts;
  Rules     *rules;
  Literals  *literals;         /* of both: the rules' first */
  Literals  *with_digits;      /* of them, for the lines' shapes */
};

struct JobLog {
  JobLogContext *context;
  char          *name;
  LogStore      *store;

  GMutex         mutex;        /* of what follows */
  Findings      *findings;
  JobFacts      *facts;
  JobFacts      *known_facts;  /* from elsewhere, or NULL */
  GPtrArray     *sections;     /* never changed once it is here */
  const char    *ci;           /* interned */
  gint64         n_lines;
  guint64        n_published;
  goffset        n_read;
  goffset        n_total;
  gboolean       has_waited;
  gboolean       is_complete;
};
