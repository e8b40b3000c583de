/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* What the user said of a text that a masker found: that it is no secret, or that it is one.
 * It counts everywhere, for as long as the process lives; it is stored nowhere. From any thread.
 */
typedef enum {
  SECRET_CHOICE_NONE,      /* as the format says */
  SECRET_CHOICE_KEEP,
  SECRET_CHOICE_MASK,
} SecretChoice;

void        secret_choices_set        (const char   *text,
                                       SecretChoice  choice);

/* The choices of this moment (transfer full), or NULL where there are none. */
GHashTable *secret_choices_ref        (void);

/* What was chosen for TEXT, which need not be NUL-terminated; CHOICES may be NULL. */
SecretChoice secret_choices_look_up   (GHashTable *choices,
                                       const char *text,
                                       gsize       length);

/* Whether what is personal is masked, too, where nothing was chosen for the text itself. It is not at first; who starts says
 * what the user wants (the setting mask-personal). */
void        secret_choices_set_masks_personal (gboolean masks_personal);
gboolean    secret_choices_get_masks_personal (void);

/* Another number after each change. */
guint       secret_choices_get_serial (void);
