/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "failures-pane.h"
#include "issue-pane.h"
#include "log-loading.h"
#include "notice-bar.h"
#include "overview-strip.h"
#include "stepper.h"

#include "log-page.h"

struct _CulpritLogPage {
  GtkWidget             parent_instance;

  GtkWidget            *overlay;
  GtkProgressBar       *progress_bar;
  AdwFlap              *issue_flap;
  CulpritIssuePane     *issue_pane;
  AdwFlap              *failures_flap;
  CulpritFailuresPane  *failures_pane;
  CulpritNoticeBar     *notice_bar;
  GtkRevealer          *loading_revealer;
  GtkLabel             *loading_label;
  GtkRevealer          *stepper_revealer;
  CulpritStepper       *stepper;
  GtkStack             *stack;
  AdwStatusPage        *waiting_page;
  CulpritLogView       *view;
  CulpritOverviewStrip *strip;

  char                 *name;
  GFile                *file;
  JobLog               *log;
  LoadedLog            *loaded;           /* while it loads, what is known so far */
  GCancellable         *cancellable;      /* while it loads, else NULL */
  gint64                load_started;     /* monotonic time in microseconds */
  gint64                findings_updated;
  guint                 timeout_id;

  WidthClass            width_class;
  gboolean              show_failures;
  gboolean              show_issue;
  gboolean              bring_back_failures;   /* when the issue closes */

  int                   selected;
  gboolean              has_chosen;       /* the user looks at something already */
  gboolean              is_at_cause;
  gboolean              is_updating;      /* changes of the parts are ours */
  gint64                tail_lines;       /* wanted; the log may have fewer */
  gboolean              has_chosen_tail;
};

/* log-page-layout.c */
void culprit_log_page_update_layout    (CulpritLogPage *self);
void culprit_log_page_set_show_failures (CulpritLogPage *self,
                                         gboolean        show);
void culprit_log_page_set_show_issue    (CulpritLogPage *self,
                                         gboolean        show);

/* log-page-loading.c */
void culprit_log_page_clear_loading    (CulpritLogPage *self);

/* log-page.c */
void culprit_log_page_changed          (CulpritLogPage *self);
void culprit_log_page_was_loaded       (CulpritLogPage *self);
void culprit_log_page_was_unreadable   (CulpritLogPage *self,
                                        const GError   *error);
void culprit_log_page_update_tail      (CulpritLogPage *self);
