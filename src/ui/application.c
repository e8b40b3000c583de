/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <sys/stat.h>
#include <unistd.h>

#include "control-names.h"
#include "log-loading.h"
#include "secret-choices.h"
#include "settings.h"

#include "application-private.h"

G_DEFINE_FINAL_TYPE (CulpritApplication, culprit_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
  { "new-window", 'w', 0, G_OPTION_ARG_NONE, NULL, N_("Open a new window"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[FILE|ADDRESS|-]…") },
  { NULL }
};

static CulpritWindow *
new_window (CulpritApplication *self)
{
  return CULPRIT_WINDOW (culprit_window_new (GTK_APPLICATION (self)));
}

CulpritWindow *
application_find_window (CulpritApplication *self)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL;
       item = item->next)
    if (CULPRIT_IS_WINDOW (item->data))
      return item->data;

  return NULL;
}

static CulpritWindow *
get_window (CulpritApplication *self)
{
  CulpritWindow *window = application_find_window (self);

  return window != NULL ? window : new_window (self);
}

/* What is wrong with the user's rules is told once, in the window that reads the first log. */
static void
tell_warnings (CulpritApplication *self,
               CulpritWindow      *window)
{
  GPtrArray *warnings;

  if (self->told_warnings)
    return;

  self->told_warnings = TRUE;
  warnings = log_loading_get_warnings ();
  for (guint i = 0; i < warnings->len; i++)
    culprit_window_add_notice (window, g_ptr_array_index (warnings, i), NULL, NULL, NULL);
}

static void
was_drawn (GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, was_drawn, NULL);
  log_loading_prepare ();
}

/* What the first log needs is made ready while the user sees the window, and takes no time of its start. */
static void
present_empty (GtkWindow *window)
{
  gboolean is_first = !gtk_widget_get_realized (GTK_WIDGET (window));

  gtk_window_present (window);
  if (is_first)
    g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (was_drawn), NULL);
}

/* Started without a log: those that were open last come back, unless a window is there. */
static void
culprit_application_activate (GApplication *application)
{
  CulpritApplication *self = CULPRIT_APPLICATION (application);

  if (application_find_window (self) == NULL && session_keeper_restore (self->keeper))
    tell_warnings (self, application_find_window (self));
  else
    present_empty (GTK_WINDOW (get_window (self)));
}

static void
culprit_application_open (GApplication  *application,
                          GFile        **files,
                          int            n_files,
                          const char    *hint)
{
  CulpritApplication *self = CULPRIT_APPLICATION (application);
  CulpritLogPage *first = NULL;
  CulpritWindow *window;

  log_loading_prepare ();
  window = get_window (self);
  gtk_window_present (GTK_WINDOW (window));
  for (int i = 0; i < n_files; i++) {
    CulpritLogPage *page = culprit_window_show_file (window, files[i]);

    if (i == 0)
      first = page;
  }
  culprit_window_show_page (window, first);
  tell_warnings (self, window);
}

/* What a program still writes to is followed; a file is read to its end. */
static LogSource *
open_standard_input (GInputStream *stream)
{
  int fd = G_IS_UNIX_INPUT_STREAM (stream)
           ? g_unix_input_stream_get_fd (G_UNIX_INPUT_STREAM (stream)) : -1;
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  struct stat status;

  if (fd >= 0 && fstat (fd, &status) == 0 && !S_ISREG (status.st_mode)) {
    int own_fd = fcntl (fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);

    if (own_fd >= 0)
      return log_source_follow_fd (own_fd, _("standard input"), stop);
  }

  return log_source_new (stream, _("standard input"), -1);
}

/* The log's page, or NULL. In a new window it is opened, wherever else it is. */
static CulpritLogPage *
open_argument (CulpritWindow           *window,
               gboolean                 is_new,
               GApplicationCommandLine *command_line,
               const char              *argument)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *uri = NULL;

  if (g_str_equal (argument, "-")) {
    /* That of the process that was started, wherever this one runs. */
    g_autoptr (GInputStream) stream = g_application_command_line_get_stdin (command_line);

    if (stream != NULL)
      culprit_window_open_source (window, open_standard_input (stream));
    return culprit_window_get_page (window);
  }

  /* A file's address may lose what an address in the web has behind its path. */
  if (!address_is (argument)) {
    file = g_application_command_line_create_file_for_arg (command_line, argument);
    uri = g_file_get_uri (file);
  }
  if (!is_new)
    return culprit_window_show_uri (window, uri != NULL ? uri : argument);

  culprit_window_open_uri (window, uri != NULL ? uri : argument, JOB_LOG_READ_DEFAULT);

  return culprit_window_get_page (window);
}

static int
culprit_application_command_line (GApplication            *application,
                                  GApplicationCommandLine *command_line)
{
  CulpritApplication *self = CULPRIT_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (command_line);
  g_autofree const char **arguments = NULL;
  CulpritLogPage *first = NULL;
  CulpritWindow *window;
  gboolean is_new;

  g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&ay", &arguments);
  if (arguments == NULL && !g_variant_dict_contains (dict, "new-window")) {
    g_application_activate (application);
    return EXIT_SUCCESS;
  }

  if (arguments != NULL)
    log_loading_prepare ();
  is_new = g_variant_dict_contains (dict, "new-window");
  window = is_new ? new_window (self) : get_window (self);
  gtk_window_present (GTK_WINDOW (window));

  for (guint i = 0; arguments != NULL && arguments[i] != NULL; i++) {
    CulpritLogPage *page = open_argument (window, is_new, command_line, arguments[i]);

    if (i == 0)
      first = page;
  }
  culprit_window_show_page (window, first);
  if (arguments != NULL)
    tell_warnings (self, window);

  return EXIT_SUCCESS;
}

static int
culprit_application_handle_local_options (GApplication *application,
                                          GVariantDict *dict)
{
  if (g_variant_dict_contains (dict, "version")) {
    g_print ("culprit %s\n", VERSION);
    return EXIT_SUCCESS;
  }

  if (!gtk_init_check ()) {
    g_printerr (_("culprit: there is no display: use culprit-cli\n"));
    return EXIT_FAILURE;
  }

  return -1;
}

/* A copied text is there for as long as its owner: so stay until another program takes the
 * clipboard, with or without a window. */
static void
clipboard_changed (CulpritApplication *self)
{
  gboolean is_ours = gdk_clipboard_is_local (self->clipboard)
                     && gdk_clipboard_get_content (self->clipboard) != NULL;

  if (self->holds == is_ours)
    return;

  self->holds = is_ours;
  if (is_ours)
    g_application_hold (G_APPLICATION (self));
  else
    g_application_release (G_APPLICATION (self));
}

static void
update_colours (void)
{
  g_autofree char *scheme = settings_dup_colour_scheme ();

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_str_equal (scheme, "light")  ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                      : g_str_equal (scheme, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                     : ADW_COLOR_SCHEME_DEFAULT);
}

static void
init_colours (CulpritApplication *self)
{
  GSettings *settings = settings_get ();

  update_colours ();
  if (settings != NULL)
    g_signal_connect_object (settings, "changed::colour-scheme", G_CALLBACK (update_colours), self, G_CONNECT_SWAPPED);
}

static void
update_masks (void)
{
  secret_choices_set_masks_personal (settings_masks_personal ());
}

static void
init_masks (CulpritApplication *self)
{
  GSettings *settings = settings_get ();

  update_masks ();
  if (settings != NULL)
    g_signal_connect_object (settings, "changed::mask-personal", G_CALLBACK (update_masks), self, G_CONNECT_SWAPPED);
}

static void
culprit_application_startup (GApplication *application)
{
  CulpritApplication *self = CULPRIT_APPLICATION (application);

  G_APPLICATION_CLASS (culprit_application_parent_class)->startup (application);

  control_names_init ();
  self->keeper = session_keeper_new (GTK_APPLICATION (self));
  application_init_actions (self);
  init_colours (self);
  init_masks (self);
  self->clipboard = gdk_display_get_clipboard (gdk_display_get_default ());
  g_signal_connect_object (self->clipboard, "changed", G_CALLBACK (clipboard_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clipboard, "notify::local", G_CALLBACK (clipboard_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
culprit_application_shutdown (GApplication *application)
{
  g_clear_pointer (&CULPRIT_APPLICATION (application)->keeper, session_keeper_free);
  log_loading_end ();

  G_APPLICATION_CLASS (culprit_application_parent_class)->shutdown (application);
}

static void
culprit_application_finalize (GObject *object)
{
  g_clear_weak_pointer (&CULPRIT_APPLICATION (object)->preferences);
  g_clear_weak_pointer (&CULPRIT_APPLICATION (object)->discard_dialog);

  G_OBJECT_CLASS (culprit_application_parent_class)->finalize (object);
}

static void
culprit_application_class_init (CulpritApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = culprit_application_finalize;

  application_class->activate = culprit_application_activate;
  application_class->open = culprit_application_open;
  application_class->command_line = culprit_application_command_line;
  application_class->handle_local_options = culprit_application_handle_local_options;
  application_class->shutdown = culprit_application_shutdown;
  application_class->startup = culprit_application_startup;
}

static void
culprit_application_init (CulpritApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

GApplication *
culprit_application_new (void)
{
  return g_object_new (CULPRIT_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", RESOURCE_PATH,
                       NULL);
}
