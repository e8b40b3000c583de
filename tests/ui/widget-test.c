/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "widget-test.h"

#ifdef HAVE_ADDRESS_SANITIZER
#include <sanitizer/lsan_interface.h>

/* What libraries allocate before main() is theirs: GLib gives up its first table of quarks, which
 * nothing in the stack of the allocation tells. */
__attribute__ ((section (".preinit_array"), used))
static void (* const before_libraries) (void) = __lsan_disable;

static void
take_leaks (void)
{
  __lsan_enable ();
}
#else
static void
take_leaks (void)
{
}
#endif

static char *last_action;

static void
no_display (void)
{
  g_test_skip ("no display");
}

static void
load_style (void)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, RESOURCE_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_unref (provider);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    RESOURCE_PATH "/icons");
}

static char *state_folder;

static void
remove_state (void)
{
  g_autofree char *own = g_build_filename (state_folder, "culprit", NULL);
  g_autofree char *edits = g_build_filename (own, "edits", NULL);
  g_autofree char *session = g_build_filename (own, "session", NULL);

  g_unlink (edits);
  g_unlink (session);
  g_rmdir (own);
  g_rmdir (state_folder);
  g_clear_pointer (&state_folder, g_free);
}

/* What one test leaves in it, another must not find. */
static void
make_state (void)
{
  state_folder = g_dir_make_tmp ("culprit-state-XXXXXX", NULL);
  g_setenv ("XDG_STATE_HOME", state_folder, TRUE);
  atexit (remove_state);
}

gboolean
widget_test_init (int    *argc,
                  char ***argv)
{
  take_leaks ();
  make_state ();
  g_test_init (argc, argv, NULL);

  if (!gtk_init_check ()) {
    g_test_add_func ("/display", no_display);
    return FALSE;
  }

  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  load_style ();

  return TRUE;
}

static void
activated (GSimpleAction *action,
           GVariant      *target,
           gpointer       data)
{
  const char *name = g_action_get_name (G_ACTION (action));

  g_free (last_action);
  last_action = target == NULL ? g_strdup (name)
                               : g_strdup_printf ("%s %d", name, g_variant_get_int32 (target));
}

static void
add_actions (GtkWidget *window)
{
  const GActionEntry entries[] = {
    { .name = "copy-title", .activate = activated },
    { .name = "copy-job", .activate = activated },
    { .name = "copy-commit", .activate = activated },
    { .name = "copy-field", .activate = activated, .parameter_type = "i" },
    { .name = "ask-main", .activate = activated },
    { .name = "look-closer", .activate = activated },
    { .name = "comment", .activate = activated },
    { .name = "open-form", .activate = activated },
    { .name = "show-history", .activate = activated },
    { .name = "previous-failure", .activate = activated },
    { .name = "next-failure", .activate = activated },
  };
  GSimpleActionGroup *group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), NULL);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
  g_object_unref (group);
}

GtkWindow *
widget_test_show (GtkWidget *child,
                  int        width,
                  int        height)
{
  GtkWidget *window = gtk_window_new ();

  add_actions (window);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  widget_test_wait (100);

  return GTK_WINDOW (window);
}

static gboolean
time_is_up (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

void
widget_test_wait (guint milliseconds)
{
  gboolean up = FALSE;

  g_timeout_add (milliseconds, time_is_up, &up);
  while (!up)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
is_shown (GtkWidget *widget)
{
  return gtk_widget_get_visible (widget) && gtk_widget_get_child_visible (widget);
}

static gboolean
fits (GtkWidget  *widget,
      GType       type,
      const char *css_class)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), type) &&
         (css_class == NULL || gtk_widget_has_css_class (widget, css_class));
}

GtkWidget *
widget_test_find (GtkWidget  *root,
                  GType       type,
                  const char *css_class)
{
  if (!is_shown (root))
    return NULL;
  if (fits (root, type, css_class))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = widget_test_find (child, type, css_class);

    if (found != NULL)
      return found;
  }

  return NULL;
}

guint
widget_test_count (GtkWidget  *root,
                   GType       type,
                   const char *css_class)
{
  guint n = is_shown (root) && fits (root, type, css_class) ? 1 : 0;

  if (!is_shown (root))
    return 0;
  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += widget_test_count (child, type, css_class);

  return n;
}

GtkWidget *
widget_test_label (GtkWidget  *root,
                   const char *text)
{
  if (!is_shown (root))
    return NULL;
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = widget_test_label (child, text);

    if (found != NULL)
      return found;
  }

  return NULL;
}

gboolean
widget_test_whole (GtkWidget  *root,
                   const char *text)
{
  GtkWidget *label = widget_test_label (root, text);

  return label != NULL && !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label)));
}

char *
widget_test_action (void)
{
  char *action = last_action;

  last_action = NULL;

  return action != NULL ? action : g_strdup ("");
}
