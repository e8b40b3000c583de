/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "rules.h"

/* The file with the text in the member "rerun". */
static DataFile *
load (const char *text)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "bad.yml", NULL);
  g_autofree char *all = g_strconcat ("rerun:\n", text, NULL);
  g_autoptr (GError) error = NULL;
  DataFile *file;

  g_assert_true (g_file_set_contents (path, all, -1, NULL));
  file = data_file_load (path, &error);
  g_assert_no_error (error);

  return file;
}

static Rerun *
rerun_of (const char  *text,
          GError     **error)
{
  g_autoptr (DataFile) file = load (text);

  return rerun_new (data_node_get (data_file_get_root (file), "rerun"), error);
}

static void
test_commands (void)
{
  const struct {
    const char *text;
    const char *test;
    const char *once;
    const char *loop;
  } cases[] = {
    { "  { once: 'run {test}' }", "a.py::b", "run a.py::b", "for i in $(seq 20); do run a.py::b || break; done" },
    { "  { once: 'run {test}', loop: 'run --count=20 {test}' }", "a b", "run 'a b'", "run --count=20 'a b'" },
    { "  { once: 'run {test}', prefix: tests/ }", "a", "run tests/a", NULL },
    { "  { once: 'run {test}', prefix: tests/ }", "tests/a", "run tests/a", NULL },
    { "  { once: 'run {test}', prefix: tests/ }", "../doc/a", "run doc/a", NULL },
    { "  { once: 'run {test}', prefix: tests/ }", "../../a", "run ../a", NULL },
    { "  { once: 'jest -t ^{test:words:regex}$' }", "A › B ›", "jest -t '^A B $'", NULL },
    { "  - { name: '^(?<class>.*)[.](?<method>\\w+)$', once: 'mvn -D=\"{class}#{method}\" x' }", "a.B.c",
      "mvn '-D=a.B#c' x", NULL },
    { "  - { name: '^x', once: 'one {test}' }\n  - { once: 'two {test:regex}' }", "a.b(c)", "two 'a\\.b\\(c\\)'", NULL },
    { "  - { name: '^x', once: 'one {test}' }", "y", NULL, NULL },
    { "  { once: 'jest -t {test:words:regex} -x' }", "A › b > c.", "jest -t 'A b c\\.' -x", NULL },
    { "  { once: 'A=${B} \"in one\" run ^{test}$ && echo {} {x}y{Z}' , name: '(?<x>.)' }", "q",
      "A=${B} \"in one\" run '^q$' && echo {} 'qy{Z}'", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (Rerun) rerun = rerun_of (cases[i].text, &error);
    g_autofree char *once = NULL;
    g_autofree char *loop = NULL;

    g_assert_no_error (error);
    once = rerun_dup_command (rerun, cases[i].test, FALSE);
    loop = rerun_dup_command (rerun, cases[i].test, TRUE);
    g_assert_cmpstr (once, ==, cases[i].once);
    if (cases[i].loop != NULL)
      g_assert_cmpstr (loop, ==, cases[i].loop);
  }
}

/* Whatever a test is called, the shell takes it for one word. */
static void
test_hostile_names (void)
{
  const char * const names[] = {
    "$(id)", "`id`", "a; id", "a' ; id '", "a\" ; id \"", "--option", "-", "a\\", "!!", "~", "a\tb", "a&b|c>d<e",
    "*", "#x", "ü", "{test}", "{test:regex}", "a'", "",
  };
  g_autoptr (Rerun) rerun = rerun_of ("  { once: 'run {test} --name={test} \"two {test}\"' }", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *command = rerun_dup_command (rerun, names[i], FALSE);
    g_autofree char *name = g_strconcat (names[i][0] == '-' ? "./" : "", names[i], NULL);
    g_autofree char *option = g_strconcat ("--name=", names[i], NULL);
    g_autofree char *two = g_strconcat ("two ", names[i], NULL);
    g_auto (GStrv) words = NULL;

    g_assert_true (g_shell_parse_argv (command, NULL, &words, NULL));
    g_assert_cmpuint (g_strv_length (words), ==, 4);
    g_assert_cmpstr (words[1], ==, name);
    g_assert_cmpstr (words[2], ==, option);
    g_assert_cmpstr (words[3], ==, two);
  }
}

static void
test_errors (void)
{
  const struct {
    const char *text;
    const char *message;
  } cases[] = {
    { "  { once: 'run' }", "bad.yml:2: a rerun command needs “{test}” in it" },
    { "  { once: 'run {test}', loop: 'run' }", "bad.yml:2: a rerun command needs “{test}” in it" },
    { "  - { once: 'run {test}' }\n  - { once: 'run {class}' }", "bad.yml:3: “name” has no group “class”" },
    { "  { once: 'run {test:shell}' }", "bad.yml:2: after “:” only “regex” and “words” may stand" },
    { "  { once: 'run {test}', twice: 'x' }", "bad.yml:2: unknown key “twice”" },
    { "  { once: 'run {test}', name: '(' }", "bad.yml:2: the regular expression is wrong: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (rerun_of (cases[i].text, &error));
    g_assert_nonnull (error);
    g_assert_true (g_str_has_prefix (error->message, cases[i].message));
  }
}

/* As somebody who works on such a project would do it. */
static const struct {
  const char *runner;
  const char *test;
  const char *once;
  const char *loop;
} spellings[] = {
  { "pytest", "tests/a.py::TestX::test_y[1-b]", "pytest 'tests/a.py::TestX::test_y[1-b]'",
    "for i in $(seq 20); do pytest 'tests/a.py::TestX::test_y[1-b]' || break; done" },
  { "jest", "Store › reads (all)", "npx jest -t '^Store reads \\(all\\)$'", NULL },
  { "vitest", "src/store.test.ts > Store > reads", "npx vitest run src/store.test.ts -t ' ?Store reads$'", NULL },
  { "jest", "src/store.test.js", "npx jest src/store.test.js", NULL },
  { "vitest", "src/store.test.ts", "npx vitest run src/store.test.ts", NULL },
  { "mocha", "Store \"before each\" hook for \"reads\"", "npx mocha -g '^Store '", NULL },
  { "crystal", "Store reads nothing", "crystal spec -e 'Store reads nothing'", NULL },
  { "catch2", "store / reads", "./TEST-PROGRAM store", NULL },
  { "automake", "store.sh", "make check TESTS=store.sh", NULL },
  { "pre-commit", "black", "pre-commit run black --all-files", NULL },
  { "mocha", "Store reads nothing", "npx mocha -g '^Store reads nothing$'", NULL },
  { "playwright", "[chromium] › a.spec.ts:3:5 › reads", "npx playwright test a.spec.ts:3 --project=chromium",
    "npx playwright test a.spec.ts:3 --project=chromium --repeat-each=20 -x" },
  { "rspec", "./spec/store_spec.rb:12", "bundle exec rspec ./spec/store_spec.rb:12", NULL },
  { "rspec", "Store reads nothing", "bundle exec rspec -e 'Store reads nothing'", NULL },
  { "minitest", "StoreTest#test_reads", "bundle exec rake test 'TESTOPTS=-n StoreTest#test_reads'", NULL },
  { "phpunit", "A\\StoreTest::testReads",
    "vendor/bin/phpunit --filter '/A\\\\StoreTest::testReads\\b/'", NULL },
  { "phpunit", "StoreTest::testReads with data set #0",
    "vendor/bin/phpunit --filter '~StoreTest::testReads with data set #0$~'", NULL },
  { "busted", "the store reads", "busted '--filter=the store reads'", NULL },
  { "busted", "the store reads (twice)", "busted '--filter=the store reads'", NULL },
  { "eunit", "store: reads_test", "rebar3 eunit --test=store:reads_test", NULL },
  { "eunit", "store:reads_test/0", "rebar3 eunit --test=store:reads_test", NULL },
  { "eunit", "store: writes_test_", "rebar3 eunit --generator=store:writes_test_", NULL },
  { "junit-console", "reads(quill.StoreTest)",
    "java -cp CLASSPATH org.junit.runner.JUnitCore quill.StoreTest", NULL },
  { "junit-console", "quill.StoreTest.reads",
    "java -cp CLASSPATH org.testng.TestNG -methods quill.StoreTest.reads", NULL },
  { "junit-console", "A store:reads()", NULL, NULL },
  { "nim", "reads the store", "./TEST-PROGRAM 'reads the store'", NULL },
  { "cppunit", "StoreTest::reads", "./TEST-PROGRAM StoreTest::reads", NULL },
  { "shunit2", "testReads", "./TEST-SCRIPT -- testReads", NULL },
  { "exunit", "test reads nothing (App.StoreTest)", "mix test --only 'test:test reads nothing'", NULL },
  { "bats", "reads nothing", "bats -r -f '^reads nothing$' .", NULL },
  { "tap", "t/store.t", "prove -v t/store.t", NULL },
  { "testthat", "test-store.R:12:3: reads", "Rscript -e 'devtools::test(filter = \"store\")'", NULL },
  { "go", "TestStore", "go test -run '^TestStore$' ./...", "go test -count=20 -failfast -run '^TestStore$' ./..." },
  { "go", "TestStore/reads_(all)", "go test -run '^TestStore$/^reads_\\(all\\)$' ./...", NULL },
  { "go", "example.org/store/disk", "go test example.org/store/disk", NULL },
  { "rust", "store::tests::reads", "cargo test -- --exact store::tests::reads", NULL },
  { "rust", "store::disk store::tests::reads", "cargo nextest run -E 'test(=store::tests::reads)'", NULL },
  { "rust", "src/lib.rs - store::Store (line 12)", "cargo test --doc store::Store", NULL },
  { "ctest", "store.reads+all", "ctest --output-on-failure -R '^store\\.reads\\+all$'",
    "ctest --output-on-failure --repeat until-fail:20 -R '^store\\.reads\\+all$'" },
  { "googletest", "Store/Disk.Reads/0", "./TEST-PROGRAM --gtest_filter=Store/Disk.Reads/0",
    "./TEST-PROGRAM --gtest_repeat=20 --gtest_fail_fast --gtest_filter=Store/Disk.Reads/0" },
  { "catch2", "reads nothing", "./TEST-PROGRAM 'reads nothing'", NULL },
  { "junit", "org.a.StoreTest.reads", "mvn test -Dsurefire.failIfNoSpecifiedTests=false '-Dtest=org.a.StoreTest#reads'", NULL },
  { "junit", "reads(org.a.StoreTest)", "mvn test -Dsurefire.failIfNoSpecifiedTests=false '-Dtest=org.a.StoreTest#reads'", NULL },
  { "junit", "StoreTest.reads:42", "mvn test -Dsurefire.failIfNoSpecifiedTests=false '-Dtest=StoreTest#reads'", NULL },
  { "gradle", "org.a.StoreTest > reads()", "./gradlew test --tests org.a.StoreTest.reads",
    "for i in $(seq 20); do ./gradlew cleanTest test --tests org.a.StoreTest.reads || break; done" },
  { "gradle", "StoreTest > reads nothing", "./gradlew test --tests StoreTest", NULL },
  { "sbt", "org.a.StoreSpec", "sbt 'testOnly org.a.StoreSpec'", NULL },
  { "sbt", "reads nothing", "sbt 'testOnly * -- -z \"reads nothing\"'", NULL },
  { "dotnet", "A.StoreTest.Reads(x: 1)", "dotnet test --filter 'FullyQualifiedName~A.StoreTest.Reads'", NULL },
  { "bazel", "//store:disk_test", "bazel test //store:disk_test", "bazel test --runs_per_test=20 //store:disk_test" },
  { "meson", "store / reads", "meson test -C build reads", NULL },
  { "unittest", "tests.test_a.TestA.test_x", "python -m unittest tests.test_a.TestA.test_x", NULL },
  { "unittest", "test_x (tests.test_a.TestA)", "python -m unittest tests.test_a.TestA.test_x", NULL },
};

static void
test_runners (void)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Rules) rules = rules_load (warnings);

  g_assert_cmpuint (warnings->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++) {
    const Rerun *rerun = rules_get_rerun (rules, spellings[i].runner);
    g_autofree char *once = NULL;
    g_autofree char *loop = NULL;

    g_assert_nonnull (rerun);
    once = rerun_dup_command (rerun, spellings[i].test, FALSE);
    loop = rerun_dup_command (rerun, spellings[i].test, TRUE);
    g_assert_cmpstr (once, ==, spellings[i].once);
    if (spellings[i].loop != NULL)
      g_assert_cmpstr (loop, ==, spellings[i].loop);
  }
  g_assert_null (rules_get_rerun (rules, "unknown"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/rerun/commands", test_commands);
  g_test_add_func ("/rerun/hostile-names", test_hostile_names);
  g_test_add_func ("/rerun/errors", test_errors);
  g_test_add_func ("/rerun/runners", test_runners);

  return g_test_run ();
}
