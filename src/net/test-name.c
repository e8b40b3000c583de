/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "test-name.h"

/* Whether the brackets at TEXT hold where the test is, as in "counts(quill.PageTest)". */
static gboolean
is_class (const char *text)
{
  gsize length = strcspn (text + 1, " ,/:)");

  return *text == '(' && text[length + 1] == ')' && memchr (text + 1, '.', length) != NULL;
}

void
test_name_cut_parameters (char *name)
{
  gsize length;

  while ((length = strlen (name)) > 0 && strchr ("])", name[length - 1]) != NULL) {
    char *start = strchr (name, name[length - 1] == ']' ? '[' : '(');

    if (start == NULL || start == name || start[-1] == ' ' || is_class (start))
      return;
    *start = '\0';
  }
}

gboolean
test_name_is_same (const char *test,
                   const char *other)
{
  const char *longer = strlen (test) > strlen (other) ? test : other;
  const char *shorter = longer == test ? other : test;
  gsize rest = strlen (longer) - strlen (shorter);

  if (!g_str_equal (longer + rest, shorter))
    return FALSE;

  /* What is more must be folders, before a file's name. */
  return rest == 0 || (longer[rest - 1] == '/' && strstr (shorter, "::") != NULL && memchr (longer, ':', rest) == NULL);
}
