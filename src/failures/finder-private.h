/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "good-ends.h"
#include "ignored-commands.h"
#include "job-end.h"
#include "lane-prefixes.h"
#include "lanes.h"
#include "line-hits.h"

#include "finder.h"

struct Finder {
  Rules       *rules;
  Matcher     *matcher;
  LanePrefixes *prefixes;
  Lanes       *lanes;
  Lane        *lane;            /* the next line's */
  Traces     **traces;          /* one a runner; or NULL */
  GPtrArray   *causes;          /* of Runner: those that gather exceptions */
  GArray      *steps;           /* of gint64: the lines where the CI's steps start */
  GoodEnds    *good_ends;
  IgnoredCommands *ignored;
  JobEnd      *end;
  gint64       n_lines;
  gboolean     may_have_passed; /* a log in which the CI says nothing */
  LineHits    *hits;            /* the line's */
  gboolean     has_command;     /* the line may tell of a command */
  gboolean     is_offered;      /* the line means something to BLOCKS */
  Findings    *findings;        /* the last ones, while nothing new was seen */
  gboolean     is_complete;     /* of these */
};

/* finder-findings.c */

/* The exceptions that a test's outcome may forget: those of the first runner that has any; or NULL. */
Traces *finder_get_traces (const Finder *finder);
