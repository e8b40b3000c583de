/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "json-answer.h"
#include "tracker-issue.h"

#include "triage.h"

static Triage *
make_triage (void)
{
  Triage *triage = g_new0 (Triage, 1);

  triage->since = 1778140800;
  triage->branch = g_strdup ("main");
  triage->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) triage_row_free);
  triage->warnings = g_ptr_array_new_with_free_func (g_free);
  triage->has_issues = TRUE;

  return triage;
}

/* TEST, which failed N_FAILED times in four. */
static TriageRow *
add_row (Triage     *triage,
         const char *test,
         guint       n_failed)
{
  g_autoptr (Failure) failure = failure_new ();
  TriageRow *row;

  own_string_set (&failure->test, test);
  row = triage_row_new (failure);
  row->n_failed = n_failed;
  row->n_runs = 4;
  row->reliability = (4 - n_failed) / 4.;
  g_ptr_array_add (triage->rows, row);
  triage->n_always += n_failed == 4;

  return row;
}

static void
add_job (TriageRow  *row,
         const char *name,
         const char *build)
{
  g_autoptr (RemoteJob) job = remote_job_new ();
  g_autoptr (Failure) failure = failure_copy (row->failure);

  own_string_set (&job->name, name);
  own_string_set (&job->build, build);
  own_string_set (&job->url, "https://buildkite.quill.example/quill/ci/builds/812#0198");
  triage_row_add_job (row, job, failure);
}

static JsonNode *
read_again (const Triage *triage,
            gboolean      with_always)
{
  g_autofree char *text = triage_dup_json (triage, with_always);
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));
  JsonNode *json = json_answer_parse (body, "", NULL);

  g_assert_nonnull (json_answer_get_object (json));

  return json;
}

static JsonObject *
get_test (JsonNode *json,
          guint     index)
{
  JsonArray *tests = json_answer_read_array (json_answer_get_object (json), "tests");

  g_assert_cmpuint (json_answer_count (tests), >, index);

  return json_answer_read_item (tests, index);
}

static void
test_rows (void)
{
  g_autoptr (Triage) triage = make_triage ();
  g_autoptr (JsonNode) json = NULL;
  TriageRow *row = add_row (triage, "tests/test_page.py::test_render[fp8]", 1);
  JsonObject *object, *test, *last;
  JsonArray *jobs, *issues;

  add_job (row, "Page Tests", "812");
  add_job (row, "Ink Tests", "811");
  g_ptr_array_add (row->issues, tracker_issue_new (31, NULL, NULL, NULL));
  g_ptr_array_add (row->issues, tracker_issue_new (40, NULL, NULL, NULL));
  json = read_again (triage, FALSE);
  object = json_answer_get_object (json);
  test = get_test (json, 0);
  last = json_answer_read_object (test, "last_failed");
  jobs = json_answer_read_array (test, "jobs");
  issues = json_answer_read_array (test, "issues");
  g_assert_cmpuint (json_answer_count (jobs), ==, 2);
  g_assert_cmpuint (json_answer_count (issues), ==, 2);

  g_assert_cmpstr (json_answer_read_string (object, "since"), ==, "2026-05-07T08:00:00Z");
  g_assert_cmpstr (json_answer_read_string (object, "branch"), ==, "main");
  g_assert_cmpstr (json_answer_read_string (test, "test"), ==, "tests/test_page.py::test_render[fp8]");
  g_assert_cmpstr (json_array_get_string_element (jobs, 0), ==, "Ink Tests");
  g_assert_cmpint (json_answer_read_integer (test, "runs"), ==, 4);
  g_assert_cmpint (json_answer_read_integer (test, "failed"), ==, 1);
  g_assert_cmpfloat (json_object_get_double_member (test, "reliability"), ==, 0.75);
  g_assert_cmpint (json_answer_read_integer (last, "build"), ==, 812);
  g_assert_cmpstr (json_answer_read_string (last, "url"), ==, "https://buildkite.quill.example/quill/ci/builds/812#0198");
  g_assert_cmpint (json_array_get_int_element (issues, 0), ==, 31);
}

static void
test_always (void)
{
  g_autoptr (Triage) triage = make_triage ();
  g_autoptr (JsonNode) json = NULL;
  g_autoptr (JsonNode) with_always = NULL;

  add_row (triage, "always", 4);
  add_row (triage, "now and then", 1);
  json = read_again (triage, FALSE);
  with_always = read_again (triage, TRUE);
  g_assert_cmpstr (json_answer_read_string (get_test (json, 0), "test"), ==, "now and then");
  g_assert_cmpint (json_answer_read_integer (json_answer_get_object (json), "hidden"), ==, 1);
  g_assert_cmpstr (json_answer_read_string (get_test (with_always, 0), "test"), ==, "always");
  g_assert_cmpint (json_answer_read_integer (json_answer_get_object (with_always), "hidden"), ==, 0);
}

/* What is not known is not there, as if it were nothing. */
static void
test_unknown (void)
{
  g_autoptr (Triage) triage = make_triage ();
  g_autoptr (JsonNode) json = NULL;
  JsonObject *test;

  triage->has_issues = FALSE;
  add_row (triage, "test_a", 1);
  json = read_again (triage, FALSE);
  test = get_test (json, 0);
  g_assert_false (json_answer_has_value (test, "issues"));
  g_assert_false (json_answer_has_value (test, "last_failed"));
  g_assert_true (json_answer_has_value (test, "jobs"));
}

static void
test_nothing (void)
{
  g_autoptr (Triage) triage = make_triage ();
  g_autoptr (JsonNode) json = read_again (triage, FALSE);
  JsonObject *object = json_answer_get_object (json);

  g_assert_true (json_answer_has_value (object, "tests"));
  g_assert_cmpuint (json_answer_count (json_answer_read_array (object, "tests")), ==, 0);
}

static void
test_hostile (void)
{
  g_autoptr (Triage) triage = make_triage ();
  g_autoptr (JsonNode) json = NULL;
  TriageRow *row = add_row (triage, "\"}], \"hidden\": \"\xff", 1);
  JsonObject *test;

  add_job (row, "\xff\"\n", "not a number");
  json = read_again (triage, FALSE);
  test = get_test (json, 0);
  g_assert_cmpstr (json_answer_read_string (test, "test"), ==, "\"}], \"hidden\": \"\xef\xbf\xbd");
  g_assert_cmpstr (json_array_get_string_element (json_answer_read_array (test, "jobs"), 0), ==, "\xef\xbf\xbd\"\n");
  g_assert_cmpint (json_answer_read_integer (json_answer_read_object (test, "last_failed"), "build"), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/triage-json/rows", test_rows);
  g_test_add_func ("/net/triage-json/always", test_always);
  g_test_add_func ("/net/triage-json/unknown", test_unknown);
  g_test_add_func ("/net/triage-json/nothing", test_nothing);
  g_test_add_func ("/net/triage-json/hostile", test_hostile);

  return g_test_run ();
}
