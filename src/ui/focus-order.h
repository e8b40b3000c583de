/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For a widget's GtkWidgetClass.focus: the Tab key goes through PARTS, ended by NULL, in their order, and
 * from the last one on. GTK goes from the higher middle to the lower one, and would come to the buttons
 * beside a text of many lines before the text. FALSE: the keyboard is to leave the widget. */
gboolean focus_order_move (GtkWidget **parts,
                           gboolean    is_forward);

G_END_DECLS
