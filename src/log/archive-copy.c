/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "archive-copy.h"
#include "chained-stream.h"
#include "fd-stream.h"
#include "private-file.h"

#define READ_SIZE (64 * 1024)

/* RET_ENDED: all of BASE was copied. Where BASE fails, it does so again when the rest is read,
 * after the copy. */
static gboolean
copy (GInputStream  *base,
      int            fd,
      guint64        max_bytes,
      gboolean      *ret_ended,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autofree guint8 *bytes = g_malloc (READ_SIZE);
  guint64 length = 0;
  gssize count = 1;

  while (count > 0 && length < max_bytes) {
    count = g_input_stream_read (base, bytes, READ_SIZE, cancellable, NULL);
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        (count > 0 && !private_file_write (fd, bytes, count, length, error)))
      return FALSE;
    length += MAX (count, 0);
  }
  *ret_ended = count == 0;

  return TRUE;
}

GInputStream *
archive_copy_new (GInputStream  *base,
                  const char    *name,
                  guint64        max_bytes,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (GInputStream) stream = NULL;
  gboolean ended;
  int fd = private_file_open (error);

  if (fd < 0)
    return NULL;

  stream = fd_stream_new (fd, name);
  if (!copy (base, fd, max_bytes, &ended, cancellable, error))
    return NULL;

  return ended ? g_steal_pointer (&stream) : chained_stream_new (stream, base);
}
