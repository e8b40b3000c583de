/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "small-server.h"

#include "token-check.h"

#define OK "HTTP/1.1 200 OK\r\n"

static SmallServer *
start (void)
{
  SmallServer *server = small_server_new ();

  g_setenv ("CULPRIT_GITHUB_API_URL", small_server_get_url (server), TRUE);
  g_setenv ("CULPRIT_BUILDKITE_API_URL", small_server_get_url (server), TRUE);

  return server;
}

static void
test_github (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (Http) http = http_new ();
  g_autoptr (TokenOwner) owner = NULL;
  g_autofree char *requests = NULL;

  g_unsetenv ("CULPRIT_BUILDKITE_API_URL");
  small_server_add (server, "/user", OK "X-OAuth-Scopes: public_repo, read:org\r\n", "{\"login\": \"alice\"}");
  owner = tokens_check (http, SERVICE_GITHUB_API, "ghp_words", NULL, NULL);
  g_assert_cmpstr (owner->who, ==, "alice");
  g_assert_cmpuint (g_strv_length (owner->scopes), ==, 2);
  g_assert_true (token_owner_may (owner, "public_repo"));
  g_assert_true (token_owner_may (owner, "read:org"));
  g_assert_false (token_owner_may (owner, "repo"));
  g_assert_true (http_has_token (http, SERVICE_GITHUB_API));
  requests = small_server_dup_requests (server);
  g_assert_nonnull (strstr (requests, "Authorization: Bearer ghp_words\r\n"));
}

static void
test_buildkite (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (Http) http = http_new ();
  g_autoptr (TokenOwner) owner = NULL;

  g_unsetenv ("CULPRIT_GITHUB_API_URL");
  small_server_add (server, "/v2/access-token", OK, "{\"scopes\": [\"read_builds\", 5, null], \"user\": {\"name\": \"Alice\"}}");
  owner = tokens_check (http, SERVICE_BUILDKITE_API, "bkua_words", NULL, NULL);
  g_assert_cmpstr (owner->who, ==, "Alice");
  g_assert_cmpuint (g_strv_length (owner->scopes), ==, 1);
  g_assert_true (token_owner_may (owner, "read_builds"));
  g_assert_false (token_owner_may (owner, "read_build_logs"));
}

/* Fine-grained tokens of GitHub's come without scopes; and services that say nothing of it. */
static void
test_unknown (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (Http) http = http_new ();
  g_autoptr (TokenOwner) owner = NULL;
  g_autoptr (TokenOwner) none = NULL;

  g_unsetenv ("CULPRIT_BUILDKITE_API_URL");
  small_server_add (server, "/user", OK, "{\"login\": \"alice\"}");
  small_server_add (server, "/user", OK "X-OAuth-Scopes: \r\n", "[\"login\"]");
  owner = tokens_check (http, SERVICE_GITHUB_API, "github_pat_words", NULL, NULL);
  g_assert_null (owner->scopes);
  g_assert_true (token_owner_may (owner, "repo"));
  none = tokens_check (http, SERVICE_GITHUB_API, "ghp_words", NULL, NULL);
  g_assert_cmpstr (none->who, ==, "");
  g_assert_false (token_owner_may (none, "repo"));
}

static void
test_refused (void)
{
  static const char * const words[] = { "", "a b", "a\nb", "\303\244" };
  g_autoptr (SmallServer) server = start ();
  g_autoptr (Http) http = http_new ();
  g_autoptr (GError) error = NULL;

  g_unsetenv ("CULPRIT_BUILDKITE_API_URL");
  http_set_token (http, SERVICE_GITHUB_API, NULL);
  small_server_add (server, "/user", "HTTP/1.1 401 Unauthorized\r\n", "{\"message\": \"Bad credentials\"}");
  g_assert_null (tokens_check (http, SERVICE_GITHUB_API, "ghp_words", NULL, &error));
  g_assert_error (error, HTTP_ERROR, HTTP_ERROR_TOKEN);
  g_assert_nonnull (strstr (error->message, "GitHub does not accept the token (Bad credentials)"));
  g_assert_null (strstr (error->message, "ghp_words"));
  g_assert_false (http_has_token (http, SERVICE_GITHUB_API));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_autoptr (GError) none = NULL;

    g_assert_null (tokens_check (http, SERVICE_GITHUB_API, words[i], NULL, &none));
    g_assert_error (none, HTTP_ERROR, HTTP_ERROR_TOKEN);
  }
}

/* A token goes over https, or to this machine. */
static void
test_in_the_clear (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (Http) http = http_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *requests = NULL;

  g_setenv ("http_proxy", small_server_get_url (server), TRUE);
  g_setenv ("CULPRIT_GITHUB_API_URL", "http://quill.example", TRUE);
  small_server_add (server, "http://quill.example/user", "HTTP/1.1 401 Unauthorized\r\n", "{}");
  g_assert_null (tokens_check (http, SERVICE_GITHUB_API, "ghp_words", NULL, &error));
  requests = small_server_dup_requests (server);
  g_assert_nonnull (strstr (requests, "GET http://quill.example/user"));
  g_assert_null (strstr (requests, "ghp_words"));
  g_unsetenv ("http_proxy");
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("no_proxy", "", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/token-check/github", test_github);
  g_test_add_func ("/net/token-check/buildkite", test_buildkite);
  g_test_add_func ("/net/token-check/unknown", test_unknown);
  g_test_add_func ("/net/token-check/refused", test_refused);
  g_test_add_func ("/net/token-check/in-the-clear", test_in_the_clear);

  return g_test_run ();
}
