/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a line of the log, as line_place_parse() reads it, and says what is wrong with what is no line.
 *
 * Signals: chosen (int64 line); closed, by the button or Escape. */
#define CULPRIT_TYPE_GO_TO_BAR (culprit_go_to_bar_get_type ())
G_DECLARE_FINAL_TYPE (CulpritGoToBar, culprit_go_to_bar, CULPRIT, GO_TO_BAR, GtkWidget)

GtkWidget *culprit_go_to_bar_new       (void);

/* Gives the keyboard to the entry, whose text is selected. */
void       culprit_go_to_bar_start     (CulpritGoToBar *bar);

/* How many lines there are by now, and from which one "+50" counts. */
void       culprit_go_to_bar_set_lines (CulpritGoToBar *bar,
                                        gint64          current,
                                        gint64          n_lines);

G_END_DECLS
