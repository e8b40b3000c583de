/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "application.h"

struct _CulpritApplication {
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (CulpritApplication, culprit_application, ADW_TYPE_APPLICATION)

static void
culprit_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (adw_application_window_new (GTK_APPLICATION (application)));
  gtk_window_present (window);
}

static void
culprit_application_class_init (CulpritApplicationClass *klass)
{
  G_APPLICATION_CLASS (klass)->activate = culprit_application_activate;
}

static void
culprit_application_init (CulpritApplication *self)
{
}

GApplication *
culprit_application_new (void)
{
  return g_object_new (CULPRIT_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "resource-base-path", RESOURCE_PATH,
                       NULL);
}
