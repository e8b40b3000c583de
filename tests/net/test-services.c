/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "services.h"

static void
check (const char *url,
       Service     expected,
       const char *expected_path)
{
  const char *path = "";

  g_test_message ("%s", url);
  g_assert_cmpint (service_of_url (url, &path), ==, expected);
  g_assert_cmpstr (path, ==, expected_path);
}

static void
test_public (void)
{
  check ("https://buildkite.com/vllm/ci/builds/1", SERVICE_BUILDKITE, "/vllm/ci/builds/1");
  check ("HTTPS://BuildKite.com/vllm", SERVICE_BUILDKITE, "/vllm");
  check ("https://api.buildkite.com/v2/builds", SERVICE_BUILDKITE_API, "/v2/builds");
  check ("https://github.com", SERVICE_GITHUB, "");
  check ("https://api.github.com?a", SERVICE_GITHUB_API, "?a");
  check ("http://buildkite.com/vllm", SERVICE_OTHER, "");
  check ("https://buildkite.com.example/vllm", SERVICE_OTHER, "");
  check ("https://github.com@example.com/", SERVICE_OTHER, "");
}

static void
test_set (void)
{
  g_autofree char *url = NULL;

  g_setenv ("CULPRIT_GITHUB_URL", "http://127.0.0.1:8080/github//", TRUE);
  url = service_dup_url (SERVICE_GITHUB);
  g_assert_cmpstr (url, ==, "http://127.0.0.1:8080/github");
  check ("http://127.0.0.1:8080/github/quill/quill", SERVICE_GITHUB, "/quill/quill");
  check ("http://127.0.0.1:8080/githubs", SERVICE_OTHER, "");
  check ("https://github.com/quill", SERVICE_OTHER, "");
  g_unsetenv ("CULPRIT_GITHUB_URL");
}

static void
test_private (void)
{
  g_assert_true (service_is_private ("https://example.com/a"));
  g_assert_true (service_is_private ("http://127.0.0.1:80/a"));
  g_assert_true (service_is_private ("http://[::1]/a"));
  g_assert_true (service_is_private ("http://localhost:1/a"));
  g_assert_false (service_is_private ("http://example.com/a"));
  g_assert_false (service_is_private ("http://127.0.0.1.example.com/a"));
  g_assert_false (service_is_private ("ftp://127.0.0.1/a"));
  g_assert_false (service_is_private ("no address"));
}

static void
test_local (void)
{
  static const char * const local[] = {
    "http://127.0.0.1:80/a", "https://127.0.0.1:8443/", "http://127.8.9.1", "http://127.1/a", "http://2130706433/", "http://0x7f000001/",
    "http://0.0.0.0:8080/", "http://0/", "http://[::1]/a", "https://[::]/", "http://[::ffff:127.0.0.1]/", "http://localhost:1/a",
    "HTTPS://LocalHost", "http://localhost.:8080/", "http://127.0.0.1.:8080/", "http://a.localhost/", "http://a.localhost./",
    "http://[::1%25lo]/", "http://[::%25lo]:1/", "http://[::ffff:127.0.0.1%25lo]/a", "http://maya@127.0.0.1/", "http://127.0.0.1/%zz", "http:///a", "no address",
  };
  static const char * const elsewhere[] = {
    "https://example.com/a", "http://127.0.0.1.example.com/a", "http://localhost.example.com/", "http://notlocalhost/", "http://10.0.0.1/",
    "http://[2001:db8::1]/", "http://[::ffff:10.0.0.1]/", "http://127.0.0.1@example.com/",
  };

  for (guint i = 0; i < G_N_ELEMENTS (local); i++) {
    g_test_message ("%s", local[i]);
    g_assert_true (service_is_local (local[i]));
  }
  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++) {
    g_test_message ("%s", elsewhere[i]);
    g_assert_false (service_is_local (elsewhere[i]));
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/services/public", test_public);
  g_test_add_func ("/net/services/set", test_set);
  g_test_add_func ("/net/services/private", test_private);
  g_test_add_func ("/net/services/local", test_local);

  return g_test_run ();
}
