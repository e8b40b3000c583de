/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "findings.h"

#define N_THREADS 4
#define N_ROUNDS  1000

static Findings *
new_filled (void)
{
  Findings *findings = findings_new ();
  LineRange range = { 3, 7 };

  g_ptr_array_add (findings->failures, failure_new ());
  g_ptr_array_add (findings->runners, g_strdup ("pytest"));
  g_ptr_array_add (findings->passed, g_strdup ("x.py::test_a"));
  g_array_append_val (findings->summaries, range);
  g_array_append_val (findings->endings, range);
  g_ptr_array_add (findings->warnings, g_strdup ("own.yml:1: words"));

  return findings;
}

/* Nothing is claimed where nothing was said: that is not the same as none. */
static void
test_new (void)
{
  g_autoptr (Findings) findings = findings_new ();

  g_assert_cmpuint (findings->failures->len, ==, 0);
  g_assert_cmpuint (findings->runners->len, ==, 0);
  g_assert_cmpuint (findings->passed->len, ==, 0);
  g_assert_cmpuint (findings->summaries->len, ==, 0);
  g_assert_cmpuint (findings->endings->len, ==, 0);
  g_assert_cmpuint (findings->warnings->len, ==, 0);
  g_assert_cmpint (findings->claimed, ==, -1);
  g_assert_cmpuint (findings->left_out, ==, 0);
}

static guint n_freed;

static void
got_freed (gpointer data)
{
  n_freed++;
  g_free (data);
}

static void
got_failure_freed (gpointer failure)
{
  n_freed++;
  failure_free (failure);
}

static void
got_range_cleared (gpointer range)
{
  n_freed++;
}

/* The last reference frees all that it holds, and none before it does. */
static void
test_references (void)
{
  Findings *findings = new_filled ();
  Findings *other = findings_ref (findings);

  g_assert_true (other == findings);
  g_ptr_array_set_free_func (findings->failures, got_failure_freed);
  g_ptr_array_set_free_func (findings->runners, got_freed);
  g_ptr_array_set_free_func (findings->passed, got_freed);
  g_array_set_clear_func (findings->summaries, got_range_cleared);
  g_array_set_clear_func (findings->endings, got_range_cleared);
  g_ptr_array_set_free_func (findings->warnings, got_freed);

  findings_unref (findings);
  g_assert_cmpuint (n_freed, ==, 0);
  g_assert_cmpstr (g_ptr_array_index (other->runners, 0), ==, "pytest");
  findings_unref (other);
  g_assert_cmpuint (n_freed, ==, 6);
}

static gpointer
use_reference (gpointer data)
{
  for (guint i = 0; i < N_ROUNDS; i++) {
    g_autoptr (Findings) findings = findings_ref (data);

    g_assert_cmpuint (findings->failures->len, ==, 1);
  }
  findings_unref (data);

  return NULL;
}

/* Threads share them without a lock, and any of them may be the last. */
static void
test_threads (void)
{
  Findings *findings = new_filled ();
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("findings", use_reference, findings_ref (findings));
  findings_unref (findings);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
}

static void
test_unref_null (void)
{
  findings_unref (NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/findings/new", test_new);
  g_test_add_func ("/failures/findings/references", test_references);
  g_test_add_func ("/failures/findings/threads", test_threads);
  g_test_add_func ("/failures/findings/unref-null", test_unref_null);

  return g_test_run ();
}
