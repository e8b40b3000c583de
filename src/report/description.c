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

/* Tests that are named for one cause. */
#define MAX_NAMES 3

/* A long text is masked before it is cut, since what is left of a secret is not known for one. */
static char *
dup_message (const char *text,
             Masker     *masker)
{
  g_autofree char *line = markdown_dup_line (text);
  g_autofree char *masked = NULL;
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= MAX_MESSAGE_CHARACTERS)
    return g_steal_pointer (&line);
  masked = masker_dup_text (masker, line);
  if (g_utf8_strlen (masked, -1) <= MAX_MESSAGE_CHARACTERS)
    return g_steal_pointer (&masked);
  start = g_utf8_substring (masked, 0, MAX_MESSAGE_CHARACTERS);

  return g_strconcat (start, "…", NULL);
}

/* The line of a runner's summary: "FAILED test - message". */
static char *
dup_failing_line (const Failure *failure,
                  Masker        *masker)
{
  g_autofree char *message = dup_message (failure->message, masker);
  g_autofree char *test = markdown_dup_line (failure->test);
  const char *note = failure->flaky ? " (passed when it was tried again)" : "";

  if (test[0] == '\0')
    return g_strconcat (message[0] != '\0' ? message : failure_kind_to_string (failure->kind),
                        note, NULL);

  return g_strconcat (failure->kind == FAILURE_ERROR ? "ERROR " : "FAILED ", test,
                      message[0] != '\0' ? " - " : "", message, note, NULL);
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
  GPtrArray *failures = draft->findings->failures;

  for (guint i = 0; i < failures->len; i++) {
    g_autofree char *line = dup_failing_line (g_ptr_array_index (failures, i), masker);

    if (!append_list_line (list, line)) {
      g_string_append_printf (list, "… and %u more failures\n", failures->len - i);
      break;
    }
  }

  return g_string_free (list, FALSE);
}

static char *
dup_names (const Draft *draft,
           Masker      *masker)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < draft->failed->len; i++) {
    g_autoptr (GString) name = g_string_new (NULL);

    markdown_append_code (name, g_ptr_array_index (draft->failed, i));
    if (!append_list_line (list, name->str)) {
      g_string_append_printf (list, "… and %u more tests\n", draft->failed->len - i);
      break;
    }
  }
  if (draft->failed->len == 0) {
    g_autofree char *line = dup_failing_line (g_ptr_array_index (draft->findings->failures, 0),
                                              masker);

    markdown_append_code (list, line);
  }
  if (g_str_has_suffix (list->str, "\n"))
    g_string_truncate (list, list->len - 1);

  return g_string_free (g_steal_pointer (&list), FALSE);
}

char *
description_dup_tests (const Draft *draft,
                       guint       *ret_masked)
{
  g_autoptr (Masker) masker = masker_new ();
  g_autofree char *names = dup_names (draft, masker);
  char *masked = masker_dup_text (masker, names);

  *ret_masked = masker_get_n_masked (masker);

  return masked;
}

static gboolean
is_same_cause (const FailureCause *a,
               const FailureCause *b)
{
  return a != NULL && b != NULL && a->line == b->line;
}

static gboolean
is_first_with_its_cause (GPtrArray *failures,
                         guint      index)
{
  const Failure *failure = g_ptr_array_index (failures, index);

  for (guint i = 0; i < index; i++) {
    const Failure *earlier = g_ptr_array_index (failures, i);

    if (is_same_cause (earlier->cause, failure->cause))
      return FALSE;
  }

  return failure->cause != NULL;
}

/* The short names of the tests with CAUSE; where there are several, each without its parameters
 * and once. */
static GPtrArray *
gather_names_of_cause (GPtrArray          *failures,
                       const FailureCause *cause)
{
  g_autoptr (GPtrArray) whole = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < failures->len; i++) {
    const Failure *failure = g_ptr_array_index (failures, i);
    char *name;

    if (!is_same_cause (failure->cause, cause) || failure->test[0] == '\0')
      continue;
    g_ptr_array_add (whole, failure_dup_short_name (failure));
    name = g_strdup (g_ptr_array_index (whole, whole->len - 1));
    name[strcspn (name, "[")] = '\0';
    if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
      g_free (name);
    else
      g_ptr_array_add (names, name);
  }

  return whole->len == 1 ? g_steal_pointer (&whole) : g_steal_pointer (&names);
}

/* "test_a, test_b and 4 more: " */
static void
append_tests_of_cause (GString            *out,
                       GPtrArray          *failures,
                       const FailureCause *cause)
{
  g_autoptr (GPtrArray) names = gather_names_of_cause (failures, cause);

  for (guint i = 0; i < MIN (names->len, MAX_NAMES); i++)
    g_string_append_printf (out, i > 0 ? ", %s" : "%s", (char *) g_ptr_array_index (names, i));
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
  g_autofree char *message = dup_message (cause->message, masker);
  g_autofree char *process = markdown_dup_line (cause->process);

  if (cause->exception[0] != '\0' && !g_str_has_prefix (message, cause->exception))
    g_string_append_printf (out, message[0] != '\0' ? "%s: " : "%s", cause->exception);
  g_string_append_printf (out, "%s (%s%sline %" G_GINT64_FORMAT ")\n", message,
                          process, process[0] != '\0' ? ", " : "", cause->line);
}

static void
append_causes (const Draft *draft,
               Masker      *masker,
               GString     *out)
{
  GPtrArray *failures = draft->findings->failures;
  g_autoptr (GString) causes = g_string_new (NULL);
  gboolean other_process = FALSE;

  for (guint i = 0; i < failures->len; i++) {
    const Failure *failure = g_ptr_array_index (failures, i);

    if (causes->len > MAX_LIST_BYTES || !is_first_with_its_cause (failures, i))
      continue;
    append_tests_of_cause (causes, failures, failure->cause);
    append_cause (causes, failure->cause, masker);
    other_process = other_process || failure->cause->process[0] != '\0';
  }
  if (causes->len == 0)
    return;

  g_string_append (out, other_process ? "Probable cause, from other processes of the same test:\n\n"
                                      : "Probable cause, from earlier in the log:\n\n");
  markdown_append_fence (out, causes->str);
  g_string_append_c (out, '\n');
}

static char *
dup_head (const Draft *draft,
          Masker      *masker)
{
  GString *out = g_string_new (NULL);
  g_autofree char *environment = draft_dup_environment (draft);
  g_autofree char *failing_lines = dup_failing_lines (draft, masker);
  g_autofree char *rerun = draft_dup_first_rerun (draft);

  if (environment[0] != '\0')
    g_string_append_printf (out, "%s\n\n", environment);
  markdown_append_fence (out, failing_lines);
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
                      guint       *ret_masked,
                      gint64      *ret_cut,
                      gsize       *ret_log_bytes)
{
  const ExcerptLimits limits = { .max_bytes = MAX (max_log_bytes, 1), .compact = TRUE };
  g_autoptr (Masker) masker = masker_new ();
  g_autofree char *head = dup_head (draft, masker);
  g_autofree char *masked_head = masker_dup_text (masker, head);
  g_autoptr (GString) out = g_string_new (masked_head);
  g_autofree char *log = excerpt_dup_text (draft->log, draft->findings, &limits,
                                           ret_masked, ret_cut);

  *ret_masked += masker_get_n_masked (masker);
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
description_dup_comment (const Draft *draft)
{
  g_autoptr (GString) out = g_string_new ("Another instance");
  g_autoptr (GString) job = g_string_new (NULL);
  g_autoptr (Masker) masker = masker_new ();
  g_autofree char *failing_lines = dup_failing_lines (draft, masker);

  draft_append_job (draft, job);
  if (job->len > 0)
    g_string_append_printf (out, ": %s", job->str);
  draft_append_commit (draft, out);
  if (draft->facts->branch[0] != '\0') {
    g_string_append (out, " (branch ");
    markdown_append_code (out, draft->facts->branch);
    g_string_append_c (out, ')');
  }
  g_string_append (out, ".\n\n");
  markdown_append_fence (out, failing_lines);

  return masker_dup_text (masker, out->str);
}
