/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sample.h"

JobLog *
sample_log_of_lines (guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 1; i <= n; i++)
    g_string_append_printf (text, "line %u\n", i);

  return log_sample_new (text->str);
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
