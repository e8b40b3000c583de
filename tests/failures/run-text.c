/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "run-text.h"

static const char * const outcomes[] = { "unknown", "failed", "passed", "retried", "other" };
static const char * const chapters[] = {
  "none", "progress", "failures", "errors", "summary", "other",
};

static void
describe_sessions (TestRun *run,
                   GString *string)
{
  for (guint i = 0; i < run->sessions->len; i++) {
    const TestSession *session = g_ptr_array_index (run->sessions, i);

    g_string_append_printf (string, "session %d-%d", (int) session->first_line,
                            (int) session->last_line);
    if (session->summary_line != 0)
      g_string_append_printf (string, " summary %d", (int) session->summary_line);
    if (session->n_items > 0)
      g_string_append_printf (string, " items %u", session->n_items);
    if (session->claimed >= 0)
      g_string_append_printf (string, " claims %d", session->claimed);
    if (session->file != NULL)
      g_string_append_printf (string, " at “%s”", session->file);
    if (session->running != NULL)
      g_string_append_printf (string, " left “%s” %d", session->running,
                              (int) session->running_line);
    if (session->is_parallel)
      g_string_append (string, " parallel");
    g_string_append_c (string, '\n');
  }
}

static void
describe_part (const TestPart *part,
               GString        *string)
{
  g_string_append_printf (string, "part %u “%s” %s %d-%d\n", part->session, part->test,
                          outcomes[part->outcome], (int) part->first_line, (int) part->last_line);
}

static void
describe_parts (TestRun *run,
                GString *string)
{
  for (guint i = 0; i < run->parts->len; i++)
    describe_part (g_ptr_array_index (run->parts, i), string);
  if (run->part != NULL)
    describe_part (run->part, string);
  for (guint i = 0; i < run->retries->len; i++) {
    const TestRetry *retry = g_ptr_array_index (run->retries, i);

    g_string_append_printf (string, "retry %u “%s” %d-%d%s\n", retry->session, retry->test,
                            (int) retry->first_line, (int) retry->line,
                            retry->passed ? " passed" : "");
  }
  for (guint i = 0; i < run->stops->len; i++) {
    const TestStop *stop = g_ptr_array_index (run->stops, i);

    g_string_append_printf (string, "stop %u %s “%s” “%s” %d: %d-%d%s\n", stop->session,
                            failure_kind_to_string (stop->kind), stop->test, stop->message,
                            (int) stop->line, (int) stop->first_line, (int) stop->last_line,
                            stop->is_over ? " over" : "");
  }
}

static void
describe_tests (TestRun *run,
                GString *string)
{
  for (guint i = 0; i < run->reports->len; i++) {
    const TestReport *report = g_ptr_array_index (run->reports, i);

    g_string_append_printf (string, "report %u %s “%s” %d-%d end %d detail %d “%s” “%s”\n",
                            report->session, chapters[report->chapter], report->heading,
                            (int) report->line, (int) report->last_line, (int) report->end_line,
                            (int) report->detail_line, report->message,
                            report->exception);
  }
  for (guint i = 0; i < run->items->len; i++) {
    const TestItem *item = g_ptr_array_index (run->items, i);

    g_string_append_printf (string, "item %u “%s” %s %d-%d “%s”\n", item->session, item->test,
                            failure_kind_to_string (item->kind), (int) item->line,
                            (int) item->last_line, item->message);
  }
  for (guint i = 0; i < run->passed_names->len; i++) {
    const char *name = g_ptr_array_index (run->passed_names, i);

    g_string_append_printf (string, "passed “%s” in %u\n", name,
                            GPOINTER_TO_UINT (g_hash_table_lookup (run->passed, name)));
  }
}

void
check_runs (const RunCase *cases,
            guint          n_cases)
{
  for (guint i = 0; i < n_cases; i++) {
    g_autoptr (Checker) checker = checker_new ();
    g_autoptr (GString) string = g_string_new (NULL);

    g_test_message ("%s", cases[i].text);
    checker_push (checker, cases[i].text);
    describe_sessions (checker->run, string);
    describe_parts (checker->run, string);
    describe_tests (checker->run, string);
    g_assert_cmpstr (string->str, ==, cases[i].expected);
  }
}
