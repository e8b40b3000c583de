/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "issue.h"
#include "remote.h"
#include "tracker-post.h"

/* How commands write to a tracker: what goes out is shown, then it is asked for. */

typedef struct {
  gboolean dry_run;    /* only shown */
  gboolean yes;        /* not asked */
} SendingOptions;

/* Shows POST, which is freed: where it goes, as whom, and all of its text; asks on the terminal unless --yes was given,
 * and sends it. Without a terminal and --yes nothing is sent. */
CommandStatus sending_run        (TrackerPost          *post,
                                  const SendingOptions *options);

/* As arguments_read_number(); where it is none, standard error was told. */
gint64        sending_read_number (const char          *command,
                                   const char          *text);
