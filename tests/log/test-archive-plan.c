/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "archive-plan.h"

#define MAX_PATHS 12

typedef struct {
  const char *paths[MAX_PATHS];      /* "-": no log */
  const char *parts[MAX_PATHS];
} Archive;

/* What GitHub packs, and what people make of it. */
static const Archive archives[] = {
  { { "1_test (3.12).txt", "0_build.txt" }, { "build", "test (3.12)" } },
  { { "10_c.txt", "9_b.txt", "-1_a.txt" }, { "a", "b", "c" } },
  { { "build/1_Set up job.txt", "0_build.txt", "build/system.txt" }, { "build" } },
  { { "build/10_c.txt", "build/2_b.txt", "build/system.txt" },
    { "build / system", "build / b", "build / c" } },
  { { "0_a.txt", "b/1_x.txt", "a/1_x.txt" }, { "a", "b / x" } },
  { { "0_a.txt", "3_a.txt" }, { "a", "a" } },
  { { "logs/1_b.txt", "logs/0_a.txt", "logs/a/1_x.txt" }, { "a", "b" } },
  { { "./0_a.txt", "./a/1_x.txt" }, { "a" } },
  { { "job-10.log", "job-2.log", "other/x.log" }, { "job-2.log", "job-10.log", "other/x.log" } },
  { { "0_a.txt", "-", "notes" }, { "a", "notes" } },
  { { "0_a .txt", "a/1_x.txt" }, { "a" } },
  { { "_a.txt", "1a.txt", "1_.txt", "1_txt" }, { "", "1_txt", "1a.txt", "_a.txt" } },
  { { "a/b/1_x.txt", "a/0_c.txt" }, { "c", "b / x" } },
};

static void
test_plan (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (archives); i++) {
    g_autoptr (GPtrArray) paths = g_ptr_array_new ();
    g_autoptr (GPtrArray) plan = NULL;

    for (guint j = 0; archives[i].paths[j] != NULL; j++)
      g_ptr_array_add (paths, archives[i].paths[j][0] == '-' && archives[i].paths[j][1] == '\0'
                              ? NULL : (gpointer) archives[i].paths[j]);

    plan = archive_plan_new (paths);
    for (guint j = 0; j < plan->len; j++) {
      const ArchivePart *part = g_ptr_array_index (plan, j);

      g_assert_cmpstr (part->name, ==, archives[i].parts[j]);
      g_assert_nonnull (g_ptr_array_index (paths, part->index));
    }
    g_assert_null (archives[i].parts[plan->len]);
  }
}

static void
test_index (void)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autoptr (GPtrArray) plan = NULL;

  g_ptr_array_add (paths, NULL);
  g_ptr_array_add (paths, (gpointer) "1_b.txt");
  g_ptr_array_add (paths, (gpointer) "0_a.txt");
  plan = archive_plan_new (paths);
  g_assert_cmpuint (plan->len, ==, 2);
  g_assert_cmpuint (((ArchivePart *) g_ptr_array_index (plan, 0))->index, ==, 2);
  g_assert_cmpuint (((ArchivePart *) g_ptr_array_index (plan, 1))->index, ==, 1);
}

/* Checks the plan for N files that stand in an archive the last one first. */
static void
check_turned (guint    n,
              gboolean is_turned_back)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) plan = NULL;

  g_ptr_array_add (paths, g_strdup ("0_build.txt"));
  g_ptr_array_add (paths, g_strdup ("build/1_x.txt"));
  for (guint i = 2; i < n; i++)
    g_ptr_array_add (paths, g_strdup_printf ("x/%u.log", n - i));
  plan = archive_plan_new (paths);

  g_assert_cmpuint (plan->len, ==, n - 1);
  g_assert_cmpuint (((ArchivePart *) g_ptr_array_index (plan, 0))->index, ==, 0);
  for (guint i = 1; i < plan->len; i++)
    g_assert_cmpuint (((ArchivePart *) g_ptr_array_index (plan, i))->index, ==, is_turned_back ? n - i : i + 1);
}

/* Many files are read as they stand, lest all are passed by for each. */
static void
test_turned (void)
{
  check_turned (900, TRUE);
  check_turned (1100, FALSE);
}

static void
test_takes (void)
{
  static const char * const logs[] = {
    "0_build.txt", "build/1_x.txt", "console", "out.log", "out.log.1", "a.log.gz", "x.log.ZST",
  };
  static const char * const others[] = {
    "shot.png", "shots/Shot.PNG", "junit.xml", "junit.xml.gz", "report/index.html",
    "__MACOSX/._0_build.txt", ".DS_Store", ".png",
  };

  for (guint i = 0; i < G_N_ELEMENTS (logs); i++)
    g_assert_true (archive_plan_takes (logs[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (archive_plan_takes (others[i]));
}

/* Whichever comes first, the job's log or its steps, is the job. */
static void
test_admit (void)
{
  static const struct { const char *path; const char *name; } files[] = {
    { "build/1_x.txt", "build / x" },
    { "0_build.txt", NULL },
    { "build/2_y.txt", "build / y" },
    { "1_test.txt", "test" },
    { "./test/1_x.txt", NULL },
    { "test/system.txt", NULL },
    { "./notes", "notes" },
  };
  g_autoptr (GHashTable) jobs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *name = NULL;

    g_assert_cmpint (archive_plan_admit (jobs, files[i].path, &name), ==,
                     files[i].name != NULL);
    g_assert_cmpstr (name, ==, files[i].name);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/archive-plan/plan", test_plan);
  g_test_add_func ("/archive-plan/index", test_index);
  g_test_add_func ("/archive-plan/turned", test_turned);
  g_test_add_func ("/archive-plan/takes", test_takes);
  g_test_add_func ("/archive-plan/admit", test_admit);

  return g_test_run ();
}
