/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "markdown-inline.h"

#define MAX_DEPTH 6

static void append_inline (GString    *markup,
                           const char *start,
                           const char *end,
                           guint       depth);

static void
append_escaped (GString    *markup,
                const char *text,
                gsize       length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  g_string_append (markup, escaped);
}

static gboolean
is_word (const char *start,
         const char *at)
{
  return at >= start && g_unichar_isalnum (g_utf8_get_char (at));
}

static gboolean
is_word_before (const char *start,
                const char *at)
{
  return at > start && is_word (start, g_utf8_prev_char (at));
}

/* Where the run of N_TICKS backticks that closes a code span starts, or NULL. */
static const char *
find_ticks (const char *from,
            const char *end,
            gsize       n_ticks)
{
  while (from < end) {
    gsize n = 0;

    while (from + n < end && from[n] == '`')
      n++;
    if (n == n_ticks)
      return from;
    from += MAX (n, 1);
  }

  return NULL;
}

static const char *
take_code (GString    *markup,
           const char *at,
           const char *end)
{
  gsize n_ticks = 0;
  const char *start;
  const char *close;

  while (at + n_ticks < end && at[n_ticks] == '`')
    n_ticks++;
  start = at + n_ticks;
  close = find_ticks (start, end, n_ticks);
  if (close == NULL) {
    append_escaped (markup, at, n_ticks);
    return start;
  }

  at = close + n_ticks;
  if (close - start > 2 && *start == ' ' && close[-1] == ' ') {
    start++;
    close--;
  }
  g_string_append (markup, "<span font_family=\"monospace\" size=\"90%\" "
                           "background=\"#808080\" background_alpha=\"16%\">");
  append_escaped (markup, start, close - start);
  g_string_append (markup, "</span>");

  return at;
}

/* The mark that closes one of LENGTH bytes at AT, or NULL. */
static const char *
find_emphasis_end (const char *text,
                   const char *at,
                   const char *end,
                   gsize       length)
{
  const char *from = at + length;

  if (from >= end || g_ascii_isspace (*from) ||
      (*at == '_' && is_word_before (text, at)))
    return NULL;

  for (const char *close = from + 1; close + length <= end; close++)
    if (memcmp (close, at, length) == 0 && !g_ascii_isspace (close[-1]) &&
        (close + length == end || close[length] != *at) &&
        (*at != '_' || close + length == end || !is_word (text, close + length)))
      return close;

  return NULL;
}

static const char *
take_emphasis (GString    *markup,
               const char *text,
               const char *at,
               const char *end,
               guint       depth)
{
  gsize n = 0;
  gsize length;
  const char *tag;
  const char *close;

  while (at + n < end && at[n] == *at)
    n++;
  length = n >= 2 ? 2 : 1;
  tag = *at == '~' ? "s" : length == 2 ? "b" : "i";
  close = *at == '~' && n != 2 ? NULL : find_emphasis_end (text, at, end, length);
  if (close == NULL || depth >= MAX_DEPTH) {
    append_escaped (markup, at, n);
    return at + n;
  }

  g_string_append_printf (markup, "<%s>", tag);
  append_inline (markup, at + length, close, depth + 1);
  g_string_append_printf (markup, "</%s>", tag);

  return close + length;
}

static gboolean
is_web_address (const char *at,
                const char *end)
{
  return (end - at > 8 && g_ascii_strncasecmp (at, "https://", 8) == 0) ||
         (end - at > 7 && g_ascii_strncasecmp (at, "http://", 7) == 0);
}

static void
open_link (GString    *markup,
           const char *address,
           gsize       length)
{
  g_string_append (markup, "<a href=\"");
  append_escaped (markup, address, length);
  g_string_append (markup, "\" title=\"");
  /* A tooltip is markup of its own. */
  g_autofree char *title = g_markup_escape_text (address, (gssize) length);
  append_escaped (markup, title, strlen (title));
  g_string_append (markup, "\">");
}

/* The bracket that closes the one at AT, or NULL. */
static const char *
find_bracket_end (const char *at,
                  const char *end)
{
  int level = 0;

  for (; at < end; at++) {
    if (*at == '\\' && at + 1 < end)
      at++;
    else if (*at == '[')
      level++;
    else if (*at == ']' && --level == 0)
      return at;
  }

  return NULL;
}

/* [text](address) and ![text](address); NULL where AT is no link. */
static const char *
take_link (GString    *markup,
           const char *at,
           const char *end,
           guint       depth)
{
  const char *bracket = *at == '!' ? at + 1 : at;
  const char *close = find_bracket_end (bracket, end);
  const char *address;
  const char *address_end;
  gboolean web;

  if (depth >= MAX_DEPTH || close == NULL || close + 1 >= end || close[1] != '(')
    return NULL;
  address = close + 2;
  address_end = memchr (address, ')', end - address);
  if (address_end == NULL || memchr (address, '\n', address_end - address) != NULL)
    return NULL;

  web = is_web_address (address, address_end) &&
        memchr (address, ' ', address_end - address) == NULL;
  if (web)
    open_link (markup, address, address_end - address);
  /* No link stands in a link. */
  append_inline (markup, bracket + 1, close, web ? MAX_DEPTH : depth + 1);
  if (web)
    g_string_append (markup, "</a>");

  return address_end + 1;
}

static const char *
take_address (GString    *markup,
              const char *at,
              const char *end)
{
  const char *stop = at;

  while (stop < end && !g_ascii_isspace (*stop) && strchr ("<>`\"", *stop) == NULL)
    stop++;
  while (stop > at && strchr (".,;:!?)'*_]", stop[-1]) != NULL)
    stop--;
  open_link (markup, at, stop - at);
  append_escaped (markup, at, stop - at);
  g_string_append (markup, "</a>");

  return stop;
}

/* A character reference; NULL where AT is none. */
static const char *
take_reference (GString    *markup,
                const char *at,
                const char *end)
{
  static const struct { const char *name; const char *text; } names[] = {
    { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&nbsp;", "\u00a0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    gsize length = strlen (names[i].name);

    if ((gsize) (end - at) >= length && memcmp (at, names[i].name, length) == 0) {
      append_escaped (markup, names[i].text, strlen (names[i].text));
      return at + length;
    }
  }

  if (end - at > 3 && at[1] == '#' && g_ascii_isdigit (at[2])) {
    char *stop;
    guint64 code = g_ascii_strtoull (at + 2, &stop, 10);
    char text[6];

    if (stop < end && *stop == ';' && code >= ' ' && code <= 0x10ffff &&
        g_unichar_validate ((gunichar) code)) {
      append_escaped (markup, text, g_unichar_to_utf8 ((gunichar) code, text));
      return stop + 1;
    }
  }

  return NULL;
}

/* What stands at AT where it means something more than itself; NULL where it does not. */
static const char *
take_special (GString    *markup,
              const char *text,
              const char *at,
              const char *end,
              guint       depth)
{
  switch (*at) {
    case '`':
      return take_code (markup, at, end);
    case '*':
    case '_':
    case '~':
      return take_emphasis (markup, text, at, end, depth);
    case '[':
      return take_link (markup, at, end, depth);
    case '!':
      return at + 1 < end && at[1] == '[' ? take_link (markup, at, end, depth) : NULL;
    case '&':
      return take_reference (markup, at, end);
    case '\\':
      if (at + 1 >= end || !g_ascii_ispunct (at[1]))
        return NULL;
      append_escaped (markup, at + 1, 1);
      return at + 2;
    case '<':
      if (end - at < 4 || g_ascii_strncasecmp (at, "<br", 3) != 0 || strchr ("/ >", at[3]) == NULL)
        return NULL;
      at = memchr (at, '>', end - at);
      if (at != NULL)
        g_string_append_c (markup, '\n');
      return at != NULL ? at + 1 : NULL;
    case 'h':
    case 'H':
      return depth < MAX_DEPTH && is_web_address (at, end) && !is_word_before (text, at)
             ? take_address (markup, at, end) : NULL;
    default:
      return NULL;
  }
}

static void
append_inline (GString    *markup,
               const char *start,
               const char *end,
               guint       depth)
{
  const char *at = start;

  while (at < end) {
    const char *after = take_special (markup, start, at, end, depth);

    if (after == NULL) {
      after = MIN (g_utf8_next_char (at), end);
      append_escaped (markup, at, after - at);
    }
    at = after;
  }
}

char *
markdown_dup_markup (const char *text)
{
  GString *markup = g_string_new ("");

  append_inline (markup, text, text + strlen (text), 0);

  return g_string_free (markup, FALSE);
}
