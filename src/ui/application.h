/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The program: one instance a session, which opens every log that it is given, and which stays
 * for as long as the clipboard is its own. */
#define CULPRIT_TYPE_APPLICATION (culprit_application_get_type ())
G_DECLARE_FINAL_TYPE (CulpritApplication, culprit_application, CULPRIT, APPLICATION, AdwApplication)

GApplication *culprit_application_new (void);

G_END_DECLS
