/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "log-view-font.h"
#include "settings.h"

#include "log-font-choice.h"

#define KEY "log-font"

typedef struct {
  AdwComboRow   *row;       /* borrowed, which owns this */
  GtkSpinButton *size;      /* borrowed */
  GtkStringList *names;     /* what is shown: the system's font, then families */
  gboolean       is_shown;  /* what is being set is what the setting says */
} FontChoice;

static void
font_choice_free (gpointer data)
{
  FontChoice *choice = data;

  g_object_unref (choice->names);
  g_free (choice);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static GtkStringList *
list_names (GtkWidget *widget)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) fixed = g_ptr_array_new ();
  g_autofree PangoFontFamily **families = NULL;
  int n_families;

  pango_context_list_families (gtk_widget_get_pango_context (widget), &families, &n_families);
  for (int i = 0; i < n_families; i++)
    if (pango_font_family_is_monospace (families[i]))
      g_ptr_array_add (fixed, (gpointer) pango_font_family_get_name (families[i]));
  g_ptr_array_sort (fixed, compare_names);

  gtk_string_list_append (names, _("The System’s"));
  for (guint i = 0; i < fixed->len; i++)
    gtk_string_list_append (names, g_ptr_array_index (fixed, i));

  return names;
}

/* Place of FAMILY, which is added where it is not there: it may be gone, and is chosen all the same. */
static guint
find_name (FontChoice *choice,
           const char *family)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (choice->names));

  for (guint i = 1; i < n; i++)
    if (g_ascii_strcasecmp (gtk_string_list_get_string (choice->names, i), family) == 0)
      return i;
  gtk_string_list_append (choice->names, family);

  return n;
}

static void
show_setting (FontChoice *choice)
{
  g_autofree char *name = settings_dup_log_font ();
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (name);
  const char *family = pango_font_description_get_family (description);
  int size = pango_font_description_get_size (description) / PANGO_SCALE;
  gboolean is_own = family != NULL;

  choice->is_shown = TRUE;
  adw_combo_row_set_selected (choice->row, is_own ? find_name (choice, family) : 0);
  gtk_spin_button_set_value (choice->size, is_own && size > 0 ? size : log_font_get_system_size ());
  gtk_widget_set_sensitive (GTK_WIDGET (choice->size), is_own);
  choice->is_shown = FALSE;
}

static void
something_chosen (FontChoice *choice)
{
  guint selected = adw_combo_row_get_selected (choice->row);
  g_autoptr (PangoFontDescription) description = NULL;
  g_autofree char *name = NULL;

  if (choice->is_shown || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (selected > 0) {
    description = pango_font_description_new ();
    pango_font_description_set_family (description, gtk_string_list_get_string (choice->names, selected));
    pango_font_description_set_size (description, gtk_spin_button_get_value_as_int (choice->size) * PANGO_SCALE);
    name = pango_font_description_to_string (description);
  }
  g_settings_set_string (settings_get (), KEY, name != NULL ? name : "");
}

/* A closure, so that it goes with the row, which the choice goes with. */
static void
follow_setting (FontChoice *choice)
{
  GClosure *closure = g_cclosure_new_swap (G_CALLBACK (show_setting), choice, NULL);

  g_object_watch_closure (G_OBJECT (choice->row), closure);
  g_signal_connect_closure (settings_get (), "changed::" KEY, closure, FALSE);
}

void
log_font_choice_bind (AdwComboRow   *row,
                      GtkSpinButton *size)
{
  FontChoice *choice;

  if (settings_get () == NULL) {
    gtk_widget_set_sensitive (GTK_WIDGET (row), FALSE);
    gtk_widget_set_sensitive (GTK_WIDGET (size), FALSE);
    return;
  }

  choice = g_new0 (FontChoice, 1);
  choice->row = row;
  choice->size = size;
  choice->names = list_names (GTK_WIDGET (row));
  g_object_set_data_full (G_OBJECT (row), "log-font-choice", choice, font_choice_free);
  adw_combo_row_set_model (row, G_LIST_MODEL (choice->names));
  show_setting (choice);
  follow_setting (choice);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (something_chosen), choice);
  g_signal_connect_swapped (size, "value-changed", G_CALLBACK (something_chosen), choice);
}
