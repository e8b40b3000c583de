/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "failure.h"
#include "pull.h"

/* The strongest that speaks against a pull request, strongest first. */
typedef enum {
  SUSPECT_CHANGES_TEST,    /* the failing test's own file */
  SUSPECT_CHANGES_TRACE,   /* a file in the traceback */
  SUSPECT_TITLE,           /* words of the test or the error in the title */
  SUSPECT_CHANGES_SETUP,   /* what is installed, or how the job runs */
} SuspectReason;

/* One that was merged between the last good build and the first bad one, and may be what broke it. */
typedef struct {
  Pull          *pull;
  SuspectReason  reason;
  char          *detail;   /* the file, or the words: "page, render"; nobody's to trust */
  double         score;    /* 10 for the test's file, 6 to 8 for the traceback's, 2 a word up to 6, 1 for the setup */
} Suspect;

/* Those of PULLS (of Pull) that something speaks against (element-type Suspect, transfer full): the highest score
 * first, of two the newer. TRACE_FILES, which may be NULL, are the paths in the failure's traceback as the log has
 * them. RET_N_OTHERS, which may be NULL: how many are left out. */
GPtrArray *suspects_rank   (GPtrArray          *pulls,
                            const Failure      *failure,
                            const char * const *trace_files,
                            guint              *ret_n_others);
void       suspect_free    (Suspect            *suspect);

/* The reason in the user's language: "Changes tests/test_page.py, the test’s own file". */
char      *suspect_dup_why (const Suspect      *suspect);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Suspect, suspect_free)
