/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "masker.h"

#include "masked-lines.h"

/* Of lines before a range, which the masker may give with it. */
#define MAX_KEPT (64 * 1024)

struct MaskedLines {
  LogStore   *store;
  gsize       max_line;
  SecretList *list;
  Masker     *masker;      /* NULL: nothing was read yet */
  gint64      next;        /* the line that it takes next */
  GString    *text;        /* what it gave: from line FIRST on */
  gint64      first;
  StoredLine  stored;
};

MaskedLines *
masked_lines_new (LogStore   *store,
                  gsize       max_line,
                  SecretList *list)
{
  MaskedLines *self = g_new0 (MaskedLines, 1);

  self->store = store;
  self->max_line = max_line;
  self->list = list;
  self->text = g_string_new (NULL);
  stored_line_init (&self->stored);

  return self;
}

void
masked_lines_free (MaskedLines *self)
{
  g_clear_pointer (&self->masker, masker_free);
  g_string_free (self->text, TRUE);
  stored_line_clear (&self->stored);
  g_free (self);
}

static void
push_long_line (MaskedLines *self,
                gsize        length)
{
  const char *line = self->stored.text->str;
  gsize limit = self->max_line;
  gsize end;

  while (((guchar) line[limit] & 0xc0) == 0x80)
    limit--;
  end = masker_push_part (self->masker, line, self->stored.text->len, 0, limit, self->text);
  if (length > end)
    g_string_append_printf (self->text, " … %" G_GSIZE_FORMAT " more bytes", length - end);
  g_string_append_c (self->text, '\n');
  masker_set_line (self->masker, self->next + 1);
}

static void
push_line (MaskedLines *self)
{
  gsize length;

  if (!log_store_read_line (self->store, self->next, self->max_line + MASKER_CONTEXT, &self->stored,
                            &length))
    masker_push (self->masker, "", 0, self->text);
  else if (length <= self->max_line)
    masker_push (self->masker, self->stored.text->str, length, self->text);
  else
    push_long_line (self, length);
  self->next++;
}

/* Makes line FIRST the one that comes next. */
static void
seek (MaskedLines *self,
      gint64       first)
{
  if (self->masker == NULL || self->next > first || first - self->next > MASKER_LINES_BEFORE) {
    g_clear_pointer (&self->masker, masker_free);
    self->masker = masker_new ();
    self->next = MAX (first - MASKER_LINES_BEFORE, 1);
    self->first = self->next;
    g_string_truncate (self->text, 0);
    masker_set_line (self->masker, self->next);
  }
  while (self->next < first)
    push_line (self);
}

/* Where line NUMBER starts in what was given; NULL where that is not there yet. Lines that the masker
 * kept come with later ones. */
static const char *
find_line (MaskedLines *self,
           gint64       number)
{
  const char *line = self->text->str;

  for (gint64 i = self->first; i < number && line != NULL; i++) {
    line = strchr (line, '\n');
    if (line != NULL)
      line++;
  }

  return line;
}

static void
give_up_to (MaskedLines *self,
            gint64       last)
{
  gint64 n_lines = log_store_get_n_lines (self->store);

  while (self->next <= n_lines && find_line (self, last + 1) == NULL)
    push_line (self);
  if (self->next > n_lines)
    masker_finish (self->masker, self->text);
}

static void
drop_given (MaskedLines *self)
{
  for (const char *end = self->text->str; (end = strchr (end, '\n')) != NULL; end++)
    self->first++;
  g_string_truncate (self->text, 0);
}

static gboolean
take_lines (MaskedLines *self,
            LineRange    range,
            gsize        max_bytes,
            GPtrArray   *lines)
{
  const char *start = find_line (self, range.first);
  const char *end = find_line (self, range.last + 1);

  if (start == NULL || end == NULL || (gsize) (end - start) > max_bytes)
    return FALSE;

  while (start < end) {
    const char *line_end = strchr (start, '\n');

    g_ptr_array_add (lines, g_strndup (start, line_end - start));
    start = line_end + 1;
  }

  return TRUE;
}

gboolean
masked_lines_read (MaskedLines *self,
                   LineRange    range,
                   gsize        max_bytes,
                   GPtrArray   *lines)
{
  gboolean good = FALSE;
  gsize enough;

  seek (self, range.first);
  enough = self->text->len + max_bytes + MAX_KEPT;
  masker_set_list (self->masker, self->list);
  while (self->next <= range.last && self->text->len <= enough)
    push_line (self);
  if (self->next > range.last) {
    give_up_to (self, range.last);
    good = take_lines (self, range, max_bytes, lines);
  }
  masker_set_list (self->masker, NULL);
  drop_given (self);

  return good;
}
