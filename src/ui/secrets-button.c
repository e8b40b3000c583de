/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "secret-row.h"
#include "words.h"

#include "secrets-button.h"

/* More are masked without being listed. */
#define MAX_ROWS 200

struct _CulpritSecretsButton {
  GtkWidget      parent_instance;

  GPtrArray     *rows;         /* of CulpritSecretRow, borrowed from the list */

  GtkWidget     *button;
  GtkLabel      *label;
  GtkListBox    *list;
};

enum {
  CHOSEN,
  LINE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CulpritSecretsButton, culprit_secrets_button, GTK_TYPE_WIDGET)

static void
row_chosen (CulpritSecretsButton *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
row_line_activated (CulpritSecretsButton *self,
                    gint64                line)
{
  g_signal_emit (self, signals[LINE_ACTIVATED], 0, line);
}

/* Keeps the rows that there are, so that the focus stays on a switch that is used. */
static void
set_n_rows (CulpritSecretsButton *self,
            guint                 n)
{
  while (self->rows->len > n) {
    gtk_list_box_remove (self->list, g_ptr_array_index (self->rows, self->rows->len - 1));
    g_ptr_array_set_size (self->rows, self->rows->len - 1);
  }
  while (self->rows->len < n) {
    GtkWidget *row = culprit_secret_row_new ();

    g_signal_connect_swapped (row, "chosen", G_CALLBACK (row_chosen), self);
    g_signal_connect_swapped (row, "line-activated", G_CALLBACK (row_line_activated), self);
    gtk_list_box_append (self->list, row);
    g_ptr_array_add (self->rows, row);
  }
}

void
culprit_secrets_button_set_secrets (CulpritSecretsButton *self,
                                    const SecretList     *secrets)
{
  g_return_if_fail (CULPRIT_IS_SECRETS_BUTTON (self));

  g_autofree char *words = culprit_dup_secrets (secrets->n_masked, secret_list_count_shown (secrets));

  gtk_label_set_text (self->label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), secrets->secrets->len > 0);
  set_n_rows (self, MIN (secrets->secrets->len, MAX_ROWS));
  for (guint i = 0; i < self->rows->len; i++)
    culprit_secret_row_set_secret (g_ptr_array_index (self->rows, i),
                                   g_ptr_array_index (secrets->secrets, i));
}

static void
culprit_secrets_button_dispose (GObject *object)
{
  CulpritSecretsButton *self = CULPRIT_SECRETS_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (culprit_secrets_button_parent_class)->dispose (object);
}

static void
culprit_secrets_button_class_init (CulpritSecretsButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = culprit_secrets_button_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LINE_ACTIVATED] = g_signal_new ("line-activated", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/secrets-button.ui");
  gtk_widget_class_bind_template_child (widget_class, CulpritSecretsButton, button);
  gtk_widget_class_bind_template_child (widget_class, CulpritSecretsButton, label);
  gtk_widget_class_bind_template_child (widget_class, CulpritSecretsButton, list);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
culprit_secrets_button_init (CulpritSecretsButton *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
culprit_secrets_button_new (void)
{
  return g_object_new (CULPRIT_TYPE_SECRETS_BUTTON, NULL);
}
