/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* As g_application_send_notification() and its counterpart, for a program that may run without a session's bus: then
 * there is nobody who could show one, and nothing is done. */
void notifications_send     (GApplication  *application,
                             const char    *id,
                             GNotification *notification);
void notifications_withdraw (GApplication  *application,
                             const char    *id);
