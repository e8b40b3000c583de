/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "terminal-test.h"

static const TerminalCase cases[] = {
  { "text/plain", "hello\nworld\n", "hello\nworld\n" },
  { "text/last-line-without-end", "one\ntwo", "one\ntwo\n" },
  { "text/empty-lines-stay", "\n\na\n\n", "\n\na\n\n" },
  { "text/nothing", "", "" },
  { "text/trailing-blanks-stay", "a  \nb\t\n", "a  \nb\t\n" },
  { "text/tab-stays", "\tif (x)\n", "\tif (x)\n" },
  { "text/carriage-returns-before-line-end", "a\r\nb\r\r\nc\r", "a\nb\nc\n" },
  { "text/other-separators-are-no-line-end", "a\013b\014c\034d\n", "abcd\n" },
  { "text/no-controls", "a\001b\007c\177d\032e\n", "abcde\n" },

  { "return/what-is-not-covered-stays", "hello\rb\n", "bello\n" },
  { "return/covered", "50%\r100%\n", "100%\n" },
  { "return/exactly-covered", "abc\rxyz\n", "xyz\n" },
  { "return/twice", "aaaa\rbb\rc\n", "cbaa\n" },
  { "return/many-frames", "a 1%\ra 22%\ra 333%\ra 4%\n", "a 4%3%\n" },
  { "return/wide", "日本語\rab\n", "ab本語\n" },
  { "return/half-of-a-wide-character", "日本語\rabc\n", "abc 語\n" },
  { "return/wide-covers", "abcdef\r日本語\n", "日本語\n" },
  { "return/tab-under-text", "a\tb\rxy\n", "xy      b\n" },
  { "return/tab-moves-over-text", "0123456789\r\tX\n", "01234567X9\n" },
  { "return/combining", "e\xcc\x81" "f\rg\n", "gf\n" },
  { "return/accent-of-the-last-covered-goes", "ae\xcc\x81z\rxy\n", "xyz\n" },
  { "return/after-return", "ab\r\rc\n", "cb\n" },

  { "string/title-bell", "a\033]0;title\007b\n", "ab\n" },
  { "string/title-st", "a\033]0;title\033\\b\n", "ab\n" },
  { "string/title-9c", "a\033]0;title\x9c" "b\n", "ab\n" },
  { "string/title-c1-st", "a\033]0;title\xc2\x9c" "b\n", "ab\n" },
  { "string/9c-within-a-character", "a\033]0;✓ ok\007b\n", "ab\n" },
  { "string/c1-introducer", "a\xc2\x9d" "0;title\007b\n", "ab\n" },
  { "string/dcs", "a\033P+q544e\033\\b\n", "ab\n" },
  { "string/pm-and-sos", "a\033^x\033\\b\033Xy\033\\c\n", "abc\n" },
  { "string/apc", "a\033_any;thing\007b\n", "ab\n" },
  { "string/unended-is-text", "\033]0;title\nnext\n", "]0;title\nnext\n" },
  { "string/unended-at-the-end", "FAILED \033_bk;t=12", "FAILED _bk;t=12\n" },
  { "string/unended-before-escape", "\033]0;FAILED x\033[0m\n", "]0;FAILED x\n" },
  { "string/hyperlink", "a \033]8;;http://x/a(b)!+\033\\link\033]8;;\033\\.\n", "a link.\n" },
  { "string/buildkite-link", "a \033]1339;url='http://x/;y';content='the link'\007.\n",
    "a the link (http://x/;y).\n" },
  { "string/buildkite-link-no-content", "\033]1339;url=artifact://a.txt\007\n", "artifact://a.txt\n" },
  { "string/buildkite-image", "a\033]1338;url=\"http://x\";alt=\"foo bar\"\007b\n",
    "a\n[image: foo bar]\nb\n" },
  { "string/inline-image", "\033]1337;File=name=MS5naWY=;inline=1:QUJD\nREVG\007b\n",
    "[image: 1.gif]\nb\n" },
  { "string/inline-image-not-shown", "hi\033]1337;File=name=MS5naWY=;inline=0:AA==\007hello\n",
    "hihello\n" },
  { "string/inline-image-unended", "\033]1337;File=inline=1:AAAA- FAILED\n", "[image]\n- FAILED\n" },
  { "string/link-cannot-smuggle", "\033]1339;url=x;content=a\xe2\x80\xae" "b\rc\007\n",
    "a<U+202E>b c (x)\n" },

  { "utf-8/kept", "日本語 ñ 🎉\n", "日本語 ñ 🎉\n" },
  { "utf-8/broken", "a\xff" "b\xc3(c\xe2\x82\n", "a\xef\xbf\xbd" "b\xef\xbf\xbd(c\xef\xbf\xbd\n" },
  { "utf-8/surrogate", "\xed\xa0\x80\n", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\n" },
  { "utf-8/overlong", "\xc0\xaf\n", "\xef\xbf\xbd\xef\xbf\xbd\n" },
  { "utf-8/cut-at-the-end", "a\xf0\x9f\x8e", "a\xef\xbf\xbd\n" },

  { "erased/kept", "mark:1\r\033[0Khead\n", "{mark:1}head\n" },
  { "erased/kept-twice", "mark:1\r\033[Kmark:2\r\033[K\n", "{mark:1\nmark:2}\n" },
  { "erased/all-of-the-line", "mark:1\r\033[2Khead\n", "{mark:1}head\n" },
  { "erased/not-kept", "Mark:1\r\033[Khead\n", "head\n" },
  { "erased/written-over", "mark:1\rmark:2\rhead\n", "{mark:1\nmark:2}head\n" },
  { "erased/written-over-by-less", "mark:a longer one\r\033[1mhead\033[0m\n",
    "{mark:a longer one}head\n" },
  { "erased/written-over-by-a-tab", "mark:1\r\thead\n", "mark:1  head\n" },
  { "erased/not-from-the-start", "mark:1\b2\n", "mark:2\n" },
  { "erased/not-written-over", "mark:1\r\n", "mark:1\n" },

  { "concealed/taken-out", "\033[8mnote:x\033[0mtext\n", "text\n" },
  { "concealed/kept", "\033[8mhidden\033[0mtext\n", "hiddentext\n" },
  { "concealed/reveal", "\033[8mnote:x\033[28mtext\n", "text\n" },
  { "concealed/line-end", "\033[8mnote:x\nnote:y\n", "\n\n" },
  { "concealed/drawn", "\033[8m\033(0q\033(B\033[0m\n", "─\n" },
  { "concealed/before-an-image", "a\033[8mb\033]1338;url=x\007", "ab\n[image: x]\n" },
  { "concealed/at-the-end", "a\033[8mnote:x", "a\n" },

  { "utf-8/cut-by-a-sequence", "a\xf0\x9f\033[mb\n", "a\xef\xbf\xbd" "b\n" },
  { "utf-8/cut-within-a-string", "\033]0;\xf0\x9f\033[mb\n", "]0;\xef\xbf\xbd" "b\n" },
  { "utf-8/c1-is-gone", "a\xc2\x85" "b\xc2\x84" "c\n", "abc\n" },
  { "utf-8/byte-order-mark", "\xef\xbb\xbf" "a\n", "a\n" },
  { "utf-8/byte-order-mark-within", "a\xef\xbb\xbf" "b\n", "a<U+FEFF>b\n" },
  { "utf-8/hidden", "a\xe2\x80\xae" "b\xe2\x81\xa6\xc2\xad\xf3\xa0\x81\x81\n",
    "a<U+202E>b<U+2066><U+00AD><U+E0041>\n" },
  { "utf-8/separators", "a\xe2\x80\xa8" "b\n", "a<U+2028>b\n" },
  { "utf-8/joined-picture", "👩\xe2\x80\x8d💻\n", "👩\xe2\x80\x8d💻\n" },
  { "utf-8/joiner-elsewhere", "a\xe2\x80\x8d" "b\n", "a<U+200D>b\n" },
  { "utf-8/mark-without-a-character", "\xcc\x81" "a\b\bx\n", "xa\n" },
  { "utf-8/mark-right-of-the-text", "x\033[8G\xcc\x81\b\by\n", "x    y \xcc\x81\n" },
  { "utf-8/refused-characters-make-no-row", "\xc2\x9b" "B\033[C\xef\xbb\xbf", "" },
  { "utf-8/combining-kept-in-cells", "e\xcc\x81 x\by\n", "e\xcc\x81 y\n" },
};

static char *
repeat (const char *text,
        guint       count)
{
  GString *all = g_string_new (NULL);

  while (count-- > 0)
    g_string_append (all, text);

  return g_string_free (all, FALSE);
}

/* Only a line feed ends a line, whatever the rows of the window. */
static void
test_long_line (void)
{
  g_autofree char *text = repeat ("0123456789äöü", 20000);
  g_autofree char *want = g_strconcat (text, "\n", NULL);
  g_autofree char *lines = terminal_show (text, strlen (text), 4096);
  g_autofree char *lines_by_sevens = terminal_show (text, strlen (text), 7);

  g_assert_true (g_str_equal (lines, want));
  g_assert_true (g_str_equal (lines_by_sevens, want));
}

static void
test_long_line_stays_in_cells (void)
{
  g_autofree char *text = repeat ("0123456789", 5000);
  g_autofree char *bytes = g_strconcat ("abc\b", text, "\n", NULL);
  g_autofree char *want = g_strconcat ("ab", text, "\n", NULL);
  g_autofree char *lines = terminal_show (bytes, strlen (bytes), 4096);

  g_assert_true (g_str_equal (lines, want));
}

/* A row that has left the window can no longer be reached. */
static void
test_window (void)
{
  g_autofree char *rows = repeat ("x\n", 150);
  g_autofree char *bytes = g_strconcat (rows, "\033[999Ay", NULL);
  g_autofree char *lines = terminal_show (bytes, strlen (bytes), G_MAXSIZE);

  for (guint i = 0; i < 150; i++)
    g_assert_cmpint (lines[2 * i], ==, i == 51 ? 'y' : 'x');
}

static void
test_unended_string_eats_little (void)
{
  g_autofree char *text = repeat ("word ", 2000);
  g_autofree char *bytes = g_strconcat ("\033_", text, "\n", NULL);
  g_autofree char *want = g_strconcat ("_", text, "\n", NULL);
  g_autofree char *digits = repeat ("1", 1000000);
  g_autofree char *sequence = g_strconcat ("\033[", digits, "Ax\n", NULL);
  g_autofree char *want_sequence = g_strconcat ("[", digits, "Ax\n", NULL);
  g_autofree char *lines = terminal_show (bytes, strlen (bytes), 7);
  g_autofree char *lines_of_sequence = terminal_show (sequence, strlen (sequence), 4096);

  g_assert_cmpstr (lines, ==, want);
  g_assert_true (g_str_equal (lines_of_sequence, want_sequence));
}

/* None of these may take long, however often. */
static void
test_hostile (void)
{
  static const char * const parts[] = {
    "\033[999999999B", "\033[99A\033[99B", "\0337\0338", "x\b", "\rx", "\033[1;1Hx", "\033[2J",
    "\033[99L", "\033[99M", "\033[@", "\033[P", "e\xcc\x81\r", "\033[1K", "\t\b", "\033[K",
    "\033]", "\xc2\x9d", "\033[99T", "日\b", "\rx\n\033[A", "\rx\033[C", "\033c",
  };
  const guint count = g_test_thorough () ? 1000000 : 10000;
  g_autofree char *long_line = repeat ("äxyz", 4000);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autofree char *bytes = repeat (parts[i], count);
    g_autofree char *after_long_line = g_strconcat (long_line, bytes, NULL);

    g_free (terminal_show (bytes, strlen (bytes), 65536));
    g_free (terminal_show (after_long_line, strlen (after_long_line), 65536));
  }
}

/* As the corpus's README compares: blanks at line ends and empty lines at the end do not count. */
static char *
get_shape (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *joined = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    g_strchomp (lines[i]);
  joined = g_strjoinv ("\n", lines);

  return g_strdup (g_strchomp (joined));
}

static void
check_corpus_file (const char *folder,
                   const char *raw_name)
{
  g_autofree char *base = g_strndup (raw_name, strlen (raw_name) - strlen (".raw"));
  g_autofree char *text_name = g_strconcat (base, ".txt", NULL);
  g_autofree char *raw_path = g_build_filename (folder, raw_name, NULL);
  g_autofree char *text_path = g_build_filename (folder, text_name, NULL);
  g_autofree char *raw = NULL;
  g_autofree char *text = NULL;
  g_autofree char *want = NULL;
  g_autofree char *portable = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *got = NULL;
  gsize length;

  g_test_message ("%s", raw_name);
  g_assert_true (g_file_get_contents (raw_path, &raw, &length, NULL));
  g_assert_true (g_file_get_contents (text_path, &text, NULL, NULL));
  want = get_shape (text);

  whole = terminal_show_cut (raw, length);
  got = get_shape (whole);
  g_assert_cmpstr (got, ==, want);
  portable = terminal_show_portably (raw, length);
  g_assert_true (g_str_equal (portable, whole));
}

static void
test_corpus (void)
{
  const char *corpus = g_getenv ("CULPRIT_CORPUS");
  g_autofree char *folder = g_build_filename (corpus != NULL ? corpus : "", "terminal", NULL);
  g_autoptr (GDir) dir = corpus != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  if (dir == NULL) {
    g_test_skip ("CULPRIT_CORPUS names no folder with logs");
    return;
  }

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".raw"))
      check_corpus_file (folder, name);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  terminal_add_cases (cases, G_N_ELEMENTS (cases));
  g_test_add_func ("/terminal/long-line", test_long_line);
  g_test_add_func ("/terminal/long-line-stays-in-cells", test_long_line_stays_in_cells);
  g_test_add_func ("/terminal/window", test_window);
  g_test_add_func ("/terminal/unended-string-eats-little", test_unended_string_eats_little);
  g_test_add_func ("/terminal/hostile", test_hostile);
  g_test_add_func ("/terminal/corpus", test_corpus);

  return g_test_run ();
}
