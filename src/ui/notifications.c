/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "notifications.h"

void
notifications_send (GApplication  *application,
                    const char    *id,
                    GNotification *notification)
{
  if (g_application_get_dbus_connection (application) != NULL)
    g_application_send_notification (application, id, notification);
}

void
notifications_withdraw (GApplication *application,
                        const char   *id)
{
  if (g_application_get_dbus_connection (application) != NULL)
    g_application_withdraw_notification (application, id);
}
