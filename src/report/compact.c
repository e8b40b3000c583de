/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "compact.h"

#define MAX_GROUPS        8
#define MAX_GROUP_LENGTH  80
#define RULE_WIDTH        79
#define MIN_RULE_ENDS     8
#define MIN_REPEATS       3
#define MAX_REPEATED      4       /* lines that are repeated together */
#define MIN_DOUBLE_SPACED 4

/* Where each "(…) " at the start of LINE ends. */
static guint
find_groups (const char *line,
             gsize       ends[MAX_GROUPS])
{
  const char *p = line;
  guint n = 0;

  while (n < MAX_GROUPS && *p == '(') {
    gsize length = strcspn (p + 1, "()");

    if (length == 0 || length > MAX_GROUP_LENGTH || p[length + 1] != ')')
      break;
    p += length + 2;
    if (*p == ' ')
      p++;
    else if (*p != '\0')
      break;
    ends[n++] = p - line;
  }

  return n;
}

/* How many of its groups LINE has in common with the line that it follows. */
static guint
count_common (const char  *line,
              const gsize *ends,
              guint        n,
              const char  *before,
              guint        n_before)
{
  guint common = 0;

  while (common < MIN (n, n_before) && strncmp (line, before, ends[common]) == 0)
    common++;

  return common;
}

/* Takes the groups that the lines from FIRST on share off them. Returns the line after the
 * last of these. */
static guint
shorten_run (GPtrArray *lines,
             guint      first)
{
  const char *start = g_ptr_array_index (lines, first);
  gsize start_ends[MAX_GROUPS];
  guint common = find_groups (start, start_ends);
  guint fewest = common;
  guint after = first + 1;
  guint drop;

  if (common < 2)
    return after;

  for (; after < lines->len; after++) {
    const char *line = g_ptr_array_index (lines, after);
    gsize ends[MAX_GROUPS];
    guint n = find_groups (line, ends);
    guint shared = count_common (line, ends, n, start, common);

    if (shared == 0 || n < 2)
      break;
    common = MIN (common, shared);
    fewest = MIN (fewest, n);
  }

  drop = MIN (common, fewest - 1);
  for (guint i = first; drop > 0 && i < after; i++) {
    char *line = g_ptr_array_index (lines, i);

    memmove (line, line + start_ends[drop - 1], strlen (line + start_ends[drop - 1]) + 1);
  }

  return after;
}

/* Whether LINE is a rule without a title: "_ _ _ _" or "=====". */
static gboolean
is_plain_rule (const char *line)
{
  const char accepted[] = { line[0], ' ', '\0' };

  return strchr ("=_-*", line[0]) != NULL && line[strspn (line, accepted)] == '\0';
}

/* LINE as a shorter rule, with its title if it has one; NULL where it is no wide rule. */
static char *
dup_shorter_rule (const char *line)
{
  char rule[2] = { line[0], '\0' };
  gsize length = strlen (line);
  gsize start = strspn (line, rule);
  gsize end = length;
  gsize width;
  GString *shorter;

  if (length <= RULE_WIDTH + 1 || strchr ("=_-*!", line[0]) == NULL)
    return NULL;
  if (is_plain_rule (line))
    return g_strndup (line, RULE_WIDTH);
  if (start < MIN_RULE_ENDS)
    return NULL;
  while (end > start && line[end - 1] == rule[0])
    end--;
  if (length - end < MIN_RULE_ENDS || line[start] != ' ' || line[end - 1] != ' ' || end - start < 3)
    return NULL;

  width = g_utf8_strlen (line + start, end - start);
  width = width < RULE_WIDTH ? MAX ((RULE_WIDTH - width) / 2, MIN_RULE_ENDS) : MIN_RULE_ENDS;
  shorter = g_string_new_len (line + start, end - start);
  for (gsize i = 0; i < width; i++) {
    g_string_prepend_c (shorter, rule[0]);
    g_string_append_c (shorter, rule[0]);
  }

  return g_string_free (shorter, FALSE);
}

/* How often the LENGTH lines from FIRST on stand there. */
static guint
count_repeats (GPtrArray *lines,
               guint      first,
               guint      length)
{
  guint end = first + length;

  while (end < lines->len && g_str_equal (g_ptr_array_index (lines, end - length),
                                          g_ptr_array_index (lines, end)))
    end++;

  return (end - first) / length;
}

/* Takes out the lines that are NULL. */
static void
close_gaps (GPtrArray *lines)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    if (g_ptr_array_index (lines, i) != NULL)
      lines->pdata[n++] = g_steal_pointer (&lines->pdata[i]);
  g_ptr_array_set_size (lines, n);
}

static void
drop_line (GPtrArray *lines,
           guint      i)
{
  g_free (g_ptr_array_index (lines, i));
  g_ptr_array_index (lines, i) = NULL;
}

/* LENGTH lines from FIRST on, which stand there N times, stay once. With OWN_LINE how often is said on a line
 * of its own, as it is where there are several. */
static void
fold (GPtrArray *lines,
      guint      first,
      guint      length,
      guint      n,
      gboolean   own_line)
{
  char *line = g_ptr_array_index (lines, first);

  for (guint i = first + length; i < first + n * length; i++)
    drop_line (lines, i);
  if (length > 1) {
    g_ptr_array_index (lines, first + length) = g_strdup_printf ("… these %u lines (×%u) …", length, n);
  } else if (own_line) {
    g_ptr_array_index (lines, first + 1) = g_strdup_printf ("… (×%u) …", n);
  } else {
    g_ptr_array_index (lines, first) = g_strdup_printf ("%s (×%u)", line, n);
    g_free (line);
  }
}

/* The length of what is repeated from FIRST on, and how often it stands there; 1 and 1 where nothing is. */
static guint
find_repeated (GPtrArray *lines,
               guint      first,
               guint     *ret_n)
{
  const char *line = g_ptr_array_index (lines, first);

  for (guint length = 1; line[0] != '\0' && length <= MAX_REPEATED; length++) {
    *ret_n = first + length < lines->len ? count_repeats (lines, first, length) : 1;
    if (*ret_n >= MIN_REPEATS)
      return length;
  }
  *ret_n = 1;

  return 1;
}

static void
fold_repeats (GPtrArray *lines,
              gboolean   own_line)
{
  guint length;
  guint n;

  for (guint i = 0; i < lines->len; i += n * length) {
    length = find_repeated (lines, i, &n);
    if (n > 1)
      fold (lines, i, length, n, own_line);
  }
  close_gaps (lines);
}

void
compact_fold_repeats (GPtrArray *lines)
{
  fold_repeats (lines, TRUE);
}

static gboolean
is_blank (GPtrArray *lines,
          guint      i)
{
  const char *line = g_ptr_array_index (lines, i);

  return line[0] == '\0';
}

static gboolean
is_double_spaced (GPtrArray *lines)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++) {
    if (is_blank (lines, i))
      continue;
    if (i + 1 < lines->len && !is_blank (lines, i + 1))
      return FALSE;
    n++;
  }

  return n >= MIN_DOUBLE_SPACED;
}

static void
drop_double_spacing (GPtrArray *lines)
{
  for (guint i = 0; i + 1 < lines->len; i++)
    if (!is_blank (lines, i))
      drop_line (lines, ++i);
  close_gaps (lines);
}

void
compact_lines (GPtrArray *lines)
{
  if (is_double_spaced (lines))
    drop_double_spacing (lines);

  for (guint i = 0; i < lines->len; i = shorten_run (lines, i))
    ;

  for (guint i = 0; i < lines->len; i++) {
    char *shorter = dup_shorter_rule (g_ptr_array_index (lines, i));

    if (shorter != NULL) {
      g_free (g_ptr_array_index (lines, i));
      g_ptr_array_index (lines, i) = shorter;
    }
  }
  fold_repeats (lines, FALSE);
}
