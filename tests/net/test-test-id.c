/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "test-id.h"

static TestId *
make (const char *test,
      const char *place,
      const char *suite)
{
  g_autoptr (Failure) failure = failure_new ();

  own_string_set (&failure->test, test);
  own_string_set (&failure->place, place);
  own_string_set (&failure->suite, suite);

  return test_id_new (failure);
}

static void
check_with (const TestId  *id,
            IssueLineKind  kind,
            const char    *text,
            Mention        expected)
{
  g_autofree char *words = issue_line_dup_words (text);
  IssueLine line = { kind, (char *) text, words };

  g_test_message ("%s", text);
  g_assert_cmpint (test_id_find (id, &line), ==, expected);
}

static void
check (const TestId *id,
       const char   *text,
       Mention       expected)
{
  check_with (id, ISSUE_LINE_TEXT, text, expected);
}

static void
test_function (void)
{
  g_autoptr (TestId) id = make ("tests/v1/test_page.py::test_render[a-b]", "", "");

  check (id, "tests/v1/test_page.py::test_render", MENTION_ID);
  check (id, "v1/test_page.py::test_render[c]", MENTION_ID);
  check (id, "pytest -v -s /quill/tests/v1/test_page.py::test_render -k x", MENTION_ID);
  check (id, "v1/test_page.py test_render", MENTION_ID);
  check (id, "v1/test_page.py - test_render fails", MENTION_ID);
  check (id, "test_page.py::test_render", MENTION_SHORT_ID);
  check (id, "v1/test_page.py::TestPage::test_render", MENTION_SHORT_ID);
  check (id, "v2/test_page.py::test_render", MENTION_NONE);
  check (id, "my_test_page.py::test_render", MENTION_NONE);
  check (id, "test_page.pyc::test_render", MENTION_NONE);
  check (id, "v1/test_page.py::test_render_again", MENTION_OTHER_TEST);
  check (id, "v1/test_page.py::test_load, v1/test_book.py::test_render", MENTION_OTHER_TEST);
  check (id, "v1/test_page.py, v1/test_book.py::test_render", MENTION_FILE);
  check (id, "v1/test_page.py", MENTION_FILE);
  check (id, "v1/test_page.py:12: in test_render", MENTION_NONE);
  check (id, "test_render", MENTION_NAME);
  check (id, "test_render_again", MENTION_NONE);
}

static void
test_tests_folder (void)
{
  g_autoptr (TestId) in_tests = make ("tests/test_page.py::test_render", "", "");
  g_autoptr (TestId) at_top = make ("test_page.py::test_render", "", "");

  check (in_tests, "test_page.py::test_render", MENTION_ID);
  check (at_top, "tests/test_page.py::test_render", MENTION_ID);
  check (in_tests, "v1/test_page.py::test_render", MENTION_NONE);
  check (at_top, "v1/test_page.py::test_render", MENTION_SHORT_ID);
}

static void
test_code (void)
{
  g_autoptr (TestId) id = make ("tests/v1/test_page.py::test_render", "", "");

  check_with (id, ISSUE_LINE_CODE, "FAILED v1/test_page.py::test_render - x", MENTION_ID);
  check_with (id, ISSUE_LINE_CODE, "tests/v1/test_page.py::test_render FAILED [ 4%]", MENTION_ID);
  check_with (id, ISSUE_LINE_CODE, "tests/v1/test_page.py::test_render (Press pid=1) ERROR 05-07 no ink", MENTION_NONE);
  check_with (id, ISSUE_LINE_CODE, "ERROR in test_page.py test_render", MENTION_NONE);
  check_with (id, ISSUE_LINE_CODE, "ERROR test_render", MENTION_NONE);
}

static void
test_class (void)
{
  g_autoptr (TestId) id = make ("test_page.py::TestPage::test_render", "", "");

  check (id, "test_page.py::TestPage::test_render", MENTION_ID);
  check (id, "test_page.py::test_render", MENTION_SHORT_ID);
  check (id, "test_page.py::TestBook::test_render", MENTION_OTHER_TEST);
}

static void
test_long_function (void)
{
  g_autoptr (TestId) id = make ("tests/test_page.py::test_render_two_columns", "", "");

  check (id, "test_render_two_columns", MENTION_LONG_NAME);
  check (id, "other/test_page.py::test_render_two_columns", MENTION_NONE);
}

static void
test_other_runners (void)
{
  g_autoptr (TestId) sentence = make ("page › margins › doubles with the pressure", "", "");
  g_autoptr (TestId) short_sentence = make ("renders the page", "", "");
  g_autoptr (TestId) long_word = make ("TestPagesAreCountedTwice", "", "");
  g_autoptr (TestId) browser = make ("[paper] › tests/nib.spec.js:11:1 › nib › opens", "", "");
  g_autoptr (TestId) class_behind = make ("countsTheLastOne(quill.PageTest)", "", "");
  g_autoptr (TestId) rust = make ("page::tests::loads", "", "");
  g_autoptr (TestId) java = make ("org.quill.PageTest.countsLines(int)[1]", "", "");
  g_autoptr (TestId) gtest = make ("Page.CountsTheLastOne", "", "");
  g_autoptr (TestId) go = make ("TestPages", "", "quill.example/quill/page");
  g_autoptr (TestId) placed = make ("tests/nib.spec.js: writes", "tests/nib.spec.js", "");

  check (sentence, "page > margins > doubles with the pressure fails", MENTION_ID);
  check (sentence, "the page margins", MENTION_NONE);
  check (sentence, "doubles with the pressure", MENTION_NONE);
  check (rust, "page::tests::loads", MENTION_ID);
  check (rust, "page::tests::loads_more", MENTION_NONE);
  check (java, "org.quill.PageTest.countsLines", MENTION_ID);
  check (java, "PageTest#countsLines(int)", MENTION_SHORT_ID);
  check (gtest, "Page.CountsTheLastOne", MENTION_ID);
  check (short_sentence, "it renders the page twice", MENTION_NAME);
  check (long_word, "TestPagesAreCountedTwice", MENTION_LONG_NAME);
  check (go, "TestPages", MENTION_NAME);
  check (go, "TestPages (quill.example/quill/page)", MENTION_ID);
  check (placed, "tests/nib.spec.js:3:1 › writes", MENTION_ID);
  check (placed, "tests/nib.spec.js", MENTION_FILE);
  check (placed, "it writes", MENTION_NONE);
  check (browser, "tests/nib.spec.js:3:1 › nib › opens", MENTION_ID);
  check (browser, "nib.spec.js opens", MENTION_FILE);
  check (browser, "nib opens", MENTION_NAME);
  check (class_behind, "countsTheLastOne(quill.PageTest)", MENTION_ID);
  check (class_behind, "countsTheFirstOne(quill.PageTest)", MENTION_NONE);
}

static void
test_no_test (void)
{
  g_autoptr (Failure) failure = failure_new ();

  g_assert_null (test_id_new (failure));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/test-id/function", test_function);
  g_test_add_func ("/net/test-id/tests-folder", test_tests_folder);
  g_test_add_func ("/net/test-id/code", test_code);
  g_test_add_func ("/net/test-id/class", test_class);
  g_test_add_func ("/net/test-id/long-function", test_long_function);
  g_test_add_func ("/net/test-id/other-runners", test_other_runners);
  g_test_add_func ("/net/test-id/no-test", test_no_test);

  return g_test_run ();
}
