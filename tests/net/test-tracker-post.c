/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "small-server.h"

#include "tracker-post.h"

#define OK       "HTTP/1.1 200 OK\r\n"
#define CREATED  "HTTP/1.1 201 Created\r\n"
#define ISSUES   "/repos/quill/quill/issues"
#define OPEN     ISSUES "?state=open&sort=created&direction=desc&per_page=100"
#define LABELLED ISSUES "?labels=ci-failure%2CFlaky&state=open&sort=created&direction=desc&per_page=100"
#define COMMENTS ISSUES "/12/comments"
#define LISTED   COMMENTS "?per_page=100"
#define KEY      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define MARK     "<!-- culprit: " KEY " -->"

static const char * const labels[] = { "ci-failure", "Flaky", NULL };

static SmallServer *
start (void)
{
  SmallServer *server = small_server_new ();

  g_setenv ("CULPRIT_GITHUB_API_URL", small_server_get_url (server), TRUE);
  small_server_add (server, LABELLED, OK, "[]");

  return server;
}

static TrackerPost *
make_issue (void)
{
  return tracker_post_new_issue ("quill/quill", "test_render", "It fails", labels, KEY);
}

static TrackerReply *
send_it (const TrackerPost  *post,
         GError            **error)
{
  g_autoptr (Http) http = http_new ();

  http_set_token (http, SERVICE_GITHUB_API, "token");

  return tracker_post_send (http, post, NULL, error);
}

static void
check_reply (const TrackerReply *reply,
             const char         *url,
             gint64              number,
             gboolean            was_there)
{
  g_assert_nonnull (reply);
  g_assert_cmpstr (reply->url, ==, url);
  g_assert_cmpint (reply->number, ==, number);
  g_assert_cmpint (reply->was_there, ==, was_there);
}

/* Nothing was sent, for CODE. */
static void
check_unsent (SmallServer       *server,
              const TrackerPost *post,
              HttpError          code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (send_it (post, &error));
  g_assert_error (error, HTTP_ERROR, (int) code);
  g_assert_null (strstr (error->message, "may have arrived"));
  g_assert_cmpuint (small_server_count (server, "POST "), ==, 0);
}

static void
test_made (void)
{
  g_autoptr (TrackerPost) issue = make_issue ();
  g_autoptr (TrackerPost) comment = tracker_post_new_comment ("quill/quill", 12, "Here too\n", KEY);
  g_autoptr (TrackerPost) reaction = tracker_post_new_reaction ("quill/quill", 12);
  g_autofree char *issue_target = tracker_post_dup_target (issue);
  g_autofree char *comment_target = tracker_post_dup_target (comment);
  g_autofree char *reaction_target = tracker_post_dup_target (reaction);

  g_assert_cmpstr (issue->body, ==, "It fails\n\n" MARK "\n");
  g_assert_cmpstr (comment->body, ==, "Here too\n\n" MARK "\n");
  g_assert_cmpstr (reaction->body, ==, "");
  g_assert_cmpstr (issue_target, ==, "quill/quill, a new issue");
  g_assert_cmpstr (comment_target, ==, "quill/quill#12, a comment");
  g_assert_cmpstr (reaction_target, ==, "quill/quill#12, a 👍");
}

static void
test_issue (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (TrackerPost) post = make_issue ();
  g_autoptr (TrackerReply) reply = NULL;
  g_autofree char *requests = NULL;

  small_server_add (server, OPEN, OK, "[{\"number\": 1, \"body\": \"no mark\"}, null, 5, {\"number\": 2, \"body\": null}]");
  small_server_add (server, ISSUES, CREATED, "{\"number\": 13, \"html_url\": \"https://quill.example/13\", \"labels\": "
                    "[{\"name\": \"CI-Failure\"}, 5, {\"name\": null}]}");
  reply = send_it (post, NULL);
  check_reply (reply, "https://quill.example/13", 13, FALSE);
  g_assert_cmpstr (reply->left_out, ==, "Flaky");
  requests = small_server_dup_requests (server);
  g_assert_nonnull (strstr (requests, "{\"body\":\"It fails\\n\\n" MARK "\\n\",\"title\":\"test_render\","
                                      "\"labels\":[\"ci-failure\",\"Flaky\"]}"));
}

static void
test_there_already (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (TrackerPost) post = make_issue ();
  g_autofree char *second = g_strconcat (small_server_get_url (server), OPEN "&page=2", NULL);
  g_autofree char *head = g_strdup_printf (OK "Link: <%s>; rel=\"next\"\r\n", second);
  g_autoptr (TrackerReply) reply = NULL;

  small_server_add (server, OPEN, head, "[{\"number\": 8, \"pull_request\": {}, \"body\": \"" MARK "\"}]");
  small_server_add (server, OPEN "&page=2", OK, "[{\"number\": 7, \"html_url\": \"https://quill.example/7\", \"body\": \"Was\\n" MARK "\"}]");
  reply = send_it (post, NULL);
  check_reply (reply, "https://quill.example/7", 7, TRUE);
  g_assert_null (reply->left_out);
  g_assert_cmpuint (small_server_count (server, "POST "), ==, 0);
}

/* An old one of a project that has many. */
static void
test_there_already_by_its_labels (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (TrackerPost) post = make_issue ();
  g_autoptr (TrackerReply) reply = NULL;

  small_server_add (server, LABELLED, OK, "[{\"number\": 7, \"html_url\": \"https://quill.example/7\", \"body\": \"" MARK "\"}]");
  small_server_add (server, OPEN, OK, "[]");
  small_server_add (server, ISSUES, CREATED, "{\"number\": 13}");
  reply = send_it (post, NULL);
  g_clear_pointer (&reply, tracker_reply_free);
  reply = send_it (post, NULL);
  check_reply (reply, "https://quill.example/7", 7, TRUE);
}

/* Where it cannot be looked up, nothing goes out. */
static void
test_not_looked_up (void)
{
  static const char * const bodies[] = { "{}", "5", "null", "<html>", "[" };
  g_autoptr (TrackerPost) post = make_issue ();

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autoptr (SmallServer) server = start ();

    small_server_add (server, OPEN, OK, bodies[i]);
    check_unsent (server, post, HTTP_ERROR_ANSWER);
  }
}

static void
test_no_page (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (TrackerPost) post = make_issue ();
  g_autofree char *head = g_strdup_printf (OK "Link: <%s" OPEN "&page=2>; rel=\"next\"\r\n", small_server_get_url (server));

  small_server_add (server, OPEN, head, "[]");
  check_unsent (server, post, HTTP_ERROR_NOT_FOUND);
}

/* A list without an end is left, and asks no more of the service than a long one. */
static void
test_endless (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (TrackerPost) post = make_issue ();
  g_autoptr (TrackerReply) reply = NULL;
  g_autofree char *head = g_strdup_printf (OK "Link: <%s" OPEN ">; rel=\"next\"\r\n", small_server_get_url (server));

  small_server_add (server, OPEN, head, "[]");
  small_server_add (server, ISSUES, CREATED, "{\"number\": 13}");
  reply = send_it (post, NULL);
  g_assert_nonnull (reply);
  g_assert_cmpuint (small_server_count (server, "GET "), <=, 30);
}

/* Labels that the token may not make. */
static void
test_labels_denied (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (TrackerPost) post = make_issue ();
  g_autoptr (TrackerReply) reply = NULL;
  g_autofree char *requests = NULL;

  small_server_add (server, OPEN, OK, "[]");
  small_server_add (server, ISSUES, "HTTP/1.1 403 Forbidden\r\n", "{\"message\": \"You may not create labels\"}");
  small_server_add (server, ISSUES, CREATED, "{\"number\": 13}");
  reply = send_it (post, NULL);
  g_assert_nonnull (reply);
  g_assert_cmpint (reply->number, ==, 13);
  g_assert_cmpstr (reply->left_out, ==, "ci-failure, Flaky");
  g_assert_true (g_str_has_suffix (reply->url, "/quill/quill/issues/13"));
  requests = small_server_dup_requests (server);
  g_assert_cmpuint (small_server_count (server, "POST "), ==, 2);
  g_assert_null (strstr (g_strrstr (requests, "POST "), "\"labels\""));
}

static void
test_denied (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (TrackerPost) post = make_issue ();
  g_autoptr (GError) error = NULL;

  small_server_add (server, OPEN, OK, "[]");
  small_server_add (server, ISSUES, "HTTP/1.1 403 Forbidden\r\n", "{\"message\": \"No\"}");
  g_assert_null (send_it (post, &error));
  g_assert_error (error, HTTP_ERROR, HTTP_ERROR_DENIED);
  g_assert_null (strstr (error->message, "may have arrived"));
  g_assert_cmpuint (small_server_count (server, "POST "), ==, 1);
}

/* What arrived though its answer did not come is not sent again at once, but found by the next call. */
static void
check_doubt (const char *head,
             const char *body)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (TrackerPost) post = make_issue ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TrackerReply) reply = NULL;

  small_server_add (server, OPEN, OK "ETag: \"1\"\r\nCache-Control: max-age=60\r\n", "[]");
  small_server_add (server, OPEN, OK, "[{\"number\": 13, \"html_url\": \"u\", \"body\": \"" MARK "\"}]");
  small_server_add (server, ISSUES, head, body);
  g_assert_null (send_it (post, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "may have arrived"));
  reply = send_it (post, NULL);
  check_reply (reply, "u", 13, TRUE);
  g_assert_cmpuint (small_server_count (server, "POST "), ==, 1);
}

static void
test_doubt (void)
{
  check_doubt (CREATED "Content-Length: 100\r\n", "{\"number\": 13");
  check_doubt ("HTTP/1.1 502 Bad Gateway\r\n", "");
  check_doubt (CREATED, "<html>");
  check_doubt (CREATED, "[]");
  check_doubt (CREATED, "{}");
  check_doubt (CREATED, "{\"number\": -1}");
}

static void
test_comment (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (TrackerPost) post = tracker_post_new_comment ("quill/quill", 12, "Here too", KEY);
  g_autoptr (TrackerReply) reply = NULL;
  g_autoptr (TrackerReply) again = NULL;

  small_server_add (server, LISTED, OK, "[]");
  small_server_add (server, LISTED, OK, "[{\"id\": 99, \"html_url\": \"u\", \"body\": \"" MARK "\"}]");
  small_server_add (server, COMMENTS, CREATED, "{\"id\": 99, \"html_url\": \"u\"}");
  reply = send_it (post, NULL);
  check_reply (reply, "u", 12, FALSE);
  again = send_it (post, NULL);
  check_reply (again, "u", 12, TRUE);
  g_assert_cmpuint (small_server_count (server, "POST "), ==, 1);
}

static void
test_reaction (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (TrackerPost) post = tracker_post_new_reaction ("quill/quill", 12);
  g_autoptr (TrackerReply) reply = NULL;
  g_autoptr (TrackerReply) again = NULL;
  g_autofree char *requests = NULL;

  small_server_add (server, ISSUES "/12/reactions", CREATED, "{\"id\": 5}");
  small_server_add (server, ISSUES "/12/reactions", OK, "{\"id\": 5}");
  reply = send_it (post, NULL);
  again = send_it (post, NULL);
  requests = small_server_dup_requests (server);
  g_assert_true (g_str_has_suffix (reply->url, "/quill/quill/issues/12"));
  g_assert_false (reply->was_there);
  g_assert_true (again->was_there);
  g_assert_nonnull (strstr (requests, "{\"content\":\"+1\"}"));
}

static void
check_user (const char *body,
            const char *expected)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (Http) http = http_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *user = NULL;

  http_set_token (http, SERVICE_GITHUB_API, "token");
  small_server_add (server, "/user", OK, body);
  user = tracker_post_dup_user (http, NULL, &error);
  g_assert_cmpstr (user, ==, expected);
  if (expected == NULL)
    g_assert_error (error, HTTP_ERROR, HTTP_ERROR_ANSWER);
}

static void
test_user (void)
{
  g_autoptr (Http) http = http_new ();
  g_autoptr (GError) error = NULL;

  check_user ("{\"login\": \"alice\"}", "alice");
  check_user ("{\"login\": \"\"}", NULL);
  check_user ("{\"login\": 5}", NULL);
  check_user ("[]", NULL);
  http_set_token (http, SERVICE_GITHUB_API, NULL);
  g_assert_null (tracker_post_dup_user (http, NULL, &error));
  g_assert_error (error, HTTP_ERROR, HTTP_ERROR_TOKEN);
}

static void
test_cancelled (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (TrackerPost) post = make_issue ();
  g_autoptr (Http) http = http_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (tracker_post_send (http, post, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (small_server_count (server, "POST "), ==, 0);
}

/* Cancels once a request has come, which gets no answer. */
static gpointer
cancel_when_it_came (gpointer data)
{
  GSocketListener *listener = data;
  GCancellable *cancellable = g_object_get_data (data, "cancellable");
  g_autoptr (GSocketConnection) connection = g_socket_listener_accept (listener, NULL, NULL, NULL);
  char buffer[16];

  g_assert_cmpint (g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (connection)), buffer, sizeof buffer, NULL, NULL), >, 0);
  g_cancellable_cancel (cancellable);

  return NULL;
}

/* What was on its way may have arrived. */
static void
test_cancelled_while_sent (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u", port);
  g_autoptr (TrackerPost) post = tracker_post_new_reaction ("quill/quill", 500);
  g_autoptr (Http) http = http_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread;

  g_setenv ("CULPRIT_GITHUB_API_URL", url, TRUE);
  g_object_set_data (G_OBJECT (listener), "cancellable", cancellable);
  thread = g_thread_new ("service", cancel_when_it_came, listener);
  g_assert_null (tracker_post_send (http, post, cancellable, &error));
  g_assert_error (error, HTTP_ERROR, HTTP_ERROR_CUT);
  g_assert_nonnull (strstr (error->message, "may have arrived"));
  g_thread_join (thread);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("no_proxy", "*", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/net/tracker-post/made", test_made);
  g_test_add_func ("/net/tracker-post/issue", test_issue);
  g_test_add_func ("/net/tracker-post/there-already", test_there_already);
  g_test_add_func ("/net/tracker-post/there-already-by-its-labels", test_there_already_by_its_labels);
  g_test_add_func ("/net/tracker-post/not-looked-up", test_not_looked_up);
  g_test_add_func ("/net/tracker-post/no-page", test_no_page);
  g_test_add_func ("/net/tracker-post/endless", test_endless);
  g_test_add_func ("/net/tracker-post/labels-denied", test_labels_denied);
  g_test_add_func ("/net/tracker-post/denied", test_denied);
  g_test_add_func ("/net/tracker-post/doubt", test_doubt);
  g_test_add_func ("/net/tracker-post/comment", test_comment);
  g_test_add_func ("/net/tracker-post/reaction", test_reaction);
  g_test_add_func ("/net/tracker-post/user", test_user);
  g_test_add_func ("/net/tracker-post/cancelled", test_cancelled);
  g_test_add_func ("/net/tracker-post/cancelled-while-sent", test_cancelled_while_sent);

  return g_test_run ();
}
