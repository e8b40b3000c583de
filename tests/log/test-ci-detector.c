/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "ci-detector.h"

typedef struct {
  const char *name;
  const char *bytes;
  const char *format;           /* or NULL */
  const char *stamp_format;     /* or NULL */
} Case;

#define STAMP  "[2025-05-20T03:26:38Z] "
#define GITHUB "2026-01-02T03:04:05.9876543Z "

static const gsize chunks[] = { G_MAXSIZE, 1, 3, 50 };

static const Case cases[] = {
  { "nothing", "", NULL, NULL },
  { "plain", "one\ntwo\n", NULL, NULL },
  { "command", "one\n\033_bk;t=1\007two\n", "buildkite", NULL },
  { "command-before-lines", "##[group]one\n\033_bk;t=1\007two\n", "buildkite", NULL },
  { "line", "one\n\033[1m~~~ Running commands\033[0m\n", "buildkite", NULL },
  { "stamps", STAMP "one\n" STAMP "two\n", "buildkite", "buildkite" },
  { "stamps-with-byte-order-mark", "\xef\xbb\xbf" GITHUB "one\n", "github", "github" },
  { "stamps-and-line", GITHUB "##[group]one\n" GITHUB "two\n", "github", "github" },
  { "stamps-of-some-lines", STAMP "one\n" STAMP "two\nthree\nfour\n", NULL, NULL },
  { "stamps-of-nearly-all-lines", STAMP "1\n" STAMP "2\n" STAMP "3\n\r\n\n" STAMP "4\n5\n",
    "buildkite", "buildkite" },
  { "stamps-of-another", GITHUB "~~~ Running commands\n" GITHUB "two\n", "buildkite", "github" },
  { "azure-and-not-github", GITHUB "##[section]Starting: x\n" GITHUB "##[group]y\n", "azure",
    "azure" },
  { "stamps-of-the-ci-before-docker's", GITHUB "one\n" GITHUB "two\n", "github", "github" },
  { "docker-alone-is-no-ci", "2026-01-02T03:04:05.98Z one\n2026-01-02T03:04:06Z two\n", NULL,
    "docker" },
  { "docker-and-a-ci", "2026-01-02T03:04:05.987654321Z ##[group]one\n", "github", "docker" },
  { "gh", "job\tstep\t" GITHUB "##[group]one\njob\tstep\t" GITHUB "two\njob\tstep\tmore\n"
    "job\tstep\t" GITHUB "three\n", "github", "gh" },
  { "tables-are-no-gh", "a\tb\tc\na\tb\tc\na\tb\tc\n", NULL, NULL },
  { "a-stamp-for-a-message-of-many-lines",
    GITHUB "one\n" GITHUB "two\n" GITHUB "##[error]three\n  at a\n  at b\n  at c\n", "github", "github" },
  { "stamps-of-a-program", "##[group]one\n" GITHUB "two\n" GITHUB "3\n" GITHUB "4\nfive\nsix\n7\n",
    "github", NULL },
  { "erased", "section_start:1:x\r\033[0Kone\n", "gitlab", NULL },
  { "concealed", "\033[8mha:////4=\033[0mone\n", "jenkins", NULL },
  { "lines-of-the-ci-need-no-stamps",
    "Started by user a\n\033[8mha:////4=\033[0m[Pipeline] x\n[Pipeline] y\n[Pipeline] z\n"
    "03:04:05  one\n03:04:06  two\n03:04:06  three\n", "jenkins", "jenkins" },
  { "a-stamp-between-lines-of-the-ci", "Started by user a\n[Pipeline] x\n03:04:05 one\n",
    "jenkins", NULL },
  { "stamps-that-tell-nothing", "03:04:05 one\n03:04:06 two\n", NULL, NULL },
  { "stamps-and-commands", "\033_bk;t=1\007" STAMP "one\n" STAMP "two\n" STAMP "three\n",
    "buildkite", NULL },
};

static void
check (const CiFormat *format,
       const char     *name)
{
  g_assert_cmpstr (format != NULL ? ci_format_get_name (format) : NULL, ==, name);
}

static void
test_case (gconstpointer data)
{
  const Case *this = data;
  gsize length = strlen (this->bytes);
  g_autoptr (CiFormats) formats = ci_formats_load (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (chunks); i++) {
    g_autoptr (CiDetector) detector = ci_detector_new (formats);
    gsize done = 0;
    gsize kept;

    while (done < length && !ci_detector_has_decided (detector))
      done += ci_detector_push (detector, (const guint8 *) this->bytes + done,
                                MIN (chunks[i], length - done));
    ci_detector_finish (detector);

    check (ci_detector_get_format (detector), this->format);
    check (ci_detector_get_stamp_format (detector), this->stamp_format);
    ci_detector_get_bytes (detector, &kept);
    g_assert_cmpuint (kept, ==, done);
  }
}

/* It takes no more than it needs, and a log's later lines count for nothing. */
static void
test_limits (void)
{
  g_autoptr (CiFormats) formats = ci_formats_load (NULL);
  g_autoptr (CiDetector) lines = ci_detector_new (formats);
  g_autoptr (CiDetector) bytes = ci_detector_new (formats);
  g_autoptr (GString) log = g_string_new (NULL);
  g_autofree char *long_line = g_strnfill (1024 * 1024, 'x');
  gsize kept;

  for (guint i = 0; i < 50; i++)
    g_string_append (log, STAMP "\n");
  g_string_append (log, "##[group]\n");
  g_assert_cmpuint (ci_detector_push (lines, (const guint8 *) log->str, log->len), ==,
                    50 * strlen (STAMP "\n"));
  g_assert_true (ci_detector_has_decided (lines));
  g_assert_cmpuint (ci_detector_get_n_lines (lines), ==, 50);
  g_assert_cmpmem (ci_detector_get_bytes (lines, &kept), 1, log->str, 1);
  g_assert_cmpuint (kept, ==, 50 * strlen (STAMP "\n"));
  check (ci_detector_get_format (lines), "buildkite");
  g_assert_cmpuint (ci_detector_push (lines, (const guint8 *) log->str, log->len), ==, 0);

  g_assert_cmpuint (ci_detector_push (bytes, (const guint8 *) long_line, 1024 * 1024), ==,
                    256 * 1024);
  g_assert_true (ci_detector_has_decided (bytes));
  check (ci_detector_get_format (bytes), NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/ci-detector/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/ci-detector/limits", test_limits);

  return g_test_run ();
}
