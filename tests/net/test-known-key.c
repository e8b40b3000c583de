/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "known-key.h"

static char *
make (const char *repository,
      const char *tests)
{
  g_auto (GStrv) list = g_strsplit (tests, " ", -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (char **test = list; *test != NULL; test++)
    if (**test != '\0')
      g_ptr_array_add (names, *test);

  return known_key_new (repository, names);
}

static void
check (const char *a,
       const char *b,
       gboolean    expected)
{
  g_autofree char *first = make ("quill/quill", a);
  g_autofree char *second = make ("Quill/quill", b);

  g_test_message ("%s: %s", a, first);
  g_assert_cmpint (g_strcmp0 (first, second) == 0, ==, expected);
}

static void
test_make (void)
{
  g_autofree char *none = make ("quill/quill", "");
  g_autofree char *other = make ("quill/ink", "a.py::test_x");
  g_autofree char *key = make ("quill/quill", "a.py::test_x");

  g_assert_null (none);
  g_assert_cmpstr (key, !=, other);
  check ("a.py::test_x b.py::test_y", "b.py::test_y[1] tests/a.py::test_x a.py::test_x[2]", TRUE);
  check ("a.py::test_x", "a.py::test_x b.py::test_y", FALSE);
  check ("v1/a.py::test_x", "v2/a.py::test_x", FALSE);
}

/* Issues that are filed keep their marks. */
static void
test_stays (void)
{
  g_autofree char *key = make ("quill/quill", "tests/v1/test_page.py::test_render[a4]");

  g_assert_cmpstr (key, ==, "015f3d4823a4e5a9e0ee1b96f75a69ee527cd5a8ae2f5cacd07f1eb3ec491268");
}

/* What the log has of another issue comes before the issue's own. */
static void
test_is_in (void)
{
  g_autofree char *key = make ("quill/quill", "a.py::test_x");
  g_autofree char *other = make ("quill/quill", "a.py::test_y");
  g_autoptr (GString) body = g_string_new ("### Name\n\n<!-- culprit: 12 --> <!-- culprit: ");

  known_key_append_mark (body, other);
  g_assert_true (known_key_is_in (other, body->str));
  g_assert_false (known_key_is_in (key, body->str));
  known_key_append_mark (body, key);
  g_assert_true (known_key_is_in (key, body->str));
  g_assert_true (known_key_is_in (other, body->str));
  g_assert_true (g_str_has_suffix (body->str, " -->\n"));
  g_assert_false (known_key_is_in (key, ""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/known-key/make", test_make);
  g_test_add_func ("/net/known-key/stays", test_stays);
  g_test_add_func ("/net/known-key/is-in", test_is_in);

  return g_test_run ();
}
