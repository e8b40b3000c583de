/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "loose-bin.h"

struct _CulpritLooseBin {
  GtkWidget  parent_instance;

  GtkWidget *child;
};

enum {
  PROP_CHILD = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CulpritLooseBin, culprit_loose_bin, GTK_TYPE_WIDGET)

void
loose_bin_measure (GtkWidget      *child,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural)
{
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0) {
    int least_width;

    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
    for_size = MAX (for_size, least_width);
  }
  gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = 0;
}

void
loose_bin_allocate (GtkWidget *child,
                    int        width,
                    int        height,
                    int        baseline)
{
  GtkAllocation allocation = { 0 };
  int least_width, least_height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  allocation.width = MAX (width, least_width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, allocation.width, &least_height, NULL, NULL, NULL);
  allocation.height = MAX (height, least_height);
  if (gtk_widget_get_direction (gtk_widget_get_parent (child)) == GTK_TEXT_DIR_RTL)
    allocation.x = width - allocation.width;
  gtk_widget_size_allocate (child, &allocation, baseline);
}

static void
culprit_loose_bin_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  CulpritLooseBin *self = CULPRIT_LOOSE_BIN (widget);

  if (self->child != NULL)
    loose_bin_measure (self->child, orientation, -1, minimum, natural);
}

static void
culprit_loose_bin_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  CulpritLooseBin *self = CULPRIT_LOOSE_BIN (widget);

  if (self->child != NULL)
    loose_bin_allocate (self->child, width, height, baseline);
}

void
culprit_loose_bin_set_child (CulpritLooseBin *self,
                             GtkWidget       *child)
{
  g_return_if_fail (CULPRIT_IS_LOOSE_BIN (self));

  if (child == self->child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

static void
culprit_loose_bin_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *spec)
{
  g_value_set_object (value, CULPRIT_LOOSE_BIN (object)->child);
}

static void
culprit_loose_bin_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *spec)
{
  culprit_loose_bin_set_child (CULPRIT_LOOSE_BIN (object), g_value_get_object (value));
}

static void
culprit_loose_bin_dispose (GObject *object)
{
  g_clear_pointer (&CULPRIT_LOOSE_BIN (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (culprit_loose_bin_parent_class)->dispose (object);
}

static void
culprit_loose_bin_class_init (CulpritLooseBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = culprit_loose_bin_get_property;
  object_class->set_property = culprit_loose_bin_set_property;
  object_class->dispose = culprit_loose_bin_dispose;
  widget_class->measure = culprit_loose_bin_measure;
  widget_class->size_allocate = culprit_loose_bin_size_allocate;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
culprit_loose_bin_init (CulpritLooseBin *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
