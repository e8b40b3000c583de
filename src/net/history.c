/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "history-looks.h"
#include "path-tail.h"
#include "pulls-between.h"

#include "history.h"

/* Requests for what came between: the comparison, and some of the files that would tell; others where some are left. */
#define COMPARISON 1
#define KEPT_FILES 2
#define MAX_FILES  3

/* One question on its way to an answer. */
typedef struct {
  Http                  *http;
  const HistoryQuestion *question;
  const char            *repository;
  HistorySource         *source;
  GCancellable          *cancellable;
  const Failure         *failure;       /* the question's, or one of that test */
  GStrv                  files;         /* whose change would explain the failure */
  guint                  n_spent;       /* requests, besides looks at builds and those for what came between */
  guint                  n_left;        /* of those for files, once the builds were looked at */
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
    if (*file == '\0' || !path_is_same_file (question->trace_files[i], file))
      g_strv_builder_add (builder, question->trace_files[i]);

  return g_strv_builder_end (builder);
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
  inquiry->n_spent++;
  between = pulls_between_read (inquiry->http, inquiry->repository, branch, question->commit, NULL, 0, inquiry->cancellable, &error);
  warn (inquiry, error);
  if (between == NULL)
    return;
  inquiry->merge_base = find_build (inquiry, between->merge_base, between->merge_time);
  if (inquiry->merge_base < 0 && history_source_has_more (inquiry->source)) {
    inquiry->n_spent++;
    history_source_list_more (inquiry->source, inquiry->cancellable, NULL);
    inquiry->merge_base = find_build (inquiry, between->merge_base, between->merge_time);
  }
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

/* What came between the last good build and the first bad one, and which of it may be why. */
static void
add_suspects (Inquiry        *inquiry,
              HistoryFinding *finding)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PullsBetween) between = NULL;
  const HistoryQuestion *question = inquiry->question;

  if (finding->last_good == NULL || finding->first_bad == NULL || finding->kind != HISTORY_BREAK || finding->is_flaky ||
      !is_known (inquiry->repository) || !is_known (finding->last_good->commit) || !is_known (finding->first_bad->commit))
    return;
  between = pulls_between_read (inquiry->http, inquiry->repository, finding->last_good->commit, finding->first_bad->commit,
                                (const char * const *) inquiry->files, inquiry->n_left, inquiry->cancellable, &error);
  warn (inquiry, error);
  if (between == NULL)
    return;
  g_free (finding->compare_url);
  finding->compare_url = g_strdup (between->url);
  g_ptr_array_unref (finding->suspects);
  finding->suspects = suspects_rank (between->pulls, inquiry->failure, question->trace_files, &finding->n_others);
  finding->n_others += between->n_unlisted;
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

static guint
count_kept_files (Inquiry *inquiry)
{
  return MIN (g_strv_length (inquiry->files), KEPT_FILES);
}

/* The requests that looks at builds may cost. */
static guint
count_affordable (Inquiry *inquiry)
{
  gboolean has_api = history_source_has_api (inquiry->source);
  guint n_others = inquiry->n_spent;
  guint most = has_api ? HISTORY_MAX_REQUESTS_WITH_TOKEN : HISTORY_MAX_REQUESTS;

  if (is_known (inquiry->repository))
    n_others += COMPARISON + count_kept_files (inquiry);

  return inquiry->question->is_exact ? HISTORY_MAX_REQUESTS_EXACT : most - MIN (n_others, most);
}

static HistoryResult *
search (Inquiry *inquiry)
{
  const HistoryQuestion *question = inquiry->question;
  g_autoptr (HistoryLooks) looks = history_looks_new (inquiry->http, inquiry->source, question->test, question->context,
                                                      inquiry->cancellable);
  HistoryResult *result;

  history_looks_set_budget (looks, count_affordable (inquiry));
  result = history_looks_search (looks, &inquiry->merge_base);
  inquiry->n_left = MIN (count_kept_files (inquiry) + history_looks_get_n_left (looks), MAX_FILES);
  warn (inquiry, history_looks_get_warning (looks));

  return result;
}

static void
inquiry_clear (Inquiry *inquiry)
{
  g_clear_pointer (&inquiry->source, history_source_free);
  g_strfreev (inquiry->files);
  g_free (inquiry->warning);
}

static History *
inquire (Inquiry     *inquiry,
         const char  *branch,
         GError     **error)
{
  HistoryResult *result;

  find_merge_base (inquiry, branch);
  result = search (inquiry);
  if (!g_cancellable_set_error_if_cancelled (inquiry->cancellable, error) && (result->error == NULL || result->n_runs > 0))
    return make_history (inquiry, result, branch);
  if (error != NULL && *error == NULL)
    g_propagate_error (error, g_steal_pointer (&result->error));
  history_result_free (result);

  return NULL;
}

History *
history_ask (Http                   *http,
             const HistoryQuestion  *question,
             GCancellable           *cancellable,
             GError                **error)
{
  const char *main_branch = profile_get_main_branch (question->profile);
  const char *branch = is_known (question->branch) ? question->branch : *main_branch != '\0' ? main_branch : "main";
  g_autoptr (Failure) of_test = failure_new ();
  Inquiry inquiry = { .http = http, .question = question, .repository = profile_get_repository (question->profile),
                      .cancellable = cancellable, .n_spent = 1, .merge_base = -1 };
  History *history = NULL;

  own_string_set (&of_test->test, is_known (question->test) ? question->test : "");
  inquiry.failure = question->failure != NULL ? question->failure : of_test;
  inquiry.files = dup_telling_files (question, inquiry.failure);
  inquiry.source = history_source_new (http, question->profile, question->job, branch, cancellable, error);
  if (inquiry.source != NULL)
    history = inquire (&inquiry, branch, error);
  inquiry_clear (&inquiry);

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
