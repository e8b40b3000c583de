/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "follow-stream.h"

/* The one way in for every log: a stream of bytes and a name. After that nobody knows where
 * it came from. What is packed (gzip, xz, zstd, bzip2, zip, tar) is unpacked on the way, and
 * UTF-16 becomes UTF-8; the content tells, not a name, and wherever it comes from.
 *
 * An archive of several logs is one log with several parts:
 *
 *     while ((n = g_input_stream_read (source->stream, …)) > 0) {
 *       g_autofree char *part = log_source_take_part (source);
 *
 *       if (part != NULL)
 *         cleaner_start_part (cleaner, part);
 *       cleaner_push (cleaner, bytes, n);
 *     }
 */
typedef struct {
  GInputStream *stream;
  char         *name;      /* what to call it: the file's base name, "standard input", "pasted text" */
  char         *uri;       /* where it can be opened again, or NULL */
  goffset       size;      /* bytes that will come, or -1 where it is not known */
  GInputStream *followed;  /* STREAM, or what it reads, where the log is still being written */
  GCancellable *stop;      /* ends the waiting for more of it, or NULL */
} LogSource;

/* What can be wrong with a source. The message of each is one line for the user that says
 * what, where and what to do. */
typedef enum {
  LOG_SOURCE_ERROR_NOT_FOUND,
  LOG_SOURCE_ERROR_IS_FOLDER,
  LOG_SOURCE_ERROR_DENIED,
  LOG_SOURCE_ERROR_EMPTY,
  LOG_SOURCE_ERROR_NOT_TEXT,
  LOG_SOURCE_ERROR_NO_LOG,       /* an archive of other things */
  LOG_SOURCE_ERROR_FAILED,
} LogSourceError;

#define LOG_SOURCE_ERROR (log_source_error_quark ())
GQuark     log_source_error_quark  (void);

/* Sets ERROR to CODE's message about NAME. Always FALSE. For what only the reader of the stream
 * finds out: LOG_SOURCE_ERROR_EMPTY and LOG_SOURCE_ERROR_NOT_TEXT. */
gboolean   log_source_set_error    (const char     *name,
                                    LogSourceError  code,
                                    GError        **error);

/* Opens FILE. Blocks: call it in a worker. */
LogSource *log_source_open_file    (GFile         *file,
                                    GCancellable  *cancellable,
                                    GError       **error);

/* Reads STREAM, which something else opened, and keeps a reference of its own; SIZE may be -1. */
LogSource *log_source_new          (GInputStream  *stream,
                                    const char    *name,
                                    goffset        size);

LogSource *log_source_new_stdin    (void);

/* The same for a log that is still being written (follow-stream.h), where STOP, which
 * may be NULL, ends the waiting. An empty file is one whose first bytes will come. */
LogSource *log_source_follow_file  (GFile         *file,
                                    GCancellable  *stop,
                                    GCancellable  *cancellable,
                                    GError       **error);
LogSource *log_source_follow_stdin (GCancellable  *stop);

/* The same for a pipe or terminal that something else opened; FD is closed with the source. */
LogSource *log_source_follow_fd    (int            fd,
                                    const char    *name,
                                    GCancellable  *stop);

/* FUNC is called while a read waits, once for each pause of a log that is followed. */
void       log_source_set_pause_func (LogSource        *source,
                                      FollowStreamFunc  func,
                                      gpointer          user_data);

/* The name of the part that started with the bytes of the last read (transfer full), else
 * NULL. A read never goes from one part into the next. */
char      *log_source_take_part    (LogSource      *source);

void       log_source_free         (LogSource *source);

/* Whether the first BYTES of something are no text that a terminal could have shown: more
 * than a few NUL and other bytes that no log has. */
gboolean   log_source_looks_binary (const guint8 *bytes,
                                    gsize         length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LogSource, log_source_free)
