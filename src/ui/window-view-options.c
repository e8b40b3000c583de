/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How logs are shown: the same for all windows, and remembered. */

#include "config.h"

#include "settings.h"

#include "window-private.h"

/* The settings, the actions and the view's properties have the same names. */
static const char *const options[] = {
  "fit-rulers",
  "log-colours",
  "line-times",
  "short-prefixes",
  "wrap",
};

static const char *const line_times[] = { "none", "time-of-day", "since-start", "since-line" };

static void
update_view (CulpritWindow *self)
{
  CulpritLogPage *page = culprit_window_get_page (self);
  g_autoptr (GVariant) colours = g_action_get_state (G_ACTION (culprit_window_get_action (self, "log-colours")));
  g_autoptr (GVariant) times = g_action_get_state (G_ACTION (culprit_window_get_action (self, "line-times")));
  g_autoptr (GVariant) rulers = g_action_get_state (G_ACTION (culprit_window_get_action (self, "fit-rulers")));
  g_autoptr (GVariant) prefixes = g_action_get_state (G_ACTION (culprit_window_get_action (self, "short-prefixes")));
  g_autoptr (GVariant) wrap = g_action_get_state (G_ACTION (culprit_window_get_action (self, "wrap")));

  if (page != NULL)
    g_object_set (culprit_log_page_get_view (page),
                  "log-colours", g_variant_get_boolean (colours),
                  "line-times", g_variant_get_string (times, NULL),
                  "fit-rulers", g_variant_get_boolean (rulers),
                  "short-prefixes", g_variant_get_boolean (prefixes),
                  "wrap", g_variant_get_boolean (wrap),
                  NULL);
}

static void
setting_changed (CulpritWindow *self,
                 const char    *name)
{
  g_autoptr (GVariant) state = g_settings_get_value (settings_get (), name);

  g_simple_action_set_state (culprit_window_get_action (self, name), state);
  update_view (self);
}

static void
change_option (GSimpleAction *action,
               GVariant      *state,
               gpointer       user_data)
{
  GSettings *settings = settings_get ();

  g_simple_action_set_state (action, state);
  update_view (user_data);
  if (settings != NULL)
    g_settings_set_value (settings, g_action_get_name (G_ACTION (action)), state);
}

static void
do_next_line_times (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  GAction *times = G_ACTION (culprit_window_get_action (user_data, "line-times"));
  g_autoptr (GVariant) state = g_action_get_state (times);
  guint i = 0;

  while (i < G_N_ELEMENTS (line_times) && !g_str_equal (line_times[i], g_variant_get_string (state, NULL)))
    i++;
  g_action_change_state (times, g_variant_new_string (line_times[(i + 1) % G_N_ELEMENTS (line_times)]));
}

static const GActionEntry entries[] = {
  { "line-times", NULL, "s", "'none'", change_option },
  { "fit-rulers", NULL, NULL, "true", change_option },
  { "log-colours", NULL, NULL, "true", change_option },
  { "next-line-times", do_next_line_times },
  { "short-prefixes", NULL, NULL, "true", change_option },
  { "wrap", NULL, NULL, "false", change_option },
};

void
culprit_window_init_view_options (CulpritWindow *self)
{
  GSettings *settings = settings_get ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  if (settings == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (options); i++) {
    g_autofree char *signal = g_strconcat ("changed::", options[i], NULL);

    g_signal_connect_object (settings, signal, G_CALLBACK (setting_changed), self, G_CONNECT_SWAPPED);
    setting_changed (self, options[i]);
  }
}

void
culprit_window_update_view_options (CulpritWindow *self)
{
  CulpritLogPage *page = culprit_window_get_page (self);
  gboolean has_times = page != NULL && culprit_log_view_has_times (culprit_log_page_get_view (page));

  g_simple_action_set_enabled (culprit_window_get_action (self, "line-times"), has_times);
  g_simple_action_set_enabled (culprit_window_get_action (self, "next-line-times"), has_times);
  update_view (self);
}
