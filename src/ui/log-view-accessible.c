/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The log as a text on the accessibility bus, see log-view-spoken.h; only from GTK 4.14 on, which is asked for whatever
 * the least version is that the rest is written for. */

#include "config.h"

#include <string.h>

#include "log-view-private.h"
#include "log-view-spoken.h"

#if GTK_CHECK_VERSION (4, 14, 0)

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static LogSpoken *
get_spoken (GtkAccessibleText *text)
{
  CulpritLogView *self = CULPRIT_LOG_VIEW (text);

  return log_spoken_new (self->store, self->line_rows, self->n_lines, self->selection.cursor.line);
}

static GBytes *
get_bytes (LogSpoken *spoken,
           guint      start,
           guint      end)
{
  char *slice = log_spoken_dup_slice (spoken, start, end);

  return g_bytes_new_take (slice, strlen (slice));
}

static GBytes *
get_contents (GtkAccessibleText *text,
              unsigned int       start,
              unsigned int       end)
{
  g_autoptr (LogSpoken) spoken = get_spoken (text);

  return get_bytes (spoken, start, end);
}

static GBytes *
get_contents_at (GtkAccessibleText            *text,
                 unsigned int                  offset,
                 GtkAccessibleTextGranularity  granularity,
                 unsigned int                 *start,
                 unsigned int                 *end)
{
  g_autoptr (LogSpoken) spoken = get_spoken (text);
  LogSpokenUnit unit = granularity == GTK_ACCESSIBLE_TEXT_GRANULARITY_CHARACTER ? LOG_SPOKEN_CHARACTER
                       : granularity == GTK_ACCESSIBLE_TEXT_GRANULARITY_WORD ? LOG_SPOKEN_WORD
                       : LOG_SPOKEN_LINE;

  log_spoken_find_unit (spoken, offset, unit, start, end);
  return get_bytes (spoken, *start, *end);
}

static unsigned int
get_caret_position (GtkAccessibleText *text)
{
  g_autoptr (LogSpoken) spoken = get_spoken (text);

  return log_spoken_get_offset (spoken, CULPRIT_LOG_VIEW (text)->selection.cursor);
}

static gboolean
get_selection (GtkAccessibleText       *text,
               gsize                   *n_ranges,
               GtkAccessibleTextRange **ranges)
{
  CulpritLogView *self = CULPRIT_LOG_VIEW (text);
  g_autoptr (LogSpoken) spoken = get_spoken (text);
  guint start = log_spoken_get_offset (spoken, self->selection.start);
  guint end = log_spoken_get_offset (spoken, self->selection.end);

  if (start >= end)
    return FALSE;

  *n_ranges = 1;
  *ranges = g_new (GtkAccessibleTextRange, 1);
  **ranges = (GtkAccessibleTextRange) { start, end - start };

  return TRUE;
}

static void
init_interface (gpointer interface,
                gpointer data)
{
  GtkAccessibleTextInterface *text = interface;

  text->get_contents = get_contents;
  text->get_contents_at = get_contents_at;
  text->get_caret_position = get_caret_position;
  text->get_selection = get_selection;
}

void
log_view_implement_accessible_text (GType type)
{
  const GInterfaceInfo info = { .interface_init = init_interface };

  g_type_add_interface_static (type, GTK_TYPE_ACCESSIBLE_TEXT, &info);
}

void
log_view_tell_accessible (CulpritLogView *self)
{
  gtk_accessible_text_update_caret_position (GTK_ACCESSIBLE_TEXT (self));
  gtk_accessible_text_update_selection_bound (GTK_ACCESSIBLE_TEXT (self));
}

G_GNUC_END_IGNORE_DEPRECATIONS

#else

void
log_view_implement_accessible_text (GType type)
{
}

void
log_view_tell_accessible (CulpritLogView *self)
{
}

#endif
