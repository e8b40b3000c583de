/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdatomic.h>

#include "line-record.h"
#include "log-store-private.h"
#include "spool.h"

#define TEXT_RESIDENT   (4 * 1024 * 1024)
#define RECORD_RESIDENT (1024 * 1024)
#define INDEX_RESIDENT  (512 * 1024)

/* Records of a group that need no memory of their own. */
#define SMALL_RECORDS 2048

#define READ_SIZE (64 * 1024)

typedef struct {
  guint64 text;
  guint64 records;
} Group;

struct LogStore {
  gatomicrefcount  references;

  _Atomic gint64   n_lines;      /* that are in the spools as a whole */
  Spool           *text;
  Spool           *records;
  Spool           *index;        /* of Group */

  /* The appending thread's own. */
  GByteArray      *record;
  GArray          *styles;       /* of the parts so far of a line that came cut */
  guint64          cut_length;   /* of these parts */
  gint64           cut_time;
  gboolean         in_line;
  gint64           last_time;
  GError          *problem;      /* why nothing more can be appended */
};

LogStore *
log_store_new (void)
{
  LogStore *store = g_new0 (LogStore, 1);

  g_atomic_ref_count_init (&store->references);
  store->text = spool_new (TEXT_RESIDENT);
  store->records = spool_new (RECORD_RESIDENT);
  store->index = spool_new (INDEX_RESIDENT);
  store->record = g_byte_array_new ();
  store->styles = g_array_new (FALSE, FALSE, sizeof (LineStyle));

  return store;
}

LogStore *
log_store_ref (LogStore *store)
{
  g_atomic_ref_count_inc (&store->references);

  return store;
}

void
log_store_unref (LogStore *store)
{
  if (store == NULL || !g_atomic_ref_count_dec (&store->references))
    return;

  spool_free (store->text);
  spool_free (store->records);
  spool_free (store->index);
  g_byte_array_unref (store->record);
  g_array_unref (store->styles);
  g_clear_error (&store->problem);
  g_free (store);
}

static gboolean
start_group (LogStore  *store,
             GError   **error)
{
  Group group = { spool_get_length (store->text), spool_get_length (store->records) };

  store->last_time = 0;

  return spool_append (store->index, &group, sizeof group, error);
}

static gboolean
append_record (LogStore    *store,
               const Line  *line,
               GError     **error)
{
  guint8 small[LINE_RECORD_SMALL];
  gsize length;

  if (line->n_styles == 0) {
    length = line_record_write_small (small, line, &store->last_time);
    return spool_append (store->records, small, length, error);
  }

  g_byte_array_set_size (store->record, 0);
  line_record_write (store->record, line, &store->last_time);

  return spool_append (store->records, store->record->data, store->record->len, error);
}

/* Keeps of a part what the record of its line will need. */
static void
keep_part (LogStore   *store,
           const Line *line)
{
  if (!store->in_line)
    store->cut_time = line->time;

  for (guint i = 0; i < line->n_styles && store->styles->len < LINE_RECORD_MAX_STYLES; i++) {
    LineStyle style = line->styles[i];

    if (store->cut_length + style.start + style.length > G_MAXUINT32)
      break;
    style.start += store->cut_length;
    g_array_append_val (store->styles, style);
  }
  store->cut_length += line->length;
  store->in_line = TRUE;
}

/* The record of a line that came in parts. */
static gboolean
append_record_of_parts (LogStore  *store,
                        GError   **error)
{
  Line whole = {
    .length = store->cut_length, .time = store->cut_time,
    .styles = (gconstpointer) store->styles->data, .n_styles = store->styles->len,
  };

  store->cut_length = 0;
  store->in_line = FALSE;
  if (!append_record (store, &whole, error))
    return FALSE;
  g_array_set_size (store->styles, 0);

  return TRUE;
}

static gboolean
append_line (LogStore    *store,
             const Line  *line,
             GError     **error)
{
  gint64 n_lines = atomic_load_explicit (&store->n_lines, memory_order_relaxed);

  if (!store->in_line && n_lines % LOG_STORE_GROUP_LINES == 0 && !start_group (store, error))
    return FALSE;
  if (line->is_cut || store->in_line)
    keep_part (store, line);
  if (!spool_append (store->text, line->text, line->length, error))
    return FALSE;
  if (line->is_cut)
    return TRUE;

  if ((store->in_line ? !append_record_of_parts (store, error) : !append_record (store, line, error)) ||
      !spool_append (store->text, "\n", 1, error))
    return FALSE;
  atomic_store_explicit (&store->n_lines, n_lines + 1, memory_order_release);

  return TRUE;
}

gboolean
log_store_append (LogStore    *store,
                  const Line  *line,
                  GError     **error)
{
  if (store->problem == NULL && append_line (store, line, &store->problem))
    return TRUE;

  if (error != NULL)
    *error = g_error_copy (store->problem);

  return FALSE;
}

gint64
log_store_get_n_lines (LogStore *store)
{
  return atomic_load_explicit (&store->n_lines, memory_order_acquire);
}

/* Where group INDEX starts, and where its records end: the next one does. */
static gboolean
find_group (LogStore *store,
            guint64   index,
            Group     groups[2])
{
  gsize length = spool_read (store->index, index * sizeof (Group), groups, 2 * sizeof (Group));

  if (length < 2 * sizeof (Group))
    groups[1].records = spool_get_length (store->records);

  return length >= sizeof (Group);
}

gboolean
log_store_read_group (LogStore   *store,
                      guint64     index,
                      GByteArray *records)
{
  Group groups[2];

  if (!find_group (store, index, groups))
    return FALSE;

  g_byte_array_set_size (records, groups[1].records - groups[0].records);
  g_byte_array_set_size (records, spool_read (store->records, groups[0].records, records->data, records->len));

  return TRUE;
}

/* Where line NUMBER, which exists, starts in the text, and its record. STYLES may be NULL. */
static gboolean
find_line (LogStore   *store,
           gint64      number,
           guint64    *ret_start,
           LineRecord *ret_record,
           GArray     *styles)
{
  guint64 index = (number - 1) / LOG_STORE_GROUP_LINES;
  guint within = (number - 1) % LOG_STORE_GROUP_LINES;
  guint8 small[SMALL_RECORDS];
  g_autofree guint8 *large = NULL;
  guint8 *bytes = small;
  Group groups[2];
  gsize length;
  gsize position = 0;
  gint64 last_time = 0;

  if (!find_group (store, index, groups))
    return FALSE;

  length = groups[1].records - groups[0].records;
  if (length > sizeof small)
    bytes = large = g_malloc (length);
  length = spool_read (store->records, groups[0].records, bytes, length);

  *ret_start = groups[0].text;
  for (guint i = 0; i <= within; i++) {
    if (i > 0)
      *ret_start += ret_record->length + 1;
    if (!line_record_read (bytes, length, &position, &last_time, ret_record,
                           i == within ? styles : NULL))
      return FALSE;
  }

  return TRUE;
}

/* The bytes of the lines FIRST to LAST, as far as there are such. FALSE where there are none. */
static gboolean
find_range (LogStore *store,
            gint64    first,
            gint64    last,
            guint64  *ret_start,
            guint64  *ret_end)
{
  guint64 start;
  LineRecord record;

  first = MAX (first, 1);
  last = MIN (last, log_store_get_n_lines (store));
  if (first > last ||
      !find_line (store, first, ret_start, &record, NULL) ||
      !find_line (store, last, &start, &record, NULL))
    return FALSE;

  *ret_end = start + record.length + 1;

  return TRUE;
}

gint64
log_store_get_n_bytes (LogStore *store,
                       gint64    first,
                       gint64    last)
{
  guint64 start;
  guint64 end;

  return find_range (store, first, last, &start, &end) ? (gint64) (end - start) : 0;
}

gsize
log_store_read_bytes (LogStore *store,
                      guint64   offset,
                      gpointer  bytes,
                      gsize     length)
{
  return spool_read (store->text, offset, bytes, length);
}

void
stored_line_init (StoredLine *line)
{
  line->text = g_string_new (NULL);
  line->styles = g_array_new (FALSE, FALSE, sizeof (LineStyle));
  line->time = LINE_NO_TIME;
}

void
stored_line_clear (StoredLine *line)
{
  g_string_free (line->text, TRUE);
  g_array_unref (line->styles);
  line->text = NULL;
  line->styles = NULL;
}

/* The largest length up to LENGTH at which TEXT can be cut between characters. */
static gsize
get_cut (const char *text,
         gsize       length)
{
  gsize start = length;

  while (start > 0 && length - start < 4) {
    start--;
    if (((guint8) text[start] & 0xc0) != 0x80)
      return start + g_utf8_skip[(guint8) text[start]] <= length ? length : start;
  }

  return length;
}

static void
cut_styles (GArray *styles,
            gsize   length)
{
  while (styles->len > 0) {
    LineStyle *style = &g_array_index (styles, LineStyle, styles->len - 1);

    if (style->start < length) {
      style->length = MIN (style->length, length - style->start);
      break;
    }
    g_array_set_size (styles, styles->len - 1);
  }
}

gboolean
log_store_read_line (LogStore   *store,
                     gint64      number,
                     gsize       max_bytes,
                     StoredLine *line,
                     gsize      *ret_length)
{
  guint64 start;
  LineRecord record;
  gsize length;

  g_array_set_size (line->styles, 0);
  if (number < 1 || number > log_store_get_n_lines (store) ||
      !find_line (store, number, &start, &record, line->styles))
    return FALSE;

  length = max_bytes > 0 ? MIN (max_bytes, record.length) : record.length;
  g_string_set_size (line->text, length);
  if (spool_read (store->text, start, line->text->str, length) < length)
    return FALSE;

  if (length < record.length) {
    g_string_truncate (line->text, get_cut (line->text->str, length));
    cut_styles (line->styles, line->text->len);
  }
  line->time = record.time;
  if (ret_length != NULL)
    *ret_length = record.length;

  return TRUE;
}

GInputStream *
log_store_open_range (LogStore *store,
                      gint64    first,
                      gint64    last)
{
  guint64 start = 0;
  guint64 end = 0;

  if (!find_range (store, first, last, &start, &end))
    start = end = 0;

  return log_store_stream_new (store, start, end);
}

/* Hands the whole lines in TEXT to FUNC and drops them. FALSE once FUNC says so. */
static gboolean
take_lines (GString      *text,
            gint64       *number,
            LogStoreFunc  func,
            gpointer      user_data)
{
  gsize start = 0;
  const char *line_end;

  while ((line_end = memchr (text->str + start, '\n', text->len - start)) != NULL) {
    gsize length = line_end - text->str - start;

    if (!func ((*number)++, text->str + start, length, user_data))
      return FALSE;
    start += length + 1;
  }
  g_string_erase (text, 0, start);

  return TRUE;
}

gboolean
log_store_foreach (LogStore     *store,
                   gint64        first,
                   gint64        last,
                   LogStoreFunc  func,
                   gpointer      user_data)
{
  g_autoptr (GString) text = NULL;
  gint64 number = MAX (first, 1);
  guint64 start;
  guint64 end;

  if (!find_range (store, first, last, &start, &end))
    return TRUE;

  text = g_string_sized_new (2 * READ_SIZE);
  while (start < end) {
    gsize held = text->len;
    gsize count = MIN (end - start, MAX (READ_SIZE, held));

    g_string_set_size (text, held + count);
    count = spool_read (store->text, start, text->str + held, count);
    g_string_set_size (text, held + count);
    if (count == 0)
      break;
    start += count;
    if (!take_lines (text, &number, func, user_data))
      return FALSE;
  }

  return TRUE;
}
