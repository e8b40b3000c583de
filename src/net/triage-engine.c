/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "buildkite.h"
#include "json-answer.h"
#include "triage-logs.h"
#include "utc-time.h"

#include "triage-engine.h"

#define VERSION_HEADER "Buildkite-Version: 2026-08-01"

/* Of 100 tests, of 50 builds. */
#define MAX_TEST_PAGES  10
#define MAX_BUILD_PAGES 4

/* What came of an item of an answer's list. */
typedef enum {
  ITEM_READ,
  ITEM_UNKNOWN,    /* it is not what the service is known to say */
  ITEM_LAST,       /* no more are needed */
} ItemResult;

typedef ItemResult (*ItemFunc) (const TriageLook *look,
                                JsonObject       *object,
                                GPtrArray        *found);

/* Gives the items of ARRAY to FUNC. FALSE where none of them is what it should be; RET_MORE: more are needed. */
static gboolean
read_items (const TriageLook *look,
            JsonArray        *array,
            ItemFunc          func,
            GPtrArray        *found,
            gboolean         *ret_more)
{
  guint n = json_answer_count (array);
  guint n_unknown = 0;

  *ret_more = TRUE;
  for (guint i = 0; i < n && *ret_more; i++) {
    ItemResult result = func (look, json_answer_read_item (array, i), found);

    n_unknown += result == ITEM_UNKNOWN;
    *ret_more = result != ITEM_LAST;
  }

  return array != NULL && (n == 0 || n_unknown < n);
}

/* RET_MORE: there were more pages. */
static gboolean
read_pages (const TriageLook   *look,
            const char         *first_url,
            guint               max_pages,
            ItemFunc            func,
            GPtrArray          *found,
            gboolean           *ret_more,
            GError            **error)
{
  g_autofree char *url = g_strdup (first_url);

  for (guint page = 0; url != NULL && page < max_pages; page++) {
    HttpRequest request = { .url = url, .header = VERSION_HEADER, .keep = HTTP_KEEP_FRESH };
    g_autoptr (HttpAnswer) answer = http_ask (look->http, &request, look->cancellable, error);
    gboolean goes_on;

    if (answer == NULL)
      return FALSE;
    if (!read_items (look, json_answer_get_array (answer->json), func, found, &goes_on)) {
      http_error_set_unknown (error, url);
      return FALSE;
    }
    g_free (url);
    url = goes_on ? g_strdup (answer->next_url) : NULL;
  }
  *ret_more = url != NULL;

  return TRUE;
}

/* pytest's collector has the file and the class in SCOPE; others have what they test, in words. */
char *
triage_engine_dup_name (const char *scope,
                        const char *name,
                        const char *file_name)
{
  gboolean is_python = strstr (scope, ".py") != NULL || (*scope == '\0' && g_str_has_suffix (file_name, ".py"));
  const char *start = *scope == '\0' && is_python ? file_name : scope;

  if (*start == '\0' || g_str_has_prefix (name, start))
    return g_strdup (name);

  return g_strconcat (start, is_python ? "::" : " ", name, NULL);
}

static Failure *
make_failure (JsonObject *object)
{
  Failure *failure = failure_new ();
  g_autofree char *name = triage_engine_dup_name (json_answer_read_string (object, "scope"),
                                                  json_answer_read_string (object, "name"),
                                                  json_answer_read_string (object, "file_name"));

  own_string_set (&failure->test, name);

  return failure;
}

/* Sorted by reliability, so that the first one that never failed is followed by no other. */
static ItemResult
test_came (const TriageLook *look,
           JsonObject       *object,
           GPtrArray        *rows)
{
  JsonObject *counts = json_answer_read_object (object, "executions_count_by_result");
  gint64 n_failed = CLAMP (json_answer_read_integer (counts, "failed"), 0, G_MAXINT);
  gint64 n_passed = CLAMP (json_answer_read_integer (counts, "passed"), 0, G_MAXINT);
  Failure *failure;
  TriageRow *row;

  if (n_failed + n_passed == 0)
    return ITEM_UNKNOWN;
  if (n_failed == 0)
    return ITEM_LAST;
  failure = make_failure (object);
  row = *failure->test != '\0' ? triage_row_new (failure) : NULL;
  failure_free (failure);
  if (row == NULL)
    return ITEM_UNKNOWN;
  row->n_failed = n_failed;
  row->n_runs = n_failed + n_passed;
  row->reliability = (double) n_passed / row->n_runs;
  g_ptr_array_add (rows, row);

  return ITEM_READ;
}

static GPtrArray *
list_tests (const TriageLook  *look,
            GError           **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) triage_row_free);
  const ProfileCi *ci = profile_get_ci (look->profile);
  g_autofree char *base = service_dup_url (SERVICE_BUILDKITE_API);
  g_autofree char *branch = g_uri_escape_string (look->branch, NULL, FALSE);
  g_autofree char *since = utc_time_dup_text (look->since);
  g_autofree char *url = g_strdup_printf ("%s/v2/analytics/organizations/%s/suites/%s/tests?branch=%s&min_timestamp=%s"
                                          "&tags=result:~failed&sort_by=reliability&order=asc&per_page=100",
                                          base, ci->organization, ci->suite, branch, since);
  gboolean has_more;

  triage_look_tell (look, _("Test Engine"));
  if (!read_pages (look, url, MAX_TEST_PAGES, test_came, rows, &has_more, error))
    return NULL;
  if (has_more)
    triage_look_warn (look, _("More than %u tests failed; only the least reliable are shown"), rows->len);

  return g_steal_pointer (&rows);
}

static ItemResult
build_came (const TriageLook *look,
            JsonObject       *object,
            GPtrArray        *runs)
{
  const ProfileCi *ci = profile_get_ci (look->profile);
  g_autoptr (GPtrArray) jobs = buildkite_read_jobs (ci->organization, ci->pipeline, object);

  for (guint i = 0; i < jobs->len; i++) {
    const RemoteJob *job = g_ptr_array_index (jobs, i);

    if (job->state != REMOTE_JOB_PASSED)
      triage_runs_add (runs, job);
  }

  return json_answer_read_integer (object, "number") > 0 ? ITEM_READ : ITEM_UNKNOWN;
}

/* The failed jobs of the branch's builds, the newest first; those that another attempt followed, too, since Test Engine counts
 * what failed in them. */
static GPtrArray *
list_failed_jobs (const TriageLook  *look,
                  GError           **error)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func (triage_run_destroy);
  const ProfileCi *ci = profile_get_ci (look->profile);
  g_autofree char *base = service_dup_url (SERVICE_BUILDKITE_API);
  g_autofree char *branch = g_uri_escape_string (look->branch, NULL, FALSE);
  g_autofree char *since = utc_time_dup_text (look->since);
  g_autofree char *url = g_strdup_printf ("%s/v2/organizations/%s/pipelines/%s/builds?branch=%s&created_from=%s"
                                          "&job_states[]=failed&include_retried_jobs=true&exclude_pipeline=true&per_page=50",
                                          base, ci->organization, ci->pipeline, branch, since);
  gboolean has_more;

  if (!read_pages (look, url, MAX_BUILD_PAGES, build_came, runs, &has_more, error))
    return NULL;
  triage_runs_sort (runs);

  return g_steal_pointer (&runs);
}

/* Tells the rows what the logs that were read so far say. What always fails is not worth another log. */
static gboolean
all_are_known (GPtrArray *runs,
               gpointer   user_data)
{
  GPtrArray *rows = user_data;

  triage_runs_tell_rows (runs, rows);
  for (guint i = 0; i < rows->len; i++) {
    const TriageRow *row = g_ptr_array_index (rows, i);

    if (row->last_job == NULL && !triage_row_is_always (row))
      return FALSE;
  }

  return TRUE;
}

GPtrArray *
triage_engine_read (const TriageLook  *look,
                    GError           **error)
{
  g_autoptr (GPtrArray) rows = list_tests (look, error);
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GError) local = NULL;

  if (rows == NULL || rows->len == 0)
    return g_steal_pointer (&rows);
  runs = list_failed_jobs (look, &local);
  if (runs == NULL || !triage_logs_read (look, runs, all_are_known, rows, &local))
    triage_look_warn (look, _("In which jobs the tests failed could not be looked up: %s"), local->message);
  if (g_cancellable_set_error_if_cancelled (look->cancellable, error))
    return NULL;
  if (runs != NULL)
    triage_runs_tell_rows (runs, rows);

  return g_steal_pointer (&rows);
}
