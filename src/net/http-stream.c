/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "http-stream.h"

#define MAX_RESUMES  5
#define MAX_SILENCES 1
#define MAX_TRIES    4     /* to reach a network that is gone, after 1, 2 and 3 seconds */
#define CHUNK        (64 * 1024)

#define HTTP_TYPE_STREAM (http_stream_get_type ())
G_DECLARE_FINAL_TYPE (HttpStream, http_stream, HTTP, STREAM, GInputStream)

struct _HttpStream {
  GInputStream  parent_instance;

  Http         *http;
  HttpTransfer *transfer;
  char         *url;
  char         *accept;
  char         *etag;       /* by which a part is known to be of the same answer, or NULL */
  gint64        size;       /* of all of it, or -1 */
  guint64       position;
  guint         n_resumes;
  guint         n_silences;
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

/* Whether TRANSFER is a whole log, as far as its head tells. */
static gboolean
check_head (HttpTransfer  *transfer,
            GError       **error)
{
  const char *type = http_transfer_get_header (transfer, "content-type");
  g_autofree char *place = http_error_dup_place (http_transfer_get_url (transfer));
  g_autofree char *shown = http_error_dup_url (http_transfer_get_url (transfer));

  if (type != NULL && (g_ascii_strncasecmp (type, "text/html", 9) == 0 || g_ascii_strncasecmp (type, "application/xhtml", 17) == 0)) {
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_ANSWER, _("%s gives a web page, not a log; save the log in the browser and open that: %s"),
                 place, shown);
    return FALSE;
  }
  if (http_transfer_get_status (transfer) != 200) {
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_ANSWER, _("%s does not give all of the log, it answers with %d; try again later: %s"),
                 place, http_transfer_get_status (transfer), shown);
    return FALSE;
  }

  return TRUE;
}

/* Whether TRANSFER's answer goes on where SELF is: "bytes 100-199/200". */
static gboolean
is_rest (HttpStream   *self,
         HttpTransfer *transfer)
{
  const char *range = http_transfer_get_header (transfer, "content-range");
  const char *slash = range != NULL ? strchr (range, '/') : NULL;

  if (http_transfer_get_status (transfer) != 206 || slash == NULL || !g_str_has_prefix (range, "bytes ") ||
      g_ascii_strtoull (range + strlen ("bytes "), NULL, 10) != self->position)
    return FALSE;

  return self->size < 0 || !g_ascii_isdigit (slash[1]) || g_ascii_strtoll (slash + 1, NULL, 10) == self->size;
}

/* Whether TRANSFER is of what SELF began with, as far as one can know. */
static gboolean
is_same (HttpStream   *self,
         HttpTransfer *transfer)
{
  if (http_transfer_get_status (transfer) == 200 && self->size >= 0 && http_transfer_get_length (transfer) != self->size)
    return FALSE;

  return self->etag == NULL || g_strcmp0 (http_transfer_get_header (transfer, "etag"), self->etag) == 0;
}

/* Goes on with the part that is missing, or, from a service that gives no such part, with all of it anew. */
static gboolean
resume (HttpStream    *self,
        const char    *range,
        GCancellable  *cancellable,
        GError       **error)
{
  HttpRequest request = { .url = self->url, .accept = self->accept, .header = range };
  g_autoptr (HttpTransfer) transfer = http_open (self->http, &request, cancellable, error);

  if (transfer == NULL)
    return FALSE;
  if (!is_same (self, transfer)) {
    http_error_set_curl (error, CURLE_PARTIAL_FILE, self->url, self->position, 0);
    return FALSE;
  }
  if (!is_rest (self, transfer) && (!check_head (transfer, error) || !skip (transfer, self->position, cancellable, error)))
    return FALSE;
  self->transfer = g_steal_pointer (&transfer);

  return TRUE;
}

static gboolean
resume_or_begin (HttpStream    *self,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autofree char *range = g_strdup_printf ("Range: bytes=%" G_GUINT64_FORMAT "-", self->position);
  g_autoptr (GError) local = NULL;

  if (self->position > 0 && resume (self, range, cancellable, &local))
    return TRUE;
  if (local != NULL && !g_error_matches (local, HTTP_ERROR, HTTP_ERROR_REFUSED)) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }

  return resume (self, NULL, cancellable, error);
}

static gboolean
is_without_network (const GError *error)
{
  return g_error_matches (error, HTTP_ERROR, HTTP_ERROR_OFFLINE) || g_error_matches (error, HTTP_ERROR, HTTP_ERROR_CONNECTION);
}

/* A network that is gone may come back: another one is chosen, or a cable put in again. */
static gboolean
take_up_again (HttpStream    *self,
               GCancellable  *cancellable,
               GError       **error)
{
  g_clear_pointer (&self->transfer, http_transfer_free);
  for (guint try = 1;; try++) {
    g_autoptr (GError) local = NULL;

    if (resume_or_begin (self, cancellable, &local))
      return TRUE;
    if (!is_without_network (local) || try >= MAX_TRIES) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
    if (!http_pause (self->http, self->url, try, cancellable, error))
      return FALSE;
  }
}

/* A connection that fell silent may be gone without a word; a service that does it again will do so for ever. */
static gboolean
may_resume (HttpStream   *self,
            const GError *error)
{
  if (g_error_matches (error, HTTP_ERROR, HTTP_ERROR_TIMEOUT))
    return self->n_silences++ < MAX_SILENCES;

  return g_error_matches (error, HTTP_ERROR, HTTP_ERROR_CUT) && self->n_resumes++ < MAX_RESUMES;
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
    if (!may_resume (self, local) || !take_up_again (self, cancellable, &again)) {
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
  g_autoptr (HttpTransfer) transfer = http_open (http, &request, cancellable, error);
  HttpStream *self;

  if (transfer == NULL || !check_head (transfer, error))
    return NULL;
  self = g_object_new (HTTP_TYPE_STREAM, NULL);
  self->http = http_ref (http);
  self->url = g_strdup (url);
  self->accept = g_strdup (accept);
  self->etag = g_strdup (http_transfer_get_header (transfer, "etag"));
  self->size = http_transfer_get_length (transfer);
  self->transfer = g_steal_pointer (&transfer);
  *ret_size = self->size;

  return G_INPUT_STREAM (self);
}
