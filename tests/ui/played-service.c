/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "played-service.h"

static GSubprocess *process;
static char *cache;

static void
take_line (const char *line)
{
  const char *equals = strchr (line, '=');
  g_autofree char *name = NULL;

  g_assert_nonnull (equals);
  name = g_strndup (line, equals - line);
  g_assert_true (g_setenv (name, equals + 1, TRUE));
}

void
played_service_start (void)
{
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GError) error = NULL;
  char *line;

  cache = g_dir_make_tmp ("culprit-fetched-XXXXXX", &error);
  g_assert_no_error (error);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  /* There is no keyring, least of all the user's own. */
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "disabled:", TRUE);

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                              "/usr/bin/python3", g_getenv ("CULPRIT_FETCHED_LOGS"), NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, &error)) != NULL && *line != '\0') {
    take_line (line);
    g_free (line);
  }
  g_free (line);
  g_assert_no_error (error);
  g_assert_nonnull (g_getenv ("CULPRIT_BUILDKITE_URL"));
}

static void
delete_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);
    g_autoptr (GFile) file = g_file_new_for_path (child);

    delete_folder (child);
    g_file_delete (file, NULL, NULL);
  }
}

void
played_service_stop (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path (cache);

  g_output_stream_close (g_subprocess_get_stdin_pipe (process), NULL, NULL);
  g_subprocess_wait (process, NULL, NULL);
  g_clear_object (&process);
  delete_folder (cache);
  g_file_delete (folder, NULL, NULL);
  g_clear_pointer (&cache, g_free);
}

const char *
played_service_get (const char *name)
{
  const char *value = g_getenv (name);

  g_assert_nonnull (value);

  return value;
}
