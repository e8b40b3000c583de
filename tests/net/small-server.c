/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "small-server.h"

struct SmallServer {
  GSocketService *service;
  char           *url;
  GHashTable     *answers;    /* path -> GQueue of what is sent */
  GString        *requests;
  GMutex          lock;
};

/* Whether REQUEST has its empty line, and as many bytes behind it as it says. */
static gboolean
is_whole (const char *request)
{
  static const char *name = "Content-Length: ";
  const char *body = strstr (request, "\r\n\r\n");
  const char *length = strstr (request, name);

  if (body == NULL)
    return FALSE;

  return length == NULL || length > body ||
         strlen (body + strlen ("\r\n\r\n")) >= g_ascii_strtoull (length + strlen (name), NULL, 10);
}

static char *
read_request (GInputStream *stream)
{
  GString *request = g_string_new (NULL);
  char buffer[1024];
  gssize n;

  while (!is_whole (request->str) && (n = g_input_stream_read (stream, buffer, sizeof buffer, NULL, NULL)) > 0)
    g_string_append_len (request, buffer, n);

  return g_string_free (request, FALSE);
}

static char *
take_answer (SmallServer *server,
             const char  *request)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&server->lock);
  g_auto (GStrv) words = g_strsplit (request, " ", 3);
  GQueue *answers = g_strv_length (words) > 1 ? g_hash_table_lookup (server->answers, words[1]) : NULL;

  g_string_append (server->requests, request);
  if (answers == NULL)
    return g_strdup ("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  if (answers->length > 1)
    return g_queue_pop_head (answers);

  return g_strdup (g_queue_peek_head (answers));
}

static gboolean
run (GThreadedSocketService *service,
     GSocketConnection      *connection,
     GObject                *source,
     gpointer                user_data)
{
  GIOStream *stream = G_IO_STREAM (connection);
  g_autofree char *request = read_request (g_io_stream_get_input_stream (stream));
  g_autofree char *answer = *request != '\0' ? take_answer (user_data, request) : g_strdup ("");

  g_output_stream_write_all (g_io_stream_get_output_stream (stream), answer, strlen (answer), NULL, NULL, NULL);
  g_io_stream_close (stream, NULL, NULL);

  return TRUE;
}

static void
free_answers (gpointer data)
{
  g_queue_free_full (data, g_free);
}

/* The service accepts in the thread of this main loop. */
static gpointer
accept_for_ever (gpointer data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_main_loop_run (loop);

  return data;
}

SmallServer *
small_server_new (void)
{
  static GThread *thread;
  SmallServer *server = g_new0 (SmallServer, 1);
  g_autoptr (GInetAddress) host = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (host, 0);
  g_autoptr (GSocketAddress) bound = NULL;

  server->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_answers);
  server->requests = g_string_new (NULL);
  g_mutex_init (&server->lock);
  server->service = g_threaded_socket_service_new (4);
  g_assert_true (g_socket_listener_add_address (G_SOCKET_LISTENER (server->service), address, G_SOCKET_TYPE_STREAM,
                                                G_SOCKET_PROTOCOL_TCP, NULL, &bound, NULL));
  server->url = g_strdup_printf ("http://127.0.0.1:%u", g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound)));
  g_signal_connect (server->service, "run", G_CALLBACK (run), server);
  if (thread == NULL)
    thread = g_thread_new ("accept", accept_for_ever, NULL);
  g_socket_service_start (server->service);

  return server;
}

void
small_server_free (SmallServer *server)
{
  g_socket_service_stop (server->service);
  g_socket_listener_close (G_SOCKET_LISTENER (server->service));
  g_object_unref (server->service);
  g_hash_table_unref (server->answers);
  g_string_free (server->requests, TRUE);
  g_mutex_clear (&server->lock);
  g_free (server->url);
  g_free (server);
}

const char *
small_server_get_url (SmallServer *server)
{
  return server->url;
}

void
small_server_add (SmallServer *server,
                  const char  *path,
                  const char  *head,
                  const char  *body)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&server->lock);
  g_autofree char *length = g_strdup_printf ("Content-Length: %" G_GSIZE_FORMAT "\r\n", strlen (body));
  gboolean has_length = strstr (head, "Content-Length:") != NULL || strstr (head, "Transfer-Encoding:") != NULL;
  GQueue *answers = g_hash_table_lookup (server->answers, path);

  if (answers == NULL) {
    answers = g_queue_new ();
    g_hash_table_insert (server->answers, g_strdup (path), answers);
  }
  g_queue_push_tail (answers, g_strconcat (head, has_length ? "" : length, "Connection: close\r\n\r\n", body, NULL));
}

char *
small_server_dup_requests (SmallServer *server)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&server->lock);

  return g_strdup (server->requests->str);
}

guint
small_server_count (SmallServer *server,
                    const char  *start)
{
  g_autofree char *requests = small_server_dup_requests (server);
  guint n = 0;

  for (const char *at = requests; (at = strstr (at, start)) != NULL; at++)
    n++;

  return n;
}
