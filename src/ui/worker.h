/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* Runs FUNC for TASK in a worker, as g_task_run_in_thread() does. A task and the object that it is of are let go by
 * whichever thread is done last, and a worker must not take widgets apart: here the object is let go by the thread that
 * calls this, in its default main context. */
void     worker_run  (GTask           *task,
                      GTaskThreadFunc  func);

/* Waits for the workers that run, MILLISECONDS at most; FALSE where some go on after that. Once main() is left, libraries take
 * apart what a worker may use: those of the windows that were closed are cancelled, and end soon. */
gboolean worker_wait (guint            milliseconds);
