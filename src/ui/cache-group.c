/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "cache-folder.h"
#include "worker.h"

#include "cache-group.h"

struct _CulpritCacheGroup {
  AdwPreferencesGroup  parent_instance;

  AdwActionRow        *size_row;
  GtkWidget           *clear_button;
};

G_DEFINE_FINAL_TYPE (CulpritCacheGroup, culprit_cache_group, ADW_TYPE_PREFERENCES_GROUP)

static void
measure (GTask        *task,
         gpointer      object,
         gpointer      data,
         GCancellable *cancellable)
{
  if (GPOINTER_TO_INT (data))
    cache_folders_clear ();
  g_task_return_int (task, (gssize) cache_folders_get_size ());
}

static void
measured (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  CulpritCacheGroup *self = CULPRIT_CACHE_GROUP (object);
  gssize size = g_task_propagate_int (G_TASK (result), NULL);
  g_autofree char *text = g_format_size ((guint64) MAX (size, 0));

  /* The window was closed meanwhile. */
  if (self->size_row == NULL)
    return;

  adw_action_row_set_subtitle (self->size_row, size > 0 ? text : _("Empty"));
  gtk_widget_set_sensitive (self->clear_button, size > 0);
}

static void
start (CulpritCacheGroup *self,
       gboolean           clears)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, measured, NULL);

  gtk_widget_set_sensitive (self->clear_button, FALSE);
  g_task_set_task_data (task, GINT_TO_POINTER (clears), NULL);
  worker_run (task, measure);
}

static void
clear_clicked (CulpritCacheGroup *self)
{
  start (self, TRUE);
}

static void
culprit_cache_group_dispose (GObject *object)
{
  CulpritCacheGroup *self = CULPRIT_CACHE_GROUP (object);

  if (self->size_row != NULL)
    gtk_widget_dispose_template (GTK_WIDGET (self), CULPRIT_TYPE_CACHE_GROUP);

  G_OBJECT_CLASS (culprit_cache_group_parent_class)->dispose (object);
}

static void
culprit_cache_group_class_init (CulpritCacheGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = culprit_cache_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/cache-group.ui");
  gtk_widget_class_bind_template_child (widget_class, CulpritCacheGroup, size_row);
  gtk_widget_class_bind_template_child (widget_class, CulpritCacheGroup, clear_button);
}

static void
culprit_cache_group_init (CulpritCacheGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->clear_button, "clicked", G_CALLBACK (clear_clicked), self);
  start (self, FALSE);
}

GtkWidget *
culprit_cache_group_new (void)
{
  return g_object_new (CULPRIT_TYPE_CACHE_GROUP, NULL);
}
