/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "sample.h"

/* The rules, loaded once. */
static JobLogContext *
get_context (void)
{
  static JobLogContext *context;

  if (context == NULL)
    context = job_log_context_new (NULL);

  return context;
}

JobLog *
sample_log_new (const char *text)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (g_strdup (text), strlen (text),
                                                                         g_free);
  g_autoptr (LogSource) source = log_source_new (stream, "sample.log", strlen (text));
  g_autoptr (GError) error = NULL;
  JobLog *log = job_log_new (get_context (), "sample.log");

  g_assert_true (job_log_read (log, source, JOB_LOG_READ_DEFAULT, NULL, &error));
  g_assert_no_error (error);

  return log;
}

JobLog *
sample_log_of_lines (guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 1; i <= n; i++)
    g_string_append_printf (text, "line %u\n", i);

  return sample_log_new (text->str);
}

void
sample_set (char       **member,
            const char  *value)
{
  g_free (*member);
  *member = g_strdup (value);
}

Failure *
sample_failure_new (const char *test,
                    const char *message,
                    gint64      line,
                    gint64      first,
                    gint64      last)
{
  Failure *failure = failure_new ();

  sample_set (&failure->test, test);
  sample_set (&failure->runner, "pytest");
  sample_set (&failure->message, message);
  failure->line = line;
  failure->first_line = first;
  failure->last_line = last;

  return failure;
}

void
sample_add_cause (Failure    *failure,
                  const char *exception,
                  const char *message,
                  const char *process,
                  gint64      first,
                  gint64      line)
{
  const FailureCause cause = {
    .exception = (char *) exception,
    .message = (char *) message,
    .process = (char *) process,
    .line = line,
    .first_line = first,
    .last_line = line,
  };

  failure->cause = failure_cause_copy (&cause);
}
