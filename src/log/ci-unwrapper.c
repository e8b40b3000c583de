/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "ci-unwrapper.h"

/* What marks without a line of their own say of the next line. */
typedef struct {
  LineMark  mark;
  char     *name;                /* of a section that starts, or NULL where only a line tells it */
  gint64    time;
  gint64    took;
} Pending;

struct CiUnwrapper {
  const CiFormat *format;
  Pending         pending;
  char           *key;           /* of the section that is open, or NULL where none is */
  char           *name;          /* what Line.section is */
  GString        *changed;       /* a line whose start was replaced */
  GString        *new_start;
  GArray         *shifted;       /* the styles of such a line */
};

CiUnwrapper *
ci_unwrapper_new (const CiFormat *format)
{
  CiUnwrapper *unwrapper = g_new0 (CiUnwrapper, 1);

  unwrapper->format = format;
  unwrapper->pending.time = LINE_NO_TIME;
  unwrapper->changed = g_string_new (NULL);
  unwrapper->new_start = g_string_new (NULL);
  unwrapper->shifted = g_array_new (FALSE, FALSE, sizeof (LineStyle));

  return unwrapper;
}

void
ci_unwrapper_free (CiUnwrapper *unwrapper)
{
  if (unwrapper == NULL)
    return;

  g_free (unwrapper->pending.name);
  g_free (unwrapper->key);
  g_free (unwrapper->name);
  g_string_free (unwrapper->changed, TRUE);
  g_string_free (unwrapper->new_start, TRUE);
  g_array_unref (unwrapper->shifted);
  g_free (unwrapper);
}

static gboolean
is_start (LineMark mark)
{
  return mark == LINE_MARK_SECTION_START || mark == LINE_MARK_SECTION_START_OPEN;
}

/* What a section's start and end have in common, or NULL where MARK does not tell it. TEXT is what
 * the mark was read from: without a name of its own the rest of it names a start. */
static char *
dup_key (const CiMark *mark,
         const char   *text,
         gsize         length)
{
  const LineFields *fields = &mark->fields;

  if (fields->key != NULL)
    return g_strndup (fields->key, fields->key_length);
  if (fields->name == NULL && is_start (mark->mark))
    return g_strndup (text + fields->length, length - fields->length);

  return g_strndup (fields->name, fields->name_length);
}

/* Whether MARK counts, as things are: an end that is another section's does not. */
static gboolean
counts (CiUnwrapper  *unwrapper,
        const CiMark *mark)
{
  g_autofree char *key = NULL;

  if (mark->mark == LINE_MARK_SECTION_END) {
    key = dup_key (mark, NULL, 0);
    return unwrapper->key != NULL && (key == NULL || g_str_equal (key, unwrapper->key));
  }

  return !mark->outside || unwrapper->key == NULL;
}

/* A section starts or ends with MARK, in a line or before the next one. */
static void
note_mark (CiUnwrapper  *unwrapper,
           const CiMark *mark,
           const char   *text,
           gsize         length)
{
  if (is_start (mark->mark)) {
    g_free (unwrapper->key);
    unwrapper->key = dup_key (mark, text, length);
  } else if (mark->mark == LINE_MARK_SECTION_END) {
    g_clear_pointer (&unwrapper->key, g_free);
  }
}

/* The name that MARK gives a section that starts; TEXT is what it stands at the start of. */
static char *
make_name (CiUnwrapper  *unwrapper,
           const CiMark *mark,
           const char   *text,
           gsize         length)
{
  const LineFields *fields = &mark->fields;

  if (fields->name != NULL)
    return ci_format_make_name (unwrapper->format, fields->name, fields->name_length);

  return ci_format_make_name (unwrapper->format, text + fields->length, length - fields->length);
}

/* MARK, read from TEXT, has no line of its own: it is said of the next one. */
static void
keep_mark (CiUnwrapper  *unwrapper,
           const CiMark *mark,
           const char   *text,
           gsize         length)
{
  Pending *pending = &unwrapper->pending;

  if (mark->fields.time != LINE_NO_TIME)
    pending->time = mark->fields.time;
  pending->took += MIN (mark->fields.took, G_MAXINT64 - pending->took);
  if (!counts (unwrapper, mark))
    return;

  note_mark (unwrapper, mark, text, length);
  g_clear_pointer (&pending->name, g_free);
  if (is_start (mark->mark)) {
    pending->mark = mark->mark;
    if (mark->fields.key == NULL)
      pending->name = make_name (unwrapper, mark, text, length);
  } else if (mark->mark == LINE_MARK_SECTION_END) {
    pending->mark = LINE_MARK_SECTION_ENDED;
  }
}

/* NOTES are marks that were erased. Returns whether there are any. */
static gboolean
read_notes (CiUnwrapper *unwrapper,
            const char  *notes)
{
  gboolean found = FALSE;

  while (notes != NULL && *notes != '\0') {
    gsize length = strcspn (notes, "\n");
    CiMark mark;

    if (ci_format_read_mark (unwrapper->format, notes, length, &mark)) {
      keep_mark (unwrapper, &mark, notes, length);
      found = TRUE;
    }
    notes += length + (notes[length] == '\n');
  }

  return found;
}

/* The styles of LINE, whose first REMOVED bytes have made room for ADDED others. */
static void
shift_styles (CiUnwrapper *unwrapper,
              Line        *line,
              gsize        removed,
              gsize        added)
{
  g_array_set_size (unwrapper->shifted, 0);
  for (guint i = 0; i < line->n_styles; i++) {
    LineStyle style = line->styles[i];
    gsize start = MAX (style.start, removed);
    gsize end = (gsize) style.start + style.length;

    if (end > start) {
      style.start = start - removed + added;
      style.length = end - start;
      g_array_append_val (unwrapper->shifted, style);
    }
  }
  line->styles = (gconstpointer) unwrapper->shifted->data;
  line->n_styles = unwrapper->shifted->len;
}

static void
replace_start (CiUnwrapper *unwrapper,
               Line        *line)
{
  GString *changed = unwrapper->changed;
  gsize removed;

  if (!ci_format_replace (unwrapper->format, line->text, line->length, unwrapper->new_start,
                          &removed))
    return;

  g_string_truncate (changed, 0);
  g_string_append_len (changed, unwrapper->new_start->str, unwrapper->new_start->len);
  g_string_append_len (changed, line->text + removed, line->length - removed);
  shift_styles (unwrapper, line, removed, unwrapper->new_start->len);
  line->text = changed->str;
  line->length = changed->len;
}

static void
set_mark (CiUnwrapper *unwrapper,
          Line        *line,
          LineMark     mark,
          char        *name)
{
  g_free (unwrapper->name);
  unwrapper->name = name;
  line->mark = mark;
  line->section = name;
}

/* LINE starts as one that the format knows. FALSE where it goes. */
static gboolean
take_known_line (CiUnwrapper *unwrapper,
                 Line        *line)
{
  const CiFormat *format = unwrapper->format;
  CiMark mark = { LINE_MARK_NONE };
  gboolean found = ci_format_read_mark (format, line->text, line->length, &mark);

  if (found && ci_format_hides_marks (format)) {
    keep_mark (unwrapper, &mark, line->text, line->length);
    return FALSE;
  }
  if (!is_start (mark.mark) && ci_format_drops (format, line->text, line->length)) {
    if (found)
      keep_mark (unwrapper, &mark, line->text, line->length);
    return FALSE;
  }

  if (found && counts (unwrapper, &mark)) {
    note_mark (unwrapper, &mark, line->text, line->length);
    set_mark (unwrapper, line, mark.mark,
              is_start (mark.mark)
                ? make_name (unwrapper, &mark, line->text, line->length) : NULL);
  }
  replace_start (unwrapper, line);

  return TRUE;
}

/* What marks before LINE, or erased from it, said. HAS_HEADER: the line is what the section that
 * starts is called. */
static void
apply_pending (CiUnwrapper *unwrapper,
               Line        *line,
               gboolean     has_header)
{
  Pending *pending = &unwrapper->pending;

  if (line->time == LINE_NO_TIME)
    line->time = pending->time;
  line->took = pending->took;

  if (line->mark == LINE_MARK_NONE && is_start (pending->mark))
    set_mark (unwrapper, line, pending->mark,
              pending->name == NULL || (has_header && line->length > 0)
                ? ci_format_make_name (unwrapper->format, line->text, line->length)
                : g_steal_pointer (&pending->name));
  else if (line->mark == LINE_MARK_NONE)
    line->mark = pending->mark;

  g_free (pending->name);
  *pending = (Pending) { .time = LINE_NO_TIME };
}

gboolean
ci_unwrapper_take (CiUnwrapper *unwrapper,
                   Line        *line,
                   const char  *notes)
{
  const Pending *pending = &unwrapper->pending;
  gboolean had_start = is_start (pending->mark);
  gboolean has_notes = notes != NULL && read_notes (unwrapper, notes);

  if (has_notes && line->length == 0)
    return FALSE;
  if (ci_format_knows_start (unwrapper->format, line->text, line->length) &&
      !take_known_line (unwrapper, line))
    return FALSE;

  if (pending->mark != LINE_MARK_NONE || pending->time != LINE_NO_TIME || pending->took > 0)
    apply_pending (unwrapper, line, has_notes && !had_start);

  return TRUE;
}
