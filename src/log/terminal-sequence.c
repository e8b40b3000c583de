/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "terminal-private.h"

/* To a row and column that count from 1. Below the rows that scroll stands a status line, such
 * as apt's progress bar: what is written there does not count, as no log scrolls out of it. */
static void
set_position (Terminal *terminal,
              guint     row,
              guint     column)
{
  terminal->in_status_line = terminal->bottom_margin > 0 && row > terminal->bottom_margin;
  if (!terminal->in_status_line)
    screen_set_position (terminal->screen, row - 1, column - 1);
}

static void
restore_cursor (Terminal *terminal)
{
  terminal->in_status_line = FALSE;
  screen_restore (terminal->screen);
}

/* The rows that scroll; without BOTTOM down to the last one. One row alone cannot. */
static void
set_margins (Terminal *terminal,
             guint     top,
             guint     bottom)
{
  if (bottom > 0 && bottom <= top)
    return;

  terminal->bottom_margin = bottom;
  terminal->in_status_line = FALSE;
}

static void
reset (Terminal *terminal)
{
  memset (terminal->draws, FALSE, sizeof terminal->draws);
  terminal->set = 0;
  terminal->bottom_margin = 0;
  terminal->in_status_line = FALSE;
  terminal_set_alternate (terminal, FALSE);
  terminal_set_style (terminal, STYLE_NONE);
  screen_reset (terminal->screen);
}

void
terminal_got_escape (char     intermediate,
                     char     final,
                     gpointer user_data)
{
  Terminal *terminal = user_data;

  if (intermediate == '(' || intermediate == ')') {
    terminal_end_concealed (terminal);
    terminal->draws[intermediate == ')'] = final == '0';
    return;
  }
  if (intermediate != '\0' || (terminal->in_status_line && final != '8' && final != 'c'))
    return;

  terminal_end_concealed (terminal);
  switch (final) {
    case '7':
      screen_save (terminal->screen);
      break;
    case '8':
      restore_cursor (terminal);
      break;
    case 'D':
      screen_index (terminal->screen);
      break;
    case 'E':
      screen_line_feed (terminal->screen);
      break;
    case 'H':
      screen_set_tab_stop (terminal->screen);
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

/* A parameter for which 0 means 1. */
static int
get_count (const ControlSequence *sequence,
           guint                  index)
{
  return MAX (get_parameter (sequence, index, 1), 1);
}

/* Sequences that put the cursor somewhere. FALSE where SEQUENCE is none of them. */
static gboolean
place_cursor (Terminal              *terminal,
              const ControlSequence *sequence)
{
  int count = get_count (sequence, 0);

  switch (sequence->final) {
    case 'H':
    case 'f':
      set_position (terminal, count, get_count (sequence, 1));
      return TRUE;
    case 'd':
      set_position (terminal, count, screen_get_column (terminal->screen) + 1);
      return TRUE;
    case 'r':
      set_margins (terminal, count, get_parameter (sequence, 1, 0));
      return TRUE;
    case 's':
      if (sequence->n_parameters == 0)
        screen_save (terminal->screen);
      return TRUE;
    case 'u':
      restore_cursor (terminal);
      return TRUE;
    default:
      return FALSE;
  }
}

/* Sequences that move the cursor from where it is. FALSE where SEQUENCE is none of them. */
static gboolean
move_cursor (Screen                *screen,
             const ControlSequence *sequence)
{
  int count = get_count (sequence, 0);

  switch (sequence->final) {
    case 'A':
    case 'k':
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
    case 'j':
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
    case 'I':
      screen_move_tabs (screen, count);
      return TRUE;
    case 'Z':
      screen_move_tabs (screen, -count);
      return TRUE;
    default:
      return FALSE;
  }
}

/* ED: xterm's 3, the scrollback, comes after 2 in a program that clears its screen. */
static void
erase_in_display (Screen                *screen,
                  const ControlSequence *sequence)
{
  int what = get_parameter (sequence, 0, 0);

  if (what <= 3)
    screen_erase_in_display (screen, MIN (what, SCREEN_ERASE_ALL));
}

static void
erase_in_line (Screen                *screen,
               const ControlSequence *sequence)
{
  int what = get_parameter (sequence, 0, 0);

  if (what <= SCREEN_ERASE_ALL)
    screen_erase_in_line (screen, what);
}

static void
clear_tab_stops (Screen                *screen,
                 const ControlSequence *sequence)
{
  int what = get_parameter (sequence, 0, 0);

  if (what == 0 || what == 3)
    screen_clear_tab_stops (screen, what == 3);
}

/* Sequences that change what is there. */
static void
edit (Screen                *screen,
      const ControlSequence *sequence)
{
  guint count = get_count (sequence, 0);

  switch (sequence->final) {
    case 'J':
      erase_in_display (screen, sequence);
      break;
    case 'K':
      erase_in_line (screen, sequence);
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
      if (sequence->n_parameters <= 1)
        screen_scroll_down (screen, count);
      break;
    case 'b':
      screen_repeat (screen, count);
      break;
    case 'g':
      clear_tab_stops (screen, sequence);
      break;
    default:
      break;
  }
}

/* xterm's private modes that show: its alternate screen, with the cursor's place or without. */
static void
set_modes (Terminal              *terminal,
           const ControlSequence *sequence)
{
  gboolean set = sequence->final == 'h';

  for (guint i = 0; i < sequence->n_parameters; i++) {
    int mode = sequence->parameters[i];

    if (mode == 47 || mode == 1047 || mode == 1049)
      terminal_set_alternate (terminal, set);
    else if (mode == 1048 && set)
      screen_save (terminal->screen);
    else if (mode == 1048)
      restore_cursor (terminal);
  }
}

void
terminal_got_sequence (const ControlSequence *sequence,
                       gpointer               user_data)
{
  Terminal *terminal = user_data;
  gboolean is_private = sequence->prefix == '?';
  gboolean erases = sequence->final == 'J' || sequence->final == 'K';

  if (sequence->intermediate != '\0' || (sequence->prefix != '\0' && !is_private))
    return;

  terminal_end_concealed (terminal);
  if (is_private && (sequence->final == 'h' || sequence->final == 'l'))
    set_modes (terminal, sequence);
  else if (is_private && !erases)
    return;
  else if (sequence->final == 'm')
    terminal_set_style (terminal, style_apply (terminal->style, sequence));
  else if (!place_cursor (terminal, sequence) && !terminal->in_status_line &&
           !move_cursor (terminal->screen, sequence))
    edit (terminal->screen, sequence);
}
