/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "json-answer.h"
#include "quill-profile.h"
#include "small-server.h"

#include "tracker-list.h"

#define OK     "HTTP/1.1 200 OK\r\n"
#define NOW    1778141500    /* 2026-05-07T08:11:40Z */
#define OPEN   "/repos/quill/quill/issues?labels=ci-failure&per_page=100&state=open"
#define CLOSED "/repos/quill/quill/issues?labels=ci-failure&per_page=100&state=closed&since=2026-04-07T00:00:00Z"
#define BOARD  "/orgs/quill/projectsV2/20/items?per_page=100"

#define WITH_BOARD "\"board\": {\"organization\": \"quill\", \"number\": 20}"

static SmallServer *
start (void)
{
  SmallServer *server = small_server_new ();

  g_setenv ("CULPRIT_GITHUB_API_URL", small_server_get_url (server), TRUE);

  return server;
}

static TrackerList *
read_list (const char  *members,
           GError     **error)
{
  g_autoptr (Http) http = http_new ();
  g_autoptr (Profile) profile = quill_profile_new ("quill/quill", members);

  http_set_token (http, SERVICE_GITHUB_API, NULL);

  return tracker_list_read (http, profile, NOW, NULL, error);
}

/* The issues as "number title", "-" before closed ones and "*" before those on the board, a line each. */
static char *
describe (const TrackerList *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->issues->len; i++) {
    const TrackerIssue *issue = g_ptr_array_index (list->issues, i);

    g_string_append_printf (text, "%s%s%" G_GINT64_FORMAT " %s\n", issue->is_open ? "" : "-", issue->is_listed ? "*" : "",
                            issue->number, issue->title);
  }

  return g_string_free (text, FALSE);
}

static void
test_all (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autofree char *second = g_strconcat (small_server_get_url (server), OPEN "&page=2", NULL);
  g_autofree char *head = g_strdup_printf (OK "Link: <%s>; rel=\"next\"\r\n", second);
  g_autoptr (TrackerList) list = NULL;
  g_autofree char *found = NULL;
  const TrackerIssue *closed;

  small_server_add (server, OPEN, head, "[{\"number\": 1, \"title\": \"one\", \"state\": \"open\"}, "
                    "{\"number\": 2, \"title\": \"pull\", \"pull_request\": {}}]");
  small_server_add (server, OPEN "&page=2", OK, "[{\"number\": 1, \"title\": \"one again\"}, {\"number\": 3, \"title\": \"three\"}]");
  small_server_add (server, CLOSED, OK, "[{\"number\": 4, \"title\": \"four\", \"state\": \"closed\", \"closed_at\": \"2026-05-07T08:11:40Z\", "
                    "\"updated_at\": \"2026-05-07T08:11:41Z\", \"body\": \"text\", \"html_url\": \"u\"}]");
  small_server_add (server, BOARD, OK, "[{\"content_type\": \"Issue\", \"content\": {\"number\": 3}}, {\"content_type\": \"PullRequest\", "
                    "\"content\": {\"number\": 1}}, {\"content_type\": \"Issue\", \"content\": {\"number\": 99}}]");
  list = read_list (WITH_BOARD, NULL);
  found = describe (list);
  g_assert_cmpstr (found, ==, "1 one\n*3 three\n-4 four\n");
  g_assert_null (list->warning);
  closed = g_ptr_array_index (list->issues, 2);
  g_assert_cmpint (closed->closed_at, ==, NOW);
  g_assert_cmpint (closed->updated_at, ==, NOW + 1);
  g_assert_cmpstr (closed->body, ==, "text");
  g_assert_cmpstr (closed->url, ==, "u");
}

/* The board of an organization has other repositories' issues, too. */
static void
test_other_repository (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (TrackerList) list = NULL;
  g_autofree char *found = NULL;

  small_server_add (server, OPEN, OK, "[{\"number\": 1, \"title\": \"one\", \"html_url\": \"https://github.com/quill/quill/issues/1\"}, "
                    "{\"number\": 2, \"title\": \"two\", \"html_url\": \"https://github.com/quill/quill/issues/2\"}]");
  small_server_add (server, CLOSED, OK, "[]");
  small_server_add (server, BOARD, OK,
                    "[{\"content_type\": \"Issue\", \"content\": {\"number\": 1, \"html_url\": \"https://github.com/quill/ink/issues/1\"}}, "
                    "{\"content_type\": \"Issue\", \"content\": {\"number\": 2, \"html_url\": \"https://github.com/quill/quill/issues/2\"}}]");
  list = read_list (WITH_BOARD, NULL);
  found = describe (list);
  g_assert_cmpstr (found, ==, "1 one\n*2 two\n");
}

/* An answer that is still fresh is not asked for again, one with an ETag is checked. */
static void
test_kept (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (TrackerList) list = NULL;
  g_autoptr (TrackerList) again = NULL;
  g_autofree char *found = NULL;
  g_autofree char *requests = NULL;

  small_server_add (server, OPEN, OK "ETag: \"1\"\r\nCache-Control: max-age=60\r\n", "[{\"number\": 1, \"title\": \"one\"}]");
  small_server_add (server, CLOSED, OK "ETag: \"2\"\r\n", "[{\"number\": 2, \"title\": \"two\", \"state\": \"closed\"}]");
  small_server_add (server, CLOSED, "HTTP/1.1 304 Not Modified\r\n", "");
  list = read_list (NULL, NULL);
  again = read_list (NULL, NULL);
  found = describe (again);
  requests = small_server_dup_requests (server);
  g_assert_cmpstr (found, ==, "1 one\n-2 two\n");
  g_assert_cmpuint (small_server_count (server, "GET "), ==, 3);
  g_assert_nonnull (strstr (requests, "If-None-Match: \"2\"\r\n"));
}

/* Without a board that can be read, the rest is there, and said to be. */
static void
check_board (const char *head,
             const char *body)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (TrackerList) list = NULL;
  g_autofree char *found = NULL;

  small_server_add (server, OPEN, OK, "[{\"number\": 1, \"title\": \"one\"}]");
  small_server_add (server, CLOSED, OK, "[]");
  small_server_add (server, BOARD, head, body);
  list = read_list (WITH_BOARD, NULL);
  g_assert_nonnull (list);
  found = describe (list);
  g_assert_cmpstr (found, ==, "1 one\n");
  g_assert_nonnull (list->warning);
}

static void
test_board (void)
{
  check_board ("HTTP/1.1 404 Not Found\r\n", "");
  check_board ("HTTP/1.1 403 Forbidden\r\n", "{}");
  check_board (OK, "{}");
  check_board (OK, "<html>");
}

/* A board that tells something else marks nothing. */
static void
test_hostile_board (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (TrackerList) list = NULL;
  g_autofree char *found = NULL;

  small_server_add (server, OPEN, OK, "[{\"number\": 1, \"title\": \"one\"}]");
  small_server_add (server, CLOSED, OK, "[]");
  small_server_add (server, BOARD, OK, "[null, 5, {}, {\"content_type\": \"Issue\"}, {\"content_type\": \"Issue\", \"content\": {\"number\": 0}}, "
                    "{\"content_type\": 5, \"content\": {\"number\": 1}}, {\"content_type\": \"Issue\", \"content\": [1]}]");
  list = read_list (WITH_BOARD, NULL);
  found = describe (list);
  g_assert_cmpstr (found, ==, "1 one\n");
}

/* Issues that cannot be read are an error: none would be told from no known one. */
static void
check_unread (const char *body,
              int         code)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (Http) http = http_new ();
  g_autoptr (Profile) profile = quill_profile_new ("quill/quill", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) open_error = NULL;

  http_set_token (http, SERVICE_GITHUB_API, NULL);
  small_server_add (server, OPEN, OK, body);
  small_server_add (server, CLOSED, OK, "[]");
  g_assert_null (tracker_list_read (http, profile, NOW, NULL, &error));
  g_assert_error (error, HTTP_ERROR, code);
  g_assert_null (tracker_list_read_open (http, profile, NULL, &open_error));
  g_assert_error (open_error, HTTP_ERROR, code);
}

static void
test_changed (void)
{
  check_unread ("{}", HTTP_ERROR_ANSWER);
  check_unread ("5", HTTP_ERROR_ANSWER);
  check_unread ("<html>", HTTP_ERROR_ANSWER);
  check_unread ("[null]", HTTP_ERROR_ANSWER);
  check_unread ("[{\"title\": \"one\"}, {\"number\": \"1\"}]", HTTP_ERROR_ANSWER);
}

static void
test_no_closed (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (GError) error = NULL;

  small_server_add (server, OPEN, OK, "[]");
  g_assert_null (read_list (NULL, &error));
  g_assert_error (error, HTTP_ERROR, HTTP_ERROR_NOT_FOUND);
}

static void
test_open (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (Http) http = http_new ();
  g_autoptr (Profile) profile = quill_profile_new ("quill/quill", WITH_BOARD);
  g_autoptr (TrackerList) list = NULL;
  g_autofree char *found = NULL;

  small_server_add (server, OPEN, OK, "[{\"number\": 1, \"title\": \"one\"}]");
  http_set_token (http, SERVICE_GITHUB_API, NULL);
  list = tracker_list_read_open (http, profile, NULL, NULL);
  found = describe (list);
  g_assert_cmpstr (found, ==, "1 one\n");
  g_assert_cmpuint (small_server_count (server, "GET "), ==, 1);
}

static void
test_no_tracker (void)
{
  g_autoptr (Http) http = http_new ();
  g_autoptr (Profile) profile = profile_load ("generic", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) open_error = NULL;

  g_assert_null (tracker_list_read (http, profile, NOW, NULL, &error));
  g_assert_error (error, HTTP_ERROR, HTTP_ERROR_ADDRESS);
  g_assert_null (tracker_list_read_open (http, profile, NULL, &open_error));
  g_assert_error (open_error, HTTP_ERROR, HTTP_ERROR_ADDRESS);
}

/* A list that has no end. */
static void
test_endless (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autofree char *head = g_strdup_printf (OK "Link: <%s" OPEN ">; rel=\"next\"\r\n", small_server_get_url (server));
  g_autoptr (TrackerList) list = NULL;

  small_server_add (server, OPEN, head, "[{\"number\": 1, \"title\": \"one\"}]");
  small_server_add (server, CLOSED, OK, "[]");
  list = read_list (NULL, NULL);
  g_assert_cmpuint (list->issues->len, ==, 1);
  g_assert_cmpuint (small_server_count (server, "GET "), <=, 20);
}

static void
check_issue (const char *text,
             gint64      number)
{
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));
  g_autoptr (JsonNode) json = json_answer_parse (body, "", NULL);
  g_autoptr (TrackerIssue) issue = tracker_list_read_issue (json_answer_get_object (json));

  g_assert_cmpint (issue != NULL ? issue->number : 0, ==, number);
  if (issue == NULL)
    return;
  g_assert_cmpstr (issue->title, ==, "");
  g_assert_true (issue->is_open);
  g_assert_cmpint (issue->closed_at, ==, 0);
}

static void
test_issue (void)
{
  check_issue ("{\"number\": 1}", 1);
  check_issue ("{\"number\": 9007199254740993, \"pull_request\": null, \"title\": 5, \"state\": [], \"closed_at\": \"never\"}",
               9007199254740993);
  check_issue ("{\"number\": 1, \"pull_request\": {}}", 0);
  check_issue ("{\"number\": 0}", 0);
  check_issue ("{\"number\": -1}", 0);
  check_issue ("{\"number\": 1.5}", 0);
  check_issue ("{}", 0);
  check_issue ("[]", 0);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("no_proxy", "*", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/net/tracker-list/all", test_all);
  g_test_add_func ("/net/tracker-list/kept", test_kept);
  g_test_add_func ("/net/tracker-list/other-repository", test_other_repository);
  g_test_add_func ("/net/tracker-list/board", test_board);
  g_test_add_func ("/net/tracker-list/hostile-board", test_hostile_board);
  g_test_add_func ("/net/tracker-list/changed", test_changed);
  g_test_add_func ("/net/tracker-list/no-closed", test_no_closed);
  g_test_add_func ("/net/tracker-list/open", test_open);
  g_test_add_func ("/net/tracker-list/no-tracker", test_no_tracker);
  g_test_add_func ("/net/tracker-list/endless", test_endless);
  g_test_add_func ("/net/tracker-list/issue", test_issue);

  return g_test_run ();
}
