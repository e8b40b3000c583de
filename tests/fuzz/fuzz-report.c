/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "body-checker.h"
#include "excerpt.h"
#include "issue.h"

/* Any bytes, read as a job's log, give an issue, a comment and an excerpt in which nothing of the
 * log acts, hides or is too long. The last byte says which project's issue it is, and how short
 * the excerpt. */

#define MAX_EXCERPT 40

int LLVMFuzzerTestOneInput (const guint8 *bytes,
                            gsize         length);

static const char * const profiles[] = { "generic", "vllm" };

static void
check_body (const char *what,
            const char *text)
{
  g_autofree char *fault = body_checker_dup_fault (text);

  if (fault != NULL)
    g_error ("%s: %s\nin\n%s", what, fault, text);
  g_assert_cmpint (g_utf8_strlen (text, -1), <=, ISSUE_MAX_CHARACTERS);
}

static void
check_title (const char *title)
{
  g_assert_true (g_utf8_validate (title, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (title, -1), <=, ISSUE_MAX_TITLE);
  g_assert_null (strpbrk (title, "\n\t\033"));
}

static void
check_issue (JobLog   *log,
             Findings *findings,
             Profile  *profile)
{
  g_autoptr (Issue) issue = issue_new (log, findings, profile);
  g_autofree char *comment = issue_dup_comment (issue, NULL);
  g_autofree char *rerun = issue_dup_rerun (issue, FALSE);
  g_autofree char *url = issue_dup_form_url (issue);
  guint counts[4];

  check_title (issue_get_title (issue));
  check_body ("body", issue_get_body (issue));
  check_body ("comment", comment);
  g_assert_cmpint (issue_get_n_cut (issue), >=, 0);
  issue_check_title (issue, &counts[0], &counts[1], &counts[2], &counts[3]);
  g_assert_true (url == NULL || g_str_has_prefix (url, "https://github.com/"));
  g_assert_false (rerun != NULL && g_str_has_suffix (rerun, "\n"));
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == '\n';

  return n;
}

static void
check_excerpt (JobLog   *log,
               Findings *findings,
               guint     max_lines)
{
  const ExcerptLimits limits = { .max_lines = max_lines };
  gint64 left_out;
  g_autofree char *text = excerpt_dup_text (log, findings, &limits, NULL, &left_out);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (text[0] == '\0' || g_str_has_suffix (text, "\n"));
  g_assert_null (strchr (text, '\033'));
  g_assert_cmpuint (count_lines (text), <=, max_lines);
  g_assert_cmpint (left_out, >=, 0);
}

static void
check_log (JobLog *log,
           guint8  options)
{
  static Profile *loaded[G_N_ELEMENTS (profiles)];
  Profile **profile = &loaded[options % G_N_ELEMENTS (profiles)];
  g_autoptr (Findings) findings = job_log_get_findings (log);

  if (*profile == NULL)
    *profile = profile_load (profiles[options % G_N_ELEMENTS (profiles)], NULL);
  if (findings->failures->len > 0) {
    check_issue (log, findings, *profile);
    check_excerpt (log, findings, 1 + options / G_N_ELEMENTS (profiles) % MAX_EXCERPT);
  }
}

static void
check (guint8        options,
       const guint8 *bytes,
       gsize         length)
{
  static JobLogContext *context;
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, length, NULL);
  g_autoptr (LogSource) source = log_source_new (stream, "x.log", length);
  g_autoptr (JobLog) log = NULL;

  if (context == NULL)
    context = job_log_context_new (NULL);
  log = job_log_new (context, "x.log");
  if (job_log_read (log, source, JOB_LOG_READ_ANYTHING, NULL, NULL))
    check_log (log, options);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes,
                        gsize         length)
{
  if (length > 0)
    check (bytes[length - 1], bytes, length - 1);

  return 0;
}
