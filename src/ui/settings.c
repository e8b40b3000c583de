/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "settings.h"

#define DEFAULT_PROFILE "vllm"

const char *const settings_colour_schemes[] = { "system", "light", "dark", NULL };

static gpointer
settings_new (gpointer unused)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);
  if (schema == NULL)
    return NULL;

  return g_settings_new_full (schema, NULL, NULL);
}

GSettings *
settings_get (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, settings_new, NULL);
}

char *
settings_dup_profile (void)
{
  GSettings *settings = settings_get ();

  return settings != NULL ? g_settings_get_string (settings, "profile") : g_strdup (DEFAULT_PROFILE);
}

char *
settings_dup_colour_scheme (void)
{
  GSettings *settings = settings_get ();

  return settings != NULL ? g_settings_get_string (settings, "colour-scheme")
                          : g_strdup (settings_colour_schemes[0]);
}

char *
settings_dup_log_font (void)
{
  GSettings *settings = settings_get ();

  return settings != NULL ? g_settings_get_string (settings, "log-font") : g_strdup ("");
}

gboolean
settings_masks_personal (void)
{
  GSettings *settings = settings_get ();

  return settings != NULL && g_settings_get_boolean (settings, "mask-personal");
}

int
settings_get_tail_lines (void)
{
  GSettings *settings = settings_get ();

  return settings != NULL ? g_settings_get_int (settings, "tail-lines") : 0;
}

gboolean
settings_looks_up_known (void)
{
  GSettings *settings = settings_get ();

  return settings == NULL || g_settings_get_boolean (settings, "known-issues");
}

gboolean
settings_restores_session (void)
{
  GSettings *settings = settings_get ();

  return settings == NULL || g_settings_get_boolean (settings, "restore-session");
}
