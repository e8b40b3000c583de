/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* The windows and tabs that are to come back when the program is started again. They are kept in the
 * file "session" of the user's folder for state, which nobody else may read: addresses, sizes, places and
 * what was looked for, nothing of a log. What the file says is checked when it is read. */

#define SESSION_MAX_WINDOWS 20
#define SESSION_MAX_TABS    100     /* of a window */

/* What is in sight beside a tab's log. */
typedef enum {
  SESSION_SHOWS_FAILURES = 1 << 0,
  SESSION_SHOWS_ISSUE    = 1 << 1,
  SESSION_SHOWS_HISTORY  = 1 << 2,
} SessionPanes;

typedef struct {
  char         *uri;          /* of the log; "" is the daily triage */
  SessionPanes  panes;
  gint64        line;         /* first in sight, or 0: where a log opens */
  int           failure;      /* index of the selected one, or -1: the first */
  char         *find;         /* what was looked for, or "" */
  gboolean      is_followed;
} SessionTab;

typedef struct {
  int        width;          /* in pixels, while it is not maximized */
  int        height;
  gboolean   is_maximized;
  int        selected;       /* index of the tab in front, or -1 */
  GPtrArray *tabs;           /* of SessionTab, in their order */
} SessionWindow;

SessionWindow *session_window_new      (void);
void           session_window_free     (SessionWindow *window);

SessionTab    *session_tab_new         (const char    *uri,
                                        SessionPanes   panes);
SessionTab    *session_tab_copy        (const SessionTab *tab);
void           session_tab_free        (SessionTab    *tab);

/* Adds TAB (transfer full) behind the others, where there is room. */
void           session_window_add_tab  (SessionWindow *window,
                                        SessionTab    *tab);

/* The windows that were saved last, in their order (of SessionWindow, transfer full); none where the
 * file is not there or is broken. */
GPtrArray     *session_load            (void);

/* Puts WINDOWS in their place, unless it has them already; see state_file_write(). */
void           session_save            (GPtrArray *windows);

/* Removes the file. */
void           session_forget          (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SessionTab, session_tab_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SessionWindow, session_window_free)
