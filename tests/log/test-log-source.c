/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "data-file.h"
#include "log-source.h"
#include "packing.h"

static char *
make_path (const char *name)
{
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);

  return g_build_filename (g_get_user_data_dir (), name, NULL);
}

static LogSource *
open_path (const char  *path,
           GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return log_source_open_file (file, NULL, error);
}

static void
check_error (const char     *path,
             LogSourceError  code,
             const char     *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (open_path (path, &error));
  g_assert_error (error, LOG_SOURCE_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_errors (void)
{
  g_autofree char *missing = make_path ("missing.log");
  g_autofree char *below_file = make_path ("empty.log/x.log");
  g_autofree char *empty = make_path ("empty.log");
  g_autofree char *folder = make_path ("folder");
  g_autofree char *denied = make_path ("denied.log");
  g_autofree char *odd_name = make_path ("a\xff.log");

  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  g_assert_true (g_file_set_contents (denied, "x", 1, NULL));
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (g_chmod (denied, 0), ==, 0);

  check_error (missing, LOG_SOURCE_ERROR_NOT_FOUND, "No such file: missing.log");
  check_error (below_file, LOG_SOURCE_ERROR_NOT_FOUND, "No such file: x.log");
  check_error (folder, LOG_SOURCE_ERROR_IS_FOLDER, "folder is a folder: open a log in it");
  check_error (empty, LOG_SOURCE_ERROR_EMPTY, "empty.log is empty");
  check_error (odd_name, LOG_SOURCE_ERROR_NOT_FOUND, "No such file: a\xef\xbf\xbd.log");
  if (geteuid () != 0)
    check_error (denied, LOG_SOURCE_ERROR_DENIED, "denied.log cannot be read: permission denied");
}

static void
test_messages (void)
{
  static const char * const messages[] = {
    [LOG_SOURCE_ERROR_NOT_FOUND] = "No such file: x",
    [LOG_SOURCE_ERROR_IS_FOLDER] = "x is a folder: open a log in it",
    [LOG_SOURCE_ERROR_DENIED] = "x cannot be read: permission denied",
    [LOG_SOURCE_ERROR_EMPTY] = "x is empty",
    [LOG_SOURCE_ERROR_NOT_TEXT] = "x is not text",
    [LOG_SOURCE_ERROR_NO_LOG] = "x has no log in it",
    [LOG_SOURCE_ERROR_FAILED] = "x cannot be read",
  };

  for (guint i = 0; i < G_N_ELEMENTS (messages); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (log_source_set_error ("x", i, &error));
    g_assert_error (error, LOG_SOURCE_ERROR, (int) i);
    g_assert_cmpstr (error->message, ==, messages[i]);
  }
}

static char *
read_all (LogSource  *source,
          GError    **error)
{
  GString *all = g_string_new (NULL);
  char buffer[1000];
  gssize count;

  while ((count = g_input_stream_read (source->stream, buffer, sizeof buffer, NULL, error)) > 0)
    g_string_append_len (all, buffer, count);

  return g_string_free (all, count < 0);
}

static void
test_file (void)
{
  g_autofree char *path = make_path ("a b.log");
  g_autoptr (GError) error = NULL;
  g_autoptr (LogSource) source = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (path, "hello\nworld", -1, NULL));
  source = open_path (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (source->name, ==, "a b.log");
  g_assert_cmpint (source->size, ==, 11);
  g_assert_true (g_str_has_suffix (source->uri, "/a%20b.log"));

  /* Whatever happens to the name, what was opened stays. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  text = read_all (source, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "hello\nworld");
}

static gsize
pack (char  *packed,
      gsize  room)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 6);
  g_autoptr (GError) error = NULL;
  gsize length;
  gsize taken;

  g_converter_convert (G_CONVERTER (compressor), "hello\n", 6, packed, room,
                       G_CONVERTER_INPUT_AT_END, &taken, &length, &error);
  g_assert_no_error (error);

  return length;
}

static void
check_hello (LogSource *source)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = read_all (source, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "hello\n");
}

/* Its content tells, not its name. */
static void
test_compressed_file (void)
{
  g_autofree char *path = make_path ("packed.log");
  g_autoptr (GError) error = NULL;
  g_autoptr (LogSource) source = NULL;
  char packed[200];

  g_assert_true (g_file_set_contents (path, packed, pack (packed, sizeof packed), NULL));
  source = open_path (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (source->size, ==, -1);
  check_hello (source);
}

/* Neither a name nor a way to go back is needed. */
static void
test_compressed_stream (void)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (LogSource) source = NULL;
  char packed[200];
  gsize length = pack (packed, sizeof packed);
  int fds[2];

  g_assert_cmpint (pipe (fds), ==, 0);
  g_assert_cmpint (write (fds[1], packed, length), ==, (gssize) length);
  close (fds[1]);
  stream = g_unix_input_stream_new (fds[0], TRUE);
  source = log_source_new (stream, "pasted text", -1);
  check_hello (source);
}

static void
test_parts (void)
{
  const PackedFile files[] = { { "1_b.txt", "two" }, { "0_a.txt", "one" }, { NULL } };
  g_autoptr (GBytes) packed = pack_files (ARCHIVE_FORMAT_ZIP, files);
  g_autoptr (GInputStream) stream = open_packed (packed);
  g_autoptr (LogSource) source = log_source_new (stream, "run.zip", -1);
  g_autofree char *text = read_with_parts (source->stream, NULL);

  g_assert_null (log_source_take_part (source));
  g_assert_cmpstr (text, ==, "<a>one\n<b>two\n");
}

static void
test_truncated_while_read (void)
{
  g_autofree char *path = make_path ("shrinks.log");
  g_autofree char *contents = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (LogSource) source = NULL;
  g_autofree char *rest = NULL;
  char buffer[1000];

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  source = open_path (path, &error);
  g_assert_cmpint (g_input_stream_read (source->stream, buffer, 1000, NULL, NULL), ==, 1000);
  g_assert_cmpint (truncate (path, 10), ==, 0);
  rest = read_all (source, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (rest), <, 50000);
}

/* What was opened is read, whatever takes its name. */
static void
test_replaced_while_read (void)
{
  g_autofree char *path = make_path ("replaced.log");
  g_autofree char *contents = g_strnfill (100000, 'x');
  g_autoptr (LogSource) source = NULL;
  g_autofree char *rest = NULL;
  char buffer[1000];

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  source = open_path (path, NULL);
  g_assert_cmpint (g_input_stream_read (source->stream, buffer, 1000, NULL, NULL), ==, 1000);
  g_assert_true (g_file_set_contents (path, "other\n", -1, NULL));
  rest = read_all (source, NULL);
  g_assert_cmpuint (strlen (rest), ==, 99000);
  g_assert_cmpstr (rest, ==, contents + 1000);
}

static void
test_proc (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LogSource) source = open_path ("/proc/self/status", &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (source->size, ==, -1);
  text = read_all (source, &error);
  g_assert_true (g_str_has_prefix (text, "Name:"));
}

static void
test_socket (void)
{
  g_autofree char *path = make_path ("socket");
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  g_autoptr (GError) error = NULL;
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);
  if (bind (fd, (struct sockaddr *) &address, sizeof address) != 0) {
    g_test_skip ("no socket can be made here");
    return;
  }
  g_assert_null (open_path (path, &error));
  g_assert_error (error, LOG_SOURCE_ERROR, LOG_SOURCE_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, "socket cannot be read: "));
  close (fd);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (50000);
  g_cancellable_cancel (data);

  return NULL;
}

/* Neither opening it nor reading it waits for somebody who writes to it for ever. */
static void
test_fifo_can_be_cancelled (void)
{
  g_autofree char *path = make_path ("fifo");
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (LogSource) source = NULL;
  GThread *thread;
  char buffer[10];

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  source = open_path (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (source->size, ==, -1);

  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_assert_cmpint (g_input_stream_read (source->stream, buffer, 10, cancellable, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

static gpointer
write_to_fifo (gpointer data)
{
  int fd = open (data, O_WRONLY);

  g_usleep (20000);
  g_assert_cmpint (write (fd, "hello\n", 6), ==, 6);
  close (fd);

  return NULL;
}

static void
test_fifo (void)
{
  g_autofree char *path = make_path ("fifo-with-writer");
  g_autoptr (GError) error = NULL;
  g_autoptr (LogSource) source = NULL;
  g_autofree char *text = NULL;
  GThread *thread;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  source = open_path (path, &error);
  g_assert_no_error (error);
  thread = g_thread_new ("write", write_to_fifo, path);
  text = read_all (source, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "hello\n");
  g_thread_join (thread);
}

static void
test_cancelled_before (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile) file = g_file_new_for_path ("/proc/self/status");
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (log_source_open_file (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_other_file_systems (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("resource:///nothing/here.log");
  g_autoptr (GFile) shipped =
    g_file_new_for_uri ("resource:///io/github/culprit_log/Culprit/data/ci/buildkite.yml");
  g_autoptr (DataFile) loaded = data_file_load_shipped ("ci/buildkite.yml", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LogSource) source = NULL;

  g_assert_nonnull (loaded);
  g_assert_null (log_source_open_file (file, NULL, &error));
  g_assert_error (error, LOG_SOURCE_ERROR, LOG_SOURCE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "No such file: here.log");
  g_clear_error (&error);

  source = log_source_open_file (shipped, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (source->name, ==, "buildkite.yml");
  g_assert_cmpint (source->size, >, 0);
}

static void
test_looks_binary (void)
{
  static const char odd[] = "\177ELF\002\001\001\000\000\000\000\000\000\000\000\000\003\000>\000\001";
  static const char coloured[] = "\033[31mred\033[0m\tx\r\n\007\b\032 \xc3\xa4 \xe4 latin\n";
  static const char few[] = "a line with one NUL \000 and \001 is still a log\n";

  g_assert_true (log_source_looks_binary ((const guint8 *) odd, sizeof odd - 1));
  g_assert_false (log_source_looks_binary ((const guint8 *) coloured, sizeof coloured - 1));
  g_assert_false (log_source_looks_binary ((const guint8 *) few, sizeof few - 1));
  g_assert_false (log_source_looks_binary ((const guint8 *) "", 0));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/log-source/errors", test_errors);
  g_test_add_func ("/log-source/messages", test_messages);
  g_test_add_func ("/log-source/file", test_file);
  g_test_add_func ("/log-source/compressed-file", test_compressed_file);
  g_test_add_func ("/log-source/compressed-stream", test_compressed_stream);
  g_test_add_func ("/log-source/parts", test_parts);
  g_test_add_func ("/log-source/replaced-while-read", test_replaced_while_read);
  g_test_add_func ("/log-source/truncated-while-read", test_truncated_while_read);
  g_test_add_func ("/log-source/proc", test_proc);
  g_test_add_func ("/log-source/socket", test_socket);
  g_test_add_func ("/log-source/fifo-can-be-cancelled", test_fifo_can_be_cancelled);
  g_test_add_func ("/log-source/fifo", test_fifo);
  g_test_add_func ("/log-source/cancelled-before", test_cancelled_before);
  g_test_add_func ("/log-source/other-file-systems", test_other_file_systems);
  g_test_add_func ("/log-source/looks-binary", test_looks_binary);

  return g_test_run ();
}
