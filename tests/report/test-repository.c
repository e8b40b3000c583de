/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "repository.h"

static void
test_valid (void)
{
  static const char * const valid[] = { "vllm-project/vllm", "a/b", "a.b_c/d-e.f" };
  static const char * const invalid[] = {
    "", "vllm", "/vllm", "vllm/", "a/b/c", "owner/name\n", "owner\n/name", "a b/c", "a/b?c", "a/b#c", "https://a/b",
  };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    g_assert_true (repository_is_valid (valid[i]));
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_false (repository_is_valid (invalid[i]));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/repository/valid", test_valid);

  return g_test_run ();
}
