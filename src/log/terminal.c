/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "element.h"
#include "terminal-parser.h"

#include "terminal.h"

#define SHIFT_OUT '\016'
#define SHIFT_IN  '\017'

#define FIRST_GRAPHIC 0x5f

/* Concealed text that is longer is no note. */
#define MAX_CONCEALED (64 * 1024)

struct Terminal {
  const TerminalFuncs *funcs;
  gpointer             user_data;

  TerminalParser      *parser;
  Screen              *screen;
  Style                style;
  GString             *concealed;   /* text since the style conceals it */
  gboolean             draws[2];    /* whether the character sets G0 and G1 are line drawing */
  guint                set;         /* which of them is in use */
};

static void
set_style (Terminal *terminal,
           Style     style)
{
  terminal->style = style;
  screen_set_style (terminal->screen, style & ~STYLE_CONCEALED);
}

/* DEC's special graphics, which take the places of the characters from underscore to tilde. */
static const char * const graphics[] = {
  " ", "◆", "▒", "␉", "␌", "␍", "␊", "°", "±", "␤", "␋", "┘", "┐", "┌", "└", "┼",
  "⎺", "⎻", "─", "⎼", "⎽", "├", "┤", "┴", "┬", "│", "≤", "≥", "π", "≠", "£", "·",
};

static void
draw_text (Terminal   *terminal,
           const char *text,
           gsize       length)
{
  const char *end = text + length;

  while (text < end) {
    const char *next = g_utf8_next_char (text);
    guint index = (guint8) *text - FIRST_GRAPHIC;

    if (index < G_N_ELEMENTS (graphics))
      screen_write (terminal->screen, graphics[index], strlen (graphics[index]), FALSE);
    else
      screen_write (terminal->screen, text, next - text, next - text == 1);
    text = next;
  }
}

/* The text that was concealed is complete. */
static void
end_concealed (Terminal *terminal)
{
  GString *text = terminal->concealed;

  if (text->len == 0)
    return;

  if (!terminal->funcs->got_concealed (text->str, text->len, terminal->user_data))
    screen_write (terminal->screen, text->str, text->len, FALSE);
  g_string_truncate (text, 0);
}

static void
got_text (const char *text,
          gsize       length,
          gboolean    ascii,
          gpointer    user_data)
{
  Terminal *terminal = user_data;

  if ((terminal->style & STYLE_CONCEALED) != 0) {
    if (terminal->concealed->len + length <= MAX_CONCEALED) {
      g_string_append_len (terminal->concealed, text, length);
      return;
    }
    end_concealed (terminal);
    set_style (terminal, terminal->style & ~STYLE_CONCEALED);
  }

  if (terminal->draws[terminal->set])
    draw_text (terminal, text, length);
  else
    screen_write (terminal->screen, text, length, ascii);
}

static void
got_control (char     control,
             gpointer user_data)
{
  Terminal *terminal = user_data;

  end_concealed (terminal);
  switch (control) {
    case '\n':
      screen_line_feed (terminal->screen);
      break;
    case '\r':
      screen_carriage_return (terminal->screen);
      break;
    case '\t':
      screen_tab (terminal->screen);
      break;
    case '\b':
      screen_move_columns (terminal->screen, -1);
      break;
    case SHIFT_OUT:
      terminal->set = 1;
      break;
    case SHIFT_IN:
    default:
      terminal->set = 0;
      break;
  }
}

static void
reset (Terminal *terminal)
{
  end_concealed (terminal);
  memset (terminal->draws, FALSE, sizeof terminal->draws);
  terminal->set = 0;
  set_style (terminal, STYLE_NONE);
  screen_set_position (terminal->screen, 0);
  screen_erase_in_display (terminal->screen, SCREEN_ERASE_ALL);
}

static void
got_escape (char     intermediate,
            char     final,
            gpointer user_data)
{
  Terminal *terminal = user_data;

  if (intermediate == '(' || intermediate == ')') {
    terminal->draws[intermediate == ')'] = final == '0';
    return;
  }
  if (intermediate != '\0')
    return;

  switch (final) {
    case '7':
      screen_save (terminal->screen);
      break;
    case '8':
      screen_restore (terminal->screen);
      break;
    case 'D':
      screen_index (terminal->screen);
      break;
    case 'E':
      screen_line_feed (terminal->screen);
      break;
    case 'M':
      screen_reverse_index (terminal->screen);
      break;
    case 'c':
      reset (terminal);
      break;
    default:
      break;
  }
}

/* Parameter INDEX, or OTHERWISE where it is left out. */
static int
get_parameter (const ControlSequence *sequence,
               guint                  index,
               int                    otherwise)
{
  if (index >= sequence->n_parameters || sequence->parameters[index] < 0)
    return otherwise;

  return sequence->parameters[index];
}

static ScreenErase
get_erase (const ControlSequence *sequence)
{
  int number = get_parameter (sequence, 0, 0);

  return number == 0 ? SCREEN_ERASE_AFTER : number == 1 ? SCREEN_ERASE_BEFORE : SCREEN_ERASE_ALL;
}

/* Sequences that move the cursor. FALSE where SEQUENCE is none of them. */
static gboolean
move_cursor (Screen                *screen,
             const ControlSequence *sequence)
{
  int count = MAX (get_parameter (sequence, 0, 1), 1);

  switch (sequence->final) {
    case 'A':
      screen_move_rows (screen, -count);
      return TRUE;
    case 'B':
    case 'e':
      screen_move_rows (screen, count);
      return TRUE;
    case 'C':
    case 'a':
      screen_move_columns (screen, count);
      return TRUE;
    case 'D':
      screen_move_columns (screen, -count);
      return TRUE;
    case 'E':
      screen_move_rows (screen, count);
      screen_carriage_return (screen);
      return TRUE;
    case 'F':
      screen_move_rows (screen, -count);
      screen_carriage_return (screen);
      return TRUE;
    case 'G':
    case '`':
      screen_set_column (screen, count - 1);
      return TRUE;
    case 'H':
    case 'f':
      screen_set_position (screen, MAX (get_parameter (sequence, 1, 1), 1) - 1);
      return TRUE;
    case 'd':
      screen_keep_column (screen);
      return TRUE;
    case 's':
      screen_save (screen);
      return TRUE;
    case 'u':
      screen_restore (screen);
      return TRUE;
    default:
      return FALSE;
  }
}

/* Sequences that change what is there. */
static void
edit (Screen                *screen,
      const ControlSequence *sequence)
{
  guint count = MAX (get_parameter (sequence, 0, 1), 1);

  switch (sequence->final) {
    case 'J':
      screen_erase_in_display (screen, get_erase (sequence));
      break;
    case 'K':
      screen_erase_in_line (screen, get_erase (sequence));
      break;
    case 'X':
      screen_erase_characters (screen, count);
      break;
    case '@':
      screen_insert_blanks (screen, count);
      break;
    case 'P':
      screen_delete_characters (screen, count);
      break;
    case 'L':
      screen_insert_lines (screen, count);
      break;
    case 'M':
      screen_delete_lines (screen, count);
      break;
    case 'S':
      screen_scroll_up (screen, count);
      break;
    case 'T':
      screen_scroll_down (screen, count);
      break;
    default:
      break;
  }
}

static void
got_sequence (const ControlSequence *sequence,
              gpointer               user_data)
{
  Terminal *terminal = user_data;
  gboolean erases = sequence->final == 'J' || sequence->final == 'K';

  /* Of the private sequences only DEC's ways to erase show. */
  if (sequence->intermediate != '\0' ||
      (sequence->prefix != '\0' && !(sequence->prefix == '?' && erases)))
    return;

  end_concealed (terminal);
  if (sequence->final == 'm')
    set_style (terminal, style_apply (terminal->style, sequence));
  else if (!move_cursor (terminal->screen, sequence))
    edit (terminal->screen, sequence);
}

/* An image's name may hold anything. */
static void
blank_controls (char *text)
{
  for (; *text != '\0'; text++)
    if (g_ascii_iscntrl (*text))
      *text = ' ';
}

static void
show_element (Terminal   *terminal,
              const char *osc)
{
  g_autofree char *text = NULL;
  ElementKind kind = element_parse (osc, &text);

  if (kind == ELEMENT_NONE)
    return;

  if (kind == ELEMENT_IMAGE && !screen_is_at_start (terminal->screen))
    screen_line_feed (terminal->screen);
  blank_controls (text);
  terminal_parser_push_text (terminal->parser, text, strlen (text));
  if (kind == ELEMENT_IMAGE)
    screen_line_feed (terminal->screen);
}

static void
got_string (TerminalStringKind  kind,
            const char         *string,
            gsize               length,
            gpointer            user_data)
{
  Terminal *terminal = user_data;
  gint64 time;

  if (kind == TERMINAL_STRING_OSC) {
    show_element (terminal, string);
  } else if (kind == TERMINAL_STRING_APC) {
    time = terminal->funcs->got_command (string, terminal->user_data);
    if (time != LINE_NO_TIME)
      screen_set_time (terminal->screen, time);
  }
}

static const TerminalHandler handler = {
  got_text,
  got_control,
  got_escape,
  got_sequence,
  got_string,
};

Terminal *
terminal_new (const TerminalFuncs *funcs,
              gpointer             user_data)
{
  Terminal *terminal = g_new0 (Terminal, 1);

  terminal->funcs = funcs;
  terminal->user_data = user_data;
  terminal->parser = terminal_parser_new (&handler, terminal);
  terminal->screen = screen_new (&funcs->screen, user_data);
  terminal->concealed = g_string_new (NULL);

  return terminal;
}

void
terminal_free (Terminal *terminal)
{
  if (terminal == NULL)
    return;

  terminal_parser_free (terminal->parser);
  screen_free (terminal->screen);
  g_string_free (terminal->concealed, TRUE);
  g_free (terminal);
}

void
terminal_push (Terminal     *terminal,
               const guint8 *bytes,
               gsize         length)
{
  terminal_parser_push (terminal->parser, bytes, length);
}

void
terminal_set_time (Terminal *terminal,
                   gint64    time)
{
  screen_set_time (terminal->screen, time);
}

void
terminal_flush (Terminal *terminal)
{
  screen_flush (terminal->screen);
}

void
terminal_finish (Terminal *terminal)
{
  terminal_parser_finish (terminal->parser);
  end_concealed (terminal);
  screen_finish (terminal->screen);
}
