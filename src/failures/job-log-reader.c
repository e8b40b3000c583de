/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How a log is read: cleaned, kept, and looked through for what failed, line by line. */

#include "config.h"

#include "cleaner.h"
#include "fact-reader.h"
#include "finder.h"
#include "line-shapes.h"
#include "rule.h"
#include "written-colours.h"

#include "job-log-private.h"

#define CHUNK_BYTES      (256 * 1024)
#define COLOURS_BYTES    (4 * 1024 * 1024)      /* a log that has its colours as text has them early */
#define PUBLISH_INTERVAL (G_USEC_PER_SEC / 10)

/* What reads a log, in its worker. */
typedef struct {
  JobLog      *log;
  LogStore    *store;          /* borrowed; NULL where it stays empty */
  Cleaner     *cleaner;
  Finder      *finder;
  LineShapes  *shapes;
  FactReader  *facts;
  SectionList *sections;
  GString     *plain;          /* the line without the colours that it has as text; NULL: none has any */
  gsize        n_searched;     /* bytes that were searched for some */
  gint64       n_lines;
  gboolean     in_line;        /* of which a part came */
  gint64       published;      /* when; monotonic time */
  GError      *error;          /* what the store said */
} Reader;

static Findings *
get_findings (Reader     *reader,
              const char *ci,
              gboolean    is_over)
{
  if (reader->finder == NULL)
    return findings_new ();
  finder_set_ci (reader->finder, ci);

  return finder_get_findings (reader->finder, is_over);
}

/* Shows the others what is known by now. */
static void
publish (Reader   *reader,
         gboolean  is_over,
         gboolean  is_complete)
{
  JobLog *log = reader->log;
  const char *ci = cleaner_get_ci (reader->cleaner);
  Findings *findings = get_findings (reader, ci, is_over);
  JobFacts *facts = fact_reader_dup_facts (reader->facts, ci);
  GPtrArray *sections = section_list_copy (reader->sections);

  g_mutex_lock (&log->mutex);
  g_clear_pointer (&log->findings, findings_unref);
  g_clear_pointer (&log->facts, job_facts_free);
  g_clear_pointer (&log->sections, g_ptr_array_unref);
  log->findings = findings;
  log->facts = facts;
  log->sections = sections;
  log->ci = g_intern_string (ci);
  log->n_lines = reader->n_lines;
  log->is_complete = is_complete;
  log->n_published++;
  g_mutex_unlock (&log->mutex);

  reader->published = g_get_monotonic_time ();
}

static void
found_literal (guint    id,
               gsize    end,
               gpointer user_data)
{
  Reader *reader = user_data;
  guint n_rules = reader->log->context->rules->lines->len;

  if (id < n_rules)
    finder_add_literal (reader->finder, id, end);
  else if (!finder_is_in_lane (reader->finder))
    fact_reader_add_literal (reader->facts, id - n_rules, end);
}

/* What failed and what the log says of its job are looked for in one go. */
static void
look_at_line (Reader     *reader,
              const Line *line)
{
  const char *text = line->text;
  gsize length = line->length;
  gsize start;

  if (reader->finder == NULL) {
    fact_reader_push (reader->facts, line->text, line->length);
    return;
  }

  if (reader->plain != NULL && written_colours_remove (text, length, reader->plain)) {
    text = reader->plain->str;
    length = reader->plain->len;
  }
  start = finder_start_line (reader->finder, text, length);
  text += start;
  length -= start;
  fact_reader_start_line (reader->facts, text, length);
  line_shapes_scan (reader->shapes, text, length, found_literal, reader);
  finder_push_line (reader->finder, text, length, reader->n_lines);
}

static void
got_line (const Line *line,
          gpointer    user_data)
{
  Reader *reader = user_data;
  gboolean in_line;

  if (reader->error != NULL)
    return;
  if (reader->store != NULL && !log_store_append (reader->store, line, &reader->error))
    return;

  in_line = reader->in_line;
  reader->in_line = line->is_cut;
  if (in_line)
    return;

  /* What a line says is at its start. */
  reader->n_lines++;
  section_list_push (reader->sections, line, reader->n_lines);
  look_at_line (reader, line);
}

static void
reader_init (Reader          *reader,
             JobLog          *log,
             JobLogReadFlags  flags)
{
  *reader = (Reader) { .log = log };
  if ((flags & JOB_LOG_READ_FINDINGS) == 0)
    reader->store = log->store;
  reader->cleaner = cleaner_new (log->context->formats, got_line, reader);
  if ((flags & JOB_LOG_READ_LINES) == 0)
    reader->finder = finder_new (log->context->rules);
  if (reader->finder != NULL)
    reader->shapes = line_shapes_new (log->context->literals, log->context->with_digits);
  reader->facts = fact_reader_new (log->context->facts, log->name);
  reader->sections = section_list_new ();
  reader->published = g_get_monotonic_time ();
}

static void
reader_clear (Reader *reader)
{
  cleaner_free (reader->cleaner);
  finder_free (reader->finder);
  line_shapes_free (reader->shapes);
  fact_reader_free (reader->facts);
  section_list_free (reader->sections);
  if (reader->plain != NULL)
    g_string_free (reader->plain, TRUE);
  g_clear_error (&reader->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static void
count_read (JobLog *log,
            gssize  n_bytes)
{
  g_mutex_lock (&log->mutex);
  log->n_read += n_bytes;
  g_mutex_unlock (&log->mutex);
}

static void
look_for_colours (Reader       *reader,
                  const guint8 *chunk,
                  gsize         length)
{
  if (reader->plain != NULL || reader->n_searched >= COLOURS_BYTES)
    return;
  reader->n_searched += length;
  if (written_colours_are_in ((const char *) chunk, length))
    reader->plain = g_string_new (NULL);
}

static void
push_chunk (Reader       *reader,
            LogSource    *source,
            const guint8 *chunk,
            gsize         length)
{
  g_autofree char *part = log_source_take_part (source);

  if (part != NULL)
    cleaner_start_part (reader->cleaner, part);
  look_for_colours (reader, chunk, length);
  cleaner_push (reader->cleaner, chunk, length);
}

/* No bytes come: what is there can be seen meanwhile. */
static void
got_pause (gpointer user_data)
{
  Reader *reader = user_data;

  cleaner_flush (reader->cleaner);
  publish (reader, FALSE, FALSE);

  g_mutex_lock (&reader->log->mutex);
  reader->log->has_waited = TRUE;
  g_mutex_unlock (&reader->log->mutex);
}

static gboolean
read_chunks (Reader           *reader,
             LogSource        *source,
             JobLogReadFlags   flags,
             GCancellable     *cancellable,
             GError          **error)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  gboolean is_first = TRUE;
  gssize n;

  while ((n = g_input_stream_read (source->stream, chunk, CHUNK_BYTES, cancellable, error)) > 0) {
    if (is_first && (flags & JOB_LOG_READ_ANYTHING) == 0 && log_source_looks_binary (chunk, n))
      return log_source_set_error (source->name, LOG_SOURCE_ERROR_NOT_TEXT, error);
    is_first = FALSE;

    push_chunk (reader, source, chunk, n);
    count_read (reader->log, n);
    if (reader->error != NULL) {
      g_propagate_error (error, g_steal_pointer (&reader->error));
      return FALSE;
    }
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    if (reader->store != NULL && g_get_monotonic_time () - reader->published >= PUBLISH_INTERVAL)
      publish (reader, FALSE, FALSE);
  }
  if (n == 0 && is_first)
    return log_source_set_error (source->name, LOG_SOURCE_ERROR_EMPTY, error);

  return n == 0;
}

gboolean
job_log_read (JobLog           *log,
              LogSource        *source,
              JobLogReadFlags   flags,
              GCancellable     *cancellable,
              GError          **error)
{
  g_auto (Reader) reader = { NULL };
  gboolean good;

  g_mutex_lock (&log->mutex);
  log->n_total = source->size;
  g_mutex_unlock (&log->mutex);

  reader_init (&reader, log, flags);
  log_source_set_pause_func (source, got_pause, &reader);
  good = read_chunks (&reader, source, flags, cancellable, error);
  cleaner_finish (reader.cleaner);
  if (good && reader.error != NULL) {
    g_propagate_error (error, g_steal_pointer (&reader.error));
    good = FALSE;
  }
  publish (&reader, TRUE, good);

  return good;
}
