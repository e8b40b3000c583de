/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "masker.h"
#include "secret-list.h"

#define KEY_LINE "MIIEowIBAAKCAQEAx9Zb1cD3eF5gH7iJ9kL1mN3oP5qR7sT9uV1wX3yZ5aB7cD9e"
#define OTHER_LINE "Qw2eRt4yUi6oPa8sDf0gHj1kLz3xCv5bNm7qWe9rTy2uIo4pAs6dFg8hJk0lZx1c"

static SecretList *
list (const char *text)
{
  SecretList *secrets = secret_list_new ();
  g_autoptr (Masker) masker = masker_new ();
  g_autofree char *masked = NULL;

  masker_set_list (masker, secrets);
  masker_set_line (masker, 1);
  masked = masker_dup_text (masker, text);

  return secrets;
}

static void
test_places (void)
{
  g_autoptr (SecretList) secrets = list ("HF_TOKEN=abcdef123\n/home/alice/a /home/alice/b\n"
                                         "x\nHF_TOKEN=abcdef123 10.1.2.3");
  const Secret *token = g_ptr_array_index (secrets->secrets, 0);
  const Secret *folder = g_ptr_array_index (secrets->secrets, 1);
  g_autofree char *hint = secret_dup_hint (token);

  g_assert_cmpuint (secrets->secrets->len, ==, 3);
  g_assert_cmpuint (secrets->n_masked, ==, 2);
  g_assert_cmpuint (secret_list_count_shown (secrets), ==, 2);
  g_assert_cmpstr (token->kind, ==, "secret");
  g_assert_cmpuint (token->n_places, ==, 2);
  g_assert_cmpuint (token->lines->len, ==, 2);
  g_assert_cmpint (g_array_index (token->lines, gint64, 1), ==, 4);
  g_assert_cmpstr (hint, ==, "abc…");
  g_assert_true (folder->is_personal);
  g_assert_cmpuint (folder->n_places, ==, 2);
  g_assert_cmpuint (folder->n_masked, ==, 0);
}

static void
test_personal (void)
{
  static const char * const shown[] = {
    "/home/alice", "/Users/alice/x", "C:\\Users\\alice\\x", "C:\\\\Users\\\\alice\\\\x", "file:///home/alice/x",
    "alice@corp.io", "mail from alice.b+c@mail.corp.io:", "10.0.3.17", "at 192.168.1.20:8000", "172.20.3.4",
    "ip-10-0-3-4", "ip-10-0-3-4.ec2.internal", "node1.us-west-2.compute.internal", "http://build.corp/x",
    "gpu-7.cluster.local",
  };
  static const char * const said_nothing[] = {
    "/home/runner/work", "/Users/runner/x", "C:\\Users\\runneradmin\\x", "/home/vsts/x", "/root/x",
    "git@github.com:o/r", "x@users.noreply.github.com", "actions/checkout@v4.1", "node@20.1.0", "@types/node",
    "me@example.org", "user@1000.service", "x@main.py", "127.0.0.1", "8.8.8.8", "10.0.19041.1", "172.17.0.2",
    "v10.1.2.3", "version 10.1.2", "threading.local()", "self.internal", "host.docker.internal", "java.lang.internal.X",
  };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++) {
    g_autoptr (SecretList) secrets = list (shown[i]);

    g_test_message ("%s", shown[i]);
    g_assert_cmpuint (secret_list_count_shown (secrets), ==, 1);
    g_assert_cmpuint (secrets->n_masked, ==, 0);
  }
  for (guint i = 0; i < G_N_ELEMENTS (said_nothing); i++) {
    g_autoptr (SecretList) secrets = list (said_nothing[i]);

    g_test_message ("%s", said_nothing[i]);
    g_assert_cmpuint (secrets->secrets->len, ==, 0);
  }
}

/* All lines of a key are one secret, and all of them are switched. */
static void
test_key (void)
{
  const char *text = "-----BEGIN RSA PRIVATE KEY-----\n" KEY_LINE "\nabcd==\n-----END RSA PRIVATE KEY-----";
  g_autoptr (SecretList) secrets = list (text);
  Secret *key = g_ptr_array_index (secrets->secrets, 0);
  g_autoptr (SecretList) found = secret_list_new ();
  g_autoptr (Masker) masker = NULL;
  g_autofree char *kept = NULL;

  g_assert_cmpuint (secrets->secrets->len, ==, 1);
  g_assert_cmpuint (secrets->n_masked, ==, 1);
  g_assert_cmpuint (key->texts->len, ==, 4);

  secret_set_masked (key, FALSE);
  masker = masker_new ();
  masker_set_list (masker, found);
  kept = masker_dup_text (masker, text);
  g_assert_cmpstr (kept, ==, text);
  g_assert_cmpuint (found->n_masked, ==, 0);
  secret_set_masked (key, TRUE);
}

static void
check_hint (const char *text,
            const char *expected)
{
  g_autoptr (SecretList) secrets = list (text);
  const Secret *key = g_ptr_array_index (secrets->secrets, 0);
  g_autofree char *hint = secret_dup_hint (key);

  g_assert_cmpuint (secrets->secrets->len, ==, 1);
  g_assert_cmpuint (key->texts->len, >, 1);
  g_assert_cmpstr (hint, ==, expected);
}

/* Of a key the line that says so is shown, and nothing that it is made of. */
static void
test_hint_of_key (void)
{
  check_hint ("-----BEGIN RSA PRIVATE KEY-----\n" KEY_LINE "\nabcd==\n-----END RSA PRIVATE KEY-----", "-----BEGIN RSA PRIVATE KEY-----");
  check_hint ("Private-Lines: 2\n" KEY_LINE "\n" KEY_LINE "x\nPrivate-MAC: 0123abcd", "Private-Lines: 2");
  check_hint (KEY_LINE "\n" OTHER_LINE "\nabcd==\n-----END RSA PRIVATE KEY-----", "MIIEow…");
}

static void
test_merge (void)
{
  g_autoptr (SecretList) secrets = list ("HF_TOKEN=abcdef123");
  g_autoptr (SecretList) other = list ("\nHF_TOKEN=abcdef123 GH_TOKEN=ghijkl456");
  const Secret *token = g_ptr_array_index (secrets->secrets, 0);

  secret_list_merge (secrets, other);
  g_assert_cmpuint (secrets->secrets->len, ==, 2);
  g_assert_cmpuint (secrets->n_masked, ==, 3);
  g_assert_cmpuint (token->n_places, ==, 2);
  g_assert_cmpuint (token->lines->len, ==, 2);
}

static void
test_full (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SecretList) secrets = NULL;

  for (guint i = 0; i < SECRET_LIST_MAX + 10; i++)
    g_string_append_printf (text, "HF_TOKEN=abc%u\n", 100000 + i);
  secrets = list (text->str);
  g_assert_cmpuint (secrets->secrets->len, ==, SECRET_LIST_MAX);
  g_assert_cmpuint (secrets->n_masked, ==, SECRET_LIST_MAX + 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/secret-list/places", test_places);
  g_test_add_func ("/secret-list/personal", test_personal);
  g_test_add_func ("/secret-list/key", test_key);
  g_test_add_func ("/secret-list/hint-of-key", test_hint_of_key);
  g_test_add_func ("/secret-list/merge", test_merge);
  g_test_add_func ("/secret-list/full", test_full);

  return g_test_run ();
}
