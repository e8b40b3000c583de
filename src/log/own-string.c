/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "own-string.h"

void
own_string_set (char       **field,
                const char  *value)
{
  char *copy = g_strdup (value != NULL ? value : "");

  g_free (*field);
  *field = copy;
}

char *
own_string_new (const char *text)
{
  return g_utf8_make_valid (text != NULL ? text : "", -1);
}

int
own_string_compare (gconstpointer a,
                    gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}
