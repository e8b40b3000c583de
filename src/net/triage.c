/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "known-match.h"
#include "tracker-list.h"
#include "triage-engine.h"
#include "triage-logs.h"
#include "triage-statuses.h"
#include "utc-time.h"

#include "triage.h"

#define SECONDS_AN_HOUR (60 * 60)

static Triage *
triage_new (const Profile *profile,
            gint64         now,
            guint          n_days)
{
  Triage *triage = g_new0 (Triage, 1);
  const char *branch = profile_get_main_branch (profile);

  /* The whole hour, so that addresses stay the same for that long. */
  triage->since = (now - n_days * SECONDS_A_DAY) / SECONDS_AN_HOUR * SECONDS_AN_HOUR;
  triage->branch = g_strdup (*branch != '\0' ? branch : "main");
  triage->warnings = g_ptr_array_new_with_free_func (g_free);

  return triage;
}

void
triage_free (Triage *triage)
{
  if (triage == NULL)
    return;

  g_free (triage->branch);
  g_clear_pointer (&triage->rows, g_ptr_array_unref);
  g_ptr_array_unref (triage->warnings);
  g_free (triage);
}

/* What everybody may see. */
static gboolean
read_public (Triage            *triage,
             const TriageLook  *look,
             GError           **error)
{
  g_autoptr (GPtrArray) runs = triage_statuses_read (look, error);

  if (runs == NULL || !triage_logs_read (look, runs, NULL, NULL, error))
    return FALSE;
  triage->rows = triage_runs_make_rows (runs);
  triage->n_unnamed = triage_runs_count_unnamed (runs);
  triage->n_unread = triage_runs_count_unread (runs);

  return TRUE;
}

/* The same after Test Engine said why not, in REASON. A token that does not see the organization's suite sees none of its logs
 * either; asking all the same would only use up what its owner may ask. */
static gboolean
read_public_instead (Triage            *triage,
                     const TriageLook  *look,
                     const GError      *reason,
                     GError           **error)
{
  gboolean sees_nothing = g_error_matches (reason, HTTP_ERROR, HTTP_ERROR_NOT_FOUND);
  gboolean is_read;

  if (sees_nothing)
    http_use_token (look->http, SERVICE_BUILDKITE_API, FALSE);
  is_read = read_public (triage, look, error);
  if (sees_nothing)
    http_use_token (look->http, SERVICE_BUILDKITE_API, TRUE);
  if (is_read)
    triage_look_warn (look, _("Test Engine could not be asked, so that runs are estimated: %s"), reason->message);

  return is_read;
}

/* With a token that may see the suite, what Test Engine counts. */
static gboolean
read_rows (Triage            *triage,
           const TriageLook  *look,
           GError           **error)
{
  const ProfileCi *ci = profile_get_ci (look->profile);
  g_autoptr (GError) reason = NULL;

  if (*ci->suite == '\0' || !http_has_token (look->http, SERVICE_BUILDKITE_API))
    return read_public (triage, look, error);
  triage->rows = triage_engine_read (look, &reason);
  if (triage->rows != NULL)
    return TRUE;

  return !g_cancellable_set_error_if_cancelled (look->cancellable, error) && read_public_instead (triage, look, reason, error);
}

static void
take_issues (TriageRow  *row,
             KnownIndex *index)
{
  g_autoptr (GPtrArray) found = known_index_look_up (index, row->failure, row->jobs->len == 1 ? row->jobs->pdata[0] : NULL);

  for (guint i = 0; i < found->len; i++) {
    const KnownIssue *known = g_ptr_array_index (found, i);

    if (known->match == KNOWN_MATCH_TEST && known->issue->is_open)
      g_ptr_array_add (row->issues, tracker_issue_ref (known->issue));
  }
}

/* The issues that may report it, or NULL. */
static TrackerList *
read_tracker (const TriageLook *look)
{
  g_autoptr (GError) error = NULL;
  TrackerList *list;

  triage_look_tell (look, _("Issues"));
  list = tracker_list_read_open (look->http, look->profile, look->cancellable, &error);
  if (list == NULL)
    triage_look_warn (look, _("Which of it is reported could not be looked up: %s"), error->message);

  return list;
}

static void
finish (Triage      *triage,
        TrackerList *tracker,
        gint64       now)
{
  g_autoptr (KnownIndex) index = tracker != NULL ? known_index_new (tracker->issues, now) : NULL;

  triage_rows_sort (triage->rows);
  triage->has_issues = index != NULL;
  for (guint i = 0; i < triage->rows->len; i++) {
    TriageRow *row = g_ptr_array_index (triage->rows, i);

    triage->n_always += triage_row_is_always (row);
    if (index != NULL)
      take_issues (row, index);
  }
}

Triage *
triage_read (Http                 *http,
             const Profile        *profile,
             const TriageOptions  *options,
             GCancellable         *cancellable,
             GError              **error)
{
  static const TriageOptions by_default = { 0 };
  const TriageOptions *wanted = options != NULL ? options : &by_default;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (Triage) triage = triage_new (profile, now, wanted->n_days > 0 ? wanted->n_days : TRIAGE_DEFAULT_DAYS);
  TriageLook look = { http, profile, triage->branch, triage->since,
                      wanted->max_logs > 0 ? wanted->max_logs : TRIAGE_DEFAULT_LOGS, wanted->progress, wanted->user_data,
                      triage->warnings, cancellable };
  g_autoptr (TrackerList) tracker = NULL;

  /* First, since it takes few of the requests that GitHub answers without a token. */
  tracker = read_tracker (&look);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !read_rows (triage, &look, error))
    return NULL;
  finish (triage, tracker, now);

  return g_steal_pointer (&triage);
}

guint
triage_count (const Triage *triage,
              guint        *ret_n_new)
{
  guint n_new = 0;

  for (guint i = 0; i < triage->rows->len; i++) {
    const TriageRow *row = g_ptr_array_index (triage->rows, i);

    n_new += !triage_row_is_always (row) && row->issues->len == 0;
  }
  if (ret_n_new != NULL)
    *ret_n_new = n_new;

  return triage->rows->len - triage->n_always;
}
