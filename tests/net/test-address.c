/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "address.h"

#define JOB  "0196a9d7-5c0e-4b6b-9f6e-0a0f2a1b2c3d"
#define STEP "0196a9d7-0000-4b6b-9f6e-0a0f2a1b2c3d"
#define HASH "0123456789abcdef0123456789abcdef01234567"

/* An address, and what it leads to. */
typedef struct {
  const char  *url;
  AddressKind  kind;
  const char  *owner;
  const char  *name;
  const char  *number;
  const char  *job;
  const char  *step;
} Case;

static const Case buildkite[] = {
  { "https://buildkite.com/quill/ci/builds/12", ADDRESS_BUILDKITE_BUILD, "quill", "ci", "12", "", "" },
  { "https://buildkite.com/quill/ci/builds/12/", ADDRESS_BUILDKITE_BUILD, "quill", "ci", "12", "", "" },
  { "https://buildkite.com/quill/ci/builds/12/list", ADDRESS_BUILDKITE_BUILD, "quill", "ci", "12", "", "" },
  { "HTTPS://BuildKite.COM/quill/ci/builds/12?a=b", ADDRESS_BUILDKITE_BUILD, "quill", "ci", "12", "", "" },
  { " \n\thttps://buildkite.com/quill/ci/builds/12 \r\n", ADDRESS_BUILDKITE_BUILD, "quill", "ci", "12", "", "" },
  { "https://buildkite.com/quill/ci/builds/12#" JOB, ADDRESS_BUILDKITE_JOB, "quill", "ci", "12", JOB, "" },
  { "https://buildkite.com/quill/ci/builds/12#..510ab4-92f1-5e05-9829-acc51dc89d1b", ADDRESS_BUILDKITE_BUILD, "quill", "ci", "12", "", "" },
  { "https://buildkite.com/quill/ci/builds/12?jid=a.b", ADDRESS_BUILDKITE_BUILD, "quill", "ci", "12", "", "" },
  { "https://buildkite.com/quill/ci/builds/12?sid=" STEP, ADDRESS_BUILDKITE_JOB, "quill", "ci", "12", "", STEP },
  { "https://buildkite.com/quill/ci/builds/12/list?sid=" STEP "&tab=output", ADDRESS_BUILDKITE_JOB, "quill", "ci", "12", "", STEP },
  { "https://buildkite.com/quill/ci/builds/12/canvas?sid=" STEP "&tab=output", ADDRESS_BUILDKITE_JOB, "quill", "ci", "12", "", STEP },
  { "https://buildkite.com/quill/ci/builds/12?jid=" JOB, ADDRESS_BUILDKITE_JOB, "quill", "ci", "12", JOB, "" },
  { "https://buildkite.com/quill/ci/builds/12/steps/canvas?jid=" JOB "#" JOB "/7-13", ADDRESS_BUILDKITE_JOB, "quill", "ci", "12", JOB, "" },
  { "https://buildkite.com/quill/ci/builds/12/steps/canvas?sid=" STEP "&jid=" JOB, ADDRESS_BUILDKITE_JOB, "quill", "ci", "12", JOB, STEP },
  { "https://buildkite.com/organizations/quill/pipelines/ci/builds/12/jobs/" JOB "/download.txt", ADDRESS_BUILDKITE_JOB, "quill", "ci", "12", JOB, "" },
  { "https://api.buildkite.com/v2/organizations/quill/pipelines/ci/builds/12", ADDRESS_BUILDKITE_BUILD, "quill", "ci", "12", "", "" },
  { "https://api.buildkite.com/v2/organizations/quill/pipelines/ci/builds/12/jobs/" JOB "/log.txt", ADDRESS_BUILDKITE_JOB, "quill", "ci", "12", JOB, "" },
  { "https://api.buildkite.com/v2/organizations/quill/jobs/" JOB, ADDRESS_BUILDKITE_JOB, "quill", "", "", JOB, "" },
};

static const Case github[] = {
  { "https://github.com/quill/quill/actions/runs/9001", ADDRESS_GITHUB_RUN, "quill", "quill", "9001", "", "" },
  { "https://github.com/quill/quill/actions/runs/9001/attempts/2", ADDRESS_GITHUB_RUN, "quill", "quill", "9001", "", "" },
  { "https://github.com/quill/quill/actions/runs/9001/job/91002?pr=77#step:3:12", ADDRESS_GITHUB_JOB, "quill", "quill", "9001", "91002", "" },
  { "https://github.com/quill/quill/actions/runs/9001/jobs/91002", ADDRESS_GITHUB_JOB, "quill", "quill", "9001", "91002", "" },
  { "https://github.com/quill/quill/actions/runs/9001/job/none", ADDRESS_GITHUB_RUN, "quill", "quill", "9001", "", "" },
  { "https://github.com/quill/quill/runs/91002?check_suite_focus=true", ADDRESS_GITHUB_JOB, "quill", "quill", "", "91002", "" },
  { "https://github.com/quill/quill/pull/77", ADDRESS_GITHUB_PULL, "quill", "quill", "77", "", "" },
  { "https://github.com/quill/quill/pull/77/files#diff", ADDRESS_GITHUB_PULL, "quill", "quill", "77", "", "" },
  { "https://github.com/quill/quill/pull/77/checks?check_run_id=91002", ADDRESS_GITHUB_JOB, "quill", "quill", "77", "91002", "" },
  { "https://github.com/quill/quill/pull/77/checks?check_run_id=x", ADDRESS_GITHUB_PULL, "quill", "quill", "77", "", "" },
  { "https://github.com/quill/quill/commit/" HASH, ADDRESS_GITHUB_COMMIT, "quill", "quill", HASH, "", "" },
  { "https://github.com/quill/quill/commit/" HASH "/checks/91002/logs", ADDRESS_GITHUB_JOB, "quill", "quill", HASH, "91002", "" },
  { "https://api.github.com/repos/quill/quill/actions/jobs/91002/logs", ADDRESS_GITHUB_JOB, "quill", "quill", "", "91002", "" },
  { "https://api.github.com/repos/quill/quill/actions/runs/9001", ADDRESS_GITHUB_RUN, "quill", "quill", "9001", "", "" },
  { "https://api.github.com/repos/quill/quill/pulls/77", ADDRESS_GITHUB_PULL, "quill", "quill", "77", "", "" },
};

static void
check (const Case *cases,
       guint       n_cases)
{
  for (guint i = 0; i < n_cases; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (Address) address = address_parse (cases[i].url, &error);

    g_test_message ("%s", cases[i].url);
    g_assert_no_error (error);
    g_assert_cmpint (address->kind, ==, cases[i].kind);
    g_assert_cmpstr (address->owner, ==, cases[i].owner);
    g_assert_cmpstr (address->name, ==, cases[i].name);
    g_assert_cmpstr (address->number, ==, cases[i].number);
    g_assert_cmpstr (address->job, ==, cases[i].job);
    g_assert_cmpstr (address->step, ==, cases[i].step);
    g_assert_true (address_is (address->url));
  }
}

static void
test_buildkite (void)
{
  check (buildkite, G_N_ELEMENTS (buildkite));
}

static void
test_github (void)
{
  check (github, G_N_ELEMENTS (github));
}

static void
check_lines (const char *fragment,
             gint64      first,
             gint64      last)
{
  g_autofree char *url = g_strconcat ("https://buildkite.com/quill/ci/builds/12#", fragment, NULL);
  g_autoptr (Address) address = address_parse (url, NULL);

  g_test_message ("%s", url);
  g_assert_cmpint (address->first_line, ==, first);
  g_assert_cmpint (address->last_line, ==, last);
}

static void
test_id (void)
{
  g_assert_true (address_is_id (JOB));
  g_assert_true (address_is_id ("40213"));
  g_assert_false (address_is_id (""));
  g_assert_false (address_is_id ("../user"));
  g_assert_false (address_is_id ("a_b"));
}

static void
test_lines (void)
{
  check_lines (JOB, 0, 0);
  check_lines (JOB "/7-13", 7, 13);
  check_lines (JOB "/7", 7, 7);
  check_lines (JOB "/7-", 7, 7);
  check_lines (JOB "/7-x", 7, 7);
  check_lines (JOB "/7--9", 7, 7);
  check_lines (JOB "/13-7", 13, 13);
  check_lines (JOB "/x-7", 0, 0);
  check_lines (JOB "/-7", 0, 0);
  check_lines (JOB "/7-13/9", 7, 13);
  check_lines (JOB "/99999999999999999999999", G_MAXINT64, G_MAXINT64);
  check_lines (JOB "/1-99999999999999999999999", 1, G_MAXINT64);
  check_lines ("/7-13", 0, 0);
}

/* What a service has beside builds, and what is somebody else's. */
static void
test_other (void)
{
  static const char * const others[] = {
    "https://quill.example/logs/x.log", "http://quill.example", ("https://quill.example/quill/ci/builds/12#" JOB),
    "https://buildkite.com", "https://buildkite.com/quill/ci", "https://buildkite.com/quill/ci/builds",
    "https://buildkite.com/quill/ci/builds/latest", "https://buildkite.com/quill/ci/builds/12345678901234567890",
    "https://buildkite.com/quill/ci/builds/-1", "https://buildkite.com/../ci/builds/12", "https://buildkite.com//ci/builds/12",
    "https://buildkite.com/quill/ci%2Fx/builds/12", "https://buildkite.com/qu@ll/ci/builds/12",
    "https://buildkite.com.quill.example/quill/ci/builds/12", "https://buildkite.com@quill.example/quill/ci/builds/12",
    "http://buildkite.com/quill/ci/builds/12", "https://buildkite.com:444/quill/ci/builds/12",
    "https://github.com/quill/quill/issues/500", "https://github.com/quill/quill/pull/new", "https://github.com/quill/../pull/77",
    "https://github.com/quill/quill/runs/12a", "https://github.com/quill/quill/commit/..",
    "https://api.github.com/repos/quill/quill/actions/jobs/1%2F2", "https://api.buildkite.com/v2/organizations/quill/jobs/a%3Fb",
    "https://[::1]/x", "https://quill.example/\303\244", "https://user:word@quill.example/x",
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autoptr (Address) address = address_parse (others[i], NULL);

    g_test_message ("%s", others[i]);
    g_assert_nonnull (address);
    g_assert_cmpint (address->kind, ==, ADDRESS_OTHER);
    g_assert_cmpstr (address->owner, ==, "");
    g_assert_cmpstr (address->number, ==, "");
    g_assert_cmpstr (address->job, ==, "");
  }
}

/* What the fields hold goes into other addresses. */
static void
test_words (void)
{
  static const char * const jobs[] = { "..%2f..%2fx", "x/../../y", "x?y", "x%23y", "x y", "", "a\r\nb" };

  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++) {
    g_autofree char *escaped = g_uri_escape_string (jobs[i], NULL, FALSE);
    g_autofree char *url = g_strdup_printf ("https://buildkite.com/quill/ci/builds/12?jid=%s&sid=%s#%s", escaped, escaped, escaped);
    g_autoptr (Address) address = address_parse (url, NULL);

    g_test_message ("%s", url);
    g_assert_cmpint (address->kind, ==, ADDRESS_BUILDKITE_BUILD);
    g_assert_cmpstr (address->job, ==, "");
    g_assert_cmpstr (address->step, ==, "");
  }
}

static void
test_none (void)
{
  static const char * const texts[] = {
    "", " ", "quill", "quill.example/x", "ftp://quill.example/x", "file:///etc/passwd", "javascript:alert(1)", "http:", "http://",
    "https:///x", "https://quill.example/a b", "https://quill.example/\nhttps://quill.example/", "<https://quill.example/>",
    "https://quill.example/\"", "https://[quill", "https://quill.example:port/", "FAILED https://quill.example/x",
    "https://quill.example/\377",
  };
  g_autofree char *tail = g_strnfill (9000, 'x');
  g_autofree char *longer = g_strconcat ("https://quill.example/", tail, NULL);

  for (guint i = 0; i <= G_N_ELEMENTS (texts); i++) {
    const char *text = i < G_N_ELEMENTS (texts) ? texts[i] : longer;
    g_autoptr (GError) error = NULL;
    g_autoptr (Address) address = address_parse (text, &error);
    g_autofree char *shown = g_strescape (text, NULL);

    g_test_message ("%s", shown);
    g_assert_false (address_is (text));
    g_assert_null (address);
    g_assert_nonnull (error);
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
    g_assert_cmpuint (strlen (error->message), <, 1000);
  }
}

/* Where services are set. */
static void
test_set (void)
{
  g_autoptr (Address) address = NULL;

  g_setenv ("CULPRIT_BUILDKITE_URL", "http://127.0.0.1:8080/bk", TRUE);
  address = address_parse ("http://127.0.0.1:8080/bk/quill/ci/builds/12#" JOB, NULL);
  g_assert_cmpint (address->kind, ==, ADDRESS_BUILDKITE_JOB);
  g_assert_cmpstr (address->job, ==, JOB);
  g_unsetenv ("CULPRIT_BUILDKITE_URL");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/address/buildkite", test_buildkite);
  g_test_add_func ("/net/address/github", test_github);
  g_test_add_func ("/net/address/id", test_id);
  g_test_add_func ("/net/address/lines", test_lines);
  g_test_add_func ("/net/address/other", test_other);
  g_test_add_func ("/net/address/words", test_words);
  g_test_add_func ("/net/address/none", test_none);
  g_test_add_func ("/net/address/set", test_set);

  return g_test_run ();
}
