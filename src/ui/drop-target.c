/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "drop-reading.h"
#include "dropped-link.h"
#include "dropped-list.h"

#include "drop-target.h"

struct _CulpritDropTarget {
  GObject             parent_instance;

  GtkEventController *controller;
  GdkDrop            *hovering;    /* to compare with, never to use */
  gboolean            active;
  gboolean            is_address;
  int                 files;
};

G_DEFINE_FINAL_TYPE (CulpritDropTarget, culprit_drop_target, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_ACTIVE,
  PROP_FILES,
  PROP_IS_ADDRESS,
  N_PROPS
};

enum {
  FILES_DROPPED,
  TEXT_DROPPED,
  ADDRESS_DROPPED,
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const char *file_types[] = {
  "application/vnd.portal.filetransfer", "application/vnd.portal.files", "text/uri-list", NULL
};
static const char *list_types[] = { "text/uri-list", NULL };
static const char *link_types[] = { "text/x-moz-url", "_NETSCAPE_URL", NULL };
static const char *text_types[] = { "text/plain;charset=utf-8", "UTF8_STRING", "text/plain", NULL };

static void
culprit_drop_target_dispose (GObject *object)
{
  CulpritDropTarget *self = CULPRIT_DROP_TARGET (object);

  if (self->controller != NULL)
    g_signal_handlers_disconnect_by_data (self->controller, self);
  g_clear_object (&self->controller);

  G_OBJECT_CLASS (culprit_drop_target_parent_class)->dispose (object);
}

static void
culprit_drop_target_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  CulpritDropTarget *self = CULPRIT_DROP_TARGET (object);

  switch (property_id) {
    case PROP_ACTIVE:
      g_value_set_boolean (value, self->active);
      break;
    case PROP_FILES:
      g_value_set_int (value, self->files);
      break;
    case PROP_IS_ADDRESS:
      g_value_set_boolean (value, self->is_address);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
culprit_drop_target_class_init (CulpritDropTargetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = culprit_drop_target_dispose;
  object_class->get_property = culprit_drop_target_get_property;

  properties[PROP_ACTIVE] =
    g_param_spec_boolean ("active", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FILES] =
    g_param_spec_int ("files", NULL, NULL, -1, G_MAXINT, -1,
                      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_ADDRESS] =
    g_param_spec_boolean ("is-address", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FILES_DROPPED] =
    g_signal_new ("files-dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_LIST_MODEL);
  signals[TEXT_DROPPED] =
    g_signal_new ("text-dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[ADDRESS_DROPPED] =
    g_signal_new ("address-dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
culprit_drop_target_init (CulpritDropTarget *self)
{
  self->files = -1;
}

static void
set_active (CulpritDropTarget *self,
            gboolean           active)
{
  if (self->active == active)
    return;
  self->active = active;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

static void
set_files (CulpritDropTarget *self,
           int                files)
{
  if (self->files == files)
    return;
  self->files = files;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILES]);
}

static void
set_is_address (CulpritDropTarget *self,
                gboolean           is_address)
{
  if (self->is_address == is_address)
    return;
  self->is_address = is_address;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_ADDRESS]);
}

static gboolean
offers (GdkDrop           *drop,
        const char *const *types)
{
  GdkContentFormats *formats = gdk_drop_get_formats (drop);

  for (guint i = 0; types[i] != NULL; i++)
    if (gdk_content_formats_contain_mime_type (formats, types[i]))
      return TRUE;

  return FALSE;
}

static gboolean
accepts (GtkDropTargetAsync *controller,
         GdkDrop            *drop,
         CulpritDropTarget  *self)
{
  /* What is dragged inside of the window, as text from one field to another, is no log. */
  return gdk_drop_get_drag (drop) == NULL
         && (offers (drop, file_types) || offers (drop, link_types) || offers (drop, text_types));
}

static void
hovering_list_read (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  CulpritDropTarget *self = CULPRIT_DROP_TARGET (object);
  g_autofree char *list = drop_reading_finish (result, NULL, NULL);
  g_autoptr (GListModel) files = NULL;

  if (list == NULL || self->hovering != drop_reading_get_drop (result))
    return;

  files = dropped_list_get_files (list);
  set_is_address (self, dropped_list_is_address (files));
  set_files (self, (int) g_list_model_get_n_items (files));
}

static GdkDragAction
entered (GtkDropTargetAsync *controller,
         GdkDrop            *drop,
         double              x,
         double              y,
         CulpritDropTarget  *self)
{
  self->hovering = drop;
  set_files (self, offers (drop, file_types) ? -1 : 0);
  set_is_address (self, offers (drop, link_types) && !offers (drop, list_types));
  set_active (self, TRUE);

  /* Only to say how many: a source that tells no names yet is no reason to refuse. */
  if (offers (drop, list_types))
    drop_reading_start (drop, list_types, G_OBJECT (self), hovering_list_read);

  return GDK_ACTION_COPY;
}

static GdkDragAction
moved (GtkDropTargetAsync *controller,
       GdkDrop            *drop,
       double              x,
       double              y,
       CulpritDropTarget  *self)
{
  return GDK_ACTION_COPY;
}

static void
left (GtkDropTargetAsync *controller,
      GdkDrop            *drop,
      CulpritDropTarget  *self)
{
  self->hovering = NULL;
  set_active (self, FALSE);
}

static void
give_files (CulpritDropTarget *self,
            GdkDrop           *drop,
            GListModel        *files)
{
  gboolean some = g_list_model_get_n_items (files) > 0;

  gdk_drop_finish (drop, some ? GDK_ACTION_COPY : 0);
  if (some)
    g_signal_emit (self, signals[FILES_DROPPED], 0, files);
}

static void
give_error (CulpritDropTarget *self,
            GdkDrop           *drop,
            const GError      *error)
{
  gdk_drop_finish (drop, 0);
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
dropped_list_read (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  CulpritDropTarget *self = CULPRIT_DROP_TARGET (object);
  GdkDrop *drop = drop_reading_get_drop (result);
  g_autoptr (GError) error = NULL;
  g_autofree char *list = drop_reading_finish (result, NULL, &error);

  if (list != NULL) {
    g_autoptr (GListModel) files = dropped_list_get_files (list);

    give_files (self, drop, files);
  } else {
    give_error (self, drop, error);
  }
}

static void
dropped_files_read (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (CulpritDropTarget) self = user_data;
  GdkDrop *drop = GDK_DROP (object);
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_drop_read_value_finish (drop, result, &error);
  g_autoptr (GListStore) files = NULL;
  g_autoptr (GSList) list = NULL;

  /* A portal may refuse what the source offers in plain words, too. */
  if (value == NULL && offers (drop, list_types)) {
    drop_reading_start (drop, list_types, G_OBJECT (self), dropped_list_read);
    return;
  }
  if (value == NULL) {
    give_error (self, drop, error);
    return;
  }

  files = g_list_store_new (G_TYPE_FILE);
  list = gdk_file_list_get_files (g_value_get_boxed (value));
  for (GSList *item = list; item != NULL; item = item->next)
    g_list_store_append (files, item->data);
  give_files (self, drop, G_LIST_MODEL (files));
}

static void
dropped_text_read (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (CulpritDropTarget) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (IncomingText) text = incoming_text_read_finish (result, &error);

  if (text != NULL)
    g_signal_emit (self, signals[TEXT_DROPPED], 0, text);
  else
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
text_was_read (gpointer data)
{
  g_autoptr (GdkDrop) drop = data;

  gdk_drop_finish (drop, GDK_ACTION_COPY);
}

static void
dropped_text_opened (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (CulpritDropTarget) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_drop_read_finish (GDK_DROP (object), result, NULL, &error);

  if (stream != NULL)
    incoming_text_read_async (stream, text_was_read, g_object_ref (object), NULL,
                              dropped_text_read, g_object_ref (self));
  else
    give_error (self, GDK_DROP (object), error);
}

static void
read_files_or_text (CulpritDropTarget *self,
                    GdkDrop           *drop)
{
  if (offers (drop, file_types))
    gdk_drop_read_value_async (drop, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                               dropped_files_read, g_object_ref (self));
  else
    gdk_drop_read_async (drop, text_types, G_PRIORITY_DEFAULT, NULL, dropped_text_opened,
                         g_object_ref (self));
}

static void
dropped_link_read (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  CulpritDropTarget *self = CULPRIT_DROP_TARGET (object);
  GdkDrop *drop = drop_reading_get_drop (result);
  gsize length;
  g_autofree char *link = drop_reading_finish (result, &length, NULL);
  g_autofree char *address = link != NULL ? dropped_link_dup_address (link, length) : NULL;

  if (address == NULL) {
    read_files_or_text (self, drop);
    return;
  }

  gdk_drop_finish (drop, GDK_ACTION_COPY);
  g_signal_emit (self, signals[ADDRESS_DROPPED], 0, address);
}

static gboolean
dropped (GtkDropTargetAsync *controller,
         GdkDrop            *drop,
         double              x,
         double              y,
         CulpritDropTarget  *self)
{
  self->hovering = NULL;
  set_active (self, FALSE);

  /* A link says more than its text, and than a file's address can hold. */
  if (offers (drop, link_types))
    drop_reading_start (drop, link_types, G_OBJECT (self), dropped_link_read);
  else
    read_files_or_text (self, drop);

  return TRUE;
}

CulpritDropTarget *
culprit_drop_target_new (GtkWidget *widget)
{
  CulpritDropTarget *self = g_object_new (CULPRIT_TYPE_DROP_TARGET, NULL);
  GtkDropTargetAsync *controller = gtk_drop_target_async_new (NULL, GDK_ACTION_COPY);

  /* Before the entries of the window, which would take a file's name as text. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (controller), GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "accept", G_CALLBACK (accepts), self);
  g_signal_connect (controller, "drag-enter", G_CALLBACK (entered), self);
  g_signal_connect (controller, "drag-motion", G_CALLBACK (moved), self);
  g_signal_connect (controller, "drag-leave", G_CALLBACK (left), self);
  g_signal_connect (controller, "drop", G_CALLBACK (dropped), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (controller));
  self->controller = g_object_ref (GTK_EVENT_CONTROLLER (controller));

  return self;
}
