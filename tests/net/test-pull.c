/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "pull.h"

static void
test_copies (void)
{
  char title[] = "Turn the page";
  const char *files[] = { "quill/page.py", "\xff.py", NULL };
  Pull *pull = pull_new (12, title, "maya", "https://quill.example/12", files);

  title[0] = 'B';
  files[0] = "other";
  g_assert_cmpint (pull->number, ==, 12);
  g_assert_cmpstr (pull->title, ==, "Turn the page");
  g_assert_cmpstr (pull->author, ==, "maya");
  g_assert_cmpstr (pull->url, ==, "https://quill.example/12");
  g_assert_cmpuint (g_strv_length (pull->files), ==, 2);
  g_assert_cmpstr (pull->files[0], ==, "quill/page.py");
  g_assert_cmpstr (pull->files[1], ==, "\xef\xbf\xbd.py");
  pull_unref (pull);
}

static void
test_nothing (void)
{
  Pull *pull = pull_new (0, NULL, NULL, "\xc3", NULL);

  g_assert_cmpstr (pull->title, ==, "");
  g_assert_cmpstr (pull->author, ==, "");
  g_assert_cmpstr (pull->url, ==, "\xef\xbf\xbd");
  g_assert_nonnull (pull->files);
  g_assert_cmpuint (g_strv_length (pull->files), ==, 0);
  pull_unref (pull);
}

static void
test_held (void)
{
  Pull *pull = pull_new (12, "Turn", NULL, NULL, NULL);
  Pull *held = pull_ref (pull);

  pull_unref (pull);
  g_assert_cmpstr (held->title, ==, "Turn");
  pull_unref (held);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/pull/copies", test_copies);
  g_test_add_func ("/net/pull/nothing", test_nothing);
  g_test_add_func ("/net/pull/held", test_held);

  return g_test_run ();
}
