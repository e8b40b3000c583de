/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "address.h"
#include "known-words.h"

#include "known-bar.h"

struct _CulpritKnownBar {
  GtkWidget   parent_instance;

  GPtrArray  *issues;            /* that are shown, or NULL */
  gboolean    is_report;         /* one of them is what a comment goes to */
  gboolean    is_narrow;

  GtkWidget  *box;
  GtkWidget  *issue_row;
  GtkLabel   *heading_label;
  GtkLabel   *line_label;
  GtkWidget  *comment_button;
  GtkWidget  *react_button;
  GtkButton  *open_button;
  GtkWidget  *more_button;
  GtkPopover *more_popover;
  GtkListBox *more_list;
  GtkWidget  *verdict_row;
  GtkLabel   *verdict_label;
  GtkWidget  *ask_button;
  GtkWidget  *history_button;
  GtkSpinner *ask_spinner;
};

G_DEFINE_FINAL_TYPE (CulpritKnownBar, culprit_known_bar, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_row (const KnownIssue *known)
{
  g_autofree char *heading = known_words_dup_heading (known);
  g_autofree char *line = known_words_dup_line (known);
  g_autofree char *name = g_strdup_printf ("%s, %s", heading, line);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), make_label (heading, NULL));
  gtk_box_append (GTK_BOX (box), make_label (line, "caption"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "known-row");
  gtk_widget_set_tooltip_text (row, known->issue->url);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

static void
fill_list (CulpritKnownBar *self,
           GPtrArray       *issues)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->more_list, 0)) != NULL)
    gtk_list_box_remove (self->more_list, GTK_WIDGET (row));
  for (guint i = 0; issues != NULL && i < issues->len; i++)
    gtk_list_box_append (self->more_list, make_row (g_ptr_array_index (issues, i)));
  gtk_widget_set_visible (self->more_button, issues != NULL && issues->len > 1);
}

static void
show_first (CulpritKnownBar  *self,
            const KnownIssue *known)
{
  g_autofree char *heading = known_words_dup_heading (known);
  g_autofree char *line = known_words_dup_line (known);
  gboolean is_page = address_is_page (known->issue->url);

  gtk_label_set_text (self->heading_label, heading);
  gtk_label_set_text (self->line_label, line);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->line_label), line);
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), is_page);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_button), "s", known->issue->url);
}

void
culprit_known_bar_set_issues (CulpritKnownBar *self,
                              GPtrArray       *issues)
{
  const KnownIssue *first = known_words_get_first (issues);

  g_return_if_fail (CULPRIT_IS_KNOWN_BAR (self));

  if (issues != NULL && issues == self->issues)
    return;

  g_clear_pointer (&self->issues, g_ptr_array_unref);
  self->issues = issues != NULL ? g_ptr_array_ref (issues) : NULL;
  gtk_popover_popdown (self->more_popover);
  fill_list (self, issues);
  if (first != NULL)
    show_first (self, first);
  self->is_report = known_words_get_report (issues) != NULL;
  gtk_widget_set_visible (self->comment_button, self->is_report && !self->is_narrow);
  gtk_widget_set_visible (self->react_button, self->is_report);
  gtk_widget_set_visible (self->issue_row, first != NULL);
}

void
culprit_known_bar_set_narrow (CulpritKnownBar *self,
                              gboolean         narrow)
{
  g_return_if_fail (CULPRIT_IS_KNOWN_BAR (self));

  self->is_narrow = narrow;
  gtk_widget_set_visible (self->comment_button, self->is_report && !narrow);
}

void
culprit_known_bar_set_verdict (CulpritKnownBar *self,
                               const char      *verdict,
                               gboolean         can_ask,
                               gboolean         asks)
{
  g_return_if_fail (CULPRIT_IS_KNOWN_BAR (self));

  gtk_label_set_text (self->verdict_label, verdict != NULL ? verdict : _("Mine or main’s?"));
  gtk_widget_set_visible (self->ask_button, verdict == NULL && !asks);
  gtk_widget_set_visible (self->history_button, verdict != NULL || asks);
  gtk_widget_set_visible (GTK_WIDGET (self->ask_spinner), asks);
  gtk_widget_set_visible (self->verdict_row, verdict != NULL || can_ask || asks);
}

gboolean
culprit_known_bar_has_content (CulpritKnownBar *self)
{
  g_return_val_if_fail (CULPRIT_IS_KNOWN_BAR (self), FALSE);

  return gtk_widget_get_visible (self->issue_row) || gtk_widget_get_visible (self->verdict_row);
}

static void
row_activated (CulpritKnownBar *self,
               GtkListBoxRow   *row)
{
  const KnownIssue *known = g_ptr_array_index (self->issues, gtk_list_box_row_get_index (row));

  gtk_popover_popdown (self->more_popover);
  if (address_is_page (known->issue->url))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", known->issue->url);
}

static void
culprit_known_bar_dispose (GObject *object)
{
  CulpritKnownBar *self = CULPRIT_KNOWN_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->issues, g_ptr_array_unref);

  G_OBJECT_CLASS (culprit_known_bar_parent_class)->dispose (object);
}

static void
culprit_known_bar_class_init (CulpritKnownBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = culprit_known_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/known-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CulpritKnownBar, box);
  gtk_widget_class_bind_template_child (widget_class, CulpritKnownBar, issue_row);
  gtk_widget_class_bind_template_child (widget_class, CulpritKnownBar, heading_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritKnownBar, line_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritKnownBar, comment_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritKnownBar, react_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritKnownBar, open_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritKnownBar, more_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritKnownBar, more_popover);
  gtk_widget_class_bind_template_child (widget_class, CulpritKnownBar, more_list);
  gtk_widget_class_bind_template_child (widget_class, CulpritKnownBar, verdict_row);
  gtk_widget_class_bind_template_child (widget_class, CulpritKnownBar, verdict_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritKnownBar, ask_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritKnownBar, history_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritKnownBar, ask_spinner);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "knownbar");
}

static void
culprit_known_bar_init (CulpritKnownBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
culprit_known_bar_new (void)
{
  return g_object_new (CULPRIT_TYPE_KNOWN_BAR, NULL);
}
