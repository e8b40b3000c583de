/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "field-row.h"
#include "markdown-inline.h"

#include "checks-row.h"

struct _CulpritChecksRow {
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkLabel  *caption_label;
  GtkWidget *checks_box;
  GtkWidget *copy_button;

  GPtrArray *checks;         /* of GtkCheckButton, borrowed */
  gboolean   setting;
};

enum {
  TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CulpritChecksRow, culprit_checks_row, GTK_TYPE_WIDGET)

static void
check_toggled (CulpritChecksRow *self,
               GtkCheckButton   *check)
{
  guint index;

  if (self->setting || !g_ptr_array_find (self->checks, check, &index))
    return;

  g_signal_emit (self, signals[TOGGLED], 0, index, gtk_check_button_get_active (check));
}

static void
add_check (CulpritChecksRow *self,
           const char       *text)
{
  g_autofree char *markup = markdown_dup_markup (text);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (label)),
                                  -1);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (check_toggled), self);

  gtk_box_append (GTK_BOX (self->checks_box), check);
  g_ptr_array_add (self->checks, check);
}

void
culprit_checks_row_set_active (CulpritChecksRow *self,
                               guint             check,
                               gboolean          active)
{
  g_return_if_fail (CULPRIT_IS_CHECKS_ROW (self));
  g_return_if_fail (check < self->checks->len);

  self->setting = TRUE;
  gtk_check_button_set_active (g_ptr_array_index (self->checks, check), active);
  self->setting = FALSE;
}

static void
culprit_checks_row_dispose (GObject *object)
{
  CulpritChecksRow *self = CULPRIT_CHECKS_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (culprit_checks_row_parent_class)->dispose (object);
}

static void
culprit_checks_row_class_init (CulpritChecksRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = culprit_checks_row_dispose;

  signals[TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/checks-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CulpritChecksRow, box);
  gtk_widget_class_bind_template_child (widget_class, CulpritChecksRow, caption_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritChecksRow, checks_box);
  gtk_widget_class_bind_template_child (widget_class, CulpritChecksRow, copy_button);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "field");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
culprit_checks_row_init (CulpritChecksRow *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
culprit_checks_row_new (const char *caption,
                        GStrv       checks,
                        const char *action)
{
  CulpritChecksRow *self = g_object_new (CULPRIT_TYPE_CHECKS_ROW, NULL);
  g_autofree char *copy_name = culprit_dup_copy_name (caption);

  gtk_label_set_text (self->caption_label, caption);
  gtk_widget_set_tooltip_text (self->copy_button, copy_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, copy_name,
                                  -1);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->copy_button), action);
  for (guint i = 0; checks != NULL && checks[i] != NULL; i++)
    add_check (self, checks[i]);

  return GTK_WIDGET (self);
}
