/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "log-sample.h"

/* The rules, loaded once. */
static JobLogContext *
get_context (void)
{
  static JobLogContext *context;

  if (context == NULL)
    context = job_log_context_new (NULL);

  return context;
}

void
log_sample_read (JobLog     *log,
                 const char *text)
{
  gsize length = strlen (text);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (g_strdup (text), (gssize) length, g_free);
  g_autoptr (LogSource) source = log_source_new (stream, job_log_get_name (log), (goffset) length);
  g_autoptr (GError) error = NULL;

  g_assert_true (job_log_read (log, source, JOB_LOG_READ_DEFAULT, NULL, &error));
  g_assert_no_error (error);
}

JobLog *
log_sample_new (const char *text)
{
  JobLog *log = job_log_new (get_context (), "sample.log");

  log_sample_read (log, text);

  return log;
}
