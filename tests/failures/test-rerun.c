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

/* The command for a test of which no more is known than its name. */
static char *
dup_command (const Rerun *rerun,
             const char  *test,
             gboolean     loop)
{
  g_autoptr (Failure) failure = failure_new ();

  g_free (failure->test);
  failure->test = g_strdup (test);

  return rerun_dup_command (rerun, failure, NULL, loop);
}

static LogStore *
store_of (const char * const *lines)
{
  LogStore *store = log_store_new ();

  for (guint i = 0; lines[i] != NULL; i++) {
    const Line line = { .text = lines[i], .length = strlen (lines[i]), .time = LINE_NO_TIME };

    g_assert_true (log_store_append (store, &line, NULL));
  }

  return store;
}

/* The same for one whose part are the lines FIRST to LAST of a log. */
static char *
dup_command_at (const Rerun *rerun,
                RerunClues  *clues,
                const char  *test,
                gint64       first,
                gint64       last)
{
  g_autoptr (Failure) failure = failure_new ();

  g_free (failure->test);
  failure->test = g_strdup (test);
  failure->line = failure->first_line = first;
  failure->last_line = last;

  return rerun_dup_command (rerun, failure, clues, FALSE);
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
    { "  { once: 'run {test:escaped}', escape: '%.%' }", "a.b%c-d", "run a%.b%%c-d", NULL },
    { "  { once: 'run {test:escaped}' }", "a.b", "run a.b", NULL },
    { "  { once: 'run {test:loose:regex}' }", "a.b c", "run 'a\\.b[ _]*c'", NULL },
    { "  { once: 'rake \"OPTS=-n {test:shell}\"' }", "A#b", "rake 'OPTS=-n A#b'", NULL },
    { "  - { said: 'x', once: 'one {test}' }\n  - { once: 'two {test}' }", "a", "two a", NULL },
    { "  - { ran: 'x', once: 'one {test}' }\n  - { once: 'two {test}' }", "a", "two a", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (Rerun) rerun = rerun_of (cases[i].text, &error);
    g_autofree char *once = NULL;
    g_autofree char *loop = NULL;

    g_assert_no_error (error);
    once = dup_command (rerun, cases[i].test, FALSE);
    loop = dup_command (rerun, cases[i].test, TRUE);
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
    g_autofree char *command = dup_command (rerun, names[i], FALSE);
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

/* Nor can it do more in the shell that a command starts. */
static void
test_hostile_names_within (void)
{
  const char * const names[] = { "$(id)", "a' ; id '", "a\" b", "#x", "a\\", "`id`", "ü", "a#b" };
  g_autoptr (Rerun) rerun = rerun_of ("  { once: 'rake \"OPTIONS=--name={test:shell}\"' }", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *command = dup_command (rerun, names[i], FALSE);
    g_autofree char *option = g_strconcat ("OPTIONS=--name=", names[i], NULL);
    g_auto (GStrv) words = NULL;
    g_auto (GStrv) inner = NULL;

    g_assert_true (g_shell_parse_argv (command, NULL, &words, NULL));
    g_assert_cmpuint (g_strv_length (words), ==, 2);
    g_assert_true (g_shell_parse_argv (words[1], NULL, &inner, NULL));
    g_assert_cmpuint (g_strv_length (inner), ==, 1);
    g_assert_cmpstr (inner[0], ==, option);
  }
}

/* What the failure itself says counts, and the nearest line above it, in whatever order the failures
 * are asked for. */
static void
test_clues (void)
{
  const char * const lines[] = {
    "$ check one",         /* 1 */
    "not ok reads",
    "  in one.sh",
    "$ check two",         /* 4 */
    "not ok writes",
    "not ok closes",
    "$ check three",
    "not ok opens",        /* 8 */
    NULL
  };
  const char *text = "  - { said: 'in (?<file>\\S+)', ran: 'check (?<name>\\w+)', once: 'a {file} {name} {test}' }\n"
                     "  - { ran: 'check (?<name>t\\w+)', once: 'b {name} {test}' }\n"
                     "  - { name: '^w(?<rest>.*)', once: 'c {rest}' }";
  const struct {
    const char *test;
    gint64      first;
    gint64      last;
    const char *command;
  } cases[] = {
    { "reads", 2, 3, "a one.sh one reads" },
    { "opens", 8, 8, "b three opens" },
    { "closes", 6, 6, "b two closes" },
    { "writes", 5, 5, "b two writes" },
    { "opens", 8, 8, "b three opens" },
    { "reads", 2, 2, NULL },
    { "writes", 2, 2, "c rites" },
    { "closes", 6, 6, "b two closes" },
  };
  g_autoptr (Rerun) rerun = rerun_of (text, NULL);
  g_autoptr (LogStore) store = store_of (lines);
  g_autoptr (RerunClues) clues = rerun_clues_new (store);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *command = dup_command_at (rerun, clues, cases[i].test, cases[i].first, cases[i].last);

    g_assert_cmpstr (command, ==, cases[i].command);
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
    { "  - { once: 'run {test}' }\n  - { once: 'run {class}' }", "bad.yml:3: “name”, “said”, “ran”, “place” and “next” have no group “class”" },
    { "  { once: 'run {test:upper}' }",
      "bad.yml:2: after “:” only “words”, “regex”, “escaped”, “loose” and “shell” may stand" },
    { "  { once: 'run {test}', said: '(' }", "bad.yml:2: the regular expression is wrong: " },
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
  { "pytest", "test_y", "pytest -k test_y", "for i in $(seq 20); do pytest -k test_y || break; done" },
  { "pytest", "test_y[1-b]", NULL, NULL },
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
  { "minitest", "StoreTest#test_reads", "bundle exec rake test 'TESTOPTS=--name=StoreTest#test_reads'", NULL },
  { "phpunit", "A\\StoreTest::testReads",
    "vendor/bin/phpunit --filter '/^A\\\\StoreTest::testReads\\b/'", NULL },
  { "phpunit", "StoreTest::testReads with data set #0",
    "vendor/bin/phpunit --filter '~^StoreTest::testReads with data set #0$~'", NULL },
  { "busted", "the store reads", "busted '--filter=^the store reads$'", NULL },
  { "busted", "the store-room reads (twice)", "busted '--filter=^the store%-room reads %(twice%)$'", NULL },
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
  { "tap", "t/store.t", "prove -lv t/store.t", NULL },
  { "testthat", "test-store.R:12:3: reads", "Rscript -e 'devtools::test(filter = \"^store$\")'", NULL },
  { "go", "TestStore", "go test -run '^TestStore$' ./...", "go test -count=20 -failfast -run '^TestStore$' ./..." },
  { "go", "TestStore/reads_(all)", "go test -run '^TestStore$/^reads_\\(all\\)$' ./...", NULL },
  { "go", "example.org/store/disk", "go test example.org/store/disk", NULL },
  { "rust", "store::tests::reads", "cargo test -- --exact store::tests::reads", NULL },
  { "nextest", "store::disk store::tests::reads", "cargo nextest run -E 'binary_id(=store::disk) and test(=store::tests::reads)'", NULL },
  { "rust", "src/lib.rs - store::Store (line 12)", "cargo test --doc -- 'src/lib.rs - store::Store (line 12)'", NULL },
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
  { "dotnet", "A.StoreTest.Reads", "dotnet test --filter FullyQualifiedName=A.StoreTest.Reads", NULL },
  { "dotnet", "Reads (all)", "dotnet test --filter 'Name=Reads \\(all\\)'", NULL },
  { "catch2", "reads, [all]", "./TEST-PROGRAM 'reads\\, \\[all]'", NULL },
  { "doctest", "reads, all", "./TEST-PROGRAM '--test-case=reads\\, all'", NULL },
  { "qt-test", "StoreTest::reads()", "./TEST-PROGRAM reads", NULL },
  { "qt-test", "StoreTest::reads(the last one)", "./TEST-PROGRAM 'reads:the last one'", NULL },
  { "minitest", "store#test_0001_reads $HOME",
    "bundle exec rake test 'TESTOPTS=--name='\\''store#test_0001_reads $HOME'\\'''", NULL },
  { "test-unit", "test: reads (all)(StoreTest)",
    "bundle exec rake test 'TESTOPTS=--testcase=StoreTest --name='\\''test: reads (all)'\\'''", NULL },
  { "phpunit", "StoreTest::testReads with data set \"a~b\"",
    "vendor/bin/phpunit --filter '~^StoreTest::testReads with data set \"a\\~b\"$~'", NULL },
  { "meson", "store / reads twice", "meson test -C build 'reads twice'", NULL },
  { "sbt", "org.a.StoreSuite.reads nothing", "sbt 'testOnly org.a.StoreSuite'", NULL },
  { "tasty", "reads \"all\"", "cabal test --test-option=-p '--test-option=$NF == \"reads \\\"all\\\"\"'", NULL },
  { "node-test", "reads (all)", "node --test '--test-name-pattern=^reads \\(all\\)$'", NULL },
  { "jasmine", "store reads", "npx jasmine '--filter=^store reads$'", NULL },
  { "xcode", "StoreTests.PageTests testNumber", "swift test --filter StoreTests.PageTests/testNumber", NULL },
  { "dart", "test/store_test.dart: reads", "dart test test/store_test.dart -N reads", NULL },
  { "tap", "reads nothing", NULL, NULL },
  { "unittest", "tests.test_a.TestA.test_x", "python -m unittest tests.test_a.TestA.test_x", NULL },
  { "unittest", "test_x (tests.test_a.TestA)", "python -m unittest tests.test_a.TestA.test_x", NULL },
};

/* Where the log tells more than the name. The failure's part starts below the empty line. */
static const struct {
  const char *runner;
  const char *test;
  const char *lines[6];
  const char *command;
} told[] = {
  { "tap", "reads all", { "$ bats --tap test/", "", "not ok 1 reads all" }, "bats -r -f '^reads all$' ." },
  { "tap", "setup_file failed",
    { "", "not ok 1 setup_file failed", "# (from function `setup_file' in test file test/a.bats, line 3)" },
    "bats test/a.bats" },
  { "tap", "store reads", { "> mocha --reporter tap", "", "not ok 1 store reads" }, "npx mocha -g '^store reads$'" },
  { "tap", "reads", { "> NODE_ENV=test tape 'test/*.js'", "", "not ok 1 reads" }, "npx tape 'test/*.js'" },
  { "tap", "reads", { "Run npx ava --tap", "", "not ok 1 - reads" }, "npx ava --match=reads" },
  { "tap", "test/store.js", { "> tap test/*.js", "", "not ok 1 - test/store.js # time=3ms" }, "npx tap test/store.js" },
  { "tap", "Chrome 120.0 - [3 ms] - Unit | store: reads", { "$ ember test", "", "not ok 1 Chrome 120.0" },
    "npx ember test --filter 'Unit | store: reads'" },
  { "tap", "t/store.t", { "\"-e\" \"test_harness(0, 'blib/lib', 'blib/arch')\" t/*.t", "", "t/store.t (Wstat: 256" },
    "prove -bv t/store.t" },
  { "tap", "store reads", { "Bats and mocha are installed", "", "not ok 1 store reads" }, NULL },
  { "mocha", "store reads", { "  Running:  store.cy.js          (1 of 3)", "", "  1) store" },
    "npx cypress run --spec '**/store.cy.js'" },
  { "ctest", "reads", { "Test project /home/runner/work/quill/quill/out/debug", "", "1/1 Test #1: reads ***Failed" },
    "ctest --test-dir out/debug --output-on-failure -R '^reads$'" },
  { "ctest", "reads", { "Test project /tmp/build", "", "1/1 Test #1: reads ***Failed" },
    "ctest --output-on-failure -R '^reads$'" },
  { "meson", "quill / reads", { "$ meson test -C out", "", "1/1 quill / reads FAIL" }, "meson test -C out reads" },
  { "meson", "quill / reads", { "$ ninja -C out", "$ ninja -C out2 test", "", "1/1 quill / reads FAIL" },
    "meson test -C out2 reads" },
  { "gradle", "org.a.StoreTest > reads()",
    { "> Task :core:compileJava", "> Task :core:test FAILED", "", "org.a.StoreTest > reads() FAILED" },
    "./gradlew :core:test --tests org.a.StoreTest.reads" },
  { "gradle", "org.a.StoreTest > reads all", { "> Task :core:test", "", "org.a.StoreTest > reads all FAILED" },
    "./gradlew :core:test --tests org.a.StoreTest" },
  { "minitest", "StoreTest#test_reads", { "$ bin/rails test", "", "Failure:" },
    "bin/rails test '--name=StoreTest#test_reads'" },
  { "xcode", "StoreTests.PageTests testNumber", { "$ xcodebuild test -scheme Store", "", "Test Case" },
    "xcodebuild test -scheme Store -only-testing:StoreTests/PageTests/testNumber" },
  { "dart", "/builds/quill/test/store_test.dart: reads", { "$ flutter test", "", "0:01 -1" },
    "flutter test test/store_test.dart --plain-name reads" },
  { "junit-console", "Store:holds(int)",
    { "", "JUnit Jupiter:Store:holds(int)",
      "  MethodSource [className = 'a.Store', methodName = 'holds', methodParameterTypes = 'int, a.Page']" },
    "java -cp CLASSPATH org.junit.platform.console.ConsoleLauncher '--select-method=a.Store#holds(int, a.Page)'" },
};

static void
test_told (void)
{
  g_autoptr (Rules) rules = rules_load (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (told); i++) {
    g_autoptr (LogStore) store = store_of (told[i].lines);
    g_autoptr (RerunClues) clues = rerun_clues_new (store);
    g_autofree char *command = NULL;
    gint64 first = 1, last = log_store_get_n_lines (store);

    while (*told[i].lines[first - 1] != '\0')
      first++;
    command = dup_command_at (rules_get_rerun (rules, told[i].runner), clues, told[i].test, first + 1, last);
    g_assert_cmpstr (command, ==, told[i].command);
  }
}

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
    once = dup_command (rerun, spellings[i].test, FALSE);
    loop = dup_command (rerun, spellings[i].test, TRUE);
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
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rerun/commands", test_commands);
  g_test_add_func ("/rerun/hostile-names", test_hostile_names);
  g_test_add_func ("/rerun/hostile-names-within", test_hostile_names_within);
  g_test_add_func ("/rerun/clues", test_clues);
  g_test_add_func ("/rerun/errors", test_errors);
  g_test_add_func ("/rerun/runners", test_runners);
  g_test_add_func ("/rerun/told", test_told);

  return g_test_run ();
}
