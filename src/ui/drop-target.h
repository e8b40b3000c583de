/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "incoming-text.h"

G_BEGIN_DECLS

/* Takes logs that are dropped anywhere on a widget: files, links, or text.
 *
 * Properties:
 *   active (boolean, read-only)       something that can be dropped hovers
 *   files (int, read-only)            how many files hover; 0: text, -1: not known
 *   is-address (boolean, read-only)   it is an address in the web
 * Signals:
 *   files-dropped (GListModel)        of GFile; a link of a browser is among them with its
 *                                     http address
 *   text-dropped (IncomingText *)
 *   address-dropped (char *)          a link of a browser
 *   failed (GError *)                 what was dropped cannot be read
 */
#define CULPRIT_TYPE_DROP_TARGET (culprit_drop_target_get_type ())
G_DECLARE_FINAL_TYPE (CulpritDropTarget, culprit_drop_target, CULPRIT, DROP_TARGET, GObject)

/* WIDGET owns the controller; the target must live as long as WIDGET is in use. */
CulpritDropTarget *culprit_drop_target_new (GtkWidget *widget);

G_END_DECLS
