/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "ci-unwrapper.h"

static const CiFormat *
find (const CiFormats *formats,
      const char      *name)
{
  for (guint i = 0; i < ci_formats_get_n (formats); i++)
    if (g_str_equal (ci_format_get_name (ci_formats_get (formats, i)), name))
      return ci_formats_get (formats, i);

  return NULL;
}

/* The colours of a line whose start is replaced stay where they are. What becomes of whole logs is in tests/logs/ci. */
static void
test_styles (void)
{
  static const LineStyle styles[] = { { 0, 3, 1, 0 }, { 9, 4, 2, 0 }, { 20, 2, 3, 1 } };
  const char *text = "##[error]Bash exited wrong";
  g_autoptr (CiFormats) formats = ci_formats_load (NULL);
  g_autoptr (CiUnwrapper) unwrapper = ci_unwrapper_new (find (formats, "azure"));
  Line line = {
    .text = text, .length = strlen (text), .time = LINE_NO_TIME, .styles = styles, .n_styles = 3,
  };

  g_assert_true (ci_unwrapper_take (unwrapper, &line, NULL));
  g_assert_cmpmem (line.text, line.length, "Error: Bash exited wrong", 24);
  g_assert_cmpuint (line.n_styles, ==, 2);
  g_assert_cmpuint (line.styles[0].start, ==, 7);
  g_assert_cmpuint (line.styles[0].length, ==, 4);
  g_assert_cmpuint (line.styles[1].start, ==, 18);
  g_assert_cmpuint (line.styles[1].bold, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ci-unwrapper/styles", test_styles);

  return g_test_run ();
}
