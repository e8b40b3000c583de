/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The logs that real test runners wrote (tests/logs/make), and what is to be found in them. */

#include "config.h"

#include <string.h>

#include "job-log.h"

typedef struct {
  const char *kind;
  const char *test;
  const char *message;       /* how it starts */
  const char *cause;         /* how the message of its cause starts; NULL where it has none */
  gboolean    flaky;
} Expected;

typedef struct {
  const char     *log;
  const Expected *failures;  /* up to one without a kind */
} Sample;

static const Expected in_collection[] = {
  { "error", "plugins/test_plugins.py", "ModuleNotFoundError: No module named 'quill.plugins'" },
  { "error", "plugins/test_registry.py", "SyntaxError: '{' was never closed" },
  { NULL }
};

static const Expected in_crash[] = {
  { "crash", "kernels/test_pages.py::test_copy[64]", "Aborted" },
  { NULL }
};

static const Expected in_exit[] = {
  { "error", "", "tar: " },
  { "exit", "", "The command exited with status 2" },
  { NULL }
};

static const Expected in_flaky[] = {
  { "failed", "core/test_clock.py::test_lock_is_never_free", "TimeoutError: lock forever" },
  { "failed", "core/test_clock.py::test_lock_is_free", "TimeoutError: lock session", NULL, TRUE },
  { "failed", "core/test_clock.py::test_lock_is_free_at_once", "", NULL, TRUE },
  { NULL }
};

static const Expected in_internal_error[] = {
  { "error", "", "pluggy._manager.PluginValidationError: unknown hook 'pytest_configure_node'" },
  { NULL }
};

static const Expected in_killed[] = {
  { "failed", "ends/test_killed.py::test_pages", "" },
  { "crash", "ends/test_killed.py::test_too_large", "" },
  { NULL }
};

static const Expected in_late[] = {
  { "timeout", "ends/test_late.py::test_never_ends", "Timeout" },
  { NULL }
};

static const Expected in_models[] = {
  { "error", "models/test_weights.py::test_setup", "test_weights.WeightsError: shard-3" },
  { "error", "models/test_weights.py::test_teardown", "OSError: [Errno 28]" },
  { "failed", "models/test_names.py::test_load[two words]", "AssertionError: 'two words'" },
  { "failed", "models/test_names.py::test_load[a[0]]", "AssertionError: 'a[0]'" },
  { "failed", "models/test_names.py::test_load[path/to::model]", "AssertionError: 'path/to::model'" },
  { "failed", "models/test_names.py::test_load[half - done]", "AssertionError: 'half - done'" },
  { "failed", "models/test_names.py::test_load[FAILED here]", "AssertionError: 'FAILED here'" },
  { "failed", "models/test_names.py::TestLayers::test_quantize[mlp.down-4]", "AssertionError: lost" },
  { "failed", "models/test_names.py::TestLayers::test_merge", "assert [1, 2, 3, 4]" },
  { "failed", "models/test_weights.py::test_chained", "ConnectionError: mirror.quill.example" },
  { NULL }
};

static const Expected in_no_tests[] = {
  { "exit", "", "The command exited with status 5" },
  { NULL }
};

static const Expected in_parallel[] = {
  { "crash", "parallel/test_parallel.py::TestCopy::test_null", "worker 'gw0' crashed while running",
    "Segmentation fault" },
  { "failed", "parallel/test_parallel.py::test_size[4]", "AssertionError: sizes of 4" },
  { NULL }
};

static const Expected in_pytest[] = {
  { "failed", "serving/test_generate.py::test_prefix_cache_frees_pages", "ConnectionError: http://127.0.0.1",
    "request req-5 needs 4 pages" },
  { "failed", "serving/test_stream.py::test_chunks_cover_the_text[3]", "AssertionError: words were lost" },
  { "failed", "serving/test_stream.py::test_answers_agree[half-0.9]", "AssertionError: [half precision]" },
  { NULL }
};

static const Expected in_sessions[] = {
  { "failed", "core/test_clock.py::test_lock_is_never_free", "TimeoutError: lock forever" },
  { "failed", "models/test_names.py::test_load[two words]", "AssertionError: 'two words'" },
  { "failed", "models/test_names.py::test_load[a[0]]", "AssertionError: 'a[0]'" },
  { "failed", "models/test_names.py::test_load[path/to::model]", "AssertionError: 'path/to::model'" },
  { "failed", "models/test_names.py::test_load[half - done]", "AssertionError: 'half - done'" },
  { "failed", "models/test_names.py::test_load[FAILED here]", "AssertionError: 'FAILED here'" },
  { "failed", "models/test_names.py::TestLayers::test_quantize[mlp.down-4]", "AssertionError: lost" },
  { "failed", "models/test_names.py::TestLayers::test_merge", "assert [1, 2, 3, 4]" },
  { "failed", "models/test_weights.py::test_chained", "ConnectionError: mirror.quill.example" },
  { "error", "models/test_weights.py::test_setup", "test_weights.WeightsError: shard-3" },
  { "error", "models/test_weights.py::test_teardown", "OSError: [Errno 28]" },
  { "failed", "serving/test_generate.py::test_prefix_cache_frees_pages", "ConnectionError: http://127.0.0.1",
    "request req-5 needs 4 pages" },
  { "failed", "serving/test_stream.py::test_chunks_cover_the_text[3]", "AssertionError: words were lost" },
  { "failed", "serving/test_stream.py::test_answers_agree[half-0.9]", "AssertionError: [half precision]" },
  { "failed", "core/test_clock.py::test_lock_is_free", "", NULL, TRUE },
  { "failed", "core/test_clock.py::test_lock_is_free_at_once", "", NULL, TRUE },
  { NULL }
};

static const Expected in_traceback[] = {
  { "error", "", "FileNotFoundError: [Errno 2]" },
  { "exit", "", "The command exited with status 1" },
  { NULL }
};

static const Expected in_unittest[] = {
  { "error", "test_units.TestUnits.test_missing", "KeyError: 'page-7'" },
  { "failed", "test_units.TestUnits.test_each", "AssertionError: 3 not less than 3" },
  { "failed", "test_units.TestUnits.test_equal", "AssertionError: '3 pages' != '4 pages'" },
  { NULL }
};

static const Expected in_usage[] = {
  { "error", "", "unrecognized arguments: --no-such-option" },
  { NULL }
};

static const Expected in_workers[] = {
  { "failed", "workers/test_workers.py::test_layers", "quill.workers.EngineDeadError", "7" },
  { "failed", "workers/test_workers.py::test_memory", "RuntimeError: Engine core initialization",
    "Device out of memory. Tried to allocate 40.0 GiB" },
  { "failed", "workers/test_workers.py::test_own_failure", "AssertionError: assert" },
  { "failed", "workers/test_workers.py::test_killed_server", "RuntimeError: Server exited" },
  { NULL }
};

static const Expected nothing[] = { { NULL } };

static const Sample samples[] = {
  { "buildkite-collection.log", in_collection },
  { "buildkite-crash.log", in_crash },
  { "buildkite-exit.log", in_exit },
  { "buildkite-flaky.log", in_flaky },
  { "buildkite-internal-error.log", in_internal_error },
  { "buildkite-killed.log", in_killed },
  { "buildkite-late.log", in_late },
  { "buildkite-models.log", in_models },
  { "buildkite-no-tests.log", in_no_tests },
  { "buildkite-parallel.log", in_parallel },
  { "buildkite-passed.log", nothing },
  { "buildkite-pytest.log", in_pytest },
  { "buildkite-sessions.log", in_sessions },
  { "buildkite-traceback.log", in_traceback },
  { "buildkite-unittest.log", in_unittest },
  { "buildkite-usage.log", in_usage },
  { "buildkite-workers.log", in_workers },
  { "stamped-pytest.log", in_pytest },
};

static Findings *
find_in_sample (JobLogContext *context,
                const char    *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "logs", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (LogSource) source = log_source_open_file (file, NULL, &error);
  g_autoptr (JobLog) log = NULL;

  g_assert_no_error (error);
  log = job_log_new (context, name);
  g_assert_true (job_log_read (log, source, JOB_LOG_READ_DEFAULT, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (job_log_get_ci (log), ==, "buildkite");

  return job_log_get_findings (log);
}

static void
check_starts (const char *text,
              const char *start)
{
  if (!g_str_has_prefix (text, start))
    g_assert_cmpstr (text, ==, start);
}

static void
check_failure (const Failure  *failure,
               const Expected *expected)
{
  g_assert_cmpstr (failure_kind_to_string (failure->kind), ==, expected->kind);
  g_assert_cmpstr (failure->test, ==, expected->test);
  check_starts (failure->message, expected->message);
  g_assert_cmpint (failure->flaky, ==, expected->flaky);
  g_assert_cmpint (failure->first_line, <=, failure->last_line);

  if (expected->cause == NULL) {
    g_assert_null (failure->cause);
  } else {
    g_assert_nonnull (failure->cause);
    check_starts (failure->cause->message, expected->cause);
  }
}

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  static JobLogContext *context;
  g_autoptr (Findings) findings = NULL;
  guint n = 0;

  if (context == NULL)
    context = job_log_context_new (NULL);
  findings = find_in_sample (context, sample->log);

  for (const Expected *expected = sample->failures; expected->kind != NULL; expected++, n++) {
    g_assert_cmpuint (n, <, findings->failures->len);
    check_failure (g_ptr_array_index (findings->failures, n), expected);
  }
  g_assert_cmpuint (findings->failures->len, ==, n);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++) {
    g_autofree char *path = g_strconcat ("/failures/samples/", samples[i].log, NULL);

    g_test_add_data_func (path, &samples[i], test_sample);
  }

  return g_test_run ();
}
