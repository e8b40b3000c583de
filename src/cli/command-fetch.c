/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#include "arguments.h"
#include "output.h"
#include "remote.h"

#define CHUNK (256 * 1024)

/* What was asked for on the command line. */
typedef struct {
  gboolean  list;
  char     *job;
  char     *output;
} FetchOptions;

static void
fetch_options_clear (FetchOptions *fetch)
{
  g_free (fetch->job);
  g_free (fetch->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FetchOptions, fetch_options_clear)

static gboolean
set_errno (const char  *path,
           int          number,
           GError     **error)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number), _("%s: nothing was written: %s"), path, g_strerror (number));

  return FALSE;
}

/* Opens PART, which may be what a run that was killed left, and is nobody else's now; or -1. A link there is not followed: it
 * is not known where it leads. */
static int
open_part (const char  *part,
           const char  *path,
           GError     **error)
{
  int fd = g_open (part, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);

  if (fd < 0) {
    set_errno (path, errno, error);
    return -1;
  }
  if (flock (fd, LOCK_EX | LOCK_NB) == 0 && ftruncate (fd, 0) == 0)
    return fd;
  if (errno == EWOULDBLOCK)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY, _("%s is being written by another run; wait for it"), path);
  else
    set_errno (path, errno, error);
  close (fd);

  return -1;
}

static gboolean
copy_to_fd (GInputStream  *stream,
            int            fd,
            const char    *path,
            GError       **error)
{
  g_autofree char *chunk = g_malloc (CHUNK);
  gssize n;

  while ((n = g_input_stream_read (stream, chunk, CHUNK, NULL, error)) > 0)
    for (gssize done = 0; done < n;) {
      gssize count = write (fd, chunk + done, n - done);

      if (count < 0 && errno != EINTR)
        return set_errno (path, errno, error);
      done += MAX (count, 0);
    }

  return n == 0;
}

/* Writes STREAM to ".NAME.part" beside PATH, which it becomes where all of it came. */
static gboolean
copy_beside (GInputStream  *stream,
             const char    *path,
             GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_strdup_printf (".%s.part", base);
  g_autofree char *part = g_build_filename (folder, name, NULL);
  int fd = open_part (part, path, error);
  gboolean is_written;

  if (fd < 0)
    return FALSE;
  is_written = copy_to_fd (stream, fd, path, error);
  if (is_written && (fsync (fd) != 0 || g_rename (part, path) != 0))
    is_written = set_errno (path, errno, error);
  if (!is_written)
    g_unlink (part);
  close (fd);

  return is_written;
}

/* What is no plain file, a device or a pipe, takes the log itself: nothing may take its place. */
static gboolean
copy_to_file (GInputStream  *stream,
              const char    *path,
              GError       **error)
{
  g_autofree char *real = realpath (path, NULL);
  gboolean is_written;
  int fd;

  if (real == NULL || g_file_test (real, G_FILE_TEST_IS_REGULAR))
    return copy_beside (stream, real != NULL ? real : path, error);
  fd = g_open (real, O_WRONLY | O_CLOEXEC, 0);
  if (fd < 0)
    return set_errno (path, errno, error);
  is_written = copy_to_fd (stream, fd, path, error);
  close (fd);

  return is_written;
}

/* Gives what SOURCE, which is freed, has to PATH, or to standard output where that is NULL. */
static gboolean
write_log (LogSource   *source,
           const char  *path,
           GError     **error)
{
  g_autoptr (LogSource) owned = source;

  if (source == NULL)
    return FALSE;

  return path == NULL ? output_stream (owned->stream, error) : copy_to_file (owned->stream, path, error);
}

static CommandStatus
fail (const GError *error)
{
  return command_fail (COMMAND_FAILED, "%s", error->message);
}

static CommandStatus
fail_folder (const char *folder)
{
  return command_fail (COMMAND_FAILED, _("%s: the folder cannot be made: %s"), folder, g_strerror (errno));
}

static gboolean
is_without_network (const GError *error)
{
  return g_error_matches (error, HTTP_ERROR, HTTP_ERROR_OFFLINE) || g_error_matches (error, HTTP_ERROR, HTTP_ERROR_CONNECTION);
}

/* Each of JOBS into FOLDER; one that cannot be had does not keep the others from it, as long as there is a network. */
static CommandStatus
write_all (GPtrArray  *jobs,
           const char *folder)
{
  CommandStatus status = COMMAND_DONE;
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0777) != 0)
    return fail_folder (folder);
  for (guint i = 0; i < jobs->len && !is_without_network (error); i++) {
    const RemoteJob *job = g_ptr_array_index (jobs, i);
    g_autofree char *name = remote_job_dup_file_name (job);
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_clear_error (&error);

    if (write_log (fetch_open_job (remote_get_http (), job, NULL, &error), path, &error))
      output_text (path);
    else
      status = command_fail (COMMAND_FAILED, "%s: %s", job->name, error->message);
  }

  return output_finish () == COMMAND_DONE ? status : COMMAND_FAILED;
}

static gboolean
is_folder (const char *path)
{
  return path != NULL && (g_str_has_suffix (path, "/") || g_file_test (path, G_FILE_TEST_IS_DIR));
}

static CommandStatus
fetch_chosen (const Address      *address,
              GPtrArray          *chosen,
              const FetchOptions *options)
{
  g_autoptr (GError) error = NULL;

  if (is_folder (options->output) || (options->output != NULL && chosen->len > 1))
    return write_all (chosen, options->output);
  if (chosen->len == 1) {
    LogSource *source = fetch_open_job (remote_get_http (), g_ptr_array_index (chosen, 0), NULL, &error);

    return write_log (source, options->output, &error) ? output_finish () : fail (error);
  }
  if (options->job != NULL)
    command_fail (COMMAND_FAILED, _("%s: %u jobs are called “%s”; choose one by its id, or take all with -o FOLDER:"),
                  address->url, chosen->len, options->job);
  else
    command_fail (COMMAND_FAILED, _("%s: %u jobs failed; choose one with --job, or take all with -o FOLDER:"),
                  address->url, chosen->len);

  return remote_tell_choices (chosen);
}

static CommandStatus
fetch_jobs (const Address      *address,
            const FetchOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) jobs = fetch_list_jobs (remote_get_http (), address, NULL, &error);
  g_autoptr (GPtrArray) chosen = NULL;

  if (jobs == NULL)
    return fail (error);
  if (options->list) {
    g_autofree char *list = remote_dup_list (jobs);

    output_text (list);
    return output_finish ();
  }
  if (address_is_job (address) && options->job == NULL)
    return fetch_chosen (address, jobs, options);
  if (remote_choose_jobs (jobs, options->job, &chosen))
    return fetch_chosen (address, chosen, options);
  if (options->job != NULL)
    return command_fail (COMMAND_FAILED, _("%s has no job “%s”; --list shows them"), address->url, options->job);

  return command_fail (COMMAND_FAILED, _("%s: no job of it failed; --list shows them, and --job takes one"), address->url);
}

/* Text or an archive at any address. */
static CommandStatus
fetch_other (const Address      *address,
             const FetchOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LogSource) source = NULL;
  g_autofree char *path = NULL;

  if (options->job != NULL || options->list) {
    g_autofree char *shown = http_error_dup_url (address->url);

    return command_fail (COMMAND_FAILED, _("%s is no address of a build; leave --list and --job away to get what is there"), shown);
  }
  source = fetch_open_other (remote_get_http (), address, NULL, &error);
  if (source == NULL)
    return fail (error);
  if (is_folder (options->output) && g_mkdir_with_parents (options->output, 0777) != 0)
    return fail_folder (options->output);
  if (is_folder (options->output))
    path = g_build_filename (options->output, source->name, NULL);

  return write_log (g_steal_pointer (&source), path != NULL ? path : options->output, &error) ? output_finish () : fail (error);
}

CommandStatus
command_fetch (int          argc,
               char       **argv,
               const char  *profile)
{
  g_auto (FetchOptions) fetch = { FALSE, NULL, NULL };
  const GOptionEntry options[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &fetch.list, N_("List the jobs: id, state, name, address"), NULL },
    { "job", 0, 0, G_OPTION_ARG_STRING, &fetch.job, N_("The job to take: its name or id"), N_("JOB") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &fetch.output,
      N_("Where to write: a file, or a folder for the logs of all failed jobs"), N_("FILE") },
    { NULL }
  };
  g_auto (Arguments) arguments = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (Address) address = NULL;

  if (!arguments_parse_files (&arguments, N_("Gets the raw log of a job, or those of all failed jobs of a build."), N_("URL"),
                              profile, options, argc, argv))
    return COMMAND_WRONG_USAGE;
  /* As everywhere, it is standard output. */
  if (g_strcmp0 (fetch.output, "-") == 0)
    g_clear_pointer (&fetch.output, g_free);
  if (g_strv_length (arguments.files) != 1)
    return command_fail (COMMAND_WRONG_USAGE, _("fetch: one address is needed"));
  address = address_parse (arguments.files[0], &error);
  if (address == NULL)
    return command_fail (COMMAND_WRONG_USAGE, "fetch: %s", error->message);

  return address->kind == ADDRESS_OTHER ? fetch_other (address, &fetch) : fetch_jobs (address, &fetch);
}
