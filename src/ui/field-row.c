/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "focus-order.h"

#include "field-row-private.h"

enum {
  EDITED,
  RESET,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CulpritFieldRow, culprit_field_row, GTK_TYPE_WIDGET)

static const char *
skip_pictures (const char *caption)
{
  const char *at = caption;

  while (*at != '\0' && !g_unichar_isalnum (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return *at != '\0' ? at : caption;
}

char *
culprit_dup_copy_name (const char *caption)
{
  /* Translators: a button that copies a field; %s is the field's name */
  return g_strdup_printf (_("Copy %s"), skip_pictures (caption));
}

static void
name_buttons (CulpritFieldRow *self,
              const char      *caption)
{
  g_autofree char *copy_name = culprit_dup_copy_name (caption);
  /* Translators: a button that takes back the changes to a field; %s is the field's name */
  g_autofree char *reset_name = g_strdup_printf (_("Reset %s"), skip_pictures (caption));

  gtk_widget_set_tooltip_text (self->copy_button, copy_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, copy_name,
                                  -1);
  gtk_widget_set_tooltip_text (self->reset_button, reset_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reset_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, reset_name,
                                  -1);
}

static void
set_edited (CulpritFieldRow *self,
            gboolean         edited)
{
  self->edited = edited;
  gtk_widget_set_visible (self->reset_button, edited);
}

static void
text_changed (CulpritFieldRow *self)
{
  field_row_text_shown (self);
  if (self->setting)
    return;

  g_clear_pointer (&self->text, g_free);
  set_edited (self, TRUE);
  g_signal_emit (self, signals[EDITED], 0);
}

void
culprit_field_row_set_text (CulpritFieldRow *self,
                            const char      *text,
                            const char      *short_text)
{
  g_return_if_fail (CULPRIT_IS_FIELD_ROW (self));

  g_clear_pointer (&self->text, g_free);
  self->shortened = short_text != NULL;
  if (self->entry != NULL && short_text != NULL && !gtk_widget_has_focus (GTK_WIDGET (self->entry))) {
    self->text = g_strdup (text);
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->entry), text);
    field_row_show_text (self, short_text);
  } else {
    field_row_show_text (self, text);
  }
  set_edited (self, FALSE);
}

char *
culprit_field_row_dup_text (CulpritFieldRow *self)
{
  g_return_val_if_fail (CULPRIT_IS_FIELD_ROW (self), NULL);

  return self->text != NULL ? g_strdup (self->text) : field_row_dup_shown (self);
}

gboolean
culprit_field_row_is_edited (CulpritFieldRow *self)
{
  g_return_val_if_fail (CULPRIT_IS_FIELD_ROW (self), FALSE);

  return self->edited;
}

void
culprit_field_row_follow (CulpritFieldRow *self,
                          const char      *text,
                          const char      *short_text)
{
  if (!culprit_field_row_is_edited (self))
    culprit_field_row_set_text (self, text, short_text);
}

void
culprit_field_row_mark_edited (CulpritFieldRow *self)
{
  g_return_if_fail (CULPRIT_IS_FIELD_ROW (self));

  set_edited (self, TRUE);
}

void
culprit_field_row_restore (CulpritFieldRow *self,
                           const char      *text)
{
  g_return_if_fail (CULPRIT_IS_FIELD_ROW (self));

  g_free (self->before);
  self->before = culprit_field_row_dup_text (self);
  self->setting = TRUE;
  field_row_replace_text (self, text);
  self->setting = FALSE;
  set_edited (self, FALSE);
}

void
culprit_field_row_undo_restore (CulpritFieldRow *self)
{
  g_return_if_fail (CULPRIT_IS_FIELD_ROW (self));

  g_autofree char *before = g_steal_pointer (&self->before);

  if (before == NULL)
    return;

  self->setting = TRUE;
  field_row_replace_text (self, before);
  self->setting = FALSE;
  text_changed (self);
}

const char *
culprit_field_row_get_caption (CulpritFieldRow *self)
{
  g_return_val_if_fail (CULPRIT_IS_FIELD_ROW (self), NULL);

  return gtk_label_get_text (self->caption_label);
}

void
culprit_field_row_set_placeholder (CulpritFieldRow *self,
                                   const char      *placeholder)
{
  g_return_if_fail (CULPRIT_IS_FIELD_ROW (self));

  if (self->entry != NULL)
    gtk_text_set_placeholder_text (self->entry, placeholder);
  else
    gtk_label_set_text (GTK_LABEL (self->placeholder), placeholder);
}

void
culprit_field_row_set_verdict (CulpritFieldRow *self,
                               CulpritVerdict   verdict,
                               const char      *text)
{
  g_return_if_fail (CULPRIT_IS_FIELD_ROW (self));

  culprit_verdict_line_set (CULPRIT_VERDICT_LINE (self->verdict_line), verdict, text);
}

void
culprit_field_row_focus (CulpritFieldRow *self)
{
  g_return_if_fail (CULPRIT_IS_FIELD_ROW (self));

  gtk_widget_grab_focus (field_row_get_text (self));
}

static void
entry_focus_changed (CulpritFieldRow *self)
{
  g_autofree char *text = NULL;

  if (self->text == NULL || !gtk_widget_has_focus (GTK_WIDGET (self->entry)))
    return;

  text = g_steal_pointer (&self->text);
  field_row_show_text (self, text);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

static void
follow_text (CulpritFieldRow *self)
{
  if (self->entry != NULL) {
    g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (text_changed), self);
    g_signal_connect_swapped (self->entry, "notify::has-focus", G_CALLBACK (entry_focus_changed), self);
  } else {
    g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (text_changed), self);
  }
}

static void
reset_clicked (CulpritFieldRow *self)
{
  culprit_field_row_focus (self);
  g_signal_emit (self, signals[RESET], 0);
}

static void
culprit_field_row_dispose (GObject *object)
{
  CulpritFieldRow *self = CULPRIT_FIELD_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->before, g_free);

  G_OBJECT_CLASS (culprit_field_row_parent_class)->dispose (object);
}

static gboolean
move_focus (GtkWidget        *widget,
            GtkDirectionType  direction)
{
  CulpritFieldRow *self = CULPRIT_FIELD_ROW (widget);
  GtkWidget *parts[] = { field_row_get_text (self), self->reset_button, self->copy_button, NULL };

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (culprit_field_row_parent_class)->focus (widget, direction);

  return focus_order_move (parts, direction == GTK_DIR_TAB_FORWARD);
}

static void
culprit_field_row_class_init (CulpritFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = culprit_field_row_dispose;
  widget_class->focus = move_focus;

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RESET] = g_signal_new ("reset", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CULPRIT_TYPE_VERDICT_LINE);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CulpritFieldRow, box);
  gtk_widget_class_bind_template_child (widget_class, CulpritFieldRow, caption_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritFieldRow, text_slot);
  gtk_widget_class_bind_template_child (widget_class, CulpritFieldRow, verdict_line);
  gtk_widget_class_bind_template_child (widget_class, CulpritFieldRow, reset_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritFieldRow, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "field");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
culprit_field_row_init (CulpritFieldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
culprit_field_row_new (CulpritFieldKind  kind,
                       const char       *caption,
                       const char       *action)
{
  CulpritFieldRow *self = g_object_new (CULPRIT_TYPE_FIELD_ROW, NULL);

  self->kind = kind;
  gtk_label_set_text (self->caption_label, caption);
  name_buttons (self, caption);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->copy_button), action);

  field_row_make_text (self);
  follow_text (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (field_row_get_text (self)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, skip_pictures (caption), -1);

  return GTK_WIDGET (self);
}
