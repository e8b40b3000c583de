/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "log-view.h"

/* A view of LOG in a scrolled window without bars, as the program's window has it; RET_SCROLLED is for a parent to take. */
CulpritLogView *log_view_test_new (JobLog     *log,
                                   GtkWidget **ret_scrolled);
