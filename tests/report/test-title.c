/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>
#include <time.h>

#include "title.h"

static GPtrArray *
split (const char *names)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (names, "\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      g_ptr_array_add (array, g_strdup (parts[i]));

  return array;
}

static const struct {
  const char *failed;
  const char *passed;
  const char *pattern;
} cases[] = {
  /* One is the beginning of the other. */
  { "distributed/test_elastic_ep.py::test_elastic_ep_scaling\n"
    "distributed/test_elastic_ep.py::test_elastic_ep_scaling_uneven", "",
    "distributed/test_elastic_ep.py::test_elastic_ep_scaling" },
  /* Parameters go where no other parameters passed. */
  { "a/test_x.py::test_y[1-two]", "", "a/test_x.py::test_y" },
  { "a/test_x.py::test_y[1-two]\na/test_x.py::test_y[2-two]", "a/test_x.py::test_z[1]",
    "a/test_x.py::test_y" },
  { "a/test_x.py::test_y[1-two]", "a/test_x.py::test_y[2-two]", "a/test_x.py::test_y\\[1-two\\]" },
  { "a.py::test_y[D.DELTA]\na.py::test_y[D.FINAL]", "a.py::test_y[D.NONE]",
    "a.py::test_y\\[D.(DELTA|FINAL)\\]" },
  /* A passed one begins like it. */
  { "a.py::test_y", "a.py::test_y_more", "a.py::test_y$" },
  { "a.py::test_y[1]", "a.py::test_y_more[1]", "a.py::test_y\\[" },
  { "a.py::test_y\na.py::test_y_b", "a.py::test_y_a", "a.py::test_(y$|y_b)" },
  /* Several tests, several files. */
  { "tests/x.py::test_save\ntests/x.py::test_load", "tests/x.py::test_list",
    "tests/x.py::test_(load|save)" },
  { "v1/a.py::test_one\nv1/b.py::test_two", "", "v1/(a.py::test_one|b.py::test_two)" },
  { "alpha::one\nbeta::two", "", "alpha::one|beta::two" },
  /* Shorter, since it is read by people. */
  { "entrypoints/llm/test_generate.py::test_v1_v2_api_consistency_single_prompt_tokens[p0]\n"
    "entrypoints/llm/test_generate.py::test_v1_v2_api_consistency_single_prompt_tokens[p1]\n"
    "entrypoints/llm/test_generate.py::test_v1_v2_api_consistency_multi_prompt_tokens\n"
    "entrypoints/llm/test_generate.py::test_multiple_sampling_params", "",
    "entrypoints/llm/test_generate.py::test_(multiple_sampling_params|v1_v2_api_consistency)" },
  /* Not shorter where that would match one that passed. */
  { "test_one_two_three_four_five_six_seven_eight_nine_a\n"
    "test_one_two_three_four_five_six_seven_eight_nine_b\n"
    "test_ten_eleven_twelve_thirteen_fourteen", "test_one_two_three_four_five_six_seven_eight_nine_c",
    "test_(one_two_three_four_five_six_seven_eight_nine_(a|b)|ten_eleven_twelve_thirteen_fourteen)" },
  /* Files rather than what their folders have in common. */
  { "tests/kernels/quantization/distributed/test_block_matmul.py::test_block_matmul_is_right\n"
    "tests/entrypoints/openai/some_other_folder/test_chat_completion.py::test_named_tool_use_streaming", "",
    "test_(block_matmul.py::test_block_matmul_is_right|chat_completion.py::test_named_tool_use_streaming)" },
  { "a.py::test_$(x)+", "", "a.py::test_\\$\\(x\\)\\+" },
  { "pkg::Übung::größe[ä]", "", "pkg::Übung::größe" },
  /* Files, classes and functions in common stand once. */
  { "t/a.py::TestA::test_x\nt/a.py::TestA::test_y\nt/a.py::TestB::test_x", "",
    "t/a.py::Test(A::test_(x|y)|B::test_x)" },
  { "t/a.py::TestA::test_x\nt/a.py::TestB::test_x", "", "t/a.py::Test(A|B)::test_x" },
  { "v1/a.py::test_x\nv1/a.py::test_y\nv1/b.py::test_z", "", "v1/(a.py::test_(x|y)|b.py::test_z)" },
  { "v1/a/t.py::test_x\nv2/b/u.py::test_y\nv2/b/u.py::test_z\nw.py::test_q", "",
    "v1/a/t.py::test_x|v2/b/u.py::test_(y|z)|w.py::test_q" },
  { "a.py::test_fast_path\na.py::test_slow_path", "", "a.py::test_(fast|slow)_path" },
  /* Parameters: what those that failed have and those that passed have not. */
  { "a.py::test_y[fp8-1]\na.py::test_y[fp8-2]", "a.py::test_y[bf16-1]", "a.py::test_y\\[fp8" },
  { "a.py::test_y[1-fp8-a]\na.py::test_y[2-fp8-b]", "a.py::test_y[1-bf16-a]\na.py::test_y[2-bf16-b]",
    "a.py::test_y.*fp8" },
  { "a.py::test_y[True-1]\na.py::test_y[True-2]\nb.py::test_z", "a.py::test_y[False-1]\nb.py::test_zz",
    "a.py::test_y\\[True|b.py::test_z$" },
  { "a.py::test_y[1]\na.py::test_y[12]", "a.py::test_y[2]", "a.py::test_y\\[(12|1)\\]" },
  { "a.py::test_y\na.py::test_y[1]", "a.py::test_y_more", "a.py::test_y($|\\[1\\])" },
  { "a.py::test_y\na.py::test_y[1]", "a.py::test_y[2]", "a.py::test_y($|\\[1\\])" },
  /* Others are in the middle of those that passed. */
  { "test_a", "my_test_a", "^test_a" },
  { "a.b", "axb", "^a\\.b$" },
  { "a.b", "axb\nza.b\na.bc", "^a\\.b$" },
  { "a.py::test_y[1]", "b/a.py::test_y[1]", "^a.py::test_y\\[" },
  /* Go */
  { "TestStore", "", "TestStore" },
  { "TestStore\nTestStore/reads_all\nTestStore/writes", "TestOther", "TestStore" },
  { "TestStore/reads_all\nTestStore/writes", "TestStore/closes", "TestStore/(reads_all|writes)" },
  { "TestStore\nTestStore/reads_all", "TestStore/closes", "TestStore($|/reads_all)" },
  { "TestStore\nTestCloses", "TestReads", "Test(Closes|Store)" },
  { "github.com/a/b/store.TestStore/x\ngithub.com/a/b/store.TestStore/y", "",
    "github.com/a/b/store.TestStore" },
  /* JUnit and its kin */
  { "org.a.StoreTest.reads\norg.a.StoreTest.writes", "org.a.StoreTest.closes",
    "org.a.StoreTest.(reads|writes)" },
  { "org.a.StoreTest.reads(int)[1]\norg.a.StoreTest.reads(int)[2]", "org.a.StoreTest.readsAll",
    "org.a.StoreTest.reads\\(" },
  { "StoreTest > reads()", "StoreTest > writes()", "StoreTest > reads" },
  { "org.a.StoreTest > reads\norg.a.StoreTest > writes\norg.a.CloseTest > closes", "",
    "org.a.(CloseTest > closes|StoreTest > (reads|writes))" },
  { "StoreTest#reads\nStoreTest#writes", "", "StoreTest#(reads|writes)" },
  { "Ns.StoreTest.Reads(x: 1, y: \"a\")\nNs.StoreTest.Reads(x: 2, y: \"b\")", "Ns.StoreTest.Writes(x: 1)",
    "Ns.StoreTest.Reads" },
  /* unittest */
  { "test_x (tests.test_a.TestA.test_x)\ntest_y (tests.test_a.TestA.test_y)", "",
    "test_(x|y) \\(tests.test_a.TestA" },
  /* GoogleTest */
  { "Suite.Case/0\nSuite.Case/1", "Suite.Other/0", "Suite.Case" },
  { "All/Suite.Case/0\nAll/Suite.Case/1", "All/Suite.Case/2", "All/Suite.Case/(0|1)" },
  { "Suite/0.Case", "Suite/1.Case", "Suite/0.Case" },
  /* Rust */
  { "store::tests::reads\nstore::tests::writes", "store::tests::closes",
    "store::tests::(reads|writes)" },
  { "store::tests::reads\nstore::tests::writes\ncloser::tests::closes", "",
    "closer::tests::closes|store::tests::(reads|writes)" },
  /* Descriptions */
  { "Store when empty reads nothing\nStore when full writes nothing", "Store when open reads",
    "Store when (empty reads|full writes) nothing" },
  { "./spec/store_spec.rb:12\n./spec/store_spec.rb:30", "", "./spec/store_spec.rb:(12|30)" },
  { "src/store.test.ts > Store > reads\nsrc/store.test.ts > Store > writes", "src/store.test.ts > Store > closes",
    "src/store.test.ts > Store > (reads|writes)" },
  { "Store › reads\nStore › writes (twice)", "Store › closes",
    "Store › (reads|writes \\(twice\\))" },
  { "App\\Tests\\StoreTest::testReads with data set #0\n"
    "App\\Tests\\StoreTest::testReads with data set \"a\" (1, 2)", "App\\Tests\\StoreTest::testWrites",
    "App\\\\Tests\\\\StoreTest::testReads" },
  { "test reads (App.StoreTest)\ntest writes (App.StoreTest)", "",
    "test (reads|writes) \\(App.StoreTest\\)" },
  { "//pkg/a:store_test\n//pkg/b:close_test", "//pkg/a:other_test",
    "//pkg/(a:store|b:close)_test" },
  { "test_one\ntest_two", "test_three", "test_(one|two)" },
  { "[x] (y) {z} ^a$ |*+?\\", "[x] (y)", "\\[x\\] \\(y\\) \\{z\\} \\^a\\$ \\|\\*\\+\\?\\\\" },
  /* Nothing tells them apart. */
  { "a.py::test_y", "a.py::test_y", NULL },
  { "", "a.py::test_y", NULL },
};

static void
test_patterns (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) failed = split (cases[i].failed);
    g_autoptr (GPtrArray) passed = split (cases[i].passed);
    g_autofree char *pattern = title_dup_pattern (failed, passed, 240);
    guint failed_matched;
    guint passed_matched;

    g_assert_cmpstr (pattern, ==, cases[i].pattern);
    if (pattern == NULL)
      continue;
    g_assert_true (title_check_pattern (pattern, failed, passed, &failed_matched, &passed_matched));
    g_assert_cmpuint (failed_matched, ==, failed->len);
    g_assert_cmpuint (passed_matched, ==, 0);
  }
}

static void
test_many_are_named_by_their_files (void)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GPtrArray) failed = NULL;
  g_autoptr (GPtrArray) passed = g_ptr_array_new ();
  g_autofree char *pattern = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (names, "tests/test_%s.py::test_%u\n", i % 2 ? "a" : "b", i * 7919 % 99991);
  failed = split (names->str);
  pattern = title_dup_pattern (failed, passed, 240);

  g_assert_cmpstr (pattern, ==, "tests/test_(a|b).py");
}

static void
test_no_room (void)
{
  g_autoptr (GPtrArray) failed = split ("tests/a.py::test_one");
  g_autoptr (GPtrArray) passed = g_ptr_array_new ();
  g_autofree char *file = title_dup_pattern (failed, passed, 12);

  g_autofree char *name = title_dup_pattern (failed, passed, 5);

  g_assert_cmpstr (file, ==, "tests/a.py");
  g_assert_cmpstr (name, ==, "a.py");
  g_assert_null (title_dup_pattern (failed, passed, 3));
}

static void
test_check (void)
{
  g_autoptr (GPtrArray) failed = split ("a.py::one\na.py::two");
  g_autoptr (GPtrArray) passed = split ("a.py::three\nb.py::one");
  guint failed_matched;
  guint passed_matched;

  g_assert_true (title_check_pattern ("one|two", failed, passed, &failed_matched, &passed_matched));
  g_assert_cmpuint (failed_matched, ==, 2);
  g_assert_cmpuint (passed_matched, ==, 1);
  g_assert_false (title_check_pattern ("one(", failed, passed, &failed_matched, &passed_matched));
}

/* Names of few words, so that each is in many others. */
static char *
dup_random_name (void)
{
  const char * const words[] = {
    "a", "b", "test_a", "test", ".", "::", "/", "[", "]", "(", ")", " ", "-", "1", "12", "$", "*",
    "x.py", "Test", "\\", "|", "é", "#", " > ", "^", "\t",
  };
  GString *name = g_string_new (NULL);

  for (int n = g_test_rand_int_range (1, 7); n > 0; n--)
    g_string_append (name, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);

  return g_string_free (name, FALSE);
}

static void
test_any_names (void)
{
  for (guint run = 0; run < 1000; run++) {
    g_autoptr (GPtrArray) failed = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GPtrArray) passed = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
    g_autofree char *pattern = NULL;
    guint failed_matched;
    guint passed_matched;

    for (int n = g_test_rand_int_range (1, 20); n > 0; n--) {
      char *name = dup_random_name ();

      g_ptr_array_add (g_test_rand_bit () || failed->len == 0 ? failed : passed, name);
    }
    for (guint i = 0; i < failed->len; i++)
      g_hash_table_add (seen, g_ptr_array_index (failed, i));
    for (guint i = passed->len; i > 0; i--)
      if (g_hash_table_contains (seen, g_ptr_array_index (passed, i - 1)))
        g_ptr_array_remove_index (passed, i - 1);

    pattern = title_dup_pattern (failed, passed, 10000);
    g_assert_nonnull (pattern);
    g_assert_true (title_check_pattern (pattern, failed, passed, &failed_matched, &passed_matched));
    g_assert_cmpuint (failed_matched, ==, failed->len);
    g_assert_cmpuint (passed_matched, ==, 0);
  }
}

/* All names of a run that went down as a whole, beside as many as are kept of those that passed. */
static void
test_many_names_are_fast (void)
{
  g_autoptr (GPtrArray) failed = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) passed = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *pattern = NULL;
  clock_t before;

  for (guint i = 0; i < 200000; i++)
    g_ptr_array_add (failed, g_strdup_printf ("tests/kernels/test_%u.py::TestCase::test_%u[%u-fp8-None]",
                                              i % 500, i % 7919, i));
  for (guint i = 0; i < 20000; i++)
    g_ptr_array_add (passed, g_strdup_printf ("tests/models/test_%u.py::TestCase::test_%u[%u-fp8-None]",
                                              i % 500, i % 7919, i));

  before = clock ();
  pattern = title_dup_pattern (failed, passed, 200);
  g_assert_cmpstr (pattern, ==, "tests/kernels/");
  g_test_message ("%u names: %.2f s", failed->len, (double) (clock () - before) / CLOCKS_PER_SEC);
  g_assert_cmpint ((clock () - before) / CLOCKS_PER_SEC, <, 20);
}

/* A pattern that somebody typed must not take for ever. */
static void
test_slow_pattern_ends (void)
{
  g_autofree char *name = g_strnfill (2000, 'a');
  g_autoptr (GPtrArray) failed = g_ptr_array_new ();
  g_autoptr (GPtrArray) passed = g_ptr_array_new ();
  gint64 before = g_get_monotonic_time ();
  guint failed_matched;
  guint passed_matched;

  for (guint i = 0; i < 100; i++)
    g_ptr_array_add (failed, name);
  g_assert_true (title_check_pattern ("(a+)+$b|(a|aa)+$c", failed, passed, &failed_matched,
                                      &passed_matched));
  g_assert_cmpuint (failed_matched, ==, 0);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 20 * G_TIME_SPAN_SECOND);
}

/* More tests than anybody reads: what they have in common, else the first and how many more. */
static void
test_thousands (void)
{
  g_autoptr (GPtrArray) failed = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) passed = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *pattern = NULL;
  g_autofree char *names = NULL;

  for (guint i = 0; i < 1000; i++)
    g_ptr_array_add (failed, g_strdup_printf ("tests/d%u/test_%u.py::test_x[%u]", i % 90, i / 5, i));
  pattern = title_dup_pattern (failed, passed, 240);
  g_assert_cmpstr (pattern, ==, "tests/");

  g_ptr_array_add (passed, g_strdup ("tests/d1/test_0.py::test_y"));
  g_assert_null (title_dup_pattern (failed, passed, 240));
  names = title_dup_names (failed, 240);
  g_assert_cmpstr (names, ==, "tests/d0/test_0.py, tests/d1/test_0.py, tests/d2/test_0.py, "
                              "tests/d3/test_0.py, tests/d4/test_0.py and 995 more");
}

/* That all are tests is nothing to say. */
static void
test_thousands_without_a_folder (void)
{
  g_autoptr (GPtrArray) failed = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) passed = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 1000; i++)
    g_ptr_array_add (failed, g_strdup_printf ("Test%c%u", 'A' + (int) (i % 26), i));
  g_assert_null (title_dup_pattern (failed, passed, 240));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/title/patterns", test_patterns);
  g_test_add_func ("/title/many-are-named-by-their-files", test_many_are_named_by_their_files);
  g_test_add_func ("/title/any-names", test_any_names);
  g_test_add_func ("/title/many-names-are-fast", test_many_names_are_fast);
  g_test_add_func ("/title/no-room", test_no_room);
  g_test_add_func ("/title/check", test_check);
  g_test_add_func ("/title/slow-pattern-ends", test_slow_pattern_ends);
  g_test_add_func ("/title/thousands", test_thousands);
  g_test_add_func ("/title/thousands-without-a-folder", test_thousands_without_a_folder);

  return g_test_run ();
}
