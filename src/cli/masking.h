/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "secret-list.h"

/* What a user should know of a text that was masked, on standard error; what is personal only
 * where that is a terminal, for there is somebody to take a second look. */

/* Masks what the user wants masked by the window's settings, where their schema is installed. */
void masking_follow_settings (void);

/* What is wrong with the user's own formats of secrets. */
void masking_print_warnings (void);

/* What is personal and not masked in the text that SECRETS was noted from, where there is any. */
void masking_print_personal (const SecretList *secrets);
