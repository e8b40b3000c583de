/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "body-checker.h"
#include "description.h"
#include "sample.h"

static void
init_draft (Draft    *draft,
            Findings *findings)
{
  g_autoptr (JobLog) log = sample_log_of_lines (100);
  g_autoptr (Profile) profile = profile_load ("generic", NULL);

  draft_init (draft, log, findings, profile);
}

static char *
dup_text (Findings *findings,
          gsize     max_log_bytes)
{
  Draft draft;
  g_autoptr (SecretList) secrets = secret_list_new ();
  gint64 cut;
  gsize log_bytes;
  char *text;

  init_draft (&draft, findings);
  text = description_dup_text (&draft, max_log_bytes, secrets, &cut, &log_bytes);
  g_assert_cmpuint (log_bytes, <=, max_log_bytes);
  draft_clear (&draft);

  return text;
}

static void
test_whole (void)
{
  g_autoptr (Findings) findings = findings_new ();
  Failure *failure = sample_failure_new ("a.py::test_x", "assert False", 99, 50, 51);
  g_autofree char *text = NULL;

  sample_add_cause (failure, "ValueError", "no such thing", "Worker pid=7", 10, 11);
  g_ptr_array_add (findings->failures, failure);
  text = dup_text (findings, 10000);

  g_assert_cmpstr (text, ==,
                   "```text\nFAILED a.py::test_x - assert False\n```\n\n"
                   "Probable cause, from other processes of the same test:\n\n"
                   "```text\ntest_x: ValueError: no such thing (Worker pid=7, line 11)\n```\n\n"
                   "To reproduce: `pytest a.py::test_x`\n\n"
                   "<details>\n<summary>Logs:</summary>\n\n"
                   "```text\n… 9 lines …\nline 10\nline 11\n… 38 lines …\nline 50\nline 51\n"
                   "… 47 lines …\nline 99\n… 1 line …\n```\n\n</details>");
}

static void
test_no_room_for_the_log (void)
{
  g_autoptr (Findings) findings = findings_new ();
  g_autofree char *text = NULL;

  g_ptr_array_add (findings->failures, sample_failure_new ("a.py::test_x", "m", 99, 50, 51));
  text = dup_text (findings, 1);
  g_assert_cmpstr (text, ==, "```text\nFAILED a.py::test_x - m\n```\n\nTo reproduce: `pytest a.py::test_x`");
}

/* What a compiler found is told with its place, as its line has it. */
static void
test_source_lines (void)
{
  g_autoptr (JobLog) log = log_sample_new ("one\n  a.c:3:10: error: no such thing\nthree\n");
  g_autoptr (Findings) findings = findings_new ();
  g_autoptr (Profile) profile = profile_load ("generic", NULL);
  Failure *named = sample_failure_new ("", "no such thing", 2, 2, 2);
  Failure *elsewhere = sample_failure_new ("", "another thing", 3, 3, 3);
  g_autoptr (SecretList) secrets = secret_list_new ();
  g_autofree char *text = NULL;
  gsize log_bytes;
  gint64 cut;
  Draft draft;

  named->kind = elsewhere->kind = FAILURE_COMPILE;
  g_ptr_array_add (findings->failures, named);
  g_ptr_array_add (findings->failures, elsewhere);
  draft_init (&draft, log, findings, profile);
  text = description_dup_text (&draft, 1, secrets, &cut, &log_bytes);
  draft_clear (&draft);

  g_assert_true (g_str_has_prefix (text, "```text\na.c:3:10: error: no such thing\nanother thing\n```"));
}

static void
test_failing_lines (void)
{
  g_autoptr (Findings) findings = findings_new ();
  Failure *error = sample_failure_new ("a.py::e", "ImportError: x", 1, 1, 1);
  Failure *flaky = sample_failure_new ("a.py::f", "", 1, 1, 1);
  g_autofree char *text = NULL;

  error->kind = FAILURE_ERROR;
  flaky->flaky = TRUE;
  g_ptr_array_add (findings->failures, error);
  g_ptr_array_add (findings->failures, sample_failure_new ("", "make: *** [all] Error 2", 1, 1, 1));
  g_ptr_array_add (findings->failures, flaky);
  text = dup_text (findings, 1);
  g_assert_true (g_str_has_prefix (text, "```text\nERROR a.py::e - ImportError: x\n"
                                         "make: *** [all] Error 2\n"
                                         "FAILED a.py::f (passed when it was tried again)\n```\n"));
}

static Failure *
new_exit (void)
{
  Failure *failure = sample_failure_new ("", "exited with 2", 60, 60, 60);

  failure->kind = FAILURE_EXIT;
  failure->exit_status = 2;

  return failure;
}

/* An exit status stands in the list where there is nothing else. */
static void
test_exit_status (void)
{
  g_autoptr (Findings) alone = findings_new ();
  g_autoptr (Findings) findings = findings_new ();
  g_autofree char *text_alone = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (alone->failures, new_exit ());
  text_alone = dup_text (alone, 1);
  g_assert_true (g_str_has_prefix (text_alone, "```text\nexited with 2\n```"));

  g_ptr_array_add (findings->failures, new_exit ());
  g_ptr_array_add (findings->failures, sample_failure_new ("", "disk full", 50, 50, 50));
  g_ptr_array_add (findings->failures, new_exit ());
  text = dup_text (findings, 1);
  g_assert_true (g_str_has_prefix (text, "```text\ndisk full\n```"));
  g_assert_null (strstr (text, "exited"));
}

/* Tests that follow from one cause stand before it once. */
static void
test_causes_are_grouped (void)
{
  g_autoptr (Findings) findings = findings_new ();
  const char * const names[] = { "a.py::t1[a]", "a.py::t1[b]", "a.py::t2", "a.py::t3", "a.py::t4[x]",
                                "a.py::t5" };
  Failure *other = sample_failure_new ("a.py::other[1]", "", 90, 80, 81);
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    Failure *failure = sample_failure_new (names[i], "", 90, 80, 81);

    sample_add_cause (failure, "RuntimeError", "RuntimeError: CUDA error", "", 5, 6);
    g_ptr_array_add (findings->failures, failure);
  }
  sample_add_cause (other, "KeyError", "", "", 8, 9);
  g_ptr_array_add (findings->failures, other);
  text = dup_text (findings, 1);

  g_assert_nonnull (strstr (text, "Probable cause, from earlier in the log:\n\n```text\n"
                                  "t1, t2, t3 and 2 more: RuntimeError: CUDA error (line 6)\n"
                                  "other[1]: KeyError (line 9)\n```\n"));
}

static void
test_nothing_of_the_log_acts (void)
{
  g_autoptr (Findings) findings = findings_new ();
  g_autofree char *text = NULL;
  g_autofree char *names = NULL;
  g_autoptr (SecretList) secrets = secret_list_new ();
  Draft draft;

  g_ptr_array_add (findings->failures,
                   sample_failure_new ("a.py::t[`@me` #1 <b>]", "```\n</details>\n@everyone ````", 1, 1, 1));
  text = dup_text (findings, 1);
  g_assert_true (g_str_has_prefix (text, "`````text\nFAILED a.py::t[`@me` #1 <b>] - "
                                         "``` </details> @everyone ````\n`````\n"));
  g_assert_nonnull (strstr (text, "To reproduce: ``pytest 'a.py::t[`@me` #1 <b>]'``"));

  init_draft (&draft, findings);
  names = description_dup_tests (&draft, secrets);
  g_assert_cmpstr (names, ==, "``a.py::t[`@me` #1 <b>]``");
  draft_clear (&draft);
}

static void
test_long_lists_say_what_is_missing (void)
{
  g_autoptr (Findings) findings = findings_new ();
  g_autofree char *text = NULL;
  g_autofree char *names = NULL;
  g_autoptr (SecretList) secrets = secret_list_new ();
  guint listed = 0;
  guint64 more;
  Draft draft;

  for (guint i = 0; i < 2000; i++) {
    g_autofree char *name = g_strdup_printf ("tests/a.py::test_%u", i);

    g_ptr_array_add (findings->failures, sample_failure_new (name, "message", 1, 1, 1));
  }
  text = dup_text (findings, 1);
  for (const char *p = strstr (text, "FAILED"); p != NULL; p = strstr (p + 1, "FAILED"))
    listed++;
  g_assert_nonnull (strstr (text, " more failures\n"));
  more = g_ascii_strtoull (strstr (text, "… and ") + strlen ("… and "), NULL, 10);
  g_assert_cmpuint (listed + more, ==, 2000);
  g_assert_cmpuint (strlen (text), <, 13000);

  init_draft (&draft, findings);
  names = description_dup_tests (&draft, secrets);
  g_assert_nonnull (strstr (names, " more tests"));
  g_assert_cmpuint (strlen (names), <, 13000);
  draft_clear (&draft);
}

static void
test_secrets_are_masked (void)
{
  g_autoptr (Findings) findings = findings_new ();
  g_autofree char *comment = NULL;
  g_autofree char *names = NULL;
  g_autoptr (SecretList) secrets = secret_list_new ();
  Draft draft;

  g_ptr_array_add (findings->failures, sample_failure_new ("a.py::t[PASSWORD=hunter22]",
                                                           "API_KEY=abcdef12", 1, 1, 1));
  init_draft (&draft, findings);
  names = description_dup_tests (&draft, secrets);
  comment = description_dup_comment (&draft, NULL);
  g_assert_cmpstr (names, ==, "`a.py::t[PASSWORD=[REDACTED:secret]]`");
  g_assert_cmpuint (secrets->n_masked, ==, 1);
  g_assert_null (strstr (comment, "hunter22"));
  g_assert_null (strstr (comment, "abcdef12"));
  draft_clear (&draft);
}

/* The mark of a key at the end of what becomes a code span takes nothing of that with it. */
static void
test_masks_leave_spans_closed (void)
{
  static const ProfileContent contents[] = { PROFILE_CONTENT_JOB, PROFILE_CONTENT_ENVIRONMENT, PROFILE_CONTENT_RERUN };
  const char *mark = "Page @alice says -----BEGIN RSA PRIVATE KEY-----";
  const char *masked = "`Page @alice says [REDACTED:private-key]`";
  g_autoptr (Findings) findings = findings_new ();
  g_autofree char *comment = NULL;
  g_autofree char *text = NULL;
  g_autoptr (SecretList) secrets = secret_list_new ();
  gsize log_bytes;
  gint64 cut;
  Draft draft;

  g_ptr_array_add (findings->failures, sample_failure_new ("a.py::-----BEGIN RSA PRIVATE KEY-----", "m", 1, 1, 1));
  init_draft (&draft, findings);
  sample_set (&draft.facts->job, mark);
  sample_set (&draft.facts->branch, mark);
  sample_set (&draft.facts->commit, mark);
  text = description_dup_text (&draft, 1, secrets, &cut, &log_bytes);
  comment = description_dup_comment (&draft, NULL);

  g_assert_nonnull (strstr (text, masked));
  g_assert_nonnull (strstr (comment, masked));
  g_assert_null (strstr (text, "BEGIN RSA"));
  g_assert_null (strstr (comment, "BEGIN RSA"));
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++) {
    g_autofree char *fact = description_dup_fact (&draft, contents[i], secrets);
    g_autofree char *fault = body_checker_dup_fault (fact);

    g_assert_cmpstr (fault, ==, NULL);
    g_assert_null (strstr (fact, "BEGIN RSA"));
  }
  draft_clear (&draft);
}

static void
test_comment (void)
{
  g_autoptr (Findings) findings = findings_new ();
  g_autofree char *bare = NULL;
  g_autofree char *full = NULL;
  Draft draft;

  g_ptr_array_add (findings->failures, sample_failure_new ("a.py::t", "m", 1, 1, 1));
  init_draft (&draft, findings);
  bare = description_dup_comment (&draft, NULL);
  g_assert_cmpstr (bare, ==, "Another instance.\n\n```text\nFAILED a.py::t - m\n```\n");

  sample_set (&draft.facts->job, "A Test");
  sample_set (&draft.facts->build_url, "https://b.com/1");
  sample_set (&draft.facts->commit, "f596e760c");
  sample_set (&draft.facts->branch, "me:topic");
  full = description_dup_comment (&draft, NULL);
  g_assert_true (g_str_has_prefix (full, "Another instance: [A Test](https://b.com/1) at commit f596e760c "
                                         "(branch `me:topic`).\n\n```text\nFAILED"));
  draft_clear (&draft);
}

/* Wherever a long message is cut, nothing is left of a secret that stood there. */
static void
test_no_secret_is_cut (void)
{
  for (guint blanks = 960; blanks < 1000; blanks += 4) {
    g_autoptr (Findings) findings = findings_new ();
    g_autofree char *filler = g_strnfill (blanks, 'm');
    g_autofree char *message = g_strconcat (filler, " ghp_0123456789abcdefghijABCDEFGHIJ012345", NULL);
    g_autofree char *text = NULL;
    g_autofree char *comment = NULL;
    g_autoptr (SecretList) secrets = secret_list_new ();
    gint64 cut = 0;
    gsize log_bytes = 0;
    g_autoptr (JobLog) log = sample_log_of_lines (10);
    g_autoptr (Profile) profile = profile_load ("generic", NULL);
    Draft draft;

    g_ptr_array_add (findings->failures, sample_failure_new ("a.py::x", message, 1, 1, 1));
    draft_init (&draft, log, findings, profile);
    text = description_dup_text (&draft, 1000, secrets, &cut, &log_bytes);
    comment = description_dup_comment (&draft, NULL);

    g_assert_null (strstr (text, "ghp_"));
    g_assert_null (strstr (comment, "ghp_"));
    g_assert_cmpuint (secrets->n_masked, ==, 1);
    draft_clear (&draft);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/description/whole", test_whole);
  g_test_add_func ("/description/no-room-for-the-log", test_no_room_for_the_log);
  g_test_add_func ("/description/source-lines", test_source_lines);
  g_test_add_func ("/description/failing-lines", test_failing_lines);
  g_test_add_func ("/description/exit-status", test_exit_status);
  g_test_add_func ("/description/causes-are-grouped", test_causes_are_grouped);
  g_test_add_func ("/description/nothing-of-the-log-acts", test_nothing_of_the_log_acts);
  g_test_add_func ("/description/long-lists-say-what-is-missing", test_long_lists_say_what_is_missing);
  g_test_add_func ("/description/secrets-are-masked", test_secrets_are_masked);
  g_test_add_func ("/description/no-secret-is-cut", test_no_secret_is_cut);
  g_test_add_func ("/description/masks-leave-spans-closed", test_masks_leave_spans_closed);
  g_test_add_func ("/description/comment", test_comment);

  return g_test_run ();
}
