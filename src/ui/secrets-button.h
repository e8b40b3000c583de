/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "secret-list.h"

G_BEGIN_DECLS

/* How many secrets are masked, on a button that lists them, and what is personal: each with the lines
 * of the log where it stands, to jump to one after the other, and a switch that says whether it is
 * masked, everywhere. Hidden while there is none.
 *
 * Signals: chosen, when a switch was used, after the choice counts; line-activated (gint64: the line). */
#define CULPRIT_TYPE_SECRETS_BUTTON (culprit_secrets_button_get_type ())
G_DECLARE_FINAL_TYPE (CulpritSecretsButton, culprit_secrets_button, CULPRIT, SECRETS_BUTTON, GtkWidget)

GtkWidget *culprit_secrets_button_new         (void);

/* SECRETS is copied as far as it is shown. */
void       culprit_secrets_button_set_secrets (CulpritSecretsButton *button,
                                               const SecretList     *secrets);

G_END_DECLS
