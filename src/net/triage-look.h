/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "http.h"
#include "profile.h"

/* What all parts of a triage share while they look. */

/* MESSAGE, for the user, is what is looked at now: "Log 3 of 15". */
typedef void (*TriageProgress) (const char *message,
                                gpointer    user_data);

typedef struct {
  Http           *http;
  const Profile  *profile;
  const char     *branch;
  gint64          since;         /* seconds since 1970 */
  guint           max_logs;      /* that may be downloaded */
  TriageProgress  progress;      /* or NULL */
  gpointer        user_data;
  GPtrArray      *warnings;      /* what could not be read (element-type utf8) */
  GCancellable   *cancellable;
} TriageLook;

void  triage_look_tell      (const TriageLook *look,
                             const char       *format,
                             ...) G_GNUC_PRINTF (2, 3);
void  triage_look_warn      (const TriageLook *look,
                             const char       *format,
                             ...) G_GNUC_PRINTF (2, 3);

/* Whether ERROR says that the rest of what is asked for will not come either: nobody answers, or does any more. */
gboolean triage_look_is_end (const GError     *error);
