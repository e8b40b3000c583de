/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "cleaner.h"

/* What a line is shown as: {time}{+took}{mark name}text{start+length:colour}. */
typedef struct {
  const char *name;
  const char *ci;
  const char *bytes;
  const char *lines;
} Case;

static const gsize chunks[] = { G_MAXSIZE, 1, 2, 3, 7 };

#define STAMPED_LINE(second, text) "[2025-05-20T03:26:" second "Z] " text "\n"

#define AZURE(second, text) "2026-01-02T03:04:" second ".0000000Z " text "\r\n"
#define GITLAB(second, stream, text) "2026-01-02T03:04:" second ".000000Z " stream text "\n"

static const Case cases[] = {
  { "buildkite/time", "buildkite",
    "\033_bk;t=1778140778598\007hello\r\n\033_bk;t=1778140779000\033\\world\n",
    "{1778140778598}hello\n{1778140779000}world\n" },
  { "buildkite/time-within-a-line", "buildkite",
    "\033_bk;t=100\007remote: 1%\033[K\033_bk;t=200\007\rremote: 22%\033[K\033_bk;t=300\007\r\n",
    "{300}remote: 22%\n" },
  { "buildkite/time-steps", "buildkite",
    "\033_bk;t=123\007hello\033_bk;dt=111\007!\nanother\033_bk;dt=111\007 line\n",
    "{234}hello!\n{345}another line\n" },
  { "buildkite/broken-times", "buildkite",
    "\033_bk;dt=5\007a\033_bk;t=x\007b\033_bk;t=99999999999999999999\007c\n", "abc\n" },
  { "buildkite/sections", "buildkite",
    "\033_bk;t=1\007--- :docker: Build  :rocket:\n+++ Run tests\n~~~ Clean up\n^^^ +++\n"
    "--- :pipeline:\n---\n--- \n----- x\n",
    "{1}{start Build}--- :docker: Build  :rocket:\n{start-open Run tests}+++ Run tests\n"
    "{start Clean up}~~~ Clean up\n{open}^^^ +++\n{start :pipeline:}--- :pipeline:\n---\n"
    "{start }--- \n----- x\n" },
  { "buildkite/pasted-with-stamps", "buildkite",
    STAMPED_LINE ("38", "~~~ Running commands") STAMPED_LINE ("39", "\033[90m$\033[0m make")
    STAMPED_LINE ("40", "") "[2025-05-20T03:26:41Z]\n" STAMPED_LINE ("42", "[2025-01-01T00:00:00Z] own"),
    "{1747711598000}{start Running commands}~~~ Running commands\n{1747711599000}$ make{0+1:8}\n"
    "{1747711600000}\n{1747711601000}\n{1747711602000}[2025-01-01T00:00:00Z] own\n" },
  { "buildkite/stamps-and-progress-bar", "buildkite",
    STAMPED_LINE ("38", "10%\r50%\033[K\r100%\r") STAMPED_LINE ("39", "abc\033[2K\rdone"),
    "{1747711598000}100%\n{1747711599000}done\n" },
  { "buildkite/stamps-of-the-program-stay", "",
    "starting\n[2025-05-20T03:26:38Z] one\nother\n[2025-05-20T03:26:38Z] two\n",
    "starting\n[2025-05-20T03:26:38Z] one\nother\n[2025-05-20T03:26:38Z] two\n" },
  { "buildkite/stamps-of-the-program-stay-with-commands", "buildkite",
    "\033_bk;t=1\007[2025-05-20T03:26:38Z] one\n\033_bk;t=2\007[2025-05-20T03:26:38Z] two\n",
    "{1}[2025-05-20T03:26:38Z] one\n{2}[2025-05-20T03:26:38Z] two\n" },
  { "buildkite/by-its-lines", "buildkite",
    "one\n~~~ Running commands\n--- x\n", "one\n{start Running commands}~~~ Running commands\n"
    "{start x}--- x\n" },
  { "github/stamps-and-marks", "github",
    "\xef\xbb\xbf" "2026-01-02T03:04:05.9876543Z ##[group]Run make\r\n"
    "2026-01-02T03:04:06.0000000Z \033[36;1mmake\033[0m\r\n2026-01-02T03:04:06.1000000Z ##[endgroup]\r\n"
    "2026-01-02T03:04:07.0000000Z ##[error]Process completed with exit code 2.\r\n",
    "{1767323045987}{start Run make}Run make\n{1767323046000}make{0+4:6b}\n"
    "{1767323047000}Error: Process completed with exit code 2.\n" },
  { "github/without-stamps", "github", "##[group]Run make\nx\n##[warning]\033[31mred\n",
    "{start Run make}Run make\nx\nWarning: red{9+3:1}\n" },
  { "github/commands", "github",
    "2026-01-02T03:04:05.0000000Z ::group::Run make\n2026-01-02T03:04:05.0000000Z x\n"
    "2026-01-02T03:04:05.0000000Z ::endgroup::\n"
    "2026-01-02T03:04:05.0000000Z ::error file=a.c,line=2::no\n"
    "2026-01-02T03:04:05.0000000Z ::warning::hm\n",
    "{1767323045000}{start Run make}Run make\n{1767323045000}x\n"
    "{1767323045000}Error: file=a.c,line=2: no\n{1767323045000}Warning: hm\n" },
  { "github/by-gh", "github",
    "unit tests\tUNKNOWN STEP\t\xef\xbb\xbf" "2026-01-02T03:04:05.0000000Z ##[group]Run make\n"
    "unit tests\tUNKNOWN STEP\t2026-01-02T03:04:06.0000000Z 1%\r2%\n"
    "unit tests\tUNKNOWN STEP\t  more\n"
    "unit tests\tUNKNOWN STEP\t2026-01-02T03:04:07.0000000Z ##[error]a\tb\n",
    "{1767323045000}{start Run make}Run make\n{1767323046000}2%\n  more\n"
    "{1767323047000}Error: a\tb\n" },
  { "azure", "azure",
    "\xef\xbb\xbf" AZURE ("05", "##[section]Starting: Linux") AZURE ("05", "##[section]Starting: Make")
    AZURE ("06", "##[command]make -j") AZURE ("06", "##vso[task.setvariable variable=x]y")
    AZURE ("06", "1%\r2%") AZURE ("07", "##[error]Bash exited with code '1'.")
    AZURE ("08", "##[section]Finishing: Make") AZURE ("08", "##[section]Finishing: Linux"),
    "{1767323045000}{start Linux}Starting: Linux\n{1767323045000}{start Make}Starting: Make\n"
    "{1767323046000}make -j\n{1767323046000}2%\n{1767323047000}Error: Bash exited with code '1'.\n"
    "{1767323048000}{end}Finishing: Make\n{1767323048000}Finishing: Linux\n" },
  { "gitlab/sections", "gitlab",
    "\033[0KRunning with gitlab-runner 16.3.0 (8ec04662)\033[0;m\n"
    "section_start:100:prepare_executor\r\033[0K\033[0K\033[36;1mPreparing\033[0;m\033[0;m\n"
    "\033[0KUsing Shell (bash) executor...\033[0;m\n"
    "section_end:102:prepare_executor\r\033[0Ksection_start:103:get_sources[collapsed=true]\r\033[0K"
    "\033[0K\033[36;1mGetting source\033[0;m\033[0;m\nHEAD is now at 1a2b3c4\n"
    "section_end:105:get_sources\r\033[0K\n\033[31;1mERROR: Job failed: exit code 1\033[0;m\n",
    "Running with gitlab-runner 16.3.0 (8ec04662)\n{100000}{start-open Preparing}Preparing{0+9:6b}\n"
    "Using Shell (bash) executor...\n{103000}{start Getting source}Getting source{0+14:6b}\n"
    "HEAD is now at 1a2b3c4\n{105000}{ended}ERROR: Job failed: exit code 1{0+30:1b}\n" },
  { "gitlab/stamps", "gitlab",
    GITLAB ("05", "00O ", "section_start:100:step_script\r\033[0K")
    GITLAB ("05", "00O+", "\033[0KExecuting") GITLAB ("06", "01O ", "10%\r50%\r99%")
    GITLAB ("07", "01E ", "oops") "2026-01-02T03:04:07.000000Z 01E\n"
    GITLAB ("08", "00O ", "one ") GITLAB ("09", "00O+", "line") GITLAB ("10", "00O ", "last"),
    "{1767323045000}{start-open Executing}Executing\n{1767323046000}99%\n{1767323047000}oops\n"
    "{1767323047000}\n{1767323048000}one line\n{1767323050000}last\n" },
  { "travis", "travis",
    "travis_fold:start:worker_info\r\033[0K\033[33;1mWorker information\033[0m\nhostname: x\n"
    "travis_fold:end:worker_info\r\033[0Ktravis_fold:start:git.checkout\r\033[0K"
    "travis_time:start:0a6e5ea0\r\033[0K$ git clone x\r\nCloning\r\n"
    "travis_time:end:0a6e5ea0:start=1000000000,finish=3000000000,duration=2000000000\r\033[0K"
    "$ cd x\r\ntravis_fold:end:git.checkout\r\033[0K\r\n\r\n"
    "travis_time:start:13aa\r\033[0K$ make test\r\nboom\r\n"
    "travis_time:end:13aa:start=4000000000,finish=5000000000,duration=1000000000\r\033[0K\r\n"
    "\033[31;1mThe command \"make test\" exited with 2.\033[0m\n",
    "{start Worker information}Worker information{0+18:3b}\nhostname: x\n"
    "{start $ git clone x}$ git clone x\nCloning\n{3000}{+2000}$ cd x\n{ended}\n"
    "{start $ make test}$ make test\nboom\n"
    "{5000}{+1000}{ended}The command \"make test\" exited with 2.{0+38:1b}\n" },
  { "travis/without-escapes", "travis",
    "travis_fold:start:worker_info\rWorker information\nhostname: x\n"
    "travis_fold:end:worker_info\rtravis_fold:start:git.checkout\rtravis_time:start:0a6e5ea0\r$ git\r\n"
    "travis_time:end:0a6e5ea0:start=1000000000,finish=3000000000,duration=2000000000\r$ cd x\r\n"
    "travis_fold:end:git.checkout\r\r\nlast\n",
    "{start Worker information}Worker information\nhostname: x\n{start $ git}$ git\n"
    "{3000}{+2000}$ cd x\n{ended}last\n" },
  { "gitlab/without-escapes", "gitlab",
    "section_start:100:step_script\rExecuting\n$ make\nsection_end:102:step_script\r\nlast\n",
    "{100000}{start-open Executing}Executing\n$ make\n{102000}{ended}last\n" },
  { "jenkins/notes-and-late-stamps", "jenkins",
    "Started by user \033[8mha:////4PVWe==\033[0madmin\n"
    "\033[8mha:////4abc=\033[0m[Pipeline] Start of Pipeline\n[Pipeline] node\n"
    "[2024-01-01T00:00:00.000Z] of the program\n[Pipeline] timestamps\n[Pipeline] {\n"
    "[Pipeline] stage\n[Pipeline] { (Build)\n[Pipeline] sh\n[2024-01-01T00:00:00.500Z] + make\n"
    "[2024-01-01T00:00:02.500Z] 1%\r2%\n[Pipeline] }\n[Pipeline] // stage\nFinished: FAILURE\n",
    "Started by user admin\n[Pipeline] node\n[2024-01-01T00:00:00.000Z] of the program\n"
    "[Pipeline] timestamps\n{start Build}[Pipeline] { (Build)\n[Pipeline] sh\n"
    "{1704067200500}+ make\n{1704067202500}2%\n{ended}Finished: FAILURE\n" },
  { "jenkins/time-of-day", "jenkins",
    "Started by user a\n23:59:58  [Pipeline] node\n23:59:59  Running on x\n"
    "00:00:01  [Pipeline] { (Build)\n00:00:02  + make\n",
    "Started by user a\n{86398000}[Pipeline] node\n{86399000}Running on x\n"
    "{86401000}{start Build}[Pipeline] { (Build)\n{86402000}+ make\n" },
  { "teamcity/log", "teamcity",
    "TeamCity URL http://x/viewLog.html?buildId=1326\n\n[23:59:58]W: bt2 (22s)\n"
    "[23:59:58]i: TeamCity server version is 2021.1 (build 92597)\n"
    "[23:59:58] : Step 1/1: Maven (27s)\n[23:59:59]i:\t [Step 1/1] [INFO] building\n"
    "[00:00:03]E:\t [Step 1/1] FAILED\n",
    "TeamCity URL http://x/viewLog.html?buildId=1326\n\n{86398000}bt2 (22s)\n"
    "{86398000}TeamCity server version is 2021.1 (build 92597)\n"
    "{86398000}{start 1/1: Maven}Step 1/1: Maven (27s)\n{86399000}[INFO] building\n"
    "{86403000}FAILED\n" },
  { "teamcity/messages", "teamcity",
    "##teamcity[blockOpened name='a |'b|' |0x00e4' flowId='1']\n##teamcity[testStarted name='t']\n"
    "inside\n##teamcity[message text='no|nway' status='ERROR']\n"
    "##teamcity[testFailed name='t' message='m']\n##teamcity[blockClosed name='a |'b|' |0x00e4']\n"
    "##teamcity[buildProblem description='broken' identity='x']\n",
    "{start a 'b' ä}a 'b' ä\ninside\nError: no way\n##teamcity[testFailed name='t' message='m']\n"
    "{ended}Error: broken\n" },
  { "taskcluster", "taskcluster",
    "[taskcluster 2025-02-13 21:18:49.860Z] Task ID: x\n"
    "[taskcluster 2025-02-13T21:18:49.860Z] Worker\n[setup 2025-02-13T21:18:50.000Z] run-task\n"
    "[task 2025-02-13T21:18:51.000Z] 21:18:51     INFO - x\n\r\n[fetches 2025-02-13T21:18:52.000Z] y\n"
    "[taskcluster:error] exit status 2\n",
    "{1739481529860}Task ID: x\n{1739481529860}Worker\n{1739481530000}run-task\n"
    "{1739481531000}21:18:51     INFO - x\n\n{1739481532000}y\n"
    "[taskcluster:error] exit status 2\n" },
  { "docker/another-ci's-log", "buildkite",
    "2026-01-02T03:04:05.123456789Z ~~~ Running commands\n2026-01-02T05:04:05.1+02:00 one\n"
    "2026-01-02T03:04:06Z 1%\r2%\n",
    "{1767323045123}{start Running commands}~~~ Running commands\n{1767323045100}one\n"
    "{1767323046000}2%\n" },
  { "none/erased-text-is-gone", "", "--- x\r\033[Ky\n", "y\n" },
  { "none/concealed-text-is-text", "", "a\033[8mnote\033[0mb\n", "anoteb\n" },
  { "none/marks-are-text", "", "--- a/file\n+++ b/file\n", "--- a/file\n+++ b/file\n" },
  { "none/empty", "", "", "" },
  { "styles/runs", "",
    "\033[31mred\033[1mbold\033[0m plain \033[38;5;10mg\033[38;2;0;0;255mb\033[38:2::255:0:0mr\033[90mgrey\n",
    "redbold plain gbrgrey{0+3:1}{3+4:1b}{14+1:2}{15+1:4}{16+1:1}{17+4:8}\n" },
  { "styles/over-lines", "", "\033[32mone\ntwo\033[39m three\n", "one{0+3:2}\ntwo three{0+3:2}\n" },
  { "styles/overwritten", "", "\033[31mabcdef\033[0m\rxy\n", "xycdef{2+4:1}\n" },
  { "styles/in-cells", "", "\033[31mäbc\033[0md\b\b\033[32mx\n", "äbxd{0+3:1}{3+1:2}\n" },
};

static const char * const marks[] = { "", "start", "start-open", "end", "ended", "open" };

static void
got_line (const Line *line,
          gpointer    user_data)
{
  GString *lines = user_data;

  if (line->time != LINE_NO_TIME)
    g_string_append_printf (lines, "{%" G_GINT64_FORMAT "}", line->time);
  if (line->took > 0)
    g_string_append_printf (lines, "{+%" G_GINT64_FORMAT "}", line->took);
  if (line->section != NULL)
    g_string_append_printf (lines, "{%s %s}", marks[line->mark], line->section);
  else if (line->mark != LINE_MARK_NONE)
    g_string_append_printf (lines, "{%s}", marks[line->mark]);

  g_string_append_len (lines, line->text, line->length);
  for (guint i = 0; i < line->n_styles; i++)
    g_string_append_printf (lines, "{%u+%u:%u%s}", line->styles[i].start, line->styles[i].length,
                            line->styles[i].colour, line->styles[i].bold ? "b" : "");
  g_string_append_c (lines, '\n');
}

static char *
clean (const CiFormats  *formats,
       const char       *bytes,
       gsize             length,
       gsize             chunk,
       char            **ret_ci)
{
  GString *lines = g_string_new (NULL);
  g_autoptr (Cleaner) cleaner = cleaner_new (formats, got_line, lines);

  for (gsize done = 0; done < length; done += MIN (chunk, length - done))
    cleaner_push (cleaner, (const guint8 *) bytes + done, MIN (chunk, length - done));
  cleaner_finish (cleaner);
  *ret_ci = g_strdup (cleaner_get_ci (cleaner));

  return g_string_free (lines, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *this = data;
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CiFormats) formats = ci_formats_load (warnings);

  g_assert_cmpuint (warnings->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (chunks); i++) {
    g_autofree char *ci = NULL;
    g_autofree char *lines = clean (formats, this->bytes, strlen (this->bytes), chunks[i], &ci);

    g_assert_cmpstr (lines, ==, this->lines);
    g_assert_cmpstr (ci, ==, this->ci);
  }
}

static void
test_without_formats (void)
{
  const char *bytes = "\033_bk;t=1\007--- x\n";
  g_autofree char *ci = NULL;
  g_autofree char *lines = clean (NULL, bytes, strlen (bytes), G_MAXSIZE, &ci);

  g_assert_cmpstr (lines, ==, "--- x\n");
  g_assert_cmpstr (ci, ==, "");
}

/* What the first lines decide holds for the rest, and a late line can still tell the CI. */
static void
test_long_log (void)
{
  g_autoptr (CiFormats) formats = ci_formats_load (NULL);
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autoptr (GString) want = g_string_new (NULL);
  g_autofree char *lines = NULL;
  g_autofree char *ci = NULL;

  for (guint i = 0; i < 300; i++) {
    g_string_append_printf (bytes, "[2025-05-20T03:26:38Z] %u\n", i);
    g_string_append_printf (want, "{1747711598000}%u\n", i);
  }
  lines = clean (formats, bytes->str, bytes->len, 100, &ci);
  g_assert_cmpstr (lines, ==, want->str);
  g_clear_pointer (&lines, g_free);
  g_clear_pointer (&ci, g_free);

  g_string_truncate (bytes, 0);
  for (guint i = 0; i < 300; i++)
    g_string_append_printf (bytes, "%u\n", i);
  g_string_append (bytes, "~~~ Running commands\n");
  lines = clean (formats, bytes->str, bytes->len, 100, &ci);
  g_assert_true (g_str_has_suffix (lines, "\n{start Running commands}~~~ Running commands\n"));
  g_assert_cmpstr (ci, ==, "buildkite");
}

/* One line of a log that pauses suffices; what follows goes on as it was decided. */
static void
test_flush (void)
{
  const char *start = "[2025-05-20T03:26:38Z] ";
  const char *line = "1\n";
  const char *rest = STAMPED_LINE ("38", "5") STAMPED_LINE ("38", "6");
  g_autoptr (CiFormats) formats = ci_formats_load (NULL);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (Cleaner) cleaner = cleaner_new (formats, got_line, lines);

  cleaner_push (cleaner, (const guint8 *) start, strlen (start));
  cleaner_flush (cleaner);
  g_assert_cmpstr (lines->str, ==, "");
  cleaner_push (cleaner, (const guint8 *) line, strlen (line));
  cleaner_flush (cleaner);
  g_assert_cmpstr (lines->str, ==, "{1747711598000}1\n");
  cleaner_push (cleaner, (const guint8 *) rest, strlen (rest));
  cleaner_flush (cleaner);
  g_assert_true (g_str_has_suffix (lines->str, "{1747711598000}6\n"));
  cleaner_push (cleaner, (const guint8 *) rest, strlen (rest));
  cleaner_finish (cleaner);
  g_assert_true (g_str_has_suffix (lines->str, "}6\n{1747711598000}5\n{1747711598000}6\n"));
}

/* A line of many rows keeps its time and its colours. */
static void
test_line_of_many_rows (void)
{
  g_autoptr (CiFormats) formats = ci_formats_load (NULL);
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autofree char *bytes = g_strconcat ("\033_bk;t=5\007\033[31m", text, "\033[0m.\nend\n", NULL);
  g_autofree char *want = g_strconcat ("{5}", text, ".{0+100000:1}\nend\n", NULL);
  g_autofree char *ci = NULL;
  g_autofree char *lines = clean (formats, bytes, strlen (bytes), 1000, &ci);

  g_assert_true (g_str_equal (lines, want));
}

typedef struct {
  GString *text;
  guint    n_lines;
  guint    n_parts;
} CutLine;

static void
got_part (const Line *line,
          gpointer    user_data)
{
  CutLine *whole = user_data;

  g_assert_cmpuint (line->length, <=, LINE_LIMIT + 8192);
  if (whole->n_parts > 0)
    g_assert_true (line->mark == LINE_MARK_NONE && line->section == NULL);
  whole->n_parts++;
  g_string_append_len (whole->text, line->text, line->length);
  if (!line->is_cut) {
    whole->n_lines++;
    g_string_append_c (whole->text, '\n');
  }
}

static void
test_line_that_is_cut (void)
{
  g_autofree char *text = g_strnfill (3 * LINE_LIMIT, 'x');
  g_autofree char *bytes = g_strconcat ("--- ", text, "\n", NULL);
  g_autoptr (CiFormats) formats = ci_formats_load (NULL);
  CutLine whole = { g_string_new (NULL), 0, 0 };
  g_autoptr (Cleaner) cleaner = cleaner_new (formats, got_part, &whole);

  cleaner_push (cleaner, (const guint8 *) "\033_bk;t=1\007", 10);
  cleaner_push (cleaner, (const guint8 *) bytes, strlen (bytes));
  cleaner_finish (cleaner);

  g_assert_true (g_str_equal (whole.text->str, bytes));
  g_assert_cmpuint (whole.n_lines, ==, 1);
  g_assert_cmpuint (whole.n_parts, ==, 3 + 1);
  g_string_free (whole.text, TRUE);
}

/* Nothing of one part's terminal, stamps or CI is left in the next one. */
static void
test_parts (void)
{
  const char *one = "\033_bk;t=7\007--- one\n\033_bk;t=8\007\033[31mtwo\nthree\033[A";
  const char *other = "2026-01-02T03:04:05.0000000Z ##[group]x\n2026-01-02T03:04:05.0000000Z y\n";
  const char *last = "plain\n";
  g_autoptr (CiFormats) formats = ci_formats_load (NULL);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (Cleaner) cleaner = cleaner_new (formats, got_line, lines);

  cleaner_set_text_only (cleaner);
  cleaner_start_part (cleaner, "a");
  cleaner_push (cleaner, (const guint8 *) one, strlen (one));
  cleaner_start_part (cleaner, "b (3.12)");
  cleaner_push (cleaner, (const guint8 *) other, strlen (other));
  cleaner_start_part (cleaner, "");
  cleaner_push (cleaner, (const guint8 *) last, strlen (last));
  cleaner_finish (cleaner);

  g_assert_cmpstr (lines->str, ==,
                   "{start a}=== a ===\n{start one}--- one\ntwo\nthree\n"
                   "{start b (3.12)}=== b (3.12) ===\n{1767323045000}{start x}x\n"
                   "{1767323045000}y\n{start }===  ===\nplain\n");
  g_assert_cmpstr (cleaner_get_ci (cleaner), ==, "github");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/cleaner/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/cleaner/without-formats", test_without_formats);
  g_test_add_func ("/cleaner/long-log", test_long_log);
  g_test_add_func ("/cleaner/flush", test_flush);
  g_test_add_func ("/cleaner/line-that-is-cut", test_line_that_is_cut);
  g_test_add_func ("/cleaner/line-of-many-rows", test_line_of_many_rows);
  g_test_add_func ("/cleaner/parts", test_parts);

  return g_test_run ();
}
