/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "find-pattern.h"

/* What TEXT finds in SUBJECT: "2-4 8-10" (transfer full). */
static char *
find_all (const char *text,
          FindFlags   flags,
          const char *subject)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FindPattern) pattern = find_pattern_new (text, flags, &error);
  g_autoptr (FindMatcher) matcher = NULL;
  GString *found = g_string_new (NULL);
  gsize at = 0;
  gsize start;
  gsize end;

  g_assert_no_error (error);
  matcher = find_matcher_new (pattern);
  for (; find_matcher_find (matcher, subject, strlen (subject), at, &start, &end); at = end) {
    g_assert_cmpuint (start, >=, at);
    g_assert_cmpuint (end, >, start);
    g_string_append_printf (found, "%s%" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT, found->len > 0 ? " " : "", start, end);
  }

  return g_string_free (found, FALSE);
}

static void
check (const char *text,
       FindFlags   flags,
       const char *subject,
       const char *expected)
{
  g_autofree char *found = find_all (text, flags, subject);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_words (void)
{
  check ("error", FIND_DEFAULT, "Error: no error\nERROR", "0-5 10-15 16-21");
  check ("error", FIND_MATCH_CASE, "Error: no error\nERROR", "10-15");
  check ("a.b", FIND_DEFAULT, "axb a.b", "4-7");
  check ("(", FIND_DEFAULT, "f(x)", "1-2");
  check ("ß", FIND_DEFAULT, "Straße", "4-6");
  check ("ÄRGER", FIND_DEFAULT, "ärger", "0-6");
  check ("aa", FIND_DEFAULT, "aaaa", "0-2 2-4");
  check ("x", FIND_DEFAULT, "", "");
}

static void
test_regex (void)
{
  check ("^err", FIND_REGEX, "err\nno err\nerr", "0-3 11-14");
  check ("r$", FIND_REGEX, "er\nerx\nr", "1-2 7-8");
  check ("[0-9]+ s", FIND_REGEX, "12 s, 3 s", "0-4 6-9");
  check ("e.", FIND_REGEX | FIND_MATCH_CASE, "Ex ey", "3-5");
}

/* A match never goes beyond its line. */
static void
test_lines (void)
{
  check ("a\\s+b", FIND_REGEX, "a\nb a b\na", "4-7");
  check ("[^x]+", FIND_REGEX, "ab\ncd", "0-2 3-5");
  check ("(?s)a.*", FIND_REGEX, "a1\na2", "0-2 3-5");
  check ("b\\n", FIND_REGEX, "b\nb", "");
}

/* What is found in a line does not depend on the lines around it. */
static void
test_alone (void)
{
  check ("\\Ab", FIND_REGEX, "a\nb\nb", "2-3 4-5");
  check ("a\\z", FIND_REGEX, "a\na b\na", "0-1 6-7");
  check ("a(?!\\s)", FIND_REGEX, "a\na b\nab", "0-1 6-7");
  check ("(?<!\\n)b", FIND_REGEX, "a\nb", "2-3");
  check ("a(?=\\nb)", FIND_REGEX, "a\nb", "");
  check ("a\\s*+$", FIND_REGEX, "a\nb", "0-1");
  check ("a\\s*\\E+$", FIND_REGEX, "a\nb", "0-1");
  check ("a\\s*\\Q\\E+$", FIND_REGEX, "a\nb", "0-1");
  check ("\\Qa\\E+$", FIND_REGEX, "a\nb", "0-1");
  check ("(?>a\\s*)$", FIND_REGEX, "a\nb", "0-1");
  check ("a(*COMMIT)b|c", FIND_REGEX, "aa\nab\nc", "3-5 6-7");
  check ("(?s)a.*b", FIND_REGEX, "ax\nab b", "3-7");
  check ("(?:a|b)\\s+c", FIND_REGEX, "a\nc b c", "4-7");
}

/* A line is looked for by what each match has, and is tried from its start or from the hit before. */
static void
test_literal (void)
{
  check ("\\d+ error", FIND_REGEX, "error\n1 Error 2 error\n3 err", "6-13 14-21");
  check ("\\d+ error", FIND_REGEX | FIND_MATCH_CASE, "1 Error 2 error error", "8-15");
  check ("\\w+ größe\\b", FIND_REGEX, "x größen\na GRÖSSE\nb GRÖßE", "21-30");
  check ("a\\s*error", FIND_REGEX, "a\nerror a error", "8-15");
  check ("^.*?: lost$", FIND_REGEX, "x: lost y\ny: lost\n: lost", "10-17 18-24");
}

/* What is read next is put where the last was. */
static void
test_other_text (void)
{
  g_autoptr (FindPattern) pattern = find_pattern_new ("\\d+ error", FIND_REGEX, NULL);
  g_autoptr (FindMatcher) matcher = find_matcher_new (pattern);
  char text[] = "1 error\nlines\n";
  gsize start;
  gsize end;

  g_assert_true (find_matcher_find (matcher, text, strlen (text), 0, &start, &end));
  g_assert_cmpuint (end, ==, 7);
  g_assert_false (find_matcher_find (matcher, text, strlen (text), end, &start, &end));
  memcpy (text, "abcdef\n2 error", sizeof text);
  g_assert_true (find_matcher_find (matcher, text, strlen (text), 0, &start, &end));
  g_assert_cmpuint (start, ==, 7);
  g_assert_cmpuint (end, ==, 14);
}

static void
test_empty (void)
{
  check ("a*", FIND_REGEX, "baab", "1-3");
  check ("^", FIND_REGEX, "a\nb", "");
  check ("(?=a)", FIND_REGEX, "aa", "");
}

static void
test_wrong (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (find_pattern_new ("äb(c", FIND_REGEX, &error));
  g_assert_error (error, FIND_PATTERN_ERROR, error->code);
  g_assert_true (g_str_has_suffix (error->message, " at 4"));
  g_clear_error (&error);
  g_assert_null (find_pattern_new ("\\C", FIND_REGEX, &error));
  g_assert_nonnull (error);
}

/* The line that is too much for the pattern has none, the others have theirs. */
static void
test_too_much (void)
{
  g_autofree char *long_line = g_strnfill (50000, 'a');
  g_autofree char *subject = g_strconcat ("ab\n", long_line, "\nab", NULL);
  g_autofree char *found = find_all ("(a+)+b", FIND_REGEX, subject);

  g_assert_true (g_str_has_prefix (found, "0-2 "));
  g_assert_true (g_str_has_suffix (found, " 50004-50006"));
}

/* One that calls itself goes on, or ends at once where it would without end. */
static void
test_calls (void)
{
  check ("\\((?:[^()]|(?R))*\\)", FIND_REGEX, "a(b(c)d)e\n(f", "1-8");
  check ("(a|b(?1)c)x", FIND_REGEX, "bbaccx", "0-6");
  check ("||(?R)", FIND_REGEX, "error\nok", "");
  check ("(?<n>a|\\g<n>)b", FIND_REGEX, "ab", "0-2");
  check ("(a|b(?-1)c)x", FIND_REGEX, "bbaccx", "0-6");
  check ("\\\\||(?R)", FIND_REGEX, "\\", "0-1");
}

/* What only looks like a call does not count as one, which may not go back as far. */
static void
test_no_calls (void)
{
  static const char *texts[] = { "\\(?1.*z", "(?-i)\\(1.*z", "(?i-s)\\(1.*z", "\\\\?\\(1.*z" };
  g_autofree char *rest = g_strnfill (20000, 'a');
  g_autofree char *subject = g_strconcat ("(1z", rest, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    check (texts[i], FIND_REGEX, subject, "0-3");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/log/find-pattern/words", test_words);
  g_test_add_func ("/log/find-pattern/regex", test_regex);
  g_test_add_func ("/log/find-pattern/lines", test_lines);
  g_test_add_func ("/log/find-pattern/alone", test_alone);
  g_test_add_func ("/log/find-pattern/literal", test_literal);
  g_test_add_func ("/log/find-pattern/other-text", test_other_text);
  g_test_add_func ("/log/find-pattern/empty", test_empty);
  g_test_add_func ("/log/find-pattern/wrong", test_wrong);
  g_test_add_func ("/log/find-pattern/too-much", test_too_much);
  g_test_add_func ("/log/find-pattern/calls", test_calls);
  g_test_add_func ("/log/find-pattern/no-calls", test_no_calls);

  return g_test_run ();
}
