/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "line-place.h"
#include "words.h"

#include "go-to-bar.h"

struct _CulpritGoToBar {
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkEntry  *entry;
  GtkLabel  *label;

  gint64     current;
  gint64     n_lines;
  char      *problem;        /* with what was entered last, or NULL */
};

enum {
  CHOSEN,
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CulpritGoToBar, culprit_go_to_bar, GTK_TYPE_WIDGET)

static char *
dup_lines (CulpritGoToBar *self)
{
  g_autofree char *count = culprit_dup_count (self->n_lines);

  /* Translators: the lines that there are to go to: "1–3,054". */
  return g_strdup_printf (_("1–%s"), count);
}

static void
show_words (CulpritGoToBar *self)
{
  g_autofree char *lines = dup_lines (self);
  const char *words = self->problem != NULL ? self->problem : lines;

  gtk_label_set_text (self->label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               self->problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (self->problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
text_changed (CulpritGoToBar *self)
{
  g_clear_pointer (&self->problem, g_free);
  show_words (self);
}

static gint64
check (CulpritGoToBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gint64 line;

  g_clear_pointer (&self->problem, g_free);
  line = line_place_parse (text, self->current, self->n_lines, &self->problem);
  show_words (self);

  return line;
}

static void
entered (CulpritGoToBar *self)
{
  gint64 line = check (self);

  if (line > 0)
    g_signal_emit (self, signals[CHOSEN], 0, line);
}

static void
close_requested (CulpritGoToBar *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
culprit_go_to_bar_dispose (GObject *object)
{
  CulpritGoToBar *self = CULPRIT_GO_TO_BAR (object);

  if (self->box != NULL)
    gtk_widget_dispose_template (GTK_WIDGET (self), CULPRIT_TYPE_GO_TO_BAR);
  g_clear_pointer (&self->problem, g_free);

  G_OBJECT_CLASS (culprit_go_to_bar_parent_class)->dispose (object);
}

static void
culprit_go_to_bar_class_init (CulpritGoToBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = culprit_go_to_bar_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/go-to-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CulpritGoToBar, box);
  gtk_widget_class_bind_template_child (widget_class, CulpritGoToBar, entry);
  gtk_widget_class_bind_template_child (widget_class, CulpritGoToBar, label);
  gtk_widget_class_bind_template_callback (widget_class, text_changed);
  gtk_widget_class_bind_template_callback (widget_class, entered);
  gtk_widget_class_bind_template_callback (widget_class, close_requested);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Escape, 0, "closed", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "gotobar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
culprit_go_to_bar_init (CulpritGoToBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
culprit_go_to_bar_new (void)
{
  return g_object_new (CULPRIT_TYPE_GO_TO_BAR, NULL);
}

void
culprit_go_to_bar_start (CulpritGoToBar *self)
{
  g_return_if_fail (CULPRIT_IS_GO_TO_BAR (self));

  text_changed (self);
  /* GTK 4.8 warns of a cursor that already blinks where a selection begins. */
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

void
culprit_go_to_bar_set_lines (CulpritGoToBar *self,
                             gint64          current,
                             gint64          n_lines)
{
  g_return_if_fail (CULPRIT_IS_GO_TO_BAR (self));

  self->current = current;
  if (self->n_lines == n_lines)
    return;

  self->n_lines = n_lines;
  /* What was too much may be there by now. */
  if (self->problem != NULL)
    check (self);
  else
    show_words (self);
}
