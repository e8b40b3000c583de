/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "log-page.h"

G_BEGIN_DECLS

/* A window: a tab a log, and the actions on the one in front. All that it does is an action of
 * the group "win". */
#define CULPRIT_TYPE_WINDOW (culprit_window_get_type ())
G_DECLARE_FINAL_TYPE (CulpritWindow, culprit_window, CULPRIT, WINDOW, AdwApplicationWindow)

GtkWidget      *culprit_window_new          (GtkApplication  *application);

/* Opens FILE in a tab; what a web address leads to is fetched. */
void            culprit_window_open_file    (CulpritWindow   *window,
                                             GFile           *file,
                                             JobLogReadFlags  flags);

/* The same for a file's or a web address. */
void            culprit_window_open_uri     (CulpritWindow   *window,
                                             const char      *uri,
                                             JobLogReadFlags  flags);

/* Opens SOURCE (transfer full) in a tab. */
void            culprit_window_open_source  (CulpritWindow   *window,
                                             LogSource       *source);

/* The log in front, or NULL. */
CulpritLogPage *culprit_window_get_page     (CulpritWindow   *window);

/* Brings PAGE, which is one of its own or NULL, to the front. */
void            culprit_window_show_page    (CulpritWindow   *window,
                                             CulpritLogPage  *page);

/* Says TEXT in a toast, with a button for ACTION where BUTTON is not NULL. */
void            culprit_window_add_toast    (CulpritWindow   *window,
                                             const char      *text,
                                             const char      *button,
                                             const char      *action);

/* The same with a button that opens the page at URL, where that is one. */
void            culprit_window_add_page_toast (CulpritWindow *window,
                                             const char      *text,
                                             const char      *url);

/* Says TEXT in a bar that stays, as culprit_notice_bar_add(). */
void            culprit_window_add_notice   (CulpritWindow   *window,
                                             const char      *text,
                                             const char      *button,
                                             const char      *action,
                                             GVariant        *target);

G_END_DECLS
