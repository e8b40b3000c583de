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

GtkWidget *
discard_dialog_show (GtkWindow   *parent,
                     GPtrArray   *logs,
                     DiscardFunc  func,
                     gpointer     user_data)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, NULL, NULL);
  g_autofree char *body = dup_body (logs);

  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog),
                                     ngettext ("Discard the Edited Issue?", "Discard %u Edited Issues?", logs->len),
                                     logs->len);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "discard", _("_Discard"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data (G_OBJECT (dialog), "discard-func", (gpointer) func);
  g_signal_connect_object (dialog, "response::discard", G_CALLBACK (discard_chosen), user_data, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));

  return dialog;
}
