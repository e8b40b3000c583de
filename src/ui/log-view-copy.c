/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "log-view-copy.h"
#include "log-view-copy-stream.h"
#include "masker.h"
#include "text-provider.h"

/* What a paste needs: it outlives the view. */
typedef struct {
  LogStore    *store;
  LogPlace     start;
  LogPlace     end;
  GBytes      *only;
  LogCopyForm  form;
} Copy;

/* Masking takes backticks away and adds none, so that the fence is looked for in the log's own text,
 * which is read faster. */
static GInputStream *
open_fenced (LogStore      *store,
             LogPlace       start,
             LogPlace       end,
             GInputStream  *masked,
             GError       **error)
{
  gsize fence = culprit_log_view_copy_stream_get_fence (log_selection_open (store, start, end), error);

  if (fence > 0)
    return culprit_log_view_copy_stream_new_fenced (masked, fence);

  g_object_unref (masked);
  return NULL;
}

GInputStream *
log_copy_open (LogStore     *store,
               LogPlace      start,
               LogPlace      end,
               GBytes       *only,
               LogCopyForm   form,
               GError      **error)
{
  GInputStream *masked = masker_open_range (store, start.line, start.byte, end.line, end.byte,
                                            MASKER_BYTES_BEFORE);

  if (only != NULL && form != LOG_COPY_NUMBERED)
    masked = culprit_log_view_copy_stream_new_only (masked, start.line, only);
  switch (form) {
    case LOG_COPY_MARKDOWN:
      return open_fenced (store, start, end, masked, error);
    case LOG_COPY_NUMBERED:
      return culprit_log_view_copy_stream_new_numbered (masked, start.line,
                                                        end.byte > 0 ? end.line : end.line - 1, only);
    case LOG_COPY_TEXT:
    default:
      return masked;
  }
}

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  log_store_unref (copy->store);
  g_clear_pointer (&copy->only, g_bytes_unref);
  g_free (copy);
}

static GInputStream *
open_copy (gpointer   data,
           GError   **error)
{
  Copy *copy = data;

  return log_copy_open (copy->store, copy->start, copy->end, copy->only, copy->form, error);
}

GdkContentProvider *
log_copy_new_content (LogStore    *store,
                      LogPlace     start,
                      LogPlace     end,
                      GBytes      *only,
                      LogCopyForm  form)
{
  Copy *copy = g_new0 (Copy, 1);

  *copy = (Copy) { log_store_ref (store), start, end, only != NULL ? g_bytes_ref (only) : NULL, form };

  return culprit_text_provider_new (open_copy, copy, copy_free);
}
