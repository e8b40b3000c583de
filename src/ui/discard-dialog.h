/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

typedef void (*DiscardFunc) (gpointer user_data);

/* Asks, in front of PARENT, whether the issues of LOGS (char *, what they are called), which were edited and are kept
 * nowhere, may be lost. Calls FUNC where they may; USER_DATA is an object, and nothing is called once it is gone. Returns
 * the dialog (transfer none). */
GtkWidget *discard_dialog_show (GtkWindow   *parent,
                                GPtrArray   *logs,
                                DiscardFunc  func,
                                gpointer     user_data);
