/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "history-text.h"
#include "markdown.h"
#include "masker.h"

/* Of a name. */
#define MAX_CHARACTERS 300

static guint
count_runs_before (const HistoryFinding *finding)
{
  return finding->n_runs - finding->n_runs_since;
}

static guint
count_failed_before (const HistoryFinding *finding)
{
  return finding->n_failed - finding->n_failed_since;
}

/* Of a history in which both outcomes were seen, or that is too short. */
static char *
dup_unsure_sentence (const HistoryFinding *finding)
{
  if (finding->n_runs == 0)
    return g_strdup (_("No run was seen."));
  if (finding->n_runs_since == 0 || count_runs_before (finding) == 0)
    return g_strdup_printf (ngettext ("Failed in %u of %u run: too few to tell.",
                                      "Failed in %u of %u runs: too few to tell.", finding->n_runs),
                            finding->n_failed, finding->n_runs);

  return g_strdup_printf (ngettext ("Failed in %u of %u run since, in %u of %u before: too early to tell a break "
                                    "from a flake.",
                                    "Failed in %u of %u runs since, in %u of %u before: too early to tell a break "
                                    "from a flake.", finding->n_runs_since),
                          finding->n_failed_since, finding->n_runs_since, count_failed_before (finding),
                          count_runs_before (finding));
}

static char *
dup_passing_sentence (const HistoryFinding *finding)
{
  if (finding->n_failed == 0)
    return g_strdup_printf (ngettext ("Passed in %u run.", "Passed in all %u runs.", finding->n_runs), finding->n_runs);

  return g_strdup_printf (ngettext ("Failed in %u of %u run, and passes since.",
                                    "Failed in %u of %u runs, and passes since.", finding->n_runs),
                          finding->n_failed, finding->n_runs);
}

char *
history_text_dup_sentence (const HistoryFinding *finding)
{
  switch (finding->kind) {
  case HISTORY_BREAK:
    return g_strdup_printf (ngettext ("Failed in %u of %u run since, in %u of %u before: a break, not a flake.",
                                      "Failed in %u of %u runs since, in %u of %u before: a break, not a flake.",
                                      finding->n_runs_since), finding->n_failed_since, finding->n_runs_since,
                            count_failed_before (finding), count_runs_before (finding));
  case HISTORY_FLAKE:
    return g_strdup_printf (ngettext ("Failed in %u of %u run, on and off: a flake.",
                                      "Failed in %u of %u runs, on and off: a flake.", finding->n_runs),
                            finding->n_failed, finding->n_runs);
  case HISTORY_PASSES:
    return dup_passing_sentence (finding);
  case HISTORY_ALWAYS:
    return g_strdup_printf (ngettext ("Failed in %u run.", "Failed in all %u runs.", finding->n_runs), finding->n_runs);
  case HISTORY_UNKNOWN:
  default:
    return dup_unsure_sentence (finding);
  }
}

char *
history_text_dup_between (const HistoryFinding *finding)
{
  if (finding->n_between == 0)
    return NULL;

  return g_strdup_printf (ngettext ("%u build between was not looked at", "%u builds between were not looked at",
                                    finding->n_between),
                          finding->n_between);
}

static char *
dup_broken (const HistoryFinding *finding)
{
  g_autofree char *number = NULL;

  if (finding->kind == HISTORY_PASSES)
    return g_strdup_printf (_("Was broken on %s where this started from, and passes there by now"), finding->branch);
  if (finding->first_bad == NULL || finding->first_bad->number <= 0)
    return g_strdup_printf (_("Broken on %s"), finding->branch);
  number = g_strdup_printf ("%" G_GINT64_FORMAT, finding->first_bad->number);

  if (finding->last_good == NULL || finding->n_between > 0)
    /* Translators: a branch, and the number of a build. */
    return g_strdup_printf (_("Broken on %s since #%s or before"), finding->branch, number);

  /* Translators: a branch, and the number of a build. */
  return g_strdup_printf (_("Broken on %s since #%s"), finding->branch, number);
}

char *
history_text_dup_verdict (const HistoryFinding *finding)
{
  switch (finding->verdict) {
  case VERDICT_BROKEN_ON_MAIN:
    return dup_broken (finding);
  case VERDICT_FLAKY_ON_MAIN:
    return g_strdup_printf (ngettext ("Flaky on %s: failed in %u of %u run", "Flaky on %s: failed in %u of %u runs",
                                      finding->n_runs), finding->branch, finding->n_failed, finding->n_runs);
  case VERDICT_PASSES_ON_MAIN:
    return g_strdup_printf (_("Passes on %s, so look at your change"), finding->branch);
  case VERDICT_UNKNOWN:
  default:
    return g_strdup_printf (_("Not known whether it fails on %s, too"), finding->branch);
  }
}

static void
append_outcome (GString              *out,
                const HistoryFinding *finding)
{
  switch (finding->kind) {
  case HISTORY_BREAK:
    g_string_append_printf (out, "failed in %u of %u runs since, in %u of %u before: a break, not a flake.",
                            finding->n_failed_since, finding->n_runs_since, count_failed_before (finding),
                            count_runs_before (finding));
    break;
  case HISTORY_FLAKE:
    g_string_append_printf (out, "failed in %u of %u runs, on and off: a flake.", finding->n_failed, finding->n_runs);
    break;
  case HISTORY_PASSES:
    g_string_append_printf (out, "failed in %u of %u runs, the newest passed.", finding->n_failed, finding->n_runs);
    break;
  case HISTORY_ALWAYS:
    g_string_append_printf (out, "failed in all %u runs that were looked at.", finding->n_runs);
    break;
  case HISTORY_UNKNOWN:
  default:
    if (finding->n_runs == 0)
      g_string_append (out, "no run was seen.");
    else
      g_string_append_printf (out, "failed in %u of %u runs: too few to tell.", finding->n_failed, finding->n_runs);
    break;
  }
}

static void
append_heading (GString              *out,
                const HistoryFinding *finding,
                Masker               *masker)
{
  g_autofree char *branch = masker_dup_line (masker, finding->branch, MAX_CHARACTERS);
  g_autofree char *job = masker_dup_line (masker, finding->job, MAX_CHARACTERS);
  g_autofree char *test = masker_dup_line (masker, finding->test, MAX_CHARACTERS);

  g_string_append (out, "History on ");
  markdown_append_name (out, *branch != '\0' ? branch : "main");
  g_string_append (out, " of ");
  if (*test != '\0') {
    markdown_append_code (out, test);
    if (*job != '\0')
      g_string_append (out, " in ");
  }
  if (*job != '\0' || *test == '\0')
    markdown_append_name (out, job);
  g_string_append (out, ": ");
  append_outcome (out, finding);
  g_string_append (out, "\n\n");
}

/* "- First bad: build 64437 at commit …, 2026-05-05 08:31 UTC". */
static void
append_build (GString            *out,
              const char         *what,
              const HistoryBuild *build,
              Masker             *masker)
{
  g_autofree char *name = NULL;
  g_autoptr (GDateTime) time = NULL;

  if (build == NULL)
    return;

  name = build->number > 0 ? g_strdup_printf ("build %" G_GINT64_FORMAT, build->number) : g_strdup ("build");
  g_string_append_printf (out, "- %s: ", what);
  markdown_append_link (out, name, build->url);
  if (markdown_is_commit (build->commit)) {
    g_string_append_printf (out, " at commit %s", build->commit);
  } else if (*build->commit != '\0') {
    g_autofree char *commit = masker_dup_line (masker, build->commit, MAX_CHARACTERS);

    g_string_append (out, " at commit ");
    markdown_append_code (out, commit);
  }
  time = build->finished_at > 0 ? g_date_time_new_from_unix_utc (build->finished_at) : NULL;
  if (time != NULL) {
    g_autofree char *words = g_date_time_format (time, "%Y-%m-%d %H:%M UTC");

    g_string_append_printf (out, ", %s", words);
  }
  g_string_append_c (out, '\n');
}

static void
append_why (GString       *out,
            const Suspect *suspect,
            Masker        *masker)
{
  g_autofree char *detail = masker_dup_line (masker, suspect->detail, MAX_CHARACTERS);

  switch (suspect->reason) {
  case SUSPECT_CHANGES_TEST:
    g_string_append (out, "changes ");
    markdown_append_code (out, detail);
    g_string_append (out, ", the test's own file");
    break;
  case SUSPECT_CHANGES_TRACE:
    g_string_append (out, "changes ");
    markdown_append_code (out, detail);
    g_string_append (out, ", which is in the traceback");
    break;
  case SUSPECT_TITLE:
    g_string_append (out, "its title has words of the failure: ");
    markdown_append_code (out, detail);
    break;
  case SUSPECT_CHANGES_SETUP:
  default:
    g_string_append (out, "changes ");
    markdown_append_code (out, detail);
    g_string_append (out, ": what is installed, or how the job runs");
    break;
  }
}

static void
append_suspect (GString       *out,
                const Suspect *suspect,
                Masker        *masker)
{
  g_autofree char *title = masker_dup_line (masker, suspect->pull->title, MAX_CHARACTERS);
  g_autofree char *author = masker_dup_line (masker, suspect->pull->author, MAX_CHARACTERS);

  g_string_append (out, "- ");
  markdown_append_link (out, title, suspect->pull->url);
  if (*author != '\0') {
    g_string_append (out, " by ");
    markdown_append_name (out, author);
  }
  g_string_append (out, ": ");
  append_why (out, suspect, masker);
  g_string_append_c (out, '\n');
}

static void
append_suspects (GString              *out,
                 const HistoryFinding *finding,
                 Masker               *masker)
{
  guint n_named = MIN (finding->suspects->len, HISTORY_TEXT_SUSPECTS);
  guint n_others = finding->suspects->len - n_named + finding->n_others;

  if (n_named > 0)
    g_string_append (out, "\nSuspects:\n\n");
  for (guint i = 0; i < n_named; i++)
    append_suspect (out, g_ptr_array_index (finding->suspects, i), masker);
  if (n_others > 0)
    g_string_append_printf (out, "\n%u %spull request%s in between\n", n_others, n_named > 0 ? "other " : "",
                            n_others > 1 ? "s" : "");
}

char *
history_text_dup_markdown (const HistoryFinding *finding)
{
  g_autoptr (Masker) masker = masker_new ();
  GString *out = g_string_new (NULL);

  append_heading (out, finding, masker);
  append_build (out, "Last good", finding->last_good, masker);
  append_build (out, "First bad", finding->first_bad, masker);
  if (*finding->compare_url != '\0') {
    g_string_append (out, "- ");
    markdown_append_link (out, "What lies between", finding->compare_url);
    if (finding->n_between > 0)
      g_string_append_printf (out, "; %u build%s of it not looked at", finding->n_between, finding->n_between > 1 ? "s" : "");
    g_string_append_c (out, '\n');
  }
  if (!finding->is_flaky)
    append_suspects (out, finding, masker);

  return g_string_free (out, FALSE);
}
