/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "loose-bin.h"
#include "pair-box.h"
#include "words.h"

#include "range-bar.h"

struct _CulpritRangeBar {
  GtkWidget      parent_instance;

  GtkBox        *box;
  GtkSpinButton *spin;
  GtkAdjustment *adjustment;
  GtkLabel      *lines_label;
  GtkWidget     *size_squeezer;
  GtkLabel      *size_label;
  GtkLabel      *size_alone_label;
  GtkWidget     *copy_icon_button;
  GtkBox        *buttons;
  GtkButton     *copy_button;
  GtkButton     *failure_button;
  AdwSplitButton *issue_button;
  CulpritPairBox *pair;
  GMenuModel    *issue_menu;
  GMenuModel    *comment_menu;

  gboolean       is_updating;
  gboolean       is_narrow;
  gboolean       is_reported;
};

G_DEFINE_FINAL_TYPE (CulpritRangeBar, culprit_range_bar, GTK_TYPE_WIDGET)

enum {
  LINES_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
value_changed (CulpritRangeBar *self)
{
  if (!self->is_updating)
    g_signal_emit (self, signals[LINES_CHANGED], 0,
                   (gint64) gtk_adjustment_get_value (self->adjustment));
}

static GtkSizeRequestMode
culprit_range_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
culprit_range_bar_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  loose_bin_measure (GTK_WIDGET (CULPRIT_RANGE_BAR (widget)->box), orientation, for_size, minimum, natural);
}

static void
culprit_range_bar_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  loose_bin_allocate (GTK_WIDGET (CULPRIT_RANGE_BAR (widget)->box), width, height, baseline);
}

static void
culprit_range_bar_dispose (GObject *object)
{
  CulpritRangeBar *self = CULPRIT_RANGE_BAR (object);

  if (self->box != NULL)
    gtk_widget_dispose_template (GTK_WIDGET (self), CULPRIT_TYPE_RANGE_BAR);

  G_OBJECT_CLASS (culprit_range_bar_parent_class)->dispose (object);
}

static void
culprit_range_bar_class_init (CulpritRangeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = culprit_range_bar_dispose;
  widget_class->get_request_mode = culprit_range_bar_get_request_mode;
  widget_class->measure = culprit_range_bar_measure;
  widget_class->size_allocate = culprit_range_bar_size_allocate;

  signals[LINES_CHANGED] =
    g_signal_new ("lines-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (CULPRIT_TYPE_PAIR_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/range-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CulpritRangeBar, box);
  gtk_widget_class_bind_template_child (widget_class, CulpritRangeBar, spin);
  gtk_widget_class_bind_template_child (widget_class, CulpritRangeBar, adjustment);
  gtk_widget_class_bind_template_child (widget_class, CulpritRangeBar, lines_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritRangeBar, size_squeezer);
  gtk_widget_class_bind_template_child (widget_class, CulpritRangeBar, size_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritRangeBar, size_alone_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritRangeBar, copy_icon_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritRangeBar, buttons);
  gtk_widget_class_bind_template_child (widget_class, CulpritRangeBar, copy_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritRangeBar, pair);
  gtk_widget_class_bind_template_child (widget_class, CulpritRangeBar, failure_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritRangeBar, issue_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritRangeBar, issue_menu);
  gtk_widget_class_bind_template_child (widget_class, CulpritRangeBar, comment_menu);
}

static void
culprit_range_bar_init (CulpritRangeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The label before it is only the first word of what it says. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  culprit_range_bar_update (self, 0, 0, 0);
  g_signal_connect_swapped (self->adjustment, "value-changed", G_CALLBACK (value_changed), self);
}

GtkWidget *
culprit_range_bar_new (void)
{
  return g_object_new (CULPRIT_TYPE_RANGE_BAR, NULL);
}

static void
set_copy_words (CulpritRangeBar *self,
                gint64           lines)
{
  g_autofree char *count = culprit_dup_count (lines);
  /* Translators: %s is the number of lines. */
  g_autofree char *words = g_strdup_printf (ngettext ("Copy _Last %s Line", "Copy _Last %s Lines",
                                                      (gulong) lines), count);
  g_autofree char *plain = culprit_dup_without_mnemonic (words);

  gtk_button_set_label (self->copy_button, words);
  gtk_widget_set_tooltip_text (self->copy_icon_button, plain);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy_icon_button), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
}

/* A text that has the keyboard and becomes insensitive is not told that it lost it: GTK warns. */
static void
set_sensitive (CulpritRangeBar *self,
               gboolean         is_sensitive)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!is_sensitive && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->spin)))
    gtk_root_set_focus (root, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->spin), is_sensitive);
}

void
culprit_range_bar_update (CulpritRangeBar *self,
                          gint64           lines,
                          gint64           n_lines,
                          gint64           bytes)
{
  g_autofree char *size = g_format_size ((guint64) bytes);

  self->is_updating = TRUE;
  gtk_adjustment_set_upper (self->adjustment, (double) MAX (n_lines, 1));
  gtk_adjustment_set_value (self->adjustment, (double) lines);
  self->is_updating = FALSE;

  set_sensitive (self, n_lines > 0);
  /* Translators: after a number: "Last [525] lines". */
  gtk_label_set_text (self->lines_label, ngettext ("line", "lines", (gulong) lines));
  gtk_label_set_text (self->size_label, size);
  gtk_label_set_text (self->size_alone_label, size);
  set_copy_words (self, lines);
}

static void
set_button_words (CulpritRangeBar *self)
{
  const char *failure = _("Copy _Failure");
  const char *issue = self->is_reported ? _("Copy Co_mment") : _("Copy _Issue");

  if (self->is_narrow) {
    /* Translators: two buttons side by side in a window of 360 pixels, this and one of the next two: all in all they have
     * room for 25 letters. Where it is too long with the verb, the noun alone will do. */
    failure = C_("narrow", "Copy _Failure");
    issue = self->is_reported ? C_("narrow", "Copy Co_mment") : C_("narrow", "Copy _Issue");
  }
  gtk_button_set_label (self->failure_button, failure);
  adw_split_button_set_label (self->issue_button, issue);
}

void
culprit_range_bar_set_reported (CulpritRangeBar *self,
                                gboolean         is_reported)
{
  self->is_reported = is_reported;
  set_button_words (self);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->issue_button),
                               is_reported ? _("Copy a Comment for the Issue (Ctrl+Shift+M)")
                                           : _("Copy the Issue’s Text (Ctrl+Shift+C)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->issue_button),
                                  is_reported ? "win.copy-comment" : "win.copy-issue");
  adw_split_button_set_menu_model (self->issue_button, is_reported ? self->comment_menu : self->issue_menu);
}

/* In a row of their own, or one under the other where even that is too narrow for them. */
static void
put_into_pair (CulpritRangeBar *self)
{
  g_autoptr (GtkWidget) failure = g_object_ref (GTK_WIDGET (self->failure_button));
  g_autoptr (GtkWidget) issue = g_object_ref (GTK_WIDGET (self->issue_button));

  gtk_box_remove (self->buttons, failure);
  gtk_box_remove (self->buttons, issue);
  culprit_pair_box_set (self->pair, failure, issue);
}

static void
put_into_row (CulpritRangeBar *self)
{
  g_autoptr (GtkWidget) failure = g_object_ref (GTK_WIDGET (self->failure_button));
  g_autoptr (GtkWidget) issue = g_object_ref (GTK_WIDGET (self->issue_button));

  culprit_pair_box_clear (self->pair);
  gtk_box_append (self->buttons, failure);
  gtk_box_append (self->buttons, issue);
}

void
culprit_range_bar_set_width_class (CulpritRangeBar *self,
                                   WidthClass       width_class)
{
  gboolean narrow = width_class == WIDTH_NARROW;

  gtk_widget_set_visible (self->copy_icon_button, width_class < WIDTH_WIDE);
  gtk_widget_set_visible (GTK_WIDGET (self->copy_button), width_class >= WIDTH_WIDE);
  gtk_widget_set_hexpand (self->size_squeezer, narrow);
  if (self->is_narrow == narrow)
    return;

  self->is_narrow = narrow;
  set_button_words (self);
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->pair), narrow);
  if (narrow)
    put_into_pair (self);
  else
    put_into_row (self);
}
