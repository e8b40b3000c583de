/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "words.h"

#include "section-row.h"

struct _CulpritSectionRow {
  GtkListBoxRow  parent_instance;

  gint64         first_line;
  gint64         last_line;
  double         seconds;

  GtkLabel      *name_label;
  GtkWidget     *failed_image;
  GtkLabel      *duration_label;
};

G_DEFINE_FINAL_TYPE (CulpritSectionRow, culprit_section_row, GTK_TYPE_LIST_BOX_ROW)

static void
tell_words (CulpritSectionRow *self,
            const char        *name,
            gboolean           has_failures)
{
  g_autofree char *first = culprit_dup_count (self->first_line);
  g_autofree char *last = culprit_dup_count (self->last_line);
  g_autofree char *duration = culprit_dup_duration_words (self->seconds);
  GString *words = g_string_new ("");

  /* Translators: a section's name, first and last line */
  g_string_append_printf (words, _("%s, lines %s to %s"), name, first, last);
  if (duration[0] != '\0')
    g_string_append_printf (words, ", %s", duration);
  if (has_failures)
    g_string_append (words, _(", contains failures"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words->str,
                                  -1);
  g_string_free (words, TRUE);
}

void
culprit_section_row_set_section (CulpritSectionRow *self,
                                 const Section     *section,
                                 gboolean           has_failures)
{
  g_return_if_fail (CULPRIT_IS_SECTION_ROW (self));
  g_return_if_fail (section != NULL);

  g_autofree char *name = culprit_dup_shown_text (section->name);

  if (self->first_line == section->first_line &&
      self->last_line == section->last_line &&
      self->seconds == section->seconds &&
      has_failures == gtk_widget_get_visible (self->failed_image) &&
      g_str_equal (name, gtk_label_get_text (self->name_label)))
    return;

  self->first_line = section->first_line;
  self->last_line = section->last_line;
  self->seconds = section->seconds;

  g_autofree char *duration = culprit_dup_duration (section->seconds);

  gtk_label_set_text (self->name_label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name_label), name);
  gtk_label_set_text (self->duration_label, duration);
  gtk_widget_set_visible (GTK_WIDGET (self->duration_label), duration[0] != '\0');
  gtk_widget_set_visible (self->failed_image, has_failures);
  tell_words (self, name, has_failures);
}

gint64
culprit_section_row_get_first_line (CulpritSectionRow *self)
{
  g_return_val_if_fail (CULPRIT_IS_SECTION_ROW (self), 0);

  return self->first_line;
}

static void
culprit_section_row_class_init (CulpritSectionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/section-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CulpritSectionRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritSectionRow, failed_image);
  gtk_widget_class_bind_template_child (widget_class, CulpritSectionRow, duration_label);
}

static void
culprit_section_row_init (CulpritSectionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
culprit_section_row_new (void)
{
  return g_object_new (CULPRIT_TYPE_SECTION_ROW, NULL);
}
