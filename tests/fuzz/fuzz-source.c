/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "chained-stream.h"
#include "clean-log.h"
#include "log-source.h"

/* Any bytes, packed or not, go the way of a log up to its clean lines. What they are unpacked to
 * can be much, and the reader stops then. The first byte says whether the stream can seek, as a
 * file's can, or not, as a pipe's, and how much is read at a time. */

#define MAX_BYTES    (1024 * 1024)
#define CANNOT_SEEK  0x01
#define SMALL_READS  0x02
#define SMALL_BUFFER 7
#define LARGE_BUFFER (64 * 1024)

int LLVMFuzzerTestOneInput (const guint8 *bytes,
                            gsize         length);

static LogSource *
open_source (const guint8 *bytes,
             gsize         length,
             gboolean      can_seek)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, length, NULL);
  g_autoptr (GInputStream) nothing = g_memory_input_stream_new ();
  g_autoptr (GInputStream) pipe = chained_stream_new (nothing, stream);

  return log_source_new (can_seek ? stream : pipe, "x.log", -1);
}

/* The message is for the user: one line that names the log. */
static void
check_error (const GError *error)
{
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_nonnull (strstr (error->message, "x.log"));
}

static void
start_part (Cleaner   *cleaner,
            LogSource *source)
{
  g_autofree char *part = log_source_take_part (source);

  if (part != NULL) {
    g_assert_true (g_utf8_validate (part, -1, NULL));
    cleaner_start_part (cleaner, part);
  }
}

static void
read_all (LogSource *source,
          gsize      size,
          CleanLog  *log)
{
  static CiFormats *formats;
  static guint8 buffer[LARGE_BUFFER];
  g_autoptr (Cleaner) cleaner = NULL;
  g_autoptr (GError) error = NULL;
  gsize total = 0;
  gssize count;

  if (formats == NULL)
    formats = ci_formats_load (NULL);
  cleaner = cleaner_new (formats, clean_log_got_line, log);

  while (total < MAX_BYTES &&
         (count = g_input_stream_read (source->stream, buffer, size, NULL, &error)) > 0) {
    start_part (cleaner, source);
    cleaner_push (cleaner, buffer, count);
    total += count;
  }
  if (error != NULL)
    check_error (error);
  cleaner_finish (cleaner);
  clean_log_finish (log);
}

static void
check (guint8        options,
       const guint8 *bytes,
       gsize         length)
{
  g_autoptr (LogSource) source = open_source (bytes, length, (options & CANNOT_SEEK) == 0);
  g_auto (CleanLog) log = { 0 };

  clean_log_init (&log);
  log.counts_only = TRUE;
  read_all (source, (options & SMALL_READS) != 0 ? SMALL_BUFFER : LARGE_BUFFER, &log);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes,
                        gsize         length)
{
  if (length > 0)
    check (bytes[0], bytes + 1, length - 1);

  return 0;
}
