/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "title-name.h"

/* Where the parameters of a test start, as runners write them: pytest's and JUnit's "[…]",
 * JUnit's and NUnit's "(…)", PHPUnit's data sets, Go's subtests, GoogleTest's numbers; and
 * where unittest says the test's name again. */
static const char parameters[] =
  "^(?:[^\\s([]*\\w\\K\\(.*\\)(?:\\[\\d+\\])?"
  "|.*?[\\w)]\\K\\[.*\\]"
  "|.*\\w\\K\\(\\)"
  "|(?<test>\\w+) \\([\\w.]+\\K\\.\\g{test}\\)"
  "|.+?\\K with data set .+"
  "|(?:.*[./\\s])?(?:Test|Fuzz|Example)(?:[A-Z0-9_]\\w*)?\\K/.+"
  "|[\\w/]+\\.\\w+\\K/\\d+)$";

/* What stands between a file, its classes and a test. */
static const char * const separators[] = { "::", " > ", " › ", "#" };

struct TitleNameCutter {
  Pattern      *parameters;
  PatternMatch *match;
};

TitleNameCutter *
title_name_cutter_new (void)
{
  TitleNameCutter *cutter = g_new0 (TitleNameCutter, 1);

  cutter->parameters = pattern_new (parameters, NULL);
  g_assert (cutter->parameters != NULL);
  cutter->match = pattern_match_new ();

  return cutter;
}

void
title_name_cutter_free (TitleNameCutter *cutter)
{
  pattern_free (cutter->parameters);
  pattern_match_free (cutter->match);
  g_free (cutter);
}

static gsize
cut_parameters (TitleNameCutter *cutter,
                const char      *name)
{
  gsize length = strlen (name);
  gsize start;
  gsize end;

  if (pattern_find (cutter->parameters, cutter->match, name, length) != PATTERN_MATCH)
    return length;
  pattern_match_get_range (cutter->match, &start, &end);

  return start;
}

/* Where the first separator, or the last, of the LENGTH bytes starts, or 0. */
static gsize
find_separator (const char *name,
                gsize       length,
                gboolean    last)
{
  gsize found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++) {
    const char *at = last ? g_strrstr_len (name, length, separators[i])
                          : g_strstr_len (name, length, separators[i]);

    if (at == NULL || at == name)
      continue;
    if (found == 0 || (last ? at > name + found : at < name + found))
      found = at - name;
  }

  return found;
}

/* The same for one character, which the cut keeps where it is a folder's. */
static gsize
find_last (const char *name,
           gsize       length,
           char        character)
{
  while (length > 1 && name[length - 1] != character)
    length--;

  return length > 1 ? length - 1 : 0;
}

static gboolean
is_dotted (const char *name,
           gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (name[i] == ' ' || name[i] == '/')
      return FALSE;

  return TRUE;
}

static gsize
cut_folder (const char *name,
            gsize       file)
{
  gsize slash = find_last (name, file, '/');
  gsize dot = is_dotted (name, file) ? find_last (name, file, '.') : 0;

  return slash > 0 ? slash + 1 : dot > 0 ? dot : file;
}

/* Of a name without separators: "org.a.XTest.loads", "//pkg/a:b". */
static gsize
cut_plain (const char     *name,
           gsize           function,
           TitleNameLevel  level)
{
  gsize dot = is_dotted (name, function) ? find_last (name, function, '.') : 0;

  if (level == TITLE_NAME_FOLDER)
    return cut_folder (name, dot > 0 ? dot : function);

  return dot > 0 ? dot : function;
}

gsize
title_name_cut (TitleNameCutter *cutter,
                const char      *name,
                TitleNameLevel   level)
{
  gsize function = level == TITLE_NAME_WHOLE ? strlen (name) : cut_parameters (cutter, name);
  gsize last;
  gsize file;

  if (level >= TITLE_NAME_FUNCTION)
    return function;

  last = find_separator (name, function, TRUE);
  if (last == 0)
    return cut_plain (name, function, level);
  if (level == TITLE_NAME_CLASS)
    return last;
  file = find_separator (name, function, FALSE);

  return level == TITLE_NAME_FOLDER && memchr (name, '/', file) ? cut_folder (name, file) : file;
}
