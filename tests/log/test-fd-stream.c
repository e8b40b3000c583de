/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE    /* pipe2 */

#include "config.h"

#include <fcntl.h>
#include <unistd.h>

#include "fd-stream.h"

static void
test_waits_for_bytes (void)
{
  int fds[2];
  g_autoptr (GInputStream) stream = NULL;
  char buffer[10];

  g_assert_cmpint (pipe2 (fds, O_NONBLOCK | O_CLOEXEC), ==, 0);
  stream = fd_stream_new (fds[0], "pipe");
  g_assert_cmpint (write (fds[1], "hello", 5), ==, 5);
  g_assert_cmpint (g_input_stream_read (stream, buffer, 3, NULL, NULL), ==, 3);
  g_assert_cmpint (g_input_stream_read (stream, buffer, 10, NULL, NULL), ==, 2);
  close (fds[1]);
  g_assert_cmpint (g_input_stream_read (stream, buffer, 10, NULL, NULL), ==, 0);
}

static void
test_error_names_the_source (void)
{
  g_autoptr (GInputStream) stream = fd_stream_new (open ("/", O_RDONLY | O_CLOEXEC), "x.log");
  g_autoptr (GError) error = NULL;
  char buffer[10];

  g_assert_cmpint (g_input_stream_read (stream, buffer, 10, NULL, &error), ==, -1);
  g_assert_true (g_str_has_prefix (error->message, "x.log cannot be read: "));
}

static void
test_closes (void)
{
  int fd = open ("/dev/null", O_RDONLY | O_CLOEXEC);
  g_autoptr (GInputStream) stream = fd_stream_new (fd, "x.log");

  g_assert_true (g_input_stream_close (stream, NULL, NULL));
  g_assert_cmpint (fcntl (fd, F_GETFD), ==, -1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fd-stream/waits-for-bytes", test_waits_for_bytes);
  g_test_add_func ("/fd-stream/error-names-the-source", test_error_names_the_source);
  g_test_add_func ("/fd-stream/closes", test_closes);

  return g_test_run ();
}
