/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The tab of the daily triage. */

#include "config.h"

#include <glib/gi18n.h>

#include "settings.h"
#include "triage-page.h"

#include "window-private.h"

static void
page_changed (CulpritWindow     *self,
              CulpritTriagePage *page)
{
  adw_tab_page_set_loading (adw_tab_view_get_page (self->tab_view, GTK_WIDGET (page)),
                            culprit_triage_page_is_looking (page));
  culprit_window_update (self);
}

static void
page_says (CulpritWindow *self,
           const char    *text)
{
  culprit_window_add_toast (self, text, NULL, NULL);
}

static void
page_warned (CulpritWindow *self,
             const char    *text)
{
  culprit_window_add_notice (self, text, NULL, NULL, NULL);
}

void
culprit_window_attach_triage (CulpritWindow *self,
                              AdwTabPage    *tab)
{
  CulpritTriagePage *page = CULPRIT_TRIAGE_PAGE (adw_tab_page_get_child (tab));
  g_autoptr (GIcon) icon = g_themed_icon_new ("view-list-symbolic");

  adw_tab_page_set_title (tab, _("Daily Triage"));
  adw_tab_page_set_icon (tab, icon);
  culprit_triage_page_set_width_class (page, self->width_class);
  g_signal_connect_object (page, "changed", G_CALLBACK (page_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "toast", G_CALLBACK (page_says), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "warned", G_CALLBACK (page_warned), self, G_CONNECT_SWAPPED);
  adw_tab_page_set_loading (tab, culprit_triage_page_is_looking (page));
}

void
culprit_window_detach_triage (CulpritWindow     *self,
                              CulpritTriagePage *page)
{
  g_signal_handlers_disconnect_by_data (page, self);
  gtk_widget_activate_action (GTK_WIDGET (page), "triage.cancel", NULL);
}

CulpritTriagePage *
culprit_window_get_triage (CulpritWindow *self)
{
  AdwTabPage *tab = adw_tab_view_get_selected_page (self->tab_view);
  GtkWidget *child = tab != NULL ? adw_tab_page_get_child (tab) : NULL;

  return CULPRIT_IS_TRIAGE_PAGE (child) ? CULPRIT_TRIAGE_PAGE (child) : NULL;
}

/* The tab that is there, or NULL. */
static AdwTabPage *
find_tab (CulpritWindow *self)
{
  int n_pages = adw_tab_view_get_n_pages (self->tab_view);

  for (int i = 0; i < n_pages; i++) {
    AdwTabPage *tab = adw_tab_view_get_nth_page (self->tab_view, i);

    if (CULPRIT_IS_TRIAGE_PAGE (adw_tab_page_get_child (tab)))
      return tab;
  }

  return NULL;
}

GtkWidget *
culprit_window_make_triage (void)
{
  g_autofree char *name = settings_dup_profile ();
  g_autoptr (Profile) profile = profile_load (name, NULL);

  return profile != NULL && *profile_get_repository (profile) != '\0' ? culprit_triage_page_new (profile) : NULL;
}

void
culprit_window_show_triage (CulpritWindow *self)
{
  AdwTabPage *tab = find_tab (self);
  CulpritLogPage *page = culprit_window_get_page (self);
  g_autofree char *name = settings_dup_profile ();
  g_autoptr (Profile) profile = NULL;
  g_autoptr (GError) error = NULL;

  if (tab != NULL) {
    adw_tab_view_set_selected_page (self->tab_view, tab);
    return;
  }
  if (page != NULL && culprit_log_page_get_profile (page) != NULL)
    profile = profile_ref (culprit_log_page_get_profile (page));
  else
    profile = profile_load (name, &error);
  if (profile == NULL)
    culprit_window_add_notice (self, error->message, NULL, NULL, NULL);
  else if (*profile_get_repository (profile) == '\0')
    culprit_window_add_toast (self, _("The profile names no project whose tests could be looked up"), NULL, NULL);
  else
    culprit_window_add_page (self, culprit_triage_page_new (profile));
}
