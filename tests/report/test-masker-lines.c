/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "cleaner.h"
#include "masker.h"
#include "secret-samples.h"

#define KEY_LINE  "MIIEowIBAAKCAQEAx9Zb1cD3eF5gH7iJ9kL1mN3oP5qR7sT9uV1wX3yZ5aB7cD9e"
#define KEY_LINE2 "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtz"
#define SHORT_END "abcdEFGH12345678+/=="
#define BEGIN     "-----BEGIN RSA PRIVATE KEY-----"
#define END       "-----END RSA PRIVATE KEY-----"
#define MASK      "[REDACTED:private-key]"

typedef struct {
  const char *text;
  const char *masked;
} Case;

static void
check (const Case *cases,
       guint       n)
{
  for (guint i = 0; i < n; i++) {
    g_autoptr (SecretList) found = secret_list_new ();
    g_autoptr (Masker) masker = masker_new ();
    g_autofree char *masked = NULL;

    masker_set_list (masker, found);
    masked = masker_dup_text (masker, cases[i].text);
    g_assert_cmpstr (masked, ==, cases[i].masked);
    g_assert_cmpuint (found->n_masked, ==, strstr (masked, MASK) != NULL);
  }
}

static void
test_no_end (void)
{
  static const Case cases[] = {
    { "a\n" BEGIN "\n" KEY_LINE "\n" KEY_LINE2, "a\n" MASK "\n" MASK "\n" MASK },
    { BEGIN "\n" KEY_LINE "\n… 312 lines …\nFAILED\n", MASK "\n" MASK "\n… 312 lines …\nFAILED\n" },
    { BEGIN "\n" KEY_LINE "\nthis is no key's line\nand this neither\n",
      MASK "\n" MASK "\nthis is no key's line\nand this neither\n" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_no_start (void)
{
  static const Case cases[] = {
    { "a\n" KEY_LINE "\n" KEY_LINE2 "\n" END "\nb", "a\n" MASK "\n" MASK "\n" MASK "\nb" },
    { KEY_LINE "\n" KEY_LINE2 "\nabcd==\n" END, MASK "\n" MASK "\n" MASK "\n" MASK },
    { "(W pid=1) " KEY_LINE "\n(W pid=1) " KEY_LINE2 "\n(W pid=1) " END,
      "(W pid=1) " MASK "\n(W pid=1) " MASK "\n(W pid=1) " MASK },
    { "(W pid=1) " KEY_LINE "\n(W pid=1) " SHORT_END "\n(W pid=1) " END,
      "(W pid=1) " MASK "\n(W pid=1) " MASK "\n(W pid=1) " MASK },
    { "+" KEY_LINE "\n+" KEY_LINE2 "\n+" END, "+" MASK "\n+" MASK "\n+" MASK },
    { KEY_LINE "\n" KEY_LINE2 "\nno key\n", KEY_LINE "\n" KEY_LINE2 "\nno key\n" },
    { "-----BEGIN CERTIFICATE-----\n" KEY_LINE "\n" KEY_LINE2 "\n-----END CERTIFICATE-----\n",
      "-----BEGIN CERTIFICATE-----\n" KEY_LINE "\n" KEY_LINE2 "\n-----END CERTIFICATE-----\n" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_prefixes (void)
{
  static const Case cases[] = {
    { "(Worker pid=1) " BEGIN "\n(Worker pid=1) " KEY_LINE "\n(Worker pid=1) abcd==\n(Worker pid=1) " END "\n",
      "(Worker pid=1) " MASK "\n(Worker pid=1) " MASK "\n(Worker pid=1) " MASK "\n(Worker pid=1) " MASK "\n" },
    { "| " BEGIN "\n| " KEY_LINE "\n| abcd==\n| " END "\n", "| " MASK "\n| " MASK "\n| " MASK "\n| " MASK "\n" },
    { "E   " BEGIN "\nE   " KEY_LINE "\nE   " END "\n", "E   " MASK "\nE   " MASK "\nE   " MASK "\n" },
    { "#12 0.341 " BEGIN "\n#12 0.345 " KEY_LINE "\n#12 0.350 ab12==\n#12 0.355 " END "\nx",
      "#12 0.341 " MASK "\n#12 0.345 " MASK "\n#12 0.350 " MASK "\n#12 0.355 " MASK "\nx" },
    { "(A) " BEGIN "\n(B) something else\n(A) " KEY_LINE "\n(A) abcd==\n(A) " END "\n",
      "(A) " MASK "\n(B) something else\n(A) " MASK "\n(A) " MASK "\n(A) " MASK "\n" },
    { "[7.131] " BEGIN "\n[14.1000] " KEY_LINE "\n[140.9] " SHORT_END "\n[141.0] " END "\n",
      "[7.131] " MASK "\n[14.1000] " MASK "\n[140.9] " MASK "\n[141.0] " MASK "\n" },
    { "key: |\n  " BEGIN "\n  " KEY_LINE "\n  " END "\nb: 1", "key: |\n  " MASK "\n  " MASK "\n  " MASK "\nb: 1" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* In a frame, in code spans, and torn where the terminal ended. */
static void
test_laid_out (void)
{
  static const Case cases[] = {
    { "│ " BEGIN "   │\n│ " KEY_LINE " │\n│ abcd==   │\n│ " END " │\n│ b │",
      "│ " MASK "\n│ " MASK " │\n│ " MASK "   │\n│ " MASK " │\n│ b │" },
    { "`" BEGIN "`\n`" KEY_LINE "`\n`" END "`\nb", "`" MASK "\n`" MASK "`\n`" MASK "`\nb" },
    { BEGIN "\n" KEY_LINE "\nab1c\n" KEY_LINE2 "\nab1c\n" SHORT_END SHORT_END "\n" END "\nb",
      MASK "\n" MASK "\n" MASK "\n" MASK "\n" MASK "\n" MASK "\n" MASK "\nb" },
    { "KEY=" BEGIN "\\n" KEY_LINE "\n" KEY_LINE2 "\\nAb1\n" KEY_LINE "\\n" KEY_LINE2 "\\n-----EN\nD RSA PRIVATE KEY-----\nb",
      "KEY=" MASK "\n" MASK "\n" MASK "\n" MASK "\nb" },
    { "KEY=" BEGIN "\\n" KEY_LINE "\nFAILED\n", "KEY=" MASK "\nFAILED\n" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* A line of base64 may start with "+", which is no narrower line's. */
static void
test_plus_is_of_the_key (void)
{
  const char *rest = &KEY_LINE[1];
  g_autofree char *text = g_strconcat (BEGIN "\n+", rest, "\n" KEY_LINE2 "\n+/", rest + 1,
                                       "\n" SHORT_END "\n" END "\nb\n", NULL);
  const Case plus = { text, MASK "\n" MASK "\n" MASK "\n" MASK "\n" MASK "\n" MASK "\nb\n" };

  check (&plus, 1);
}

/* Keys that are written otherwise than with BEGIN and END on lines of their own. */
static void
test_other_keys (void)
{
  static const Case cases[] = {
    { "Private-Lines: 2\n" KEY_LINE "\n" SHORT_END "\nPrivate-MAC: 0123abcd\nb\n",
      MASK "\n" MASK "\n" MASK "\n" MASK "\nb\n" },
    { "LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCk1JSUV2UUlCQURBTkJna3Foa2lHOXcwQkFRRUZB\n"
      "QVNDQktjd2dnU2pBZ0VBQW9JQkFRQ3RrQ1pSMHhYb0hVVkd4cnFDUXhYb0hVVkd4cnFDUXhYb0hV\n"
      "VkdlycnFDUT09\nb\n", MASK "\n" MASK "\n" MASK "\nb\n" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* Of a long line, any part has no more of a secret than its mask. */
static void
test_parts (void)
{
  const char *text = "one HF_TOKEN=abcdef123 two";
  const gsize length = strlen (text);

  for (gsize from = 0; from < length; from++)
    for (gsize to = from; to <= length; to++) {
      g_autoptr (Masker) masker = masker_new ();
      g_autoptr (GString) out = g_string_new (NULL);
      gsize end = masker_push_part (masker, text, length, from, to, out);

      g_assert_cmpuint (end, >=, to);
      for (gsize i = strlen ("one HF_TOKEN="); i < strlen ("one HF_TOKEN=abcdef123"); i++) {
        g_autofree char *rest = g_strdup (text + i);

        rest[MIN (3, strlen ("one HF_TOKEN=abcdef123") - i)] = '\0';
        g_assert_true (strlen (rest) < 3 || strstr (out->str, rest) == NULL);
      }
    }
}

/* Whatever part of a sample's line is given, no STEP bytes of its secrets are in it. */
static void
check_parts (const SecretSample *sample,
             gsize               step)
{
  g_autofree char *line = secret_sample_dup_line (sample);
  g_autofree char *marked = secret_sample_dup_marked (sample);
  g_auto (GStrv) parts = g_strsplit (marked, "«", -1);
  gsize length = strlen (line);

  for (gsize from = 0; from < length; from += step)
    for (gsize to = from + step; to <= length; to += step) {
      g_autoptr (Masker) masker = masker_new ();
      g_autoptr (GString) out = g_string_new (NULL);

      masker_push_part (masker, line, length, from, to, out);
      for (guint i = 1; parts[i] != NULL; i++) {
        const char *end = strstr (parts[i], "»");

        for (const char *p = parts[i]; p + step <= end; p++) {
          g_autofree char *piece = g_strndup (p, step);

          g_assert_null (strstr (out->str, piece));
        }
      }
    }
}

static void
test_parts_of_all (void)
{
  g_autoptr (GPtrArray) samples = secret_samples_load ();

  for (guint i = 0; i < samples->len; i++) {
    const SecretSample *sample = g_ptr_array_index (samples, i);

    if (strstr (sample->text, SECRET_SAMPLE_LINE_END) == NULL)
      check_parts (sample, 9);
  }
}

static void
got_line (const Line *line,
          gpointer    user_data)
{
  g_string_append_len (user_data, line->text, line->length);
  if (!line->is_cut)
    g_string_append_c (user_data, '\n');
}

/* What the terminal puts into a secret is gone before it is looked for. */
static void
test_cleaned (void)
{
  static const char * const texts[] = {
    "gh\033[1mp_0123456789abcdefghijABC\033[0mDEFGHIJ0123456789\n",
    "\033[31mg\033[32mh\033[33mp\033[34m_\033[0m0123456789abcdefghijABCDEFGHIJ0123456789\n",
    "ghp_0123456789abcdef\033_bk;t=1700000000000\007ghijABCDEFGHIJ0123456789\n",
    "xxxxxxxxxxxxxx\rghp_0123456789abcdefghijABCDEFGHIJ0123456789\n",
    "ghp_0123456789abcdefghij\033]8;;http://x\033\\ABCDEFGHIJ0123456789\033]8;;\033\\\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GString) clean = g_string_new (NULL);
    g_autoptr (Cleaner) cleaner = cleaner_new (NULL, got_line, clean);
    g_autoptr (Masker) masker = masker_new ();
    g_autofree char *masked = NULL;

    cleaner_push (cleaner, (const guint8 *) texts[i], strlen (texts[i]));
    cleaner_finish (cleaner);
    masked = masker_dup_text (masker, clean->str);
    g_assert_cmpstr (masked, ==, "[REDACTED:github-token]\n");
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/masker-lines/no-end", test_no_end);
  g_test_add_func ("/masker-lines/no-start", test_no_start);
  g_test_add_func ("/masker-lines/prefixes", test_prefixes);
  g_test_add_func ("/masker-lines/laid-out", test_laid_out);
  g_test_add_func ("/masker-lines/plus-is-of-the-key", test_plus_is_of_the_key);
  g_test_add_func ("/masker-lines/other-keys", test_other_keys);
  g_test_add_func ("/masker-lines/parts", test_parts);
  g_test_add_func ("/masker-lines/parts-of-all", test_parts_of_all);
  g_test_add_func ("/masker-lines/cleaned", test_cleaned);

  return g_test_run ();
}
