/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "masker.h"

#define START "ghp_0123456789abcdef"
#define REST  "ghijABCDEFGHIJ012345"
#define MASK  "[REDACTED:github-token]"
#define JWT_1 "eyJhbGciOiJIUzI1NiJ9abcdefghij"
#define JWT_2 ".eyJzdWIiOiIxMjM0NTY3ODkwIn0ab"
#define JWT_3 "cdefghijklmnopqrstuvwxyzABCDEF"
#define JWT_4 "GHIJ.KLMNOPQRST"
#define JWT   "[REDACTED:jwt]"
#define JWT_LONG_1 "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9abcdefghijklmnopqrstuvwxyz01"
#define JWT_LONG_2 "23456789.eyJzdWIiOiIxMjM0NTY3ODkwIn0abcdefghijklmnopqrstuvwxyzAB"
#define JWT_LONG_3 "CDEFGHIJKLMNOPQRSTUVWXYZ.abcdefghijklm"

typedef struct {
  const char *text;
  const char *masked;
} Case;

static void
check (const Case *cases,
       guint       n)
{
  for (guint i = 0; i < n; i++) {
    g_autoptr (Masker) masker = masker_new ();
    g_autofree char *masked = masker_dup_text (masker, cases[i].text);

    g_assert_cmpstr (masked, ==, cases[i].masked);
  }
}

static void
test_over_two_lines (void)
{
  static const Case cases[] = {
    { "used " START "\n" REST " next\n", "used " MASK "\n" MASK " next\n" },
    { "used " START "\n" REST, "used " MASK "\n" MASK },
    { "│ x " START " |\n│ x " REST " |\n", "│ x " MASK " |\n│ x " MASK " |\n" },
    { "(W pid=1) " START "\n(W pid=2) " REST "\n", "(W pid=1) " MASK "\n(W pid=2) " MASK "\n" },
    { "    \"" START "\n     " REST "\"\n", "    \"" MASK "\n     " MASK "\"\n" },
    { "export GH_TOKEN=" START "\\\n" REST "\n", "export GH_TOKEN=" MASK "\n" MASK "\n" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_over_many_lines (void)
{
  static const Case cases[] = {
    { JWT_1 "\n" JWT_2 "\n" JWT_3 "\n" JWT_4 "\nnext\n", JWT "\n" JWT "\n" JWT "\n" JWT "\nnext\n" },
    { "a " JWT_1 "\n" JWT_2 "\n" JWT_3 "\n" JWT_4 " b\n", "a " JWT "\n" JWT "\n" JWT "\n" JWT " b\n" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* Lines as wide as those of a key. */
static void
test_as_wide_as_key (void)
{
  static const Case cases[] = {
    { JWT_LONG_1 "\n" JWT_LONG_2 "\n" JWT_LONG_3 "\nnext\n", JWT "\n" JWT "\n" JWT "\nnext\n" },
    { "a\n" JWT_LONG_1 "\n" JWT_LONG_2 "\n" JWT_LONG_3, "a\n" JWT "\n" JWT "\n" JWT },
  };

  check (cases, G_N_ELEMENTS (cases));
}

#define WHOLE_1 "ghs_12345_eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJnaXRodWIiLCJzd"
#define WHOLE_2 "WIiOiJ1c2VyMTIzIiwiZXhwIjoxNzAwMDAwMDAwfQaB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1v"
#define WHOLE_3 "W3xY5zA"

/* The first line is a token by itself, but it is as wide as lines are wrapped, or what follows is no
 * word. */
static void
test_whole_in_first_line (void)
{
  static const Case cases[] = {
    { WHOLE_1 "\n" WHOLE_2 "\n" WHOLE_3 "\nnext\n", MASK "\n" MASK "\n" MASK "\nnext\n" },
    { "to: " WHOLE_1 "\n" WHOLE_2 "wxyz\nabc, next\n", "to: " MASK "\n" MASK "\n" MASK ", next\n" },
    { "(W pid=1) " WHOLE_1 "\n(W pid=1) " WHOLE_2 "\n(W pid=1) " WHOLE_3 " x\n",
      "(W pid=1) " MASK "\n(W pid=1) " MASK "\n(W pid=1) " MASK " x\n" },
    { "│ " WHOLE_1 " │\n│ " WHOLE_2 " │\n│ " WHOLE_3 "     │\n│ next │\n",
      "│ " MASK " │\n│ " MASK " │\n│ " MASK "     │\n│ next │\n" },
    { JWT_LONG_1 JWT_LONG_2 "\n" JWT_LONG_3 "\naB3\n", JWT "\n" JWT "\naB3\n" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* The value of a variable, and a name that the end of the line tears. */
static void
test_variables (void)
{
  static const Case cases[] = {
    { "++ export HF_TOKEN=aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5zA7bC9\ndE1fG3hI5jK7 x\n",
      "++ export HF_TOKEN=[REDACTED:secret]\n[REDACTED:secret] x\n" },
    { "This line is of just eighty columns, as terminals have them, and sets MY_PASSWO\nRD=hunter22 x\n",
      "This line is of just eighty columns, as terminals have them, and sets MY_PASSWO\n"
      "RD=[REDACTED:secret] x\n" },
    { "HF_TOKEN=abcdef123\n3f2504e0 A commit\n", "HF_TOKEN=[REDACTED:secret]\n3f2504e0 A commit\n" },
    { "used words until the line was full, then HF_TOKEN=abcdef123\nQwen/Qwen2.5-VL-3B-Instruct-AWQ\n",
      "used words until the line was full, then HF_TOKEN=[REDACTED:secret]\n"
      "Qwen/Qwen2.5-VL-3B-Instruct-AWQ\n" },
    { "used words until the line was full of them, and then a HF_TOKEN=abcdef1234567890\nPATH1=/usr/bin\n",
      "used words until the line was full of them, and then a HF_TOKEN=[REDACTED:secret]\n"
      "PATH1=/usr/bin\n" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* A list of tokens is none that was wrapped. */
static void
test_one_a_line (void)
{
  static const Case cases[] = {
    { START REST "\n" START REST "\nnext1\n", MASK "\n" MASK "\nnext1\n" },
    { START REST "\nhf_0123456789abcdefghijABCDEFGHIJ01234\nnext1\n",
      MASK "\n[REDACTED:hugging-face-token]\nnext1\n" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* A token that is whole ends with its line. */
static void
test_what_follows_stays (void)
{
  static const Case cases[] = {
    { "used " START REST "\nnext line\n", "used " MASK "\nnext line\n" },
    { "used " START REST "\nnext\n", "used " MASK "\nnext\n" },
    { "see " START "\nthe docs\n", "see " START "\nthe docs\n" },
    { "one MT\ntwo\nthree\n", "one MT\ntwo\nthree\n" },
    { "ends in ghp_\n\nlonger\n", "ends in ghp_\n\nlonger\n" },
    { "hf_\nhf_\nhf_\n", "hf_\nhf_\nhf_\n" },
    { "only " START, "only " START },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* Lines that are kept come before a part of one that is asked for. */
static void
test_part_after_kept_line (void)
{
  g_autoptr (Masker) masker = masker_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  masker_push (masker, "used ghp_", 9, out);
  g_assert_cmpstr (out->str, ==, "");
  masker_push_part (masker, "abcdef", 6, 2, 4, out);
  g_assert_cmpstr (out->str, ==, "used ghp_\ncd");
  masker_push (masker, "used ghp_", 9, out);
  masker_finish (masker, out);
  g_assert_cmpstr (out->str, ==, "used ghp_\ncdused ghp_\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/masker-wrap/over-two-lines", test_over_two_lines);
  g_test_add_func ("/masker-wrap/over-many-lines", test_over_many_lines);
  g_test_add_func ("/masker-wrap/as-wide-as-key", test_as_wide_as_key);
  g_test_add_func ("/masker-wrap/whole-in-first-line", test_whole_in_first_line);
  g_test_add_func ("/masker-wrap/variables", test_variables);
  g_test_add_func ("/masker-wrap/one-a-line", test_one_a_line);
  g_test_add_func ("/masker-wrap/what-follows-stays", test_what_follows_stays);
  g_test_add_func ("/masker-wrap/part-after-kept-line", test_part_after_kept_line);

  return g_test_run ();
}
