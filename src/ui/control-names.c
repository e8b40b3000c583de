/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "words.h"

#include "control-names.h"

#define MAX_LABELS  12              /* of a row */
#define TOLD        "culprit-told"  /* data of what is done for a control once */

/* Whether GTK itself names its controls, but for some. */
static gboolean
gtk_names_controls (void)
{
  return gtk_check_version (4, 10, 0) == NULL;
}

static gboolean
has_label (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static gboolean
has_labels (GtkWidget *widget)
{
  return gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
set_label (GtkWidget  *widget,
           const char *text)
{
  if (text != NULL && text[0] != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* The labels in WIDGET and below it, the last one first. */
static GList *
find_labels (GtkWidget *widget,
             GList     *found)
{
  if (GTK_IS_LABEL (widget))
    return g_list_length (found) < MAX_LABELS ? g_list_prepend (found, widget) : found;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_labels (child, found);

  return found;
}

static void
set_labels (GtkWidget *widget,
            GList     *labels)
{
  GtkAccessibleRelation relation = GTK_ACCESSIBLE_RELATION_LABELLED_BY;
  GValue value = G_VALUE_INIT;

  if (labels == NULL)
    return;

  gtk_accessible_relation_init_value (relation, &value);
  g_value_set_pointer (&value, labels);
  gtk_accessible_update_relation_value (GTK_ACCESSIBLE (widget), 1, &relation, &value);
  g_value_unset (&value);
}

/* Those of what is in WIDGET. */
static void
set_labels_inside (GtkWidget *widget)
{
  set_labels (widget, g_list_reverse (find_labels (widget, NULL)));
}

static const char *
get_search_words (void)
{
  return g_dgettext ("libadwaita", "Search");
}

static const char *
get_close_words (void)
{
  return g_dgettext ("gtk40", "Close");
}

static void
name_after_label (GtkWidget *button)
{
  const char *label = gtk_button_get_label (GTK_BUTTON (button));
  g_autofree char *shown = NULL;

  if (label == NULL || !gtk_button_get_use_underline (GTK_BUTTON (button)))
    return;

  shown = culprit_dup_without_mnemonic (label);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  set_label (button, shown);
}

/* The ones of GTK's window of keys and of libadwaita's toasts have no tooltip. */
static void
name_after_tooltip (GtkWidget *button)
{
  const char *tooltip = gtk_widget_get_tooltip_text (button);
  const char *icon = gtk_button_get_icon_name (GTK_BUTTON (button));

  if (tooltip == NULL && g_strcmp0 (icon, "edit-find-symbolic") == 0)
    tooltip = get_search_words ();
  else if (tooltip == NULL && g_strcmp0 (icon, "window-close-symbolic") == 0)
    tooltip = get_close_words ();
  set_label (button, tooltip);
}

/* GTK calls the button of a page after its title, and leaves the mark of the mnemonic there. */
static void
name_after_page (GtkWidget *button)
{
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (button));

  if (GTK_IS_STACK_SWITCHER (gtk_widget_get_parent (button)) && GTK_IS_LABEL (child))
    set_label (button, gtk_label_get_text (GTK_LABEL (child)));
}

/* What the program itself names is called so, and not by its label as well; GTK gives each button its label as its name. */
static gboolean
has_own_name (GtkWidget *button)
{
  const char *label = gtk_button_get_label (GTK_BUTTON (button));
  g_autofree char *other = NULL;

  if (label == NULL || !has_label (button) || g_object_get_data (G_OBJECT (button), TOLD) != NULL)
    return FALSE;

  other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  if (other == NULL) {
    g_object_set_data (G_OBJECT (button), TOLD, button);
    return FALSE;
  }
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);

  return TRUE;
}

static void
name_button (GtkWidget *button)
{
  gboolean has_icon = gtk_button_get_icon_name (GTK_BUTTON (button)) != NULL;

  name_after_page (button);
  if (has_own_name (button) || gtk_names_controls ())
    return;

  if (gtk_button_get_label (GTK_BUTTON (button)) == NULL && !has_label (button) && (has_icon || !has_labels (button)))
    name_after_tooltip (button);
  if (!has_label (button) && !has_labels (button) && !GTK_IS_DROP_DOWN (gtk_widget_get_parent (button)))
    set_labels_inside (button);

  name_after_label (button);
  g_signal_handlers_disconnect_by_func (button, name_after_label, NULL);
  g_signal_connect (button, "notify::label", G_CALLBACK (name_after_label), NULL);
}

/* Its labels change when it comes to show another item. Those of the row of titles come and go with the columns: it is
 * called as the table is. */
static void
name_row (GtkWidget *row)
{
  GtkWidget *parent = gtk_widget_get_parent (row);

  if (GTK_IS_COLUMN_VIEW (parent))
    set_labels (row, g_list_append (NULL, parent));
  else if (!has_label (row) && !has_labels (row))
    set_labels_inside (row);
}

static void
name_drop_down (GtkWidget *drop_down)
{
  GtkWidget *button = gtk_widget_get_first_child (drop_down);

  /* From GTK 4.10 on it is called as what is chosen in it. */
  if (has_label (drop_down))
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  if (GTK_IS_TOGGLE_BUTTON (button))
    set_labels (button, g_list_append (NULL, drop_down));
}

static void
name_list_view (GtkWidget *list)
{
  GtkWidget *row = gtk_widget_get_ancestor (list, ADW_TYPE_COMBO_ROW);
  GtkWidget *holder = gtk_widget_get_ancestor (list, GTK_TYPE_DROP_DOWN);

  if (holder == NULL)
    holder = gtk_widget_get_ancestor (list, GTK_TYPE_COLUMN_VIEW);
  if (has_label (list) || has_labels (list))
    return;

  if (row != NULL) {
    g_autofree char *title = culprit_dup_without_mnemonic (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

    set_label (list, title);
  } else if (holder != NULL) {
    set_labels (list, g_list_append (NULL, holder));
  }
}

/* What has no words over it there is called as the window is. */
static void
name_in_about_window (GtkWidget *widget)
{
  GtkWidget *window = gtk_widget_get_ancestor (widget, ADW_TYPE_ABOUT_WINDOW);

  if (window == NULL)
    return;

  /* Newer versions of libadwaita call it after an empty title. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  set_label (widget, gtk_window_get_title (GTK_WINDOW (window)));
}

/* In a window of preferences: libadwaita names those lists that have a title over them, and gives the others an empty
 * name. */
static void
name_list_box (GtkWidget *list)
{
  GtkWidget *group = gtk_widget_get_ancestor (list, ADW_TYPE_PREFERENCES_GROUP);
  GtkWidget *page = gtk_widget_get_ancestor (list, ADW_TYPE_PREFERENCES_PAGE);
  const char *title = group != NULL ? adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)) : NULL;
  g_autofree char *shown = NULL;

  if (title != NULL && title[0] != '\0')
    return;

  name_in_about_window (list);
  if (gtk_widget_get_ancestor (list, ADW_TYPE_PREFERENCES_WINDOW) == NULL)
    return;

  title = page != NULL ? adw_preferences_page_get_title (ADW_PREFERENCES_PAGE (page)) : NULL;
  shown = title != NULL && title[0] != '\0' ? culprit_dup_without_mnemonic (title) : g_strdup (_("Search Results"));
  /* As above. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  set_label (list, shown);
}

static void
name_entry (GtkWidget *entry)
{
  g_autofree char *placeholder = NULL;

  if (has_label (entry))
    return;

  /* Those of libadwaita have none. */
  g_object_get (entry, "placeholder-text", &placeholder, NULL);
  set_label (entry, placeholder != NULL && placeholder[0] != '\0' ? placeholder : get_search_words ());
}

static void
press_row (GtkWidget *row)
{
  gtk_widget_activate (row);
}

/* GTK gives it no action of its own. */
static void
let_press_row (GtkWidget *row)
{
  g_autoptr (GSimpleActionGroup) group = NULL;
  g_autoptr (GSimpleAction) press = NULL;

  if (g_object_get_data (G_OBJECT (row), TOLD) != NULL)
    return;

  g_object_set_data (G_OBJECT (row), TOLD, row);
  group = g_simple_action_group_new ();
  press = g_simple_action_new ("press", NULL);
  g_signal_connect_swapped (press, "activate", G_CALLBACK (press_row), row);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (press));
  gtk_widget_insert_action_group (row, "row", G_ACTION_GROUP (group));
}

/* Newer versions of GTK call it after both of the labels that it shows its title with. */
static void
name_entry_row (GtkWidget *row)
{
  g_autofree char *title = culprit_dup_without_mnemonic (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  set_label (row, title);
}

/* A choice in a menu, of which GTK says so only if its role changes once it is in a window. */
static void
tell_choice (GtkWidget *item)
{
  int role;

  if (g_object_get_data (G_OBJECT (item), TOLD) != NULL)
    return;

  g_object_set_data (G_OBJECT (item), TOLD, item);
  g_object_get (item, "role", &role, NULL);
  g_object_set (item, "role", 0, NULL);
  g_object_set (item, "role", role, NULL);
}

/* The one of a button is called as that from GTK 4.10 on. */
static void
name_menu (GtkWidget *menu)
{
  if (!has_label (menu) && !(gtk_names_controls () && has_labels (menu)))
    set_label (menu, _("Menu"));
}

/* As it is shown: newer versions of GTK name it after a label that they do not tell of. */
static void
name_menu_item (GtkWidget *item)
{
  g_autofree char *text = NULL;

  g_object_get (item, "text", &text, NULL);
  if (text == NULL || text[0] == '\0')
    return;

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  set_label (item, text);
}

/* libadwaita's box that gets the keyboard, and in it the tab that is seen. */
static gboolean
is_tab (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  return child != NULL && g_str_equal (G_OBJECT_TYPE_NAME (child), "AdwTab");
}

static void
name_tab (GtkWidget *box)
{
  GtkWidget *tab = gtk_widget_get_first_child (box);
  GtkWidget *told = gtk_names_controls () ? tab : box;
  g_autoptr (AdwTabPage) page = NULL;

  g_object_get (tab, "page", &page, NULL);
  /* Newer versions of libadwaita name the tab itself, but do not say which is chosen. */
  if (told == box && !has_labels (box)) {
    g_object_set (box, "accessible-role", GTK_ACCESSIBLE_ROLE_TAB, NULL);
    set_labels (box, find_labels (box, NULL));
  }
  gtk_accessible_update_state (GTK_ACCESSIBLE (told), GTK_ACCESSIBLE_STATE_SELECTED,
                               page != NULL && adw_tab_page_get_selected (page), -1);
}

/* What GTK names itself from 4.10 on. */
static void
name_unnamed (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget) && !has_label (widget))
    set_label (widget, gtk_widget_get_tooltip_text (widget));
  else if (GTK_IS_TEXT_VIEW (widget))
    name_in_about_window (widget);
}

static void
name_control (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget)) {
    name_button (widget);
  } else if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton")) {
    name_menu_item (widget);
    tell_choice (widget);
  } else if (GTK_IS_POPOVER_MENU (widget)) {
    name_menu (widget);
  } else if (GTK_IS_DROP_DOWN (widget)) {
    name_drop_down (widget);
  } else if (GTK_IS_SEARCH_ENTRY (widget)) {
    name_entry (widget);
  } else if (GTK_IS_LIST_VIEW (widget)) {
    name_list_view (widget);
  } else if (GTK_IS_LIST_BOX (widget)) {
    name_list_box (widget);
  } else if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget")) {
    name_row (widget);
  } else if (GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_FLOW_BOX_CHILD (widget)) {
    let_press_row (widget);
    if (ADW_IS_ENTRY_ROW (widget) && gtk_names_controls ())
      name_entry_row (widget);
  } else if (is_tab (widget)) {
    name_tab (widget);
  } else if (!gtk_names_controls ()) {
    name_unnamed (widget);
  }
}

void
control_names_update (GtkWidget *widget)
{
  name_control (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    control_names_update (child);
}

/* A screen reader may be told of what these hide, too. */
static gboolean
may_hide (GtkWidget *widget)
{
  return GTK_IS_WINDOW (widget) || GTK_IS_POPOVER (widget) || GTK_IS_STACK (widget) || ADW_IS_FLAP (widget);
}

static gboolean
mapped (GSignalInvocationHint *hint,
        guint                  n_values,
        const GValue          *values,
        gpointer               data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (may_hide (widget))
    control_names_update (widget);
  else
    name_control (widget);

  return G_SOURCE_CONTINUE;
}

void
control_names_init (void)
{
  /* Its signals are there once its class is. */
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped, NULL, NULL);
}
