/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The actions of a window. Buttons, keys, menus and other programs all enter by them. */

#include "config.h"

#include <glib/gi18n.h>

#include "window-private.h"

/* An action that is a function of the window alone. */
#define WINDOW_ACTION(name)                         \
  static void                                       \
  do_##name (GSimpleAction *action,                 \
             GVariant      *parameter,              \
             gpointer       user_data)              \
  {                                                 \
    culprit_window_##name (CULPRIT_WINDOW (user_data)); \
  }

WINDOW_ACTION (close_tab)
WINDOW_ACTION (comment)
WINDOW_ACTION (copy_comment)
WINDOW_ACTION (copy_commit)
WINDOW_ACTION (copy_failure)
WINDOW_ACTION (copy_finding)
WINDOW_ACTION (copy_issue)
WINDOW_ACTION (copy_job)
WINDOW_ACTION (copy_tail)
WINDOW_ACTION (copy_title)
WINDOW_ACTION (copy_to_end)
WINDOW_ACTION (move_tab)
WINDOW_ACTION (new_tab)
WINDOW_ACTION (paste)
WINDOW_ACTION (react)
WINDOW_ACTION (reopen_tab)
WINDOW_ACTION (search_tracker)
WINDOW_ACTION (submit)

static void
do_copy_field (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  culprit_window_copy_field (user_data, (guint) g_variant_get_int32 (parameter));
}

static void
do_copy_rerun (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  culprit_window_copy_rerun (user_data, FALSE);
}

static void
do_copy_rerun_loop (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  culprit_window_copy_rerun (user_data, TRUE);
}

static void
do_copy_selection (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  const char *name = g_action_get_name (G_ACTION (action));

  culprit_window_copy_selection (user_data, g_str_equal (name, "copy-markdown") ? LOG_COPY_MARKDOWN
                                            : g_str_equal (name, "copy-numbered") ? LOG_COPY_NUMBERED
                                            : LOG_COPY_TEXT);
}

static void
do_cancel (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  culprit_log_page_cancel (culprit_window_get_page (user_data));
}

static void
step (CulpritWindow *self,
      int            by)
{
  CulpritLogPage *page = culprit_window_get_page (self);
  int n_failures = (int) culprit_log_page_get_findings (page)->failures->len;
  int selected = culprit_log_page_get_selected (page);

  if (selected < 0)
    culprit_log_page_select (page, by > 0 ? 0 : n_failures - 1);
  else
    culprit_log_page_select (page, (selected + by + n_failures) % n_failures);
}

static void
do_next_failure (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  step (user_data, 1);
}

static void
do_previous_failure (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  step (user_data, -1);
}

static void
do_go_to_cause (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  culprit_log_page_go_to_cause (culprit_window_get_page (user_data));
}

/* Closes what covers the log. */
static void
do_back (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  CulpritLogPage *page = culprit_window_get_page (user_data);

  g_object_set (page, "show-issue", FALSE, "show-history", FALSE, "show-failures", FALSE, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (culprit_log_page_get_view (page)));
}

/* The page has a property of the same name. */
static void
change_shown (GSimpleAction *action,
              GVariant      *state,
              gpointer       user_data)
{
  CulpritLogPage *page = culprit_window_get_page (user_data);

  g_object_set (page, g_action_get_name (G_ACTION (action)), g_variant_get_boolean (state), NULL);
}

static void
change_follow (GSimpleAction *action,
               GVariant      *state,
               gpointer       user_data)
{
  culprit_log_page_set_following (culprit_window_get_page (user_data),
                                  g_variant_get_boolean (state));
}

static void
change_fullscreen (GSimpleAction *action,
                   GVariant      *state,
                   gpointer       user_data)
{
  if (g_variant_get_boolean (state))
    gtk_window_fullscreen (user_data);
  else
    gtk_window_unfullscreen (user_data);
}

static void
do_ask_main (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  culprit_log_page_ask_history (culprit_window_get_page (user_data), FALSE);
}

static void
do_look_closer (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  culprit_log_page_ask_history (culprit_window_get_page (user_data), TRUE);
}

static void
do_find (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  culprit_log_page_start_find (culprit_window_get_page (user_data));
}

static void
do_find_next (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  gboolean is_back = g_str_equal (g_action_get_name (G_ACTION (action)), "find-previous");

  culprit_log_page_find_next (culprit_window_get_page (user_data), is_back ? -1 : 1);
}

static void
do_go_to_line (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  culprit_log_page_start_going (culprit_window_get_page (user_data));
}

static void
do_next_region (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  culprit_window_go_to_region (user_data, g_str_equal (g_action_get_name (G_ACTION (action)), "next-region") ? 1 : -1);
}

static void
do_stop_asking (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  culprit_log_page_stop_asking (culprit_window_get_page (user_data));
}

static void
do_add_finding (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  CulpritLogPage *page = culprit_window_get_page (user_data);

  if (culprit_log_page_add_finding (page))
    g_object_set (page, "show-issue", TRUE, NULL);
  else
    culprit_window_add_toast (user_data, _("The form has no field for it: copy the finding instead"), NULL, NULL);
}

static void
do_look_again (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  CulpritTriagePage *triage = culprit_window_get_triage (user_data);

  if (triage != NULL)
    culprit_triage_page_look (triage);
  else
    culprit_log_page_look_up_again (culprit_window_get_page (user_data));
}

/* The view's own actions, for where the keyboard is not in it. */
static void
do_in_log (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  CulpritLogPage *page = culprit_window_get_page (user_data);
  g_autofree char *name = g_strconcat ("log.", g_action_get_name (G_ACTION (action)), NULL);

  gtk_widget_activate_action (GTK_WIDGET (culprit_log_page_get_view (page)), name, NULL);
}

static void
do_triage (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  culprit_window_show_triage (user_data);
}

/* Made when it is asked for: it would be a good part of what a window takes to come up. */
static void
do_show_help_overlay (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  GtkApplicationWindow *window = user_data;

  if (gtk_application_window_get_help_overlay (window) == NULL) {
    g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCE_PATH "/help-overlay.ui");
    GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

    gtk_window_set_transient_for (overlay, user_data);
    gtk_application_window_set_help_overlay (window, GTK_SHORTCUTS_WINDOW (overlay));
  }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

static void
do_undo_reset (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  CulpritWindow *self = user_data;

  if (self->reset_page != NULL)
    culprit_log_page_undo_reset (self->reset_page);
}

static const GActionEntry entries[] = {
  { "add-finding", do_add_finding },
  { "ask-main", do_ask_main },
  { "back", do_back },
  { "cancel", do_cancel },
  { "close-tab", do_close_tab },
  { "comment", do_comment },
  { "copy-comment", do_copy_comment },
  { "copy-commit", do_copy_commit },
  { "copy-failure", do_copy_failure },
  { "copy-field", do_copy_field, "i" },
  { "copy-finding", do_copy_finding },
  { "copy-issue", do_copy_issue },
  { "copy-job", do_copy_job },
  { "copy-markdown", do_copy_selection },
  { "copy-numbered", do_copy_selection },
  { "copy-rerun", do_copy_rerun },
  { "copy-rerun-loop", do_copy_rerun_loop },
  { "copy-selection", do_copy_selection },
  { "copy-tail", do_copy_tail },
  { "copy-title", do_copy_title },
  { "copy-to-end", do_copy_to_end },
  { "find", do_find },
  { "find-next", do_find_next },
  { "find-previous", do_find_next },
  { "follow", NULL, NULL, "false", change_follow },
  { "fullscreen", NULL, NULL, "false", change_fullscreen },
  { "go-to-cause", do_go_to_cause },
  { "go-to-line", do_go_to_line },
  { "look-again", do_look_again },
  { "look-closer", do_look_closer },
  { "move-tab", do_move_tab },
  { "new-tab", do_new_tab },
  { "next-failure", do_next_failure },
  { "next-region", do_next_region },
  { "paste", do_paste },
  { "previous-failure", do_previous_failure },
  { "previous-region", do_next_region },
  { "react", do_react },
  { "reopen-tab", do_reopen_tab },
  { "search-tracker", do_search_tracker },
  { "show-failures", NULL, NULL, "true", change_shown },
  { "show-history", NULL, NULL, "false", change_shown },
  { "show-help-overlay", do_show_help_overlay },
  { "show-issue", NULL, NULL, "false", change_shown },
  { "stop-asking", do_stop_asking },
  { "submit", do_submit },
  { "triage", do_triage },
  { "undo-reset", do_undo_reset },
  { "fold-all", do_in_log },
  { "unfold-all", do_in_log },
  { "zoom-in", do_in_log },
  { "zoom-out", do_in_log },
  { "zoom-reset", do_in_log },
};

GSimpleAction *
culprit_window_get_action (CulpritWindow *self,
                           const char    *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name));
}

/* The window manager has keys for it, too. */
static void
fullscreened_changed (CulpritWindow *self)
{
  g_simple_action_set_state (culprit_window_get_action (self, "fullscreen"),
                             g_variant_new_boolean (gtk_window_is_fullscreen (GTK_WINDOW (self))));
}

void
culprit_window_init_actions (CulpritWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_changed), NULL);
  culprit_window_init_open_actions (self);
  culprit_window_init_view_options (self);
  culprit_window_add_late_keys (self);
}
