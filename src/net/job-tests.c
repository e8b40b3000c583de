/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "test-id.h"

#include "job-tests.h"

Findings *
job_tests_read (Http             *http,
                JobLogContext    *context,
                const RemoteJob  *job,
                GCancellable     *cancellable,
                GError          **error)
{
  g_autoptr (LogSource) source = fetch_open_job (http, job, cancellable, error);
  g_autoptr (JobLog) log = NULL;

  if (source == NULL)
    return NULL;
  log = job_log_new (context, source->name);
  if (!job_log_read (log, source, JOB_LOG_READ_FINDINGS, cancellable, error))
    return NULL;

  return job_log_get_findings (log);
}

static char *
dup_without_parameters (const char *test)
{
  char *name = g_strdup (test);

  test_name_cut_parameters (name);

  return name;
}

/* Whether A and B are the same test, one of which may have its file's folders left out. */
static gboolean
is_same (const char *a,
         const char *b)
{
  const char *shorter = strlen (a) < strlen (b) ? a : b;
  const char *longer = shorter == a ? b : a;
  gsize rest = strlen (longer) - strlen (shorter);

  return *shorter != '\0' && g_str_has_suffix (longer, shorter) && (rest == 0 || longer[rest - 1] == '/');
}

gboolean
job_tests_have (const Findings *findings,
                const char     *test)
{
  g_autofree char *wanted = dup_without_parameters (test);

  for (guint i = 0; i < findings->failures->len; i++) {
    const Failure *failure = g_ptr_array_index (findings->failures, i);
    g_autofree char *name = dup_without_parameters (failure->test);

    if (!failure->flaky && is_same (name, wanted))
      return TRUE;
  }

  return FALSE;
}
