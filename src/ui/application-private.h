/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session-keeper.h"
#include "window.h"

#include "application.h"

struct _CulpritApplication {
  AdwApplication  parent_instance;

  SessionKeeper  *keeper;             /* while it runs */
  GdkClipboard   *clipboard;
  gboolean        holds;              /* the clipboard is ours */
  gboolean        told_warnings;
  GtkWidget      *preferences;        /* while they are open, else NULL */
  GtkWidget      *discard_dialog;     /* weak: while it asks before all is closed, else NULL */
};

CulpritWindow *application_find_window  (CulpritApplication *self);   /* the one that was used last, or NULL */

/* application-actions.c */
void           application_init_actions (CulpritApplication *self);
