/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "json-answer.h"

#include "history.h"

/* The JSON of FINDING, as it is read again. */
static JsonNode *
read_again (HistoryFinding *finding)
{
  const History history = { .finding = finding };
  g_autofree char *text = history_dup_json (&history);
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));
  JsonNode *json = json_answer_parse (body, "", NULL);

  g_assert_nonnull (json_answer_get_object (json));

  return json;
}

static void
test_break (void)
{
  const HistoryResult result = { .kind = HISTORY_BREAK, .n_runs = 7, .n_failed = 3, .n_runs_since = 3, .n_failed_since = 3 };
  g_autoptr (HistoryFinding) finding = history_finding_new ("Page Tests", "tests/test_page.py::test_render", "main");
  Suspect *suspect = g_new0 (Suspect, 1);
  g_autoptr (JsonNode) json = NULL;
  JsonObject *object, *good, *bad, *first;
  JsonArray *suspects;

  history_finding_set_runs (finding, &result);
  finding->last_good = history_build_new (11, "0123", "https://quill.example/11", 1778141500);
  finding->first_bad = history_build_new (0, "4567", "", 0);
  finding->verdict = VERDICT_BROKEN_ON_MAIN;
  suspect->pull = pull_new (12, "Turn the page", "maya", "https://quill.example/pull/12", NULL);
  suspect->reason = SUSPECT_CHANGES_TEST;
  suspect->detail = g_strdup ("tests/test_page.py");
  g_ptr_array_add (finding->suspects, suspect);
  json = read_again (finding);
  object = json_answer_get_object (json);
  good = json_answer_read_object (object, "last_good");
  bad = json_answer_read_object (object, "first_bad");
  suspects = json_answer_read_array (object, "suspects");
  g_assert_cmpuint (json_answer_count (suspects), ==, 1);
  first = json_answer_read_item (suspects, 0);

  g_assert_cmpstr (json_answer_read_string (object, "job"), ==, "Page Tests");
  g_assert_cmpstr (json_answer_read_string (object, "test"), ==, "tests/test_page.py::test_render");
  g_assert_cmpstr (json_answer_read_string (object, "branch"), ==, "main");
  g_assert_cmpstr (json_answer_read_string (object, "verdict"), ==, "broken-on-main");
  g_assert_cmpint (json_answer_read_integer (object, "runs"), ==, 7);
  g_assert_cmpint (json_answer_read_integer (object, "failed"), ==, 3);
  g_assert_false (json_answer_read_boolean (object, "flaky"));
  g_assert_cmpstr (json_answer_read_string (object, "text"), !=, "");
  g_assert_cmpint (json_answer_read_integer (good, "build"), ==, 11);
  g_assert_cmpstr (json_answer_read_string (good, "finished_at"), ==, "2026-05-07T08:11:40Z");
  g_assert_false (json_answer_has_value (bad, "build"));
  g_assert_cmpstr (json_answer_read_string (bad, "commit"), ==, "4567");
  g_assert_cmpstr (json_answer_read_string (bad, "finished_at"), ==, "");
  g_assert_cmpint (json_answer_read_integer (first, "pull"), ==, 12);
  g_assert_cmpstr (json_answer_read_string (first, "title"), ==, "Turn the page");
  g_assert_cmpstr (json_answer_read_string (first, "author"), ==, "maya");
  g_assert_cmpstr (json_answer_read_string (first, "url"), ==, "https://quill.example/pull/12");
  g_assert_nonnull (strstr (json_answer_read_string (first, "why"), "tests/test_page.py"));
}

static void
test_nothing_known (void)
{
  g_autoptr (HistoryFinding) finding = history_finding_new (NULL, NULL, NULL);
  g_autoptr (JsonNode) json = read_again (finding);
  JsonObject *object = json_answer_get_object (json);

  g_assert_false (json_answer_has_value (object, "last_good"));
  g_assert_false (json_answer_has_value (object, "first_bad"));
  g_assert_true (json_answer_has_value (object, "compare_url"));
  g_assert_true (json_answer_has_value (object, "suspects"));
  g_assert_cmpstr (json_answer_read_string (object, "verdict"), ==, "unknown");
  g_assert_cmpint (json_answer_read_integer (object, "runs"), ==, 0);
}

/* What no text may have stays in a string of its own. */
static void
test_hostile (void)
{
  g_autoptr (HistoryFinding) finding = history_finding_new ("\"}, \"verdict\": \"x", "\xff\n\x01", "main");
  g_autoptr (JsonNode) json = NULL;
  JsonObject *object;

  finding->last_good = history_build_new (1, "\xff", "\"", G_MAXINT64);
  json = read_again (finding);
  object = json_answer_get_object (json);
  g_assert_cmpstr (json_answer_read_string (object, "job"), ==, "\"}, \"verdict\": \"x");
  g_assert_cmpstr (json_answer_read_string (object, "test"), ==, "\xef\xbf\xbd\n\x01");
  g_assert_cmpstr (json_answer_read_string (object, "verdict"), ==, "unknown");
  g_assert_cmpstr (json_answer_read_string (json_answer_read_object (object, "last_good"), "finished_at"), ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/history-json/break", test_break);
  g_test_add_func ("/net/history-json/nothing-known", test_nothing_known);
  g_test_add_func ("/net/history-json/hostile", test_hostile);

  return g_test_run ();
}
