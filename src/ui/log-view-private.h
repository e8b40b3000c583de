/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "log-view.h"
#include "log-view-font.h"
#include "log-view-marks.h"
#include "log-view-palette.h"
#include "log-view-rows.h"
#include "log-view-selection.h"
#include "log-view-shapes.h"
#include "log-view-text.h"
#include "log-view-times.h"

/* The parts of the log view, one file each, and what they share. Lines are those of the log,
 * counted from 1; y counts from the widget's top, x from its left edge. */

#define LOG_VIEW_FADE           30  /* over which text that goes on fades out */
#define LOG_VIEW_BRACKET        3   /* the tail range's, at the gutter's outer edge */
#define LOG_VIEW_MARK           12  /* a failure's, in the gutter */

typedef enum {
  LOG_VIEW_DRAG_NONE,
  LOG_VIEW_DRAG_SELECTION,
  LOG_VIEW_DRAG_TAIL,
} LogViewDrag;

/* A line as it was drawn: its nodes' origin is the row's top, at the line's start for the text,
 * at the widget's edge for the number. */
typedef struct {
  gint64         line;
  double         width;              /* of the text, seen or not */
  GskRenderNode *text;               /* NULL: an empty line */
  GskRenderNode *numbers[2];         /* the second one stands out; NULL until it was asked for */
  GskRenderNode *time;               /* NULL: none, */
  gboolean       has_looked_at_time; /* once it was asked for */
} LogViewRow;

/* What was found: bytes START to END of LINE; the line as a whole where it is beyond what is shown of it. */
typedef struct {
  gint64 line;               /* 0: none */
  gsize  start;
  gsize  end;
} LogHit;

struct _CulpritLogView {
  GtkWidget      parent_instance;

  JobLog        *log;
  LogStore      *store;              /* borrowed from the log */
  Findings      *findings;
  GPtrArray     *sections;
  LogMarks      *marks;
  gint64         n_lines;

  LogFont        font;
  LogPalette     palette;
  LogText        text;               /* the line at hand */
  GPtrArray     *found;              /* marks in sight, while drawing */
  gboolean       narrow;
  gboolean       log_colours;

  gboolean       short_prefixes;
  GRegex        *line_prefix;        /* what may be drawn short, or NULL */

  LogRows       *line_rows;          /* where lines are, and which are hidden */
  gboolean       wraps;
  guint          wrap_columns;       /* at which they are wrapped now; 0: they are not */
  LogText        measured;           /* the line that is measured for it */
  gboolean       measuring;
  gint64         top_line;           /* in sight, when it was measured last */
  GHashTable    *folds;              /* sections by their first line: 1 folded, -1 open; others are as the CI has them */
  gboolean       only_matching;
  int            context;

  LogTimes       times;
  LogTimesKind   line_times;
  int            times_width;        /* of their column where there is room for it; 0: none */

  GskRenderNode *section_row;        /* as it was drawn last, */
  char          *section_words;      /* and what decides how it looks; NULL: it was not */
  GHashTable    *rows;               /* of LogViewRow by line, drawn between the following two */
  double         rows_left;
  double         rows_right;

  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  GtkScrollablePolicy hscroll_policy;
  GtkScrollablePolicy vscroll_policy;
  gboolean       follows_end;
  double         text_width;         /* of the widest line that was seen */
  guint          widen_id;
  AdwAnimation  *glide;
  AdwAnimation  *glow;
  gint64         glow_line;

  LogFind       *find;               /* or NULL */
  LogHit         hit;                /* that is gone to */
  LogErrors     *errors;             /* or NULL */

  LogSelection   selection;
  gint64         tail_lines;         /* as it was asked for, which may be more than there is */
  int            selected_failure;

  LogViewDrag    drag;
  double         drag_x;
  double         drag_y;
  gint64         drag_tail_lines;    /* as it was before the drag */
  gboolean       is_on_selection;    /* what was pressed: it is dragged away, or let go and no longer selected */
  guint          autoscroll_id;
  GtkWidget     *menu;
  GtkWidget     *tail_edge;
  double         tail_edge_y;        /* where it was allocated, */
  int            tail_edge_form;     /* and a LogViewEdgeForm */
};

/* log-view-scroll.c */
typedef struct {
  double numbers;            /* right edge of the numbers */
  double times;              /* right edge of the times; 0: they are not shown */
  double marks;              /* centre of the marks */
  double width;
  double text;               /* where the text starts */
} LogGutter;

gboolean  log_view_is_mirrored       (CulpritLogView *self);    /* the interface is right to left */
LogGutter log_view_get_gutter        (CulpritLogView *self);
int       log_view_get_text_left     (CulpritLogView *self);    /* of what is seen of the text */
int       log_view_get_text_right    (CulpritLogView *self);
double    log_view_get_text_x        (CulpritLogView *self);    /* where lines start, scrolled */
double    log_view_mirror            (CulpritLogView *self,     /* X from the gutter's outer edge, in the widget */
                                      double          x);
double    log_view_get_line_y        (CulpritLogView *self,    /* of a hidden one: where it would be */
                                      gint64          line);
double    log_view_get_line_height   (CulpritLogView *self,    /* 0: hidden */
                                      gint64          line);
LogRowsPlace log_view_get_row_at     (CulpritLogView *self,
                                      double          y);
gint64    log_view_get_line_at       (CulpritLogView *self,     /* the nearest one there is; 0 in an empty log */
                                      double          y);
gint64    log_view_get_last_line     (CulpritLogView *self);    /* in sight */
guint     log_view_get_columns       (CulpritLogView *self);
LogPlace  log_view_get_place_at      (CulpritLogView *self,
                                      double          x,
                                      double          y);
void      log_view_configure         (CulpritLogView *self);
void      log_view_widen             (CulpritLogView *self,     /* a line this wide was seen */
                                      double          width);
void      log_view_scroll_to         (CulpritLogView *self,
                                      double          value,
                                      gboolean        glide);
void      log_view_reveal_line       (CulpritLogView *self,
                                      gint64          line);
void      log_view_reveal_cursor     (CulpritLogView *self);
void      log_view_set_adjustment    (CulpritLogView *self,
                                      GtkOrientation  orientation,
                                      GtkAdjustment  *adjustment);
double    log_view_get_value         (CulpritLogView *self);    /* how far it is scrolled down */
void      log_view_dispose_scrolling (CulpritLogView *self);

gboolean  log_view_is_at_end         (CulpritLogView *self);

/* log-view-lines.c */
typedef struct {
  gint64 line;
  double offset;             /* how far it is above the first row in sight */
} LogViewAnchor;

LogViewAnchor log_view_get_anchor        (CulpritLogView *self,
                                          gint64          line);
LogViewAnchor log_view_get_top_anchor    (CulpritLogView *self);
LogViewAnchor log_view_get_cursor_anchor (CulpritLogView *self);
void      log_view_restore_anchor    (CulpritLogView *self,
                                      LogViewAnchor   anchor);
double    log_view_get_line_value    (CulpritLogView *self,    /* how far to scroll for LINE to be on top */
                                      gint64          line);
double    log_view_find_line         (CulpritLogView *self,    /* the same, measured where lines wrap */
                                      gint64          line);
void      log_view_set_wraps         (CulpritLogView *self,
                                      gboolean        wraps);
void      log_view_update_wrap       (CulpritLogView *self);
void      log_view_measure_rows      (CulpritLogView *self);
void      log_view_unhide            (CulpritLogView *self,
                                      gint64          line);
void      log_view_update_lines      (CulpritLogView *self);
void      log_view_lines_changed     (CulpritLogView *self,
                                      LogViewAnchor   anchor);

/* log-view-short.c: what is drawn in less than it takes */
void      log_view_set_fit_rulers    (CulpritLogView *self,
                                      gboolean        fits);
void      log_view_set_short_prefixes (CulpritLogView *self,
                                       gboolean        short_prefixes);
void      log_view_text_changed      (CulpritLogView *self,    /* of what is drawn */
                                      LogViewAnchor   anchor);

/* log-view-fold.c */
typedef enum {
  LOG_FOLD_NONE,             /* no section starts there */
  LOG_FOLD_OPEN,
  LOG_FOLD_FOLDED,
} LogFold;

void      log_view_fold_lines        (CulpritLogView *self);
LogFold   log_view_get_fold          (CulpritLogView *self,
                                      gint64          line);
void      log_view_toggle_fold       (CulpritLogView *self,    /* the section that LINE is in */
                                      gint64          line);
void      log_view_unfold            (CulpritLogView *self,
                                      gint64          line);
void      log_view_fold_all          (CulpritLogView *self,
                                      gboolean        folded);
gboolean  log_view_has_open_section  (CulpritLogView *self);
void      log_view_draw_fold_words   (CulpritLogView *self,
                                      GtkSnapshot    *snapshot,
                                      gint64          line);
gboolean  log_view_is_on_fold        (CulpritLogView *self,
                                      double          x,
                                      double          y);

/* log-view-filter.c: only_matching hides nothing while nothing is looked for */
gboolean  log_view_filters           (CulpritLogView *self);
gint64    log_view_get_gap           (CulpritLogView *self,    /* lines that a row before LINE stands for */
                                      gint64          line);
void      log_view_filter_lines      (CulpritLogView *self);
void      log_view_set_only_matching (CulpritLogView *self,
                                      gboolean        only_matching);
void      log_view_set_context       (CulpritLogView *self,
                                      int             context);

/* log-view-cache.c: rows that were drawn and are still right. Call prepare before get; forget
 * after a change of font, colours or log. */
void      log_view_prepare_rows      (CulpritLogView *self,
                                      gint64          first,
                                      gint64          last);
LogViewRow *log_view_get_row         (CulpritLogView *self,
                                      gint64          line);
GskRenderNode *log_view_get_number   (CulpritLogView *self,
                                      gint64          line,
                                      gboolean        strong);
void      log_view_forget_rows       (CulpritLogView *self);
void      log_view_dispose_rows      (CulpritLogView *self);

/* log-view-draw.c, log-view-gutter.c, log-view-section.c */
void      log_view_snapshot          (GtkWidget      *widget,
                                      GtkSnapshot    *snapshot);
void      log_view_draw_gutter       (CulpritLogView *self,
                                      GtkSnapshot    *snapshot,
                                      gint64          first,
                                      gint64          last);
void      log_view_draw_section      (CulpritLogView *self,
                                      GtkSnapshot    *snapshot);
guint     log_view_count_sections    (CulpritLogView *self,     /* that start up to LINE */
                                      gint64          line);
const Section *log_view_get_section  (CulpritLogView *self,
                                      gint64          line);
void      log_view_go_to_section     (CulpritLogView *self,     /* 1: the next one, -1: the one before */
                                      int             direction);

/* log-view-times-column.c: update after a change of lines or font */
void      log_view_set_line_times    (CulpritLogView *self,
                                      LogTimesKind    kind);
void      log_view_update_times      (CulpritLogView *self);
double    log_view_get_times_room    (CulpritLogView *self,     /* beside the rest of the gutter, GUTTER_WIDTH wide */
                                      double          gutter_width);
void      log_view_draw_time         (CulpritLogView *self,
                                      GtkSnapshot    *snapshot,
                                      gint64          line);
void      log_view_append_times_menu (GMenu          *menu);

/* log-view-find.c: nothing but the find is changed */
void      log_view_take_find         (CulpritLogView *self,
                                      LogFind        *find);

/* with LINE's start at the snapshot's origin, over its TEXT, parts of which are one row each */
void      log_view_draw_hits         (CulpritLogView *self,
                                      GtkSnapshot    *snapshot,
                                      gint64          line,
                                      GskRenderNode  *text);

/* log-view-tail.c: the range's first line; one beyond the last where the range is empty */
gint64    log_view_get_tail_start    (CulpritLogView *self);
gboolean  log_view_is_tail_stuck     (CulpritLogView *self);    /* it starts above what is seen */
void      log_view_set_tail_lines    (CulpritLogView *self,
                                      gint64          lines);
gboolean  log_view_is_on_tail_tab    (CulpritLogView *self,
                                      double          x,
                                      double          y);
void      log_view_drag_tail_to      (CulpritLogView *self,
                                      double          y);
void      log_view_allocate_tail     (CulpritLogView *self);
gboolean  log_view_has_tail_moved    (CulpritLogView *self);    /* its edge, since it was allocated */

/* log-view-pointer.c, log-view-keys.c, log-view-menu.c */
void      log_view_add_controllers   (CulpritLogView *self);
void      log_view_add_drag_source   (CulpritLogView *self);    /* log-view-dragging.c: the selection, out of the window */
void      log_view_stop_dragging     (CulpritLogView *self);
void      log_view_cancel_dragging   (CulpritLogView *self);
void      log_view_class_add_keys    (GtkWidgetClass *klass);
void      log_view_class_add_actions (GtkWidgetClass *klass);
void      log_view_open_menu         (CulpritLogView *self,
                                      double          x,
                                      double          y);

/* log-view-accessible.c */
void      log_view_implement_accessible_text (GType type);
void      log_view_tell_accessible   (CulpritLogView *self);    /* that cursor or selection changed */

/* log-view-cursor.c: what follows from the selection's change */
void      log_view_selection_changed (CulpritLogView *self);
void      log_view_update_accessible (CulpritLogView *self);
void      log_view_claim_primary     (CulpritLogView *self);
gint64    log_view_count_selected    (CulpritLogView *self);    /* lines that are copied */

/* log-view-log.c */
void      log_view_drop_log          (CulpritLogView *self);

/* log-view.c */
void      log_view_emit_updated      (CulpritLogView *self);
void      log_view_set_zoom          (CulpritLogView *self,
                                      double          zoom);
void      log_view_set_selected      (CulpritLogView *self,
                                      int             index);
void      log_view_pick_failure      (CulpritLogView *self,
                                      int             index,
                                      gboolean        cause);
