/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The logs in tests/logs/ci as the files in data/ci have them read. */

#include "config.h"

#include <string.h>

#include "cleaner.h"
#include "fact-reader.h"

#include "ci-log.h"
#include "line-text.h"

static const gsize chunks[] = { G_MAXSIZE, 1, 2, 3, 7 };

typedef struct {
  FactReader *facts;
  GString    *lines;
} Reading;

static void
got_line (const Line *line,
          gpointer    user_data)
{
  Reading *reading = user_data;

  fact_reader_push (reading->facts, line->text, line->length);
  line_text_append (line, reading->lines);
}

/* Goes on, so that all that is wrong in a file is told at once. */
static void
check (const CiLog *log,
       const char  *what,
       const char  *found,
       const char  *expected)
{
  if (g_strcmp0 (found, expected) == 0)
    return;

  g_test_message ("%s: %s is\n%s\nand not\n%s", log->name, what, found, expected);
  g_test_fail ();
}

static void
check_facts (const CiLog    *log,
             const JobFacts *facts)
{
  const struct {
    const char *name;
    const char *value;
  } found[] = {
    { "job", facts->job },
    { "commit", facts->commit },
    { "branch", facts->branch },
    { "repository", facts->repository },
    { "organization", facts->organization },
    { "pipeline", facts->pipeline },
    { "build", facts->build },
    { "build_url", facts->build_url },
    { "pull_request", facts->pull_request },
    { "command", facts->command },
  };
  guint n_known = 0;

  for (guint i = 0; i < G_N_ELEMENTS (found); i++) {
    const char *expected = g_hash_table_lookup (log->facts, found[i].name);

    check (log, found[i].name, found[i].value, expected != NULL ? expected : "");
    n_known += expected != NULL;
  }
  g_assert_cmpuint (n_known, ==, g_hash_table_size (log->facts));
}

static void
check_log (const CiLog     *log,
           const CiFormats *formats,
           const FactRules *rules,
           gsize            chunk)
{
  g_autoptr (FactReader) reader = fact_reader_new (rules, NULL);
  g_autoptr (GString) lines = g_string_new (NULL);
  Reading reading = { reader, lines };
  g_autoptr (Cleaner) cleaner = cleaner_new (formats, got_line, &reading);
  g_autoptr (JobFacts) facts = NULL;
  gsize length = log->bytes->len;

  for (gsize done = 0; done < length; done += MIN (chunk, length - done))
    cleaner_push (cleaner, (const guint8 *) log->bytes->str + done, MIN (chunk, length - done));
  cleaner_finish (cleaner);
  facts = fact_reader_dup_facts (reader, log->ci);

  check (log, "the CI", cleaner_get_ci (cleaner), log->found_ci);
  if (log->lines != NULL)
    check (log, "the clean log", lines->str, log->lines->str);
  check_facts (log, facts);
}

static void
test_file (gconstpointer path)
{
  g_autoptr (GPtrArray) logs = ci_logs_read (path);
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CiFormats) formats = ci_formats_load (warnings);
  g_autoptr (FactRules) rules = fact_rules_load (warnings);

  g_assert_cmpuint (warnings->len, ==, 0);
  g_assert_cmpuint (logs->len, >, 0);
  for (guint i = 0; i < logs->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (chunks); j++)
      check_log (g_ptr_array_index (logs, i), formats, rules, chunks[j]);
}

static void
add_files (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "logs", "ci", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint n = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_strconcat ("/failures/ci-logs/", name, NULL);

    if (!g_str_has_suffix (name, ".txt"))
      continue;
    path[strlen (path) - strlen (".txt")] = '\0';
    g_test_add_data_func_full (path, g_build_filename (folder, name, NULL), test_file, g_free);
    n++;
  }
  g_assert_cmpuint (n, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_files ();

  return g_test_run ();
}
