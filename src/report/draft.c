/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "markdown.h"
#include "title.h"

#include "draft.h"

#define MAX_JOB_IN_TITLE  100
#define MAX_RERUNS        1000
#define COMMIT_CHARACTERS 9

/* How compilers name a place, and the bytes of a line in which it must stand. */
#define FILE_AND_LINE "(?:^|[\\s\"'(])((?:[\\w.~+@-]*/)*[\\w.+-]+\\.\\w+)[:(]\\d+"
#define MAX_FILE_LINE 1024

/* The failures of FINDINGS but those of kind exit, or all where there is nothing else. */
static GPtrArray *
list_failures (const Findings *findings)
{
  g_autoptr (GPtrArray) listed = g_ptr_array_new ();

  for (guint i = 0; i < findings->failures->len; i++) {
    Failure *failure = g_ptr_array_index (findings->failures, i);

    if (failure->kind != FAILURE_EXIT || failure->test[0] != '\0')
      g_ptr_array_add (listed, failure);
  }

  return listed->len > 0 ? g_steal_pointer (&listed) : g_ptr_array_ref (findings->failures);
}

static gboolean
has_steady_failure (GPtrArray *failures)
{
  for (guint i = 0; i < failures->len; i++)
    if (!((const Failure *) g_ptr_array_index (failures, i))->flaky)
      return TRUE;

  return FALSE;
}

/* Whether FAILURE is what the title and the commands are about: not a test that passed when it was
 * tried again beside what did not. */
static gboolean
is_reported (const Draft   *draft,
             const Failure *failure)
{
  return !failure->flaky || !draft->has_steady;
}

void
draft_init (Draft    *draft,
            JobLog   *log,
            Findings *findings,
            Profile  *profile)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  draft->log = job_log_ref (log);
  draft->findings = findings_ref (findings);
  draft->profile = profile_ref (profile);
  draft->facts = job_log_get_facts (log);
  draft->listed = list_failures (findings);
  draft->has_steady = has_steady_failure (draft->listed);
  draft->failed = g_ptr_array_new ();
  draft->passed = g_ptr_array_new ();

  for (guint i = 0; i < findings->failures->len; i++) {
    const Failure *failure = g_ptr_array_index (findings->failures, i);

    if (failure->test[0] != '\0' && g_hash_table_add (seen, failure->test) &&
        is_reported (draft, failure))
      g_ptr_array_add (draft->failed, failure->test);
  }
  for (guint i = 0; i < findings->passed->len; i++)
    if (!g_hash_table_contains (seen, g_ptr_array_index (findings->passed, i)))
      g_ptr_array_add (draft->passed, g_ptr_array_index (findings->passed, i));
}

void
draft_copy (Draft       *draft,
            const Draft *from)
{
  draft->log = job_log_ref (from->log);
  draft->findings = findings_ref (from->findings);
  draft->profile = profile_ref (from->profile);
  draft->facts = job_facts_copy (from->facts);
  draft->listed = g_ptr_array_ref (from->listed);
  draft->has_steady = from->has_steady;
  draft->failed = g_ptr_array_ref (from->failed);
  draft->passed = g_ptr_array_ref (from->passed);
}

void
draft_clear (Draft *draft)
{
  g_ptr_array_unref (draft->listed);
  g_ptr_array_unref (draft->failed);
  g_ptr_array_unref (draft->passed);
  job_facts_free (draft->facts);
  profile_unref (draft->profile);
  findings_unref (draft->findings);
  job_log_unref (draft->log);
}

const char *
draft_get_repository (const Draft *draft)
{
  const char *repository = profile_get_repository (draft->profile);

  return repository[0] != '\0' ? repository : draft->facts->repository;
}

/* Whether the log is known to be of another repository than the one whose issues these are. */
static gboolean
is_of_another_repository (const Draft *draft)
{
  return draft->facts->repository[0] != '\0' &&
         profile_get_repository (draft->profile)[0] != '\0' &&
         !profile_is_project (draft->profile, draft->facts->repository);
}

/* The same, and no fork of it by its name. */
static gboolean
is_of_another_project (const Draft *draft)
{
  g_autofree char *name = g_path_get_basename (draft->facts->repository);
  g_autofree char *own_name = g_path_get_basename (profile_get_repository (draft->profile));

  return is_of_another_repository (draft) && g_ascii_strcasecmp (name, own_name) != 0;
}

gboolean
draft_is_on_main (const Draft *draft)
{
  const JobFacts *facts = draft->facts;

  return facts->branch[0] != '\0' &&
         g_str_equal (facts->branch, profile_get_main_branch (draft->profile)) &&
         (facts->pull_request[0] == '\0' || g_str_equal (facts->pull_request, "false")) &&
         !is_of_another_repository (draft);
}

/* The file that a compiler's or linter's line is about, with ": " after it; or "". */
static char *
dup_file_of_line (const Draft   *draft,
                  const Failure *failure)
{
  g_autoptr (GRegex) file = g_regex_new (FILE_AND_LINE, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *path = NULL;
  StoredLine line;

  if (failure->kind != FAILURE_COMPILE && failure->kind != FAILURE_LINT)
    return g_strdup ("");
  stored_line_init (&line);
  if (log_store_read_line (job_log_get_store (draft->log), failure->line, MAX_FILE_LINE, &line, NULL) &&
      g_regex_match (file, line.text->str, 0, &match))
    path = g_match_info_fetch (match, 1);
  g_clear_pointer (&match, g_match_info_unref);
  stored_line_clear (&line);

  return path == NULL || strstr (failure->message, path) != NULL ? g_strdup ("")
                                                                 : g_strconcat (path, ": ", NULL);
}

/* What failed where no test is named. */
static char *
dup_what_failed (const Draft *draft)
{
  const Failure *failure = g_ptr_array_index (draft->listed, 0);

  if (failure->kind == FAILURE_EXIT && failure->exit_status >= 0)
    return g_strdup_printf ("exit status %d", failure->exit_status);
  if (failure->message[0] != '\0') {
    g_autofree char *file = dup_file_of_line (draft, failure);
    g_autofree char *message = markdown_dup_line (failure->message);

    return g_strconcat (file, message, NULL);
  }

  return g_strdup (failure_kind_to_string (failure->kind));
}

/* TEXT with its secrets masked, then cut, since what is left of a secret is not known for one. */
static char *
dup_cut (const char *text,
         gsize       max_characters)
{
  g_autoptr (Masker) masker = masker_new ();
  g_autofree char *masked = masker_dup_text (masker, text);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (masked, -1) <= (glong) max_characters)
    return g_steal_pointer (&masked);
  start = g_utf8_substring (masked, 0, max_characters - 1);

  return g_strconcat (start, "…", NULL);
}

char *
draft_dup_title (const Draft *draft,
                 gsize        max_characters,
                 gboolean    *ret_pattern)
{
  g_autofree char *job = markdown_dup_line (draft->facts->job);
  g_autofree char *short_job = dup_cut (job, MAX_JOB_IN_TITLE);
  g_autofree char *start = g_strconcat (profile_get_title_prefix (draft->profile), short_job,
                                        short_job[0] != '\0' ? " - " : "", NULL);
  gsize used = g_utf8_strlen (start, -1);
  g_autofree char *what = NULL;
  g_autofree char *title = NULL;

  if (draft->failed->len == 1)
    title = profile_dup_test_title (draft->profile, g_ptr_array_index (draft->failed, 0));
  *ret_pattern = FALSE;
  if (title != NULL)
    return dup_cut (title, max_characters);

  if (draft->failed->len > 0)
    what = title_dup_pattern (draft->failed, draft->passed, max_characters - MIN (used, max_characters));
  *ret_pattern = what != NULL;
  if (what == NULL)
    what = draft->failed->len > 0
           ? title_dup_names (draft->failed, max_characters - MIN (used, max_characters))
           : dup_what_failed (draft);
  title = g_strconcat (start, what, NULL);

  return dup_cut (title, max_characters);
}

/* The profile's own line for the main branch. */
static char *
dup_main_environment (const Draft *draft,
                      Masker      *masker)
{
  g_autoptr (GString) line = g_string_new (profile_get_environment (draft->profile));
  g_autofree char *branch = masker_dup_line (masker, draft->facts->branch, 0);
  g_autofree char *commit = g_strndup (draft->facts->commit, COMMIT_CHARACTERS);

  g_string_replace (line, "{branch}", branch, 0);
  g_string_replace (line, "{commit}", commit, 0);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

void
draft_append_job (const Draft *draft,
                  Masker      *masker,
                  GString     *out)
{
  g_autofree char *job = masker_dup_line (masker, draft->facts->job, 0);
  g_autofree char *url = masker_dup_line (masker, draft->facts->build_url, 0);

  if (url[0] != '\0')
    markdown_append_link (out, job[0] != '\0' ? job : "this job", url);
  else if (job[0] != '\0')
    markdown_append_name (out, job);
}

void
draft_append_commit (const Draft *draft,
                     Masker      *masker,
                     GString     *out)
{
  g_autofree char *commit = masker_dup_line (masker, draft->facts->commit, 0);

  if (commit[0] == '\0')
    return;
  g_string_append (out, " at commit ");
  if (markdown_is_commit (commit))
    g_string_append (out, commit);
  else
    markdown_append_code (out, commit);
}

void
draft_append_branch (const Draft *draft,
                     Masker      *masker,
                     GString     *out)
{
  g_autofree char *branch = masker_dup_line (masker, draft->facts->branch, 0);

  if (draft->facts->branch[0] == '\0')
    return;
  g_string_append (out, "branch ");
  markdown_append_code (out, branch);
}

static void
append_place (const Draft *draft,
              Masker      *masker,
              GString     *out)
{
  g_autofree char *repository = NULL;

  if (draft->facts->branch[0] == '\0')
    return;
  g_string_append (out, " on ");
  draft_append_branch (draft, masker, out);
  if (!is_of_another_repository (draft))
    return;
  repository = masker_dup_line (masker, draft->facts->repository, 0);
  g_string_append (out, " of ");
  markdown_append_code (out, repository);
}

char *
draft_dup_environment (const Draft *draft,
                       Masker      *masker)
{
  const JobFacts *facts = draft->facts;
  const char *main_branch = profile_get_main_branch (draft->profile);
  gboolean on_main = draft_is_on_main (draft);
  gboolean known = facts->branch[0] != '\0' || facts->commit[0] != '\0';
  g_autofree char *line = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) job = g_string_new (NULL);

  draft_append_job (draft, masker, job);
  if (on_main && markdown_is_commit (facts->commit))
    line = dup_main_environment (draft, masker);

  if (line != NULL && line[0] != '\0') {
    g_string_append (out, line);
  } else if (known || job->len > 0) {
    g_string_append (out, "Failed");
    append_place (draft, masker, out);
    draft_append_commit (draft, masker, out);
    if (facts->branch[0] != '\0' && main_branch[0] != '\0' &&
        !g_str_equal (facts->branch, main_branch))
      g_string_append_printf (out, " (not %s)", main_branch);
  }
  if (job->len > 0)
    g_string_append_printf (out, known ? ": %s" : " in %s", job->str);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
dup_rerun_of (const Draft   *draft,
              const Failure *failure,
              RerunClues    *clues,
              gboolean       loop)
{
  const Rerun *rerun = NULL;

  if (failure->test[0] == '\0' || !is_reported (draft, failure))
    return NULL;

  if (!is_of_another_project (draft))
    rerun = profile_get_rerun (draft->profile, failure->runner);
  if (rerun == NULL)
    rerun = rules_get_rerun (job_log_get_rules (draft->log), failure->runner);
  if (rerun == NULL)
    return NULL;

  return rerun_dup_command (rerun, failure, clues, loop);
}

char *
draft_dup_rerun (const Draft *draft,
                 gboolean     loop)
{
  g_autoptr (GString) commands = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (RerunClues) clues = rerun_clues_new (job_log_get_store (draft->log));

  for (guint i = 0; i < draft->findings->failures->len &&
                    g_hash_table_size (seen) < MAX_RERUNS; i++) {
    char *command = dup_rerun_of (draft, g_ptr_array_index (draft->findings->failures, i), clues, loop);

    if (command != NULL && !g_hash_table_contains (seen, command))
      g_string_append_printf (commands, commands->len > 0 ? "\n%s" : "%s", command);
    if (command != NULL)
      g_hash_table_add (seen, command);
  }

  return commands->len > 0 ? g_string_free (g_steal_pointer (&commands), FALSE) : NULL;
}

char *
draft_dup_first_rerun (const Draft *draft)
{
  g_autoptr (RerunClues) clues = rerun_clues_new (job_log_get_store (draft->log));

  for (guint i = 0; i < draft->findings->failures->len; i++) {
    char *command = dup_rerun_of (draft, g_ptr_array_index (draft->findings->failures, i), clues, FALSE);

    if (command != NULL)
      return command;
  }

  return NULL;
}
