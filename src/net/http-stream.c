/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "http-stream.h"

#define MAX_RESUMES 5
#define CHUNK       (64 * 1024)

#define HTTP_TYPE_STREAM (http_stream_get_type ())
G_DECLARE_FINAL_TYPE (HttpStream, http_stream, HTTP, STREAM, GInputStream)

struct _HttpStream {
  GInputStream  parent_instance;

  Http         *http;
  HttpTransfer *transfer;
  char         *url;
  char         *accept;
  char         *etag;       /* by which a part is known to be of the same answer, or NULL */
  guint64       position;
  guint         n_resumes;
};

G_DEFINE_FINAL_TYPE (HttpStream, http_stream, G_TYPE_INPUT_STREAM)

/* Reads what is known already of an answer that starts from its beginning. */
static gboolean
skip (HttpTransfer  *transfer,
      guint64        count,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autofree char *buffer = g_malloc (CHUNK);

  while (count > 0) {
    gssize n = http_transfer_read (transfer, buffer, MIN (count, CHUNK), cancellable, error);

    if (n < 0)
      return FALSE;
    if (n == 0) {
      http_error_set_curl (error, CURLE_PARTIAL_FILE, http_transfer_get_url (transfer), 0, 0);
      return FALSE;
    }
    count -= n;
  }

  return TRUE;
}

/* Whether TRANSFER's answer goes on at POSITION. */
static gboolean
starts_at (HttpTransfer *transfer,
           guint64       position)
{
  const char *range = http_transfer_get_header (transfer, "content-range");

  return http_transfer_get_status (transfer) == 206 && range != NULL && g_str_has_prefix (range, "bytes ") &&
         g_ascii_strtoull (range + strlen ("bytes "), NULL, 10) == position;
}

static gboolean
resume (HttpStream    *self,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autofree char *range = g_strdup_printf ("Range: bytes=%" G_GUINT64_FORMAT "-", self->position);
  HttpRequest request = { .url = self->url, .accept = self->accept, .header = range };
  g_autoptr (HttpTransfer) transfer = NULL;

  g_clear_pointer (&self->transfer, http_transfer_free);
  transfer = http_open (self->http, &request, cancellable, error);
  if (transfer == NULL)
    return FALSE;
  if (self->etag != NULL && g_strcmp0 (http_transfer_get_header (transfer, "etag"), self->etag) != 0) {
    http_error_set_curl (error, CURLE_PARTIAL_FILE, self->url, self->position, 0);
    return FALSE;
  }
  if (!starts_at (transfer, self->position) &&
      (http_transfer_get_status (transfer) != 200 || !skip (transfer, self->position, cancellable, error))) {
    if (error != NULL && *error == NULL)
      http_error_set_curl (error, CURLE_PARTIAL_FILE, self->url, self->position, 0);
    return FALSE;
  }
  self->transfer = g_steal_pointer (&transfer);

  return TRUE;
}

static gssize
http_stream_read (GInputStream  *stream,
                  void          *buffer,
                  gsize          count,
                  GCancellable  *cancellable,
                  GError       **error)
{
  HttpStream *self = HTTP_STREAM (stream);

  while (self->transfer != NULL) {
    g_autoptr (GError) local = NULL;
    g_autoptr (GError) again = NULL;
    gssize n = http_transfer_read (self->transfer, buffer, count, cancellable, &local);

    if (n >= 0) {
      self->position += n;
      return n;
    }
    if (!g_error_matches (local, HTTP_ERROR, HTTP_ERROR_CUT) || self->n_resumes++ >= MAX_RESUMES ||
        !resume (self, cancellable, &again)) {
      /* What broke first is what the user can make sense of. */
      g_propagate_error (error, g_error_matches (again, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? g_steal_pointer (&again)
                                                                                           : g_steal_pointer (&local));
      return -1;
    }
  }
  http_error_set_curl (error, CURLE_PARTIAL_FILE, self->url, self->position, 0);

  return -1;
}

static void
http_stream_finalize (GObject *object)
{
  HttpStream *self = HTTP_STREAM (object);

  g_clear_pointer (&self->transfer, http_transfer_free);
  g_clear_pointer (&self->http, http_unref);
  g_free (self->url);
  g_free (self->accept);
  g_free (self->etag);

  G_OBJECT_CLASS (http_stream_parent_class)->finalize (object);
}

static void
http_stream_class_init (HttpStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = http_stream_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = http_stream_read;
}

static void
http_stream_init (HttpStream *self)
{
}

GInputStream *
http_stream_open (Http          *http,
                  const char    *url,
                  const char    *accept,
                  goffset       *ret_size,
                  GCancellable  *cancellable,
                  GError       **error)
{
  HttpRequest request = { .url = url, .accept = accept };
  HttpTransfer *transfer = http_open (http, &request, cancellable, error);
  HttpStream *self;

  if (transfer == NULL)
    return NULL;
  *ret_size = http_transfer_get_length (transfer);
  self = g_object_new (HTTP_TYPE_STREAM, NULL);
  self->http = http_ref (http);
  self->transfer = transfer;
  self->url = g_strdup (url);
  self->accept = g_strdup (accept);
  self->etag = g_strdup (http_transfer_get_header (transfer, "etag"));

  return G_INPUT_STREAM (self);
}
