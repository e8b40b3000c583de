/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "curl-library.h"
#include "http-error.h"

#include "http-transfer.h"

/* What has come and was not read yet; more waits at the other end. */
#define MAX_WAITING (1024 * 1024)

#define MAX_HEADERS 200
#define MAX_HEAD    (256 * 1024)      /* bytes of all heads of an answer */
#define MAX_SKIPPED (1024 * 1024)
#define MIN_SPEED   1000L     /* bytes a second */
#define POLL_TIME   1000      /* milliseconds */
#define CHUNK       (64 * 1024)

struct HttpTransfer {
  CURLM             *multi;
  CURL              *easy;
  struct curl_slist *sent;
  char              *url;
  GHashTable        *headers;      /* lower-case name -> value */
  GByteArray        *waiting;
  gsize              n_taken;      /* of WAITING */
  gsize              n_head_bytes;
  guint64            n_bytes;      /* of the answer, so far */
  gboolean           is_started;   /* its headers are there */
  gboolean           is_paused;
  gboolean           is_done;
  CURLcode           result;
};

/* A line of the answer's head; of several heads (a proxy's, "100 Continue") the last one counts. */
static gsize
header_came (char   *bytes,
             gsize   size,
             gsize   n,
             void   *user_data)
{
  HttpTransfer *transfer = user_data;
  gsize length = size * n;
  const char *colon = memchr (bytes, ':', length);
  g_autofree char *name = NULL;
  char *value;

  transfer->n_head_bytes += length;
  if (transfer->n_head_bytes > MAX_HEAD)
    return 0;
  if (length >= 5 && memcmp (bytes, "HTTP/", 5) == 0)
    g_hash_table_remove_all (transfer->headers);
  if (colon == NULL || g_hash_table_size (transfer->headers) >= MAX_HEADERS)
    return length;
  name = g_ascii_strdown (bytes, colon - bytes);
  value = g_strstrip (g_strndup (colon + 1, bytes + length - colon - 1));
  g_hash_table_replace (transfer->headers, g_steal_pointer (&name), value);

  return length;
}

static gsize
body_came (char  *bytes,
           gsize  size,
           gsize  n,
           void  *user_data)
{
  HttpTransfer *transfer = user_data;
  gsize length = size * n;

  transfer->is_started = TRUE;
  if (transfer->waiting->len - transfer->n_taken > MAX_WAITING) {
    transfer->is_paused = TRUE;
    return CURL_WRITEFUNC_PAUSE;
  }
  g_byte_array_append (transfer->waiting, (const guint8 *) bytes, length);
  transfer->n_bytes += length;

  return length;
}

static void
set_method (CURL               *easy,
            const HttpExchange *exchange)
{
  if (g_str_equal (exchange->method, "HEAD"))
    curl.easy_setopt (easy, CURLOPT_NOBODY, 1L);
  else if (!g_str_equal (exchange->method, "GET"))
    curl.easy_setopt (easy, CURLOPT_CUSTOMREQUEST, exchange->method);
  if (exchange->body != NULL) {
    /* Over a connection that was used before, curl sends again what had no answer: it may have arrived. */
    curl.easy_setopt (easy, CURLOPT_FRESH_CONNECT, 1L);
    curl.easy_setopt (easy, CURLOPT_POSTFIELDSIZE, (long) strlen (exchange->body));
    curl.easy_setopt (easy, CURLOPT_COPYPOSTFIELDS, exchange->body);
  }
}

/* Whom to trust beside those whom the system trusts, as curl and OpenSSL are told. */
static void
set_trust (CURL *easy)
{
  const char *variables[] = { "CURL_CA_BUNDLE", "SSL_CERT_FILE" };

  for (guint i = 0; i < G_N_ELEMENTS (variables); i++) {
    const char *file = g_getenv (variables[i]);

    if (file == NULL || *file == '\0')
      continue;
    curl.easy_setopt (easy, CURLOPT_CAINFO, file);
    return;
  }
}

HttpTransfer *
http_transfer_new (CURLM              *multi,
                   const HttpExchange *exchange)
{
  HttpTransfer *transfer = g_new0 (HttpTransfer, 1);
  CURL *easy = curl.easy_init ();

  transfer->multi = multi;
  transfer->easy = easy;
  transfer->url = g_strdup (exchange->url);
  transfer->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  transfer->waiting = g_byte_array_new ();
  for (const char * const *header = exchange->headers; header != NULL && *header != NULL; header++)
    transfer->sent = curl.slist_append (transfer->sent, *header);

  set_method (easy, exchange);
  set_trust (easy);
  curl.easy_setopt (easy, CURLOPT_PRIVATE, transfer);
  curl.easy_setopt (easy, CURLOPT_URL, exchange->url);
  curl.easy_setopt (easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl.easy_setopt (easy, CURLOPT_HTTPHEADER, transfer->sent);
  curl.easy_setopt (easy, CURLOPT_USERAGENT, "culprit/" VERSION);
  curl.easy_setopt (easy, CURLOPT_CONNECTTIMEOUT, (long) HTTP_CONNECT_SECONDS);
  curl.easy_setopt (easy, CURLOPT_LOW_SPEED_LIMIT, MIN_SPEED);
  curl.easy_setopt (easy, CURLOPT_LOW_SPEED_TIME, (long) HTTP_SILENT_SECONDS);
  curl.easy_setopt (easy, CURLOPT_NOSIGNAL, 1L);
  curl.easy_setopt (easy, CURLOPT_QUICK_EXIT, 1L);
  curl.easy_setopt (easy, CURLOPT_HEADERFUNCTION, header_came);
  curl.easy_setopt (easy, CURLOPT_HEADERDATA, transfer);
  curl.easy_setopt (easy, CURLOPT_WRITEFUNCTION, body_came);
  curl.easy_setopt (easy, CURLOPT_WRITEDATA, transfer);
  if (exchange->proxy != NULL)
    curl.easy_setopt (easy, CURLOPT_PROXY, exchange->proxy);
  if (exchange->is_packed)
    curl.easy_setopt (easy, CURLOPT_ACCEPT_ENCODING, "");
  if (exchange->cookies != NULL) {
    curl.easy_setopt (easy, CURLOPT_COOKIEFILE, "");
    curl.easy_setopt (easy, CURLOPT_SHARE, exchange->cookies);
  }
  curl.multi_add_handle (multi, easy);

  return transfer;
}

void
http_transfer_free (HttpTransfer *transfer)
{
  if (transfer == NULL)
    return;

  curl.multi_remove_handle (transfer->multi, transfer->easy);
  curl.easy_cleanup (transfer->easy);
  curl.slist_free_all (transfer->sent);
  g_hash_table_unref (transfer->headers);
  g_byte_array_unref (transfer->waiting);
  g_free (transfer->url);
  g_free (transfer);
}

/* Takes what curl says of transfers that ended, which may be others of the same session. */
static void
take_ends (CURLM *multi)
{
  CURLMsg *message;
  int n_left;

  while ((message = curl.multi_info_read (multi, &n_left)) != NULL) {
    HttpTransfer *ended = NULL;

    if (message->msg != CURLMSG_DONE ||
        curl.easy_getinfo (message->easy_handle, CURLINFO_PRIVATE, (char **) &ended) != CURLE_OK)
      continue;
    ended->is_done = TRUE;
    ended->is_started = TRUE;
    ended->result = message->data.result;
  }
}

/* Lets bytes come until something happens. */
static gboolean
wait (HttpTransfer  *transfer,
      GCancellable  *cancellable,
      GError       **error)
{
  struct curl_waitfd wake = { 0, CURL_WAIT_POLLIN, 0 };
  GPollFD poll;
  gboolean has_poll;
  int n_running;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (transfer->is_paused && transfer->waiting->len == 0) {
    transfer->is_paused = FALSE;
    curl.easy_pause (transfer->easy, CURLPAUSE_CONT);
  }
  curl.multi_perform (transfer->multi, &n_running);
  take_ends (transfer->multi);
  if (transfer->is_done || transfer->waiting->len > 0)
    return TRUE;

  has_poll = cancellable != NULL && g_cancellable_make_pollfd (cancellable, &poll);
  wake.fd = has_poll ? poll.fd : -1;
  curl.multi_poll (transfer->multi, &wake, has_poll ? 1 : 0, POLL_TIME, NULL);
  if (has_poll)
    g_cancellable_release_fd (cancellable);

  return TRUE;
}

/* Whether the answer came as announced. */
static gboolean
check_result (HttpTransfer  *transfer,
              GError       **error)
{
  curl_off_t length = -1;
  long proxy_status = 0;

  if (!transfer->is_done || transfer->result == CURLE_OK)
    return TRUE;
  curl.easy_getinfo (transfer->easy, CURLINFO_HTTP_CONNECTCODE, &proxy_status);
  if (proxy_status >= 300) {
    g_autofree char *place = http_error_dup_place (transfer->url);

    g_set_error (error, HTTP_ERROR, HTTP_ERROR_CONNECTION, _("%s: the proxy lets nobody through, it answers with %ld; look at the network settings"),
                 place, proxy_status);
    return FALSE;
  }
  curl.easy_getinfo (transfer->easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
  http_error_set_curl (error, transfer->result, transfer->url, transfer->n_bytes, MAX (length, 0));

  return FALSE;
}

gboolean
http_transfer_start (HttpTransfer  *transfer,
                     GCancellable  *cancellable,
                     GError       **error)
{
  while (!transfer->is_started)
    if (!wait (transfer, cancellable, error))
      return FALSE;

  return transfer->n_bytes > 0 || check_result (transfer, error);
}

int
http_transfer_get_status (HttpTransfer *transfer)
{
  long status = 0;

  curl.easy_getinfo (transfer->easy, CURLINFO_RESPONSE_CODE, &status);

  return status;
}

const char *
http_transfer_get_url (HttpTransfer *transfer)
{
  return transfer->url;
}

const char *
http_transfer_get_header (HttpTransfer *transfer,
                          const char   *name)
{
  return g_hash_table_lookup (transfer->headers, name);
}

char *
http_transfer_dup_target (HttpTransfer *transfer)
{
  const char *target = NULL;

  curl.easy_getinfo (transfer->easy, CURLINFO_REDIRECT_URL, &target);

  return g_strdup (target);
}

gint64
http_transfer_get_length (HttpTransfer *transfer)
{
  curl_off_t length = -1;

  curl.easy_getinfo (transfer->easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);

  return length;
}

gssize
http_transfer_read (HttpTransfer  *transfer,
                    void          *buffer,
                    gsize          count,
                    GCancellable  *cancellable,
                    GError       **error)
{
  gsize n;

  while (transfer->waiting->len == 0 && !transfer->is_done)
    if (!wait (transfer, cancellable, error))
      return -1;
  if (transfer->waiting->len == 0)
    return check_result (transfer, error) ? 0 : -1;

  n = MIN (count, transfer->waiting->len - transfer->n_taken);
  memcpy (buffer, transfer->waiting->data + transfer->n_taken, n);
  transfer->n_taken += n;
  if (transfer->n_taken == transfer->waiting->len) {
    g_byte_array_set_size (transfer->waiting, 0);
    transfer->n_taken = 0;
  }

  return n;
}

gboolean
http_transfer_skip (HttpTransfer  *transfer,
                    GCancellable  *cancellable,
                    GError       **error)
{
  guint8 buffer[4096];
  gsize n_skipped = 0;
  gssize n;

  do {
    n = http_transfer_read (transfer, buffer, sizeof buffer, cancellable, error);
    n_skipped += MAX (n, 0);
  } while (n > 0 && n_skipped < MAX_SKIPPED);

  return n >= 0;
}

GBytes *
http_transfer_read_all (HttpTransfer  *transfer,
                        gsize          max,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  gssize n = 1;

  while (n > 0 && all->len < max) {
    guint start = all->len;
    gsize count = MIN (max - start, CHUNK);

    g_byte_array_set_size (all, start + count);
    n = http_transfer_read (transfer, all->data + start, count, cancellable, error);
    g_byte_array_set_size (all, start + MAX (n, 0));
  }

  return n >= 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&all)) : NULL;
}
