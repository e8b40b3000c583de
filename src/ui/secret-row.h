/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "secret-list.h"

G_BEGIN_DECLS

/* A secret in the list of a CulpritSecretsButton. Signals: chosen, and line-activated (gint64), as there. */
#define CULPRIT_TYPE_SECRET_ROW (culprit_secret_row_get_type ())
G_DECLARE_FINAL_TYPE (CulpritSecretRow, culprit_secret_row, CULPRIT, SECRET_ROW, GtkListBoxRow)

GtkWidget *culprit_secret_row_new        (void);

/* SECRET is copied. */
void       culprit_secret_row_set_secret (CulpritSecretRow *row,
                                          const Secret     *secret);

G_END_DECLS
