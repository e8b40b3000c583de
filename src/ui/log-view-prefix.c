/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "log-view-prefix.h"

#define CUT        "…"
#define MOST_DRAWN (LOG_PREFIX_COLUMNS - 1 + (int) strlen (CUT) + 1)      /* bytes */

static gboolean
is_ascii (const char *text,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if ((guint8) text[i] >= 0x80)
      return FALSE;

  return TRUE;
}

gboolean
log_prefix_find (const GRegex *regex,
                 const char   *text,
                 gsize         length,
                 LogPrefix    *ret_prefix)
{
  g_autoptr (GMatchInfo) match = NULL;
  int start;
  int end;
  int name;
  int name_end;

  if (!g_regex_match_full (regex, text, (gssize) length, 0, 0, &match, NULL) ||
      !g_match_info_fetch_pos (match, 0, &start, &end) || !g_match_info_fetch_named_pos (match, "name", &name, &name_end) ||
      start != 0 || name < 0 || name_end <= name || end <= MOST_DRAWN || name_end > end || !is_ascii (text, (gsize) end))
    return FALSE;

  *ret_prefix = (LogPrefix) { (gsize) end, (gsize) name, (gsize) (name_end - name) };

  return TRUE;
}

gsize
log_prefix_get_name_length (const LogPrefix *prefix)
{
  return prefix->name_length > LOG_PREFIX_COLUMNS ? LOG_PREFIX_COLUMNS - 1 : prefix->name_length;
}

void
log_prefix_append (const LogPrefix *prefix,
                   const char      *text,
                   gboolean         follows,
                   GString         *shown)
{
  gsize length = log_prefix_get_name_length (prefix);

  g_string_append_len (shown, text + prefix->name, (gssize) length);
  if (length < prefix->name_length)
    g_string_append (shown, CUT);
  if (!follows)
    return;

  for (gsize column = MIN (prefix->name_length, LOG_PREFIX_COLUMNS); column <= LOG_PREFIX_COLUMNS; column++)
    g_string_append_c (shown, ' ');
}

gboolean
log_prefix_shows (const LogPrefix *prefix,
                  gsize            start,
                  gsize            end)
{
  return start >= prefix->length || (start >= prefix->name && end <= prefix->name + log_prefix_get_name_length (prefix));
}
