/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The ways by which a log comes in: a file that is named, chosen, dropped or pasted, and text
 * that is dropped or pasted. */

#include "config.h"

#include <glib/gi18n.h>

#include "address.h"
#include "clipboard-types.h"
#include "incoming-text.h"
#include "native-dialog.h"
#include "words.h"

#include "window-private.h"

static const char *text_types[] = { "text/plain;charset=utf-8", "UTF8_STRING", "text/plain", NULL };

void
culprit_window_open_file (CulpritWindow   *self,
                          GFile           *file,
                          JobLogReadFlags  flags)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkWidget *page;

  if (address_is (uri)) {
    culprit_window_open_address (self, uri, flags);
    return;
  }

  page = culprit_log_page_new ();
  culprit_log_page_load_file (CULPRIT_LOG_PAGE (page), file, flags);
  culprit_window_add_page (self, page);
}

void
culprit_window_open_uri (CulpritWindow   *self,
                         const char      *uri,
                         JobLogReadFlags  flags)
{
  g_autoptr (GFile) file = NULL;

  /* A file's address may lose what an address in the web has behind its path. */
  if (address_is (uri)) {
    culprit_window_open_address (self, uri, flags);
    return;
  }

  file = g_file_new_for_uri (uri);
  culprit_window_open_file (self, file, flags);
}

void
culprit_window_follow_file (CulpritWindow *self,
                            GFile         *file)
{
  GtkWidget *page = culprit_log_page_new ();

  culprit_log_page_follow_file (CULPRIT_LOG_PAGE (page), file);
  culprit_window_add_page (self, page);
}

void
culprit_window_open_source (CulpritWindow *self,
                            LogSource     *source)
{
  GtkWidget *page = culprit_log_page_new ();

  culprit_log_page_load_source (CULPRIT_LOG_PAGE (page), source);
  culprit_window_add_page (self, page);
}

static void
open_files (CulpritWindow *self,
            GListModel    *files)
{
  guint n_files = g_list_model_get_n_items (files);
  CulpritLogPage *first = NULL;

  for (guint i = 0; i < n_files; i++) {
    g_autoptr (GFile) file = g_list_model_get_item (files, i);

    CulpritLogPage *page = culprit_window_show_file (self, file);

    if (i == 0)
      first = page;
  }

  /* They were named in this order. */
  culprit_window_show_page (self, first);
}

static void
file_chosen (GtkNativeDialog *dialog,
             int              response,
             CulpritWindow   *self)
{
  if (response == GTK_RESPONSE_ACCEPT) {
    g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

    open_files (self, files);
  }
}

void
culprit_window_choose_file (CulpritWindow *self,
                            GFile         *folder)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Open Logs"), GTK_WINDOW (self),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN,
                                                              _("_Open"), _("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  g_signal_connect_object (dialog, "response", G_CALLBACK (file_chosen), self, 0);
  native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* Text is not told from the file that it names; NAME is what to call a log. */
static void
open_text (CulpritWindow *self,
           IncomingText  *text,
           const char    *name)
{
  switch (text->kind) {
    case INCOMING_TEXT_EMPTY:
      culprit_window_add_toast (self, _("Nothing to paste: copy a log or its address first"),
                                NULL, NULL);
      break;
    case INCOMING_TEXT_ADDRESS:
      culprit_window_show_uri (self, text->address);
      break;
    case INCOMING_TEXT_LOG:
    default:
      culprit_window_open_source (self, log_source_new (text->stream, name, -1));
  }
}

static void
tell_error (CulpritWindow *self,
            const char    *words,
            const GError  *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  text = g_strdup_printf ("%s: %s", words, error->message);
  culprit_window_add_notice (self, text, NULL, NULL, NULL);
}

static gboolean
is_closed (CulpritWindow *self)
{
  return !gtk_widget_get_realized (GTK_WIDGET (self));
}

static void
text_pasted (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CulpritWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (IncomingText) text = incoming_text_read_finish (result, &error);

  if (is_closed (self))
    return;

  if (text != NULL)
    open_text (self, text, _("pasted text"));
  else
    tell_error (self, _("The clipboard cannot be read"), error);
}

static void
text_offered (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (CulpritWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (object), result,
                                                               NULL, &error);

  if (is_closed (self))
    return;

  if (stream != NULL)
    incoming_text_read_async (stream, NULL, NULL, NULL, text_pasted, g_object_ref (self));
  else
    tell_error (self, _("The clipboard cannot be read"), error);
}

static void
files_pasted (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (CulpritWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, &error);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GSList) list = NULL;

  if (is_closed (self))
    return;

  if (value == NULL) {
    tell_error (self, _("The clipboard cannot be read"), error);
    return;
  }

  list = gdk_file_list_get_files (g_value_get_boxed (value));
  for (GSList *item = list; item != NULL; item = item->next)
    g_list_store_append (files, item->data);
  open_files (self, G_LIST_MODEL (files));
}

static gboolean
has_text (GdkContentFormats *formats)
{
  for (guint i = 0; text_types[i] != NULL; i++)
    if (gdk_content_formats_contain_mime_type (formats, text_types[i]))
      return TRUE;

  return FALSE;
}

static void
types_known (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CulpritWindow) self = user_data;
  GdkClipboard *clipboard = GDK_CLIPBOARD (object);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  gboolean has_any = clipboard_types_wait_finish (clipboard, result);

  if (is_closed (self))
    return;

  if (has_any && gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                    files_pasted, g_object_ref (self));
  else if (has_any && has_text (formats))
    gdk_clipboard_read_async (clipboard, text_types, G_PRIORITY_DEFAULT, NULL, text_offered,
                              g_object_ref (self));
  else
    culprit_window_add_toast (self, _("Nothing to paste: copy a log or its address first"),
                              NULL, NULL);
}

void
culprit_window_paste (CulpritWindow *self)
{
  clipboard_types_wait (gtk_widget_get_clipboard (GTK_WIDGET (self)), types_known, g_object_ref (self));
}

static void
files_dropped (CulpritWindow *self,
               GListModel    *files)
{
  open_files (self, files);
}

static void
text_dropped (CulpritWindow *self,
              IncomingText  *text)
{
  open_text (self, text, _("dropped text"));
}

static void
address_dropped (CulpritWindow *self,
                 const char    *address)
{
  culprit_window_show_uri (self, address);
}

static void
drop_failed (CulpritWindow *self,
             const GError  *error)
{
  tell_error (self, _("What was dropped cannot be read"), error);
}

static void
update_drop_shade (CulpritWindow *self)
{
  g_autofree char *text = NULL;
  gboolean active, is_link;
  int n_files;

  g_object_get (self->drop_target, "active", &active, "files", &n_files,
                "is-address", &is_link, NULL);
  gtk_revealer_set_reveal_child (self->drop_revealer, active);
  if (!active)
    return;

  if (is_link)
    text = g_strdup (_("The log is fetched into a new tab"));
  else if (n_files == 0)
    text = g_strdup (_("The text opens in a new tab"));
  else if (n_files <= 1)
    text = g_strdup (_("The log opens in a new tab"));
  else
    text = g_strdup_printf (ngettext ("%d log opens in a new tab", "%d logs open in new tabs",
                                      n_files), n_files);
  gtk_label_set_text (self->drop_text, text);
}

void
culprit_window_init_opening (CulpritWindow *self)
{
  self->drop_target = culprit_drop_target_new (self->overlay);
  g_signal_connect_object (self->drop_target, "notify", G_CALLBACK (update_drop_shade), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drop_target, "files-dropped", G_CALLBACK (files_dropped), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drop_target, "text-dropped", G_CALLBACK (text_dropped), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drop_target, "address-dropped", G_CALLBACK (address_dropped), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drop_target, "failed", G_CALLBACK (drop_failed), self,
                           G_CONNECT_SWAPPED);
}

/* Nothing of PAGE's log could be read: what, where, and what to do. */
void
culprit_window_tell_unreadable (CulpritWindow  *self,
                                CulpritLogPage *page,
                                const GError   *error)
{
  const char *name = culprit_log_page_get_name (page);
  GFile *file = culprit_log_page_get_file (page);
  const char *uri = culprit_log_page_get_uri (page);
  g_autofree char *text = NULL;
  const char *button = NULL;
  const char *action = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (g_error_matches (error, LOG_SOURCE_ERROR, LOG_SOURCE_ERROR_NOT_FOUND)) {
    text = g_strdup_printf (_("No such file: %s"), name);
  } else if (g_error_matches (error, LOG_SOURCE_ERROR, LOG_SOURCE_ERROR_IS_FOLDER)) {
    text = g_strdup_printf (_("%s is a folder: open a log in it"), name);
    button = _("_Choose…");
    action = "win.open-in";
  } else if (g_error_matches (error, LOG_SOURCE_ERROR, LOG_SOURCE_ERROR_DENIED)) {
    text = g_strdup_printf (_("%s cannot be read: permission denied"), name);
  } else if (g_error_matches (error, LOG_SOURCE_ERROR, LOG_SOURCE_ERROR_EMPTY)) {
    text = g_strdup_printf (_("%s is empty"), name);
    if (file != NULL && g_file_peek_path (file) != NULL) {
      button = _("_Follow");
      action = "win.follow-uri";
    }
  } else if (g_error_matches (error, LOG_SOURCE_ERROR, LOG_SOURCE_ERROR_NOT_TEXT)) {
    text = g_strdup_printf (_("%s is not text"), name);
    button = _("_Show Anyway");
    action = "win.open-anyway";
  } else if (culprit_log_page_get_remote (page) != NULL) {
    culprit_window_tell_unfetched (self, page, error);
    return;
  } else {
    text = g_str_has_prefix (error->message, name)
           ? g_strdup (error->message)
           : g_strdup_printf (_("%s cannot be read: %s"), name, error->message);
  }

  if (uri == NULL)
    button = NULL;
  culprit_window_add_notice (self, text, button, action,
                             button != NULL ? g_variant_new_string (uri) : NULL);
}
