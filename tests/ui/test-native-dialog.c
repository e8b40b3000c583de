/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "native-dialog.h"
#include "widget-test.h"

/* A dialog that nothing is shown of. */
#define TEST_TYPE_DIALOG (test_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TestDialog, test_dialog, TEST, DIALOG, GtkNativeDialog)

struct _TestDialog {
  GtkNativeDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (TestDialog, test_dialog, GTK_TYPE_NATIVE_DIALOG)

static guint n_shown;

static void
test_dialog_show (GtkNativeDialog *dialog)
{
  n_shown++;
}

static void
test_dialog_hide (GtkNativeDialog *dialog)
{
  n_shown--;
}

static void
test_dialog_class_init (TestDialogClass *klass)
{
  GTK_NATIVE_DIALOG_CLASS (klass)->show = test_dialog_show;
  GTK_NATIVE_DIALOG_CLASS (klass)->hide = test_dialog_hide;
}

static void
test_dialog_init (TestDialog *self)
{
}

static GtkNativeDialog *
show (GtkWindow *parent)
{
  GtkNativeDialog *dialog = g_object_new (TEST_TYPE_DIALOG, "transient-for", parent, NULL);

  native_dialog_show (dialog);
  g_assert_cmpuint (n_shown, ==, 1);

  return dialog;
}

static void
test_answered (void)
{
  GtkWindow *parent = widget_test_show (gtk_label_new (""), 200, 200);
  GtkNativeDialog *dialog = show (parent);

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_native_dialog_hide (dialog);
  g_signal_emit_by_name (dialog, "response", GTK_RESPONSE_CANCEL);
  g_assert_null (dialog);
  gtk_window_destroy (parent);
}

static void
test_parent_closes (void)
{
  GtkWindow *parent = widget_test_show (gtk_label_new (""), 200, 200);
  GtkNativeDialog *dialog = show (parent);

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_destroy (parent);
  g_assert_null (dialog);
  g_assert_cmpuint (n_shown, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  if (widget_test_init (&argc, &argv)) {
    g_test_add_func ("/native-dialog/answered", test_answered);
    g_test_add_func ("/native-dialog/parent-closes", test_parent_closes);
  }

  return g_test_run ();
}
