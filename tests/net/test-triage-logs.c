/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "cache-folder.h"
#include "own-folders.h"
#include "small-server.h"

#include "triage-logs.h"

#define OK  "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
#define LOG "FAILED tests/test_page.py::test_render - AssertionError: blank\n=========== 1 failed in 1.00s ===========\n"

typedef struct {
  SmallServer  *server;
  Http         *http;
  GPtrArray    *runs;
  GPtrArray    *warnings;
  GCancellable *cancellable;
  guint         max_logs;
} World;

static void
set_up (World *world)
{
  g_autofree char *pages = NULL;

  cache_folders_clear ();
  world->server = small_server_new ();
  pages = g_strconcat (small_server_get_url (world->server), "/pages", NULL);
  g_setenv ("CULPRIT_BUILDKITE_URL", pages, TRUE);
  g_setenv ("CULPRIT_BUILDKITE_API_URL", small_server_get_url (world->server), TRUE);
  world->http = http_new ();
  http_set_token (world->http, SERVICE_BUILDKITE_API, "token");
  world->runs = g_ptr_array_new_with_free_func (triage_run_destroy);
  world->warnings = g_ptr_array_new_with_free_func (g_free);
  world->cancellable = g_cancellable_new ();
  world->max_logs = 10;
}

static void
tear_down (World *world)
{
  small_server_free (world->server);
  http_unref (world->http);
  g_ptr_array_unref (world->runs);
  g_ptr_array_unref (world->warnings);
  g_object_unref (world->cancellable);
}

/* A run of the job NAME that failed in BUILD; its id is both. */
static void
add_run (World      *world,
         const char *name,
         const char *build)
{
  g_autoptr (RemoteJob) job = remote_job_new ();
  g_autofree char *id = g_strconcat (name, build, NULL);

  job->service = SERVICE_BUILDKITE;
  job->state = REMOTE_JOB_FAILED;
  job->finished_at = 1;
  own_string_set (&job->id, id);
  own_string_set (&job->name, name);
  own_string_set (&job->owner, "quill");
  own_string_set (&job->pipeline, "ci");
  own_string_set (&job->build, build);
  triage_runs_add (world->runs, job);
}

/* What the log of the job NAME of BUILD is answered with. */
static void
add_log (World      *world,
         const char *name,
         const char *build,
         const char *head,
         const char *text)
{
  g_autofree char *path = g_strdup_printf ("/v2/organizations/quill/pipelines/ci/builds/%s/jobs/%s%s/log", build, name, build);

  small_server_add (world->server, path, head, text);
}

static gboolean
read_logs (World         *world,
           TriageEnough   enough,
           GError       **error)
{
  TriageLook look = { .http = world->http, .max_logs = world->max_logs, .warnings = world->warnings, .cancellable = world->cancellable };

  return triage_logs_read (&look, world->runs, enough, NULL, error);
}

/* Of each run whether its log was read, "+" or "-". */
static void
check_read (World      *world,
            const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < world->runs->len; i++) {
    const TriageRun *run = g_ptr_array_index (world->runs, i);

    g_string_append_c (text, run->findings != NULL ? '+' : '-');
    if (run->findings != NULL)
      g_assert_cmpuint (run->findings->failures->len, ==, 1);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_all (void)
{
  World world;

  set_up (&world);
  add_run (&world, "page", "12");
  add_run (&world, "ink", "11");
  add_log (&world, "page", "12", OK, LOG);
  add_log (&world, "ink", "11", OK, LOG);
  g_assert_true (read_logs (&world, NULL, NULL));
  check_read (&world, "++");
  g_assert_cmpuint (world.warnings->len, ==, 0);
  tear_down (&world);
}

/* What tells most comes first; the rest is left for another look, to which what was kept costs nothing. */
static void
test_few (void)
{
  World world;

  set_up (&world);
  add_run (&world, "page", "12");
  add_run (&world, "page", "11");
  add_run (&world, "ink", "11");
  add_log (&world, "page", "12", OK, LOG);
  add_log (&world, "page", "11", OK, LOG);
  add_log (&world, "ink", "11", OK, LOG);
  world.max_logs = 2;
  g_assert_true (read_logs (&world, NULL, NULL));
  check_read (&world, "+-+");
  g_assert_cmpuint (world.warnings->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (world.warnings, 0), "1 older log was not downloaded"));
  g_ptr_array_set_size (world.runs, 0);
  add_run (&world, "page", "12");
  add_run (&world, "page", "11");
  add_run (&world, "ink", "11");
  g_assert_true (read_logs (&world, NULL, NULL));
  check_read (&world, "+++");
  g_assert_cmpuint (world.warnings->len, ==, 1);
  g_assert_cmpuint (small_server_count (world.server, "GET "), ==, 3);
  tear_down (&world);
}

static gboolean
is_one_read (GPtrArray *runs,
             gpointer   user_data)
{
  return ((TriageRun *) g_ptr_array_index (runs, 0))->findings != NULL;
}

static void
test_enough (void)
{
  World world;

  set_up (&world);
  add_run (&world, "page", "12");
  add_run (&world, "ink", "11");
  add_log (&world, "page", "12", OK, LOG);
  g_assert_true (read_logs (&world, is_one_read, NULL));
  check_read (&world, "+-");
  g_assert_cmpuint (world.warnings->len, ==, 0);
  tear_down (&world);
}

/* One that is not there leaves the others. */
static void
test_missing (void)
{
  World world;

  set_up (&world);
  add_run (&world, "page", "12");
  add_run (&world, "ink", "11");
  add_run (&world, "nowhere", "11");
  own_string_set (&((TriageRun *) g_ptr_array_index (world.runs, 2))->job->id, "");
  add_log (&world, "page", "12", "HTTP/1.1 410 Gone\r\n", "");
  add_log (&world, "ink", "11", OK, LOG);
  g_assert_true (read_logs (&world, NULL, NULL));
  check_read (&world, "-+-");
  g_assert_cmpuint (world.warnings->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (world.warnings, 0), "2 logs could not be read"));
  tear_down (&world);
}

/* Where the service lets nobody ask any more, only what is kept is read. */
static void
test_limited (void)
{
  World world;

  set_up (&world);
  add_run (&world, "page", "12");
  add_run (&world, "ink", "11");
  add_run (&world, "roll", "10");
  add_log (&world, "page", "12", OK, LOG);
  add_log (&world, "ink", "11", "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 3600\r\n", "");
  add_log (&world, "roll", "10", OK, LOG);
  g_assert_true (read_logs (&world, NULL, NULL));
  check_read (&world, "+--");
  g_assert_cmpuint (small_server_count (world.server, "GET "), ==, 2);
  g_assert_cmpuint (world.warnings->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (world.warnings, 0), "2 logs could not be read"));
  tear_down (&world);
}

static void
test_none (void)
{
  World world;
  g_autoptr (GError) error = NULL;

  set_up (&world);
  g_assert_true (read_logs (&world, NULL, NULL));
  add_run (&world, "page", "12");
  add_log (&world, "page", "12", "HTTP/1.1 410 Gone\r\n", "");
  g_assert_false (read_logs (&world, NULL, &error));
  g_assert_error (error, HTTP_ERROR, HTTP_ERROR_NOT_FOUND);
  g_assert_cmpuint (world.warnings->len, ==, 0);
  tear_down (&world);
}

/* What passed has no log that anybody wants. */
static void
test_passed (void)
{
  World world;

  set_up (&world);
  add_run (&world, "page", "12");
  ((TriageRun *) g_ptr_array_index (world.runs, 0))->job->state = REMOTE_JOB_PASSED;
  g_assert_true (read_logs (&world, NULL, NULL));
  check_read (&world, "-");
  g_assert_cmpuint (small_server_count (world.server, "GET "), ==, 0);
  tear_down (&world);
}

static void
test_cancelled (void)
{
  World world;
  g_autoptr (GError) error = NULL;

  set_up (&world);
  add_run (&world, "page", "12");
  add_log (&world, "page", "12", OK, LOG);
  g_cancellable_cancel (world.cancellable);
  g_assert_false (read_logs (&world, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (world.warnings->len, ==, 0);
  tear_down (&world);
}

/* A log that is none is one that could not be read. */
static void
test_no_log (void)
{
  World world;

  set_up (&world);
  add_run (&world, "page", "12");
  add_run (&world, "ink", "11");
  add_log (&world, "page", "12", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", "<!DOCTYPE html><html></html>");
  add_log (&world, "ink", "11", OK, LOG);
  g_assert_true (read_logs (&world, NULL, NULL));
  check_read (&world, "-+");
  g_assert_cmpuint (world.warnings->len, ==, 1);
  tear_down (&world);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  own_folders_make ();
  g_setenv ("no_proxy", "*", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/triage-logs/all", test_all);
  g_test_add_func ("/net/triage-logs/few", test_few);
  g_test_add_func ("/net/triage-logs/enough", test_enough);
  g_test_add_func ("/net/triage-logs/missing", test_missing);
  g_test_add_func ("/net/triage-logs/limited", test_limited);
  g_test_add_func ("/net/triage-logs/none", test_none);
  g_test_add_func ("/net/triage-logs/passed", test_passed);
  g_test_add_func ("/net/triage-logs/cancelled", test_cancelled);
  g_test_add_func ("/net/triage-logs/no-log", test_no_log);
  status = g_test_run ();
  own_folders_delete ();

  return status;
}
