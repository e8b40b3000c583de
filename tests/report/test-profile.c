/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "data-file.h"

#include "profile.h"

static void
write_profile (const char *name,
               const char *text)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "culprit", "profiles", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static const char *
get_link (Profile    *profile,
          const char *label)
{
  GPtrArray *links = profile_get_links (profile);

  for (guint i = 0; i < links->len; i++) {
    const ProfileLink *link = g_ptr_array_index (links, i);

    if (g_str_equal (link->label, label))
      return link->url;
  }

  return NULL;
}

static void
test_vllm (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Profile) profile = profile_load ("vllm", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (profile_get_title (profile), ==, "vLLM");
  g_assert_cmpstr (profile_get_repository (profile), ==, "vllm-project/vllm");
  g_assert_true (profile_is_project (profile, "vLLM-Project/vllm"));
  g_assert_cmpstr (profile_get_main_branch (profile), ==, "main");
  g_assert_cmpstr (profile_get_title_prefix (profile), ==, "[CI Failure]: ");
  g_assert_cmpstr (profile_get_environment (profile), ==, "Still failing on {branch} as of commit {commit}");
  g_assert_cmpstr (profile_get_form (profile), ==, "450-ci-failure.yml");
  g_assert_cmpint (profile_get_tail (profile), ==, 525);
  g_assert_cmpstr (profile_get_board (profile)->organization, ==, "vllm-project");
  g_assert_cmpint (profile_get_board (profile)->number, ==, 20);
  g_assert_cmpstr (profile_get_ci (profile)->organization, ==, "vllm");
  g_assert_cmpstr (profile_get_ci (profile)->pipeline, ==, "ci");
  g_assert_cmpstr (profile_get_labels (profile)[0], ==, "ci-failure");
  g_assert_null (profile_get_labels (profile)[1]);
  g_assert_cmpstr (get_link (profile, "Known Failures"), ==,
                   "https://github.com/orgs/vllm-project/projects/20");
  g_assert_cmpstr (get_link (profile, "New Issue"), ==,
                   "https://github.com/vllm-project/vllm/issues/new?template=450-ci-failure.yml");
  g_assert_cmpstr (get_link (profile, "Test Reliability on main"), ==,
                   "https://buildkite.com/organizations/vllm/analytics/suites/ci-1/tests"
                   "?branch=main&order=ASC&sort_by=reliability&period=2days");
  g_assert_cmpstr (get_link (profile, "Latest Builds of main"), ==,
                   "https://buildkite.com/vllm/ci/builds?branch=main");
}

/* What of LINE the window draws a process's name for. */
static void
check_prefix (GRegex     *prefix,
              const char *line,
              const char *expected,
              const char *expected_name)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *found = NULL;
  g_autofree char *name = NULL;

  g_regex_match (prefix, line, G_REGEX_MATCH_ANCHORED, &match);
  found = g_match_info_fetch (match, 0);
  name = g_match_info_fetch_named (match, "name");
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpstr (name, ==, expected_name);
}

static void
test_prefix_of_vllm (void)
{
  g_autoptr (Profile) profile = profile_load ("vllm", NULL);
  GRegex *prefix = profile_get_line_prefix (profile);

  check_prefix (prefix, "(APIServer pid=9) (Ray pid=8, ip=10.0.0.1) (Worker_DP2_EP2 pid=77) ERROR 05-07 08:11:40 [core.py:962] x (pid=1)",
                "(APIServer pid=9) (Ray pid=8, ip=10.0.0.1) (Worker_DP2_EP2 pid=77) ERROR 05-07 08:11:40 [core.py:962] ",
                "Worker_DP2_EP2");
  check_prefix (prefix, "(EngineCore_1 pid=34) (VllmWorker rank=1 pid=35) WARNING 05-07 08:11:40 [a/b.py:2]   x",
                "(EngineCore_1 pid=34) (VllmWorker rank=1 pid=35) WARNING 05-07 08:11:40 [a/b.py:2] ", "VllmWorker");
  check_prefix (prefix, "(APIServer pid=9) Process 3 ended", "(APIServer pid=9) ", "APIServer");
  check_prefix (prefix, "(APIServer pid=9)", "(APIServer pid=9)", "APIServer");
  check_prefix (prefix, "ERROR 05-07 08:11:40 [core.py:962] x", NULL, NULL);
  check_prefix (prefix, "popen (Worker pid=7) x", NULL, NULL);
  check_prefix (prefix, "(see the page) x", NULL, NULL);
}

static void
test_form_of_vllm (void)
{
  const struct {
    const char       *label;
    ProfileFieldKind  kind;
    ProfileContent    content;
  } expected[] = {
    { "Name of failing test", PROFILE_FIELD_TEXT, PROFILE_CONTENT_TESTS },
    { "Basic information", PROFILE_FIELD_CHECKS, PROFILE_CONTENT_NONE },
    { "🧪 Describe the failing test", PROFILE_FIELD_TEXT, PROFILE_CONTENT_DESCRIPTION },
    { "📝 History of failing test", PROFILE_FIELD_TEXT, PROFILE_CONTENT_NONE },
    { "CC List.", PROFILE_FIELD_TEXT, PROFILE_CONTENT_NONE },
  };
  g_autoptr (Profile) profile = profile_load ("vllm", NULL);
  GPtrArray *fields = profile_get_fields (profile);
  const ProfileField *checks = g_ptr_array_index (fields, 1);

  g_assert_cmpuint (fields->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < fields->len; i++) {
    const ProfileField *field = g_ptr_array_index (fields, i);

    g_assert_cmpstr (field->label, ==, expected[i].label);
    g_assert_cmpint (field->kind, ==, expected[i].kind);
    g_assert_cmpint (field->content, ==, expected[i].content);
  }
  g_assert_cmpuint (g_strv_length (checks->checks), ==, 3);
  g_assert_cmpstr (checks->checks[2], ==, "Caused by external libraries (e.g. bug in `transformers`)");
}

static void
check_rerun (gboolean    loop,
             const char *test,
             const char *expected)
{
  g_autoptr (Profile) profile = profile_load ("vllm", NULL);
  g_autoptr (Failure) failure = failure_new ();
  g_autofree char *command = NULL;

  g_free (failure->test);
  failure->test = g_strdup (test);
  command = rerun_dup_command (profile_get_rerun (profile, "pytest"), failure, NULL, loop);
  g_assert_cmpstr (command, ==, expected);
}

static void
test_rerun (void)
{
  g_autoptr (Profile) generic = profile_load ("generic", NULL);

  check_rerun (FALSE, "v1/a.py::test_x", ".buildkite/scripts/rerun-test.sh tests/v1/a.py::test_x");
  check_rerun (TRUE, "v1/a.py::test_x", ".buildkite/scripts/rerun-test.sh tests/v1/a.py::test_x");
  check_rerun (FALSE, "tests/v1/a.py::test_x", ".buildkite/scripts/rerun-test.sh tests/v1/a.py::test_x");
  check_rerun (FALSE, "a.py::test_x[True-tcp]",
               ".buildkite/scripts/rerun-test.sh 'tests/a.py::test_x[True-tcp]'");
  g_assert_null (profile_get_rerun (generic, "pytest"));
}

static void
test_errors_name_file_and_line (void)
{
  const struct {
    const char *text;
    const char *message;
  } cases[] = {
    { "{\n\"tail\": 5,\n\"tial\": 6}", "bad.json:3: unknown key “tial”" },
    { "{\"fields\": []}", "bad.json:1: a profile needs “fields”" },
    { "{\n\"fields\": [\n{\"content\": \"tests\"}]}", "bad.json:3: a field needs a “label”" },
    { "{\n\"fields\": [{\"label\": \"a\",\n\"content\": \"test\"}]}",
      "bad.json:3: “content” must be one of: none, tests, description, job, environment, rerun" },
    { "{\"fields\": [{\"label\": \"a\"}],\n\"tail\": \"many\"}",
      "bad.json:2: “tail” must be a number of lines, 1 to 1000000" },
    { "{\"fields\": [{\"label\": \"a\"}],\n\"repository\": \"x\"}",
      "bad.json:2: “repository” must read as in “owner/name”" },
    { "{\"fields\": [{\"label\": \"a\"}],\n\"repository\": \"owner/name\\n\"}",
      "bad.json:2: “repository” must read as in “owner/name”" },
    { "{\"fields\": [{\"label\": \"a\"}],\n\"board\": {\"organization\": \"x\\n\", \"number\": 1}}",
      "bad.json:2: “board” needs an “organization” and a “number”" },
    { "{\"fields\": [{\"label\": \"a\"}],\n\"links\": [{\"label\": \"x\"}]}",
      "bad.json:2: a link needs a “label” and an address as “url”" },
    { "{\"fields\": [{\"label\": \"a\"}],\n\"rerun\": {\"pytest\": {\"once\": \"pytest\"}}}",
      "bad.json:2: a rerun command needs “{test}” in it" },
    { "{\"fields\": [{\"label\": \"a\"}],\n\"board\": {\"organization\": \"x\"}}",
      "bad.json:2: “board” needs an “organization” and a “number”" },
    { "{\"fields\": [{\"label\": \"a\"}],\n\"ci\": {\"organization\": \"x\", \"pipeline\": \"a/b\"}}",
      "bad.json:2: “ci” needs an “organization” and a “pipeline”" },
    { "{\"fields\": [{\"label\": \"a\"}],\n\"line_prefix\": \"[a-z]+ \"}",
      "bad.json:2: “line_prefix” needs a regular expression with a group “name”" },
    { "{\"fields\": [{\"label\": \"a\"}],\n\"line_prefix\": [\"x\"]}",
      "bad.json:2: “line_prefix” needs a regular expression with a group “name”" },
    { "{\"fields\": [{\"label\": \"a\"}],\n\"line_prefix\": \"(?<name>x\"}",
      "bad.json:2: the regular expression is wrong: " },
    { "[\n", "bad.json:2:" },
    { "[]", "bad.json:1: a profile needs “fields”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    write_profile ("bad.json", cases[i].text);
    g_assert_null (profile_load ("bad", &error));
    g_assert_true (g_str_has_prefix (error->message, cases[i].message));
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/profile/vllm", test_vllm);
  g_test_add_func ("/profile/prefix-of-vllm", test_prefix_of_vllm);
  g_test_add_func ("/profile/form-of-vllm", test_form_of_vllm);
  g_test_add_func ("/profile/rerun", test_rerun);
  g_test_add_func ("/profile/errors-name-file-and-line", test_errors_name_file_and_line);

  return g_test_run ();
}
