/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is found within a line. */

#include "config.h"

#include <string.h>

#include "masker-private.h"

#define MATCH_LIMIT    1000000
#define JIT_STACK      (32 * 1024)
#define JIT_STACK_MOST (1024 * 1024)

/* Longer ones are words of no program or person. */
#define MAX_EXCUSED 1024

/* A longer line names nothing that stands on the next one. */
#define MAX_NAMING 1024

Masker *
masker_new (void)
{
  Masker *masker = g_new0 (Masker, 1);

  masker->formats = secret_formats_get ();
  masker->match = pcre2_match_data_create (8, NULL);
  masker->context = pcre2_match_context_create (NULL);
  masker->stack = pcre2_jit_stack_create (JIT_STACK, JIT_STACK_MOST, NULL);
  masker->choices = secret_choices_ref ();
  masker->masks_personal = secret_choices_get_masks_personal ();
  masker->known = known_values_new ();
  masker->hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  masker->present = g_malloc0 (masker->formats->formats->len);
  masker->reading = g_string_new (NULL);
  masker->places = g_array_new (FALSE, FALSE, sizeof (Place));
  line_above_init (&masker->above);
  masker->named = g_ptr_array_new ();
  masker->open.prefix = g_string_new (NULL);
  masker->held = g_ptr_array_new_with_free_func (kept_line_free);
  masker->held_prefix = g_string_new (NULL);
  masker->wrapping = g_ptr_array_new_with_free_func (kept_line_free);
  pcre2_set_match_limit (masker->context, MATCH_LIMIT);
  pcre2_jit_stack_assign (masker->context, NULL, masker->stack);

  return masker;
}

void
masker_free (Masker *masker)
{
  pcre2_match_data_free (masker->match);
  pcre2_match_context_free (masker->context);
  pcre2_jit_stack_free (masker->stack);
  g_clear_pointer (&masker->choices, g_hash_table_unref);
  known_values_unref (masker->known);
  g_array_unref (masker->hits);
  g_free (masker->present);
  g_string_free (masker->reading, TRUE);
  g_array_unref (masker->places);
  line_above_clear (&masker->above);
  g_ptr_array_unref (masker->named);
  g_string_free (masker->open.prefix, TRUE);
  g_ptr_array_unref (masker->held);
  g_string_free (masker->held_prefix, TRUE);
  g_ptr_array_unref (masker->wrapping);
  g_free (masker);
}

void
masker_set_list (Masker     *masker,
                 SecretList *list)
{
  masker->list = list;
  masker->open.secret = NULL;
  masker->open.is_noted = FALSE;
}

void
masker_set_line (Masker *masker,
                 gint64  number)
{
  masker->line = number;
}

GPtrArray *
masker_get_warnings (void)
{
  return secret_formats_get ()->warnings;
}

gboolean
masker_find (Masker           *masker,
             const pcre2_code *code,
             const char       *text,
             gsize             length,
             gsize             start,
             gsize            *ret_start,
             gsize            *ret_end)
{
  PCRE2_SIZE *offsets = pcre2_get_ovector_pointer (masker->match);
  int groups = pcre2_match (code, (PCRE2_SPTR) text, length, start, 0,
                            masker->match, masker->context);
  int group = 1;

  if (groups == PCRE2_ERROR_NOMATCH)
    return FALSE;
  if (groups <= 0) {
    *ret_start = start;
    *ret_end = length;
    return TRUE;
  }

  while (group < groups && offsets[2 * group] == PCRE2_UNSET)
    group++;
  if (group == groups)
    group = 0;
  *ret_start = offsets[2 * group];
  *ret_end = offsets[2 * group + 1];

  return TRUE;
}

/* Whether it matches, as far as that can be told. */
static gboolean
matches (Masker           *masker,
         const pcre2_code *code,
         const char       *text,
         gsize             length)
{
  return pcre2_match (code, (PCRE2_SPTR) text, length, 0, 0, masker->match, masker->context) > 0;
}

gboolean
masker_is_wanted (Masker             *masker,
                  const SecretFormat *format,
                  const char         *text,
                  gsize               length)
{
  switch (secret_choices_look_up (masker->choices, text, length)) {
  case SECRET_CHOICE_KEEP:
    return FALSE;
  case SECRET_CHOICE_MASK:
    return TRUE;
  case SECRET_CHOICE_NONE:
  default:
    return !format->is_personal || masker->masks_personal;
  }
}

void
masker_append_mask (GString            *out,
                    const SecretFormat *format)
{
  g_string_append_printf (out, MASK ":%s]", format->kind);
}

/* Whether TEXT is no secret though FORMAT found it. What is very long is not looked at for that: it would be
 * time and again, from each place in it on. */
static gboolean
is_excused (Masker             *masker,
            const SecretFormat *format,
            const char         *text,
            gsize               length)
{
  return format->unless != NULL && length <= MAX_EXCUSED &&
         matches (masker, format->unless, text, length);
}

void
masker_add_hits (Masker             *masker,
                 const SecretFormat *format,
                 guint               order,
                 const char         *text,
                 gsize               length)
{
  gsize from = 0;
  gsize start;
  gsize end;

  while (from < length &&
         masker_find (masker, format->pattern, text, length, from, &start, &end)) {
    Hit hit = { start, end, order, format, FALSE, FALSE };
    gboolean is_hit = end > start &&
                      memmem (text + start, end - start, MASK, strlen (MASK)) == NULL &&
                      !is_excused (masker, format, text + start, end - start);

    if (is_hit)
      g_array_append_val (masker->hits, hit);

    /* In what is no secret, one may stand all the same. */
    from = MAX (is_hit ? end : start, from + 1);
  }
}

/* A secret that begins on this line and goes on over the next. */
static void
begin_secret (Masker             *masker,
              const SecretFormat *format,
              guint               order,
              const char         *text,
              gsize               length)
{
  Hit hit = { 0, length, order, format, FALSE, TRUE };
  gsize end;

  if (!masker_find (masker, format->begin, text, length, 0, &hit.start, &end))
    return;

  g_array_append_val (masker->hits, hit);
  masker_open_secret (masker, format, text, hit.start);
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *first = a;
  const Hit *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;

  return first->order < second->order ? -1 : first->order > second->order;
}

/* Makes LAST and HIT, which starts in it, one. */
static void
join_hit (Masker    *masker,
          Hit       *last,
          const Hit *hit)
{
  gboolean gives_way = last->format->is_personal && !hit->format->is_personal;
  gsize end = MAX (last->end, hit->end);

  last->opens |= hit->opens;
  if (gives_way && !masker->masks_personal) {
    *last = *hit;
    return;
  }

  if (masker->masks_personal || last->format->is_personal == hit->format->is_personal)
    last->end = end;
  if (gives_way)
    last->format = hit->format;
}

/* Makes one of hits that stand over each other: the one that starts first names the kind. What is
 * personal gives way to a secret, or goes with it where it is masked. */
static void
join_hits (Masker *masker)
{
  GArray *hits = masker->hits;
  guint n = 0;

  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < hits->len; i++) {
    Hit *last = n > 0 ? &g_array_index (hits, Hit, n - 1) : NULL;
    const Hit *hit = &g_array_index (hits, Hit, i);
    gboolean is_over = last != NULL && hit->start < last->end;

    if (is_over)
      join_hit (masker, last, hit);
    else
      g_array_index (hits, Hit, n++) = *hit;
  }
  g_array_set_size (hits, n);
}

/* Whether what FORMAT finds is of interest: personal data only where somebody looks at a list,
 * or chose to have it, or some of it, masked. */
static gboolean
is_looked_for (Masker             *masker,
               const SecretFormat *format)
{
  return !format->is_personal || masker->list != NULL || masker->choices != NULL || masker->masks_personal;
}

/* The line's part of a token that was wrapped. */
static void
add_wrapped (Masker *masker)
{
  const KeptLine *wrapped = masker->wrapped;

  if (wrapped != NULL && wrapped->format != NULL) {
    Hit hit = { wrapped->start, wrapped->end, 0, wrapped->format, TRUE, FALSE };

    g_array_append_val (masker->hits, hit);
  }
}

gboolean
masker_add_all_hits (Masker     *masker,
                     const char *text,
                     gsize       length)
{
  if (!secret_formats_scan (masker->formats, text, length, masker->present))
    return FALSE;

  for (guint i = 0; i < masker->formats->formats->len; i++) {
    const SecretFormat *format = g_ptr_array_index (masker->formats->formats, i);

    if (masker->present[i] && format->begin == NULL && format->above == NULL &&
        is_looked_for (masker, format))
      masker_add_hits (masker, format, i, text, length);
  }

  return TRUE;
}

/* What the line begins, or names: what the next one is looked at for. */
static void
note_starts (Masker     *masker,
             const char *text,
             gsize       length)
{
  gsize end = masker_find_text_end (text, length);

  for (guint i = 0; i < masker->formats->formats->len; i++) {
    const SecretFormat *format = g_ptr_array_index (masker->formats->formats, i);

    if (masker->present[i] && format->begin != NULL)
      begin_secret (masker, format, i, text, length);
    else if (masker->present[i] && format->above != NULL && is_looked_for (masker, format) &&
             end < MAX_NAMING && matches (masker, format->above, text, length))
      g_ptr_array_add (masker->named, (gpointer) format);
  }
}

/* Adds what is in the line as it reads. */
static void
add_plain_hits (Masker     *masker,
                const char *text,
                gsize       length)
{
  guint n = masker->hits->len;

  if (!masker_read_plainly (masker, text, length))
    return;

  masker_add_all_hits (masker, masker->reading->str, masker->reading->len);
  for (; n < masker->hits->len; n++) {
    Hit *hit = &g_array_index (masker->hits, Hit, n);

    hit->start = g_array_index (masker->places, Place, hit->start).start;
    hit->end = g_array_index (masker->places, Place, hit->end - 1).end;
  }
}

/* What was found may stand again, on the same line too. */
static void
note_hits (Masker     *masker,
           const char *text)
{
  for (guint i = 0; i < masker->hits->len; i++) {
    const Hit *hit = &g_array_index (masker->hits, Hit, i);
    gsize length = hit->end - hit->start;

    if (masker_is_wanted (masker, hit->format, text + hit->start, length))
      masker_note_known (masker, hit->format, text + hit->start, length);
  }
}

static void
collect_hits (Masker     *masker,
              const char *text,
              gsize       length)
{
  guint n;

  g_array_set_size (masker->hits, 0);
  g_ptr_array_set_size (masker->named, 0);
  add_wrapped (masker);
  masker_add_below (masker, text, length);
  if (masker_add_all_hits (masker, text, length))
    note_starts (masker, text, length);
  add_plain_hits (masker, text, length);
  join_hits (masker);
  note_hits (masker, text);
  n = masker->hits->len;
  masker_add_known (masker, text, length);
  if (masker->hits->len > n)
    join_hits (masker);
}

/* Appends what takes HIT's place. */
static void
append_hit (Masker     *masker,
            const Hit  *hit,
            const char *text,
            gsize       from,
            gsize       to,
            GString    *out)
{
  gsize length = hit->end - hit->start;
  gboolean wanted = masker_is_wanted (masker, hit->format, text + hit->start, length);

  if (masker->list != NULL) {
    Secret *secret = secret_list_add (masker->list, hit->format->kind, hit->format->is_personal,
                                      text + hit->start, length, masker->line, wanted);

    if (hit->opens) {
      masker->open.secret = secret;
      masker->open.is_noted = TRUE;
    }
  }

  if (wanted) {
    masker_append_mask (out, hit->format);
  } else {
    from = MAX (from, hit->start);
    g_string_append_len (out, text + from, MIN (to, hit->end) - from);
  }
}

gsize
masker_append_found (Masker     *masker,
                     const char *text,
                     gsize       length,
                     gsize       from,
                     gsize       to,
                     GString    *out)
{
  gsize done = from;

  collect_hits (masker, text, length);
  for (guint i = 0; i < masker->hits->len; i++) {
    const Hit *hit = &g_array_index (masker->hits, Hit, i);

    if (hit->end <= from)
      continue;
    if (hit->start >= to || from == to)
      break;
    if (hit->start > done)
      g_string_append_len (out, text + done, hit->start - done);
    append_hit (masker, hit, text, from, to, out);
    done = hit->end;
  }
  if (done < to)
    g_string_append_len (out, text + done, to - done);

  return MAX (done, to);
}
