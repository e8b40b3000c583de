/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "small-server.h"

#include "pulls-between.h"

#define OK      "HTTP/1.1 200 OK\r\n"
#define COMPARE "/repos/quill/quill/compare/0123abc...4567def"
#define COMMITS "/repos/quill/quill/commits?sha=4567def&path=%s&per_page=20"

/* A commit on the branch, as GitHub tells of it. */
#define COMMIT(sha, subject) \
  "{\"sha\": \"" sha "\", \"commit\": {\"message\": \"" subject "\\n\\nMore (#99)\"}, \"author\": {\"login\": \"maya\"}}"

#define DATED(sha, subject, day) \
  "{\"sha\": \"" sha "\", \"commit\": {\"message\": \"" subject "\", \"committer\": {\"date\": \"" day "T09:00:00Z\"}}, " \
  "\"author\": {\"login\": \"maya\"}}"

static SmallServer *
start (void)
{
  SmallServer *server = small_server_new ();

  g_setenv ("CULPRIT_GITHUB_API_URL", small_server_get_url (server), TRUE);
  g_setenv ("CULPRIT_GITHUB_URL", "https://quill.example", TRUE);

  return server;
}

static PullsBetween *
read_between (const char          *base,
              const char          *head,
              const char * const  *telling_files,
              GError             **error)
{
  g_autoptr (Http) http = http_new ();

  http_set_token (http, SERVICE_GITHUB_API, NULL);

  return pulls_between_read (http, "quill/quill", base, head, telling_files, 3, NULL, error);
}

/* The pull requests as "number title author files…", a line each. */
static char *
describe (const PullsBetween *between)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < between->pulls->len; i++) {
    const Pull *pull = g_ptr_array_index (between->pulls, i);
    g_autofree char *files = g_strjoinv (" ", pull->files);

    g_string_append_printf (text, "%" G_GINT64_FORMAT " %s %s %s\n", pull->number, pull->title, pull->author, files);
  }

  return g_string_free (text, FALSE);
}

static void
add_commits (SmallServer *server,
             const char  *escaped_path,
             const char  *body)
{
  g_autofree char *path = g_strdup_printf (COMMITS, escaped_path);

  small_server_add (server, path, OK, body);
}

static void
test_one (void)
{
  static const char * const telling[] = { "quill/page.py", NULL };
  g_autoptr (SmallServer) server = start ();
  g_autoptr (PullsBetween) between = NULL;
  g_autofree char *found = NULL;

  small_server_add (server, COMPARE, OK, "{\"html_url\": \"https://quill.example/compare\", \"merge_base_commit\": {\"sha\": \"0123abc\", "
                    "\"commit\": {\"committer\": {\"date\": \"2026-05-07T08:11:40Z\"}}}, \"commits\": [" COMMIT ("a", "Turn the page (#12)") "], "
                    "\"files\": [{\"filename\": \"quill/page.py\"}, {\"filename\": \"README\"}]}");
  between = read_between ("0123abc", "4567def", telling, NULL);
  found = describe (between);
  g_assert_cmpstr (between->url, ==, "https://quill.example/compare");
  g_assert_cmpstr (between->merge_base, ==, "0123abc");
  g_assert_cmpint (between->merge_time, ==, 1778141500);
  g_assert_cmpuint (g_strv_length (between->files), ==, 2);
  g_assert_cmpstr (found, ==, "12 Turn the page maya quill/page.py README\n");
  g_assert_cmpstr (((Pull *) g_ptr_array_index (between->pulls, 0))->url, ==, "https://quill.example/quill/quill/pull/12");
  g_assert_cmpuint (small_server_count (server, "GET "), ==, 1);
}

/* Which of several changes what: a request each for a few of the files, none for those that nothing changed. */
static void
test_several (void)
{
  static const char * const telling[] = { "/src/quill/page.py", "/app/quill/page.py", "quill/other.py", "a b.py", "c.py", "d.py", NULL };
  g_autoptr (SmallServer) server = start ();
  g_autoptr (PullsBetween) between = NULL;
  g_autoptr (PullsBetween) kept = NULL;
  g_autofree char *found = NULL;
  g_autofree char *again = NULL;

  small_server_add (server, COMPARE, OK, "{\"commits\": [" COMMIT ("a", "Turn (#12)") ", " COMMIT ("b", "Fold (#13)") "], \"files\": "
                    "[{\"filename\": \"quill/page.py\"}, {\"filename\": \"a b.py\"}, {\"filename\": \"c.py\"}, {\"filename\": \"d.py\"}]}");
  add_commits (server, "quill/page.py", "[{\"sha\": \"b\"}, {\"sha\": \"older\"}, null, 5]");
  add_commits (server, "a%20b.py", "[{\"sha\": \"b\"}, {\"sha\": \"a\"}]");
  add_commits (server, "c.py", "[]");
  between = read_between ("0123abc", "4567def", telling, NULL);
  found = describe (between);
  g_assert_cmpstr (found, ==, "12 Turn maya a b.py\n13 Fold maya quill/page.py a b.py\n");
  g_assert_cmpuint (small_server_count (server, "GET "), ==, 4);
  kept = read_between ("0123abc", "4567def", telling, NULL);
  again = describe (kept);
  g_assert_cmpstr (again, ==, found);
  g_assert_cmpuint (small_server_count (server, "GET "), ==, 4);
}

/* What a branch has now is asked again: which commits it has, and which of them change a file. */
static void
test_files_of_branch (void)
{
  static const char * const telling[] = { "a.py", NULL };
  g_autoptr (SmallServer) server = start ();

  for (guint i = 0; i < 2; i++) {
    g_autoptr (PullsBetween) between = NULL;
    g_autofree char *found = NULL;

    small_server_add (server, "/repos/quill/quill/compare/0123abc...HEAD", OK, "{\"commits\": [" COMMIT ("a", "Turn (#12)") ", "
                      COMMIT ("b", "Fold (#13)") "], \"files\": [{\"filename\": \"a.py\"}]}");
    small_server_add (server, "/repos/quill/quill/commits?sha=HEAD&path=a.py&per_page=20", OK, "[{\"sha\": \"b\"}]");
    between = read_between ("0123abc", "HEAD", telling, NULL);
    found = describe (between);
    g_assert_cmpstr (found, ==, "12 Turn maya \n13 Fold maya a.py\n");
    g_assert_cmpuint (small_server_count (server, "GET /repos/quill/quill/commits"), ==, i + 1);
  }
}

/* Whether a file's commits are known or not, the pull requests are. */
static void
test_no_commits (void)
{
  static const char * const telling[] = { "a.py", NULL };
  g_autoptr (SmallServer) server = start ();
  g_autoptr (PullsBetween) between = NULL;
  g_autofree char *found = NULL;

  small_server_add (server, COMPARE, OK, "{\"commits\": [" COMMIT ("a", "Turn (#12)") ", " COMMIT ("b", "Fold (#13)") "], \"files\": "
                    "[{\"filename\": \"a.py\"}]}");
  between = read_between ("0123abc", "4567def", telling, NULL);
  found = describe (between);
  g_assert_cmpstr (found, ==, "12 Turn maya \n13 Fold maya \n");
}

/* The pull requests that a long comparison leaves out count, and those that change a telling file are named. */
static void
test_long (void)
{
  static const char * const telling[] = { "a.py", NULL };
  g_autoptr (SmallServer) server = start ();
  g_autoptr (PullsBetween) between = NULL;
  g_autofree char *found = NULL;

  small_server_add (server, COMPARE, OK, "{\"total_commits\": 400, \"merge_base_commit\": {\"commit\": {\"committer\": "
                    "{\"date\": \"2026-05-07T08:00:00Z\"}}}, \"commits\": [" COMMIT ("a", "Turn (#12)") ", " COMMIT ("b", "Fold (#13)")
                    "], \"files\": [{\"filename\": \"a.py\"}]}");
  add_commits (server, "a.py", "[" DATED ("d", "Cut (#15)", "2026-05-09") ", " DATED ("c", "Bind (#14)", "2026-05-08") ", "
               COMMIT ("a", "Turn (#12)") ", " DATED ("o", "Old (#2)", "2026-05-06") "]");
  between = read_between ("0123abc", "4567def", telling, NULL);
  found = describe (between);
  g_assert_cmpstr (found, ==, "12 Turn maya a.py\n13 Fold maya \n14 Bind maya a.py\n15 Cut maya a.py\n");
  g_assert_cmpuint (between->n_unlisted, ==, 396);
}

static void
check_subject (const char *subject,
               const char *expected)
{
  g_autoptr (SmallServer) server = start ();
  g_autofree char *body = g_strdup_printf ("{\"commits\": [" COMMIT ("a", "%s") ", 5]}", subject);
  g_autoptr (PullsBetween) between = NULL;
  g_autofree char *found = NULL;

  small_server_add (server, COMPARE, OK, body);
  between = read_between ("0123abc", "4567def", NULL, NULL);
  found = describe (between);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_subjects (void)
{
  check_subject ("Turn (#12)", "12 Turn maya \n");
  check_subject ("Turn (#12)  ", "12 Turn maya \n");
  check_subject ("Revert \\\"Turn (#12)\\\" (#13)", "13 Revert \"Turn (#12)\" maya \n");
  check_subject ("Turn", "");
  check_subject ("Turn (#12", "");
  check_subject ("Turn (#12) again", "");
  check_subject ("Turn (#12 and more)", "");
  check_subject ("Turn (#)", "");
  check_subject ("Turn (#0)", "");
  check_subject ("Turn (#-3)", "");
  check_subject ("Turn (#99999999999999999999)", "");
  check_subject ("", "");
}

/* Names of branches may have what is none of an address. */
static void
test_escaped (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (PullsBetween) between = NULL;

  small_server_add (server, "/repos/quill/quill/compare/release/1%23%3F...4567def", OK, "{\"commits\": []}");
  between = read_between ("release/1#?", "4567def", NULL, NULL);
  g_assert_nonnull (between);
  g_assert_cmpuint (between->pulls->len, ==, 0);
  g_assert_cmpuint (g_strv_length (between->files), ==, 0);
  g_assert_cmpstr (between->merge_base, ==, "");
  g_assert_cmpint (between->merge_time, ==, 0);
}

/* A branch goes on: what was between it and a commit is asked again. */
static void
test_branch (void)
{
  g_autoptr (SmallServer) server = start ();

  small_server_add (server, "/repos/quill/quill/compare/main...4567def", OK, "{\"commits\": []}");
  for (int i = 1; i <= 2; i++) {
    g_autoptr (PullsBetween) between = read_between ("main", "4567def", NULL, NULL);

    g_assert_nonnull (between);
    g_assert_cmpuint (small_server_count (server, "GET "), ==, i);
  }
}

/* What is not known is an error, and is not kept. */
static void
test_changed (void)
{
  static const char * const bodies[] = { "{}", "[]", "5", "{\"commits\": {}}", "<html>" };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autoptr (SmallServer) server = start ();
    g_autoptr (GError) error = NULL;
    g_autoptr (PullsBetween) between = NULL;

    small_server_add (server, COMPARE, OK, bodies[i]);
    small_server_add (server, COMPARE, OK, "{\"commits\": [" COMMIT ("a", "Turn (#12)") "]}");
    g_assert_null (read_between ("0123abc", "4567def", NULL, &error));
    g_assert_error (error, HTTP_ERROR, HTTP_ERROR_ANSWER);
    between = read_between ("0123abc", "4567def", NULL, NULL);
    g_assert_cmpuint (between->pulls->len, ==, 1);
  }
}

static void
test_hostile (void)
{
  g_autoptr (SmallServer) server = start ();
  g_autoptr (PullsBetween) between = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  small_server_add (server, COMPARE, OK, "{\"html_url\": 5, \"merge_base_commit\": [], \"files\": [null, {\"filename\": 5}, 7], "
                    "\"commits\": [null, 5, {}, {\"commit\": []}, {\"sha\": {}, \"commit\": {\"message\": \"Turn (#3)\"}, \"author\": null}]}");
  between = read_between ("0123abc", "4567def", NULL, &error);
  g_assert_no_error (error);
  found = describe (between);
  g_assert_cmpstr (found, ==, "3 Turn  \n");
  g_assert_cmpstr (between->url, ==, "");
  g_assert_cmpuint (g_strv_length (between->files), ==, 0);
}

static void
test_not_there (void)
{
  G_GNUC_UNUSED g_autoptr (SmallServer) server = start ();
  g_autoptr (GError) error = NULL;

  g_assert_null (read_between ("0123abc", "4567def", NULL, &error));
  g_assert_error (error, HTTP_ERROR, HTTP_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("no_proxy", "*", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/net/pulls-between/one", test_one);
  g_test_add_func ("/net/pulls-between/several", test_several);
  g_test_add_func ("/net/pulls-between/files-of-branch", test_files_of_branch);
  g_test_add_func ("/net/pulls-between/no-commits", test_no_commits);
  g_test_add_func ("/net/pulls-between/long", test_long);
  g_test_add_func ("/net/pulls-between/subjects", test_subjects);
  g_test_add_func ("/net/pulls-between/escaped", test_escaped);
  g_test_add_func ("/net/pulls-between/branch", test_branch);
  g_test_add_func ("/net/pulls-between/changed", test_changed);
  g_test_add_func ("/net/pulls-between/hostile", test_hostile);
  g_test_add_func ("/net/pulls-between/not-there", test_not_there);

  return g_test_run ();
}
