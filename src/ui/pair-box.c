/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "pair-box.h"

#define SPACING 12

struct _CulpritPairBox {
  GtkWidget  parent_instance;

  GtkWidget *first;
  GtkWidget *second;
};

G_DEFINE_FINAL_TYPE (CulpritPairBox, culprit_pair_box, GTK_TYPE_WIDGET)

static int
get_natural_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

/* Width of the second widget beside the first one, or -1 where it comes under it. */
static int
split (CulpritPairBox *self,
       int             width)
{
  int first = get_natural_width (self->first);
  int second = get_natural_width (self->second);
  int half = (width - SPACING) / 2;

  if (MAX (first, second) <= half)
    return half;
  if (first + SPACING + second <= width)
    return second;

  return -1;
}

static GtkSizeRequestMode
culprit_pair_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (CulpritPairBox *self,
               int            *minimum,
               int            *natural)
{
  int first, second;

  gtk_widget_measure (self->first, GTK_ORIENTATION_HORIZONTAL, -1, &first, NULL, NULL, NULL);
  gtk_widget_measure (self->second, GTK_ORIENTATION_HORIZONTAL, -1, &second, NULL, NULL, NULL);
  *minimum = MAX (first, second);
  *natural = MAX (*minimum,
                  2 * MAX (get_natural_width (self->first), get_natural_width (self->second)) +
                  SPACING);
}

static void
measure_height (CulpritPairBox *self,
                int             width,
                int            *minimum,
                int            *natural)
{
  int beside = width < 0 ? 0 : split (self, width);
  int first_width = width < 0 ? -1 : beside < 0 ? width : width - SPACING - beside;
  int second_width = width < 0 ? -1 : beside < 0 ? width : beside;
  int first_minimum, first_natural, second_minimum, second_natural;

  gtk_widget_measure (self->first, GTK_ORIENTATION_VERTICAL, first_width,
                      &first_minimum, &first_natural, NULL, NULL);
  gtk_widget_measure (self->second, GTK_ORIENTATION_VERTICAL, second_width,
                      &second_minimum, &second_natural, NULL, NULL);
  if (beside < 0) {
    *minimum = first_minimum + SPACING + second_minimum;
    *natural = first_natural + SPACING + second_natural;
  } else {
    *minimum = MAX (first_minimum, second_minimum);
    *natural = MAX (first_natural, second_natural);
  }
}

static void
culprit_pair_box_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  CulpritPairBox *self = CULPRIT_PAIR_BOX (widget);

  if (self->first == NULL)
    return;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else
    measure_height (self, for_size, minimum, natural);
}

static void
place (CulpritPairBox *self,
       GtkWidget      *child,
       GtkAllocation   allocation)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    allocation.x = gtk_widget_get_width (widget) - allocation.x - allocation.width;
  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
culprit_pair_box_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  CulpritPairBox *self = CULPRIT_PAIR_BOX (widget);
  int beside, first_height;

  if (self->first == NULL)
    return;

  beside = split (self, width);
  if (beside >= 0) {
    int first_width = width - SPACING - beside;

    place (self, self->first, (GtkAllocation) { 0, 0, first_width, height });
    place (self, self->second, (GtkAllocation) { first_width + SPACING, 0, beside, height });
    return;
  }

  gtk_widget_measure (self->first, GTK_ORIENTATION_VERTICAL, width,
                      NULL, &first_height, NULL, NULL);
  first_height = MIN (first_height, (height - SPACING) / 2);
  place (self, self->first, (GtkAllocation) { 0, 0, width, first_height });
  place (self, self->second, (GtkAllocation) { 0, first_height + SPACING, width,
                                               height - first_height - SPACING });
}

void
culprit_pair_box_set (CulpritPairBox *self,
                      GtkWidget      *first,
                      GtkWidget      *second)
{
  g_return_if_fail (CULPRIT_IS_PAIR_BOX (self));
  g_return_if_fail (self->first == NULL);

  self->first = first;
  gtk_widget_set_parent (first, GTK_WIDGET (self));
  self->second = second;
  gtk_widget_set_parent (second, GTK_WIDGET (self));
}

void
culprit_pair_box_clear (CulpritPairBox *self)
{
  g_return_if_fail (CULPRIT_IS_PAIR_BOX (self));

  g_clear_pointer (&self->first, gtk_widget_unparent);
  g_clear_pointer (&self->second, gtk_widget_unparent);
}

static void
culprit_pair_box_dispose (GObject *object)
{
  culprit_pair_box_clear (CULPRIT_PAIR_BOX (object));

  G_OBJECT_CLASS (culprit_pair_box_parent_class)->dispose (object);
}

static void
culprit_pair_box_class_init (CulpritPairBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = culprit_pair_box_dispose;
  widget_class->get_request_mode = culprit_pair_box_get_request_mode;
  widget_class->measure = culprit_pair_box_measure;
  widget_class->size_allocate = culprit_pair_box_size_allocate;
}

static void
culprit_pair_box_init (CulpritPairBox *self)
{
}
