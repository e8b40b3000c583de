/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "utc-time.h"

static void
check (gint64      seconds,
       const char *expected)
{
  g_autofree char *text = utc_time_dup_text (seconds);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_text (void)
{
  check (0, "1970-01-01T00:00:00Z");
  check (1778141500, "2026-05-07T08:11:40Z");
  check (1778141500 - SECONDS_A_DAY, "2026-05-06T08:11:40Z");
  check (-1, "1969-12-31T23:59:59Z");
  check (G_MAXINT64, "");
  check (G_MININT64, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/utc-time/text", test_text);

  return g_test_run ();
}
