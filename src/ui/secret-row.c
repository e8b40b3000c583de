/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "words.h"

#include "secret-row.h"

struct _CulpritSecretRow {
  GtkListBoxRow  parent_instance;

  Secret        *secret;
  guint          next;           /* which of its lines is the next to jump to */

  GtkLabel      *kind_label;
  GtkLabel      *text_label;
  GtkWidget     *line_button;
  GtkSwitch     *mask_switch;
};

enum {
  CHOSEN,
  LINE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CulpritSecretRow, culprit_secret_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_next_line (CulpritSecretRow *self)
{
  GArray *lines = self->secret->lines;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->line_button, lines->len > 0);
  if (lines->len == 0)
    return;

  number = culprit_dup_count (g_array_index (lines, gint64, self->next % lines->len));
  /* Translators: %s is the number of a line of the log; the button goes there. */
  text = g_strdup_printf (_("Line %s"), number);
  gtk_button_set_label (GTK_BUTTON (self->line_button), text);
}

static void
line_clicked (CulpritSecretRow *self)
{
  GArray *lines = self->secret->lines;

  g_signal_emit (self, signals[LINE_ACTIVATED], 0,
                 g_array_index (lines, gint64, self->next++ % lines->len));
  show_next_line (self);
}

static void
switch_changed (CulpritSecretRow *self)
{
  secret_set_masked (self->secret, gtk_switch_get_active (self->mask_switch));
  g_signal_emit (self, signals[CHOSEN], 0);
}

void
culprit_secret_row_set_secret (CulpritSecretRow *self,
                               const Secret     *secret)
{
  g_return_if_fail (CULPRIT_IS_SECRET_ROW (self));

  Secret *before = self->secret;
  g_autofree char *kind = g_strdelimit (g_strdup (secret->kind), "-", ' ');
  g_autofree char *hint = secret_dup_hint (secret);
  g_autofree char *count = culprit_dup_count (secret->n_places);
  /* Translators: the start of a secret, and in how many places it stands */
  g_autofree char *text = g_strdup_printf (ngettext ("%s in %s place", "%s in %s places",
                                                     secret->n_places), hint, count);
  /* Translators: %s is a kind of secret; the switch says whether it is masked. */
  g_autofree char *label = g_strdup_printf (_("Mask %s"), kind);

  self->secret = secret_copy (secret);
  g_clear_pointer (&before, secret_free);
  self->next = MIN (self->next, secret->lines->len);

  gtk_label_set_text (self->kind_label, kind);
  gtk_label_set_text (self->text_label, secret->n_places > 1 ? text : hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mask_switch),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->mask_switch), label);
  show_next_line (self);

  g_signal_handlers_block_by_func (self->mask_switch, switch_changed, self);
  gtk_switch_set_active (self->mask_switch, secret->n_masked == secret->n_places);
  g_signal_handlers_unblock_by_func (self->mask_switch, switch_changed, self);
}

static void
culprit_secret_row_finalize (GObject *object)
{
  g_clear_pointer (&CULPRIT_SECRET_ROW (object)->secret, secret_free);

  G_OBJECT_CLASS (culprit_secret_row_parent_class)->finalize (object);
}

static void
culprit_secret_row_class_init (CulpritSecretRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = culprit_secret_row_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LINE_ACTIVATED] = g_signal_new ("line-activated", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/secret-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CulpritSecretRow, kind_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritSecretRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritSecretRow, line_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritSecretRow, mask_switch);
}

static void
culprit_secret_row_init (CulpritSecretRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->kind_label, self->text_label, NULL, -1);
  g_signal_connect_swapped (self->line_button, "clicked", G_CALLBACK (line_clicked), self);
  g_signal_connect_swapped (self->mask_switch, "notify::active", G_CALLBACK (switch_changed), self);
}

GtkWidget *
culprit_secret_row_new (void)
{
  return g_object_new (CULPRIT_TYPE_SECRET_ROW, NULL);
}
