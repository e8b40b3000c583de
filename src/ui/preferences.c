/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "account-group.h"
#include "cache-group.h"
#include "log-font-choice.h"
#include "native-dialog.h"
#include "own-masks.h"
#include "profile.h"
#include "settings.h"

#include "preferences.h"

/* Translators: the profile for any project; data/profiles/generic.json says it. Others are called by their project. */
#define GENERIC_TITLE N_("Any GitHub project")

struct _CulpritPreferences {
  AdwPreferencesWindow  parent_instance;

  AdwPreferencesPage   *accounts_page;
  GtkSwitch            *known_switch;
  GtkSwitch            *personal_switch;
  GtkSwitch            *session_switch;
  AdwComboRow          *colours_row;
  AdwComboRow          *font_row;
  GtkSpinButton        *font_size_spin;
  AdwComboRow          *profile_row;
  GtkSpinButton        *tail_spin;
};

G_DEFINE_FINAL_TYPE (CulpritPreferences, culprit_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
culprit_preferences_class_init (CulpritPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CULPRIT_TYPE_CACHE_GROUP);
  g_type_ensure (CULPRIT_TYPE_OWN_MASKS);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, CulpritPreferences, accounts_page);
  gtk_widget_class_bind_template_child (widget_class, CulpritPreferences, known_switch);
  gtk_widget_class_bind_template_child (widget_class, CulpritPreferences, personal_switch);
  gtk_widget_class_bind_template_child (widget_class, CulpritPreferences, session_switch);
  gtk_widget_class_bind_template_child (widget_class, CulpritPreferences, colours_row);
  gtk_widget_class_bind_template_child (widget_class, CulpritPreferences, font_row);
  gtk_widget_class_bind_template_child (widget_class, CulpritPreferences, font_size_spin);
  gtk_widget_class_bind_template_child (widget_class, CulpritPreferences, profile_row);
  gtk_widget_class_bind_template_child (widget_class, CulpritPreferences, tail_spin);
}

/* Without settings there is nothing to choose. */
static void
bind (gpointer    widget,
      const char *property,
      const char *key)
{
  GSettings *settings = settings_get ();

  if (settings != NULL)
    g_settings_bind (settings, key, widget, property, G_SETTINGS_BIND_DEFAULT);
  else
    gtk_widget_set_sensitive (widget, FALSE);
}

static gboolean
choice_to_index (GValue   *value,
                 GVariant *variant,
                 gpointer  user_data)
{
  const char *const *choices = user_data;

  for (guint i = 0; choices[i] != NULL; i++)
    if (g_str_equal (choices[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);

  return TRUE;
}

static GVariant *
index_to_choice (const GValue       *value,
                 const GVariantType *type,
                 gpointer            user_data)
{
  const char *const *choices = user_data;
  guint index = g_value_get_uint (value);

  return index < g_strv_length ((char **) choices) ? g_variant_new_string (choices[index]) : NULL;
}

/* CHOICES, as they stand in the settings, for the ROW's items; they are taken over. */
static void
bind_choices (AdwComboRow *row,
              const char  *key,
              GStrv        choices)
{
  GSettings *settings = settings_get ();

  if (settings != NULL) {
    g_settings_bind_with_mapping (settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT, choice_to_index,
                                  index_to_choice, choices, (GDestroyNotify) g_strfreev);
    return;
  }

  gtk_widget_set_sensitive (GTK_WIDGET (row), FALSE);
  g_strfreev (choices);
}

/* For people; its name where it cannot be read. */
static void
append_title (GtkStringList *titles,
              const char    *name)
{
  g_autoptr (Profile) profile = profile_load (name, NULL);

  gtk_string_list_append (titles, profile != NULL ? _(profile_get_title (profile)) : name);
}

/* Those that there are, and the one that is chosen, which may be gone. */
static void
show_profiles (CulpritPreferences *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = profile_list_names ();
  g_autofree char *chosen = settings_dup_profile ();
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GStrv choices;

  g_strv_builder_addv (builder, (const char **) names);
  if (!g_strv_contains ((const char *const *) names, chosen))
    g_strv_builder_add (builder, chosen);
  choices = g_strv_builder_end (builder);
  for (guint i = 0; choices[i] != NULL; i++)
    append_title (titles, choices[i]);
  adw_combo_row_set_model (self->profile_row, G_LIST_MODEL (titles));
  bind_choices (self->profile_row, "profile", choices);
}

static void
culprit_preferences_init (CulpritPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_preferences_page_add (self->accounts_page,
                            ADW_PREFERENCES_GROUP (culprit_account_group_new (SERVICE_GITHUB_API)));
  adw_preferences_page_add (self->accounts_page,
                            ADW_PREFERENCES_GROUP (culprit_account_group_new (SERVICE_BUILDKITE_API)));
  bind (self->known_switch, "active", "known-issues");
  bind (self->personal_switch, "active", "mask-personal");
  bind (self->session_switch, "active", "restore-session");
  bind (self->tail_spin, "value", "tail-lines");
  bind_choices (self->colours_row, "colour-scheme", g_strdupv ((char **) settings_colour_schemes));
  log_font_choice_bind (self->font_row, self->font_size_spin);
  show_profiles (self);
}

GtkWidget *
culprit_preferences_new (GtkWindow *parent)
{
  GtkWidget *self = g_object_new (CULPRIT_TYPE_PREFERENCES, "transient-for", parent, NULL);

  dialog_fit (GTK_WINDOW (self));

  return self;
}
