/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tokens.h"

/* Without a keyring; test-keyring.sh has one. */

static void
check (Service     service,
       const char *expected,
       TokenPlace  expected_place)
{
  TokenPlace place = TOKEN_OF_RUN;
  g_autofree char *token = tokens_dup (service, &place);

  g_assert_cmpstr (token, ==, expected);
  g_assert_cmpint (place, ==, expected_place);
}

static void
test_environment (void)
{
  check (SERVICE_GITHUB_API, NULL, TOKEN_NONE);
  g_setenv ("GH_TOKEN", "second", TRUE);
  check (SERVICE_GITHUB_API, "second", TOKEN_OF_ENVIRONMENT);
  g_setenv ("GITHUB_TOKEN", "first", TRUE);
  check (SERVICE_GITHUB_API, "first", TOKEN_OF_ENVIRONMENT);
  g_setenv ("GITHUB_TOKEN", "", TRUE);
  check (SERVICE_GITHUB_API, "second", TOKEN_OF_ENVIRONMENT);
  check (SERVICE_BUILDKITE_API, NULL, TOKEN_NONE);
  g_setenv ("BUILDKITE_API_TOKEN", "third", TRUE);
  check (SERVICE_BUILDKITE_API, "third", TOKEN_OF_ENVIRONMENT);
  g_setenv ("BUILDKITE_API_TOKEN", "a\r\nX-Evil: 1", TRUE);
  check (SERVICE_BUILDKITE_API, NULL, TOKEN_NONE);
  g_unsetenv ("GH_TOKEN");
  g_unsetenv ("GITHUB_TOKEN");
  g_unsetenv ("BUILDKITE_API_TOKEN");
}

/* It says that it could not be kept, and counts all the same. */
static void
test_run (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;

  g_assert_false (tokens_keep (SERVICE_GITHUB_API, "words", NULL, &error));
  g_assert_nonnull (error);
  g_assert_null (strstr (error->message, "words"));
  check (SERVICE_GITHUB_API, "words", TOKEN_OF_RUN);
  check (SERVICE_BUILDKITE_API, NULL, TOKEN_NONE);
  g_setenv ("GITHUB_TOKEN", "nearer", TRUE);
  check (SERVICE_GITHUB_API, "nearer", TOKEN_OF_ENVIRONMENT);
  g_unsetenv ("GITHUB_TOKEN");
  tokens_forget (SERVICE_GITHUB_API, NULL, &again);
  check (SERVICE_GITHUB_API, NULL, TOKEN_NONE);
}

static void
test_valid (void)
{
  g_autofree char *tail = g_strnfill (1001, 'x');

  g_assert_true (tokens_is_valid ("ghp_aZ09"));
  g_assert_true (tokens_is_valid ("!~"));
  g_assert_true (tokens_is_valid (tail + 1));
  g_assert_false (tokens_is_valid (tail));
  g_assert_false (tokens_is_valid (""));
  g_assert_false (tokens_is_valid ("a b"));
  g_assert_false (tokens_is_valid ("a\n"));
  g_assert_false (tokens_is_valid ("\303\244"));
}

int
main (int   argc,
      char *argv[])
{
  const char *variables[] = { "GITHUB_TOKEN", "GH_TOKEN", "BUILDKITE_API_TOKEN" };

  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    g_unsetenv (variables[i]);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/tokens/environment", test_environment);
  g_test_add_func ("/net/tokens/run", test_run);
  g_test_add_func ("/net/tokens/valid", test_valid);

  return g_test_run ();
}
