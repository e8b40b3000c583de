/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "log-view-prefix.h"

#define PATTERN "(?:\\(\\w+ pid=\\d+\\) )*\\((?<name>\\w+) pid=\\d+\\)(?: ERROR)?(?: |$)"

/* What is drawn of the prefix of TEXT; NULL where it has none (transfer full). */
static char *
dup_short (const char *pattern,
           const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_ANCHORED, 0, NULL);
  GString *shown = g_string_new (NULL);
  LogPrefix prefix;

  if (!log_prefix_find (regex, text, strlen (text), &prefix)) {
    g_string_free (shown, TRUE);
    return NULL;
  }
  log_prefix_append (&prefix, text, prefix.length < strlen (text), shown);
  g_string_append (shown, text + prefix.length);

  return g_string_free (shown, FALSE);
}

static void
check (const char *pattern,
       const char *text,
       const char *expected)
{
  g_autofree char *shown = dup_short (pattern, text);

  g_assert_cmpstr (shown, ==, expected);
}

/* Names take fourteen columns and a blank. */
static void
test_shown (void)
{
  check (PATTERN, "(APIServer pid=12345) lost", "APIServer      lost");
  check (PATTERN, "(APIServer pid=1) (Worker pid=2) ERROR   lost", "Worker           lost");
  check (PATTERN, "(Worker_DP2_EP2 pid=12) lost", "Worker_DP2_EP2 lost");
  check (PATTERN, "(DPMoEEngineCore pid=12) lost", "DPMoEEngineCo… lost");
  check (PATTERN, "(DPMoEEngineCore pid=12)", "DPMoEEngineCo…");
}

/* What does not start so, would not be shorter, or has more than ASCII stays as it is. */
static void
test_whole (void)
{
  check (PATTERN, "lost (APIServer pid=12345) found", NULL);
  check (PATTERN, "(API pid=1) lost", NULL);
  check (PATTERN, "", NULL);
  check ("(?<name>\\w+)", "abcdefghijklmnopq", NULL);
  check ("(?<name>x)?y+ ", "yyyyyyyyyyyyyyyyyyyyyyyyyyyy lost", NULL);
  check ("(?<name>\\S+) .{20}", "tëst abcdefghijklmnopqrstuvwxyz", NULL);
}

/* A place that is left out, or cut off the name, is not shown. */
static void
test_shows (void)
{
  LogPrefix prefix = { 40, 5, 20 };

  g_assert_false (log_prefix_shows (&prefix, 0, 3));
  g_assert_false (log_prefix_shows (&prefix, 4, 8));
  g_assert_true (log_prefix_shows (&prefix, 5, 18));
  g_assert_false (log_prefix_shows (&prefix, 5, 19));
  g_assert_false (log_prefix_shows (&prefix, 30, 45));
  g_assert_true (log_prefix_shows (&prefix, 40, 45));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/log-view-prefix/shown", test_shown);
  g_test_add_func ("/ui/log-view-prefix/whole", test_whole);
  g_test_add_func ("/ui/log-view-prefix/shows", test_shows);

  return g_test_run ();
}
