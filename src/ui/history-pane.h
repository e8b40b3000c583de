/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "history.h"

G_BEGIN_DECLS

/* Since when the selected failure is on the main branch: a dot a build, the last good and the first bad one, what that
 * means, and who may have broken it.
 *
 * Buttons are the actions win.open-link (string: an address), win.ask-main, win.look-closer, win.stop-asking,
 * win.add-finding and win.copy-finding. */
#define CULPRIT_TYPE_HISTORY_PANE (culprit_history_pane_get_type ())
G_DECLARE_FINAL_TYPE (CulpritHistoryPane, culprit_history_pane, CULPRIT, HISTORY_PANE, GtkWidget)

GtkWidget *culprit_history_pane_new          (void);

/* Shows HISTORY, which was asked for at ASKED_AT, in seconds since 1970. It may be let go. */
void       culprit_history_pane_show_history (CulpritHistoryPane *pane,
                                              const History      *history,
                                              gint64              asked_at);

/* Shows that it is asked for. */
void       culprit_history_pane_show_asking  (CulpritHistoryPane *pane);

/* Shows why there is none: TITLE, and in TEXT what is wrong, or NULL. With CAN_ASK it may be asked for. */
void       culprit_history_pane_show_nothing (CulpritHistoryPane *pane,
                                              const char         *title,
                                              const char         *text,
                                              gboolean            can_ask);

G_END_DECLS
