/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "account-group.h"
#include "cache-group.h"
#include "settings.h"

#include "preferences.h"

struct _CulpritPreferences {
  AdwPreferencesWindow  parent_instance;

  AdwPreferencesPage   *accounts_page;
  GtkSwitch            *known_switch;
  GtkSwitch            *session_switch;
};

G_DEFINE_FINAL_TYPE (CulpritPreferences, culprit_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
culprit_preferences_class_init (CulpritPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CULPRIT_TYPE_CACHE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, CulpritPreferences, accounts_page);
  gtk_widget_class_bind_template_child (widget_class, CulpritPreferences, known_switch);
  gtk_widget_class_bind_template_child (widget_class, CulpritPreferences, session_switch);
}

/* Without settings there is nothing to choose. */
static void
bind_switch (GtkSwitch  *row_switch,
             const char *key)
{
  GSettings *settings = settings_get ();

  if (settings != NULL)
    g_settings_bind (settings, key, row_switch, "active", G_SETTINGS_BIND_DEFAULT);
  else
    gtk_widget_set_sensitive (GTK_WIDGET (row_switch), FALSE);
}

static void
culprit_preferences_init (CulpritPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_preferences_page_add (self->accounts_page,
                            ADW_PREFERENCES_GROUP (culprit_account_group_new (SERVICE_GITHUB_API)));
  adw_preferences_page_add (self->accounts_page,
                            ADW_PREFERENCES_GROUP (culprit_account_group_new (SERVICE_BUILDKITE_API)));
  bind_switch (self->known_switch, "known-issues");
  bind_switch (self->session_switch, "restore-session");
}

GtkWidget *
culprit_preferences_new (GtkWindow *parent)
{
  GtkWidget *self = g_object_new (CULPRIT_TYPE_PREFERENCES, "transient-for", parent, NULL);
  int parent_width = parent != NULL ? gtk_widget_get_width (GTK_WIDGET (parent)) : 0;
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (parent_width > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), MIN (width, parent_width), height);

  return self;
}
