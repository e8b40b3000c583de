/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "drop-target.h"
#include "notice-bar.h"
#include "range-bar.h"
#include "triage-page.h"

#include "window.h"

#define WINDOW_LEAST_WIDTH  360       /* pixels, as in window.ui */
#define WINDOW_LEAST_HEIGHT 480

struct _CulpritWindow {
  AdwApplicationWindow  parent_instance;

  AdwToastOverlay      *toast_overlay;
  GtkWidget            *overlay;
  AdwHeaderBar         *header_bar;
  GtkWidget            *failures_button;
  GtkWidget            *back_button;
  GtkWidget            *open_button;
  GtkWidget            *paste_button;
  GtkWidget            *history_button;
  GtkWidget            *find_button;
  GtkWidget            *issue_button;
  AdwWindowTitle       *title;
  GtkMenuButton        *menu_button;
  GMenuModel           *primary_menu;
  GMenu                *recent_menu;
  GMenu                *links_menu;
  AdwTabBar            *tab_bar;
  AdwTabView           *tab_view;
  CulpritNoticeBar     *notice_bar;
  GtkStack             *stack;
  GtkWidget            *empty_page;
  GtkRevealer          *range_revealer;
  CulpritRangeBar      *range_bar;
  GtkRevealer          *drop_revealer;
  GtkImage             *drop_icon;
  GtkLabel             *drop_title;
  GtkLabel             *drop_text;

  CulpritDropTarget    *drop_target;
  AdwToast             *toast;           /* that came last, while it is shown; else NULL */
  gint64                toast_shown;     /* monotonic time in microseconds */
  AdwTabPage           *menu_tab;        /* while a tab's menu is open, else NULL */
  GtkWidget            *held_menu;       /* weak: of the tabs, or NULL; window-tab-menu.c */
  GtkWidget            *menu_focus;      /* weak: had the keyboard before that menu, or NULL */
  CulpritLogPage       *reset_page;      /* weak: in which a field was reset last, or NULL */
  GQueue                closed_pages;    /* of CulpritLogPage, the last one first */
  gboolean              is_replacing;    /* a tab that closes is not missed */
  gboolean              discards_edits;  /* the user said so, while it closes */
  GtkWidget            *discard_dialog;  /* weak: while it asks, else NULL */
  WidthClass            width_class;
  guint                 width_idle;
  guint                 ready_idle;
};

/* window.c */
void        culprit_window_update        (CulpritWindow *self);
void        culprit_window_set_width_class (CulpritWindow *self,
                                          WidthClass     width_class);

/* window-showing.c */
CulpritLogPage *culprit_window_show_open (CulpritWindow *self,      /* the log of URI, where it is open; else NULL */
                                          const char    *uri);
CulpritLogPage *culprit_window_read_again (CulpritWindow  *self,    /* its page in the place of BEFORE, which is closed */
                                           CulpritLogPage *before);
gboolean    culprit_window_has_replaced (CulpritWindow  *self,      /* whether the one in whose place PAGE is can come back */
                                         CulpritLogPage *page);
void        culprit_window_close_unread (CulpritWindow  *self,      /* the one in whose place PAGE was is there again */
                                         CulpritLogPage *page);

/* window-tab-menu.c */
void        culprit_window_hold_tab_menu (CulpritWindow *self);   /* the keyboard, in that which opens */

/* window-tab-drag.c */
void        culprit_window_init_tab_drag (CulpritWindow *self);

/* window-tabs.c */
void        culprit_window_init_tabs     (CulpritWindow *self);
GPtrArray  *culprit_window_list_logs     (CulpritWindow *self);   /* of CulpritLogPage, those of the tabs, in their order */
void        culprit_window_add_page      (CulpritWindow *self,
                                          GtkWidget     *page);
void        culprit_window_new_tab       (CulpritWindow *self);
void        culprit_window_close_tab     (CulpritWindow *self);
void        culprit_window_move_tab      (CulpritWindow *self);   /* to a window of its own */
void        culprit_window_reopen_tab    (CulpritWindow *self);
void        culprit_window_close_replaced (CulpritWindow  *self,    /* another page has PAGE's log: nothing is told */
                                           CulpritLogPage *page);
void        culprit_window_end_pages     (CulpritWindow *self);   /* those of closed tabs, too: the window closes */
gboolean    culprit_window_may_remember  (CulpritLogPage *page);   /* where it is found, in a file that stays */

char       *culprit_window_dup_summary   (CulpritLogPage *page);   /* what failed, in a few words, for where others may see it:
                                                                      secrets masked */

/* window-edits.c */
void        culprit_window_init_edits    (CulpritWindow *self);
gboolean    culprit_window_keep_page_edits (CulpritLogPage *page);  /* FALSE: what was written in its issue is kept nowhere */

/* window-notifying.c */
void        culprit_window_init_notifying (CulpritWindow *self);
void        culprit_window_watch_work    (CulpritWindow  *self,     /* whenever PAGE changed */
                                          CulpritLogPage *page);
void        culprit_window_tell_ended    (CulpritWindow  *self,     /* PAGE loads no more, and is about to close: why */
                                          CulpritLogPage *page,
                                          const char     *text);

/* window-actions.c */
void        culprit_window_init_actions  (CulpritWindow *self);
GSimpleAction *culprit_window_get_action (CulpritWindow *self,    /* "win.NAME", which must be there */
                                          const char    *name);

/* window-keys.c: keys that mean something else in an entry, which therefore gets them first; the program's own accelerators
 * come before all widgets */
void        culprit_window_add_late_keys (CulpritWindow *self);

/* window-action-needs.c */
void        culprit_window_update_actions (CulpritWindow *self);

/* window-open-actions.c */
void        culprit_window_init_open_actions (CulpritWindow *self);

/* window-view-options.c */
void        culprit_window_init_view_options (CulpritWindow *self);
void        culprit_window_update_view_options (CulpritWindow *self);     /* of the page in front */

/* window-copying.c: what the actions of the same names do. */
void        culprit_window_copy_tail     (CulpritWindow *self);
void        culprit_window_copy_failure  (CulpritWindow *self);
void        culprit_window_copy_issue    (CulpritWindow *self);
void        culprit_window_copy_title    (CulpritWindow *self);
void        culprit_window_copy_selection (CulpritWindow *self,
                                          LogCopyForm    form);
void        culprit_window_copy_to_end   (CulpritWindow *self);      /* from the log's cursor */
void        culprit_window_copy_rerun    (CulpritWindow *self,
                                          gboolean       loop);
void        culprit_window_copy_comment  (CulpritWindow *self);
void        culprit_window_copy_finding  (CulpritWindow *self);
void        culprit_window_copy_job      (CulpritWindow *self);
void        culprit_window_copy_commit   (CulpritWindow *self);
void        culprit_window_copy_field    (CulpritWindow *self,
                                          guint          index);

/* window-triage.c */
void        culprit_window_attach_triage (CulpritWindow *self,
                                          AdwTabPage    *tab);
void        culprit_window_detach_triage (CulpritWindow     *self,       /* PAGE closes: it looks no more */
                                          CulpritTriagePage *page);
CulpritTriagePage *culprit_window_get_triage (CulpritWindow *self);   /* in front, or NULL */
void        culprit_window_show_triage   (CulpritWindow *self);
GtkWidget  *culprit_window_make_triage   (void);                      /* by the preferred profile; NULL: it has none */

/* window-regions.c: what the actions of the names next-region and previous-region do. */
void        culprit_window_go_to_region  (CulpritWindow *self,
                                          int            by);

/* window-posting.c: what the actions of the same names do. */
void        culprit_window_submit        (CulpritWindow *self);
void        culprit_window_comment       (CulpritWindow *self);
void        culprit_window_react         (CulpritWindow *self);

/* window-searching.c: what the action of the same name does. */
void        culprit_window_search_tracker (CulpritWindow *self);

/* window-opening.c */
void        culprit_window_init_opening  (CulpritWindow *self);
void        culprit_window_open_file     (CulpritWindow  *self,     /* as culprit_window_open_uri() */
                                          GFile          *file,
                                          JobLogReadFlags flags);
void        culprit_window_choose_file   (CulpritWindow *self,
                                          GFile         *folder);
void        culprit_window_follow_file   (CulpritWindow *self,
                                          GFile         *file);
void        culprit_window_paste         (CulpritWindow *self);
void        culprit_window_tell_unreadable (CulpritWindow *self,
                                          CulpritLogPage *page,
                                          const GError   *error);

/* window-fetching.c */
void        culprit_window_open_address  (CulpritWindow *self,
                                          const char    *address,
                                          JobLogReadFlags flags);
void        culprit_window_list_jobs     (CulpritWindow *self,
                                          const char    *address);
void        culprit_window_take_jobs     (CulpritWindow *self,    /* to which PAGE's address leads */
                                          CulpritLogPage *page,
                                          GPtrArray     *jobs);
void        culprit_window_tell_unfetched (CulpritWindow *self,
                                          CulpritLogPage *page,
                                          const GError   *error);
