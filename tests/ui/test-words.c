/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "words.h"

static const struct {
  double      seconds;
  const char *text;
  const char *words;
} durations[] = {
  { -1, "", "" },
  { 0, "", "" },
  { 0.09, "", "" },
  { 0.1, "0.1 s", "less than a second" },
  { 2.46, "2.5 s", "2 seconds" },
  { 9.94, "9.9 s", "10 seconds" },
  { 9.96, "10 s", "10 seconds" },
  { 13, "13 s", "13 seconds" },
  { 59.4, "59 s", "59 seconds" },
  { 59.7, "1:00", "1 minute" },
  { 1313, "21:53", "21 minutes 53 seconds" },
  { 3600, "1:00:00", "1 hour" },
  { 36061, "10:01:01", "10 hours 1 minute 1 second" },
};

static void
test_durations (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (durations); i++) {
    g_autofree char *text = culprit_dup_duration (durations[i].seconds);
    g_autofree char *words = culprit_dup_duration_words (durations[i].seconds);

    g_assert_cmpstr (text, ==, durations[i].text);
    g_assert_cmpstr (words, ==, durations[i].words);
  }
}

static void
test_endless (void)
{
  g_autofree char *text = culprit_dup_duration (G_MAXDOUBLE);
  g_autofree char *words = culprit_dup_duration_words (G_MAXDOUBLE);
  g_autofree char *unknown = culprit_dup_duration (0.0 / 0.0);

  g_assert_cmpstr (text, !=, "");
  g_assert_cmpstr (words, !=, "");
  g_assert_cmpstr (unknown, ==, "");
}

static Failure *
make_failure (const char  *test,
              FailureKind  kind)
{
  Failure *failure = failure_new ();

  g_free (failure->test);
  failure->test = g_strdup (test);
  g_free (failure->message);
  failure->message = g_strdup ("assert False");
  failure->kind = kind;

  return failure;
}

static void
test_kinds (void)
{
  static const struct { FailureKind kind; int status; const char *text; const char *icon; } kinds[] = {
    { FAILURE_FAILED, -1, "Failed", "culprit-failed-symbolic" },
    { FAILURE_ERROR, -1, "Error", "culprit-error-symbolic" },
    { FAILURE_CRASH, 139, "Crashed", "culprit-crash-symbolic" },
    { FAILURE_TIMEOUT, -1, "Timed out", "culprit-timeout-symbolic" },
    { FAILURE_COMPILE, -1, "Does not compile", "culprit-compile-symbolic" },
    { FAILURE_LINT, -1, "Lint", "culprit-lint-symbolic" },
    { FAILURE_INFRA, -1, "Infrastructure", "culprit-infra-symbolic" },
    { FAILURE_EXIT, 139, "Exited with status 139", "culprit-exit-symbolic" },
    { FAILURE_EXIT, -1, "Exited with an error", "culprit-exit-symbolic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autoptr (Failure) failure = make_failure ("", kinds[i].kind);
    g_autofree char *text = NULL;

    failure->exit_status = kinds[i].status;
    text = culprit_dup_failure_kind (failure);
    g_assert_cmpstr (text, ==, kinds[i].text);
    g_assert_cmpstr (culprit_get_failure_icon (failure), ==, kinds[i].icon);
  }
}

static void
test_failure_words (void)
{
  FailureCause cause = { (char *) "ValueError", (char *) "Actor exists", (char *) "", 665, 660, 665 };
  g_autoptr (Failure) failure = make_failure ("distributed/test_a.py::test_b", FAILURE_FAILED);
  g_autofree char *plain = culprit_dup_failure_words (failure, NULL, 1, 2);
  g_autofree char *all = NULL;

  g_assert_cmpstr (plain, ==, "Failed: test_b, assert False, distributed/test_a.py, 1 of 2");

  failure->flaky = TRUE;
  failure->cause = failure_cause_copy (&cause);
  all = culprit_dup_failure_words (failure, NULL, 2, 2);
  g_assert_cmpstr (all, ==, "Failed: test_b, assert False, cause: ValueError: Actor exists, line 665, "
                            "distributed/test_a.py, flaky, 2 of 2");
}

static void
test_cause (void)
{
  FailureCause both = { (char *) "ValueError", (char *) "Actor exists", (char *) "", 1, 1, 1 };
  FailureCause bare = { (char *) "KeyboardInterrupt", (char *) "", (char *) "", 1, 1, 1 };
  g_autofree char *with_message = culprit_dup_failure_cause (&both);
  g_autofree char *without = culprit_dup_failure_cause (&bare);

  g_assert_cmpstr (with_message, ==, "ValueError: Actor exists");
  g_assert_cmpstr (without, ==, "KeyboardInterrupt");
}

static void
test_breakable (void)
{
  const struct { const char *name; const char *expected; } cases[] = {
    { "test_scaling_uneven", "test_\u200Bscaling_\u200Buneven" },
    { "a/b.py::test_x[half-0.9]", "a/\u200Bb.\u200Bpy::\u200Btest_\u200Bx\u200B[half-0.\u200B9]" },
    { "__init__", "__\u200Binit__" },
    { "[x]", "[x]" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = culprit_dup_breakable (cases[i].name);

    g_assert_cmpstr (text, ==, cases[i].expected);
  }
}

static void
test_message_without_its_name (void)
{
  g_assert_cmpstr (culprit_skip_name ("x.gz is broken: truncated input", "x.gz"), ==, "truncated input");
  g_assert_cmpstr (culprit_skip_name ("x.zip: a.txt is broken: bad", "x.zip"), ==, "a.txt is broken: bad");
  g_assert_cmpstr (culprit_skip_name ("x.gz is empty", "x.gz"), ==, "x.gz is empty");
  g_assert_cmpstr (culprit_skip_name ("No space left: x.gz", "x.gz"), ==, "No space left: x.gz");
}

static void
test_secrets (void)
{
  const struct {
    guint       n_masked;
    guint       n_personal;
    const char *words;
  } cases[] = {
    { 0, 0, "0 secrets masked" },
    { 1, 0, "1 secret masked" },
    { 0, 1, "1 personal detail" },
    { 2, 3, "2 secrets masked, 3 personal details" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *words = culprit_dup_secrets (cases[i].n_masked, cases[i].n_personal);

    g_assert_cmpstr (words, ==, cases[i].words);
  }
}

static void
test_claim (void)
{
  const struct {
    int         claimed;
    guint       counted;
    guint       unnamed;
    guint       n_runners;
    const char *words;
  } cases[] = {
    { -1, 0, 0, 1, NULL },
    { -1, 0, 1, 1, "The summaries count 1 more than is listed" },
    { -1, 0, 4, 2, "The summaries count 4 more than are listed" },
    { 3, 3, 0, 0, NULL },
    { 3, 3, 0, 1, "pytest’s summary counts 3, too" },
    { 3, 1, 2, 1, "pytest’s summary counts 3, 1 was found" },
    { 3, 3, 0, 2, "The summaries count 3, too" },
    { 3, 2, 1, 2, "The summaries count 3, 2 were found" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Findings) findings = findings_new ();
    g_autofree char *words = NULL;

    for (guint n = 0; n < cases[i].n_runners; n++)
      g_ptr_array_add (findings->runners, g_strdup (n == 0 ? "pytest" : "unittest"));
    findings->claimed = cases[i].claimed;
    findings->counted = cases[i].counted;
    findings->unnamed = cases[i].unnamed;
    words = culprit_dup_claim (findings);

    g_assert_cmpstr (words, ==, cases[i].words);
  }
}

static void
test_shown_text (void)
{
  g_autofree char *text = culprit_dup_shown_text ("one\ttwo\r\nthree");

  g_assert_cmpstr (text, ==, "one two  three");
}

static void
test_long_text (void)
{
  GString *text = g_string_new ("");
  g_autofree char *shown = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "ä");
  shown = culprit_dup_shown_text (text->str);
  g_assert_cmpint (g_utf8_strlen (shown, -1), ==, 1001);
  g_assert_true (g_str_has_suffix (shown, "ä…"));
  g_string_free (text, TRUE);
}

static void
test_shown_bytes (void)
{
  GString *text = g_string_new ("");
  g_autofree char *shown = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '\xff');
  shown = culprit_dup_shown_text (text->str);
  g_assert_true (g_utf8_validate (shown, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (shown, -1), ==, 1001);
  g_string_free (text, TRUE);
}

static void
assert_day (gint64      time,
            gint64      now,
            const char *expected)
{
  g_autofree char *words = culprit_dup_day (time, now);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_days (void)
{
  g_autoptr (GDateTime) morning = g_date_time_new_local (2026, 5, 7, 10, 21, 0);
  g_autoptr (GDateTime) evening = g_date_time_new_local (2026, 5, 7, 23, 59, 0);
  g_autoptr (GDateTime) next_day = g_date_time_new_local (2026, 5, 8, 0, 1, 0);
  g_autoptr (GDateTime) later = g_date_time_new_local (2027, 5, 7, 10, 21, 0);
  gint64 time = g_date_time_to_unix (morning);

  assert_day (time, g_date_time_to_unix (evening), "10:21");
  assert_day (time, g_date_time_to_unix (next_day), "Yesterday");
  assert_day (time, g_date_time_to_unix (later), "7 May 2026");
  assert_day (G_MAXINT64, time, "");
}

static void
test_without_mnemonic (void)
{
  g_autofree char *text = culprit_dup_without_mnemonic ("Copy _Last a__b_");

  g_assert_cmpstr (text, ==, "Copy Last a_b_");
}

static void
test_for_menu (void)
{
  g_autofree char *text = culprit_dup_for_menu ("test__init__.log");
  g_autofree char *shown = culprit_dup_without_mnemonic (text);

  g_assert_cmpstr (text, ==, "test____init____.log");
  g_assert_cmpstr (shown, ==, "test__init__.log");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/durations", test_durations);
  g_test_add_func ("/words/endless", test_endless);
  g_test_add_func ("/words/kinds", test_kinds);
  g_test_add_func ("/words/failure", test_failure_words);
  g_test_add_func ("/words/cause", test_cause);
  g_test_add_func ("/words/breakable", test_breakable);
  g_test_add_func ("/words/message-without-its-name", test_message_without_its_name);
  g_test_add_func ("/words/secrets", test_secrets);
  g_test_add_func ("/words/claim", test_claim);
  g_test_add_func ("/words/shown-text", test_shown_text);
  g_test_add_func ("/words/long-text", test_long_text);
  g_test_add_func ("/words/shown-bytes", test_shown_bytes);
  g_test_add_func ("/words/days", test_days);
  g_test_add_func ("/words/without-mnemonic", test_without_mnemonic);
  g_test_add_func ("/words/for-menu", test_for_menu);

  return g_test_run ();
}
