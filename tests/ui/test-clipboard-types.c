/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "clipboard-types.h"
#include "widget-test.h"

typedef enum {
  WAITING,
  OFFERED,
  EMPTY,
} Answer;

static GdkClipboard *
get_clipboard (void)
{
  return gdk_display_get_clipboard (gdk_display_get_default ());
}

static void
waited (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  Answer *answer = user_data;

  *answer = clipboard_types_wait_finish (GDK_CLIPBOARD (object), result) ? OFFERED : EMPTY;
}

static void
wait_for (const Answer *answer)
{
  for (guint i = 0; i < 500 && *answer == WAITING; i++)
    widget_test_wait (20);
}

static void
test_offered (void)
{
  Answer answer = WAITING;

  gdk_clipboard_set_text (get_clipboard (), "a log");
  clipboard_types_wait (get_clipboard (), waited, &answer);
  wait_for (&answer);
  g_assert_cmpint (answer, ==, OFFERED);
}

/* It is not taken for empty before there was time to say what it has. */
static void
test_offered_later (void)
{
  Answer answer = WAITING;

  gdk_clipboard_set_content (get_clipboard (), NULL);
  clipboard_types_wait (get_clipboard (), waited, &answer);
  widget_test_wait (50);
  g_assert_cmpint (answer, ==, WAITING);
  gdk_clipboard_set_text (get_clipboard (), "a log");
  wait_for (&answer);
  g_assert_cmpint (answer, ==, OFFERED);
}

static void
test_empty (void)
{
  Answer answer = WAITING;

  gdk_clipboard_set_content (get_clipboard (), NULL);
  clipboard_types_wait (get_clipboard (), waited, &answer);
  wait_for (&answer);
  g_assert_cmpint (answer, ==, EMPTY);

  /* Nor is anybody told twice. */
  answer = WAITING;
  gdk_clipboard_set_text (get_clipboard (), "a log");
  widget_test_wait (50);
  g_assert_cmpint (answer, ==, WAITING);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/clipboard-types/offered", test_offered);
    g_test_add_func ("/clipboard-types/offered-later", test_offered_later);
    g_test_add_func ("/clipboard-types/empty", test_empty);
  }

  return g_test_run ();
}
