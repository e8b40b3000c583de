/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Two widgets side by side, of the same width where that is enough for both; where it is not,
 * the second one as small as it wants to be; and one under the other where even that is too
 * little. */
#define CULPRIT_TYPE_PAIR_BOX (culprit_pair_box_get_type ())
G_DECLARE_FINAL_TYPE (CulpritPairBox, culprit_pair_box, CULPRIT, PAIR_BOX, GtkWidget)

/* Puts the two in. */
void culprit_pair_box_set (CulpritPairBox *box,
                           GtkWidget      *first,
                           GtkWidget      *second);

/* Gives them up. */
void culprit_pair_box_clear (CulpritPairBox *box);

G_END_DECLS
