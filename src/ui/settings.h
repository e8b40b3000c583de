/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* What colour-scheme may be, in the order in which people choose; ends with NULL. */
extern const char *const settings_colour_schemes[];

/* The settings, or NULL where their schema is not installed: then the defaults hold and
 * nothing is remembered (transfer none). */
GSettings *settings_get            (void);

/* Name of the profile for logs of unknown projects (transfer full). */
char      *settings_dup_profile    (void);

/* One of settings_colour_schemes (transfer full). */
char      *settings_dup_colour_scheme (void);

/* Name of the font of logs, as Pango writes it; "" for the system's monospace font (transfer full). */
char      *settings_dup_log_font   (void);

/* Whether personal details are masked, too. */
gboolean   settings_masks_personal (void);

/* Lines in the tail range; 0 takes the number from the profile. */
int        settings_get_tail_lines (void);

/* Whether known issues are looked up without being asked for. */
gboolean   settings_looks_up_known (void);

/* Whether the logs that were open last come back when the program is started. */
gboolean   settings_restores_session (void);
