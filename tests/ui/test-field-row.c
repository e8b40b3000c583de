/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "field-row.h"

#include "widget-test.h"

static guint n_edited;

static void
edited (void)
{
  n_edited++;
}

static void
reset (CulpritFieldRow *row)
{
  culprit_field_row_restore (row, "made");
}

static CulpritFieldRow *
make_row (CulpritFieldKind kind)
{
  GtkWidget *row = culprit_field_row_new (kind, "🧪 Describe it", "win.copy-field(int32 2)");

  g_signal_connect (row, "edited", G_CALLBACK (edited), NULL);
  g_signal_connect (row, "reset", G_CALLBACK (reset), NULL);
  n_edited = 0;

  return CULPRIT_FIELD_ROW (row);
}

static GtkTextBuffer *
get_buffer (CulpritFieldRow *row)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (
    widget_test_find (GTK_WIDGET (row), GTK_TYPE_TEXT_VIEW, NULL)));
}

/* Types TEXT at the end, as the keyboard does. */
static void
type (CulpritFieldRow *row,
      const char      *text)
{
  GtkWidget *entry = widget_test_find (GTK_WIDGET (row), GTK_TYPE_TEXT, NULL);

  if (entry != NULL) {
    gtk_editable_set_position (GTK_EDITABLE (entry), -1);
    g_signal_emit_by_name (entry, "insert-at-cursor", text);
  } else {
    GtkTextIter end;

    gtk_text_buffer_get_end_iter (get_buffer (row), &end);
    gtk_text_buffer_place_cursor (get_buffer (row), &end);
    gtk_text_buffer_insert_interactive_at_cursor (get_buffer (row), text, -1, TRUE);
  }
}

static void
assert_text (CulpritFieldRow *row,
             const char      *expected)
{
  g_autofree char *text = culprit_field_row_dup_text (row);

  g_assert_cmpstr (text, ==, expected);
}

static GtkWidget *
find_button (CulpritFieldRow *row,
             const char      *tooltip)
{
  GtkWidget *button = widget_test_find (GTK_WIDGET (row), GTK_TYPE_BUTTON, NULL);

  for (; button != NULL; button = gtk_widget_get_next_sibling (button))
    if (gtk_widget_get_visible (button) &&
        g_str_equal (gtk_widget_get_tooltip_text (button), tooltip))
      return button;

  return NULL;
}

static void
test_edit (gconstpointer data)
{
  CulpritFieldRow *row = make_row (GPOINTER_TO_INT (data));
  GtkWindow *window = widget_test_show (GTK_WIDGET (row), 300, 200);
  GtkWidget *text;

  culprit_field_row_set_text (row, "made", NULL);
  assert_text (row, "made");
  g_assert_cmpuint (n_edited, ==, 0);
  g_assert_false (culprit_field_row_is_edited (row));
  g_assert_null (find_button (row, "Reset Describe it"));

  type (row, " by hand");
  assert_text (row, "made by hand");
  g_assert_cmpuint (n_edited, >, 0);
  g_assert_true (culprit_field_row_is_edited (row));

  g_signal_emit_by_name (find_button (row, "Reset Describe it"), "clicked");
  assert_text (row, "made");
  g_assert_false (culprit_field_row_is_edited (row));
  g_assert_null (find_button (row, "Reset Describe it"));

  /* What was reset comes back with Undo. */
  text = widget_test_find (GTK_WIDGET (row), GTK_TYPE_TEXT, NULL);
  if (text == NULL)
    text = widget_test_find (GTK_WIDGET (row), GTK_TYPE_TEXT_VIEW, NULL);
  gtk_widget_activate_action (text, "text.undo", NULL);
  if (GTK_IS_TEXT (text))
    gtk_widget_activate_action (text, "text.undo", NULL);
  assert_text (row, "made by hand");
  g_assert_true (culprit_field_row_is_edited (row));

  gtk_window_destroy (window);
}

static void
test_copy (void)
{
  CulpritFieldRow *row = make_row (CULPRIT_FIELD_BLOCK);
  GtkWindow *window = widget_test_show (GTK_WIDGET (row), 300, 200);
  GtkWidget *button = find_button (row, "Copy Describe it");
  g_autofree char *action = NULL;

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Copy Describe it");
  g_signal_emit_by_name (button, "clicked");
  action = widget_test_action ();
  g_assert_cmpstr (action, ==, "copy-field 2");

  gtk_window_destroy (window);
}

static void
test_title (void)
{
  CulpritFieldRow *row = make_row (CULPRIT_FIELD_TITLE);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWindow *window;

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row));
  window = widget_test_show (box, 300, 400);

  culprit_field_row_set_text (row, "one", NULL);
  type (row, "\n");
  assert_text (row, "one");
  type (row, " two\nthree\r\n");
  assert_text (row, "one two three");

  /* A long title wraps and is seen whole. */
  for (guint i = 0; i < 20; i++)
    type (row, " and some more");
  widget_test_wait (200);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (row)), >, 100);

  gtk_window_destroy (window);
}

static void
test_short (void)
{
  CulpritFieldRow *row = make_row (CULPRIT_FIELD_LINE);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWindow *window;
  GtkWidget *entry;

  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("first"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row));
  window = widget_test_show (box, 300, 200);
  entry = widget_test_find (GTK_WIDGET (row), GTK_TYPE_TEXT, NULL);

  culprit_field_row_set_text (row, "f596e760c8ed0fbc53db45479c8d460f1a40fd06", "f596e760c");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "f596e760c");
  assert_text (row, "f596e760c8ed0fbc53db45479c8d460f1a40fd06");

  /* To edit is to edit the whole. */
  culprit_field_row_focus (row);
  widget_test_wait (50);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==,
                   "f596e760c8ed0fbc53db45479c8d460f1a40fd06");
  g_assert_false (culprit_field_row_is_edited (row));
  g_assert_cmpuint (n_edited, ==, 0);
  type (row, "a");
  assert_text (row, "f596e760c8ed0fbc53db45479c8d460f1a40fd06a");
  g_assert_cmpuint (n_edited, ==, 1);

  gtk_window_destroy (window);
}

static void
test_placeholder (void)
{
  CulpritFieldRow *row = make_row (CULPRIT_FIELD_PROSE);
  GtkWindow *window = widget_test_show (GTK_WIDGET (row), 300, 200);

  culprit_field_row_set_placeholder (row, "No response");
  culprit_field_row_set_text (row, "", NULL);
  g_assert_nonnull (widget_test_label (GTK_WIDGET (row), "No response"));
  type (row, "x");
  g_assert_null (widget_test_label (GTK_WIDGET (row), "No response"));

  gtk_window_destroy (window);
}

static void
test_large (void)
{
  CulpritFieldRow *row = make_row (CULPRIT_FIELD_BLOCK);
  GtkWindow *window = widget_test_show (GTK_WIDGET (row), 300, 600);
  GString *text = g_string_new ("");
  gint64 start = g_get_monotonic_time ();
  int height;

  for (guint i = 0; text->len < 60000; i++)
    g_string_append_printf (text, "line %u of a log that goes on and on\n", i);
  culprit_field_row_set_text (row, text->str, NULL);
  widget_test_wait (50);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 30 * G_USEC_PER_SEC);
  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_VERTICAL, 300, NULL, &height, NULL, NULL);
  g_assert_cmpint (height, <, 250);
  assert_text (row, text->str);

  gtk_window_destroy (window);
  g_string_free (text, TRUE);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_data_func ("/field-row/edit/line", GINT_TO_POINTER (CULPRIT_FIELD_LINE), test_edit);
    g_test_add_data_func ("/field-row/edit/title", GINT_TO_POINTER (CULPRIT_FIELD_TITLE), test_edit);
    g_test_add_data_func ("/field-row/edit/prose", GINT_TO_POINTER (CULPRIT_FIELD_PROSE), test_edit);
    g_test_add_data_func ("/field-row/edit/block", GINT_TO_POINTER (CULPRIT_FIELD_BLOCK), test_edit);
    g_test_add_func ("/field-row/copy", test_copy);
    g_test_add_func ("/field-row/title", test_title);
    g_test_add_func ("/field-row/short", test_short);
    g_test_add_func ("/field-row/placeholder", test_placeholder);
    g_test_add_func ("/field-row/large", test_large);
  }

  return g_test_run ();
}
