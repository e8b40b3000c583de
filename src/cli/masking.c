/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "input.h"
#include "masker.h"
#include "secret-choices.h"

#include "masking.h"

/* So many are named; the others are counted. */
#define MAX_NAMED 5

void
masking_follow_settings (void)
{
  g_autoptr (GSettings) settings = input_open_settings ("mask-personal");

  if (settings != NULL)
    secret_choices_set_masks_personal (g_settings_get_boolean (settings, "mask-personal"));
}

void
masking_print_warnings (void)
{
  command_warn_all (masker_get_warnings ());
}

void
masking_print_personal (const SecretList *secrets)
{
  guint n = secret_list_count_shown (secrets);
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_named = 0;

  if (n == 0 || !isatty (STDERR_FILENO))
    return;

  for (guint i = 0; i < secrets->secrets->len && n_named < MAX_NAMED; i++) {
    const Secret *secret = g_ptr_array_index (secrets->secrets, i);

    if (!secret->is_personal)
      continue;
    g_string_append_printf (names, "%s%s (%s)", n_named > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (secret->texts, 0), secret->kind);
    n_named++;
  }
  if (n > n_named)
    g_string_append (names, ", …");

  /* Translators: how many personal details are in a text, and what they are */
  command_warn (ngettext ("%u personal detail is not masked: %s",
                          "%u personal details are not masked: %s", n), n, names->str);
}
