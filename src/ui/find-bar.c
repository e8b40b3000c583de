/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "words.h"

#include "find-bar.h"

struct _CulpritFindBar {
  GtkWidget        parent_instance;

  GtkWidget       *box;
  GtkSearchEntry  *entry;
  GtkToggleButton *regex_button;
  GtkToggleButton *case_button;
  GtkToggleButton *filter_button;
  GtkSpinButton   *context_spin;
  GtkWidget       *context_label;
  GtkLabel        *hits_label;
  GtkWidget       *close_button;
  gboolean         narrow;

  GtkEventController *keys;     /* the window's, while the bar is on it */
};

enum {
  CHANGED,
  MOVED,
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CulpritFindBar, culprit_find_bar, GTK_TYPE_WIDGET)

void
culprit_find_bar_start (CulpritFindBar *self,
                        const char     *text)
{
  g_return_if_fail (CULPRIT_IS_FIND_BAR (self));

  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

const char *
culprit_find_bar_get_text (CulpritFindBar *self)
{
  g_return_val_if_fail (CULPRIT_IS_FIND_BAR (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

void
culprit_find_bar_set_text (CulpritFindBar *self,
                           const char     *text)
{
  g_return_if_fail (CULPRIT_IS_FIND_BAR (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

static void
show_words (CulpritFindBar *self,
            const char     *words,
            gboolean        is_wrong)
{
  gtk_label_set_text (self->hits_label, words);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

FindPattern *
culprit_find_bar_make_pattern (CulpritFindBar *self)
{
  g_autoptr (GError) error = NULL;
  FindPattern *pattern;
  const char *text;

  g_return_val_if_fail (CULPRIT_IS_FIND_BAR (self), NULL);

  text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  show_words (self, "", FALSE);
  if (*text == '\0')
    return NULL;
  pattern = find_pattern_new (text, (gtk_toggle_button_get_active (self->regex_button) ? FIND_REGEX : 0)
                              | (gtk_toggle_button_get_active (self->case_button) ? FIND_MATCH_CASE : 0), &error);
  if (pattern == NULL)
    show_words (self, error->message, TRUE);

  return pattern;
}

void
culprit_find_bar_show_hits (CulpritFindBar *self,
                            gint64          position,
                            gint64          n_hits,
                            gboolean        is_done)
{
  g_autofree char *at = culprit_dup_count (position);
  g_autofree char *count = culprit_dup_count (n_hits);
  g_autofree char *words = NULL;

  g_return_if_fail (CULPRIT_IS_FIND_BAR (self));

  if (!is_done)
    /* Translators: hits of a search so far */
    words = g_strdup_printf (_("%s, still looking…"), count);
  else if (n_hits == 0)
    words = g_strdup (_("No matches"));
  else if (position > 0)
    /* Translators: which hit of a search this is, and how many there are */
    words = g_strdup_printf (_("%s of %s"), at, count);
  else
    words = g_strdup_printf (ngettext ("%s match", "%s matches", (gulong) n_hits), count);
  show_words (self, words, is_done && n_hits == 0);
}

static void
filter_toggled (CulpritFindBar *self)
{
  gtk_widget_set_visible (self->context_label, !self->narrow && gtk_toggle_button_get_active (self->filter_button));
}

void
culprit_find_bar_set_narrow (CulpritFindBar *self,
                             gboolean        narrow)
{
  g_return_if_fail (CULPRIT_IS_FIND_BAR (self));

  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (self->close_button, !narrow);
  filter_toggled (self);
}

void
culprit_find_bar_bind_filter (CulpritFindBar *self,
                              GObject        *target)
{
  g_return_if_fail (CULPRIT_IS_FIND_BAR (self));

  g_object_bind_property (self->filter_button, "active", target, "only-matching",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (gtk_spin_button_get_adjustment (self->context_spin), "value", target, "context",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

static void
pattern_changed (CulpritFindBar *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
next_requested (CulpritFindBar *self)
{
  g_signal_emit (self, signals[MOVED], 0, 1);
}

static void
previous_requested (CulpritFindBar *self)
{
  g_signal_emit (self, signals[MOVED], 0, -1);
}

static void
close_requested (CulpritFindBar *self)
{
  show_words (self, "", FALSE);
  g_signal_emit (self, signals[CLOSED], 0);
}

static gboolean
key_pressed (CulpritFindBar  *self,
             guint            key,
             guint            code,
             GdkModifierType  state)
{
  if ((gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    return GDK_EVENT_PROPAGATE;

  state &= gtk_accelerator_get_default_mod_mask ();
  /* As with Caps Lock. */
  key = gdk_keyval_to_lower (key);
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && state == GDK_SHIFT_MASK) {
    previous_requested (self);
    return GDK_EVENT_STOP;
  }
  if (state == GDK_ALT_MASK && (key == GDK_KEY_r || key == GDK_KEY_c || key == GDK_KEY_l)) {
    GtkToggleButton *button = key == GDK_KEY_r ? self->regex_button
                              : key == GDK_KEY_c ? self->case_button : self->filter_button;

    gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
    return GDK_EVENT_STOP;
  }

  return GDK_EVENT_PROPAGATE;
}

/* Before the window looks for a button with the same letter. */
static void
culprit_find_bar_map (GtkWidget *widget)
{
  CulpritFindBar *self = CULPRIT_FIND_BAR (widget);

  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->keys);

  GTK_WIDGET_CLASS (culprit_find_bar_parent_class)->map (widget);
}

static void
culprit_find_bar_unmap (GtkWidget *widget)
{
  CulpritFindBar *self = CULPRIT_FIND_BAR (widget);

  gtk_widget_remove_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->keys);
  self->keys = NULL;

  GTK_WIDGET_CLASS (culprit_find_bar_parent_class)->unmap (widget);
}

static void
culprit_find_bar_dispose (GObject *object)
{
  CulpritFindBar *self = CULPRIT_FIND_BAR (object);

  if (self->box != NULL)
    gtk_widget_dispose_template (GTK_WIDGET (self), CULPRIT_TYPE_FIND_BAR);

  G_OBJECT_CLASS (culprit_find_bar_parent_class)->dispose (object);
}

static void
culprit_find_bar_class_init (CulpritFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = culprit_find_bar_dispose;
  widget_class->map = culprit_find_bar_map;
  widget_class->unmap = culprit_find_bar_unmap;

  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CulpritFindBar, box);
  gtk_widget_class_bind_template_child (widget_class, CulpritFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, CulpritFindBar, regex_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritFindBar, case_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritFindBar, filter_button);
  gtk_widget_class_bind_template_child (widget_class, CulpritFindBar, context_spin);
  gtk_widget_class_bind_template_child (widget_class, CulpritFindBar, context_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritFindBar, hits_label);
  gtk_widget_class_bind_template_child (widget_class, CulpritFindBar, close_button);
  gtk_widget_class_bind_template_callback (widget_class, filter_toggled);
  gtk_widget_class_bind_template_callback (widget_class, pattern_changed);
  gtk_widget_class_bind_template_callback (widget_class, next_requested);
  gtk_widget_class_bind_template_callback (widget_class, previous_requested);
  gtk_widget_class_bind_template_callback (widget_class, close_requested);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "findbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
}

static void
culprit_find_bar_init (CulpritFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  filter_toggled (self);
}

GtkWidget *
culprit_find_bar_new (void)
{
  return g_object_new (CULPRIT_TYPE_FIND_BAR, NULL);
}
