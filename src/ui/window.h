/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "log-page.h"
#include "session.h"

G_BEGIN_DECLS

/* A window: a tab a log, and the actions on the one in front. All that it does is an action of
 * the group "win".
 *
 * Signal: changed, when tabs came, went or moved, or the one in front shows something else. */
#define CULPRIT_TYPE_WINDOW (culprit_window_get_type ())
G_DECLARE_FINAL_TYPE (CulpritWindow, culprit_window, CULPRIT, WINDOW, AdwApplicationWindow)

GtkWidget      *culprit_window_new          (GtkApplication  *application);

/* Opens URI, a file's or a web address, in a tab of its own; what a web address leads to is fetched. */
void            culprit_window_open_uri     (CulpritWindow   *window,
                                             const char      *uri,
                                             JobLogReadFlags  flags);

/* The same, but brings the log to the front where it is open already, in whichever window; a file of this machine's that has
 * changed since it was read is read anew, in place of what was open, and what was written in its issue stays. The log's page
 * (borrowed), or NULL where nothing was opened. */
CulpritLogPage *culprit_window_show_file    (CulpritWindow   *window,
                                             GFile           *file);
CulpritLogPage *culprit_window_show_uri     (CulpritWindow   *window,
                                             const char      *uri);

/* Opens SOURCE (transfer full) in a tab. */
void            culprit_window_open_source  (CulpritWindow   *window,
                                             LogSource       *source);

/* The log in front, or NULL. */
CulpritLogPage *culprit_window_get_page     (CulpritWindow   *window);

/* Brings PAGE, which is of this program's windows or NULL, to the front of its window. */
void            culprit_window_show_page    (CulpritWindow   *window,
                                             CulpritLogPage  *page);

/* What of it comes back when the program is started again (transfer full): logs and the daily triage, but not what was
 * pasted or came by standard input, nor what has an address that lets in whoever knows it. */
SessionWindow  *culprit_window_dup_session  (CulpritWindow   *window);

/* Brings that back; a file that is gone is left out, and only the tab in front is loaded before it is shown. And whether
 * anything is left of it; adds to GONE the names (char *) of what is not. */
void            culprit_window_restore      (CulpritWindow   *window,
                                             const SessionWindow *session);
gboolean        culprit_window_can_restore  (const SessionWindow *session,
                                             GPtrArray       *gone);

/* Says that the logs of these NAMES are gone, where there are any. */
void            culprit_window_tell_gone    (CulpritWindow   *window,
                                             GPtrArray       *names);

/* Writes down what was edited in the issues of its logs, those of closed tabs too. Adds to UNKEPT, which may be NULL, the
 * titles (char *) of the logs whose issues cannot be kept, since they are of what was pasted, or since no session is: they
 * are lost with the window, which asks before it closes. */
void            culprit_window_keep_edits   (CulpritWindow   *window,
                                             GPtrArray       *unkept);

/* Closes it without that question; and takes the question back where it is asked, as if it was cancelled. */
void            culprit_window_close_discarding (CulpritWindow *window);
void            culprit_window_stop_asking  (CulpritWindow   *window);

/* Brings the page of which the notification with this id told, and the window to the front. FALSE where it is not in this
 * window. */
gboolean        culprit_window_show_notified (CulpritWindow  *window,
                                             const char      *id);

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
