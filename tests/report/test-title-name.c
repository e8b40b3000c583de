/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "title-name.h"

/* From TITLE_NAME_FOLDER to TITLE_NAME_FUNCTION. */
static const struct {
  const char *name;
  const char *levels[4];
} cases[] = {
  { "tests/a.py::TestX::test_y[1-b]",
    { "tests/", "tests/a.py", "tests/a.py::TestX", "tests/a.py::TestX::test_y" } },
  { "a.py::test_y", { "a.py", "a.py", "a.py", "a.py::test_y" } },
  { "tests/a.py", { "tests/", "tests/a.py", "tests/a.py", "tests/a.py" } },
  { "org.a.XTest.loads(int)[1]", { "org.a", "org.a.XTest", "org.a.XTest", "org.a.XTest.loads" } },
  { "XTest > loads()", { "XTest", "XTest", "XTest", "XTest > loads" } },
  { "a.b.XTest#loads", { "a.b.XTest", "a.b.XTest", "a.b.XTest", "a.b.XTest#loads" } },
  { "src/a.test.ts > Store > loads", { "src/", "src/a.test.ts", "src/a.test.ts > Store",
                                       "src/a.test.ts > Store > loads" } },
  { "TestX/sub_case", { "TestX", "TestX", "TestX", "TestX" } },
  { "All/Suite.Case/0", { "All/", "All/Suite.Case", "All/Suite.Case", "All/Suite.Case" } },
  { "a::tests::loads", { "a", "a", "a::tests", "a::tests::loads" } },
  { "A\\XTest::testY with data set #0", { "A\\XTest", "A\\XTest", "A\\XTest", "A\\XTest::testY" } },
  { "test_x (a.b.TestX.test_x)", { "test_x (a.b.TestX", "test_x (a.b.TestX", "test_x (a.b.TestX",
                                   "test_x (a.b.TestX" } },
  { "//pkg/a:b_test", { "//pkg/", "//pkg/a:b_test", "//pkg/a:b_test", "//pkg/a:b_test" } },
  { "reads nothing", { "reads nothing", "reads nothing", "reads nothing", "reads nothing" } },
  { "[1]", { "[1]", "[1]", "[1]", "[1]" } },
  { "::x", { "::x", "::x", "::x", "::x" } },
};

static void
test_levels (void)
{
  g_autoptr (TitleNameCutter) cutter = title_name_cutter_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    for (guint level = 0; level < G_N_ELEMENTS (cases[i].levels); level++) {
      gsize length = title_name_cut (cutter, cases[i].name, level);
      g_autofree char *kept = g_strndup (cases[i].name, length);

      g_assert_cmpstr (kept, ==, cases[i].levels[level]);
    }
    g_assert_cmpuint (title_name_cut (cutter, cases[i].name, TITLE_NAME_WHOLE), ==,
                      strlen (cases[i].name));
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/title-name/levels", test_levels);

  return g_test_run ();
}
