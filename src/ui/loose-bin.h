/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One child that follows the width of the window and does not hold it: where there is less room
 * than the child needs, its end is cut, until it is made smaller for the width that the window
 * has then. */
#define CULPRIT_TYPE_LOOSE_BIN (culprit_loose_bin_get_type ())
G_DECLARE_FINAL_TYPE (CulpritLooseBin, culprit_loose_bin, CULPRIT, LOOSE_BIN, GtkWidget)

/* Takes the place of the child that was there; CHILD may be NULL. */
void culprit_loose_bin_set_child (CulpritLooseBin *bin,
                                  GtkWidget       *child);

/* What a widget does whose only child is held so: its measure() and size_allocate(). FOR_SIZE is -1 where the height does not
 * follow the width. */
void loose_bin_measure           (GtkWidget       *child,
                                  GtkOrientation   orientation,
                                  int              for_size,
                                  int             *minimum,
                                  int             *natural);
void loose_bin_allocate          (GtkWidget       *child,
                                  int              width,
                                  int              height,
                                  int              baseline);

G_END_DECLS
