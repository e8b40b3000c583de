/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fact-reader.h"
#include "rule.h"

#include "job-log-private.h"

JobLogContext *
job_log_context_new (GPtrArray *warnings)
{
  JobLogContext *context = g_atomic_rc_box_new0 (JobLogContext);

  context->formats = ci_formats_load (warnings);
  context->facts = fact_rules_load (warnings);
  context->rules = rules_load (warnings);
  context->literals = literals_new ();
  literals_add_all (context->literals, context->rules->literals, 0);
  literals_add_all (context->literals, context->facts->literals, context->rules->lines->len);
  context->with_digits = literals_new ();
  literals_add_shapes (context->with_digits, context->literals);

  return context;
}

JobLogContext *
job_log_context_ref (JobLogContext *context)
{
  return g_atomic_rc_box_acquire (context);
}

static void
job_log_context_clear (gpointer data)
{
  JobLogContext *context = data;

  ci_formats_free (context->formats);
  fact_rules_free (context->facts);
  rules_free (context->rules);
  literals_free (context->literals);
  literals_free (context->with_digits);
}

void
job_log_context_unref (JobLogContext *context)
{
  if (context != NULL)
    g_atomic_rc_box_release_full (context, job_log_context_clear);
}

JobLog *
job_log_new (JobLogContext *context,
             const char    *name)
{
  JobLog *log = g_atomic_rc_box_new0 (JobLog);
  g_autoptr (FactReader) facts = fact_reader_new (context->facts, name);

  log->context = job_log_context_ref (context);
  log->name = g_strdup (name != NULL ? name : "");
  log->store = log_store_new ();
  g_mutex_init (&log->mutex);
  log->findings = findings_new ();
  log->facts = fact_reader_dup_facts (facts, "");
  log->sections = g_ptr_array_new ();
  log->ci = "";
  log->n_total = -1;

  return log;
}

JobLog *
job_log_ref (JobLog *log)
{
  return g_atomic_rc_box_acquire (log);
}

static void
job_log_clear (gpointer data)
{
  JobLog *log = data;

  job_log_context_unref (log->context);
  g_free (log->name);
  log_store_unref (log->store);
  g_mutex_clear (&log->mutex);
  findings_unref (log->findings);
  job_facts_free (log->facts);
  job_facts_free (log->known_facts);
  g_ptr_array_unref (log->sections);
}

void
job_log_unref (JobLog *log)
{
  if (log != NULL)
    g_atomic_rc_box_release_full (log, job_log_clear);
}

void
job_log_get_progress (JobLog  *log,
                      goffset *ret_read,
                      goffset *ret_total)
{
  g_mutex_lock (&log->mutex);
  *ret_read = log->n_read;
  *ret_total = log->n_total;
  g_mutex_unlock (&log->mutex);
}

gint64
job_log_get_n_lines (JobLog *log)
{
  gint64 n_lines;

  g_mutex_lock (&log->mutex);
  n_lines = log->n_lines;
  g_mutex_unlock (&log->mutex);

  return n_lines;
}

guint64
job_log_get_n_published (JobLog *log)
{
  guint64 n_published;

  g_mutex_lock (&log->mutex);
  n_published = log->n_published;
  g_mutex_unlock (&log->mutex);

  return n_published;
}

Rules *
job_log_get_rules (JobLog *log)
{
  return log->context->rules;
}

const char *
job_log_get_name (JobLog *log)
{
  return log->name;
}

LogStore *
job_log_get_store (JobLog *log)
{
  return log->store;
}

Findings *
job_log_get_findings (JobLog *log)
{
  Findings *findings;

  g_mutex_lock (&log->mutex);
  findings = findings_ref (log->findings);
  g_mutex_unlock (&log->mutex);

  return findings;
}

void
job_log_set_known_facts (JobLog         *log,
                         const JobFacts *facts)
{
  g_mutex_lock (&log->mutex);
  job_facts_free (log->known_facts);
  log->known_facts = job_facts_copy (facts);
  g_mutex_unlock (&log->mutex);
}

JobFacts *
job_log_get_facts (JobLog *log)
{
  JobFacts *facts;

  g_mutex_lock (&log->mutex);
  facts = job_facts_copy (log->facts);
  if (log->known_facts != NULL)
    job_facts_take (facts, log->known_facts);
  g_mutex_unlock (&log->mutex);

  return facts;
}

GPtrArray *
job_log_get_sections (JobLog *log)
{
  GPtrArray *sections;

  g_mutex_lock (&log->mutex);
  sections = g_ptr_array_ref (log->sections);
  g_mutex_unlock (&log->mutex);

  return sections;
}

const char *
job_log_get_ci (JobLog *log)
{
  const char *ci;

  g_mutex_lock (&log->mutex);
  ci = log->ci;
  g_mutex_unlock (&log->mutex);

  return ci;
}

gboolean
job_log_has_waited (JobLog *log)
{
  gboolean has_waited;

  g_mutex_lock (&log->mutex);
  has_waited = log->has_waited;
  g_mutex_unlock (&log->mutex);

  return has_waited;
}

gboolean
job_log_is_complete (JobLog *log)
{
  gboolean is_complete;

  g_mutex_lock (&log->mutex);
  is_complete = log->is_complete;
  g_mutex_unlock (&log->mutex);

  return is_complete;
}
