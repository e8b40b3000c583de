/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "line-record.h"

#include "log-store-private.h"

/* Hands the colours of the lines FIRST to LAST, which are of one group with these RECORDS, to FUNC. FALSE once FUNC says so. */
static gboolean
take_styles (const GByteArray   *records,
             gint64              first,
             gint64              last,
             GArray             *styles,
             LogStoreStylesFunc  func,
             gpointer            user_data)
{
  gint64 line = (first - 1) / LOG_STORE_GROUP_LINES * LOG_STORE_GROUP_LINES + 1;
  gsize position = 0;
  gint64 last_time = 0;
  LineRecord record;

  for (; line <= last; line++) {
    g_array_set_size (styles, 0);
    if (!line_record_read (records->data, records->len, &position, &last_time, &record, line >= first ? styles : NULL))
      break;
    if (line >= first && !func (line, (gconstpointer) styles->data, styles->len, user_data))
      return FALSE;
  }

  return TRUE;
}

gboolean
log_store_foreach_styles (LogStore           *store,
                          gint64              first,
                          gint64              last,
                          LogStoreStylesFunc  func,
                          gpointer            user_data)
{
  g_autoptr (GByteArray) records = g_byte_array_new ();
  g_autoptr (GArray) styles = g_array_new (FALSE, FALSE, sizeof (LineStyle));

  first = MAX (first, 1);
  last = MIN (last, log_store_get_n_lines (store));
  while (first <= last) {
    gint64 group = (first - 1) / LOG_STORE_GROUP_LINES;
    gint64 group_last = MIN ((group + 1) * LOG_STORE_GROUP_LINES, last);

    if (!log_store_read_group (store, group, records) ||
        !take_styles (records, first, group_last, styles, func, user_data))
      return FALSE;
    first = group_last + 1;
  }

  return TRUE;
}
