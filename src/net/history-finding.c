/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "own-string.h"

#include "history-finding.h"

HistoryBuild *
history_build_new (gint64      number,
                   const char *commit,
                   const char *url,
                   gint64      finished_at)
{
  HistoryBuild *build = g_new0 (HistoryBuild, 1);

  build->number = number;
  build->commit = own_string_new (commit);
  build->url = own_string_new (url);
  build->finished_at = finished_at;

  return build;
}

void
history_build_free (HistoryBuild *build)
{
  if (build == NULL)
    return;

  g_free (build->commit);
  g_free (build->url);
  g_free (build);
}

HistoryFinding *
history_finding_new (const char *job,
                     const char *test,
                     const char *branch)
{
  HistoryFinding *finding = g_new0 (HistoryFinding, 1);

  finding->job = own_string_new (job);
  finding->test = own_string_new (test);
  finding->branch = own_string_new (branch);
  finding->compare_url = own_string_new (NULL);
  finding->suspects = g_ptr_array_new_with_free_func ((GDestroyNotify) suspect_free);

  return finding;
}

void
history_finding_set_runs (HistoryFinding      *finding,
                          const HistoryResult *result)
{
  finding->kind = result->kind;
  finding->is_flaky = result->is_flaky;
  finding->n_runs = result->n_runs;
  finding->n_failed = result->n_failed;
  finding->n_runs_since = result->n_runs_since;
  finding->n_failed_since = result->n_failed_since;
  finding->n_between = result->n_between;
}

void
history_finding_free (HistoryFinding *finding)
{
  if (finding == NULL)
    return;

  g_free (finding->job);
  g_free (finding->test);
  g_free (finding->branch);
  history_build_free (finding->last_good);
  history_build_free (finding->first_bad);
  g_free (finding->compare_url);
  g_ptr_array_unref (finding->suspects);
  g_free (finding);
}
