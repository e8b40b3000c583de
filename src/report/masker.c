/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "secret-formats.h"

#include "masker.h"

#define MASK        "[REDACTED"
#define MATCH_LIMIT 1000000

/* A secret in a line. */
typedef struct {
  gsize       start;
  gsize       end;
  guint       order;     /* of its format; the first that fits names the kind */
  const char *kind;
} Hit;

struct Masker {
  const SecretFormats *formats;
  pcre2_match_data    *match;
  pcre2_match_context *context;
  GArray              *hits;
  guint8              *present;   /* a byte for each format: whether the line has a keyword of it */
  GString             *prefix;    /* what stood before the open secret's first line */
  const SecretFormat  *open;      /* the secret that goes on from the line before, or NULL */
  gboolean             started;
  guint                n_masked;
};

Masker *
masker_new (void)
{
  Masker *masker = g_new0 (Masker, 1);

  masker->formats = secret_formats_get ();
  masker->match = pcre2_match_data_create (8, NULL);
  masker->context = pcre2_match_context_create (NULL);
  masker->hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  masker->present = g_malloc0 (masker->formats->formats->len);
  masker->prefix = g_string_new (NULL);
  pcre2_set_match_limit (masker->context, MATCH_LIMIT);

  return masker;
}

void
masker_free (Masker *masker)
{
  pcre2_match_data_free (masker->match);
  pcre2_match_context_free (masker->context);
  g_array_unref (masker->hits);
  g_free (masker->present);
  g_string_free (masker->prefix, TRUE);
  g_free (masker);
}

/* Where CODE matches in TEXT from START on: its first group that took part, else all of it. */
static gboolean
find (Masker           *masker,
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

  if (groups <= 0)
    return FALSE;

  while (group < groups && offsets[2 * group] == PCRE2_UNSET)
    group++;
  if (group == groups)
    group = 0;
  *ret_start = offsets[2 * group];
  *ret_end = offsets[2 * group + 1];

  return TRUE;
}

static gboolean
matches (Masker           *masker,
         const pcre2_code *code,
         const char       *text,
         gsize             length)
{
  return pcre2_match (code, (PCRE2_SPTR) text, length, 0, 0, masker->match, masker->context) > 0;
}

static void
add_hits (Masker             *masker,
          const SecretFormat *format,
          guint               order,
          const char         *text,
          gsize               length)
{
  gsize from = 0;
  gsize start;
  gsize end;

  while (from < length && find (masker, format->pattern, text, length, from, &start, &end)) {
    Hit hit = { start, end, order, format->kind };
    gboolean masked = memmem (text + start, end - start, MASK, strlen (MASK)) != NULL;

    if (end > start && !masked &&
        !(format->unless && matches (masker, format->unless, text + start, end - start)))
      g_array_append_val (masker->hits, hit);
    from = MAX (end, from + 1);
  }
}

/* A secret that begins on this line and goes on over the next. */
static void
open_secret (Masker             *masker,
             const SecretFormat *format,
             guint               order,
             const char         *text,
             gsize               length)
{
  Hit hit = { 0, length, order, format->kind };
  gsize end;

  if (!find (masker, format->begin, text, length, 0, &hit.start, &end))
    return;

  g_array_append_val (masker->hits, hit);
  g_string_truncate (masker->prefix, 0);
  g_string_append_len (masker->prefix, text, hit.start);
  masker->open = format;
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

static void
collect_hits (Masker     *masker,
              const char *text,
              gsize       length)
{
  g_array_set_size (masker->hits, 0);
  if (!secret_formats_scan (masker->formats, text, length, masker->present))
    return;

  for (guint i = 0; i < masker->formats->formats->len; i++) {
    const SecretFormat *format = g_ptr_array_index (masker->formats->formats, i);

    if (!masker->present[i])
      continue;
    if (format->begin != NULL)
      open_secret (masker, format, i, text, length);
    else
      add_hits (masker, format, i, text, length);
  }
  g_array_sort (masker->hits, compare_hits);
}

static void
append_mask (GString    *out,
             const char *kind)
{
  g_string_append_printf (out, MASK ":%s]", kind);
}

static void
append_with_hits (Masker     *masker,
                  const char *text,
                  gsize       length,
                  GString    *out)
{
  gsize done = 0;

  for (guint i = 0; i < masker->hits->len; i++) {
    const Hit *hit = &g_array_index (masker->hits, Hit, i);

    if (hit->start >= done) {
      g_string_append_len (out, text + done, hit->start - done);
      append_mask (out, hit->kind);
      masker->n_masked++;
    }
    done = MAX (done, hit->end);
  }
  g_string_append_len (out, text + done, length - done);
}

/* Whether the line belongs to the secret that is open. */
static gboolean
append_open_secret (Masker     *masker,
                    const char *text,
                    gsize       length,
                    GString    *out)
{
  const SecretFormat *format = masker->open;
  gsize start;
  gsize end;

  if (length >= masker->prefix->len && memcmp (text, masker->prefix->str, masker->prefix->len) == 0) {
    text += masker->prefix->len;
    length -= masker->prefix->len;
  } else {
    g_string_truncate (masker->prefix, 0);
  }

  if (find (masker, format->end, text, length, 0, &start, &end)) {
    masker->open = NULL;
    g_string_append (out, masker->prefix->str);
    append_mask (out, format->kind);
    g_string_append_len (out, text + end, length - end);
    return TRUE;
  }
  if (matches (masker, format->body, text, length)) {
    g_string_append (out, masker->prefix->str);
    append_mask (out, format->kind);
    return TRUE;
  }
  masker->open = NULL;

  return FALSE;
}

/* Takes a text's first line for the rest of a secret that it looks like. */
static void
open_rest (Masker     *masker,
           const char *text,
           gsize       length)
{
  masker->started = TRUE;
  for (guint i = 0; i < masker->formats->formats->len; i++) {
    const SecretFormat *format = g_ptr_array_index (masker->formats->formats, i);

    if (format->rest != NULL && matches (masker, format->rest, text, length)) {
      masker->open = format;
      masker->n_masked++;
      return;
    }
  }
}

void
masker_append_line (Masker     *masker,
                    const char *text,
                    gsize       length,
                    GString    *out)
{
  if (!masker->started)
    open_rest (masker, text, length);
  if (masker->open != NULL && append_open_secret (masker, text, length, out))
    return;

  collect_hits (masker, text, length);
  append_with_hits (masker, text, length, out);
}

char *
masker_dup_text (Masker     *masker,
                 const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  const char *line = text;
  const char *end;

  while ((end = strchr (line, '\n')) != NULL) {
    masker_append_line (masker, line, end - line, out);
    g_string_append_c (out, '\n');
    line = end + 1;
  }
  if (line[0] != '\0')
    masker_append_line (masker, line, strlen (line), out);

  return g_string_free (out, FALSE);
}

guint
masker_get_n_masked (Masker *masker)
{
  return masker->n_masked;
}

GPtrArray *
masker_get_warnings (void)
{
  return secret_formats_get ()->warnings;
}
