/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What went wrong, where, and what to do, in bars over the log: each with at most one button
 * and one that takes it away. */
#define CULPRIT_TYPE_NOTICE_BAR (culprit_notice_bar_get_type ())
G_DECLARE_FINAL_TYPE (CulpritNoticeBar, culprit_notice_bar, CULPRIT, NOTICE_BAR, GtkWidget)

GtkWidget *culprit_notice_bar_new   (void);

/* Adds a notice under those that are there. BUTTON may be NULL; else it activates ACTION with
 * TARGET (floating or NULL) and takes the notice away. */
void       culprit_notice_bar_add   (CulpritNoticeBar *bar,
                                     const char       *text,
                                     const char       *button,
                                     const char       *action,
                                     GVariant         *target);

/* Whether a notice says TEXT. */
gboolean   culprit_notice_bar_has   (CulpritNoticeBar *bar,
                                     const char       *text);

void       culprit_notice_bar_clear (CulpritNoticeBar *bar);

G_END_DECLS
