/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "findings.h"

G_BEGIN_DECLS

/* The failures of a narrow window: one at a time in a bar over the log, with buttons to the
 * previous and the next (win.previous-failure, win.next-failure). Signal: list-requested, when
 * its text is clicked. */
#define CULPRIT_TYPE_STEPPER (culprit_stepper_get_type ())
G_DECLARE_FINAL_TYPE (CulpritStepper, culprit_stepper, CULPRIT, STEPPER, GtkWidget)

GtkWidget *culprit_stepper_new    (void);
void       culprit_stepper_update (CulpritStepper *stepper,
                                   Findings       *findings,
                                   int             selected);

G_END_DECLS
