/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#include "json-answer.h"
#include "known-key.h"

#include "tracker-post.h"

#define ACCEPT    "application/vnd.github+json"
#define MAX_PAGES 10

static TrackerPost *
post_new (TrackerPostKind  kind,
          const char      *repository,
          gint64           number)
{
  TrackerPost *post = g_new0 (TrackerPost, 1);

  post->kind = kind;
  post->repository = g_strdup (repository);
  post->number = number;
  post->title = g_strdup ("");
  post->body = g_strdup ("");
  post->key = g_strdup ("");

  return post;
}

static void
set_body (TrackerPost *post,
          const char  *body,
          const char  *key)
{
  GString *marked = g_string_new (body);

  g_string_append (marked, g_str_has_suffix (body, "\n") ? "\n" : "\n\n");
  known_key_append_mark (marked, key);
  g_free (post->body);
  post->body = g_string_free (marked, FALSE);
  g_free (post->key);
  post->key = g_strdup (key);
}

TrackerPost *
tracker_post_new_issue (const char         *repository,
                        const char         *title,
                        const char         *body,
                        const char * const *labels,
                        const char         *key)
{
  TrackerPost *post = post_new (TRACKER_POST_ISSUE, repository, 0);

  g_free (post->title);
  post->title = g_strdup (title);
  post->labels = g_strdupv ((GStrv) labels);
  set_body (post, body, key);

  return post;
}

TrackerPost *
tracker_post_new_comment (const char *repository,
                          gint64      number,
                          const char *body,
                          const char *key)
{
  TrackerPost *post = post_new (TRACKER_POST_COMMENT, repository, number);

  set_body (post, body, key);

  return post;
}

TrackerPost *
tracker_post_new_reaction (const char *repository,
                           gint64      number)
{
  return post_new (TRACKER_POST_REACTION, repository, number);
}

void
tracker_post_free (TrackerPost *post)
{
  if (post == NULL)
    return;

  g_free (post->repository);
  g_free (post->title);
  g_free (post->body);
  g_free (post->key);
  g_strfreev (post->labels);
  g_free (post);
}

void
tracker_reply_free (TrackerReply *reply)
{
  if (reply == NULL)
    return;

  g_free (reply->url);
  g_free (reply->left_out);
  g_free (reply);
}

char *
tracker_post_dup_target (const TrackerPost *post)
{
  switch (post->kind) {
    case TRACKER_POST_ISSUE:
      return g_strdup_printf (_("%s, a new issue"), post->repository);
    case TRACKER_POST_COMMENT:
      return g_strdup_printf (_("%s#%" PRId64 ", a comment"), post->repository, post->number);
    default:
      return g_strdup_printf (_("%s#%" PRId64 ", a 👍"), post->repository, post->number);
  }
}

static char *
dup_url (const TrackerPost *post,
         const char        *rest)
{
  g_autofree char *base = service_dup_url (SERVICE_GITHUB_API);

  return g_strdup_printf ("%s/repos/%s/issues%s", base, post->repository, rest);
}

char *
tracker_post_dup_user (Http          *http,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autofree char *base = service_dup_url (SERVICE_GITHUB_API);
  g_autofree char *url = g_strconcat (base, "/user", NULL);
  HttpRequest request = { .url = url, .accept = ACCEPT };
  g_autoptr (HttpAnswer) answer = NULL;
  const char *login;

  if (!http_has_token (http, SERVICE_GITHUB_API)) {
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_TOKEN,
                 _("There is no token for GitHub: set GITHUB_TOKEN, or enter one in the window’s preferences"));
    return NULL;
  }
  answer = http_ask (http, &request, cancellable, error);
  if (answer == NULL)
    return NULL;
  login = json_answer_read_string (json_answer_get_object (answer->json), "login");
  if (*login == '\0') {
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_ANSWER, _("GitHub does not say whose token it is"));
    return NULL;
  }

  return g_strdup (login);
}

/* The one of ITEMS, issues or comments, that has the mark of POST, or NULL. */
static TrackerReply *
find_marked (const TrackerPost *post,
             JsonArray         *items)
{
  for (guint i = 0; i < json_answer_count (items); i++) {
    JsonObject *item = json_answer_read_item (items, i);
    TrackerReply *reply;

    /* A pull request that quotes the issue is none. */
    if (!known_key_is_in (post->key, json_answer_read_string (item, "body")) || json_answer_has_value (item, "pull_request"))
      continue;
    reply = g_new0 (TrackerReply, 1);
    reply->url = g_strdup (json_answer_read_string (item, "html_url"));
    reply->number = post->number > 0 ? post->number : json_answer_read_integer (item, "number");
    reply->was_there = TRUE;
    return reply;
  }

  return NULL;
}

/* Looks through the pages from FIRST_URL on for a body with the post's mark. FALSE with ERROR where they cannot be read;
 * *RET_REPLY is what was found, or NULL. */
static gboolean
find_mark (Http               *http,
           const TrackerPost  *post,
           const char         *first_url,
           TrackerReply      **ret_reply,
           GCancellable       *cancellable,
           GError            **error)
{
  g_autofree char *url = g_strdup (first_url);

  *ret_reply = NULL;
  for (guint page = 0; url != NULL && page < MAX_PAGES; page++) {
    HttpRequest request = { .url = url, .accept = ACCEPT, .keep = HTTP_KEEP_CHECKED };
    g_autoptr (HttpAnswer) answer = http_ask (http, &request, cancellable, error);
    JsonArray *items = answer != NULL ? json_answer_get_array (answer->json) : NULL;

    if (answer == NULL)
      return FALSE;
    if (items == NULL) {
      http_error_set_unknown (error, url);
      return FALSE;
    }
    *ret_reply = find_marked (post, items);
    if (*ret_reply != NULL)
      return TRUE;
    g_free (url);
    url = g_strdup (answer->next_url);
  }

  return TRUE;
}

/* The newest open issues, with LABELS where those are not NULL (transfer full). */
static char *
dup_issues_url (const TrackerPost *post,
                GStrv              labels)
{
  g_autofree char *joined = labels != NULL ? g_strjoinv (",", labels) : g_strdup ("");
  g_autofree char *escaped = g_uri_escape_string (joined, NULL, FALSE);
  g_autofree char *rest = g_strdup_printf ("?%s%s%sstate=open&sort=created&direction=desc&per_page=100", labels != NULL ? "labels=" : "",
                                           escaped, labels != NULL ? "&" : "");

  return dup_url (post, rest);
}

/* Looks for the post wherever it would be if it had been sent already. An issue that is older than the newest of a large project
 * is found by its labels, one whose labels may not be set among the newest. */
static gboolean
find_sent (Http               *http,
           const TrackerPost  *post,
           TrackerReply      **ret_reply,
           GCancellable       *cancellable,
           GError            **error)
{
  gboolean has_labels = post->labels != NULL && post->labels[0] != NULL;
  g_autofree char *rest = g_strdup_printf ("/%" G_GINT64_FORMAT "/comments?per_page=100", post->number);
  g_autofree char *url = post->kind == TRACKER_POST_COMMENT ? dup_url (post, rest) : dup_issues_url (post, NULL);
  g_autofree char *labelled_url = has_labels ? dup_issues_url (post, post->labels) : NULL;

  *ret_reply = NULL;
  /* It does not hurt twice. */
  if (post->kind == TRACKER_POST_REACTION)
    return TRUE;
  if (has_labels && (!find_mark (http, post, labelled_url, ret_reply, cancellable, error) || *ret_reply != NULL))
    return *ret_reply != NULL;

  return find_mark (http, post, url, ret_reply, cancellable, error);
}

static void
add_member (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static char *
dup_json (const TrackerPost *post,
          gboolean           with_labels)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  if (post->kind == TRACKER_POST_REACTION)
    add_member (builder, "content", "+1");
  else
    add_member (builder, "body", post->body);
  if (post->kind == TRACKER_POST_ISSUE)
    add_member (builder, "title", post->title);
  if (post->kind == TRACKER_POST_ISSUE && with_labels && post->labels != NULL) {
    json_builder_set_member_name (builder, "labels");
    json_builder_begin_array (builder);
    for (guint i = 0; post->labels[i] != NULL; i++)
      json_builder_add_string_value (builder, post->labels[i]);
    json_builder_end_array (builder);
  }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

static HttpAnswer *
send_post (Http               *http,
           const TrackerPost  *post,
           gboolean            with_labels,
           GCancellable       *cancellable,
           GError            **error)
{
  g_autofree char *body = dup_json (post, with_labels);
  g_autofree char *rest = post->kind == TRACKER_POST_ISSUE ? g_strdup ("")
                          : g_strdup_printf ("/%" G_GINT64_FORMAT "/%s", post->number,
                                             post->kind == TRACKER_POST_COMMENT ? "comments" : "reactions");
  g_autofree char *url = dup_url (post, rest);
  HttpRequest request = { .method = "POST", .url = url, .body = body, .accept = ACCEPT };

  return http_ask (http, &request, cancellable, error);
}

/* Labels of POST that the new issue ISSUE has not, in any case; or NULL. */
static char *
dup_left_out (const TrackerPost *post,
              JsonObject        *issue)
{
  JsonArray *labels = json_answer_read_array (issue, "labels");
  g_autoptr (GPtrArray) left_out = g_ptr_array_new ();

  for (guint i = 0; post->labels != NULL && post->labels[i] != NULL; i++) {
    gboolean is_set = FALSE;

    for (guint k = 0; k < json_answer_count (labels); k++)
      is_set |= g_ascii_strcasecmp (json_answer_read_string (json_answer_read_item (labels, k), "name"), post->labels[i]) == 0;
    if (!is_set)
      g_ptr_array_add (left_out, post->labels[i]);
  }
  if (left_out->len == 0)
    return NULL;
  g_ptr_array_add (left_out, NULL);

  return g_strjoinv (", ", (GStrv) left_out->pdata);
}

/* What ANSWER says became of POST; NULL with ERROR where an issue that was made has no number. */
static TrackerReply *
make_reply (const TrackerPost  *post,
            const HttpAnswer   *answer,
            GError            **error)
{
  JsonObject *object = json_answer_get_object (answer->json);
  gint64 number = post->number > 0 ? post->number : json_answer_read_integer (object, "number");
  g_autofree char *base = service_dup_url (SERVICE_GITHUB);
  TrackerReply *reply;

  if (number <= 0) {
    g_autofree char *url = dup_url (post, "");

    http_error_set_unknown (error, url);
    return NULL;
  }
  reply = g_new0 (TrackerReply, 1);
  reply->url = g_strdup (json_answer_read_string (object, "html_url"));
  reply->number = number;
  if (*reply->url == '\0') {
    g_free (reply->url);
    reply->url = g_strdup_printf ("%s/%s/issues/%" G_GINT64_FORMAT, base, post->repository, reply->number);
  }
  reply->was_there = post->kind == TRACKER_POST_REACTION && answer->status == 200;
  if (post->kind == TRACKER_POST_ISSUE)
    reply->left_out = dup_left_out (post, object);

  return reply;
}

/* ERROR of a post of which nobody knows whether it arrived says so. */
static void
tell_doubt (GError **error)
{
  g_autoptr (GError) told = NULL;

  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_clear_error (error);
    g_set_error (error, HTTP_ERROR, HTTP_ERROR_CUT, _("It was stopped while it was sent"));
  }
  if (!g_error_matches (*error, HTTP_ERROR, HTTP_ERROR_CUT) && !g_error_matches (*error, HTTP_ERROR, HTTP_ERROR_TIMEOUT) &&
      !g_error_matches (*error, HTTP_ERROR, HTTP_ERROR_SERVICE) && !g_error_matches (*error, HTTP_ERROR, HTTP_ERROR_ANSWER))
    return;
  told = g_error_new (HTTP_ERROR, (*error)->code, _("%s; it may have arrived all the same, which is looked for before it is sent again"),
                      (*error)->message);
  g_clear_error (error);
  *error = g_steal_pointer (&told);
}

TrackerReply *
tracker_post_send (Http               *http,
                   const TrackerPost  *post,
                   GCancellable       *cancellable,
                   GError            **error)
{
  TrackerReply *reply = NULL;
  g_autoptr (HttpAnswer) answer = NULL;
  g_autoptr (GError) local = NULL;

  if (!find_sent (http, post, &reply, cancellable, error))
    return NULL;
  if (reply != NULL)
    return reply;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  answer = send_post (http, post, TRUE, cancellable, &local);
  /* A label that does not exist is refused, not left out. */
  if (answer == NULL && post->kind == TRACKER_POST_ISSUE && post->labels != NULL && post->labels[0] != NULL &&
      g_error_matches (local, HTTP_ERROR, HTTP_ERROR_DENIED) && strstr (local->message, "label") != NULL) {
    g_clear_error (&local);
    answer = send_post (http, post, FALSE, cancellable, &local);
  }
  if (answer != NULL)
    reply = make_reply (post, answer, &local);
  if (reply == NULL) {
    tell_doubt (&local);
    g_propagate_error (error, g_steal_pointer (&local));
  }

  return reply;
}
