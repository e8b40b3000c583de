/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which of a window's actions make sense now, and what those that are switches say. */

#include "config.h"

#include "window-private.h"

/* What must be there for an action to make sense. */
typedef enum {
  NEEDS_NOTHING   = 0,
  NEEDS_PAGE      = 1 << 0,
  NEEDS_LINES     = 1 << 1,
  NEEDS_FAILURE   = 1 << 2,
  NEEDS_CAUSE     = 1 << 3,
  NEEDS_ISSUE     = 1 << 4,
  NEEDS_TEST      = 1 << 5,
  NEEDS_TRACKER   = 1 << 6,
  NEEDS_SELECTION = 1 << 7,
  NEEDS_LOADING   = 1 << 8,
  NEEDS_TABS      = 1 << 9,
  NEEDS_CLOSED    = 1 << 10,
  NEEDS_BACK      = 1 << 11,
  NEEDS_GROWTH    = 1 << 12,
  NEEDS_BUILDS    = 1 << 13,
  NEEDS_HISTORY   = 1 << 14,
  NEEDS_ASKING    = 1 << 15,
  NEEDS_REPORT    = 1 << 16,
  NEEDS_OTHERS    = 1 << 17,
} Needs;

static const struct {
  const char *name;
  Needs       needs;
} action_needs[] = {
  { "add-finding",      NEEDS_HISTORY | NEEDS_ISSUE },
  { "ask-main",         NEEDS_BUILDS },
  { "back",             NEEDS_BACK },
  { "cancel",           NEEDS_LOADING },
  { "comment",          NEEDS_ISSUE | NEEDS_REPORT },
  { "copy-comment",     NEEDS_ISSUE },
  { "copy-commit",      NEEDS_ISSUE },
  { "copy-failure",     NEEDS_FAILURE },
  { "copy-field",       NEEDS_ISSUE },
  { "copy-finding",     NEEDS_HISTORY },
  { "copy-issue",       NEEDS_ISSUE },
  { "copy-job",         NEEDS_ISSUE },
  { "copy-markdown",    NEEDS_SELECTION },
  { "copy-numbered",    NEEDS_SELECTION },
  { "copy-rerun",       NEEDS_ISSUE | NEEDS_TEST },
  { "copy-rerun-loop",  NEEDS_ISSUE | NEEDS_TEST },
  { "copy-selection",   NEEDS_SELECTION },
  { "copy-tail",        NEEDS_LINES },
  { "copy-title",       NEEDS_ISSUE },
  { "copy-to-end",      NEEDS_LINES },
  { "find",             NEEDS_LINES },
  { "find-next",        NEEDS_LINES },
  { "find-previous",    NEEDS_LINES },
  { "follow",           NEEDS_GROWTH },
  { "go-to-cause",      NEEDS_CAUSE },
  { "go-to-line",       NEEDS_LINES },
  { "look-again",       NEEDS_ISSUE | NEEDS_TRACKER },
  { "look-closer",      NEEDS_BUILDS | NEEDS_HISTORY },
  { "move-tab",         NEEDS_OTHERS },
  { "new-tab",          NEEDS_TABS },
  { "next-failure",     NEEDS_FAILURE },
  { "open-form",        NEEDS_ISSUE | NEEDS_TRACKER },
  { "previous-failure", NEEDS_FAILURE },
  { "react",            NEEDS_ISSUE | NEEDS_REPORT },
  { "reopen-tab",       NEEDS_CLOSED },
  { "search-tracker",   NEEDS_LINES | NEEDS_TRACKER },
  { "show-failures",    NEEDS_PAGE },
  { "show-history",     NEEDS_PAGE },
  { "show-issue",       NEEDS_PAGE },
  { "stop-asking",      NEEDS_ASKING },
  { "submit",           NEEDS_ISSUE | NEEDS_TRACKER },
  { "fold-all",         NEEDS_LINES },
  { "unfold-all",       NEEDS_LINES },
  { "zoom-in",          NEEDS_LINES },
  { "zoom-out",         NEEDS_LINES },
  { "zoom-reset",       NEEDS_LINES },
};

static gboolean
names_a_test (Findings *findings)
{
  for (guint i = 0; i < findings->failures->len; i++)
    if (((Failure *) g_ptr_array_index (findings->failures, i))->test[0] != '\0')
      return TRUE;

  return FALSE;
}

static Needs
get_issue_needs (CulpritLogPage *page)
{
  Issue *issue = culprit_log_page_get_issue (page);
  Needs there = NEEDS_NOTHING;

  if (issue == NULL)
    return there;

  there |= NEEDS_ISSUE;
  if (names_a_test (culprit_log_page_get_findings (page)))
    there |= NEEDS_TEST;

  return there;
}

static Needs
get_page_needs (CulpritWindow  *self,
                CulpritLogPage *page)
{
  const Failure *failure = culprit_log_page_get_failure (page);
  gboolean has_selection, shows_failures, shows_issue, shows_history;
  Profile *profile = culprit_log_page_get_profile (page);
  Needs there = NEEDS_PAGE | get_issue_needs (page);

  g_object_get (culprit_log_page_get_view (page), "has-selection", &has_selection, NULL);
  g_object_get (page, "show-failures", &shows_failures, "show-issue", &shows_issue, "show-history", &shows_history, NULL);

  if (log_store_get_n_lines (job_log_get_store (culprit_log_page_get_log (page))) > 0)
    there |= NEEDS_LINES;
  if (profile != NULL && profile_get_repository (profile)[0] != '\0')
    there |= NEEDS_TRACKER;
  if (failure != NULL)
    there |= NEEDS_FAILURE;
  if (failure != NULL && failure->cause != NULL)
    there |= NEEDS_CAUSE;
  if (culprit_log_page_can_ask_history (page))
    there |= NEEDS_BUILDS;
  if (culprit_log_page_get_history (page) != NULL)
    there |= NEEDS_HISTORY;
  if (culprit_log_page_is_asking (page))
    there |= NEEDS_ASKING;
  if (culprit_log_page_get_report (page) != NULL)
    there |= NEEDS_REPORT;
  if (has_selection)
    there |= NEEDS_SELECTION;
  if (culprit_log_page_can_follow (page))
    there |= NEEDS_GROWTH;
  if (culprit_log_page_is_loading (page) || culprit_log_page_is_following (page))
    there |= NEEDS_LOADING;
  if (self->width_class < WIDTH_WIDE && (shows_failures || shows_issue || shows_history))
    there |= NEEDS_BACK;

  return there;
}

static void
set_state (CulpritWindow *self,
           const char    *name,
           gboolean       state)
{
  g_simple_action_set_state (culprit_window_get_action (self, name), g_variant_new_boolean (state));
}

static void
update_states (CulpritWindow  *self,
               CulpritLogPage *page)
{
  gboolean shows_failures = FALSE;
  gboolean shows_issue = FALSE;
  gboolean shows_history = FALSE;

  if (page != NULL)
    g_object_get (page, "show-failures", &shows_failures, "show-issue", &shows_issue, "show-history", &shows_history, NULL);
  set_state (self, "follow", page != NULL && culprit_log_page_is_following (page));
  set_state (self, "show-failures", shows_failures);
  set_state (self, "show-history", shows_history);
  set_state (self, "show-issue", shows_issue);
}

void
culprit_window_update_actions (CulpritWindow *self)
{
  CulpritLogPage *page = culprit_window_get_page (self);
  Needs there = page != NULL ? get_page_needs (self, page) : NEEDS_NOTHING;

  if (adw_tab_view_get_n_pages (self->tab_view) > 0)
    there |= NEEDS_TABS;
  if (adw_tab_view_get_n_pages (self->tab_view) > 1)
    there |= NEEDS_OTHERS;
  if (!g_queue_is_empty (&self->closed_pages))
    there |= NEEDS_CLOSED;

  for (guint i = 0; i < G_N_ELEMENTS (action_needs); i++)
    g_simple_action_set_enabled (culprit_window_get_action (self, action_needs[i].name),
                                 (action_needs[i].needs & ~there) == 0);
  if (culprit_window_get_triage (self) != NULL)
    g_simple_action_set_enabled (culprit_window_get_action (self, "look-again"), TRUE);
  update_states (self, page);
  culprit_window_update_view_options (self);
}
