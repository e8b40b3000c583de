/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "literals.h"

#define ROUNDS 100

typedef struct {
  guint id;
  guint end;
} Hit;

static void
found (guint    id,
       gsize    end,
       gpointer user_data)
{
  Hit hit = { id, end };

  g_array_append_val ((GArray *) user_data, hit);
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *hit = a, *other = b;

  return hit->end != other->end ? (int) hit->end - (int) other->end : (int) hit->id - (int) other->id;
}

/* The text ends where its memory does, so that AddressSanitizer sees what reads beyond. The hits
 * are sorted by end. */
static GArray *
scan (Literals   *literals,
      const char *text,
      gsize       length)
{
  g_autofree char *copy = g_memdup2 (text, length);
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  literals_scan (literals, copy, length, found, hits);
  g_array_sort (hits, compare_hits);

  return hits;
}

/* "1@4 2@4 ": what was found and where it ends. */
static char *
dup_hits (GArray *hits)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++) {
    const Hit *hit = &g_array_index (hits, Hit, i);

    g_string_append_printf (text, "%u@%u ", hit->id, hit->end);
  }

  return g_string_free (text, FALSE);
}

static void
check (const char *text,
       const char *expected)
{
  g_autoptr (Literals) literals = literals_new ();
  g_autoptr (GArray) hits = NULL;
  g_autofree char *words = NULL;

  literals_add (literals, "she", LITERAL_ANYWHERE, 1);
  literals_add (literals, "he", LITERAL_ANYWHERE, 2);
  literals_add (literals, "hers", LITERAL_ANYWHERE, 3);
  literals_add (literals, "he", LITERAL_AT_START, 4);
  literals_add (literals, "é", LITERAL_ANYWHERE, 5);
  literals_add (literals, "x", LITERAL_ANYWHERE, 6);
  literals_add (literals, "ushers come", LITERAL_ANYWHERE, 7);
  literals_add (literals, "ushers", LITERAL_AT_START, 8);
  literals_add (literals, "ushers", LITERAL_ANYWHERE, 9);
  literals_add (literals, "ushers", LITERAL_ANYWHERE, 10);
  literals_add (literals, "ushers", LITERAL_ANYWHERE, 11);
  literals_add (literals, "x", LITERAL_ANYWHERE, 12);
  literals_add (literals, ".py:", LITERAL_IN_FIRST_WORD, 13);
  literals_add (literals, ".py", LITERAL_IN_FIRST_WORD, 14);
  literals_add (literals, ".java:", LITERAL_IN_FIRST_WORD, 15);
  literals_add (literals, ".java:", LITERAL_ANYWHERE, 16);
  literals_add (literals, ".java:", LITERAL_BEFORE_DIGIT, 17);
  literals_add (literals, "py:2", LITERAL_AT_END, 18);
  hits = scan (literals, text, strlen (text));
  words = dup_hits (hits);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_scan (void)
{
  check ("", "");
  check ("nothing", "");
  check ("ushers", "1@4 2@4 3@6 8@6 9@6 10@6 11@6 ");
  check (" ushers come", "1@5 2@5 3@7 9@7 10@7 11@7 7@12 ");
  check ("he", "2@2 4@2 ");
  check ("xhehe", "6@1 12@1 2@3 2@5 ");
  check ("caf\303\251", "5@5 ");
  check ("a.py:1: b.py:2", "14@4 13@5 18@14 ");
  check ("  \ta.py:1", "14@7 13@8 ");
  check ("in a.py:1", "");
  check ("A.java:1: B.java:2", "15@7 16@7 17@7 16@17 ");
  check ("A.java:", "15@7 16@7 ");
  check ("A.java: 1", "15@7 16@7 ");
  check ("a py:2: py:23", "");
  check (".py", "14@3 ");
  check ("   ", "");
}

static void
test_none (void)
{
  g_autoptr (Literals) literals = literals_new ();
  g_autoptr (GArray) hits = NULL;

  hits = scan (literals, "text", 4);
  g_assert_cmpuint (hits->len, ==, 0);
}

/* One of few letters, so that much is found by chance. */
static char *
random_text (GRand *chance,
             gsize  length)
{
  const char letters[] = "abE 1\303\251";
  char *text = g_new (char, length + 1);

  for (gsize i = 0; i < length; i++)
    text[i] = letters[g_rand_int_range (chance, 0, 3 + g_rand_int_range (chance, 0, 5))];
  text[length] = '\0';

  return text;
}

static LiteralPlace
get_place (guint i)
{
  return i % (LITERAL_BEFORE_DIGIT + 1);
}

static gsize
get_word_end (const char *text,
              gsize       length)
{
  gsize end = 0;

  while (end < length && text[end] == ' ')
    end++;
  while (end < length && text[end] != ' ')
    end++;

  return end;
}

/* Whether what stands from AT to END counts there. */
static gboolean
counts (LiteralPlace  place,
        const char   *text,
        gsize         length,
        gsize         at,
        gsize         end)
{
  switch (place) {
    case LITERAL_AT_START:
      return at == 0;
    case LITERAL_AT_END:
      return end == length;
    case LITERAL_IN_FIRST_WORD:
      return end <= get_word_end (text, length);
    case LITERAL_BEFORE_DIGIT:
      return end < get_word_end (text, length) && g_ascii_isdigit (text[end]);
    default:
      return TRUE;
  }
}

/* Byte by byte. */
static GArray *
scan_slowly (GPtrArray  *texts,
             const char *text,
             gsize       length)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  for (guint i = 0; i < texts->len; i++) {
    const char *literal = g_ptr_array_index (texts, i);
    gsize size = strlen (literal);

    for (gsize at = 0; at + size <= length; at++)
      if (memcmp (text + at, literal, size) == 0 &&
          counts (get_place (i), text, length, at, at + size))
        found (i, at + size, hits);
  }
  g_array_sort (hits, compare_hits);

  return hits;
}

static void
test_random (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (64854);

  for (guint round = 0; round < ROUNDS; round++) {
    g_autoptr (Literals) literals = literals_new ();
    g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
    guint n = g_rand_int_range (chance, 0, 60);

    for (guint i = 0; i < n; i++) {
      g_ptr_array_add (texts, random_text (chance, g_rand_int_range (chance, 1, 12)));
      literals_add (literals, g_ptr_array_index (texts, i), get_place (i), i);
    }

    for (guint i = 0; i < 20; i++) {
      gsize length = g_rand_int_range (chance, 0, i == 0 ? 2000 : 100);
      g_autofree char *text = random_text (chance, length);
      g_autoptr (GArray) hits = scan (literals, text, length);
      g_autoptr (GArray) expected = scan_slowly (texts, text, length);

      g_assert_cmpmem (hits->data, hits->len * sizeof (Hit),
                       expected->data, expected->len * sizeof (Hit));
    }
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failures/literals/scan", test_scan);
  g_test_add_func ("/failures/literals/none", test_none);
  g_test_add_func ("/failures/literals/random", test_random);

  return g_test_run ();
}
