/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "words.h"

#include "line-place.h"

#define GROUP_DIGITS 3

/* What stands between thousands somewhere in the world: comma, full stop, blank, apostrophe, Arabic's, no-break blanks. */
static gboolean
is_separator (gunichar character)
{
  return character == ',' || character == '.' || character == ' ' || character == '\'' || character == 0x2019
         || character == 0x066c || character == 0x00a0 || character == 0x2009 || character == 0x202f;
}

/* Reads a number up to its end; *END is set behind it. More than G_MAXINT64 is that. -1: there is none, or its thousands are
 * not thousands. */
static gint64
read_number (const char  *text,
             const char **end)
{
  gint64 number = 0;
  guint n_digits = 0;
  gunichar separator = 0;
  guint n_in_group = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    gunichar character = g_utf8_get_char (text);
    int digit = g_unichar_digit_value (character);

    if (digit >= 0) {
      number = number > (G_MAXINT64 - digit) / 10 ? G_MAXINT64 : number * 10 + digit;
      n_digits++;
      n_in_group++;
    } else if (is_separator (character) && g_unichar_isdigit (g_utf8_get_char (g_utf8_next_char (text)))) {
      if (separator == 0 ? n_in_group == 0 || n_in_group > GROUP_DIGITS
                         : separator != character || n_in_group != GROUP_DIGITS)
        return -1;
      separator = character;
      n_in_group = 0;
    } else {
      break;
    }
  }
  *end = text;

  return n_digits == 0 || (separator != 0 && n_in_group != GROUP_DIGITS) ? -1 : number;
}

static gint64
fail (char **ret_problem,
      char  *problem)
{
  *ret_problem = problem;

  return 0;
}

static gint64
fail_as_no_number (char      **ret_problem,
                   const char *text)
{
  if (*text == '\0')
    return fail (ret_problem, g_strdup (_("Which line?")));

  /* Translators: what somebody typed as the number of a line */
  return fail (ret_problem, g_strdup_printf (_("Not a line: %s"), text));
}

static gint64
check_line (gint64   line,
            gint64   n_lines,
            char   **ret_problem)
{
  g_autofree char *count = culprit_dup_count (n_lines);

  if (line == 0)
    return fail (ret_problem, g_strdup (_("Lines count from 1")));
  if (line > n_lines)
    return fail (ret_problem, g_strdup_printf (ngettext ("There is only %s line", "There are only %s lines", (gulong) n_lines), count));

  return line;
}

/* SHARE percent of the log: 0 is its first line, 100 its last one. */
static gint64
get_share (gint64   share,
           gint64   n_lines,
           char   **ret_problem)
{
  if (share > 100)
    return fail (ret_problem, g_strdup (_("More than the whole log")));

  return MAX (n_lines / 100 * share + n_lines % 100 * share / 100, 1);
}

static gboolean
is_end (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  /* Translators: typed in place of a line’s number, it means the last line; “end” means that, too. */
  g_autofree char *end = g_utf8_casefold (_("end"), -1);

  return g_str_equal (text, "$") || g_str_equal (folded, "end") || g_str_equal (folded, end);
}

/* 1: TEXT starts with a plus, -1: with a minus sign or what is typed for it. */
static int
get_direction (const char *text)
{
  switch (g_utf8_get_char (text)) {
    case '+':
      return 1;
    case '-':
    case 0x2013:
    case 0x2212:
      return -1;
    default:
      return 0;
  }
}

static gint64
move (gint64 current,
      gint64 by,
      int    direction,
      gint64 n_lines)
{
  current = CLAMP (current, 1, n_lines);

  return direction > 0 ? current + MIN (by, n_lines - current) : current - MIN (by, current - 1);
}

gint64
line_place_parse (const char  *text,
                  gint64       current,
                  gint64       n_lines,
                  char       **ret_problem)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  int direction = get_direction (trimmed);
  const char *digits = direction != 0 ? g_utf8_next_char (trimmed) : trimmed;
  const char *rest;
  gint64 number;

  *ret_problem = NULL;
  if (n_lines < 1)
    return fail (ret_problem, g_strdup (_("There is no line yet")));
  if (is_end (trimmed))
    return n_lines;

  number = read_number (digits, &rest);
  if (number >= 0 && *rest == '\0')
    return direction != 0 ? move (current, number, direction, n_lines) : check_line (number, n_lines, ret_problem);

  if (number >= 0 && direction == 0) {
    g_autofree char *sign = g_strstrip (g_strdup (rest));

    if (g_str_equal (sign, "%"))
      return get_share (number, n_lines, ret_problem);
  }

  return fail_as_no_number (ret_problem, trimmed);
}
