/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "job-tests.h"
#include "path-tail.h"
#include "pulls-between.h"

#include "history.h"

/* Requests for builds: with a token each has several of them. */
#define BUDGET_WITH_API 8
#define BUDGET          14

/* The same for builds further back than the first list goes. */
#define BUDGET_FURTHER 6

/* One question on its way to an answer. */
typedef struct {
  Http                  *http;
  const HistoryQuestion *question;
  const char            *repository;
  HistorySource         *source;
  JobLogContext         *context;
  GCancellable          *cancellable;
  gboolean               is_strict;     /* a failed job's log is read to see whether it failed for the test */
  HistoryOutcome        *known;         /* by the builds' index */
  int                    merge_base;
  gboolean               is_changed;    /* the pull request changes the test */
  char                  *warning;
} Inquiry;

static gboolean
is_known (const char *words)
{
  return words != NULL && *words != '\0';
}

static void
warn (Inquiry      *inquiry,
      const GError *error)
{
  if (inquiry->warning == NULL && error != NULL)
    inquiry->warning = g_strdup (error->message);
}

/* Whether the job of build INDEX, which failed, did so for the test. What cannot be read counts as it. */
static gboolean
failed_for_test (Inquiry *inquiry,
                 guint    index,
                 GError **error)
{
  const RemoteJob *job = history_source_get_job (inquiry->source, index);
  g_autoptr (Findings) findings = NULL;

  if (job == NULL)
    return TRUE;
  if (inquiry->context == NULL)
    inquiry->context = job_log_context_new (NULL);
  findings = job_tests_read (inquiry->http, inquiry->context, job, inquiry->cancellable, error);

  return findings == NULL || findings->failures->len == 0 || job_tests_have (findings, inquiry->question->test);
}

/* What is known by now. What a log must be read for is asked for, which costs no request for its outcome. */
static void
note_outcomes (Inquiry *inquiry)
{
  guint n = history_source_get_n (inquiry->source);

  for (guint i = 0; i < n; i++) {
    inquiry->known[i] = history_source_get_outcome (inquiry->source, i);
    if (inquiry->known[i] == HISTORY_BAD && inquiry->is_strict)
      inquiry->known[i] = HISTORY_NOT_ASKED;
  }
}

static HistoryOutcome
build_is_asked_for (guint     index,
                    gpointer  user_data,
                    GError  **error)
{
  Inquiry *inquiry = user_data;
  HistoryOutcome outcome = history_source_ask (inquiry->source, index, inquiry->cancellable, error);

  if (outcome == HISTORY_BAD && inquiry->is_strict) {
    g_autoptr (GError) local = NULL;

    if (!failed_for_test (inquiry, index, &local))
      outcome = HISTORY_GOOD;
    warn (inquiry, local);
  }
  note_outcomes (inquiry);

  return outcome;
}

static HistoryResult *
search_listed (Inquiry *inquiry,
               guint    budget)
{
  guint n = history_source_get_n (inquiry->source);
  HistorySearch history = { n, NULL, budget, inquiry->merge_base, build_is_asked_for, inquiry };

  g_free (inquiry->known);
  inquiry->known = g_new0 (HistoryOutcome, n + 1);
  note_outcomes (inquiry);
  history.known = inquiry->known;

  return history_search (&history);
}

/* Among the newest builds, and in those before where all of these failed. */
static HistoryResult *
search (Inquiry *inquiry)
{
  gboolean has_api = history_source_has_api (inquiry->source);
  HistoryResult *result = search_listed (inquiry, has_api ? BUDGET_WITH_API : BUDGET);
  g_autoptr (GError) error = NULL;
  int n_more;

  if (result->error != NULL || result->is_flaky || result->first_bad < 0 || result->last_good >= 0 || !history_source_has_more (inquiry->source))
    return result;
  n_more = history_source_list_more (inquiry->source, inquiry->cancellable, &error);
  warn (inquiry, error);
  if (n_more <= 0)
    return result;
  if (inquiry->merge_base >= 0)
    inquiry->merge_base += n_more;
  history_result_free (result);

  return search_listed (inquiry, BUDGET_FURTHER);
}

/* Searches by what became of the job, which costs the least. Where the build that this leads to failed for another test,
 * each failed job's log is read after all. */
static HistoryResult *
search_for_test (Inquiry *inquiry)
{
  HistoryResult *result = search (inquiry);
  g_autoptr (GError) error = NULL;

  if (!is_known (inquiry->question->test) || result->first_bad < 0 || result->error != NULL ||
      failed_for_test (inquiry, result->first_bad, &error))
    return result;
  history_result_free (result);
  inquiry->is_strict = TRUE;

  return search (inquiry);
}

/* The newest build of COMMIT, or of one before TIME. */
static int
find_build (Inquiry    *inquiry,
            const char *commit,
            gint64      time)
{
  int n = history_source_get_n (inquiry->source);

  for (int i = n - 1; i >= 0; i--)
    if (is_known (commit) && g_str_has_prefix (history_source_get_build (inquiry->source, i)->commit, commit))
      return i;
  for (int i = n - 1; i >= 0 && time > 0; i--)
    if (history_source_get_time (inquiry->source, i) <= time)
      return i;

  return -1;
}

/* Where the log's change stands on the branch. */
static void
find_merge_base (Inquiry    *inquiry,
                 const char *branch)
{
  const HistoryQuestion *question = inquiry->question;
  g_autofree char *file = question->failure != NULL ? failure_dup_file (question->failure) : g_strdup ("");
  g_autoptr (GError) error = NULL;
  g_autoptr (PullsBetween) between = NULL;
  int newest = (int) history_source_get_n (inquiry->source) - 1;

  inquiry->merge_base = newest;
  if (!is_known (question->pull_request) || !is_known (question->commit) || !is_known (inquiry->repository)) {
    if (is_known (question->commit) && find_build (inquiry, question->commit, 0) >= 0)
      inquiry->merge_base = find_build (inquiry, question->commit, 0);
    return;
  }
  between = pulls_between_read (inquiry->http, inquiry->repository, branch, question->commit, NULL, inquiry->cancellable, &error);
  warn (inquiry, error);
  if (between == NULL)
    return;
  inquiry->merge_base = find_build (inquiry, between->merge_base, between->merge_time);
  if (inquiry->merge_base < 0 && history_source_list_more (inquiry->source, inquiry->cancellable, NULL) > 0)
    inquiry->merge_base = find_build (inquiry, between->merge_base, between->merge_time);
  for (guint i = 0; between->files[i] != NULL && *file != '\0'; i++)
    inquiry->is_changed |= path_is_same_file (between->files[i], file);
}

static HistoryBuild *
dup_build (Inquiry *inquiry,
           int      index)
{
  const HistoryBuild *build;

  if (index < 0)
    return NULL;
  build = history_source_get_build (inquiry->source, index);

  return history_build_new (build->number, build->commit, build->url, build->finished_at);
}

/* The files whose change would explain the failure: the test's own, and those in its traceback (transfer full). */
static GStrv
dup_telling_files (const HistoryQuestion *question,
                   const Failure         *failure)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *file = failure_dup_file (failure);

  if (*file != '\0')
    g_strv_builder_add (builder, file);
  for (guint i = 0; question->trace_files != NULL && question->trace_files[i] != NULL; i++)
    g_strv_builder_add (builder, question->trace_files[i]);

  return g_strv_builder_end (builder);
}

/* What came between the last good build and the first bad one, and which of it may be why. */
static void
add_suspects (Inquiry        *inquiry,
              HistoryFinding *finding)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PullsBetween) between = NULL;
  g_autoptr (Failure) nothing = failure_new ();
  const HistoryQuestion *question = inquiry->question;
  g_auto (GStrv) files = NULL;

  if (finding->last_good == NULL || finding->first_bad == NULL || finding->kind != HISTORY_BREAK || finding->is_flaky ||
      !is_known (inquiry->repository))
    return;
  failure_set_words (&nothing->test, finding->test);
  files = dup_telling_files (question, question->failure != NULL ? question->failure : nothing);
  between = pulls_between_read (inquiry->http, inquiry->repository, finding->last_good->commit, finding->first_bad->commit,
                                (const char * const *) files, inquiry->cancellable, &error);
  warn (inquiry, error);
  if (between == NULL)
    return;
  g_free (finding->compare_url);
  finding->compare_url = g_strdup (between->url);
  g_ptr_array_unref (finding->suspects);
  finding->suspects = suspects_rank (between->pulls, question->failure != NULL ? question->failure : nothing,
                                     question->trace_files, &finding->n_others);
}

static History *
make_history (Inquiry       *inquiry,
              HistoryResult *result,
              const char    *branch)
{
  History *history = g_new0 (History, 1);
  const HistoryQuestion *question = inquiry->question;
  guint n = history_source_get_n (inquiry->source);

  history->result = result;
  history->finding = history_finding_new (question->job, question->test, branch);
  history->builds = g_ptr_array_new_with_free_func ((GDestroyNotify) history_build_free);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (history->builds, dup_build (inquiry, i));
  history_finding_set_runs (history->finding, result);
  history->finding->first_bad = dup_build (inquiry, result->first_bad);
  history->finding->last_good = dup_build (inquiry, result->last_good);
  add_suspects (inquiry, history->finding);
  history->finding->verdict = verdict_judge (result, inquiry->merge_base, inquiry->is_changed);
  warn (inquiry, result->error);
  history->warning = g_steal_pointer (&inquiry->warning);

  return history;
}

History *
history_ask (Http                   *http,
             const HistoryQuestion  *question,
             GCancellable           *cancellable,
             GError                **error)
{
  const char *main_branch = profile_get_main_branch (question->profile);
  const char *branch = is_known (question->branch) ? question->branch : *main_branch != '\0' ? main_branch : "main";
  g_autoptr (HistorySource) source = NULL;
  Inquiry inquiry = { http, question, profile_get_repository (question->profile), NULL, NULL, cancellable, FALSE, NULL, -1, FALSE, NULL };
  HistoryResult *result;
  History *history = NULL;

  source = history_source_new (http, question->profile, question->job, branch, cancellable, error);
  if (source == NULL)
    return NULL;
  inquiry.source = source;
  if (question->context != NULL)
    inquiry.context = job_log_context_ref (question->context);
  find_merge_base (&inquiry, branch);
  result = search_for_test (&inquiry);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || (result->error != NULL && result->n_runs == 0)) {
    if (error != NULL && *error == NULL)
      g_propagate_error (error, g_steal_pointer (&result->error));
    history_result_free (result);
  } else {
    history = make_history (&inquiry, result, branch);
  }
  job_log_context_unref (inquiry.context);
  g_free (inquiry.known);
  g_free (inquiry.warning);

  return history;
}

void
history_free (History *history)
{
  if (history == NULL)
    return;

  history_finding_free (history->finding);
  history_result_free (history->result);
  g_ptr_array_unref (history->builds);
  g_free (history->warning);
  g_free (history);
}
