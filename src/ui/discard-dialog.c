/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "discard-dialog.h"

/* Logs that are named; of more, an ellipsis tells. */
#define MAX_NAMES 10

typedef struct {
  DiscardFunc  func;
  GObject     *object;
} Discarding;

static void
discarding_free (gpointer data)
{
  Discarding *discarding = data;

  g_object_unref (discarding->object);
  g_free (discarding);
}

static gboolean
discard (gpointer user_data)
{
  Discarding *discarding = user_data;

  discarding->func (discarding->object);

  return G_SOURCE_REMOVE;
}

/* Not before the dialog is closed, which would not outlive its parent. */
static void
discard_chosen (GObject          *object,
                const char       *response,
                AdwMessageDialog *dialog)
{
  Discarding *discarding = g_new0 (Discarding, 1);

  discarding->func = (DiscardFunc) g_object_get_data (G_OBJECT (dialog), "discard-func");
  discarding->object = g_object_ref (object);
  g_idle_add_full (G_PRIORITY_DEFAULT, discard, discarding, discarding_free);
}

static char *
dup_body (GPtrArray *logs)
{
  GString *body = g_string_new (ngettext ("What you wrote in it is not kept anywhere.",
                                          "What you wrote in them is not kept anywhere.", logs->len));

  g_string_append_c (body, '\n');
  for (guint i = 0; i < logs->len && i < MAX_NAMES; i++)
    g_string_append_printf (body, "\n%s", (const char *) g_ptr_array_index (logs, i));
  if (logs->len > MAX_NAMES)
    g_string_append (body, "\n…");

  return g_string_free (body, FALSE);
}

/* A translation may leave out the number of one. */
static char *
dup_heading (guint n)
{
  return g_strdup_printf (ngettext ("Discard the Edited Issue?", "Discard %u Edited Issues?", n), n);
}

static void
add_words (GtkWidget  *box,
           const char *words,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

/* The dialog's own heading is measured for less than it needs where it is wider than the dialog, of which GTK 4.18 warns. */
static GtkWidget *
make_words (const char *heading,
            const char *body)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  add_words (box, heading, "title-3");
  add_words (box, body, "body");

  return box;
}

GtkWidget *
discard_dialog_show (GtkWindow   *parent,
                     GPtrArray   *logs,
                     DiscardFunc  func,
                     GObject     *object)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, NULL, NULL);
  g_autofree char *heading = dup_heading (logs->len);
  g_autofree char *body = dup_body (logs);

  gtk_window_set_title (GTK_WINDOW (dialog), heading);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_words (heading, body));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "discard", _("_Discard"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data (G_OBJECT (dialog), "discard-func", (gpointer) func);
  g_signal_connect_object (dialog, "response::discard", G_CALLBACK (discard_chosen), object, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));

  return dialog;
}
