/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "cache-folder.h"

#include "kept-answers.h"

#define URL "https://api.github.com/x"

static void
store (const char *url,
       gboolean    with_token,
       const char *body)
{
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));
  KeptAnswer answer = { .etag = (char *) "\"1\"", .next_url = (char *) "https://api.github.com/x?page=2", .body = bytes };

  kept_answer_store (url, with_token, &answer);
}

static void
check (const char *url,
       gboolean    with_token,
       const char *expected)
{
  g_autoptr (KeptAnswer) answer = kept_answer_load (url, with_token);

  if (expected == NULL) {
    g_assert_null (answer);
    return;
  }
  g_assert_nonnull (answer);
  g_assert_cmpstr (answer->etag, ==, "\"1\"");
  g_assert_cmpstr (answer->next_url, ==, "https://api.github.com/x?page=2");
  g_assert_cmpmem (g_bytes_get_data (answer->body, NULL), g_bytes_get_size (answer->body), expected, strlen (expected));
}

static void
test_kept (void)
{
  check (URL, FALSE, NULL);
  store (URL, FALSE, "{}");
  check (URL, FALSE, "{}");
  store (URL, FALSE, "");
  check (URL, FALSE, "");
}

/* What somebody with a token saw is not for somebody without, nor the other way round. */
static void
test_token (void)
{
  store (URL, TRUE, "secret");
  store (URL, FALSE, "public");
  check (URL, TRUE, "secret");
  check (URL, FALSE, "public");
}

static void
test_too_large (void)
{
  g_autofree char *large = g_strnfill (9 * 1024 * 1024, 'x');

  store (URL "/large", FALSE, large);
  check (URL "/large", FALSE, NULL);
}

/* Any bytes in place of what was kept, and another's answer. */
static void
test_broken (void)
{
  g_autofree char *path = cache_folder_dup_path (&cache_folder_answers, URL);
  g_autofree char *other = cache_folder_dup_path (&cache_folder_answers, URL "/other");
  g_autofree char *content = NULL;
  gsize length;

  store (URL, FALSE, "{\"a\": 1}");
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (other, content, length, NULL));
  check (URL "/other", FALSE, NULL);
  for (gsize i = 0; i < length; i++) {
    g_assert_true (g_file_set_contents (path, content, i, NULL));
    check (URL, FALSE, NULL);
  }
  for (gsize i = 0; i < length; i++) {
    g_autofree char *changed = g_memdup2 (content, length);
    g_autoptr (KeptAnswer) answer = NULL;

    changed[i] ^= 0xff;
    g_assert_true (g_file_set_contents (path, changed, length, NULL));
    answer = kept_answer_load (URL, FALSE);
    g_assert_true (answer == NULL || (answer->etag != NULL && answer->next_url != NULL && answer->body != NULL));
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/net/kept-answers/kept", test_kept);
  g_test_add_func ("/net/kept-answers/token", test_token);
  g_test_add_func ("/net/kept-answers/too-large", test_too_large);
  g_test_add_func ("/net/kept-answers/broken", test_broken);

  return g_test_run ();
}
