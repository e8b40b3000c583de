/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The tracker's own search, in the browser, for what is selected in the log. */

#include "config.h"

#include <glib/gi18n.h>

#include "link.h"
#include "tracker-search.h"
#include "worker.h"

#include "window-private.h"

/* So much of the text is looked at for a line in which there is something. */
#define MAX_BYTES 4096

typedef struct {
  GInputStream *text;
  char         *repository;
} Searching;

static void
searching_free (gpointer data)
{
  Searching *searching = data;

  g_object_unref (searching->text);
  g_free (searching->repository);
  g_free (searching);
}

/* In a worker: to mask one line, those before it may have to be read. */
static void
make_url (GTask        *task,
          gpointer      object,
          gpointer      data,
          GCancellable *cancellable)
{
  Searching *searching = data;
  g_autofree char *text = g_malloc0 (MAX_BYTES + 1);
  g_autofree char *valid = NULL;

  g_input_stream_read_all (searching->text, text, MAX_BYTES, NULL, NULL, NULL);
  valid = g_utf8_make_valid (text, -1);
  g_task_return_pointer (task, tracker_search_dup_url (searching->repository, valid), g_free);
}

static void
url_made (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  CulpritWindow *self = CULPRIT_WINDOW (object);
  g_autofree char *url = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Unless the window was closed meanwhile. */
  if (!gtk_widget_get_realized (GTK_WIDGET (self)))
    return;

  if (url != NULL)
    link_open (GTK_WIDGET (self), url);
  else
    culprit_window_add_toast (self, _("Nothing to search for: select some text first"), NULL, NULL);
}

void
culprit_window_search_tracker (CulpritWindow *self)
{
  CulpritLogPage *page = culprit_window_get_page (self);
  GInputStream *text = culprit_log_view_open_subject (culprit_log_page_get_view (page));
  g_autoptr (GTask) task = NULL;
  Searching *searching;

  if (text == NULL)
    return;

  searching = g_new0 (Searching, 1);
  searching->text = text;
  searching->repository = g_strdup (profile_get_repository (culprit_log_page_get_profile (page)));
  task = g_task_new (self, NULL, url_made, NULL);
  g_task_set_task_data (task, searching, searching_free);
  worker_run (task, make_url);
}
