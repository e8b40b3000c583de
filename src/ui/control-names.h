/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a screen reader calls the controls that GTK and libadwaita make or name themselves.
 *
 * Before 4.10 GTK takes no name from a tooltip, so that a button with an icon has none; it says
 * a button's label twice, once with the mnemonic's underline; and it names neither the rows of
 * lists with a model nor the button and the list of a drop-down. From when this is called on, each control is
 * named when it is shown or what may hide it is, unless it has a name: a button after its label or its tooltip, a search
 * entry after its placeholder, a row after the labels in it, a tab after its title, a list in a drop-down or a table
 * after that, and one in a window of preferences that has no title over it after its page. An item of a menu is named after
 * its text, and told of as a choice where it is one; rows can be pressed. From GTK 4.10 on that is done alone for what GTK
 * 4.18 and libadwaita 1.7 leave without: items of menus, menus of no button, lists, rows and search entries with no name of
 * their own, rows with an entry, the button of a drop-down, buttons of pages, buttons that the program names otherwise than by
 * their labels, the chosen tab, and rows to be pressed.
 *
 * Call once, when GTK is initialised. */
void control_names_init   (void);

/* Names what is in WIDGET, which may be out of sight as yet, and tells which of its tabs is the chosen one. */
void control_names_update (GtkWidget *widget);

G_END_DECLS
