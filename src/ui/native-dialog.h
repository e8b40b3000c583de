/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

/* Shows DIALOG (transfer full) until it is answered, or the window that it belongs to is closed: GTK would leave it there
 * then. */
void native_dialog_show (GtkNativeDialog *dialog);

/* Makes DIALOG, by its default size, no wider than the window that it belongs to, if there is one. */
void dialog_fit         (GtkWindow       *dialog);
