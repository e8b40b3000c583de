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
};

static void
test_match (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Stamp) stamp = stamp_new (cases[i].template);
    gint64 time = 0;

    g_test_message ("%s", cases[i].text);
    g_assert_cmpuint (stamp_match (stamp, cases[i].text, strlen (cases[i].text), &time), ==,
                      cases[i].length);
    if (cases[i].length > 0)
      g_assert_cmpint (time, ==, cases[i].time);
  }
}

static void
test_broken_templates (void)
{
  g_autofree char *long_template = g_strnfill (100, 'x');

  g_assert_null (stamp_new (""));
  g_assert_null (stamp_new ("hh:mm:ss"));
  g_assert_null (stamp_new ("YY-MM-DD hh:mm:ss"));
  g_assert_null (stamp_new (long_template));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stamp/match", test_match);
  g_test_add_func ("/stamp/broken-templates", test_broken_templates);

  return g_test_run ();
}
