/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "find-pattern.h"

G_BEGIN_DECLS

/* What is looked for in the log, and how much of it there is.
 *
 * Signals: changed, what is looked for; moved (int direction), to the next hit (1) or the one before (-1); closed, by the
 * button or Escape. */
#define CULPRIT_TYPE_FIND_BAR (culprit_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (CulpritFindBar, culprit_find_bar, CULPRIT, FIND_BAR, GtkWidget)

GtkWidget   *culprit_find_bar_new          (void);

/* Gives the keyboard to the entry, with TEXT in it where it is not NULL. */
void         culprit_find_bar_start        (CulpritFindBar *bar,
                                            const char     *text);

/* What is in the entry, or is to be there when it is opened. */
const char  *culprit_find_bar_get_text     (CulpritFindBar *bar);
void         culprit_find_bar_set_text     (CulpritFindBar *bar,
                                            const char     *text);

/* NULL where nothing is looked for, or what is wrong with it, which is shown (transfer full). */
FindPattern *culprit_find_bar_make_pattern (CulpritFindBar *bar);

/* In two rows. */
void         culprit_find_bar_set_narrow   (CulpritFindBar *bar,
                                            gboolean        narrow);

/* Only matching lines and the context round them are the properties "only-matching" and "context" of TARGET, too. */
void         culprit_find_bar_bind_filter  (CulpritFindBar *bar,
                                            GObject        *target);

/* "4 of 10"; POSITION 0: at none of them; not IS_DONE: "10, still looking…". */
void         culprit_find_bar_show_hits    (CulpritFindBar *bar,
                                            gint64          position,
                                            gint64          n_hits,
                                            gboolean        is_done);

G_END_DECLS
