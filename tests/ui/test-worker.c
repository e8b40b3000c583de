/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "worker.h"

/* An object whose end is of interest, and a thread that holds its task longest. */
typedef struct {
  GThread *last;              /* holds the task until was_called */
  gint     was_called;
  GThread *ended_in;
  gint     has_ended;
} Case;

static void
object_ended (gpointer  data,
              GObject  *object)
{
  Case *test = data;

  test->ended_in = g_thread_self ();
  g_atomic_int_set (&test->has_ended, TRUE);
  g_main_context_wakeup (NULL);
}

typedef struct {
  GTask *task;
  Case  *test;
} Holding;

static gpointer
hold_task (gpointer data)
{
  Holding *holding = data;

  while (!g_atomic_int_get (&holding->test->was_called))
    g_usleep (100);
  g_object_unref (holding->task);
  g_free (holding);

  return NULL;
}

static void
work (GTask        *task,
      gpointer      object,
      gpointer      data,
      GCancellable *cancellable)
{
  Case *test = data;
  Holding *holding = g_new (Holding, 1);

  *holding = (Holding) { g_object_ref (task), test };
  test->last = g_thread_new ("last", hold_task, holding);
  g_task_return_boolean (task, TRUE);
}

static void
worked (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  Case *test = user_data;

  g_assert_true (g_task_propagate_boolean (G_TASK (result), NULL));
  g_atomic_int_set (&test->was_called, TRUE);
}

static void
test_object (void)
{
  GObject *object = g_object_new (G_TYPE_OBJECT, NULL);
  Case test = { 0 };
  GTask *task = g_task_new (object, NULL, worked, &test);

  g_object_weak_ref (object, object_ended, &test);
  g_object_unref (object);
  g_task_set_task_data (task, &test, NULL);
  worker_run (task, work);
  g_object_unref (task);
  while (!g_atomic_int_get (&test.has_ended))
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (test.was_called);
  g_assert_true (test.ended_in == g_thread_self ());
  g_thread_join (test.last);
}

static void
test_none (void)
{
  Case test = { 0 };
  GTask *task = g_task_new (NULL, NULL, worked, &test);

  g_task_set_task_data (task, &test, NULL);
  worker_run (task, work);
  g_object_unref (task);
  while (!g_atomic_int_get (&test.was_called))
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (test.last);
}

static void
work_until_told (GTask        *task,
                 gpointer      object,
                 gpointer      data,
                 GCancellable *cancellable)
{
  gint *may_end = data;

  while (!g_atomic_int_get (may_end))
    g_usleep (1000);
  g_task_return_boolean (task, TRUE);
}

static void
test_wait (void)
{
  gint may_end = FALSE;
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_assert_true (worker_wait (0));
  g_task_set_task_data (task, &may_end, NULL);
  worker_run (task, work_until_told);
  g_assert_false (worker_wait (20));
  g_atomic_int_set (&may_end, TRUE);
  g_assert_true (worker_wait (60 * 1000));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worker/object", test_object);
  g_test_add_func ("/worker/none", test_none);
  g_test_add_func ("/worker/wait", test_wait);

  return g_test_run ();
}
