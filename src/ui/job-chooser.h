/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks which logs to open of a build, a run or a pull request with several jobs. Those that failed
 * are listed, and checked where the build fails for them; the others can be shown as well, and are at
 * once where none failed.
 *
 * Signals:
 *   chosen (GPtrArray *)    of RemoteJob, in the order of the list; it closes itself then
 */
#define CULPRIT_TYPE_JOB_CHOOSER (culprit_job_chooser_get_type ())
G_DECLARE_FINAL_TYPE (CulpritJobChooser, culprit_job_chooser, CULPRIT, JOB_CHOOSER, AdwWindow)

/* NAME is what the jobs are of: "quill/ci #1150"; JOBS (of RemoteJob) are copied. */
GtkWidget *culprit_job_chooser_new (GtkWindow  *parent,
                                    const char *name,
                                    GPtrArray  *jobs);

G_END_DECLS
