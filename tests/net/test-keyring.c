/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tokens.h"

/* With a real keyring, which test-keyring.sh starts. Each run of this program does one thing, so that nothing is known from
 * before: "keep", "read", "forget", "none", "locked" or "silent". */

static void
check (const char *expected,
       TokenPlace  expected_place)
{
  TokenPlace place = TOKEN_OF_RUN;
  g_autofree char *token = tokens_dup (SERVICE_GITHUB_API, &place);

  g_assert_cmpstr (token, ==, expected);
  g_assert_cmpint (place, ==, expected_place);
}

int
main (int   argc,
      char *argv[])
{
  const char *what = argc > 1 ? argv[1] : "";
  g_autoptr (GError) error = NULL;

  if (g_str_equal (what, "keep")) {
    check (NULL, TOKEN_NONE);
    g_assert_true (tokens_keep (SERVICE_GITHUB_API, "ghp_words", NULL, &error));
    g_assert_no_error (error);
    tokens_keep (SERVICE_GITHUB_API, "ghp_other_words", NULL, &error);
    g_assert_no_error (error);
    g_assert_true (tokens_keep (SERVICE_BUILDKITE_API, "bkua_words", NULL, &error));
    check ("ghp_other_words", TOKEN_OF_KEYRING);
  } else if (g_str_equal (what, "read")) {
    check ("ghp_other_words", TOKEN_OF_KEYRING);
    g_setenv ("GITHUB_TOKEN", "nearer", TRUE);
    check ("nearer", TOKEN_OF_ENVIRONMENT);
  } else if (g_str_equal (what, "forget")) {
    g_assert_true (tokens_forget (SERVICE_GITHUB_API, NULL, &error));
    g_assert_no_error (error);
    check (NULL, TOKEN_NONE);
  } else if (g_str_equal (what, "none")) {
    check (NULL, TOKEN_NONE);
  } else if (g_str_equal (what, "locked")) {
    g_assert_false (tokens_keep (SERVICE_GITHUB_API, "ghp_words", NULL, &error));
    g_assert_nonnull (error);
    g_printerr ("%s\n", error->message);
    check ("ghp_words", TOKEN_OF_RUN_LOCKED);
  } else if (g_str_equal (what, "silent")) {
    gint64 start = g_get_monotonic_time ();

    check (NULL, TOKEN_NONE);
    /* It is waited for but once. */
    g_assert_null (tokens_dup (SERVICE_BUILDKITE_API, NULL));
    g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_TIME_SPAN_SECOND);
  } else {
    g_printerr ("test-keyring keep|read|forget|none|locked|silent\n");
    return 2;
  }

  return 0;
}
