/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets DRAG carry a small label that says WORDS, what it is that is dragged. */
void culprit_drag_label_show (GdkDrag    *drag,
                              const char *words);

G_END_DECLS
