/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "notifications.h"

/* A complaint of GIO's would end the test. */
static void
test_no_bus (void)
{
  g_autoptr (GApplication) application = g_application_new ("quill.example.Test", G_APPLICATION_NON_UNIQUE);
  g_autoptr (GNotification) notification = g_notification_new ("quill");

  g_assert_true (g_application_register (application, NULL, NULL));
  notifications_send (application, "page-1", notification);
  notifications_withdraw (application, "page-1");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notifications/no-bus", test_no_bus);

  return g_test_run ();
}
