/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>

#include "widget-test.h"
#include "window-test.h"

/* Less than the time after which silence is given up. */
#define MAX_WAIT 10     /* seconds */

/* A service that takes connections and says nothing. */
static GSocketListener *
listen_in_silence (void)
{
  GSocketListener *listener = g_socket_listener_new ();
  g_autoptr (GInetAddress) host = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) wanted = g_inet_socket_address_new (host, 0);
  g_autoptr (GSocketAddress) address = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *url = NULL;

  g_socket_listener_add_address (listener, wanted, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL, &address, &error);
  g_assert_no_error (error);
  url = g_strdup_printf ("http://127.0.0.1:%u", g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address)));
  g_setenv ("CULPRIT_GITHUB_API_URL", url, TRUE);

  return listener;
}

static GtkWidget *
find_page (GtkWidget *root)
{
  if (g_str_equal (gtk_widget_get_css_name (root), "triagepage"))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *page = find_page (child);

    if (page != NULL)
      return page;
  }

  return NULL;
}

/* What nobody sees any more is not looked up. */
static void
test_closed_while_it_looks (void)
{
  g_autoptr (GSocketListener) listener = listen_in_silence ();
  CulpritWindow *window = window_test_new ();
  GtkWidget *page;

  window_test_activate (window, "triage", NULL);
  widget_test_wait (300);
  g_assert_true (G_IS_SOCKET_LISTENER (listener));
  page = find_page (GTK_WIDGET (window));
  g_assert_nonnull (page);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  window_test_activate (window, "close-tab", NULL);
  widget_test_until (page == NULL, MAX_WAIT);
  window_test_end (window);
}

/* What the look says on its way comes to nobody. */
static void
test_window_closes_while_it_looks (void)
{
  g_autoptr (GSocketListener) listener = listen_in_silence ();
  CulpritWindow *window = window_test_new ();
  g_autoptr (GSocketConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  window_test_activate (window, "triage", NULL);
  page = find_page (GTK_WIDGET (window));
  g_assert_nonnull (page);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  connection = g_socket_listener_accept (listener, NULL, NULL, &error);
  g_assert_no_error (error);
  window_test_end (window);
  g_clear_object (&connection);
  widget_test_until (page == NULL, MAX_WAIT);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/window-triage/closed-while-it-looks", test_closed_while_it_looks);
    g_test_add_func ("/window-triage/window-closes-while-it-looks", test_window_closes_while_it_looks);
  }

  return g_test_run ();
}
