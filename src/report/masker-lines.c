/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What goes on over several lines. */

#include "config.h"

#include <string.h>

#include "masker-private.h"

/* Lines that another process wrote into the middle of a key. */
#define MAX_STRANGE 8

/* A line so long is a key's whatever stands before it. */
#define LONG_LINE 40

/* The longest keys in use have fewer lines. */
#define MAX_HELD 256

static gsize
count_digits (const char *text,
              gsize       length)
{
  gsize n = 0;

  while (n < length && g_ascii_isdigit (text[n]))
    n++;

  return n;
}

/* How much of TEXT is PREFIX, where a time or a number in it may have gone on; 0 where it is not. */
static gsize
measure_prefix (const GString *prefix,
                const char    *text,
                gsize          length)
{
  gsize at = 0;

  for (gsize i = 0; i < prefix->len;) {
    gsize digits = count_digits (prefix->str + i, prefix->len - i);
    gsize found = digits > 0 ? count_digits (text + at, length - at)
                             : at < length && text[at] == prefix->str[i];

    if (found == 0)
      return 0;
    at += found;
    i += MAX (digits, 1);
  }

  return at;
}

/* Takes a masked line's part for the list. */
static void
append_part (Masker     *masker,
             const char *text,
             gsize       length,
             GString    *out)
{
  OpenSecret *open = &masker->open;
  gboolean wanted = masker_is_wanted (masker, open->format, text, length);

  if (masker->list != NULL && !open->is_noted) {
    open->secret = secret_list_add (masker->list, open->format->kind, FALSE, text, length,
                                    masker->line, wanted);
    open->is_noted = TRUE;
  } else if (open->secret != NULL) {
    secret_add_part (open->secret, text, length);
  }

  if (wanted)
    masker_append_mask (out, open->format);
  else
    g_string_append_len (out, text, length);
}

/* Whether a key's line of WIDTH columns may follow those before. */
static gboolean
may_follow (OpenSecret *open,
            const char *text,
            gsize       width,
            gboolean    has_prefix)
{
  /* A terminal narrower than the key tears each of its lines in two. */
  if (open->is_short && text[0] != '=' && width < LONG_LINE)
    return FALSE;
  if (open->n_strange > 0 && width < LONG_LINE && !has_prefix)
    return FALSE;

  open->is_short = width < open->width;
  open->width = MAX (open->width, width);
  open->n_strange = 0;

  return TRUE;
}

/* A line that is none of the secret's: it may stand between two of them. */
static gboolean
got_strange_line (OpenSecret *open)
{
  if (open->is_short || ++open->n_strange > MAX_STRANGE)
    open->format = NULL;

  return FALSE;
}

/* Whether the line belongs to the secret that is open; if so it is appended. */
static gboolean
append_open_secret (Masker     *masker,
                    const char *text,
                    gsize       length,
                    GString    *out)
{
  OpenSecret *open = &masker->open;
  const SecretFormat *format = open->format;
  gsize prefix = measure_prefix (open->prefix, text, length);
  const char *rest = text + prefix;
  gsize start;
  gsize end;

  length -= prefix;
  if (masker_find (masker, format->end, rest, length, 0, &start, &end)) {
    g_string_append_len (out, text, prefix);
    append_part (masker, rest, end, out);
    g_string_append_len (out, rest + end, length - end);
    open->format = NULL;
    return TRUE;
  }
  if (length == 0) {
    g_string_append_len (out, text, prefix);
    return TRUE;
  }
  if (!masker_find (masker, format->body, rest, length, 0, &start, &end) ||
      !may_follow (open, rest + start, end - start, prefix > 0))
    return got_strange_line (open);

  g_string_append_len (out, text, prefix + start);
  append_part (masker, rest + start, end - start, out);
  g_string_append_len (out, rest + end, length - end);

  return TRUE;
}

static void
append_line (Masker     *masker,
             const char *text,
             gsize       length,
             GString    *out)
{
  if (masker->open.format != NULL && append_open_secret (masker, text, length, out)) {
    masker_forget_above (masker);
  } else {
    masker_append_found (masker, text, length, 0, length, out);
    masker_note_above (masker, text, length);
  }
  g_string_append_c (out, '\n');
  if (masker->line > 0)
    masker->line++;
}

/* Appends the lines that were held: they are the rest of a secret, or nothing. */
static void
release (Masker   *masker,
         gboolean  is_secret,
         GString  *out)
{
  g_autoptr (GPtrArray) held = g_steal_pointer (&masker->held);

  masker->held = g_ptr_array_new_with_free_func (g_free);
  if (is_secret) {
    masker->open.format = masker->held_format;
    masker->open.secret = NULL;
    masker->open.is_noted = FALSE;
    masker->open.width = 0;
    masker->open.is_short = FALSE;
    masker->open.n_strange = 0;
    g_string_assign (masker->open.prefix, masker->held_prefix->str);
    masker->n_masked++;
  }
  for (guint i = 0; i < held->len; i++) {
    const char *line = g_ptr_array_index (held, i);

    append_line (masker, line, strlen (line), out);
  }
}

/* Whether TEXT ends as a long line of a key does. */
static gboolean
ends_like_key (const char *text,
               gsize       length)
{
  gsize end = length;
  gsize start;

  while (end > 0 && strchr ("\"',;+\\nr ", text[end - 1]) != NULL)
    end--;
  start = end;
  while (start > 0 && (g_ascii_isalnum (text[start - 1]) || strchr ("+/=", text[start - 1])))
    start--;

  return length - start >= LONG_LINE;
}

/* Whether the line may be the rest of a secret whose start is not in the text. */
static gboolean
hold_line (Masker     *masker,
           const char *text,
           gsize       length)
{
  gboolean is_first = masker->held->len == 0;
  gsize prefix = is_first ? 0 : measure_prefix (masker->held_prefix, text, length);
  gsize start;
  gsize end;

  if (masker->held->len == MAX_HELD || (is_first && !ends_like_key (text, length)) ||
      memchr (text, '\0', length) != NULL)
    return FALSE;

  for (guint i = 0; i < masker->formats->formats->len; i++) {
    const SecretFormat *format = g_ptr_array_index (masker->formats->formats, i);

    if (format->rest == NULL || (!is_first && format != masker->held_format) ||
        !masker_find (masker, is_first ? format->rest : format->body, text + prefix, length - prefix, 0,
                      &start, &end))
      continue;
    if (is_first) {
      masker->held_format = format;
      g_string_truncate (masker->held_prefix, 0);
      g_string_append_len (masker->held_prefix, text, start);
    }
    g_ptr_array_add (masker->held, g_strndup (text, length));
    return TRUE;
  }

  return FALSE;
}

/* Whether the line that is appended has a part of a token that was wrapped: it is none of a key's. */
static gboolean
has_wrapped_token (const Masker *masker)
{
  return masker->wrapped != NULL && masker->wrapped->format != NULL;
}

/* Appends the line, or keeps it while it may be the rest of a key. */
static void
push_line (Masker     *masker,
           const char *text,
           gsize       length,
           GString    *out)
{
  gsize start;
  gsize end;

  if (masker->open.format == NULL && !has_wrapped_token (masker) &&
      hold_line (masker, text, length))
    return;
  if (masker->held->len > 0)
    release (masker,
             masker_find (masker, masker->held_format->end, text, length, 0, &start, &end), out);
  append_line (masker, text, length, out);
}

/* Appends the lines that were kept, with the token that they have together masked. */
static void
push_wrapping (Masker  *masker,
               GString *out)
{
  g_autoptr (GPtrArray) lines = NULL;

  if (masker->wrapping->len == 0)
    return;
  if (masker->wrapping->len > 1)
    masker_join_wrapped (masker);

  lines = g_steal_pointer (&masker->wrapping);
  masker->wrapping = g_ptr_array_new_with_free_func (wrapped_line_free);
  for (guint i = 0; i < lines->len; i++) {
    masker->wrapped = g_ptr_array_index (lines, i);
    push_line (masker, masker->wrapped->line->str, masker->wrapped->line->len, out);
  }
  masker->wrapped = NULL;
}

void
masker_push (Masker     *masker,
             const char *text,
             gsize       length,
             GString    *out)
{
  if (masker->wrapping->len > 0) {
    gboolean goes_on = FALSE;
    gboolean is_kept = masker_continue_wrapped (masker, text, length, &goes_on);

    if (!goes_on)
      push_wrapping (masker, out);
    if (is_kept)
      return;
  }
  if (masker->open.format != NULL || masker->held->len > 0 ||
      !masker_begin_wrapped (masker, text, length))
    push_line (masker, text, length, out);
}

void
masker_finish (Masker  *masker,
               GString *out)
{
  push_wrapping (masker, out);
  if (masker->held->len > 0)
    release (masker, FALSE, out);
}

gsize
masker_push_part (Masker     *masker,
                  const char *text,
                  gsize       length,
                  gsize       from,
                  gsize       to,
                  GString    *out)
{
  gsize start;
  gsize end;
  gsize size;

  push_wrapping (masker, out);
  if (masker->held->len > 0)
    release (masker,
             masker_find (masker, masker->held_format->end, text, length, 0, &start, &end), out);
  size = out->len;
  if (masker->open.format == NULL || !append_open_secret (masker, text, length, out)) {
    end = masker_append_found (masker, text, length, from, to, out);
    masker_forget_above (masker);
    return end;
  }

  /* Of a line of a key there is nothing to be shown but the mask. */
  if (strstr (out->str + size, MASK) == NULL)
    g_string_append_len (g_string_truncate (out, size), text + from, to - from);

  return to;
}

char *
masker_dup_text (Masker     *masker,
                 const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  const char *line = text;
  const char *end;

  while ((end = strchr (line, '\n')) != NULL) {
    masker_push (masker, line, end - line, out);
    line = end + 1;
  }
  if (line[0] != '\0')
    masker_push (masker, line, strlen (line), out);
  masker_finish (masker, out);
  if (out->len > 0 && text[strlen (text) - 1] != '\n')
    g_string_truncate (out, out->len - 1);

  return g_string_free (out, FALSE);
}
