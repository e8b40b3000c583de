/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "log-find.h"

/* Anything is looked for in anything: a byte of flags, the pattern up to a line end, then the log's lines. What is found in
 * the whole store is what is found line by line, in the time that a log of that size may take. */

#define MAX_PATTERN 1000
#define MAX_TEXT    20000
#define MAX_SECONDS 10
#define MAX_COMPARED 100     /* lines */

int LLVMFuzzerTestOneInput (const guint8 *bytes,
                            gsize         length);

/* The hits of a line. */
typedef struct {
  const char *text;
  gsize       length;
  gsize       end;        /* of the hit before */
  guint       n;
} LineHits;

static LineHits hits;

static gboolean
is_boundary (const char *text,
             gsize       length,
             gsize       at)
{
  return at == length || ((guint8) text[at] & 0xc0) != 0x80;
}

static void
got_hit (gsize    start,
         gsize    end,
         gpointer user_data)
{
  g_assert_true (user_data == &hits);
  g_assert_cmpuint (start, >=, hits.end);
  g_assert_cmpuint (start, <, end);
  g_assert_cmpuint (end, <=, hits.length);
  g_assert_true (is_boundary (hits.text, hits.length, start));
  g_assert_true (is_boundary (hits.text, hits.length, end));
  g_assert_null (memchr (hits.text + start, '\n', end - start));
  hits.end = end;
  hits.n++;
}

static void
append_lines (LogStore   *store,
              const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    Line line = { .text = lines[i], .length = strlen (lines[i]), .time = LINE_NO_TIME };

    g_assert_true (log_store_append (store, &line, NULL));
  }
}

static gboolean
check_line (gint64      number,
            const char *text,
            gsize       length,
            gpointer    user_data)
{
  LogFind *find = user_data;

  hits = (LineHits) { text, length, 0, 0 };
  g_assert_cmpuint (log_find_foreach_in_line (find, text, length, got_hit, &hits), ==, hits.n);
  g_assert_cmpint (log_find_has_line (find, number), ==, hits.n > 0);
  g_assert_cmpint (log_find_count_before (find, number + 1) - log_find_count_before (find, number), ==, hits.n);

  return TRUE;
}

static void
check_next (LogFind *find,
            gint64   n_lines)
{
  gint64 n = 0;

  for (gint64 line = log_find_get_next (find, 0, 1); line != 0; line = log_find_get_next (find, line, 1), n++)
    g_assert_true (line <= n_lines && log_find_has_line (find, line));
  for (gint64 line = log_find_get_next (find, G_MAXINT64, -1); line != 0; line = log_find_get_next (find, line, -1))
    n--;
  g_assert_cmpint (n, ==, 0);
}

static void
look_for (FindPattern *pattern,
          const char  *text)
{
  g_autoptr (LogStore) store = log_store_new ();
  g_autoptr (LogFind) find = log_find_new (store, pattern);
  gint64 start = g_get_monotonic_time ();
  gint64 n_lines;

  append_lines (store, text);
  n_lines = log_store_get_n_lines (store);
  g_assert_true (log_find_run (find, NULL));
  g_assert_cmpint (log_find_get_n_searched (find), ==, n_lines);
  g_assert_true (log_store_foreach (store, 1, n_lines, check_line, find));
  g_assert_cmpint (log_find_count_before (find, n_lines + 1), ==, log_find_get_n_hits (find));
  check_next (find, n_lines);
  g_assert_cmpint (g_get_monotonic_time () - start, <, MAX_SECONDS * G_USEC_PER_SEC);
}

static guint
count_hits (FindPattern *pattern,
            const char  *line)
{
  g_autoptr (FindMatcher) matcher = find_matcher_new (pattern);
  gsize at = 0;
  gsize start;
  gsize end;
  guint n = 0;

  for (; find_matcher_find (matcher, line, strlen (line), at, &start, &end); at = end)
    n++;

  return n;
}

/* A group is not looked into for what tells lines apart, and so all of them are tried. */
static void
compare_with_group (FindPattern *pattern,
                    FindFlags    flags,
                    const char  *words,
                    const char  *text)
{
  g_autofree char *group = g_strdup_printf ("(?:%s)", words);
  g_autoptr (FindPattern) grouped = find_pattern_new (group, flags, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", MAX_COMPARED);

  for (guint i = 0; grouped != NULL && lines[i] != NULL; i++)
    g_assert_cmpuint (count_hits (pattern, lines[i]), ==, count_hits (grouped, lines[i]));
}

/* As the cleaner and the window give it. */
static char *
dup_valid (const guint8 *bytes,
           gsize         length)
{
  char *text = g_utf8_make_valid ((const char *) bytes, (gssize) length);

  for (char *at = text; *at != '\0'; at++)
    if ((guint8) *at < ' ' && *at != '\t' && *at != '\n')
      *at = ' ';

  return text;
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes,
                        gsize         length)
{
  const guint8 *end = length > 1 ? memchr (bytes + 1, '\n', length - 1) : NULL;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;
  g_autoptr (FindPattern) pattern = NULL;
  g_autoptr (GError) error = NULL;

  if (end == NULL || end - bytes > MAX_PATTERN)
    return 0;

  words = dup_valid (bytes + 1, (gsize) (end - bytes) - 1);
  text = dup_valid (end + 1, MIN ((gsize) (bytes + length - end) - 1, MAX_TEXT));
  pattern = find_pattern_new (words, bytes[0] & (FIND_REGEX | FIND_MATCH_CASE), &error);
  g_assert_true ((pattern == NULL) == (error != NULL));
  if (pattern != NULL)
    look_for (pattern, text);
  if (pattern != NULL && bytes[0] & FIND_REGEX)
    compare_with_group (pattern, bytes[0] & (FIND_REGEX | FIND_MATCH_CASE), words, text);
  if (pattern == NULL)
    g_assert_true (bytes[0] & FIND_REGEX);

  return 0;
}
