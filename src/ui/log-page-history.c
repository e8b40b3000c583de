/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Since when a page's failures are on the main branch, and so whether they are the user's own. It is asked only when
 * the user wants to know, since it takes many requests. */

#include "config.h"

#include <glib/gi18n.h>

#include "history-asking.h"

#include "log-page-private.h"

typedef struct {
  History *history;
  gint64   asked_at;     /* seconds since 1970 */
  char    *error;        /* why there is none, or NULL */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  history_free (answer->history);
  g_free (answer->error);
  g_free (answer);
}

/* By which an answer is found again. */
static const char *
get_name (const Failure *failure)
{
  return *failure->test != '\0' ? failure->test : failure->message;
}

static Answer *
get_answer (CulpritLogPage *self)
{
  const Failure *failure = culprit_log_page_get_failure (self);

  return failure != NULL && self->answers != NULL ? g_hash_table_lookup (self->answers, get_name (failure)) : NULL;
}

const History *
culprit_log_page_get_history (CulpritLogPage *self)
{
  const Answer *answer = get_answer (self);

  return answer != NULL ? answer->history : NULL;
}

gboolean
culprit_log_page_can_ask_history (CulpritLogPage *self)
{
  Profile *profile = self->loaded->profile;

  return profile != NULL && culprit_log_page_get_failure (self) != NULL && *culprit_log_page_get_job (self) != '\0'
         && *profile_get_repository (profile) != '\0' && *profile_get_ci (profile)->organization != '\0';
}

gboolean
culprit_log_page_is_asking (CulpritLogPage *self)
{
  return self->asking != NULL;
}

/* Whether what is asked for is the selected failure. */
static gboolean
asks_selected (CulpritLogPage *self)
{
  const Failure *failure = culprit_log_page_get_failure (self);

  return self->asking != NULL && failure != NULL && g_str_equal (self->asked_for, get_name (failure));
}

static void
show_nothing (CulpritLogPage *self)
{
  if (culprit_log_page_get_failure (self) == NULL)
    culprit_history_pane_show_nothing (self->history_pane, _("No Failure Found"),
                                       _("A failure’s history is looked for as soon as there is one in the log"), FALSE);
  else if (*culprit_log_page_get_job (self) == '\0')
    culprit_history_pane_show_nothing (self->history_pane, _("Job Is Unknown"),
                                       _("Type the job’s name in the issue, then its builds can be found"), FALSE);
  else if (!culprit_log_page_can_ask_history (self))
    culprit_history_pane_show_nothing (self->history_pane, _("No Builds Are Known"),
                                       _("The project’s profile does not say where its jobs run"), FALSE);
  else
    culprit_history_pane_show_nothing (self->history_pane, _("Mine or main’s?"),
                                       _("Looks at main’s builds, with 20 requests at most"), TRUE);
}

static void
show_pane (CulpritLogPage *self)
{
  const Answer *answer = get_answer (self);

  if (asks_selected (self))
    culprit_history_pane_show_asking (self->history_pane);
  else if (answer != NULL && answer->history != NULL)
    culprit_history_pane_show_history (self->history_pane, answer->history, answer->asked_at);
  else if (answer != NULL)
    culprit_history_pane_show_nothing (self->history_pane, _("No History"), answer->error, TRUE);
  else
    show_nothing (self);
}

void
culprit_log_page_update_history (CulpritLogPage *self)
{
  const History *history = culprit_log_page_get_history (self);
  g_autofree char *verdict = history != NULL ? history_text_dup_verdict (history->finding) : NULL;

  culprit_known_bar_set_verdict (self->known_bar, verdict, culprit_log_page_can_ask_history (self), asks_selected (self));
  if (self->show_history)
    show_pane (self);
}

static void
keep_answer (CulpritLogPage *self,
             const Failure  *failure,
             History        *history,
             const GError   *error)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->history = history;
  answer->asked_at = g_get_real_time () / G_USEC_PER_SEC;
  answer->error = error != NULL ? g_strdup (error->message) : NULL;
  g_hash_table_replace (self->answers, g_strdup (get_name (failure)), answer);
}

static void
was_asked (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  CulpritLogPage *self = CULPRIT_LOG_PAGE (object);
  g_autoptr (GError) error = NULL;
  History *history = history_asking_finish (result, &error);

  /* The tab was closed meanwhile, or it was cancelled. */
  if (g_task_get_cancellable (G_TASK (result)) != self->asking) {
    history_free (history);
    return;
  }

  g_clear_object (&self->asking);
  keep_answer (self, history_asking_get_failure (result), history, error);
  culprit_log_page_update_known (self);
  culprit_log_page_changed (self);
}

/* What asks, and what stops that, is hidden as soon as it is pressed. */
static void
leave_buttons (CulpritLogPage *self)
{
  culprit_log_page_leave (self, self->known_bar);
  culprit_log_page_leave (self, self->history_pane);
}

void
culprit_log_page_ask_history (CulpritLogPage *self,
                              gboolean        is_exact)
{
  const Failure *failure = culprit_log_page_get_failure (self);

  if (!culprit_log_page_can_ask_history (self))
    return;

  leave_buttons (self);
  culprit_log_page_stop_asking (self);
  if (self->answers == NULL)
    self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, answer_free);
  self->asking = g_cancellable_new ();
  g_free (self->asked_for);
  self->asked_for = g_strdup (get_name (failure));
  history_asking_start (self->log, failure, self->loaded->profile, self->loaded->facts, culprit_log_page_get_job (self),
                        is_exact, G_OBJECT (self), self->asking, was_asked);
  /* What stops it can be pressed before it is shown, so that it can take the keyboard. */
  culprit_log_page_changed (self);
  culprit_log_page_update_known (self);
}

void
culprit_log_page_stop_asking (CulpritLogPage *self)
{
  if (self->asking == NULL)
    return;

  leave_buttons (self);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  culprit_log_page_update_known (self);
  culprit_log_page_changed (self);
}

gboolean
culprit_log_page_add_finding (CulpritLogPage *self)
{
  const History *history = culprit_log_page_get_history (self);
  g_autofree char *text = history != NULL ? history_text_dup_markdown (history->finding) : NULL;

  return text != NULL && culprit_issue_pane_add_history (self->issue_pane, text);
}

void
culprit_log_page_clear_history (CulpritLogPage *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->asked_for, g_free);
  g_clear_pointer (&self->answers, g_hash_table_unref);
}
