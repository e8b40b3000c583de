/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Which files of an archive are read as one log, in which order, and what each is called.
 *
 * GitHub's archive of a run has one log a job, “0_build.txt”, “1_test (3.12).txt”, … (the
 * number may be negative), and beside them folders with the same text again, a file a step:
 * “build/1_Set up job.txt”, sometimes “build/system.txt” about the wait for a runner. A job
 * comes once: as its log, else as its steps. Other files follow in the order of their paths,
 * numbers in them counted. An archive of a thousand files and more that stand in quite another order
 * is read in its own, since each step back in it starts at the first file.
 */

/* A file of the archive that is part of the log. */
typedef struct {
  guint  index;     /* in the archive */
  char  *name;      /* the job’s, “job / step”, or a path */
} ArchivePart;

/* Whether PATH can be a log's: what is a picture, a page or a report for other programs, or is
 * hidden, is told by its name. */
gboolean    archive_plan_takes  (const char  *path);

/* PATHS are all files in the order of the archive, NULL for those that are no logs. Gives a
 * GPtrArray of ArchivePart. */
GPtrArray  *archive_plan_new    (GPtrArray   *paths);

/* For files that are taken as they come: whether PATH is part of the log after all those that
 * this was asked about before, which JOBS (of strings, empty at first) remembers. RET_NAME
 * (transfer full) as in ArchivePart. */
gboolean    archive_plan_admit  (GHashTable  *jobs,
                                 const char  *path,
                                 char       **ret_name);
