/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "excerpt.h"
#include "failure-text.h"
#include "text-provider.h"
#include "words.h"

struct FailureText {
  JobLog  *log;
  Failure *failure;
};

FailureText *
failure_text_new (JobLog        *log,
                  const Failure *failure)
{
  FailureText *text = g_new0 (FailureText, 1);

  text->log = job_log_ref (log);
  text->failure = failure_copy (failure);

  return text;
}

void
failure_text_free (FailureText *text)
{
  job_log_unref (text->log);
  failure_free (text->failure);
  g_free (text);
}

static gint64
count_lines (const char *text)
{
  gint64 n_lines = 0;

  for (const char *end = text; (end = strchr (end, '\n')) != NULL; end++)
    n_lines++;

  return n_lines;
}

char *
failure_text_dup_words (FailureText *text,
                        SecretList  *secrets)
{
  const ExcerptLimits limits = { .secrets = secrets };
  g_autofree char *lines = excerpt_dup_failure_text (text->log, text->failure, &limits, NULL);
  g_autofree char *name = failure_dup_short_name (text->failure);
  gint64 n_lines = count_lines (lines);
  g_autofree char *count = culprit_dup_count (n_lines);

  /* Translators: number of lines, name of the test: "Copied 7 lines about test_x". */
  return g_strdup_printf (ngettext ("Copied %s line about %s", "Copied %s lines about %s",
                                    (gulong) n_lines), count, name);
}

static GInputStream *
open_text (gpointer   data,
           GError   **error)
{
  FailureText *text = data;
  char *lines = excerpt_dup_failure_text (text->log, text->failure, NULL, NULL);

  return g_memory_input_stream_new_from_data (lines, (gssize) strlen (lines), g_free);
}

static void
free_text (gpointer data)
{
  failure_text_free (data);
}

GdkContentProvider *
failure_text_new_content (JobLog        *log,
                          const Failure *failure)
{
  return culprit_text_provider_new (open_text, failure_text_new (log, failure), free_text);
}
