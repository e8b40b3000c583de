/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the parts of a page stand in the room that there is. */

#include "config.h"

#include "log-page-private.h"

#define FAILURES_WIDTH     300
#define ISSUE_WIDTH        432
#define ISSUE_WIDTH_WIDEST 540
#define HISTORY_WIDTH      396

static gboolean
failures_are_beside (CulpritLogPage *self)
{
  return self->width_class >= WIDTH_WIDE;
}

static gboolean
shows_pane (CulpritLogPage *self)
{
  return self->show_issue || self->show_history;
}

/* A flap that was never given its place moves by nothing, which AdwFlap 1.2 divides by; hidden, it
 * does not move. */
static void
set_reveal (AdwFlap  *flap,
            gboolean  reveal)
{
  gboolean is_new = adw_swipeable_get_distance (ADW_SWIPEABLE (flap)) == 0;

  if (adw_flap_get_reveal_flap (flap) == reveal)
    return;

  if (is_new)
    gtk_widget_set_visible (GTK_WIDGET (flap), FALSE);
  adw_flap_set_reveal_flap (flap, reveal);
  if (is_new)
    gtk_widget_set_visible (GTK_WIDGET (flap), TRUE);
}

/* A folded flap takes the whole page if it expands. */
static void
set_flap (AdwFlap   *flap,
          gboolean   beside,
          gboolean   whole,
          gboolean   reveal)
{
  adw_flap_set_fold_policy (flap, beside ? ADW_FLAP_FOLD_POLICY_NEVER : ADW_FLAP_FOLD_POLICY_ALWAYS);
  gtk_widget_set_hexpand (adw_flap_get_flap (flap), !beside && whole);
  set_reveal (flap, reveal);
}

void
culprit_log_page_leave (CulpritLogPage *self,
                        gpointer        part)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, part))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
focus_part (GtkWidget *part)
{
  g_signal_handlers_disconnect_by_func (part, focus_part, NULL);
  gtk_widget_child_focus (part, GTK_DIR_TAB_FORWARD);
}

/* No key leads to what the FLAP's part covers; the keyboard goes from there to the part. */
static void
set_covered (AdwFlap  *flap,
             gboolean  covered)
{
  GtkWidget *content = adw_flap_get_content (flap);
  GtkWidget *part = adw_flap_get_flap (flap);
  GtkRoot *root = gtk_widget_get_root (content);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean moves = covered && focus != NULL && gtk_widget_is_ancestor (focus, content);

  g_signal_handlers_disconnect_by_func (part, focus_part, NULL);
  gtk_widget_set_can_focus (content, !covered);
  if (moves && gtk_widget_get_mapped (part))
    focus_part (part);
  else if (moves)
    g_signal_connect_after (part, "map", G_CALLBACK (focus_part), NULL);
}

static int
get_pane_width (CulpritLogPage *self)
{
  if (!failures_are_beside (self))
    return -1;
  if (self->width_class == WIDTH_WIDEST)
    return ISSUE_WIDTH_WIDEST;

  return self->show_history ? HISTORY_WIDTH : ISSUE_WIDTH;
}

void
culprit_log_page_update_layout (CulpritLogPage *self)
{
  gboolean narrow = self->width_class == WIDTH_NARROW;
  gboolean beside = failures_are_beside (self);

  self->is_updating = TRUE;
  if (!(narrow && self->show_failures))
    set_covered (self->failures_flap, FALSE);
  if (beside || !shows_pane (self))
    set_covered (self->issue_flap, FALSE);
  if (!self->show_failures)
    culprit_log_page_leave (self, self->failures_pane);
  if (!self->show_issue)
    culprit_log_page_leave (self, self->issue_pane);
  if (!self->show_history)
    culprit_log_page_leave (self, self->history_pane);
  set_flap (self->failures_flap, beside, narrow, self->show_failures);
  if (shows_pane (self))
    gtk_stack_set_visible_child (self->pane_stack, self->show_history ? GTK_WIDGET (self->history_pane)
                                                                      : GTK_WIDGET (self->issue_pane));
  set_flap (self->issue_flap, beside, TRUE, shows_pane (self));
  if (narrow && self->show_failures)
    set_covered (self->failures_flap, TRUE);
  if (!beside && shows_pane (self))
    set_covered (self->issue_flap, TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self->failures_pane), narrow ? -1 : FAILURES_WIDTH, -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->pane_stack), get_pane_width (self), -1);
  gtk_revealer_set_reveal_child (self->stepper_revealer,
                                 narrow && self->loaded != NULL
                                 && self->loaded->findings->failures->len > 0);
  g_object_set (self->view, "narrow", narrow, NULL);
  culprit_known_bar_set_narrow (self->known_bar, narrow);
  culprit_find_bar_set_narrow (self->find_bar, narrow);
  self->is_updating = FALSE;
}

static void
store_show_failures (CulpritLogPage *self,
                     gboolean        show)
{
  if (self->show_failures == show)
    return;
  self->show_failures = show;
  g_object_notify (G_OBJECT (self), "show-failures");
}

static void
store_show_issue (CulpritLogPage *self,
                  gboolean        show)
{
  if (self->show_issue == show)
    return;
  self->show_issue = show;
  g_object_notify (G_OBJECT (self), "show-issue");
}

static void
store_show_history (CulpritLogPage *self,
                    gboolean        show)
{
  if (self->show_history == show)
    return;
  self->show_history = show;
  g_object_notify (G_OBJECT (self), "show-history");
}

void
culprit_log_page_set_show_failures (CulpritLogPage *self,
                                    gboolean        show)
{
  self->bring_back_failures = FALSE;
  if (show && !failures_are_beside (self)) {
    store_show_issue (self, FALSE);
    store_show_history (self, FALSE);
  }
  store_show_failures (self, show);
  culprit_log_page_update_layout (self);
}

/* Makes room for a pane, or gives it back. */
static void
yield_to_pane (CulpritLogPage *self,
               gboolean        show)
{
  if (show && self->width_class <= WIDTH_WIDE && self->show_failures) {
    self->bring_back_failures = self->width_class == WIDTH_WIDE;
    store_show_failures (self, FALSE);
  } else if (!show && self->bring_back_failures) {
    self->bring_back_failures = FALSE;
    store_show_failures (self, TRUE);
  }
}

void
culprit_log_page_set_show_issue (CulpritLogPage *self,
                                 gboolean        show)
{
  if (self->show_issue == show)
    return;

  if (show)
    store_show_history (self, FALSE);
  yield_to_pane (self, show);
  store_show_issue (self, show);
  culprit_log_page_update_layout (self);
}

void
culprit_log_page_set_show_history (CulpritLogPage *self,
                                   gboolean        show)
{
  if (self->show_history == show)
    return;

  if (show)
    store_show_issue (self, FALSE);
  yield_to_pane (self, show);
  store_show_history (self, show);
  culprit_log_page_update_layout (self);
  if (show && culprit_log_page_get_history (self) == NULL && !culprit_log_page_is_asking (self))
    culprit_log_page_ask_history (self, FALSE);
  culprit_log_page_update_known (self);
}

void
culprit_log_page_set_width_class (CulpritLogPage *self,
                                  WidthClass      width_class)
{
  gboolean was_beside = failures_are_beside (self);

  if (self->width_class == width_class)
    return;

  self->width_class = width_class;
  if (failures_are_beside (self) != was_beside) {
    self->bring_back_failures = FALSE;
    store_show_failures (self, failures_are_beside (self)
                               && !(shows_pane (self) && width_class == WIDTH_WIDE));
  } else if (width_class == WIDTH_WIDE && shows_pane (self) && self->show_failures) {
    self->bring_back_failures = TRUE;
    store_show_failures (self, FALSE);
  } else if (width_class > WIDTH_WIDE && self->bring_back_failures) {
    self->bring_back_failures = FALSE;
    store_show_failures (self, TRUE);
  }
  culprit_log_page_update_layout (self);
}
