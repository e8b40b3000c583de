/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "character.h"
#include "mask.h"
#include "masker.h"

#include "masked-lines.h"

/* Of lines before a range, which the masker may give with it. */
#define MAX_KEPT (64 * 1024)

/* Of a longer line no more is looked at. */
#define MAX_READ (64 * 1024)

/* What is left to be known of a line that the masker took. */
typedef struct {
  gboolean is_long;
  gsize    n_unread;       /* bytes that were not looked at */
} TakenLine;

struct MaskedLines {
  LogStore   *store;
  gsize       max_line;
  SecretList *list;
  Masker     *masker;      /* NULL: nothing was read yet */
  gint64      next;        /* the line that it takes next */
  GString    *text;        /* what it gave: from line FIRST on */
  gint64      first;
  GArray     *taken;       /* of TakenLine: from line FIRST to before NEXT */
  gsize       n_spare;     /* bytes of them that are too many for their lines */
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
  self->taken = g_array_new (FALSE, FALSE, sizeof (TakenLine));
  stored_line_init (&self->stored);

  return self;
}

void
masked_lines_free (MaskedLines *self)
{
  g_clear_pointer (&self->masker, masker_free);
  g_string_free (self->text, TRUE);
  g_array_unref (self->taken);
  stored_line_clear (&self->stored);
  g_free (self);
}

/* Bytes of the line being read that go to the masker. */
static gsize
find_read_end (MaskedLines *self,
               gsize        length)
{
  gsize end = MAX (self->max_line, MAX_READ);

  return length <= end ? length : character_find_cut (self->stored.text->str, end);
}

static void
push_line (MaskedLines *self)
{
  gsize length = 0;
  gsize end = 0;
  TakenLine taken = { FALSE, 0 };

  if (log_store_read_line (self->store, self->next, MAX (self->max_line, MAX_READ) + MASKER_CONTEXT,
                           &self->stored, &length)) {
    end = find_read_end (self, length);
    taken = (TakenLine) { length > self->max_line, length - end };
  }
  if (end == length) {
    masker_push (self->masker, end > 0 ? self->stored.text->str : "", end, self->text);
  } else {
    taken.n_unread = length - masker_push_part (self->masker, self->stored.text->str,
                                                self->stored.text->len, 0, end, self->text);
    g_string_append_c (self->text, '\n');
    masker_set_line (self->masker, self->next + 1);
  }
  g_array_append_val (self->taken, taken);
  self->n_spare += end - MIN (end, self->max_line);
  self->next++;
}

/* Makes line FIRST the one that comes next. */
static void
seek (MaskedLines *self,
      gint64       first)
{
  if (self->masker == NULL || self->next > first || first - self->next > MASKER_LINES_BEFORE) {
    g_autoptr (Masker) before = g_steal_pointer (&self->masker);

    self->masker = masker_new ();
    if (before != NULL)
      masker_share_known (self->masker, before);
    self->next = MAX (first - MASKER_LINES_BEFORE, 1);
    self->first = self->next;
    g_string_truncate (self->text, 0);
    g_array_set_size (self->taken, 0);
    self->n_spare = 0;
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

/* Takes from SECRETS those that begin below line LAST. */
static void
drop_later (SecretList *secrets,
            gint64      last)
{
  secrets->n_masked = 0;
  for (guint i = secrets->secrets->len; i > 0; i--) {
    const Secret *secret = g_ptr_array_index (secrets->secrets, i - 1);

    if (secret->lines->len > 0 && g_array_index (secret->lines, gint64, 0) > last) {
      g_hash_table_remove (secrets->by_text, g_ptr_array_index (secret->texts, 0));
      g_ptr_array_remove_index (secrets->secrets, i - 1);
    } else {
      secrets->n_masked += secret->n_masked;
    }
  }
}

/* Pushes lines below LAST until it was given. What is found in them does not count. */
static void
give_up_to (MaskedLines *self,
            gint64       last)
{
  gint64 n_lines = log_store_get_n_lines (self->store);
  g_autoptr (SecretList) secrets = secret_list_new ();

  masker_set_list (self->masker, self->list != NULL ? secrets : NULL);
  while (self->next <= n_lines && find_line (self, last + 1) == NULL)
    push_line (self);
  if (self->next > n_lines)
    masker_finish (self->masker, self->text);
  drop_later (secrets, last);
  if (self->list != NULL)
    secret_list_merge (self->list, secrets);
}

static void
drop_given (MaskedLines *self)
{
  guint n = 0;

  for (const char *end = self->text->str; (end = strchr (end, '\n')) != NULL; end++)
    n++;
  self->first += n;
  g_array_remove_range (self->taken, 0, MIN (n, self->taken->len));
  g_string_truncate (self->text, 0);
  self->n_spare = 0;
}

/* Where a line of LENGTH bytes is cut: before MAX_LINE, or behind the mask that this falls into. */
static gsize
find_cut (MaskedLines *self,
          const char  *line,
          gsize        length)
{
  gsize cut = self->max_line;
  const char *mask = g_strrstr_len (line, (gssize) MIN (length, cut + strlen (MASK) - 1), MASK);
  const char *end = mask != NULL ? memchr (mask, ']', line + length - mask) : NULL;

  if (end != NULL && mask < line + cut && end >= line + cut)
    return end + 1 - line;

  return character_find_cut (line, cut);
}

/* Line NUMBER, given as the LENGTH bytes of LINE, as it is shown. */
static char *
dup_shown (MaskedLines *self,
           gint64       number,
           const char  *line,
           gsize        length)
{
  TakenLine taken = g_array_index (self->taken, TakenLine, number - self->first);
  gsize cut;

  cut = taken.is_long && length > self->max_line ? find_cut (self, line, length) : length;
  taken.n_unread += length - cut;
  if (taken.n_unread == 0)
    return g_strndup (line, length);

  return g_strdup_printf ("%.*s … %" G_GSIZE_FORMAT " more bytes", (int) cut, line, taken.n_unread);
}

static gboolean
take_lines (MaskedLines *self,
            LineRange    range,
            gsize        max_bytes,
            GPtrArray   *lines)
{
  const char *start = find_line (self, range.first);
  guint n_before = lines->len;
  gsize n_bytes = 0;

  for (gint64 i = range.first; i <= range.last; i++) {
    const char *end = start != NULL ? strchr (start, '\n') : NULL;
    char *line;

    if (end == NULL || n_bytes > max_bytes)
      break;
    line = dup_shown (self, i, start, end - start);
    n_bytes += strlen (line) + 1;
    g_ptr_array_add (lines, line);
    start = end + 1;
  }
  if (lines->len - n_before == (gsize) (range.last - range.first + 1) && n_bytes <= max_bytes)
    return TRUE;
  g_ptr_array_set_size (lines, (int) n_before);

  return FALSE;
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
  enough = self->text->len - MIN (self->n_spare, self->text->len) + max_bytes + MAX_KEPT;
  masker_set_list (self->masker, self->list);
  while (self->next <= range.last
         && self->text->len - MIN (self->n_spare, self->text->len) <= enough)
    push_line (self);
  if (self->next > range.last) {
    give_up_to (self, range.last);
    good = take_lines (self, range, max_bytes, lines);
  }
  masker_set_list (self->masker, NULL);
  drop_given (self);

  return good;
}
