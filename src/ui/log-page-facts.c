/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What there is to know of a page. */

#include "config.h"

#include "words.h"
#include "log-page-private.h"

#define SHORT_COMMIT 9

const char *
culprit_log_page_get_name (CulpritLogPage *self)
{
  return self->name;
}

GFile *
culprit_log_page_get_file (CulpritLogPage *self)
{
  return self->file;
}

RemoteLog *
culprit_log_page_get_remote (CulpritLogPage *self)
{
  return self->remote;
}

const char *
culprit_log_page_get_uri (CulpritLogPage *self)
{
  return self->uri;
}

const char *
culprit_log_page_get_job (CulpritLogPage *self)
{
  const char *job = self->loaded->facts->job;

  if (self->loaded->issue != NULL)
    job = issue_get_job (self->loaded->issue);

  return job != NULL ? job : "";
}

const char *
culprit_log_page_get_title (CulpritLogPage *self)
{
  const char *job = culprit_log_page_get_job (self);

  return job[0] != '\0' ? job : self->name;
}

static void
add_part (GPtrArray *parts,
          char      *part)
{
  if (part[0] != '\0')
    g_ptr_array_add (parts, part);
  else
    g_free (part);
}

static char *
dup_build (const JobFacts *facts,
           gboolean        is_short)
{
  g_autoptr (GString) build = g_string_new (NULL);

  if (!is_short && facts->pipeline[0] != '\0') {
    if (facts->organization[0] != '\0')
      g_string_append_printf (build, "%s/", facts->organization);
    g_string_append (build, facts->pipeline);
  }
  if (facts->build[0] != '\0')
    g_string_append_printf (build, "%s#%s", build->len > 0 ? " " : "", facts->build);

  return g_string_free (g_steal_pointer (&build), FALSE);
}

char *
culprit_log_page_dup_subtitle (CulpritLogPage *self,
                               gboolean        is_short)
{
  const JobFacts *facts = self->loaded->facts;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add_part (parts, dup_build (facts, is_short));
  if (!is_short)
    add_part (parts, g_strdup (facts->branch));
  add_part (parts, g_strndup (facts->commit, SHORT_COMMIT));
  if (parts->len == 0 && culprit_log_page_get_title (self) != self->name)
    add_part (parts, g_strdup (self->name));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

const char *
culprit_log_page_get_icon_name (CulpritLogPage *self)
{
  GPtrArray *failures = self->loaded->findings->failures;

  if (failures->len > 0)
    return culprit_get_failure_icon (g_ptr_array_index (failures, 0));

  return job_log_is_complete (self->log) ? "culprit-passed-symbolic" : NULL;
}

JobLog *
culprit_log_page_get_log (CulpritLogPage *self)
{
  return self->log;
}

Findings *
culprit_log_page_get_findings (CulpritLogPage *self)
{
  return self->loaded->findings;
}

Profile *
culprit_log_page_get_profile (CulpritLogPage *self)
{
  return self->loaded->profile;
}

Issue *
culprit_log_page_get_issue (CulpritLogPage *self)
{
  return self->loaded->issue;
}

CulpritLogView *
culprit_log_page_get_view (CulpritLogPage *self)
{
  return self->view;
}

gboolean
culprit_log_page_has_chosen (CulpritLogPage *self)
{
  return self->has_chosen;
}

int
culprit_log_page_get_selected (CulpritLogPage *self)
{
  return self->selected;
}

const Failure *
culprit_log_page_get_failure (CulpritLogPage *self)
{
  GPtrArray *failures = self->loaded->findings->failures;

  if (self->selected < 0 || self->selected >= (int) failures->len)
    return NULL;

  return g_ptr_array_index (failures, self->selected);
}

gint64
culprit_log_page_get_tail_lines (CulpritLogPage *self)
{
  return MIN (self->tail_lines, log_store_get_n_lines (job_log_get_store (self->log)));
}

gint64
culprit_log_page_get_tail_bytes (CulpritLogPage *self)
{
  LogStore *store = job_log_get_store (self->log);
  gint64 n_lines = log_store_get_n_lines (store);

  return log_store_get_n_bytes (store, n_lines - culprit_log_page_get_tail_lines (self) + 1,
                                n_lines);
}
