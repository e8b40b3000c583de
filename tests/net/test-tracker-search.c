/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tracker-search.h"

#define BASE "https://quill.example/quill/quill/issues?q="

static void
test_words (void)
{
  static const struct {
    const char *text;
    const char *query;
  } cases[] = {
    { "E       assert False", "is%3Aissue%20%22E%20assert%20False%22" },
    { "\n  \n====\n second line \n third", "is%3Aissue%20%22second%20line%22" },
    { "KeyError: \"a b\" & c#1", "is%3Aissue%20%22KeyError%3A%20a%20b%20%26%20c%231%22" },
    { "日本", "is%3Aissue%20%22%E6%97%A5%E6%9C%AC%22" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *url = tracker_search_dup_url ("quill/quill", cases[i].text);
    g_autofree char *expected = g_strconcat (BASE, cases[i].query, NULL);

    g_assert_cmpstr (url, ==, expected);
  }
}

static void
test_nothing (void)
{
  g_assert_null (tracker_search_dup_url ("quill/quill", ""));
  g_assert_null (tracker_search_dup_url ("quill/quill", " \n\t\n------ \"\""));
  g_assert_null (tracker_search_dup_url ("", "a"));
  g_assert_null (tracker_search_dup_url ("quill/quill/../x", "a"));
}

static char *
dup_phrase (const char *text)
{
  g_autofree char *url = tracker_search_dup_url ("quill/quill", text);
  g_autofree char *query = g_uri_unescape_string (url + strlen (BASE), NULL);
  const char *start = strchr (query, '"') + 1;

  return g_strndup (start, (gsize) (strrchr (start, '"') - start));
}

/* A long line is cut between two words, a long word anywhere between two characters. */
static void
test_long (void)
{
  g_autofree char *letters = g_strnfill (190, 'x');
  g_autofree char *words = g_strdup_printf ("%s %s", letters, letters);
  g_autofree char *few = dup_phrase (words);
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autofree char *cut_wide = NULL;

  g_assert_cmpstr (few, ==, letters);
  for (guint i = 0; i < 1000; i++)
    g_string_append (wide, "é");
  cut_wide = dup_phrase (wide->str);
  g_assert_cmpint (g_utf8_strlen (cut_wide, -1), ==, 200);
  g_assert_true (g_utf8_validate (cut_wide, -1, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("CULPRIT_GITHUB_URL", "https://quill.example", TRUE);

  g_test_add_func ("/tracker-search/words", test_words);
  g_test_add_func ("/tracker-search/nothing", test_nothing);
  g_test_add_func ("/tracker-search/long", test_long);

  return g_test_run ();
}
