/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "buildkite.h"
#include "github-jobs.h"
#include "github-statuses.h"
#include "json-answer.h"
#include "kept-answers.h"

/* Whatever services answer, what is read of it is text, and may go into an address and into a file's name. The last byte
 * says what the answer is to; none is asked for, as if it had been kept. */

#define NOBODY "http://127.0.0.1:1"     /* for what an answer leads to */

int LLVMFuzzerTestOneInput (const guint8 *bytes,
                            gsize         length);

static void
set_up (void)
{
  g_autofree char *folder = g_dir_make_tmp ("fuzz-answers-XXXXXX", NULL);
  const char *variables[] = { "CULPRIT_BUILDKITE_URL", "CULPRIT_BUILDKITE_API_URL", "CULPRIT_GITHUB_URL", "CULPRIT_GITHUB_API_URL" };

  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    g_setenv (variables[i], NOBODY, TRUE);
}

static void
check_text (const char *text)
{
  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
check_job (const RemoteJob *job)
{
  const char *texts[] = { job->name, job->url, job->owner, job->pipeline, job->build, job->repository, job->branch, job->commit,
                          job->pull_request, job->step, job->id };
  g_autofree char *file_name = remote_job_dup_file_name (job);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    check_text (texts[i]);
  g_assert_null (strpbrk (job->id, "/?#%. \r\n"));
  g_assert_cmpstr (job->id, !=, "");
  g_assert_cmpuint (strspn (file_name, "abcdefghijklmnopqrstuvwxyz0123456789_-."), ==, strlen (file_name));
  g_assert_cmpuint (strlen (file_name), <, 200);
  g_assert_nonnull (remote_job_state_to_string (job->state));
}

static void
check_jobs (GPtrArray *jobs)
{
  for (guint i = 0; jobs != NULL && i < jobs->len; i++)
    check_job (g_ptr_array_index (jobs, i));
  if (jobs != NULL)
    g_ptr_array_unref (jobs);
}

static void
check_statuses (GPtrArray *statuses)
{
  for (guint i = 0; statuses != NULL && i < statuses->len; i++) {
    const GithubStatus *status = g_ptr_array_index (statuses, i);

    check_text (status->context);
    check_text (status->url);
    if (github_status_get_slug (status) != NULL)
      check_text (github_status_get_slug (status));
  }
  if (statuses != NULL)
    g_ptr_array_unref (statuses);
}

/* Makes BODY the answer for PATH. */
static void
keep (const char *path,
      GBytes     *body)
{
  g_autofree char *url = g_strconcat (NOBODY, path, NULL);
  KeptAnswer answer = { .etag = (char *) "", .next_url = (char *) "", .body = body };

  kept_answer_store (url, FALSE, &answer);
}

static void
read_as (guint8    what,
         GBytes   *body,
         JsonNode *json)
{
  g_autoptr (Http) http = http_new ();

  switch (what % 6) {
    case 0:
      check_jobs (buildkite_read_jobs ("quill", "ci", json_answer_get_object (json)));
      break;
    case 1:
      keep ("/quill/ci/builds/1/data/jobs?include_retried_jobs=true&paginate=false&page=1", body);
      keep ("/quill/ci/builds/1.json", body);
      check_jobs (buildkite_list_jobs (http, "quill", "ci", "1", NULL, NULL));
      break;
    case 2:
      keep ("/repos/quill/quill/actions/runs/1/jobs?filter=latest&per_page=100", body);
      check_jobs (github_list_run_jobs (http, "quill", "quill", "1", NULL, NULL));
      break;
    case 3:
      keep ("/repos/quill/quill/commits/1/status?per_page=100", body);
      check_statuses (github_list_statuses (http, "quill/quill", "1", NULL, NULL, NULL));
      break;
    case 4:
      keep ("/repos/quill/quill/commits/1/status?per_page=100", body);
      keep ("/repos/quill/quill/commits/1/check-runs?filter=latest&per_page=100", body);
      check_jobs (github_list_commit_jobs (http, "quill", "quill", "1", NULL, NULL));
      break;
    default:
      keep ("/repos/quill/quill/pulls/1", body);
      check_jobs (github_list_pull_jobs (http, "quill", "quill", "1", NULL, NULL));
  }
}

/* Members of NODE that are strings, at any depth. */
static void
check_node (JsonNode *node)
{
  JsonObject *object = json_answer_get_object (node);
  g_autoptr (GList) names = object != NULL ? json_object_get_members (object) : NULL;

  for (guint i = 0; i < json_answer_count (json_answer_get_array (node)); i++)
    check_node (json_array_get_element (json_answer_get_array (node), i));
  for (GList *name = names; name != NULL; name = name->next) {
    check_text (json_answer_read_string (object, name->data));
    check_node (json_object_get_member (object, name->data));
  }
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes,
                        gsize         length)
{
  static gsize is_set_up;
  g_autoptr (GBytes) body = g_bytes_new (bytes, length > 0 ? length - 1 : 0);
  g_autoptr (JsonNode) json = NULL;

  if (g_once_init_enter (&is_set_up)) {
    set_up ();
    g_once_init_leave (&is_set_up, 1);
  }
  json = json_answer_parse (body, NOBODY, NULL);
  if (json != NULL) {
    check_node (json);
    read_as (bytes[length - 1], body, json);
  }

  return 0;
}
