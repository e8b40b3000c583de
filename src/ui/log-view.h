/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "job-log.h"
#include "log-errors.h"
#include "log-find.h"
#include "log-view-copy.h"

G_BEGIN_DECLS

/* The log, drawn from its store: only the rows that are seen are laid out, whatever the log's
 * size. A GtkScrollable in pixels. Shows line numbers, the failures and their causes in gutter
 * and background, sections that fold, the tail range with an edge that can be dragged, the section's name on top
 * while it scrolls, and the program's own colours; selects text and whole lines by pointer and
 * keyboard, and lets what is selected be dragged away.
 *
 * To a screen reader it is a text box whose description is the cursor's line, "3,004, failure, E assert False"; from GTK 4.14
 * on also a GtkAccessibleText of the lines around the cursor, see log-view-spoken.h.
 *
 * Properties:
 *   tail-lines        (int64)    lines in the tail range; dragging its edge changes it. It may be more
 *                                than there are, so that it stays while the log loads: all are in it then
 *   selected-failure  (int)      index into the findings, or -1
 *   has-selection     (boolean, read-only)
 *   zoom              (double)   0.5 to 3.0
 *   wrap              (boolean)  lines that are too long go on in the next row
 *   only-matching     (boolean)  shows only lines with a hit of what is looked for, and
 *   context           (int)      so many lines before and after each
 *   narrow            (boolean)  less room: a gutter of 48 pixels in place of 64, and a thinner strip
 *   fit-rulers    (boolean)  rulers that a runner draws round a title go to the edge, however long they are
 *   short-prefixes (boolean) of a prefix that culprit_log_view_set_line_prefix() tells the name alone is drawn
 *   log-colours   (boolean)  the program's own colours; else everything has the log's foreground
 *   line-times    (string)   times in the gutter: "none", "time-of-day", "since-start", "since-line", see log-view-times.h.
 *                            Left out where they would take more than half of the view, or the log has none
 * Signals:
 *   failure-picked (int index)   a failure's mark in the gutter was clicked, or n / p pressed
 *   cause-picked   (int index)   the mark of a failure's cause was clicked
 *   updated                      after culprit_log_view_update()
 * Actions on the widget, for its menu and keys (group "log"):
 *   log.copy log.select-all log.start-tail-here log.fold-all log.unfold-all log.zoom-in log.zoom-out log.zoom-reset
 * Others of its menu are the window's: win.copy-markdown, win.copy-numbered, win.copy-to-end (from the
 * cursor's line), win.search-tracker; log.copy is win.copy-selection. The key c is win.go-to-cause, and back to the failure from
 * inside of its cause.
 */
#define CULPRIT_TYPE_LOG_VIEW (culprit_log_view_get_type ())
G_DECLARE_FINAL_TYPE (CulpritLogView, culprit_log_view, CULPRIT, LOG_VIEW, GtkWidget)

GtkWidget    *culprit_log_view_new              (void);

/* NULL shows nothing. */
void          culprit_log_view_set_log          (CulpritLogView *view,
                                                 JobLog         *log);

/* LOG is the same one, read again: what is in sight and selected stays, where that is in it. */
void          culprit_log_view_replace_log      (CulpritLogView *view,
                                                 JobLog         *log);

/* How lines start that the log's project has a profile for, with a group "name"; see log-view-prefix.h. NULL: not known. */
void          culprit_log_view_set_line_prefix  (CulpritLogView *view,
                                                 GRegex         *prefix);

/* Looks at what the log holds by now: lines, failures, sections. Cheap; once a frame at most. */
void          culprit_log_view_update           (CulpritLogView *view);

/* Brings LINE into sight, a third from the top; up to two screens away it glides there where
 * motion is not reduced. */
void          culprit_log_view_show_line        (CulpritLogView *view,
                                                 gint64          line);

/* The same, with the keyboard's cursor at its start and nothing selected; or with the lines FIRST to LAST selected and the
 * cursor in the first one. Lines beyond the last one are that one. */
void          culprit_log_view_go_to_line       (CulpritLogView *view,
                                                 gint64          line);
void          culprit_log_view_select_lines     (CulpritLogView *view,
                                                 gint64          first,
                                                 gint64          last);

/* Brings the last line into sight. Where it is, it stays in sight while lines come: always in a
 * log that is scrolled; where FOLLOWS, also in one that needed no scrolling before, and while
 * the view's height changes. */
void          culprit_log_view_show_end         (CulpritLogView *view);
void          culprit_log_view_set_follows_end  (CulpritLogView *view,
                                                 gboolean        follows);

/* Selects failure INDEX, brings the head of its explanation into sight and lets it glow once. */
void          culprit_log_view_show_failure     (CulpritLogView *view,
                                                 int             index);

/* The same for the cause of failure INDEX, which has one. */
void          culprit_log_view_show_cause       (CulpritLogView *view,
                                                 int             index);

/* Whether its lines have times, as far as that is known. */
gboolean      culprit_log_view_has_times        (CulpritLogView *view);

/* Brings LINE to the top at once, as far as there is enough after it. */
void          culprit_log_view_show_from        (CulpritLogView *view,
                                                 gint64          line);

/* First line in sight, and the line of the keyboard's cursor. */
gint64        culprit_log_view_get_first_line   (CulpritLogView *view);
gint64        culprit_log_view_get_cursor_line  (CulpritLogView *view);

/* Marks what FIND has found and finds, or nothing (NULL). */
void          culprit_log_view_set_find         (CulpritLogView *view,
                                                 LogFind        *find);
LogFind      *culprit_log_view_get_find         (CulpritLogView *view);

/* The log's lines with errors, for its strip, or NULL. Forgotten with the log. */
void          culprit_log_view_set_errors       (CulpritLogView *view,
                                                 LogErrors      *errors);
LogErrors    *culprit_log_view_get_errors       (CulpritLogView *view);

/* Goes to the next hit (DIRECTION 1) or the one before (-1), at first from what is in sight on; after the last one the first
 * comes. FALSE where there is none so far. */
gboolean      culprit_log_view_find_next        (CulpritLogView *view,
                                                 int             direction);

/* Which of the hits it is at, from 1 on; 0: at none. */
gint64        culprit_log_view_get_hit_position (CulpritLogView *view);

/* What is copied of the selection, however large, or NULL where nothing is selected (transfer full): where only matching
 * lines are shown, of those alone. RET_LINES gets the number of its lines. For the clipboard, with secrets masked, and
 * as the log has it. The first outlives view and selection. */
GdkContentProvider *culprit_log_view_get_selection_content (CulpritLogView *view,
                                                            LogCopyForm     form,
                                                            gint64         *ret_lines);
GInputStream *culprit_log_view_open_selection   (CulpritLogView *view,
                                                 gint64         *ret_lines);

/* The same from the start of the cursor's line to the log's end; NULL where no line is shown there. */
GdkContentProvider *culprit_log_view_get_rest_content (CulpritLogView *view,
                                                       gint64         *ret_lines);
GInputStream *culprit_log_view_open_rest        (CulpritLogView *view);

/* What a search is for: the selected text, or the line of the cursor where nothing is selected, with secrets
 * masked; NULL in an empty log (transfer full). */
GInputStream *culprit_log_view_open_subject     (CulpritLogView *view);

G_END_DECLS
