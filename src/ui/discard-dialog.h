/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

typedef void (*DiscardFunc) (GObject *object);

/* Asks, in front of PARENT, whether the issues of LOGS (char *, what they are called), which were edited and are kept
 * nowhere, may be lost. Calls FUNC with OBJECT where they may, and not once OBJECT is gone. Returns the dialog
 * (transfer none). */
GtkWidget *discard_dialog_show (GtkWindow   *parent,
                                GPtrArray   *logs,
                                DiscardFunc  func,
                                GObject     *object);
