/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

/* Lets the user choose the font of all logs: ROW gets the system's monospace font and the families in which every
 * character has the same width, SIZE its size in points. They show what the setting log-font says, and set it. */
void log_font_choice_bind (AdwComboRow   *row,
                           GtkSpinButton *size);
