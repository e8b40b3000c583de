/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "test-name.h"

#include "job-tests.h"

/* Bytes of a log that is read whole; of a longer one the end is, where the tests' summary stands. */
#define MAX_WHOLE (8 * 1024 * 1024)

/* The end of a log that is long, where that alone can be had: with a token. Takes over WHOLE. */
static LogSource *
open_end (Http             *http,
          const RemoteJob  *job,
          LogSource        *whole,
          GCancellable     *cancellable,
          GError          **error)
{
  g_autoptr (LogSource) source = whole;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GBytes) end = NULL;

  if (source == NULL || source->size <= MAX_WHOLE || !http_has_token (http, SERVICE_BUILDKITE_API))
    return g_steal_pointer (&source);
  end = fetch_read_tail (http, job, MAX_WHOLE, cancellable, error);
  if (end == NULL)
    return NULL;
  stream = g_memory_input_stream_new_from_bytes (end);

  return log_source_new (stream, source->name, g_bytes_get_size (end));
}

Findings *
job_tests_read (Http             *http,
                JobLogContext    *context,
                const RemoteJob  *job,
                GCancellable     *cancellable,
                GError          **error)
{
  g_autoptr (LogSource) source = NULL;
  g_autoptr (JobLog) log = NULL;

  source = open_end (http, job, fetch_open_job (http, job, cancellable, error), cancellable, error);
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

gboolean
job_tests_have (const Findings *findings,
                const char     *test)
{
  g_autofree char *wanted = dup_without_parameters (test);

  for (guint i = 0; i < findings->failures->len; i++) {
    const Failure *failure = g_ptr_array_index (findings->failures, i);
    g_autofree char *name = dup_without_parameters (failure->test);

    if (!failure->flaky && test_name_is_same (name, wanted))
      return TRUE;
  }

  return FALSE;
}
