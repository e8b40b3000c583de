/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "path-tail.h"

static gboolean
is_slash (char character)
{
  return character == '/' || character == '\\';
}

/* Takes the last component off the first *LENGTH bytes of PATH, and "." and empty ones; returns where it starts, and
 * its length, which is 0 where nothing is left. */
static const char *
take_last (const char *path,
           gsize      *length,
           gsize      *ret_length)
{
  gsize end;

  do {
    while (*length > 0 && is_slash (path[*length - 1]))
      (*length)--;
    end = *length;
    while (*length > 0 && !is_slash (path[*length - 1]))
      (*length)--;
  } while (end - *length == 1 && path[*length] == '.');
  *ret_length = end - *length;

  return path + *length;
}

guint
path_count_common (const char *a,
                   const char *b,
                   gboolean   *ret_is_whole)
{
  gsize a_left = strlen (a);
  gsize b_left = strlen (b);
  guint n = 0;

  while (TRUE) {
    gsize a_length;
    gsize b_length;
    const char *a_last = take_last (a, &a_left, &a_length);
    const char *b_last = take_last (b, &b_left, &b_length);

    if (a_length == 0 || b_length == 0 || a_length != b_length || memcmp (a_last, b_last, a_length) != 0) {
      if (ret_is_whole != NULL)
        *ret_is_whole = n > 0 && (a_length == 0 || b_length == 0);
      return n;
    }
    n++;
  }
}

gboolean
path_is_same_file (const char *a,
                   const char *b)
{
  gboolean is_whole;

  return path_count_common (a, b, &is_whole) > 1 || is_whole;
}

const char *
path_get_name (const char *path)
{
  const char *name = path;

  for (const char *p = path; *p != '\0'; p++)
    if (is_slash (*p))
      name = p + 1;

  return name;
}
