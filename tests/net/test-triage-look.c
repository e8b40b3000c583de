/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>

#include "triage-look.h"

static void
add_message (const char *message,
             gpointer    user_data)
{
  g_ptr_array_add (user_data, g_strdup (message));
}

static void
test_messages (void)
{
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  const TriageLook look = { .progress = add_message, .user_data = messages, .warnings = warnings };

  triage_look_tell (&look, "Log %u of %u", 3, 15);
  triage_look_warn (&look, "%s", "%s and no more");
  triage_look_warn (&look, "Second");
  g_assert_cmpuint (messages->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (messages, 0), ==, "Log 3 of 15");
  g_assert_cmpuint (warnings->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (warnings, 0), ==, "%s and no more");
}

/* Nobody has to listen. */
static void
test_silent (void)
{
  const TriageLook look = { .progress = NULL };

  triage_look_tell (&look, "Log %u of %u", 3, 15);
}

static void
check_end (GQuark   domain,
           int      code,
           gboolean expected)
{
  g_autoptr (GError) error = g_error_new_literal (domain, code, "words");

  g_assert_cmpint (triage_look_is_end (error), ==, expected);
}

static void
test_end (void)
{
  check_end (HTTP_ERROR, HTTP_ERROR_OFFLINE, TRUE);
  check_end (HTTP_ERROR, HTTP_ERROR_CONNECTION, TRUE);
  check_end (HTTP_ERROR, HTTP_ERROR_TLS, TRUE);
  check_end (HTTP_ERROR, HTTP_ERROR_TIMEOUT, TRUE);
  check_end (HTTP_ERROR, HTTP_ERROR_TOKEN, TRUE);
  check_end (HTTP_ERROR, HTTP_ERROR_DENIED, TRUE);
  check_end (HTTP_ERROR, HTTP_ERROR_LIMITED, TRUE);
  check_end (G_IO_ERROR, G_IO_ERROR_CANCELLED, TRUE);
  check_end (HTTP_ERROR, HTTP_ERROR_NOT_FOUND, FALSE);
  check_end (HTTP_ERROR, HTTP_ERROR_ANSWER, FALSE);
  check_end (HTTP_ERROR, HTTP_ERROR_SERVICE, FALSE);
  check_end (HTTP_ERROR, HTTP_ERROR_CUT, FALSE);
  check_end (G_IO_ERROR, G_IO_ERROR_FAILED, FALSE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/triage-look/messages", test_messages);
  g_test_add_func ("/net/triage-look/silent", test_silent);
  g_test_add_func ("/net/triage-look/end", test_end);

  return g_test_run ();
}
