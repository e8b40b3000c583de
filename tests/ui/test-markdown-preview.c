/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "markdown-preview.h"

#include "widget-test.h"

static CulpritMarkdownPreview *preview;
static GtkWindow *window;

static void
show (const char *text)
{
  preview = CULPRIT_MARKDOWN_PREVIEW (culprit_markdown_preview_new ());
  culprit_markdown_preview_set_text (preview, text);
  window = widget_test_show (GTK_WIDGET (preview), 400, 600);
}

static void
test_widgets (void)
{
  show ("### Name of failing test\n\n`a::b`\n\n- [x] Flaky test\n- [ ] Other\n\n```text\nFAILED\n```\n\n"
        "<details>\n<summary>Logs:</summary>\n\n```\nline\n```\n</details>\n\n_No response_\n");

  g_assert_nonnull (widget_test_find (GTK_WIDGET (preview), GTK_TYPE_LABEL, "gh-h3"));
  g_assert_nonnull (widget_test_label (GTK_WIDGET (preview), "a::b"));
  g_assert_nonnull (widget_test_label (GTK_WIDGET (preview), "No response"));
  g_assert_cmpuint (widget_test_count (GTK_WIDGET (preview), GTK_TYPE_CHECK_BUTTON, NULL), ==, 2);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (
    widget_test_find (GTK_WIDGET (preview), GTK_TYPE_CHECK_BUTTON, NULL))));
  g_assert_cmpuint (widget_test_count (GTK_WIDGET (preview), GTK_TYPE_TEXT_VIEW, NULL), ==, 1);

  gtk_window_destroy (window);
}

static void
test_details (void)
{
  GtkWidget *expander;

  show ("before\n\n<details>\n<summary>Logs:</summary>\n\n```\nline\n```\n</details>\n");
  expander = widget_test_find (GTK_WIDGET (preview), GTK_TYPE_EXPANDER, NULL);
  g_assert_false (gtk_expander_get_expanded (GTK_EXPANDER (expander)));
  g_assert_null (gtk_expander_get_child (GTK_EXPANDER (expander)));

  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  g_assert_cmpuint (widget_test_count (GTK_WIDGET (preview), GTK_TYPE_TEXT_VIEW, NULL), ==, 1);

  /* The same details keep their widget, changed ones stay unfolded. */
  culprit_markdown_preview_set_text (preview, "after, changed\n\nmore\n\n<details>\n"
                                              "<summary>Logs:</summary>\n\n```\nline\n```\n</details>\n");
  g_assert_true (widget_test_find (GTK_WIDGET (preview), GTK_TYPE_EXPANDER, NULL) == expander);
  culprit_markdown_preview_set_text (preview, "<details>\n<summary>Logs:</summary>\n\n```\nother\n"
                                              "```\n</details>\n");
  g_assert_true (gtk_expander_get_expanded (GTK_EXPANDER (
    widget_test_find (GTK_WIDGET (preview), GTK_TYPE_EXPANDER, NULL))));

  gtk_window_destroy (window);
}

static void
test_order (void)
{
  static const char *const texts[] = { "a\n\nb\n\nc", "a\n\nc", "x\n\na\n\nc", "", "c\n\nb", "c\n\nb\n\nb" };

  show ("b");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    GString *shown = g_string_new ("");

    culprit_markdown_preview_set_text (preview, texts[i]);
    for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (preview));
         child != NULL;
         child = gtk_widget_get_next_sibling (child))
      g_string_append_printf (shown, "%s%s", shown->len > 0 ? "\n\n" : "",
                              gtk_label_get_text (GTK_LABEL (child)));
    g_assert_cmpstr (shown->str, ==, texts[i]);
    g_string_free (shown, TRUE);
  }
  gtk_window_destroy (window);
}

static void
test_large (void)
{
  GString *text = g_string_new ("```\n");
  gint64 start;

  for (guint i = 0; text->len < 60000; i++)
    g_string_append_printf (text, "line %u of a log that is long, and goes on and on\n", i);
  g_string_append (text, "```\n\n```\n");
  for (guint i = 0; i < 60000; i++)
    g_string_append_c (text, 'x');
  g_string_append (text, "\n```\n");

  start = g_get_monotonic_time ();
  show (text->str);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 30 * G_USEC_PER_SEC);
  g_assert_cmpint (gtk_widget_get_height (widget_test_find (GTK_WIDGET (preview),
                                                            GTK_TYPE_SCROLLED_WINDOW, NULL)),
                   <, 600);
  gtk_window_destroy (window);
  g_string_free (text, TRUE);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/markdown-preview/widgets", test_widgets);
    g_test_add_func ("/markdown-preview/details", test_details);
    g_test_add_func ("/markdown-preview/order", test_order);
    g_test_add_func ("/markdown-preview/large", test_large);
  }

  return g_test_run ();
}
