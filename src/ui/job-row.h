/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "remote-job.h"

G_BEGIN_DECLS

/* A job of a service in a list, with a check for whether its log is opened.
 *
 * Properties:
 *   chosen (boolean)    it is checked
 */
#define CULPRIT_TYPE_JOB_ROW (culprit_job_row_get_type ())
G_DECLARE_FINAL_TYPE (CulpritJobRow, culprit_job_row, CULPRIT, JOB_ROW, AdwActionRow)

GtkWidget       *culprit_job_row_new        (const RemoteJob *job);

const RemoteJob *culprit_job_row_get_job    (CulpritJobRow   *row);
gboolean         culprit_job_row_is_chosen  (CulpritJobRow   *row);
void             culprit_job_row_set_chosen (CulpritJobRow   *row,
                                             gboolean         chosen);

/* Whether the job failed, in whichever attempt and whether or not its build does for it. */
gboolean         culprit_job_row_has_failed (CulpritJobRow   *row);

/* Whether the job's name holds all words of TEXT, in any case. */
gboolean         culprit_job_row_matches    (CulpritJobRow   *row,
                                             const char      *text);

G_END_DECLS
