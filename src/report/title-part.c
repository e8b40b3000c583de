/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "own-string.h"

#include "title-part.h"

/* What stands in brackets reads well twice, and hardly ever three times. */
#define MAX_DEPTH 2

/* Characters that stand once instead of again and again, to be worth brackets. */
#define WORTH_BRACKETS 5

/* A name may be cut after one of these … */
#define CUT_AFTER "/:._-[( #>,="

/* … and where all that it is compared to have one of these next. */
#define CUT_BEFORE "/:[(. #\002"

static void
append_escaped (GString    *out,
                const char *text,
                gsize       length)
{
  for (gsize i = 0; i < length; i++) {
    char c = text[i];

    if (c == TITLE_PART_START)
      g_string_append_c (out, '^');
    else if (c == TITLE_PART_END)
      g_string_append_c (out, '$');
    else if (c == TITLE_PART_DOT)
      g_string_append (out, "\\.");
    else if (c == TITLE_PART_ANYTHING)
      g_string_append (out, ".*");
    else if (strchr ("\\^$|()[]{}*+?", c) != NULL)
      g_string_append_printf (out, "\\%c", c);
    else
      g_string_append_c (out, c);
  }
}

char *
title_part_dup_pattern (const char *part)
{
  GString *pattern = g_string_new (NULL);

  append_escaped (pattern, part, strlen (part));

  return g_string_free (pattern, FALSE);
}

/* Whether A, of which the I bytes before are B's too, may be cut there. */
static gboolean
is_cut (const char *a,
        const char *b,
        gsize       i)
{
  if (strchr (CUT_AFTER, a[i - 1]) != NULL)
    return TRUE;
  if (a[i] == '\0' || b[i] == '\0')
    return FALSE;

  return (g_ascii_islower (a[i - 1]) && g_ascii_isupper (a[i]) && g_ascii_isupper (b[i])) ||
         (strchr (CUT_BEFORE, a[i]) != NULL && strchr (CUT_BEFORE, b[i]) != NULL);
}

gsize
title_parts_get_common (const char *a,
                        const char *b,
                        gsize       offset)
{
  gsize end = offset;

  while (a[end] != '\0' && a[end] == b[end])
    end++;
  while (end > offset && !is_cut (a, b, end))
    end--;

  return end - offset;
}

/* Whether PART has one of the first N parts, or one of those from FIRST on, in it. */
static gboolean
has_other_part (GPtrArray  *parts,
                const char *part,
                guint       n,
                guint       first)
{
  for (guint i = 0; i < parts->len; i++)
    if ((i < n || i >= first) && strstr (part, g_ptr_array_index (parts, i)) != NULL)
      return TRUE;

  return FALSE;
}

void
title_parts_clean (GPtrArray *parts)
{
  guint n = 0;

  g_ptr_array_sort (parts, own_string_compare);
  for (guint i = 0; i < parts->len; i++) {
    char *part = g_ptr_array_index (parts, i);

    if (has_other_part (parts, part, n, i + 1))
      continue;
    g_ptr_array_index (parts, i) = g_ptr_array_index (parts, n);
    g_ptr_array_index (parts, n) = part;
    n++;
  }
  g_ptr_array_set_size (parts, n);
}

/* Neighbours FIRST to LAST of the sorted parts, without the OFFSET bytes that are written. */
typedef struct {
  GPtrArray *parts;
  guint      first;
  guint      last;
  gsize      offset;
} Range;

static const char *
range_get (const Range *range,
           guint        index)
{
  return (const char *) g_ptr_array_index (range->parts, index) + range->offset;
}

static gsize
range_get_common (const Range *range,
                  guint        first,
                  guint        last)
{
  return title_parts_get_common (g_ptr_array_index (range->parts, first),
                                 g_ptr_array_index (range->parts, last), range->offset);
}

/* Bytes that all end with and that do not belong to the word before: "]", "::test_x". */
static gsize
range_get_suffix (const Range *range)
{
  const char *first = range_get (range, range->first);
  gsize length = strlen (first);

  for (guint i = range->first + 1; i <= range->last; i++) {
    const char *part = range_get (range, i);
    gsize part_length = strlen (part);
    gsize same = 0;

    while (same + 1 < MIN (length, part_length) &&
           part[part_length - 1 - same] == first[strlen (first) - 1 - same])
      same++;
    length = same;
  }
  while (length > 0 && strchr ("/:._-]) #>,\002", first[strlen (first) - length]) == NULL)
    length--;

  return length;
}

static gboolean
range_is_in_others (const Range *range)
{
  for (guint i = range->first; i <= range->last; i++)
    if (range_get (range, i)[0] == '\0')
      return TRUE;

  return FALSE;
}

/* The last neighbour of AT that has so much in common with it that brackets are worth it. */
static guint
find_group_end (const Range *range,
                guint        at,
                guint        depth)
{
  guint end = at;

  for (guint i = at + 1; i <= range->last && depth < MAX_DEPTH; i++) {
    gsize common = range_get_common (range, at, i);

    if (common == 0)
      break;
    if ((i - at) * common >= WORTH_BRACKETS)
      end = i;
  }

  return end;
}

static void append_range (GString *out,
                          Range    range,
                          guint    depth);

/* The alternatives, one after the other, each without the SUFFIX bytes at its end. */
static void
append_alternatives (GString     *out,
                     const Range *range,
                     gsize        suffix,
                     guint        depth)
{
  guint i = range->first;

  while (i <= range->last) {
    guint end = suffix > 0 ? i : find_group_end (range, i, depth);

    if (i > range->first)
      g_string_append_c (out, '|');
    if (end > i)
      append_range (out, (Range) { range->parts, i, end, range->offset }, depth);
    else
      append_escaped (out, range_get (range, i), strlen (range_get (range, i)) - suffix);
    i = end + 1;
  }
}

static void
append_range (GString *out,
              Range    range,
              guint    depth)
{
  gsize common = range.first == range.last ? strlen (range_get (&range, range.first))
                                           : range_get_common (&range, range.first, range.last);
  gsize suffix;
  gboolean in_brackets;

  append_escaped (out, range_get (&range, range.first), common);
  range.offset += common;
  if (range.first == range.last)
    return;

  suffix = range_is_in_others (&range) ? 0 : range_get_suffix (&range);
  in_brackets = common + suffix > 0;
  if (in_brackets)
    g_string_append_c (out, '(');
  append_alternatives (out, &range, suffix, depth + in_brackets);
  if (in_brackets)
    g_string_append_c (out, ')');
  append_escaped (out, range_get (&range, range.first) +
                  strlen (range_get (&range, range.first)) - suffix, suffix);
}

char *
title_parts_dup_pattern (GPtrArray *parts)
{
  GString *pattern = g_string_new (NULL);

  g_ptr_array_sort (parts, own_string_compare);
  if (parts->len > 0)
    append_range (pattern, (Range) { parts, 0, parts->len - 1, 0 }, 0);

  return g_string_free (pattern, FALSE);
}
