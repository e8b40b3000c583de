/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "job-tests.h"

#include "history-looks.h"

/* Requests for one log. */
#define LOG_WITH_API 1
#define LOG          2
#define VISIT        1

/* Builds: how far back the near ones are, and how many one search looks at. */
#define NEAR      32
#define MAX_LOOKS 30

struct HistoryLooks {
  Http           *http;
  HistorySource  *source;
  const char     *test;
  JobLogContext  *context;
  GCancellable   *cancellable;
  guint           n_left;       /* requests */
  gboolean        has_visited;
  gboolean        is_strict;    /* a failed job counts by its log alone */
  GHashTable     *read;         /* id of a job whose log was read: HistoryOutcome of the test */
  HistoryOutcome *known;        /* by the builds' index */
  GError         *warning;
};

HistoryLooks *
history_looks_new (Http           *http,
                   HistorySource  *source,
                   const char     *test,
                   JobLogContext  *context,
                   GCancellable   *cancellable)
{
  HistoryLooks *looks = g_new0 (HistoryLooks, 1);

  looks->http = http;
  looks->source = source;
  looks->test = test != NULL && *test != '\0' ? test : NULL;
  looks->context = context != NULL ? job_log_context_ref (context) : NULL;
  looks->cancellable = cancellable;
  looks->read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return looks;
}

void
history_looks_free (HistoryLooks *looks)
{
  if (looks == NULL)
    return;

  g_clear_pointer (&looks->context, job_log_context_unref);
  g_hash_table_unref (looks->read);
  g_free (looks->known);
  g_clear_error (&looks->warning);
  g_free (looks);
}

void
history_looks_set_budget (HistoryLooks *looks,
                          guint         n_requests)
{
  looks->n_left = n_requests;
}

guint
history_looks_get_n_left (HistoryLooks *looks)
{
  return looks->n_left;
}

const GError *
history_looks_get_warning (HistoryLooks *looks)
{
  return looks->warning;
}

static void
warn (HistoryLooks *looks,
      const GError *error)
{
  if (looks->warning == NULL && error != NULL)
    looks->warning = g_error_copy (error);
}

static guint
get_log_price (HistoryLooks *looks)
{
  if (history_source_has_api (looks->source))
    return LOG_WITH_API;

  return looks->has_visited ? LOG : LOG + VISIT;
}

/* The test's outcome in build INDEX, whose job failed, as far as its log was read; else HISTORY_NOT_ASKED. */
static HistoryOutcome
get_read (HistoryLooks *looks,
          guint         index)
{
  const RemoteJob *job = history_source_get_job (looks->source, index);

  return job != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (looks->read, job->id)) : HISTORY_BAD;
}

/* What JOB's log says of the test. What cannot be read counts as it. */
static HistoryOutcome
read_log (HistoryLooks    *looks,
          const RemoteJob *job)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Findings) findings = NULL;

  if (looks->context == NULL)
    looks->context = job_log_context_new (NULL);
  findings = job_tests_read (looks->http, looks->context, job, looks->cancellable, &error);
  warn (looks, error);

  return findings == NULL || findings->failures->len == 0 || job_tests_have (findings, looks->test) ? HISTORY_BAD : HISTORY_GOOD;
}

/* The same of build INDEX; HISTORY_NOT_ASKED where that costs too much. */
static HistoryOutcome
ask_for_test (HistoryLooks *looks,
              guint         index)
{
  const RemoteJob *job = history_source_get_job (looks->source, index);
  HistoryOutcome outcome = get_read (looks, index);
  guint price = get_log_price (looks);

  if (outcome != HISTORY_NOT_ASKED || looks->n_left < price)
    return outcome;
  looks->n_left -= price;
  looks->has_visited = TRUE;
  outcome = read_log (looks, job);
  g_hash_table_insert (looks->read, g_strdup (job->id), GUINT_TO_POINTER (outcome));

  return outcome;
}

static void
note_outcomes (HistoryLooks *looks)
{
  guint n = history_source_get_n (looks->source);

  for (guint i = 0; i < n; i++) {
    HistoryOutcome outcome = history_source_get_outcome (looks->source, i);
    HistoryOutcome read = outcome == HISTORY_BAD && looks->test != NULL ? get_read (looks, i) : outcome;

    looks->known[i] = read != HISTORY_NOT_ASKED || looks->is_strict ? read : outcome;
  }
}

static HistoryOutcome
build_is_asked_for (guint     index,
                    gpointer  user_data,
                    GError  **error)
{
  HistoryLooks *looks = user_data;
  HistoryOutcome outcome = history_source_get_outcome (looks->source, index);

  if (outcome == HISTORY_NOT_ASKED && looks->n_left == 0)
    return HISTORY_NOT_ASKED;
  if (outcome == HISTORY_NOT_ASKED) {
    looks->n_left--;
    outcome = history_source_ask (looks->source, index, looks->cancellable, error);
  }
  if (outcome == HISTORY_BAD && looks->is_strict)
    outcome = ask_for_test (looks, index);
  note_outcomes (looks);

  return outcome;
}

static HistoryResult *
search_listed (HistoryLooks *looks,
               int           merge_base,
               HistoryGoal   goal)
{
  guint n = history_source_get_n (looks->source);
  guint n_affordable = looks->is_strict ? looks->n_left / get_log_price (looks) + 1 : looks->n_left;
  HistorySearch history = { n, NULL, MIN (n_affordable, MAX_LOOKS), merge_base, goal, build_is_asked_for, looks };

  g_free (looks->known);
  looks->known = g_new0 (HistoryOutcome, n + 1);
  note_outcomes (looks);
  history.known = looks->known;

  return history_search (&history);
}

static HistoryResult *
search (HistoryLooks *looks,
        int          *merge_base,
        HistoryGoal   goal)
{
  HistoryResult *result = search_listed (looks, *merge_base, goal);
  g_autoptr (GError) error = NULL;
  int n_more;

  if (result->error != NULL || result->is_flaky || result->first_bad < 0 || result->last_good >= 0 || looks->n_left == 0 ||
      !history_source_has_more (looks->source))
    return result;
  looks->n_left--;
  n_more = history_source_list_more (looks->source, looks->cancellable, &error);
  warn (looks, error);
  if (n_more <= 0)
    return result;
  if (*merge_base >= 0)
    *merge_base += n_more;
  history_result_free (result);

  return search_listed (looks, *merge_base, goal);
}

static int
find_newest_bad (const HistoryResult *result)
{
  int index = (int) result->n_builds - 1;

  while (index >= 0 && result->outcomes[index] != HISTORY_BAD)
    index--;

  return index;
}

/* The oldest bad run no more than NEAR builds older than the newest one. */
static int
find_near_bad (const HistoryResult *result)
{
  int newest = find_newest_bad (result);
  int index = MAX (newest - NEAR, 0);

  while (index < newest && result->outcomes[index] != HISTORY_BAD)
    index++;

  return index;
}

static int
find_first_bad (const HistoryResult *result)
{
  return result->first_bad;
}

/* A job that fails for this test may fail for another one in older builds: where it has failed for long, a build near the
 * newest decides before one that is far, since most breaks that are asked for are new. */
static const struct {
  HistoryGoal   goal;
  int         (*find_deciding) (const HistoryResult *result);
} stages[] = {
  { HISTORY_NEWEST, find_newest_bad },
  { HISTORY_FAR, find_near_bad },
  { HISTORY_FAR, find_first_bad },
  { HISTORY_BOUNDARY, find_first_bad },
};

/* Whether the build that STAGE, by what became of the job, leads to failed for the test, not for another one. As much is
 * kept for it as the log costs. */
static gboolean
leads_to_test (HistoryLooks *looks,
               int          *merge_base,
               guint         stage)
{
  g_autoptr (HistoryResult) result = NULL;
  guint n_kept = MIN (get_log_price (looks), looks->n_left);

  looks->n_left -= n_kept;
  result = search (looks, merge_base, stages[stage].goal);
  looks->n_left += n_kept;
  if (result->error != NULL || result->first_bad < 0 || (stages[stage].goal == HISTORY_FAR && result->last_good >= 0))
    return TRUE;

  return ask_for_test (looks, stages[stage].find_deciding (result)) != HISTORY_GOOD;
}

HistoryResult *
history_looks_search (HistoryLooks *looks,
                      int          *merge_base)
{
  for (guint i = 0; looks->test != NULL && !looks->is_strict && i < G_N_ELEMENTS (stages); i++)
    looks->is_strict = !leads_to_test (looks, merge_base, i);

  return search (looks, merge_base, HISTORY_SURE);
}
