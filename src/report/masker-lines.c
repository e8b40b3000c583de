/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What goes on over several lines. */

#include "config.h"

#include <string.h>

#include "markdown.h"

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

void
masker_open_secret (Masker             *masker,
                    const SecretFormat *format,
                    const char         *prefix,
                    gsize               length)
{
  OpenSecret *open = &masker->open;

  open->format = format;
  open->secret = NULL;
  open->is_noted = FALSE;
  open->width = 0;
  open->is_short = FALSE;
  open->n_strange = 0;
  g_string_truncate (open->prefix, 0);
  g_string_append_len (open->prefix, prefix, length);
}

/* Notes a line's part of the open secret in the list, and appends what takes its place; where it is not to be
 * masked, its bytes FROM to TO. */
static void
append_secret_part (Masker     *masker,
                    const char *text,
                    gsize       length,
                    gsize       from,
                    gsize       to,
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
    g_string_append_len (out, text + from, to - from);
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

/* Appends what is given of a line whose bytes START to END are of the open secret. Returns where that ended. */
static gsize
append_around (Masker     *masker,
               const Part *part,
               gsize       start,
               gsize       end,
               GString    *out)
{
  const char *text = part->text;
  gsize to = MIN (part->to, part->length);
  gsize done = part->from;

  if (done < MIN (start, to)) {
    g_string_append_len (out, text + done, MIN (start, to) - done);
    done = MIN (start, to);
  }
  if (done < MIN (end, to)) {
    append_secret_part (masker, text + start, end - start, done - start, MIN (end, to) - start, out);
    done = end;
  }
  if (done < to)
    g_string_append_len (out, text + done, to - done);

  return MAX (done, to);
}

/* Whether the line belongs to the secret that is open; if so what is given of it is appended. */
static gboolean
append_open_secret (Masker     *masker,
                    const Part *part,
                    GString    *out,
                    gsize      *ret_done)
{
  OpenSecret *open = &masker->open;
  gsize prefix = measure_prefix (open->prefix, part->text, part->length);
  const char *rest = part->text + prefix;
  gsize length = part->length - prefix;
  gsize start = 0;
  gsize end = 0;
  gboolean is_last = masker_find (masker, open->format->end, rest, length, 0, &start, &end);

  if (is_last)
    start = 0;
  else if (length > 0 && (!masker_find (masker, open->format->body, rest, length, 0, &start, &end) ||
                          !may_follow (open, rest + start, end - start, prefix > 0)))
    return got_strange_line (open);

  *ret_done = append_around (masker, part, prefix + start, prefix + end, out);
  if (is_last)
    open->format = NULL;

  return TRUE;
}

/* Appends what is given of the text of a line. Returns where that ended. */
static gsize
append_text (Masker     *masker,
             const Part *part,
             GString    *out)
{
  gsize done;

  if (masker->open.format != NULL && append_open_secret (masker, part, out, &done)) {
    masker_forget_above (masker);
  } else {
    done = masker_append_found (masker, part->text, part->length, part->from, MIN (part->to, part->length), out);
    masker_note_above (masker, part->text, part->length);
  }

  return done;
}

static void
append_line (Masker     *masker,
             const Part *part,
             GString    *out)
{
  append_text (masker, part, out);
  if (part->to == G_MAXSIZE)
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

  masker->held = g_ptr_array_new_with_free_func (kept_line_free);
  if (is_secret)
    masker_open_secret (masker, masker->held_format, masker->held_prefix->str, masker->held_prefix->len);
  for (guint i = 0; i < held->len; i++) {
    Part part = kept_line_get_part (g_ptr_array_index (held, i));

    append_line (masker, &part, out);
  }
}

/* Appends them where TEXT, which tells what they are, is no more of them. */
static void
release_before (Masker     *masker,
                const char *text,
                gsize       length,
                GString    *out)
{
  gsize start;
  gsize end;

  if (masker->held->len > 0)
    release (masker, masker_find (masker, masker->held_format->end, text, length, 0, &start, &end), out);
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
           const Part *part)
{
  const char *text = part->text;
  gsize length = part->length;
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
    g_ptr_array_add (masker->held, kept_line_new (part, 0, 0));
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
           const Part *part,
           GString    *out)
{
  if (masker->open.format == NULL && !has_wrapped_token (masker) && hold_line (masker, part))
    return;
  release_before (masker, part->text, part->length, out);
  append_line (masker, part, out);
}

/* Appends the lines that were kept for a token. */
static void
push_wrapping (Masker  *masker,
               GString *out)
{
  g_autoptr (GPtrArray) lines = g_steal_pointer (&masker->wrapping);

  masker->wrapping = g_ptr_array_new_with_free_func (kept_line_free);
  for (guint i = 0; i < lines->len; i++) {
    Part part = kept_line_get_part (g_ptr_array_index (lines, i));

    masker->wrapped = g_ptr_array_index (lines, i);
    push_line (masker, &part, out);
  }
  masker->wrapped = NULL;
}

/* Appends them with the token that they have together masked. */
static void
end_wrapping (Masker  *masker,
              GString *out)
{
  if (masker->wrapping->len > 1)
    masker_join_wrapped (masker);
  push_wrapping (masker, out);
}

void
masker_push_cut (Masker     *masker,
                 const char *text,
                 gsize       length,
                 gsize       from,
                 gsize       to,
                 GString    *out)
{
  Part part = { text, length, MIN (from, length), to };

  if (to != G_MAXSIZE)
    part.to = CLAMP (to, part.from, length);
  if (masker->wrapping->len > 0) {
    gboolean goes_on = FALSE;
    gboolean is_kept = masker_continue_wrapped (masker, &part, &goes_on);

    if (!goes_on)
      end_wrapping (masker, out);
    if (is_kept)
      return;
  }
  if (masker->open.format != NULL || masker->held->len > 0 || !masker_begin_wrapped (masker, &part))
    push_line (masker, &part, out);
}

void
masker_push (Masker     *masker,
             const char *text,
             gsize       length,
             GString    *out)
{
  masker_push_cut (masker, text, length, 0, G_MAXSIZE, out);
}

guint
masker_get_n_kept (Masker *masker)
{
  return masker->wrapping->len + masker->held->len;
}

void
masker_finish (Masker  *masker,
               GString *out)
{
  end_wrapping (masker, out);
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
  Part part = { text, length, from, to };
  g_autoptr (KeptLine) last = NULL;
  gboolean goes_on;
  gsize done;

  if (masker->wrapping->len > 0 && masker_continue_wrapped (masker, &part, &goes_on)) {
    masker_join_wrapped (masker);
    last = g_ptr_array_steal_index (masker->wrapping, masker->wrapping->len - 1);
    push_wrapping (masker, out);
  } else {
    end_wrapping (masker, out);
  }
  release_before (masker, text, length, out);

  masker->wrapped = last;
  done = append_text (masker, &part, out);
  masker->wrapped = NULL;
  masker_forget_above (masker);

  return done;
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

char *
masker_dup_line (Masker     *masker,
                 const char *text,
                 guint       max_characters)
{
  g_autofree char *line = markdown_dup_line (text);
  g_autofree char *masked = masker_dup_text (masker, line);
  g_autofree char *start = NULL;

  if (max_characters == 0 || g_utf8_strlen (masked, -1) <= max_characters)
    return g_steal_pointer (&masked);
  start = g_utf8_substring (masked, 0, max_characters);

  return g_strconcat (start, "…", NULL);
}
