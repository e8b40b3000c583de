/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "notice-bar.h"
#include "widget-test.h"

static void
test_text_and_close (void)
{
  GtkWidget *bar = culprit_notice_bar_new ();
  GtkWindow *window = widget_test_show (bar, 600, 200);

  culprit_notice_bar_add (CULPRIT_NOTICE_BAR (bar), "x.log is <empty>", NULL, NULL, NULL);
  widget_test_wait (50);
  g_assert_nonnull (widget_test_label (bar, "x.log is <empty>"));
  g_assert_cmpuint (widget_test_count (bar, GTK_TYPE_BUTTON, NULL), ==, 1);

  g_signal_emit_by_name (widget_test_find (bar, GTK_TYPE_BUTTON, "circular"), "clicked");
  widget_test_wait (50);
  g_assert_null (widget_test_label (bar, "x.log is <empty>"));

  gtk_window_destroy (window);
}

static void
test_button (void)
{
  GtkWidget *bar = culprit_notice_bar_new ();
  GtkWindow *window = widget_test_show (bar, 600, 200);
  g_autofree char *action = NULL;

  culprit_notice_bar_add (CULPRIT_NOTICE_BAR (bar), "x.log is not text", "_Show Anyway",
                          "win.copy-field", g_variant_new_int32 (7));
  widget_test_wait (50);
  g_signal_emit_by_name (widget_test_find (bar, GTK_TYPE_BUTTON, "text-button"), "clicked");
  widget_test_wait (50);

  action = widget_test_action ();
  g_assert_cmpstr (action, ==, "copy-field 7");
  g_assert_null (widget_test_label (bar, "x.log is not text"));

  gtk_window_destroy (window);
}

static void
test_several (void)
{
  GtkWidget *bar = culprit_notice_bar_new ();
  GtkWindow *window = widget_test_show (bar, 600, 400);

  for (guint i = 0; i < 6; i++) {
    g_autofree char *text = g_strdup_printf ("notice %u", i);

    culprit_notice_bar_add (CULPRIT_NOTICE_BAR (bar), text, NULL, NULL, NULL);
  }
  widget_test_wait (50);

  g_assert_cmpuint (widget_test_count (bar, GTK_TYPE_BOX, "notice"), ==, 4);
  g_assert_null (widget_test_label (bar, "notice 1"));
  g_assert_nonnull (widget_test_label (bar, "notice 5"));

  gtk_window_destroy (window);
}

static void
clear (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       bar)
{
  culprit_notice_bar_clear (bar);
}

/* What the button does may be to take all notices away. */
static void
test_cleared_by_button (void)
{
  GtkWidget *bar = culprit_notice_bar_new ();
  GtkWindow *window = widget_test_show (bar, 500, 100);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  const GActionEntry entry = { .name = "clear", .activate = clear };

  g_action_map_add_action_entries (G_ACTION_MAP (actions), &entry, 1, bar);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "notices", G_ACTION_GROUP (actions));
  culprit_notice_bar_add (CULPRIT_NOTICE_BAR (bar), "The connection broke", "Try _Again", "notices.clear", NULL);
  widget_test_wait (50);
  g_signal_emit_by_name (gtk_widget_get_ancestor (widget_test_label (bar, "Try Again"), GTK_TYPE_BUTTON), "clicked");
  g_assert_null (widget_test_label (bar, "The connection broke"));

  gtk_window_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/notice-bar/text-and-close", test_text_and_close);
    g_test_add_func ("/notice-bar/button", test_button);
    g_test_add_func ("/notice-bar/several", test_several);
    g_test_add_func ("/notice-bar/cleared-by-button", test_cleared_by_button);
  }

  return g_test_run ();
}
