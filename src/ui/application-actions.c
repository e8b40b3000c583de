/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The actions of the application, and the keys of all actions. */

#include "config.h"

#include <glib/gi18n.h>

#include "discard-dialog.h"
#include "formats-window.h"
#include "preferences.h"

#include "application-private.h"

static const struct {
  const char *action;
  const char *keys[4];
} accels[] = {
  { "app.new-window",       { "<Control>n" } },
  { "app.preferences",      { "<Control>comma" } },
  { "app.quit",             { "<Control>q" } },
  { "win.close-tab",        { "<Control>w" } },
  { "win.copy-comment",     { "<Control><Shift>m" } },
  { "win.copy-failure",     { "<Control><Shift>f" } },
  { "win.copy-issue",       { "<Control><Shift>c" } },
  { "win.copy-rerun",       { "<Control><Shift>r" } },
  { "win.copy-tail",        { "<Control><Shift>l" } },
  { "win.copy-title",       { "<Control><Shift>h" } },
  { "win.find",             { "<Control>f" } },
  { "win.find-next",        { "<Control>g" } },
  { "win.find-previous",    { "<Control><Shift>g" } },
  { "win.follow",           { "<Control>e" } },
  { "win.fullscreen",       { "F11" } },
  { "win.go-to-line",       { "<Control>l" } },
  { "win.look-again",       { "<Control>r" } },
  { "win.new-tab",          { "<Control>t" } },
  { "win.next-failure",     { "F4" } },
  { "win.next-region",      { "F6" } },
  { "win.open",             { "<Control>o" } },
  { "win.previous-failure", { "<Shift>F4" } },
  { "win.previous-region",  { "<Shift>F6" } },
  { "win.reopen-tab",       { "<Control><Shift>t" } },
  { "win.show-failures",    { "F9" } },
  { "win.show-help-overlay", { "<Control>question", "F1" } },
  { "win.show-history",     { "<Control>h" } },
  { "win.show-issue",       { "<Control>i" } },
  { "win.triage",           { "<Control>d" } },
  { "win.wrap",             { "<Alt>z" } },
  { "win.zoom-in",          { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "win.zoom-out",         { "<Control>minus", "<Control>KP_Subtract" } },
  { "win.zoom-reset",       { "<Control>0", "<Control>KP_0" } },
};

static void
do_new_window (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (culprit_window_new (user_data)));
}

/* A dialog closes with the window that it is of. (transfer full) */
static GList *
list_windows (CulpritApplication *self)
{
  GList *windows = NULL;

  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    if (CULPRIT_IS_WINDOW (item->data))
      windows = g_list_prepend (windows, g_object_ref (item->data));

  return windows;
}

/* Closing the last window ends the program, or leaves it to the clipboard. */
static void
close_all (CulpritApplication *self)
{
  g_autolist (GtkWindow) windows = list_windows (self);

  session_keeper_end (self->keeper);
  for (GList *item = windows; item != NULL; item = item->next)
    culprit_window_close_discarding (item->data);
}

static void
discard_chosen (GObject *object)
{
  close_all (CULPRIT_APPLICATION (object));
}

/* One question for all windows. */
static void
do_quit (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  CulpritApplication *self = user_data;
  g_autolist (GtkWindow) windows = list_windows (self);
  g_autoptr (GPtrArray) unkept = g_ptr_array_new_with_free_func (g_free);

  for (GList *item = windows; item != NULL; item = item->next) {
    culprit_window_stop_asking (item->data);
    culprit_window_keep_edits (item->data, unkept);
  }

  if (unkept->len == 0)
    close_all (self);
  else if (self->discard_dialog != NULL)
    gtk_window_present (GTK_WINDOW (self->discard_dialog));
  else
    g_set_weak_pointer (&self->discard_dialog,
                        discard_dialog_show (GTK_WINDOW (application_find_window (self)), unkept, discard_chosen, G_OBJECT (self)));
}

/* Closed with the window that they belong to. */
static void
show_preferences (CulpritApplication *self)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (self->preferences == NULL)
    g_set_weak_pointer (&self->preferences, culprit_preferences_new (parent));
  gtk_window_present (GTK_WINDOW (self->preferences));
}

static void
do_preferences (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  show_preferences (user_data);
}

/* For who has just read that a token is missing. */
static void
do_accounts (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  show_preferences (user_data);
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (CULPRIT_APPLICATION (user_data)->preferences),
                                                "accounts");
}

static void
do_formats (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (user_data);

  gtk_window_present (GTK_WINDOW (culprit_formats_window_new (parent)));
}

static void
do_about (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  const char *developers[] = { "The Culprit authors", NULL };

  adw_show_about_window (gtk_application_get_active_window (user_data),
                         "application-name", "Culprit",
                         "application-icon", APPLICATION_ID,
                         "version", VERSION,
                         "comments", _("Shows what failed in a CI job’s log, and makes the issue of it."),
                         "developer-name", "The Culprit authors",
                         "developers", developers,
                         "website", "https://github.com/culprit-log/culprit",
                         "issue-url", "https://github.com/culprit-log/culprit/issues",
                         /* Translators: your name, a line each, with your address if you like */
                         "translator-credits", _("translator-credits"),
                         "copyright", "© 2026 The Culprit authors",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         NULL);
}

/* A notification was clicked; its page, this program's window or all that ran then may be gone since. */
static void
do_show_log (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  for (GList *item = gtk_application_get_windows (user_data); item != NULL; item = item->next)
    if (CULPRIT_IS_WINDOW (item->data)
        && culprit_window_show_notified (item->data, g_variant_get_string (parameter, NULL)))
      return;

  g_application_activate (user_data);
}

static const GActionEntry entries[] = {
  { "about", do_about },
  { "accounts", do_accounts },
  { "formats", do_formats },
  { "new-window", do_new_window },
  { "preferences", do_preferences },
  { "quit", do_quit },
  { "show-log", do_show_log, "s" },
};

void
application_init_actions (CulpritApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action,
                                           (const char *const *) accels[i].keys);
}
