/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#ifdef HAVE_MALLOC_TRIM
#include <malloc.h>
#endif

#include "freed-memory.h"
#include "worker.h"

void
freed_memory_give_back (void)
{
#ifdef HAVE_MALLOC_TRIM
  malloc_trim (0);
#endif
}

static void
give_back (GTask        *task,
           gpointer      object,
           gpointer      data,
           GCancellable *cancellable)
{
  freed_memory_give_back ();
  g_task_return_boolean (task, TRUE);
}

void
freed_memory_give_back_in_worker (void)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  worker_run (task, give_back);
}
