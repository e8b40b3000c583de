/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "history.h"
#include "issue.h"
#include "job-log.h"
#include "log-source.h"
#include "log-view.h"
#include "remote-log.h"
#include "session.h"
#include "tracker-issue.h"
#include "width-class.h"

G_BEGIN_DECLS

/* The content of a tab: one log while it loads and after, what failed beside it, and the issue
 * that it should become.
 *
 * Properties:
 *   show-failures (boolean)    the list of failures is in sight
 *   show-issue    (boolean)    the issue is in sight
 *   show-history  (boolean)    the history is in sight, in the issue's place
 * Signals:
 *   changed                    what the getters give is no longer what it was: lines, failures,
 *                              selection, tail range, issue
 *   field-reset (char *)       what the user had written in that field of the issue was replaced
 *   loaded                     the log was read, wholly or in part
 *   unreadable (GError *)      nothing of it could be read
 *   jobs-found (GPtrArray *)   nothing was read: its address leads to these jobs (of RemoteJob), of
 *                              which several failed, or none
 */
#define CULPRIT_TYPE_LOG_PAGE (culprit_log_page_get_type ())
G_DECLARE_FINAL_TYPE (CulpritLogPage, culprit_log_page, CULPRIT, LOG_PAGE, GtkWidget)

GtkWidget      *culprit_log_page_new              (void);

/* Starts to load. Once for each page. SOURCE is taken over. */
void            culprit_log_page_load_file        (CulpritLogPage  *page,
                                                   GFile           *file,
                                                   JobLogReadFlags  flags);
void            culprit_log_page_load_source      (CulpritLogPage  *page,
                                                   LogSource       *source);

/* The same for what a service has; takes over REMOTE. */
void            culprit_log_page_load_remote      (CulpritLogPage  *page,
                                                   RemoteLog       *remote,
                                                   JobLogReadFlags  flags);

/* The same for a file that is still being written. */
void            culprit_log_page_follow_file      (CulpritLogPage  *page,
                                                   GFile           *file);

/* Before one of these: it does not start until the page is first shown, and has no more than its name till then. */
void            culprit_log_page_put_off          (CulpritLogPage  *page);
gboolean        culprit_log_page_is_put_off       (CulpritLogPage  *page);

/* Gives TAB what line, failure and find it is at, and whether it is followed. And goes to the first three of them once it is
 * loaded, unless the user looks at something else by then. */
void            culprit_log_page_get_place        (CulpritLogPage  *page,
                                                   SessionTab      *tab);
void            culprit_log_page_set_place        (CulpritLogPage  *page,
                                                   const SessionTab *tab);

/* What PAGE took over from BEFORE is BEFORE's again. */
void            culprit_log_page_give_edits_back  (CulpritLogPage  *page,
                                                   CulpritLogPage  *before);

/* Goes to where BEFORE, a page of the same log, was to go and did not come to. */
void            culprit_log_page_take_place       (CulpritLogPage  *page,
                                                   CulpritLogPage  *before);

/* Offers once more to read the log, where that was offered since it is not all there. */
void            culprit_log_page_offer_again      (CulpritLogPage  *page);

/* After "unreadable": where it was open when the program was used last, and did not come now from a service or another
 * machine, it says ERROR and stays, so that it comes back the next time. Else FALSE. */
gboolean        culprit_log_page_keep_unread      (CulpritLogPage  *page,
                                                   const GError    *error);

/* Whether the log is what its file holds, or will be: FALSE where a file of this machine's is there and has changed
 * since it was read. */
gboolean        culprit_log_page_is_current       (CulpritLogPage  *page);

/* Stops loading or following; what was read stays. */
void            culprit_log_page_cancel           (CulpritLogPage  *page);

/* Ends all that works for the page, which would keep it: it will not be shown again. */
void            culprit_log_page_end              (CulpritLogPage  *page);

/* The log is read, and more of it is there. */
gboolean        culprit_log_page_is_loading       (CulpritLogPage  *page);

/* Whether the log is read on as it grows: a local file, which is read again for it, or a pipe
 * that is still open. The end of the log stays in sight where it is. */
gboolean        culprit_log_page_can_follow       (CulpritLogPage  *page);
gboolean        culprit_log_page_is_following     (CulpritLogPage  *page);
void            culprit_log_page_set_following    (CulpritLogPage  *page,
                                                   gboolean         following);

const char     *culprit_log_page_get_name         (CulpritLogPage  *page);
GFile          *culprit_log_page_get_file         (CulpritLogPage  *page);   /* or NULL */
RemoteLog      *culprit_log_page_get_remote       (CulpritLogPage  *page);   /* or NULL */

/* Where the log can be opened again, or NULL. */
const char     *culprit_log_page_get_uri          (CulpritLogPage  *page);

/* The job, or the log's name where that is not known; and what else is known of it:
 * "vllm/ci #64854 · main · f596e760c", or where it IS_SHORT "#64854 · f596e760c" (transfer full). */
const char     *culprit_log_page_get_job          (CulpritLogPage  *page);   /* or "" */
const char     *culprit_log_page_get_title        (CulpritLogPage  *page);
char           *culprit_log_page_dup_subtitle     (CulpritLogPage  *page,
                                                   gboolean         is_short);

/* Icon of the worst failure, of success, or NULL while nothing is known. */
const char     *culprit_log_page_get_icon_name    (CulpritLogPage  *page);

JobLog         *culprit_log_page_get_log          (CulpritLogPage  *page);
Findings       *culprit_log_page_get_findings     (CulpritLogPage  *page);
Profile        *culprit_log_page_get_profile      (CulpritLogPage  *page);   /* or NULL while it loads */
Issue          *culprit_log_page_get_issue        (CulpritLogPage  *page);   /* or NULL */
CulpritLogView *culprit_log_page_get_view         (CulpritLogPage  *page);

/* Index of the selected failure, or -1; and the failure itself, or NULL. */
int             culprit_log_page_get_selected     (CulpritLogPage  *page);
const Failure  *culprit_log_page_get_failure      (CulpritLogPage  *page);

/* Selects failure INDEX and shows it in the log. */
void            culprit_log_page_select           (CulpritLogPage  *page,
                                                   int              index);

/* Shows the cause of the selected failure in the log; the failure, where it was shown. */
void            culprit_log_page_go_to_cause      (CulpritLogPage  *page);

/* The issue that reports the selected failure, to which a comment goes, or NULL. Borrowed. */
const TrackerIssue *culprit_log_page_get_report   (CulpritLogPage  *page);

/* Looks once more which failures are reported. */
void            culprit_log_page_look_up_again    (CulpritLogPage  *page);

/* Opens the bar that finds in the log, and goes to what it finds next (DIRECTION 1) or before (-1). */
void            culprit_log_page_start_find       (CulpritLogPage  *page);
void            culprit_log_page_find_next        (CulpritLogPage  *page,
                                                   int              direction);

/* Opens the bar that asks for a line, and goes there. */
void            culprit_log_page_start_going      (CulpritLogPage  *page);

/* Asks since when the selected failure is on the main branch, where that can be asked, with IS_EXACT until the one build is
 * found; and what came of it, or NULL. Borrowed until it is asked again. */
gboolean        culprit_log_page_can_ask_history  (CulpritLogPage  *page);
void            culprit_log_page_ask_history      (CulpritLogPage  *page,
                                                   gboolean         is_exact);
gboolean        culprit_log_page_is_asking        (CulpritLogPage  *page);
void            culprit_log_page_stop_asking      (CulpritLogPage  *page);
const History  *culprit_log_page_get_history      (CulpritLogPage  *page);

/* Puts that into the issue, as culprit_issue_pane_add_history(). */
gboolean        culprit_log_page_add_finding      (CulpritLogPage  *page);

/* Takes back what field-reset told of last. */
void            culprit_log_page_undo_reset       (CulpritLogPage  *page);

/* What was changed in the issue of BEFORE, a page of the same log, is changed in this one's as soon as there is one. */
void            culprit_log_page_take_edits       (CulpritLogPage  *page,
                                                   CulpritLogPage  *before);

/* Writes down what was changed in its issue since it did so last (kept-edits.h), if
 * MAY_BE_KEPT. Of pages of the same log, what was changed last stays. FALSE: something was changed, and is kept nowhere. */
gboolean        culprit_log_page_keep_edits       (CulpritLogPage  *page,
                                                   gboolean         may_be_kept);

/* Lines in the tail range, and its size in bytes. */
gint64          culprit_log_page_get_tail_lines   (CulpritLogPage  *page);
void            culprit_log_page_set_tail_lines   (CulpritLogPage  *page,
                                                   gint64           lines);
gint64          culprit_log_page_get_tail_bytes   (CulpritLogPage  *page);

/* Whether the user looks at something in it already. */
gboolean        culprit_log_page_has_chosen       (CulpritLogPage  *page);

/* Adds its parts that F6 goes round, in their order; those out of sight, too. They are the page's. */
void            culprit_log_page_add_regions      (CulpritLogPage  *page,
                                                   GPtrArray       *regions);

/* Puts the keyboard on the first failure, or into the log, or where a pane covers it into the pane. */
void            culprit_log_page_focus            (CulpritLogPage  *page);

void            culprit_log_page_set_width_class  (CulpritLogPage  *page,
                                                   WidthClass       width_class);

G_END_DECLS
