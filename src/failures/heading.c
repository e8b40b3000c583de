/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "rule-groups.h"
#include "test-run.h"

#include "heading.h"

static const char separator[] = " - ";

/* Length of what HEADING stands for at the start of TEXT, or 0. */
static gsize
match_heading (const Runner *runner,
               const char   *heading,
               const char   *text,
               gsize         length)
{
  gsize join = strlen (runner->heading_join);
  gsize after = strlen (runner->heading_after);
  gsize at = 0;

  while (*heading != '\0') {
    if (at < length && text[at] == *heading) {
      at++;
      heading++;
    } else if (length - at >= after && strncmp (text + at, runner->heading_after, after) == 0 &&
               strncmp (heading, runner->heading_join, join) == 0) {
      at += after;
      heading += join;
    } else {
      return 0;
    }
  }

  return at;
}

/* Whether one of two paths, or names that start with one, is the end of the other: runners spell a
 * file from where they were started, or from the project's folder. */
static gboolean
is_same_file (const char *one,
              const char *other)
{
  return *one != '\0' && *other != '\0' && (path_ends_with (one, other) || path_ends_with (other, one));
}

gboolean
heading_is_of (const Runner *runner,
               const char   *heading,
               const char   *test)
{
  const char *rest;

  if (*heading == '\0')
    return FALSE;
  if (g_str_equal (heading, test))
    return TRUE;
  rest = runner->heading_after != NULL ? strstr (test, runner->heading_after) : NULL;
  if (rest == NULL)
    return is_same_file (heading, test);
  rest += strlen (runner->heading_after);

  return match_heading (runner, heading, rest, strlen (rest)) == strlen (rest) ||
         (strstr (heading, runner->heading_after) != NULL && is_same_file (heading, test));
}

char *
heading_dup_name (const Runner *runner,
                  const char   *file,
                  const char   *heading)
{
  gsize join = strlen (runner->heading_join);
  const char *end = heading + strcspn (heading, "[");
  GString *name = g_string_new (file);

  g_string_append (name, runner->heading_after);
  while (heading < end && join > 0) {
    if (strncmp (heading, runner->heading_join, join) == 0) {
      g_string_append (name, runner->heading_after);
      heading += join;
    } else {
      g_string_append_c (name, *heading++);
    }
  }
  g_string_append (name, heading);

  return g_string_free (name, FALSE);
}

/* Whether a name may end before byte END of TEXT. */
static gboolean
is_end (const char *text,
        gsize       length,
        gsize       end)
{
  return end == length || (length - end >= sizeof (separator) - 1 &&
                           strncmp (text + end, separator, sizeof (separator) - 1) == 0);
}

static gsize
find_in_parts (const GPtrArray *parts,
               guint            session,
               const char      *text,
               gsize            length)
{
  gsize longest = 0;

  for (guint i = 0; i < parts->len; i++) {
    const TestPart *part = g_ptr_array_index (parts, i);
    gsize end = strlen (part->test);

    if (part->session == session && end > longest && end <= length &&
        strncmp (text, part->test, end) == 0 && is_end (text, length, end))
      longest = end;
  }

  return longest;
}

gsize
heading_find_name (const Runner    *runner,
                   const GPtrArray *parts,
                   const GPtrArray *reports,
                   guint            session,
                   const char      *text,
                   gsize            length)
{
  const char *rest = runner->heading_after != NULL
    ? g_strstr_len (text, length, runner->heading_after) : NULL;
  gsize longest = find_in_parts (parts, session, text, length);
  gsize start;

  if (rest == NULL)
    return longest;
  start = rest - text + strlen (runner->heading_after);

  for (guint i = 0; i < reports->len; i++) {
    const TestReport *report = g_ptr_array_index (reports, i);
    gsize end;

    if (report->session != session || *report->heading == '\0')
      continue;
    end = match_heading (runner, report->heading, text + start, length - start);
    if (end > 0 && is_end (text, length, start + end))
      longest = MAX (longest, start + end);
  }

  return longest;
}
