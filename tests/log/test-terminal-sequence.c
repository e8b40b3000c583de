/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "terminal-test.h"

static const TerminalCase cases[] = {
  { "backspace/overwrites", "abc\b\bx\n", "axc\n" },
  { "backspace/spinner", "|\b/\b-\b\\\bdone\n", "done\n" },
  { "backspace/stops-at-start", "hi\b\b\b\b\bbye\n", "bye\n" },
  { "backspace/characters", "€€€€€€\b\b\baaa\n", "€€€aaa\n" },
  { "backspace/style-between", "he\033[32m\033[33m\bllo\n", "hllo\n" },
  { "backspace/half-of-a-wide-character", "a日\bx\n", "a x\n" },

  { "erase/line-after", "remote: 0%\033[K\rremote: 1\033[K\n", "remote: 1\n" },
  { "erase/line-after-within", "hello world\033[6D\033[K\n", "hello\n" },
  { "erase/line-before", "hello\033[1Kfriend!\n", "     friend!\n" },
  { "erase/line-all", "hello friend\033[2K!\n", "            !\n" },
  { "erase/line-all-and-return", "hello friend\033[2K\rok\n", "ok\n" },
  { "erase/line-private", "hello\r\033[?Kok\n", "ok\n" },
  { "erase/display-after", "foo\nbar\033[A\033[Jbaz\n", "foobaz\n" },
  { "erase/display-after-nothing", "foobar\033[0J\n", "foobar\n" },
  { "erase/display-before", "foo\nbar\nbaz\033[A\033[1Jqux", "\n   qux\nbaz\n" },
  { "erase/display-before-nothing", "\033[1Jfoobar\n", "foobar\n" },
  { "erase/display-all", "one\ntwo\n\033[2Jthree\n", "one\ntwo\nthree\n" },
  { "erase/display-all-keeps-the-column", "one\033[2Jtwo\n", "one\n   two\n" },
  { "erase/display-clear", "one\n\033[H\033[2J\033[3Jtwo\n", "one\ntwo\n" },
  { "erase/characters", "abcdef\r\033[3Xx\n", "x  def\n" },

  { "edit/insert-blanks", "abcd\r\033[2C\033[2@xy\n", "abxycd\n" },
  { "edit/delete-characters", "abcdef\r\033[C\033[2P\n", "adef\n" },
  { "edit/insert-line", "one\nthree\033[Ltwo\n", "one\ntwo\nthree\n" },
  { "edit/delete-line", "one\ntwo\nthree\n\033[2A\033[Mx\n", "one\nxhree\n" },
  { "edit/repeat", "-\033[5b|\n", "------|\n" },
  { "edit/repeat-beyond-ascii", "x日\033[2b\n", "x日日日\n" },
  { "edit/repeat-nothing", "\033[5bx\n", "x\n" },
  { "edit/scroll-up", "one\ntwo\033[S", "one\ntwo\n" },
  { "edit/scroll-down", "one\ntwo\r\033[Tx", "\nxne\ntwo\n" },

  { "move/up", "1234\n56\033[1A78\033[B\n", "1278\n56\n" },
  { "move/down", "aaaa\nbbbb\ncccc\033[2A\033[1B\r1234\033[1B", "aaaa\n1234\ncccc\n" },
  { "move/down-beyond-the-text", "great \033[1Bhello\n", "great \n      hello\n" },
  { "move/forward", "this is\033[4Cthat\n", "this is    that\n" },
  { "move/forward-stops-at-the-edge", "a\033[9999Cb\n",
    "a                                                                              "
    "                                                                                b\n" },
  { "move/backward", "this is good\033[4Dpoor\n", "this is poor\n" },
  { "move/backward-too-far", "this is good\033[100Dpoop\n", "poop is good\n" },
  { "move/column", "hello friend\033[Ggoodbye buddy!\n", "goodbye buddy!\n" },
  { "move/column-number", "hello friend\033[7Gworld!\n", "hello world!\n" },
  { "move/next-line", "a\nb\033[2A\033[Ex\n", "a\nx\n" },
  { "move/previous-line", "ab\ncd\033[Fx\n", "xb\ncd\n" },
  { "move/up-too-far", "a\nb\033[99Ax\n", "ax\nb\n" },
  { "move/reverse-index", "meow\npurr\nnyan\033Mrawr\n", "meow\npurrrawr\nnyan\n" },
  { "move/reverse-index-c1", "meow\npurr\xc2\x8dx", "meowx\npurr\n" },
  { "move/index", "ab\033Dc", "ab\n  c\n" },
  { "move/next-line-escape", "ab\033Ec", "ab\nc\n" },
  { "move/position-keeps-what-is-there", "line 1\nline 2\nline 3\n\033[2;3Hm",
    "line 1\nline 2\nline 3\n  m\n" },
  { "move/position-starts-a-line", "one\033[1;1Htwo\033[1;1H\033[1;1Hthree", "one\ntwo\nthree\n" },
  { "move/position-on-a-cleared-screen", "log\n\033[2J\033[1;1Hab\033[3;2Hcd\033[1;2HB\n",
    "log\naB\n\n cd\n" },
  { "move/row-on-a-cleared-screen", "log\n\033[2J\033[1;1Hab\033[2dcd\n", "log\nab\n  cd\n" },
  { "move/restore-without-save", "one\n\0338two\n", "one\ntwo\n" },
  { "move/back-and-up-by-ecma", "ab\ncd\033[j\033[kX\n", "aX\ncd\n" },
  { "move/reverse-index-at-the-top", "ab\033Mc\n", "  c\nab\n" },
  { "move/tabs", "\033[2Ia\033[Zb\n", "                b\n" },
  { "move/own-tab-stops", "\033[3g\033[5C\033H\ra\tb\n", "a    b\n" },
  { "move/clear-a-tab-stop", "\033[8C\033[g\ra\tb\n", "a               b\n" },
  { "move/status-line", "\n\0337\033[0;23r\0338\033[1Aa\n\0337\033[24;0fProgress: 1%\0338b\n",
    "a\nb\n" },
  { "move/status-line-ends-with-a-line", "\033[1;23rone\033[24;1Htwo\nthree\n", "one\nthree\n" },
  { "move/status-line-of-one-row", "\033[;1rone\033[2dtwo\n", "one\n   two\n" },
  { "move/status-line-with-image", "\033[;3ra\033[4f\033]1338;url=x\007\033[1Hb\n", "a\nb\n" },
  { "move/status-line-no-more", "\033[1;23r\033[rone\033[24;1Htwo\n", "one\ntwo\n" },
  { "move/save-and-restore", "ab\0337cd\0338X\n", "abXd\n" },
  { "move/save-and-restore-other-spelling", "ab\033[scd\033[uX\n", "abXd\n" },
  { "move/save-in-another-row", "a\033[sb\nc\033[uX\n", "aX\nc\n" },

  { "sequence/style-spellings", "\033[38:2::1:2:3ma\033[>4;1mb\033[1;31;4:3mc\033[md\n", "abcd\n" },
  { "sequence/private-modes", "\033[?25l\033[?2004ha\033[?1h\033=b\033[6n\033[?25h\n", "ab\n" },
  { "sequence/intermediates", "a\033[2 qb\033[!pc\n", "abc\n" },
  { "sequence/charset", "\033(Bfoo\033)0bar\n", "foobar\n" },
  { "sequence/line-drawing", "\033(0lqk\033(B.\016x\033)0x\017x\n", "┌─┐.x│x\n" },
  { "sequence/line-drawing-beside-other-text", "\033(0äq日q\033(B\n", "ä─日─\n" },
  { "sequence/escape-cancels", "a\033[31\033[mb\n", "ab\n" },
  { "sequence/line-end-cancels", "a\033[31\nhello\n", "a\nhello\n" },
  { "sequence/c1", "a\xc2\x9b" "31mb\n", "ab\n" },
  { "sequence/cut-at-the-end", "a\033[3", "a\n" },
  { "sequence/huge-number", "a\nb\033[99999999999999999999Ac\n", "ac\nb\n" },
  { "sequence/alternate-screen", "one\ntwo\033[?1049h\033[H\033[2Jeditor\nx\033[?1049lthree\n",
    "one\ntwothree\n" },
  { "sequence/alternate-screen-touches-no-row", "one\ntwo\033[2A\033[?1049h\033[99AX\033[?1049l!\n",
    "one!\ntwo\n" },
  { "sequence/malformed", "ab\033[1?Jc\033[!5pd\033[9Je\033[7Kf\033[1gh\n", "abcdefh\n" },
  { "sequence/two-intermediates", "\033(%0q\n", "q\n" },
  { "sequence/alternate-screen-not-left", "one\n\033[?47htwo\n", "one\ntwo\n" },
  { "sequence/alternate-screen-left-twice", "one\n\033[?1047lx\033[?1047ly\n", "one\nxy\n" },
  { "sequence/reset", "one\033cx\n", "one\nx\n" },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  terminal_add_cases (cases, G_N_ELEMENTS (cases));

  return g_test_run ();
}
