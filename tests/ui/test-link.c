/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "link.h"
#include "preferences.h"
#include "widget-test.h"
#include "window-test.h"

/* No program opens the first one; there is nothing at the second, of which is told with its name. */
#define NOBODYS "quill-of-nobody://open/1"
#define NOWHERE "file:///nowhere/R&D/quill.log"

/* What the toast says of a link that cannot be opened. */
static char *
dup_toast (const char *uri)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (g_app_info_launch_default_for_uri (uri, NULL, &error));

  return g_strdup_printf ("The link cannot be opened: %s", error->message);
}

static void
test_no_program (void)
{
  CulpritWindow *window = window_test_new ();
  g_autofree char *toast = dup_toast (NOBODYS);

  link_open (GTK_WIDGET (window), NOBODYS);
  window_test_expect (window, toast);

  window_test_end (window);
}

static void
test_preferences (void)
{
  CulpritWindow *window = window_test_new ();
  GtkWidget *preferences = culprit_preferences_new (GTK_WINDOW (window));
  g_autofree char *toast = dup_toast (NOWHERE);

  g_assert_nonnull (strstr (toast, "R&D"));
  gtk_window_present (GTK_WINDOW (preferences));
  link_open (widget_test_find (preferences, ADW_TYPE_PREFERENCES_GROUP, NULL), NOWHERE);
  widget_test_until (widget_test_label (preferences, toast) != NULL, 10);

  gtk_window_destroy (GTK_WINDOW (preferences));
  window_test_end (window);
}

static void
test_label (void)
{
  CulpritWindow *window = window_test_new ();
  g_autofree char *toast = dup_toast (NOBODYS);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *dialog;
  gboolean is_done = FALSE;

  link_open_those_of (GTK_LABEL (label));
  dialog = culprit_preferences_new (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (dialog));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (widget_test_find (dialog, ADW_TYPE_PREFERENCES_GROUP, NULL)), label);
  g_signal_emit_by_name (label, "activate-link", NOBODYS, &is_done);
  g_assert_true (is_done);
  widget_test_until (widget_test_label (dialog, toast) != NULL, 10);

  gtk_window_destroy (GTK_WINDOW (dialog));
  window_test_end (window);
}

/* Nothing is warned of, and the window goes when the answer has come. */
static void
test_closed_meanwhile (void)
{
  CulpritWindow *window = window_test_new ();
  gpointer seen = window;

  g_object_add_weak_pointer (G_OBJECT (window), &seen);
  link_open (GTK_WIDGET (window), NOBODYS);
  window_test_end (window);
  widget_test_until (seen == NULL, 10);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/link/no-program", test_no_program);
    g_test_add_func ("/link/preferences", test_preferences);
    g_test_add_func ("/link/label", test_label);
    g_test_add_func ("/link/closed-meanwhile", test_closed_meanwhile);
  }

  return g_test_run ();
}
