/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pattern.h"

/* The processes whose lines come mixed in one output, and what is open of each one's exceptions. */

typedef struct {
  char     *name;
  gboolean  open;             /* a traceback; see processes_set_open() */
  guint     n_frames;         /* its own, as all that follows to IS_MAIN */
  gint64    first_line;
  gboolean  fatal;
  gboolean  is_mild;
  gboolean  is_main;          /* from its first frame on nothing caught the exception */
  gboolean  is_aside;         /* what the next one follows from was handled */
  gint64    fatal_line;       /* where it said that it ends; 0: it did not */
  int       last;             /* number of its last exception, or -1 */
  gboolean  points;           /* that one's message only points to what stands below; see processes_set_pointing() … */
  gboolean  has_pointed;      /* … and a caret did */
  int       follows;          /* what the next one follows from, or -1 */
} Process;

typedef struct Processes Processes;

/* PREFIX, borrowed, matches what stands before a process's own words; its group "process" is who it is. */
Processes  *processes_new          (const Pattern *prefix);
void        processes_free         (Processes     *processes);

/* The process of the lines that tell none themselves, borrowed; at first "". */
void        processes_set_lane     (Processes       *processes,
                                    const char      *lane);
const char *processes_get_lane     (const Processes *processes);

/* The name of who wrote the line (transfer full), and where its own text starts. */
char       *processes_dup_name     (const Processes *processes,
                                    PatternMatch    *match,
                                    const char      *text,
                                    gsize            length,
                                    gsize           *ret_start);

/* The same as a process, which is new where it has written none. Where there are too many, all others are forgotten. */
Process    *processes_find         (Processes       *processes,
                                    PatternMatch    *match,
                                    const char      *text,
                                    gsize            length,
                                    gsize           *ret_start);

/* Whether lines may be of PROCESS's traceback, or of what its message points to. */
void        processes_set_open     (Processes       *processes,
                                    Process         *process,
                                    gboolean         open);
void        processes_set_pointing (Processes       *processes,
                                    Process         *process,
                                    gboolean         points);

/* Whether that is so of any. */
gboolean    processes_has_open     (const Processes *processes);

/* No number of an exception holds any longer. */
void        processes_forget       (Processes       *processes);
