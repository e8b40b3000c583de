/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "words.h"

#include "stepper.h"

struct _CulpritStepper {
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkImage  *kind_image;
  GtkWidget *text_button;
  GtkLabel  *name_label;
  GtkLabel  *message_label;
  GtkLabel  *place_label;
};

enum {
  LIST_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CulpritStepper, culprit_stepper, GTK_TYPE_WIDGET)

static void
show_text (GtkLabel   *label,
           const char *text)
{
  g_autofree char *shown = culprit_dup_shown_text (text);

  gtk_label_set_text (label, shown);
  gtk_widget_set_visible (GTK_WIDGET (label), shown[0] != '\0');
}

static void
show_failure (CulpritStepper *self,
              const Failure  *failure,
              guint           position,
              guint           n)
{
  g_autofree char *name = failure_dup_short_name (failure);
  g_autofree char *kind = culprit_dup_failure_kind (failure);
  g_autofree char *words = culprit_dup_failure_words (failure, NULL, position, n);
  /* Translators: which of the failures this is */
  g_autofree char *place = g_strdup_printf (_("%u of %u"), position, n);

  gtk_image_set_from_icon_name (self->kind_image, culprit_get_failure_icon (failure));
  show_text (self->name_label, name[0] != '\0' ? name : kind);
  show_text (self->message_label, failure->test[0] != '\0' ? failure->message : kind);
  show_text (self->place_label, place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

static void
show_count (CulpritStepper *self,
            guint           n)
{
  g_autofree char *count = culprit_dup_count (n);
  g_autofree char *text = n == 0 ? g_strdup (_("No failure found"))
                                 : g_strdup_printf (ngettext ("%s failure", "%s failures", n),
                                                    count);

  gtk_image_set_from_icon_name (self->kind_image, NULL);
  show_text (self->name_label, text);
  show_text (self->message_label, "");
  show_text (self->place_label, "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

void
culprit_stepper_update (CulpritStepper *self,
                        Findings       *findings,
                        int             selected)
{
  g_return_if_fail (CULPRIT_IS_STEPPER (self));
  g_return_if_fail (findings != NULL);

  GPtrArray *failures = findings->failures;
  gboolean any = selected >= 0 && (guint) selected < failures->len;

  gtk_widget_set_visible (GTK_WIDGET (self->kind_image), any);
  if (any)
    show_failure (self, g_ptr_array_index (failures, selected), (guint) selected + 1,
                  failures->len);
  else
    show_count (self, failures->len);
}

static void
text_clicked (CulpritStepper *self)
{
  g_signal_emit (self, signals[LIST_REQUESTED], 0);
}

static void
culprit_stepper_dispose (GObject *object)
{
  CulpritStepper *self = CULPRIT_STEPPER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (culprit_stepper_parent_class)->dispose (object);
}

static void
culprit_stepper_class_init (CulpritStepperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = culprit_stepper_dispose;

  signals[LIST_REQUESTED] = g_signal_new ("list-requested", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/stepper.ui");
  gtk_widget_class_bind_template_child (widget_class, CulpritStepper, box);
  gtk_widget_class_bind_template_child (widget_class, CulpritStepper, kind_image);
  gtk_widget_class_bind_template_child (widget_class, CulpritStepper, text_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritStepper, name_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritStepper, message_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritStepper, place_label);
  gtk_widget_class_bind_template_callback (widget_class, text_clicked);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "stepper");
}

static void
culprit_stepper_init (CulpritStepper *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
culprit_stepper_new (void)
{
  return g_object_new (CULPRIT_TYPE_STEPPER, NULL);
}
