/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a finder knows after the lines so far. */

#include "config.h"

#include "causes.h"
#include "ranking.h"
#include "test-run-failures.h"

#include "finder-private.h"

Traces *
finder_get_traces (const Finder *finder)
{
  const Runner *runner;

  if (finder->causes->len == 0)
    return NULL;
  runner = g_ptr_array_index (finder->causes, 0);

  return finder->traces[runner->index];
}

static void
add_run (Finder     *finder,
         Findings   *findings,
         const Lane *lane,
         TestRun    *run,
         gboolean    complete)
{
  Traces *traces = finder_get_traces (finder);
  guint first = findings->failures->len;

  run->has_failed = job_end_get_n_exits (finder->end) > 0;
  test_run_add_failures (run, complete, finder->causes,
                         traces != NULL ? traces_get (traces) : NULL,
                         matcher_get_match (finder->matcher),
                         findings->failures);
  for (guint i = first; i < findings->failures->len; i++)
    ((Failure *) g_ptr_array_index (findings->failures, i))->lane = lane->index;
  findings->left_out += run->n_left_out;
  if (run->is_seen)
    g_ptr_array_add (findings->runners, g_strdup (run->runner->name));
  for (guint i = 0; i < run->sessions->len; i++) {
    const TestSession *session = g_ptr_array_index (run->sessions, i);
    LineRange range = { session->summary_line, MAX (session->last_line, session->summary_line) };

    if (session->summary_line != 0)
      g_array_append_val (findings->summaries, range);
  }
}

static void
add_runs (Finder   *finder,
          Findings *findings,
          gboolean  complete)
{
  for (guint i = 0; i < finder->lanes->all->len; i++) {
    const Lane *lane = g_ptr_array_index (finder->lanes->all, i);

    for (guint k = 0; k < lane->n_states; k++)
      if (lane->states[k].run != NULL)
        add_run (finder, findings, lane, lane->states[k].run, complete);
  }
}

static Causes
get_causes (Finder *finder)
{
  Traces *traces = finder_get_traces (finder);

  return (Causes) { finder->lanes, finder->causes, traces != NULL ? traces_get (traces) : NULL,
                    finder->steps, matcher_get_match (finder->matcher) };
}

static void
rank (Finder          *finder,
      Findings        *findings,
      const GPtrArray *reports,
      const GPtrArray *others,
      gboolean         complete)
{
  Evidence evidence = { reports, others, blocks_get_running (lanes_get (finder->lanes, NULL)->blocks), finder->end,
                        finder->good_ends, finder->ignored, finder->n_lines, finder->may_have_passed };

  if (complete)
    ignored_commands_finish (finder->ignored, finder->n_lines);
  ranking_apply (findings->failures, &evidence, complete);
}

Findings *
finder_get_findings (Finder   *finder,
                     gboolean  complete)
{
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GPtrArray) others = NULL;
  Causes causes;
  Findings *findings;

  if (finder->findings != NULL && finder->is_complete == complete)
    return findings_ref (finder->findings);

  if (complete)
    lanes_finish (finder->lanes);
  causes = get_causes (finder);
  causes_mark (&causes);
  findings = findings_new ();
  reports = lanes_collect (finder->lanes, blocks_get_reports);
  others = lanes_collect (finder->lanes, blocks_get_others);
  add_runs (finder, findings, complete);
  rank (finder, findings, reports, others, complete);
  lanes_drop_repeats (finder->lanes, findings->failures);
  causes_apply (&causes, findings);
  findings_put_flaky_last (findings);
  lanes_add_claims (finder->lanes, findings);
  lanes_add_runners (reports, findings);
  lanes_add_passed (finder->lanes, findings);
  g_array_append_vals (findings->endings, finder->end->endings->data, finder->end->endings->len);
  if (finder->lanes->all->len > 1)
    findings->prefixes = lane_prefixes_copy (finder->prefixes);
  for (guint i = 0; i < matcher_get_warnings (finder->matcher)->len; i++)
    g_ptr_array_add (findings->warnings,
                     g_strdup (g_ptr_array_index (matcher_get_warnings (finder->matcher), i)));

  g_clear_pointer (&finder->findings, findings_unref);
  finder->findings = findings_ref (findings);
  finder->is_complete = complete;

  return findings;
}
