/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "verdict-line.h"

struct _CulpritVerdictLine {
  GtkWidget  parent_instance;

  GtkWidget *image;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (CulpritVerdictLine, culprit_verdict_line, GTK_TYPE_WIDGET)

void
culprit_verdict_line_set (CulpritVerdictLine *self,
                          CulpritVerdict      verdict,
                          const char         *text)
{
  g_return_if_fail (CULPRIT_IS_VERDICT_LINE (self));

  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_visible (widget, verdict != CULPRIT_VERDICT_NONE);
  if (verdict == CULPRIT_VERDICT_NONE)
    return;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->image),
                                verdict == CULPRIT_VERDICT_GOOD ? "emblem-ok-symbolic"
                                                                : "dialog-warning-symbolic");
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_remove_css_class (widget, "success");
  gtk_widget_remove_css_class (widget, "warning");
  gtk_widget_add_css_class (widget, verdict == CULPRIT_VERDICT_GOOD ? "success" : "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

static void
culprit_verdict_line_dispose (GObject *object)
{
  CulpritVerdictLine *self = CULPRIT_VERDICT_LINE (object);

  g_clear_pointer (&self->image, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (culprit_verdict_line_parent_class)->dispose (object);
}

static void
culprit_verdict_line_class_init (CulpritVerdictLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = culprit_verdict_line_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_widget_class_set_css_name (widget_class, "verdict");
}

static void
culprit_verdict_line_init (CulpritVerdictLine *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  /* Not a box, which gives an image and a text that wraps too little height for both
   * baselines. */
  gtk_grid_layout_set_column_spacing (GTK_GRID_LAYOUT (layout), 6);

  self->image = gtk_image_new ();
  gtk_widget_set_valign (self->image, GTK_ALIGN_START);
  gtk_widget_set_parent (self->image, GTK_WIDGET (self));

  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_grid_layout_child_set_column (
    GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, self->label)), 1);

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
culprit_verdict_line_new (void)
{
  return g_object_new (CULPRIT_TYPE_VERDICT_LINE, NULL);
}
