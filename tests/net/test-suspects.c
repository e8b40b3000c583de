/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "suspects.h"

static Failure *
make_failure (void)
{
  Failure *failure = failure_new ();

  own_string_set (&failure->test, "tests/v1/test_page.py::TestPage::test_render_margins[a4]");
  own_string_set (&failure->exception, "LayoutError");
  own_string_set (&failure->message, "LayoutError: hyphenation of 12 words failed");

  return failure;
}

static void
add (GPtrArray  *pulls,
     gint64      number,
     const char *title,
     const char *files)
{
  g_auto (GStrv) list = g_strsplit (files, " ", -1);

  g_ptr_array_add (pulls, pull_new (number, title, "someone", "https://quill.example/1", (const char * const *) list));
}

static GPtrArray *
make_pulls (void)
{
  GPtrArray *pulls = g_ptr_array_new_with_free_func ((GDestroyNotify) pull_unref);

  add (pulls, 1, "Fix a typo", "README.md");
  add (pulls, 2, "Bump all", "requirements/ci.txt docs/a.md");
  add (pulls, 3, "Hyphenation by another library", "quill/words.py");
  add (pulls, 4, "Speed up", "quill/other/page.py");
  add (pulls, 5, "Less memory", "src/quill/layout/page.py");
  add (pulls, 6, "More tests", "tests/v1/test_page.py");
  add (pulls, 7, "Other tests with an assertion error", "tests/v2/test_page.py");
  add (pulls, 8, "Render MarginsBox", "tests/v1/test_page.py src/quill/layout/page.py");

  return pulls;
}

static void
check (GPtrArray     *suspects,
       guint          index,
       gint64         number,
       SuspectReason  reason,
       const char    *detail,
       double         score)
{
  const Suspect *suspect = g_ptr_array_index (suspects, index);

  g_assert_cmpint (suspect->pull->number, ==, number);
  g_assert_cmpint (suspect->reason, ==, reason);
  g_assert_cmpstr (suspect->detail, ==, detail);
  g_assert_cmpfloat (suspect->score, ==, score);
}

static void
test_rank (void)
{
  static const char * const trace[] = {
    "/opt/lib/python3/quill/layout/page.py", "/opt/lib/python3/json/decoder.py", NULL
  };
  g_autoptr (Failure) failure = make_failure ();
  g_autoptr (GPtrArray) pulls = make_pulls ();
  guint n_others;
  g_autoptr (GPtrArray) suspects = suspects_rank (pulls, failure, trace, &n_others);

  g_assert_cmpuint (suspects->len, ==, 5);
  g_assert_cmpuint (n_others, ==, 3);
  check (suspects, 0, 8, SUSPECT_CHANGES_TEST, "tests/v1/test_page.py", 20);
  check (suspects, 1, 6, SUSPECT_CHANGES_TEST, "tests/v1/test_page.py", 10);
  check (suspects, 2, 5, SUSPECT_CHANGES_TRACE, "src/quill/layout/page.py", 6);
  check (suspects, 3, 3, SUSPECT_TITLE, "hyphenation", 2);
  check (suspects, 4, 2, SUSPECT_CHANGES_SETUP, "requirements/ci.txt", 1);
}

static void
test_why (void)
{
  g_autoptr (Failure) failure = make_failure ();
  g_autoptr (GPtrArray) pulls = make_pulls ();
  g_autoptr (GPtrArray) suspects = suspects_rank (pulls, failure, NULL, NULL);
  g_autofree char *why = suspect_dup_why (g_ptr_array_index (suspects, 0));

  g_assert_cmpstr (why, ==, "Changes tests/v1/test_page.py, the test’s own file");
}

static void
test_nothing_known (void)
{
  g_autoptr (Failure) failure = failure_new ();
  g_autoptr (GPtrArray) pulls = g_ptr_array_new_with_free_func ((GDestroyNotify) pull_unref);
  g_autoptr (GPtrArray) suspects = NULL;
  guint n_others;

  g_ptr_array_add (pulls, pull_new (1, NULL, NULL, NULL, NULL));
  suspects = suspects_rank (pulls, failure, NULL, &n_others);
  g_assert_cmpuint (suspects->len, ==, 0);
  g_assert_cmpuint (n_others, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/suspects/rank", test_rank);
  g_test_add_func ("/net/suspects/why", test_why);
  g_test_add_func ("/net/suspects/nothing-known", test_nothing_known);

  return g_test_run ();
}
