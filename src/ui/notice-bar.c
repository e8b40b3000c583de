/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "notice-bar.h"

/* More would hide the log; the oldest goes. */
#define MAX_NOTICES 4

struct _CulpritNoticeBar {
  GtkWidget  parent_instance;

  GtkWidget *list;          /* of a GtkRevealer each */
};

G_DEFINE_FINAL_TYPE (CulpritNoticeBar, culprit_notice_bar, GTK_TYPE_WIDGET)

static void
culprit_notice_bar_dispose (GObject *object)
{
  CulpritNoticeBar *self = CULPRIT_NOTICE_BAR (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);

  G_OBJECT_CLASS (culprit_notice_bar_parent_class)->dispose (object);
}

static void
culprit_notice_bar_class_init (CulpritNoticeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = culprit_notice_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
culprit_notice_bar_init (CulpritNoticeBar *self)
{
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

GtkWidget *
culprit_notice_bar_new (void)
{
  return g_object_new (CULPRIT_TYPE_NOTICE_BAR, NULL);
}

static void
revealed_changed (GtkRevealer *revealer)
{
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (revealer));

  if (list != NULL && !gtk_revealer_get_reveal_child (revealer)
      && !gtk_revealer_get_child_revealed (revealer))
    gtk_box_remove (GTK_BOX (list), GTK_WIDGET (revealer));
}

static void
dismiss (GtkRevealer *revealer)
{
  gtk_revealer_set_reveal_child (revealer, FALSE);
}

static GtkWidget *
notice_label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);

  return label;
}

static GtkWidget *
notice_new (const char *text)
{
  GtkWidget *notice = g_object_new (GTK_TYPE_BOX,
                                    "spacing", 12,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT,
                                    NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_add_css_class (notice, "notice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (notice), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_box_append (GTK_BOX (notice), icon);
  gtk_box_append (GTK_BOX (notice), notice_label_new (text));

  return notice;
}

static void
add_button (GtkWidget   *notice,
            GtkRevealer *revealer,
            const char  *label,
            const char  *action,
            GVariant    *target)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  /* The action comes first: without animations the button is gone at once. It may take the notice away itself. */
  g_signal_connect_object (button, "clicked", G_CALLBACK (dismiss), revealer, G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (notice), button);
}

static void
add_close_button (GtkWidget   *notice,
                  GtkRevealer *revealer)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Close Notice"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close Notice"), -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (dismiss), revealer);
  gtk_box_append (GTK_BOX (notice), button);
}

/* To who does not see it, by the window, of which a screen reader knows already. Toasts are told of by libadwaita. GTK 4.18
 * calls what is not there where it speaks to no AT-SPI. */
static void
tell (CulpritNoticeBar *self,
      const char       *text)
{
#if GTK_CHECK_VERSION (4, 14, 0)
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkATContext) context = NULL;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  context = root != NULL ? gtk_accessible_get_at_context (GTK_ACCESSIBLE (root)) : NULL;
  if (context != NULL && g_str_equal (G_OBJECT_TYPE_NAME (context), "GtkAtSpiContext"))
    gtk_accessible_announce (GTK_ACCESSIBLE (root), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
}

static void
drop_oldest (CulpritNoticeBar *self)
{
  guint n_notices = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->list); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_notices++;

  if (n_notices >= MAX_NOTICES)
    gtk_box_remove (GTK_BOX (self->list), gtk_widget_get_first_child (self->list));
}

void
culprit_notice_bar_add (CulpritNoticeBar *self,
                        const char       *text,
                        const char       *button,
                        const char       *action,
                        GVariant         *target)
{
  g_autoptr (GVariant) held_target = target != NULL ? g_variant_ref_sink (target) : NULL;
  GtkWidget *revealer = gtk_revealer_new ();
  GtkWidget *notice = notice_new (text);

  drop_oldest (self);

  gtk_revealer_set_transition_duration (GTK_REVEALER (revealer), 200);
  gtk_revealer_set_child (GTK_REVEALER (revealer), notice);
  if (button != NULL)
    add_button (notice, GTK_REVEALER (revealer), button, action, held_target);
  add_close_button (notice, GTK_REVEALER (revealer));

  gtk_box_append (GTK_BOX (self->list), revealer);
  gtk_revealer_set_reveal_child (GTK_REVEALER (revealer), TRUE);
  g_signal_connect (revealer, "notify::child-revealed", G_CALLBACK (revealed_changed), NULL);
  tell (self, text);
}

gboolean
culprit_notice_bar_has (CulpritNoticeBar *self,
                        const char       *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->list); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *notice = gtk_revealer_get_child (GTK_REVEALER (child));
    GtkWidget *label = gtk_widget_get_next_sibling (gtk_widget_get_first_child (notice));

    if (gtk_revealer_get_reveal_child (GTK_REVEALER (child)) && g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text))
      return TRUE;
  }

  return FALSE;
}

void
culprit_notice_bar_clear (CulpritNoticeBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
}
