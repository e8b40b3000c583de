/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "known-match.h"

G_BEGIN_DECLS

/* Over the log, about the selected failure: which issue reports it, with what may be done about that, and whether it is
 * the branch's or one's own.
 *
 * Buttons are the actions win.open-link (string: an address), win.comment, win.react, win.show-history and win.ask-main. */
#define CULPRIT_TYPE_KNOWN_BAR (culprit_known_bar_get_type ())
G_DECLARE_FINAL_TYPE (CulpritKnownBar, culprit_known_bar, CULPRIT, KNOWN_BAR, GtkWidget)

GtkWidget *culprit_known_bar_new         (void);

/* Shows the first of ISSUES (of KnownIssue, best first), and the others in a list; NULL or none hides that row. */
void       culprit_known_bar_set_issues  (CulpritKnownBar *bar,
                                          GPtrArray       *issues);

/* Shows VERDICT, whose failure it is; NULL offers to ask, with ASKS while that is done. FALSE for CAN_ASK hides that row
 * where there is no verdict. */
void       culprit_known_bar_set_verdict (CulpritKnownBar *bar,
                                          const char      *verdict,
                                          gboolean         can_ask,
                                          gboolean         asks);

/* Leaves out what is in the menu too. */
void       culprit_known_bar_set_narrow  (CulpritKnownBar *bar,
                                          gboolean         narrow);

/* Whether there is anything to show. */
gboolean   culprit_known_bar_has_content (CulpritKnownBar *bar);

G_END_DECLS
