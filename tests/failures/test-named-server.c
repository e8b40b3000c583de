/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "named-server.h"

static gboolean
is_named (const char *message,
          const char *lane,
          const char *process,
          const char *said)
{
  Raised raised = { .exception = (char *) "OSError", .message = (char *) said, .process = (char *) process,
                    .lane = lane };

  return named_server_is (message, &raised);
}

static void
test_port (void)
{
  g_assert_true (is_named ("dial tcp 127.0.0.1:8030: connect: connection refused", "", "", "port 8030 is taken"));
  g_assert_true (is_named ("host, port=8030): refused", "", "", "bind ('0.0.0.0', 8030)"));
  g_assert_false (is_named ("dial tcp 127.0.0.1:8030: connect: connection refused", "", "", "port 8040 is taken"));
  g_assert_false (is_named ("dial tcp 127.0.0.1:8030: connect: connection refused", "", "", "port 80301 is taken"));
  g_assert_false (is_named ("read 8030 of 8031 bytes: connection reset", "", "", "8030"));
}

static void
test_pid (void)
{
  g_assert_true (is_named ("server (pid 12) exited unexpectedly", "", "Server pid=12", ""));
  g_assert_false (is_named ("server (pid 123) exited unexpectedly", "", "Server pid=12", ""));
  g_assert_false (is_named ("12 servers exited unexpectedly", "", "Server pid=12", ""));
}

static void
test_host (void)
{
  g_assert_true (is_named ("HTTPConnectionPool(host='api', port=80): refused", "api-1", "", ""));
  g_assert_true (is_named ("connection to server at \"db\" failed: Connection refused", "quill-db-1", "", ""));
  g_assert_true (is_named ("GET http://quill_api:80/list: connection refused", "quill_api_1", "", ""));
  g_assert_true (is_named ("connect to api:80: connection refused", "", "api-1", ""));
  g_assert_false (is_named ("GET http://web/api: connection refused", "api-1", "", ""));
  g_assert_false (is_named ("GET http://apiary:80/: connection refused", "api-1", "", ""));
  g_assert_false (is_named ("connection refused", "", "", ""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/failures/named-server/port", test_port);
  g_test_add_func ("/failures/named-server/pid", test_pid);
  g_test_add_func ("/failures/named-server/host", test_host);

  return g_test_run ();
}
