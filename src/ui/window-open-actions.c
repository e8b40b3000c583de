/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The actions that open something: logs, jobs, and pages in the browser. */

#include "config.h"

#include "address.h"
#include "link.h"

#include "window-private.h"

static void
do_open (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  culprit_window_choose_file (user_data, NULL);
}

static void
do_open_in (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  g_autoptr (GFile) folder = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  culprit_window_choose_file (user_data, folder);
}

static void
do_open_uri (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  culprit_window_show_uri (user_data, g_variant_get_string (parameter, NULL));
}

static void
do_open_anyway (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  culprit_window_open_uri (user_data, g_variant_get_string (parameter, NULL), JOB_LOG_READ_ANYTHING);
}

static void
do_show_jobs (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  culprit_window_list_jobs (user_data, g_variant_get_string (parameter, NULL));
}

static void
do_follow_uri (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  culprit_window_follow_file (user_data, file);
}

/* A log that was cut, or could not be read. */
static void
do_open_again (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  CulpritWindow *self = user_data;
  const char *uri = g_variant_get_string (parameter, NULL);
  CulpritLogPage *page = culprit_window_show_open (self, uri);

  if (page == NULL)
    culprit_window_show_uri (self, uri);
  else if (!culprit_log_page_is_loading (page))
    culprit_window_read_again (CULPRIT_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), page);
}

static void
do_open_link (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  const char *uri = g_variant_get_string (parameter, NULL);

  /* It may be what a service or a log says. */
  if (address_is_page (uri))
    link_open (user_data, uri);
}

static void
do_open_form (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  CulpritWindow *self = user_data;
  Issue *issue = culprit_log_page_get_issue (culprit_window_get_page (self));
  g_autofree char *uri = issue_dup_form_url (issue);

  if (uri != NULL)
    link_open (GTK_WIDGET (self), uri);
}

/* The issue of a job that is somewhere else: its log in a tab, with the issue beside it. */
static void
do_draft_issue (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  CulpritLogPage *page = culprit_window_show_uri (user_data, g_variant_get_string (parameter, NULL));

  if (page != NULL)
    g_object_set (page, "show-issue", TRUE, NULL);
}

static const GActionEntry entries[] = {
  { "draft-issue", do_draft_issue, "s" },
  { "follow-uri", do_follow_uri, "s" },
  { "open", do_open },
  { "open-again", do_open_again, "s" },
  { "open-anyway", do_open_anyway, "s" },
  { "open-form", do_open_form },
  { "open-in", do_open_in, "s" },
  { "open-link", do_open_link, "s" },
  { "open-uri", do_open_uri, "s" },
  { "show-jobs", do_show_jobs, "s" },
};

void
culprit_window_init_open_actions (CulpritWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
