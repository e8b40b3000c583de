/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "failures-pane.h"
#include "find-bar.h"
#include "go-to-bar.h"
#include "history-pane.h"
#include "issue-pane.h"
#include "known.h"
#include "known-bar.h"
#include "log-loading.h"
#include "notice-bar.h"
#include "stepper.h"

#include "log-page.h"

struct _CulpritLogPage {
  GtkWidget             parent_instance;

  GtkWidget            *overlay;
  GtkProgressBar       *progress_bar;
  AdwFlap              *issue_flap;
  GtkStack             *pane_stack;
  CulpritIssuePane     *issue_pane;
  CulpritHistoryPane   *history_pane;
  AdwFlap              *failures_flap;
  CulpritFailuresPane  *failures_pane;
  CulpritNoticeBar     *notice_bar;
  GtkRevealer          *loading_revealer;
  GtkSpinner           *loading_spinner;
  GtkLabel             *loading_label;
  CulpritNoticeBar     *known_notices;
  GtkRevealer          *known_revealer;
  CulpritKnownBar      *known_bar;
  GtkRevealer          *stepper_revealer;
  CulpritStepper       *stepper;
  GtkRevealer          *find_revealer;
  CulpritFindBar       *find_bar;
  GtkRevealer          *go_to_revealer;
  CulpritGoToBar       *go_to_bar;
  GtkStack             *stack;
  AdwStatusPage        *waiting_page;
  CulpritLogView       *view;
  GtkWidget            *strip;

  char                 *name;
  GFile                *file;             /* or NULL */
  RemoteLog            *remote;           /* or NULL */
  char                 *uri;              /* where it can be opened again, or NULL */
  JobLogReadFlags       flags;
  JobLog               *log;
  LoadedLog            *loaded;           /* while it loads, what is known so far */
  Issue                *edits;            /* what was edited while there is no issue, or NULL */
  GVariant             *kept_edits;       /* what it wrote down last (issue-edits.h), or NULL */
  GVariant             *taken_edits;      /* what went on to the page that took its place, or NULL */

  JobLog               *reading;          /* while it loads: LOG, or what takes its place; else NULL */
  GCancellable         *cancellable;      /* while it loads, else NULL */
  gint64                load_started;     /* monotonic time in microseconds */
  gint64                findings_updated;
  goffset               n_read;           /* at the last look, for what came since */
  gint64                n_lines;
  guint64               n_published;
  gboolean              has_news;         /* not shown as failures and counts yet */
  guint                 timeout_id;
  gboolean              tells_wait;       /* a notice says for what it waits */
  char                 *stamp;            /* of the file as it was when it began to be read, or NULL */
  gboolean              is_put_off;       /* it is not read before it is shown */
  gboolean              goes_first;       /* it is loaded, and does not show yet what it is opened for */
  SessionTab           *place;            /* to come back to once it is loaded, or NULL */
  char                 *retry_text;       /* why it offered to read the log again, or NULL */
  gint64                wanted_line;      /* to go to once it has come, or 0 */
  gint64                wanted_last;      /* of the lines to select with it */

  GCancellable         *stop;             /* while it is followed, else NULL */
  gboolean              has_caught_up;    /* what the log held by then is shown */
  gboolean              is_making_issue;  /* a worker makes the issue of what is there so far */
  gint64                issue_made_at;    /* monotonic time in microseconds */
  Findings             *issue_made_of;    /* or NULL */

  GCancellable         *looking_up_known; /* while it is looked up what is reported, else NULL */
  KnownFailures        *known;            /* which failures are reported, or NULL */
  Findings             *known_of;         /* what it is of, or NULL */
  gboolean              has_no_tracker;   /* it could not be asked: nor is it, until the user says so */

  GCancellable         *asking;           /* while a failure's history is asked for, else NULL */
  char                 *asked_for;        /* which failure's */
  GHashTable           *answers;          /* histories by failure, or NULL */

  GCancellable         *searching;        /* while the log is looked through, else NULL */
  guint                 find_timeout_id;
  JobLog               *find_log;         /* that it was begun in; only compared */
  gboolean              wants_hit;        /* it goes to the first one that comes */

  GCancellable         *looking_for_errors;    /* while the log is looked through, else NULL */

  WidthClass            width_class;
  gboolean              show_failures;
  gboolean              show_issue;
  gboolean              show_history;     /* never both */
  gboolean              bring_back_failures;   /* when the issue closes */

  int                   selected;
  gboolean              has_chosen;       /* the user looks at something already */
  gboolean              is_at_cause;
  gboolean              is_updating;      /* changes of the parts are ours */
  gint64                tail_lines;       /* wanted; the log may have fewer */
  gboolean              has_chosen_tail;
  char                 *dragged;          /* the failure's name, or NULL */
};

/* log-page-edits.c */
void culprit_log_page_bring_edits      (CulpritLogPage *self,     /* to ISSUE, which takes the place of what there is; NULL: to the next one */
                                        Issue          *issue);
void culprit_log_page_clear_edits      (CulpritLogPage *self);

/* log-page-stamp.c */
void culprit_log_page_take_stamp       (CulpritLogPage *self);    /* of the file, before it is read */

/* log-page-find.c */
void culprit_log_page_connect_find     (CulpritLogPage *self);
void culprit_log_page_clear_find       (CulpritLogPage *self);

/* log-page-errors.c */
void culprit_log_page_look_for_errors  (CulpritLogPage *self);    /* once more, where there are lines that were not looked through */
void culprit_log_page_clear_errors     (CulpritLogPage *self);

/* log-page-going.c */
void culprit_log_page_connect_going    (CulpritLogPage *self);

/* log-page-dragging.c */
void culprit_log_page_init_dragging    (CulpritLogPage *self);

/* log-page-layout.c */
void culprit_log_page_leave            (CulpritLogPage *self,    /* the keyboard goes from PART, which is to be hidden, to the */
                                        gpointer        part);   /* log; it stays where it is elsewhere */
void culprit_log_page_update_layout    (CulpritLogPage *self);
void culprit_log_page_set_show_failures (CulpritLogPage *self,
                                         gboolean        show);
void culprit_log_page_set_show_issue    (CulpritLogPage *self,
                                         gboolean        show);
void culprit_log_page_set_show_history  (CulpritLogPage *self,
                                         gboolean        show);

/* log-page-selection.c */
void culprit_log_page_init_selection   (CulpritLogPage *self);

/* log-page-loading.c */
void culprit_log_page_start_reading    (CulpritLogPage *self,    /* the file into READING */
                                        LogSource      *source);
void culprit_log_page_clear_loading    (CulpritLogPage *self);
void culprit_log_page_update_findings  (CulpritLogPage *self);
void culprit_log_page_take_loaded      (CulpritLogPage *self,    /* transfer full */
                                        LoadedLog      *loaded);

void culprit_log_page_start_loading    (CulpritLogPage *self,    /* once FILE or REMOTE are set */
                                        LogSource      *source);

/* log-page-fetching.c */
void culprit_log_page_tell_wait        (GObject        *object,
                                        GCancellable   *cancellable,
                                        const char     *message);
void culprit_log_page_end_wait         (CulpritLogPage *self);
void culprit_log_page_go_to_wanted     (CulpritLogPage *self);
char *culprit_log_page_dup_fetching    (CulpritLogPage *self,
                                        const char     *n_read,
                                        const char     *n_total);    /* or NULL */
gboolean culprit_log_page_take_fetched (CulpritLogPage *self,    /* whether there is a log at all */
                                        LoadedLog      *loaded);

/* log-page-place.c */
void culprit_log_page_load_put_off     (CulpritLogPage *self);    /* it is shown */
void culprit_log_page_select_kept      (CulpritLogPage *self);    /* the failure, once they are known, */
void culprit_log_page_go_first         (CulpritLogPage *self);    /* and to the lines, those that its address names or the
                                                                     failure, as soon as it is shown */

/* log-page-following.c */
gboolean culprit_log_page_catch_up     (CulpritLogPage *self);
void culprit_log_page_take_reading     (CulpritLogPage *self);
void culprit_log_page_show_following   (CulpritLogPage *self);
void culprit_log_page_remake_issue     (CulpritLogPage *self);
void culprit_log_page_clear_following  (CulpritLogPage *self);

gboolean culprit_log_page_has_same_failures (Findings *a,
                                             Findings *b);

/* log-page-known.c */
void culprit_log_page_update_known     (CulpritLogPage *self);
void culprit_log_page_look_up_known    (CulpritLogPage *self);   /* where it is wanted and not done yet */
void culprit_log_page_clear_known      (CulpritLogPage *self);

/* log-page-history.c */
void culprit_log_page_update_history   (CulpritLogPage *self);
void culprit_log_page_clear_history    (CulpritLogPage *self);

/* log-page.c */
void culprit_log_page_changed          (CulpritLogPage *self);
void culprit_log_page_was_loaded       (CulpritLogPage *self);
void culprit_log_page_found_jobs       (CulpritLogPage *self,
                                        GPtrArray      *jobs);
void culprit_log_page_was_unreadable   (CulpritLogPage *self,
                                        const GError   *error);
void culprit_log_page_update_tail      (CulpritLogPage *self);
