/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "verdict-line.h"

#define SPACING 6

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
                                verdict == CULPRIT_VERDICT_GOOD ? "culprit-passed-symbolic"
                                                                : "dialog-warning-symbolic");
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_remove_css_class (widget, "success");
  gtk_widget_remove_css_class (widget, "warning");
  gtk_widget_add_css_class (widget, verdict == CULPRIT_VERDICT_GOOD ? "success" : "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

static GtkSizeRequestMode
culprit_verdict_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Width of the image and what parts it from the text. */
static int
get_image_width (CulpritVerdictLine *self)
{
  int width;

  gtk_widget_measure (self->image, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);

  return width + SPACING;
}

/* Neither a box, which in GTK 4.8 gives an image and a text that wraps too little height for both baselines, nor a grid, whose
 * least height for any width is that of the narrowest one: GTK 4.18 warns of it. */
static void
culprit_verdict_line_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  CulpritVerdictLine *self = CULPRIT_VERDICT_LINE (widget);
  int image_width = get_image_width (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    gtk_widget_measure (self->label, orientation, -1, minimum, natural, NULL, NULL);
    *minimum += image_width;
    *natural += image_width;
  } else {
    int image_height;

    gtk_widget_measure (self->image, orientation, -1, NULL, &image_height, NULL, NULL);
    gtk_widget_measure (self->label, orientation, for_size < 0 ? -1 : for_size - image_width, minimum, natural, NULL, NULL);
    *minimum = MAX (*minimum, image_height);
    *natural = MAX (*natural, image_height);
  }
}

static void
culprit_verdict_line_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  CulpritVerdictLine *self = CULPRIT_VERDICT_LINE (widget);
  int image_width = get_image_width (self);
  GtkAllocation image = { 0, 0, image_width - SPACING, height };
  GtkAllocation label = { image_width, 0, width - image_width, height };

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL) {
    image.x = width - image.width;
    label.x = 0;
  }
  gtk_widget_size_allocate (self->image, &image, -1);
  gtk_widget_size_allocate (self->label, &label, -1);
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
  widget_class->get_request_mode = culprit_verdict_line_get_request_mode;
  widget_class->measure = culprit_verdict_line_measure;
  widget_class->size_allocate = culprit_verdict_line_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_widget_class_set_css_name (widget_class, "verdict");
}

static void
culprit_verdict_line_init (CulpritVerdictLine *self)
{
  self->image = gtk_image_new ();
  gtk_widget_set_valign (self->image, GTK_ALIGN_START);
  gtk_widget_set_parent (self->image, GTK_WIDGET (self));

  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
culprit_verdict_line_new (void)
{
  return g_object_new (CULPRIT_TYPE_VERDICT_LINE, NULL);
}
