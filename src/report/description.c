/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "excerpt.h"
#include "markdown.h"
#include "masker.h"

#include "description.h"

/* Of the 65,536 characters that an issue may have, this much is for a list of the tests. */
#define MAX_LIST_BYTES (12 * 1024)

#define MAX_MESSAGE_CHARACTERS 1000

/* Bytes of a line that tells where in the source something is wrong; a longer one is cut. */
#define MAX_SOURCE_LINE 4096

/* Tests that are named for one cause. */
#define MAX_NAMES 3

/* What FAILURE says; of what a compiler or a linter found the line of the log, which tells where. */
static char *
dup_words (const Draft   *draft,
           const Failure *failure)
{
  g_autofree char *words = NULL;
  StoredLine line;

  if (failure->kind != FAILURE_COMPILE && failure->kind != FAILURE_LINT)
    return g_strdup (failure->message);

  stored_line_init (&line);
  if (log_store_read_line (job_log_get_store (draft->log), failure->line, MAX_SOURCE_LINE, &line, NULL))
    words = g_strstrip (g_strdup (line.text->str));
  stored_line_clear (&line);

  return words != NULL && strstr (words, failure->message) != NULL ? g_steal_pointer (&words)
                                                                   : g_strdup (failure->message);
}

/* The line of a runner's summary: "FAILED test - message". */
static char *
dup_failing_line (const Draft   *draft,
                  const Failure *failure,
                  Masker        *masker)
{
  g_autofree char *words = failure->test[0] == '\0' ? dup_words (draft, failure) : g_strdup (failure->message);
  g_autofree char *message = masker_dup_line (masker, words, MAX_MESSAGE_CHARACTERS);
  g_autofree char *name = failure_dup_full_name (failure);
  g_autofree char *test = masker_dup_line (masker, name, 0);
  const char *note = failure->flaky ? " (passed when it was tried again)" : "";

  if (test[0] == '\0')
    return g_strconcat (message[0] != '\0' ? message : failure_kind_to_string (failure->kind),
                        note, NULL);

  return g_strconcat (failure->kind == FAILURE_ERROR ? "ERROR " : "FAILED ", test,
                      message[0] != '\0' ? " - " : "", message, note, NULL);
}

/* Of how many failures more than those that are kept the log says nothing but that they are. */
static guint
count_from (const Draft *draft,
            guint        n,
            guint        index)
{
  return n - index + draft->findings->left_out;
}

/* Appends LINE and a line end where there is room for it. */
static gboolean
append_list_line (GString    *list,
                  const char *line)
{
  if (list->len > 0 && list->len + strlen (line) > MAX_LIST_BYTES)
    return FALSE;
  g_string_append_printf (list, "%s\n", line);

  return TRUE;
}

static char *
dup_failing_lines (const Draft *draft,
                   Masker      *masker)
{
  GString *list = g_string_new (NULL);
  GPtrArray *failures = draft->listed;
  guint n = 0;
  guint left;

  for (; n < failures->len; n++) {
    g_autofree char *line = dup_failing_line (draft, g_ptr_array_index (failures, n), masker);

    if (!append_list_line (list, line))
      break;
  }
  left = count_from (draft, failures->len, n);
  if (left > 0)
    g_string_append_printf (list, left == 1 ? "… and %u more failure\n"
                                            : "… and %u more failures\n", left);

  return g_string_free (list, FALSE);
}

/* Appends the names of the tests that failed, a code span each. */
static void
append_names (const Draft *draft,
              Masker      *masker,
              GString     *list)
{
  guint n = 0;
  guint left;

  for (; n < draft->failed->len; n++) {
    g_autoptr (GString) name = g_string_new (NULL);
    g_autofree char *line = masker_dup_line (masker, g_ptr_array_index (draft->failed, n), 0);

    markdown_append_code (name, line);
    if (!append_list_line (list, name->str))
      break;
  }
  left = count_from (draft, draft->failed->len, n);
  if (left > 0)
    g_string_append_printf (list, left == 1 ? "… and %u more test" : "… and %u more tests", left);
  else
    g_string_truncate (list, list->len - 1);
}

char *
description_dup_tests (const Draft *draft,
                       SecretList  *secrets)
{
  g_autoptr (Masker) masker = masker_new ();
  g_autoptr (GString) list = g_string_new (NULL);

  masker_set_list (masker, secrets);
  if (draft->failed->len > 0) {
    append_names (draft, masker, list);
  } else {
    const Failure *failure = g_ptr_array_index (draft->listed, 0);
    g_autofree char *line = dup_failing_line (draft, failure, masker);

    markdown_append_code (list, line);
  }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static gboolean
is_same_cause (const FailureCause *a,
               const FailureCause *b)
{
  return a != NULL && b != NULL && a->line == b->line;
}

/* The short names of the tests with CAUSE; where there are several, each without its parameters
 * and once. */
static GPtrArray *
gather_names_of_cause (GPtrArray          *failures,
                       const FailureCause *cause)
{
  g_autoptr (GPtrArray) whole = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < failures->len; i++) {
    const Failure *failure = g_ptr_array_index (failures, i);
    char *name;

    if (!is_same_cause (failure->cause, cause) || failure->test[0] == '\0')
      continue;
    g_ptr_array_add (whole, failure_dup_short_name (failure));
    name = g_strdup (g_ptr_array_index (whole, whole->len - 1));
    name[strcspn (name, "[")] = '\0';
    if (g_hash_table_contains (seen, name)) {
      g_free (name);
      continue;
    }
    g_ptr_array_add (names, name);
    g_hash_table_add (seen, name);
  }

  return whole->len == 1 ? g_steal_pointer (&whole) : g_steal_pointer (&names);
}

/* "test_a, test_b and 4 more: " */
static void
append_tests_of_cause (GString            *out,
                       GPtrArray          *failures,
                       const FailureCause *cause,
                       Masker             *masker)
{
  g_autoptr (GPtrArray) names = gather_names_of_cause (failures, cause);

  for (guint i = 0; i < MIN (names->len, MAX_NAMES); i++) {
    g_autofree char *name = masker_dup_line (masker, g_ptr_array_index (names, i), 0);

    g_string_append_printf (out, i > 0 ? ", %s" : "%s", name);
  }
  if (names->len > MAX_NAMES)
    g_string_append_printf (out, " and %u more", names->len - MAX_NAMES);
  if (names->len > 0)
    g_string_append (out, ": ");
}

static void
append_cause (GString            *out,
              const FailureCause *cause,
              Masker             *masker)
{
  g_autofree char *message = masker_dup_line (masker, cause->message, MAX_MESSAGE_CHARACTERS);
  g_autofree char *process = masker_dup_line (masker, cause->process, 0);
  g_autofree char *exception = masker_dup_line (masker, cause->exception, 0);

  if (exception[0] != '\0' && !g_str_has_prefix (message, exception))
    g_string_append_printf (out, message[0] != '\0' ? "%s: " : "%s", exception);
  g_string_append_printf (out, "%s (%s%sline %" G_GINT64_FORMAT ")\n", message,
                          process, process[0] != '\0' ? ", " : "", cause->line);
}

/* The causes, each once with the tests that follow from it. RET_OTHER_PROCESS is whether a process
 * other than the tests' raised one. */
static char *
dup_causes (const Draft *draft,
            Masker      *masker,
            gboolean    *ret_other_process)
{
  GPtrArray *failures = draft->findings->failures;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GString *causes = g_string_new (NULL);
  guint left = 0;

  *ret_other_process = FALSE;
  for (guint i = 0; i < failures->len; i++) {
    const FailureCause *cause = ((const Failure *) g_ptr_array_index (failures, i))->cause;

    if (cause == NULL || !g_hash_table_add (seen, (gpointer) &cause->line))
      continue;
    if (causes->len > MAX_LIST_BYTES) {
      left++;
      continue;
    }
    append_tests_of_cause (causes, failures, cause, masker);
    append_cause (causes, cause, masker);
    *ret_other_process = *ret_other_process || cause->process[0] != '\0';
  }
  if (left > 0)
    g_string_append_printf (causes, left == 1 ? "… and %u more cause\n"
                                              : "… and %u more causes\n", left);

  return g_string_free (causes, FALSE);
}

/* Appends LINES, whose secrets are masked one by one, in a fence; what only several of them make is masked now. */
static void
append_lines (GString    *out,
              const char *lines,
              Masker     *masker)
{
  g_autofree char *masked = masker_dup_text (masker, lines);

  markdown_append_fence (out, masked);
}

static void
append_causes (const Draft *draft,
               Masker      *masker,
               GString     *out)
{
  gboolean other_process;
  g_autofree char *causes = dup_causes (draft, masker, &other_process);

  if (causes[0] == '\0')
    return;

  g_string_append (out, other_process ? "Probable cause, from other processes of the same test:\n\n"
                                      : "Probable cause, from earlier in the log:\n\n");
  append_lines (out, causes, masker);
  g_string_append_c (out, '\n');
}

/* The command that runs the first failed test again, or NULL. */
static char *
dup_rerun (const Draft *draft,
           Masker      *masker)
{
  g_autofree char *rerun = draft_dup_first_rerun (draft);

  return rerun != NULL ? masker_dup_line (masker, rerun, 0) : NULL;
}

static char *
dup_head (const Draft *draft,
          Masker      *masker)
{
  GString *out = g_string_new (NULL);
  g_autofree char *failing_lines = dup_failing_lines (draft, masker);
  g_autofree char *environment = draft_dup_environment (draft, masker);
  g_autofree char *rerun = dup_rerun (draft, masker);

  if (environment[0] != '\0')
    g_string_append_printf (out, "%s\n\n", environment);
  append_lines (out, failing_lines, masker);
  g_string_append_c (out, '\n');
  append_causes (draft, masker, out);
  if (rerun != NULL) {
    g_string_append (out, "To reproduce: ");
    markdown_append_code (out, rerun);
    g_string_append (out, "\n\n");
  }

  return g_string_free (out, FALSE);
}

char *
description_dup_text (const Draft *draft,
                      gsize        max_log_bytes,
                      SecretList  *secrets,
                      gint64      *ret_cut,
                      gsize       *ret_log_bytes)
{
  const ExcerptLimits limits = {
    .max_bytes = MAX (max_log_bytes, 1),
    .compact = TRUE,
    .secrets = secrets,
  };
  g_autoptr (Masker) masker = masker_new ();
  g_autofree char *head = NULL;
  g_autofree char *log = NULL;
  g_autoptr (GString) out = NULL;

  masker_set_list (masker, secrets);
  head = dup_head (draft, masker);
  out = g_string_new (head);
  log = excerpt_dup_text (draft->log, draft->findings, &limits, NULL, ret_cut);

  *ret_log_bytes = strlen (log);
  if (log[0] != '\0') {
    g_string_append (out, "<details>\n<summary>Logs:</summary>\n\n");
    markdown_append_fence (out, log);
    g_string_append (out, "\n</details>");
  } else {
    g_string_truncate (out, out->len - 2);
  }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
description_dup_fact (const Draft    *draft,
                      ProfileContent  content,
                      SecretList     *secrets)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Masker) masker = masker_new ();

  masker_set_list (masker, secrets);
  if (content == PROFILE_CONTENT_JOB) {
    draft_append_job (draft, masker, text);
  } else if (content == PROFILE_CONTENT_ENVIRONMENT) {
    g_autofree char *environment = draft_dup_environment (draft, masker);

    g_string_append (text, environment);
  } else if (content == PROFILE_CONTENT_RERUN) {
    g_autofree char *rerun = dup_rerun (draft, masker);

    if (rerun != NULL)
      markdown_append_code (text, rerun);
  }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
description_dup_comment (const Draft *draft,
                         SecretList  *secrets)
{
  g_autoptr (GString) out = g_string_new ("Another instance");
  g_autoptr (GString) job = g_string_new (NULL);
  g_autoptr (Masker) masker = masker_new ();
  g_autofree char *failing_lines = NULL;

  masker_set_list (masker, secrets);
  failing_lines = dup_failing_lines (draft, masker);
  draft_append_job (draft, masker, job);
  if (job->len > 0)
    g_string_append_printf (out, ": %s", job->str);
  draft_append_commit (draft, masker, out);
  if (draft->facts->branch[0] != '\0') {
    g_string_append (out, " (");
    draft_append_branch (draft, masker, out);
    g_string_append_c (out, ')');
  }
  g_string_append (out, ".\n\n");
  append_lines (out, failing_lines, masker);

  return g_string_free (g_steal_pointer (&out), FALSE);
}
