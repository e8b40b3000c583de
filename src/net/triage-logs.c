/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "fetch.h"
#include "job-tests.h"

#include "triage-logs.h"

/* How the reading goes. */
typedef struct {
  const TriageLook *look;
  JobLogContext    *context;
  guint             n_read;
  guint             n_downloaded;
  guint             n_left_out;    /* there were too many */
  guint             n_failed;      /* they could not be read */
  GError           *error;         /* of the first of these */
  gboolean          is_end;        /* only what is kept can be read any more */
} Reading;

static void
fail (Reading *reading,
      GError  *error)
{
  reading->is_end |= triage_look_is_end (error);
  reading->n_failed++;
  if (reading->error == NULL)
    reading->error = error;
  else
    g_error_free (error);
}

static void
read_log (Reading   *reading,
          TriageRun *run)
{
  gboolean is_kept = fetch_has_kept (run->job);
  GError *error = NULL;

  if (*run->job->id == '\0') {
    fail (reading, g_error_new_literal (HTTP_ERROR, HTTP_ERROR_NOT_FOUND, _("Buildkite does not tell where they are")));
    return;
  }
  if (!is_kept && reading->is_end) {
    reading->n_failed++;
    return;
  }
  if (!is_kept && reading->n_downloaded >= reading->look->max_logs) {
    reading->n_left_out++;
    return;
  }
  reading->n_downloaded += !is_kept;
  run->findings = job_tests_read (reading->look->http, reading->context, run->job, reading->look->cancellable, &error);
  if (run->findings == NULL)
    fail (reading, error);
  else
    reading->n_read++;
}

static void
warn (const Reading *reading)
{
  if (reading->n_failed > 0)
    triage_look_warn (reading->look,
                      ngettext ("%u log could not be read, so that failures may be missing: %s",
                                "%u logs could not be read, so that failures may be missing: %s", reading->n_failed),
                      reading->n_failed, reading->error->message);
  if (reading->n_left_out > 0)
    triage_look_warn (reading->look,
                      ngettext ("%u older log was not downloaded, so that counts are estimates, and failures may be missing; "
                                "the next look goes on there",
                                "%u older logs were not downloaded, so that counts are estimates, and failures may be missing; "
                                "the next look goes on there", reading->n_left_out),
                      reading->n_left_out);
}

gboolean
triage_logs_read (const TriageLook  *look,
                  GPtrArray         *runs,
                  TriageEnough       enough,
                  gpointer           user_data,
                  GError           **error)
{
  g_autoptr (GArray) chosen = triage_runs_choose (runs);
  g_autoptr (JobLogContext) context = chosen->len > 0 ? job_log_context_new (NULL) : NULL;
  Reading reading = { .look = look, .context = context };
  gboolean is_read;

  for (guint i = 0; i < chosen->len && (enough == NULL || !enough (runs, user_data)); i++) {
    triage_look_tell (look, _("Log %u of %u"), i + 1, chosen->len);
    read_log (&reading, g_ptr_array_index (runs, g_array_index (chosen, guint, i)));
    if (g_cancellable_is_cancelled (look->cancellable))
      break;
  }
  is_read = !g_cancellable_set_error_if_cancelled (look->cancellable, error);
  if (is_read && reading.n_read == 0 && reading.error != NULL) {
    g_propagate_error (error, g_steal_pointer (&reading.error));
    is_read = FALSE;
  }
  if (is_read)
    warn (&reading);
  g_clear_error (&reading.error);

  return is_read;
}
