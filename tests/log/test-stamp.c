/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "stamp.h"

typedef struct {
  const char *template;
  const char *text;
  gsize       length;
  gint64      time;
} Case;

#define BRACKETS "[YYYY-MM-DDThh:mm:ssZ] "
#define ZONES    "YYYY-MM-DDThh:mm:ssFz "
#define GITHUB   "YYYY-MM-DDThh:mm:ss.fffffffZ "

static const Case cases[] = {
  { BRACKETS, "[2025-05-20T03:26:38Z] ERROR", 23, 1747711598000 },
  { BRACKETS, "[2025-05-20T03:26:38Z] ", 23, 1747711598000 },
  { BRACKETS, "[2025-05-20T03:26:38Z]", 22, 1747711598000 },
  { BRACKETS, "[2025-05-20T03:26:38Z]x", 0, 0 },
  { BRACKETS, "[2025-05-20T03:26:38", 0, 0 },
  { BRACKETS, "[2025-05-20 03:26:38Z] x", 0, 0 },
  { BRACKETS, "[2025-13-20T03:26:38Z] x", 0, 0 },
  { BRACKETS, "[2025-02-29T03:26:38Z] x", 0, 0 },
  { BRACKETS, "[2024-02-29T24:26:38Z] x", 0, 0 },
  { BRACKETS, "[0000-01-01T00:00:00Z] x", 0, 0 },
  { BRACKETS, "[1970-01-01T00:00:00Z] x", 23, 0 },
  { BRACKETS, "[2024-02-29T23:59:60Z] x", 23, 1709251200000 },
  { BRACKETS, "", 0, 0 },
  { GITHUB, "2026-01-02T03:04:05.9876543Z x", 29, 1767323045987 },
  { GITHUB, "2026-01-02T03:04:05.0010000Z x", 29, 1767323045001 },
  { BRACKETS, "[2025-05-20T03:26:38Z]\r\n", 22, 1747711598000 },
  { BRACKETS, "[2025-05-20T03:26:38Z]\nx", 22, 1747711598000 },
  { ZONES, "2025-05-20T03:26:38Z x", 21, 1747711598000 },
  { ZONES, "2025-05-20T05:56:38.5+02:30 x", 28, 1747711598500 },
  { ZONES, "2025-05-20T01:26:38,123456789-0200 x", 35, 1747711598123 },
  { ZONES, "2025-05-20T04:26:38.12+01 x", 26, 1747711598120 },
  { ZONES, "2025-05-20T03:26:38. x", 0, 0 },
  { ZONES, "2025-05-20T03:26:38+99:00 x", 0, 0 },
  { ZONES, "2025-05-20T03:26:38+0 x", 0, 0 },
  { ZONES, "2025-05-20T03:26:38", 0, 0 },
  { "[task YYYY-MM-DDThh:mm:ss.fffZ] ", "[task 2025-05-20T03:26:38.004Z] x", 32, 1747711598004 },
  { "[fetches YYYY-MM-DDThh:mm:ssZ] ", "[fetches 2025-05-20T03:26:38Z] x", 31, 1747711598000 },
  { "YYYY-MM-DDThh:mm:ss.ffffffZ xxO ", "2025-05-20T03:26:38.004000Z 0aO x", 32,
    1747711598004 },
  { "YYYY-MM-DDThh:mm:ss.ffffffZ xxO ", "2025-05-20T03:26:38.004000Z 0gO x", 0, 0 },
  { "[hh:mm:ss]?: ", "[01:00:01]W: x", 13, 3601000 },
  { "[hh:mm:ss]?: ", "[01:00:01]\n: x", 0, 0 },
  { "*\t*\thh:mm:ss ", "a job\tstep\t01:00:01 x\ty", 20, 3601000 },
  { "*\t*\thh:mm:ss ", "a\n\tb\t01:00:01 x", 0, 0 },
  { "*\t*\thh:mm:ss ", "a\tb 01:00:01 x", 0, 0 },
  { "*\t", "a\tb", 2, LINE_NO_TIME },
  { "[hh:mm:ss]", "[01:00:01] x", 10, 3601000 },
  { "[hh:mm:ss]", "[24:00:01] x", 0, 0 },
};

static void
test_match (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Stamp) stamp = stamp_new (cases[i].template);
    gint64 time = 0;

    g_test_message ("%s", cases[i].text);
    g_assert_cmpuint (stamp_match (stamp, NULL, cases[i].text, strlen (cases[i].text), &time),
                      ==, cases[i].length);
    if (cases[i].length > 0)
      g_assert_cmpint (time, ==, cases[i].time);
  }
}

/* What the last stamp had in common with one says nothing else of it. */
static void
test_memory (void)
{
  static const struct {
    const char *text;
    gsize       length;
    gint64      time;
  } lines[] = {
    { "2025-05-20T03:26:38.1+01:00 x", 28, 1747707998100 },
    { "2025-05-20T03:26:39+01:00 x", 26, 1747707999000 },
    { "2025-05-20T03:26:39Z x", 21, 1747711599000 },
    { "2025-05-20T03:26:99Z x", 0, 0 },
    { "2025-05-20T03:26:", 0, 0 },
    { "2025-05-20T03:2", 0, 0 },
    { "2025-05-20T03:27:39Z x", 21, 1747711659000 },
    { "2025-13-20T03:27:39Z x", 0, 0 },
    { "2025-05-20T03:27:40Z x", 21, 1747711660000 },
  };
  g_autoptr (Stamp) stamp = stamp_new (ZONES);
  StampMemory memory = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    gint64 time = 0;

    g_assert_cmpuint (stamp_match (stamp, &memory, lines[i].text, strlen (lines[i].text), &time),
                      ==, lines[i].length);
    g_assert_cmpint (time, ==, lines[i].time);
  }
}

static void
test_broken_templates (void)
{
  g_autofree char *long_template = g_strnfill (100, 'x');

  g_assert_null (stamp_new (""));
  g_assert_null (stamp_new ("hh:mm"));
  g_assert_null (stamp_new ("YYYY-MM-DD"));
  g_assert_null (stamp_new ("*hh:mm:ss"));
  g_assert_null (stamp_new ("hh:mm:ss *"));
  g_assert_null (stamp_new ("MM-DD hh:mm:ss"));
  g_assert_null (stamp_new ("YYYY-MM-DD hh:mm:ss mm"));
  g_assert_null (stamp_new ("YYYY-MM-DD hh:mm:ss\n"));
  g_assert_null (stamp_new ("YY-MM-DD hh:mm:ss"));
  g_assert_null (stamp_new (long_template));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stamp/match", test_match);
  g_test_add_func ("/stamp/memory", test_memory);
  g_test_add_func ("/stamp/broken-templates", test_broken_templates);

  return g_test_run ();
}
