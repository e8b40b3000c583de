/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "post-dialog.h"

#include "played-service.h"
#include "widget-test.h"

#define MAX_WAIT 60     /* seconds */

/* Seconds: before silence is given up. */
#define LESS_THAN_SILENCE 10

static void
wait_for (GtkWidget  *root,
          const char *text)
{
  widget_test_until (widget_test_label (root, text) != NULL, MAX_WAIT);
}

/* All that goes out is shown, and nothing can be sent. */
static void
test_without_a_token (void)
{
  const char *labels[] = { "ci-failure", NULL };
  GtkWindow *parent = widget_test_show (gtk_label_new (""), 600, 500);
  TrackerPost *post = tracker_post_new_issue ("quill/quill", "Page breaks", "It *breaks*.", labels, "12");
  GtkWidget *dialog = culprit_post_dialog_new (parent, post, NULL, "1 secret masked");

  gtk_window_present (GTK_WINDOW (dialog));
  wait_for (dialog, "Open Form");
  g_assert_nonnull (widget_test_label (dialog, "quill/quill, a new issue"));
  g_assert_nonnull (widget_test_label (dialog, "ci-failure"));
  g_assert_nonnull (widget_test_label (dialog, "Page breaks"));
  g_assert_nonnull (widget_test_label (dialog, "1 secret masked"));
  g_assert_null (widget_test_label (dialog, "Send"));

  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (parent);
  widget_test_wait (50);
}

/* Closing it while a worker still asks. */
static void
test_closed_early (void)
{
  GtkWindow *parent = widget_test_show (gtk_label_new (""), 600, 500);
  TrackerPost *post = tracker_post_new_reaction ("quill/quill", 500);
  GtkWidget *dialog = culprit_post_dialog_new (parent, post, "https://github.com/quill/quill/issues/500", NULL);

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_window_close (GTK_WINDOW (dialog));
  widget_test_wait (200);
  gtk_window_destroy (parent);
  widget_test_wait (200);
}

/* Nothing goes out as somebody who was not shown. */
static void
test_not_known_as_whom (void)
{
  g_autofree char *api = g_strdup (played_service_get ("CULPRIT_GITHUB_API_URL"));
  GtkWindow *parent = widget_test_show (gtk_label_new (""), 600, 500);
  GtkWidget *dialog;
  GtkWidget *button;

  g_setenv ("GITHUB_TOKEN", "github-token-of-alice", TRUE);
  g_setenv ("CULPRIT_GITHUB_API_URL", "http://127.0.0.1:9", TRUE);
  dialog = culprit_post_dialog_new (parent, tracker_post_new_reaction ("quill/quill", 500), NULL, NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  wait_for (dialog, "Try Again");
  g_assert_null (widget_test_label (dialog, "Send"));

  g_setenv ("CULPRIT_GITHUB_API_URL", api, TRUE);
  button = gtk_widget_get_ancestor (widget_test_label (dialog, "Try Again"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  wait_for (dialog, "Send");
  g_assert_nonnull (widget_test_label (dialog, "alice"));

  g_unsetenv ("GITHUB_TOKEN");
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (parent);
  widget_test_wait (50);
}

static void
was_left (GtkWidget  *dialog,
          const char *message,
          char      **told)
{
  *told = g_strdup (message);
}

/* What was on its way when the dialog was closed may have arrived. */
static void
test_closed_while_it_sends (void)
{
  g_autofree char *api = g_strdup (played_service_get ("CULPRIT_GITHUB_API_URL"));
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autofree char *silent = g_strdup_printf ("http://127.0.0.1:%u", g_socket_listener_add_any_inet_port (listener, NULL, NULL));
  GtkWindow *parent = widget_test_show (gtk_label_new (""), 600, 500);
  g_autofree char *told = NULL;
  GtkWidget *dialog;

  g_setenv ("GITHUB_TOKEN", "github-token-of-alice", TRUE);
  dialog = culprit_post_dialog_new (parent, tracker_post_new_reaction ("quill/quill", 500), NULL, NULL);
  g_signal_connect (dialog, "left-in-doubt", G_CALLBACK (was_left), &told);
  gtk_window_present (GTK_WINDOW (dialog));
  wait_for (dialog, "alice");
  g_setenv ("CULPRIT_GITHUB_API_URL", silent, TRUE);
  g_signal_emit_by_name (gtk_widget_get_ancestor (widget_test_label (dialog, "Send"), GTK_TYPE_BUTTON), "clicked");
  widget_test_wait (300);
  gtk_window_close (GTK_WINDOW (dialog));
  widget_test_until (told != NULL, MAX_WAIT);
  g_assert_nonnull (strstr (told, "may have arrived"));

  g_setenv ("CULPRIT_GITHUB_API_URL", api, TRUE);
  g_unsetenv ("GITHUB_TOKEN");
  gtk_window_destroy (parent);
  widget_test_wait (50);
}

/* It goes with what it belongs to, though a worker asks for it still. */
static void
test_parent_closes (void)
{
  g_autofree char *api = g_strdup (played_service_get ("CULPRIT_GITHUB_API_URL"));
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autofree char *silent = g_strdup_printf ("http://127.0.0.1:%u", g_socket_listener_add_any_inet_port (listener, NULL, NULL));
  GtkWindow *parent = widget_test_show (gtk_label_new (""), 600, 500);
  g_autoptr (GSocketConnection) connection = NULL;
  GtkWidget *dialog;

  g_setenv ("GITHUB_TOKEN", "github-token-of-alice", TRUE);
  g_setenv ("CULPRIT_GITHUB_API_URL", silent, TRUE);
  dialog = culprit_post_dialog_new (parent, tracker_post_new_reaction ("quill/quill", 500), NULL, NULL);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  connection = g_socket_listener_accept (listener, NULL, NULL, NULL);
  g_assert_nonnull (connection);
  gtk_window_destroy (parent);
  widget_test_until (dialog == NULL, LESS_THAN_SILENCE);

  g_setenv ("CULPRIT_GITHUB_API_URL", api, TRUE);
  g_unsetenv ("GITHUB_TOKEN");
}

/* A tracker's address opens nothing but a page. */
static void
test_opens_pages_alone (void)
{
  const char *pages[] = { "file:///etc/passwd", "https://github.com/quill/quill/issues/500" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    GtkWindow *parent = widget_test_show (gtk_label_new (""), 600, 500);
    GtkWidget *dialog = culprit_post_dialog_new (parent, tracker_post_new_reaction ("quill/quill", 500), pages[i], NULL);

    gtk_window_present (GTK_WINDOW (dialog));
    wait_for (dialog, "Preferences");
    g_assert_cmpint (widget_test_label (dialog, "Open Issue") != NULL, ==, i == 1);
    gtk_window_destroy (GTK_WINDOW (dialog));
    gtk_window_destroy (parent);
    widget_test_wait (50);
  }
}

int
main (int    argc,
      char **argv)
{
  int status;

  played_service_start ();
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/post-dialog/without-a-token", test_without_a_token);
    g_test_add_func ("/post-dialog/closed-early", test_closed_early);
    g_test_add_func ("/post-dialog/closed-while-it-sends", test_closed_while_it_sends);
    g_test_add_func ("/post-dialog/parent-closes", test_parent_closes);
    g_test_add_func ("/post-dialog/opens-pages-alone", test_opens_pages_alone);
    g_test_add_func ("/post-dialog/not-known-as-whom", test_not_known_as_whom);
  }
  status = g_test_run ();
  played_service_stop ();

  return status;
}
