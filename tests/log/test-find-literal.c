/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "find-literal.h"

static void
check (const char *regex,
       const char *expected)
{
  g_autofree char *literal = find_literal_get (regex);

  g_assert_cmpstr (literal, ==, expected);
}

static void
test_longest (void)
{
  check ("pid=\\d+\\) ERROR", ") ERROR");
  check ("(error|warning).*tokens", "tokens");
  check ("^\\s*at .+\\(main\\.c", "(main.c");
  check ("[a-z]+ größe$", " größe");
  check ("\\d+ of", " of");
}

/* PCRE2 looks for it by itself. */
static void
test_start (void)
{
  check ("error", NULL);
  check ("error: \\d+ of", NULL);
  check ("ab\\d+ lines", " lines");
}

static void
test_short (void)
{
  check ("\\d+ms", NULL);
  check (".*", NULL);
  check ("", NULL);
}

/* What may not be there, or more than once, is not part of it. */
static void
test_quantifiers (void)
{
  check (".errors?", "error");
  check (".errorß*x", "error");
  check (".error{0,3} of", "erro");
  check (".error{ of it", " of it");
  check (".error{\t0,\t2} of", "erro");
  check (".error+ of", "error");
  check (".abc+?def", "abc");
  check (".abc*?def", "def");
  check (".(?:error)?then", "then");
  check (".[error]?then", "then");
}

static void
test_classes (void)
{
  check ("[]abcd]then", "then");
  check ("[^]abcd]then", "then");
  check ("[\\]abcd]then", "then");
  check ("[\\dabcd]then", "then");
  check ("[[:alpha:]]then", NULL);
  check ("[\\Q]\\E]then", NULL);
  check ("([)]error|x)then", "then");
  check ("(\\)error|x)then", "then");
  check ("((error)|x)then", "then");
}

/* Where one thing or another matches, or the words do not say what. */
static void
test_unsure (void)
{
  check (".error|then", NULL);
  check (".error(?i)", NULL);
  check ("(?x). error # it", NULL);
  check (".error(?=then)", NULL);
  check (".(a(?i)b)error", NULL);
  check (".(*ACCEPT)error", NULL);
  check (".(a(*ACCEPT)|b)error", NULL);
  check (".\\Qerror?\\E", NULL);
  check (".\\x41error", NULL);
  check (".error\\", NULL);
  check (".error[", NULL);
  check (".error(", NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/log/find-literal/longest", test_longest);
  g_test_add_func ("/log/find-literal/start", test_start);
  g_test_add_func ("/log/find-literal/short", test_short);
  g_test_add_func ("/log/find-literal/quantifiers", test_quantifiers);
  g_test_add_func ("/log/find-literal/classes", test_classes);
  g_test_add_func ("/log/find-literal/unsure", test_unsure);

  return g_test_run ();
}
