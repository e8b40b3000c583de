/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

#include "tracker-issue.h"
#include "triage-text.h"

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

static TriageRow *
add_row (Triage     *triage,
         const char *test,
         const char *job_name,
         guint       n_failed,
         guint       n_runs)
{
  Failure *failure = failure_new ();
  g_autoptr (RemoteJob) job = remote_job_new ();
  TriageRow *row;

  own_string_set (&failure->test, test);
  row = triage_row_new (failure);
  row->n_failed = n_failed;
  row->n_runs = n_runs;
  row->reliability = (double) (n_runs - n_failed) / n_runs;
  g_free (job->name);
  job->name = g_strdup (job_name);
  g_free (job->build);
  job->build = g_strdup ("812");
  g_free (job->url);
  job->url = g_strdup ("https://buildkite.com/quill/ci/builds/812#0198");
  triage_row_add_job (row, job, failure);
  g_ptr_array_add (triage->rows, row);
  triage->n_always += n_failed == n_runs;
  failure_free (failure);

  return row;
}

static void
add_issue (TriageRow *row,
           gint64     number)
{
  g_ptr_array_add (row->issues, tracker_issue_new (number, "", "", ""));
}

static Triage *
make_usual (void)
{
  Triage *triage = make_triage ();

  add_row (triage, "store/test_store.py::test_writes", "Store Tests", 9, 9);
  add_issue (add_row (triage, "page/test_page.py::test_render[fp8]", "Page Tests", 3, 12), 31);
  add_row (triage, "page/test_page.py::test_draw", "Page Tests", 1, 1000);

  return triage;
}

static void
test_table (void)
{
  g_autoptr (Triage) triage = make_usual ();
  g_autofree char *text = triage_text_dup_table (triage, FALSE);
  g_autofree char *all = triage_text_dup_table (triage, TRUE);

  g_assert_cmpstr (text, ==,
                   "2 tests fail on main, 1 is not reported · since 2026-05-07 08:00 UTC · 1 always failing hidden\n"
                   "\n"
                   "Reliability  Failed  Runs  Last Failed  Issue         Jobs        Test\n"
                   "       75 %       3    12  #812         #31           Page Tests  page/test_page.py::test_render[fp8]\n"
                   "       99 %       1  1000  #812         Not reported  Page Tests  page/test_page.py::test_draw\n");
  g_assert_nonnull (strstr (all, "        0 %       9     9  #812         Not reported  Store Tests  store/"));
  g_assert_null (strstr (all, "hidden"));
}

static void
test_nothing_fails (void)
{
  g_autoptr (Triage) triage = make_triage ();
  g_autofree char *text = triage_text_dup_table (triage, FALSE);
  g_autofree char *markdown = triage_text_dup_markdown (triage, FALSE);

  g_assert_cmpstr (text, ==, "Nothing fails on main · since 2026-05-07 08:00 UTC\n");
  g_assert_cmpstr (markdown, ==, text);
}

static void
test_is_not_sure_that_nothing_fails (void)
{
  g_autoptr (Triage) triage = make_triage ();
  g_autofree char *text = NULL;

  triage->n_unnamed = 2;
  text = triage_text_dup_table (triage, FALSE);
  g_assert_cmpstr (text, ==,
                   "No test is known to fail on main · since 2026-05-07 08:00 UTC · 2 jobs failed without naming a test\n");
}

static void
test_unknown_issues (void)
{
  g_autoptr (Triage) triage = make_usual ();
  g_autofree char *text = NULL;

  triage->has_issues = FALSE;
  text = triage_text_dup_table (triage, FALSE);
  g_assert_true (g_str_has_prefix (text, "2 tests fail on main · since"));
  g_assert_null (strstr (text, "eported"));
}

static void
test_keeps_test_and_cuts_jobs (void)
{
  g_autoptr (Triage) triage = make_triage ();
  g_autofree char *name = g_strnfill (400, 'x');
  g_autofree char *text = NULL;

  add_row (triage, name, "A job with a name that is longer than anybody reads", 1, 2);
  text = triage_text_dup_table (triage, FALSE);
  g_assert_nonnull (strstr (text, name));
  g_assert_nonnull (strstr (text, "  A job with a name that is longe…  x"));
}

static void
test_markdown (void)
{
  g_autoptr (Triage) triage = make_usual ();
  g_autofree char *text = triage_text_dup_markdown (triage, FALSE);

  g_assert_cmpstr (text, ==,
                   "2 tests fail on main, 1 is not reported · since 2026-05-07 08:00 UTC · 1 always failing hidden\n"
                   "\n"
                   "| Test | Jobs | Runs | Failed | Reliability | Last Failed | Issue |\n"
                   "| --- | --- | ---: | ---: | ---: | --- | --- |\n"
                   "| `page/test_page.py::test_render[fp8]` | Page Tests | 12 | 3 | 75 % "
                   "| [812](https://buildkite.com/quill/ci/builds/812#0198) | #31 |\n"
                   "| `page/test_page.py::test_draw` | Page Tests | 1000 | 1 | 99 % "
                   "| [812](https://buildkite.com/quill/ci/builds/812#0198) | Not reported |\n");
}

static void
test_hostile_names_in_markdown (void)
{
  g_autoptr (Triage) triage = make_triage ();
  g_autofree char *text = NULL;

  add_row (triage, "t.py::test[a|b\\|c`\n| x |]", "@maya <b>#1</b> | y", 1, 2);
  text = triage_text_dup_markdown (triage, FALSE);
  g_assert_nonnull (strstr (text, "| ``t.py::test[a\\|b\\\\\\|c` \\| x \\|]`` | `@maya <b>#1</b> \\| y` | 2 | 1 | 50 % |"));
}

static void
test_long_markdown_is_cut (void)
{
  g_autoptr (Triage) triage = make_triage ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < 2000; i++) {
    g_autofree char *name = g_strdup_printf ("page/test_page.py::test_render[%u]", i);

    add_row (triage, name, "Page Tests", 1, 2);
  }
  text = triage_text_dup_markdown (triage, FALSE);
  g_assert_cmpuint (strlen (text), <, 65536);
  g_assert_nonnull (strstr (text, " more\n"));
}

static void
test_csv (void)
{
  g_autoptr (Triage) triage = make_triage ();
  g_autofree char *text = NULL;
  TriageRow *row = add_row (triage, "=cmd|' /C calc'!A0", "+Page \"Tests\",\n1", 1, 4);

  add_issue (row, 31);
  add_issue (row, 40);
  text = triage_text_dup_csv (triage, FALSE);
  g_assert_cmpstr (text, ==,
                   "test,jobs,runs,failed,reliability,last_failed_build,last_failed_url,issues\r\n"
                   "\"'=cmd|' /C calc'!A0\",\"'+Page \"\"Tests\"\", 1\",4,1,0.75,\"812\","
                   "\"https://buildkite.com/quill/ci/builds/812#0198\",\"31; 40\"\r\n");
}

/* A German locale wherever none is installed: newer versions of glibc translate nothing in C.UTF-8, whatever LANGUAGE says. */
static gboolean
set_german_locale (void)
{
  g_autofree char *folder = g_dir_make_tmp ("culprit-locales-XXXXXX", NULL);
  g_autofree char *locale = g_build_filename (folder, "de_DE.utf8", NULL);
  gboolean is_set;

  g_assert_cmpint (symlink ("/usr/lib/locale/C.utf8", locale), ==, 0);
  g_setenv ("LOCPATH", folder, TRUE);
  g_setenv ("LANGUAGE", "de", TRUE);
  is_set = setlocale (LC_ALL, "de_DE.UTF-8") != NULL;
  g_unlink (locale);
  g_rmdir (folder);

  return is_set;
}

/* The last, as the language stays. */
static void
test_markdown_in_another_language (void)
{
  g_autofree char *catalogues = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);
  g_autofree char *german = g_build_filename (catalogues, "de", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
  g_autoptr (Triage) triage = make_usual ();
  g_autofree char *english = triage_text_dup_markdown (triage, FALSE);
  g_autofree char *summary = NULL;
  g_autofree char *markdown = NULL;

  if (!g_file_test (german, G_FILE_TEST_EXISTS)) {
    g_test_skip ("no German catalogue was built");
    return;
  }
  if (!set_german_locale ()) {
    g_test_skip ("no locale is installed");
    return;
  }
  bindtextdomain (GETTEXT_PACKAGE, catalogues);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  summary = triage_text_dup_summary (triage);
  markdown = triage_text_dup_markdown (triage, FALSE);
  g_assert_false (g_str_has_prefix (english, summary));
  g_assert_cmpstr (markdown, ==, english);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/triage-text/table", test_table);
  g_test_add_func ("/triage-text/nothing-fails", test_nothing_fails);
  g_test_add_func ("/triage-text/is-not-sure-that-nothing-fails", test_is_not_sure_that_nothing_fails);
  g_test_add_func ("/triage-text/unknown-issues", test_unknown_issues);
  g_test_add_func ("/triage-text/keeps-test-and-cuts-jobs", test_keeps_test_and_cuts_jobs);
  g_test_add_func ("/triage-text/markdown", test_markdown);
  g_test_add_func ("/triage-text/hostile-names-in-markdown", test_hostile_names_in_markdown);
  g_test_add_func ("/triage-text/long-markdown-is-cut", test_long_markdown_is_cut);
  g_test_add_func ("/triage-text/csv", test_csv);
  g_test_add_func ("/triage-text/markdown-in-another-language", test_markdown_in_another_language);

  return g_test_run ();
}
