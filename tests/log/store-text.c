/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store-text.h"

static gboolean
append_line (gint64      number,
             const char *text,
             gsize       length,
             gpointer    user_data)
{
  g_string_append_len (user_data, text, length);
  g_string_append_c (user_data, '\n');

  return TRUE;
}

char *
store_text_dup (LogStore *store,
                gint64    first,
                gint64    last)
{
  GString *text = g_string_new (NULL);

  log_store_foreach (store, first, last, append_line, text);

  return g_string_free (text, FALSE);
}
