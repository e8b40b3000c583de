/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "element.h"

#include "terminal-private.h"

#define SHIFT_OUT '\016'
#define SHIFT_IN  '\017'

#define FIRST_GRAPHIC 0x5f

/* Concealed text that is longer is no note. */
#define MAX_CONCEALED (64 * 1024)

void
terminal_set_style (Terminal *terminal,
                    Style     style)
{
  terminal->style = style;
  screen_set_style (terminal->screen, style & terminal->style_mask);
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

static void
write_text (Terminal   *terminal,
            const char *text,
            gsize       length,
            gboolean    ascii)
{
  if (terminal->draws[terminal->set])
    draw_text (terminal, text, length);
  else
    screen_write (terminal->screen, text, length, ascii);
}

void
terminal_end_concealed (Terminal *terminal)
{
  GString *text = terminal->concealed;

  if (text->len == 0)
    return;

  if (!terminal->funcs->got_concealed (text->str, text->len, terminal->user_data))
    write_text (terminal, text->str, text->len, FALSE);
  g_string_truncate (text, 0);
}

static void
got_text (const char *text,
          gsize       length,
          gboolean    ascii,
          gpointer    user_data)
{
  Terminal *terminal = user_data;

  if (terminal->in_status_line)
    return;

  if ((terminal->style & STYLE_CONCEALED) != 0) {
    if (terminal->concealed->len + length <= MAX_CONCEALED) {
      g_string_append_len (terminal->concealed, text, length);
      return;
    }
    terminal_end_concealed (terminal);
    terminal_set_style (terminal, terminal->style & ~STYLE_CONCEALED);
  }

  write_text (terminal, text, length, ascii);
}

static void
got_control (char     control,
             gpointer user_data)
{
  Terminal *terminal = user_data;

  if (terminal->in_status_line && control != '\n')
    return;

  terminal->in_status_line = FALSE;
  terminal_end_concealed (terminal);
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

  if (kind == ELEMENT_NONE || terminal->in_status_line)
    return;

  terminal_end_concealed (terminal);

  if (kind == ELEMENT_IMAGE && screen_get_column (terminal->screen) > 0)
    screen_line_feed (terminal->screen);
  blank_controls (text);
  terminal_parser_push_text (terminal->parser, text, strlen (text));
  terminal_end_concealed (terminal);
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
  terminal_got_escape,
  terminal_got_sequence,
  got_string,
};

TerminalTakeFunc
terminal_get_avx2 (void)
{
#ifdef HAVE_AVX2
  return __builtin_cpu_supports ("avx2") ? terminal_take_plain_avx2 : NULL;
#else
  return NULL;
#endif
}

Terminal *
terminal_new (const TerminalFuncs *funcs,
              gpointer             user_data)
{
  Terminal *terminal = g_new0 (Terminal, 1);

  terminal->funcs = funcs;
  terminal->user_data = user_data;
  terminal->parser = terminal_parser_new (&handler, terminal);
  terminal->main_screen = screen_new (&funcs->screen, user_data);
  terminal->screen = terminal->main_screen;
  terminal->take_plain = terminal_get_avx2 () != NULL ? terminal_get_avx2 () : terminal_take_plain;
  terminal->style_mask = STYLE_COLOUR_MASK | STYLE_BOLD;
  terminal->concealed = g_string_new (NULL);

  return terminal;
}

void
terminal_free (Terminal *terminal)
{
  if (terminal == NULL)
    return;

  terminal_parser_free (terminal->parser);
  screen_free (terminal->main_screen);
  screen_free (terminal->alternate);
  g_string_free (terminal->concealed, TRUE);
  g_free (terminal);
}

/* A row that scrolls out of the alternate screen may be all that is left of a program that did
 * not end: it is a part of the log, after what the main screen holds. */
static void
got_alternate_row (Row      *row,
                   gpointer  user_data)
{
  Terminal *terminal = user_data;

  screen_finish (terminal->main_screen);
  terminal->funcs->screen.got_row (row, terminal->user_data);
}

static gboolean
got_alternate_erased (const char *text,
                      gsize       length,
                      gpointer    user_data)
{
  return FALSE;
}

static const ScreenFuncs alternate_funcs = {
  got_alternate_row,
  got_alternate_erased,
};

void
terminal_set_alternate (Terminal *terminal,
                        gboolean  alternate)
{
  if (alternate == (terminal->alternate != NULL))
    return;

  if (alternate) {
    terminal->alternate = screen_new_alternate (&alternate_funcs, terminal);
    terminal->screen = terminal->alternate;
  } else {
    terminal->screen = terminal->main_screen;
    g_clear_pointer (&terminal->alternate, screen_free);
  }
  terminal_set_style (terminal, terminal->style);
}

void
terminal_push (Terminal     *terminal,
               const guint8 *bytes,
               gsize         length)
{
  const guint8 *end = bytes + length;

  while (bytes < end) {
    bytes = terminal->take_plain (terminal, bytes, end);
    if (bytes < end)
      bytes = terminal_parser_take (terminal->parser, bytes, end);
  }
}

void
terminal_set_keeps_styles (Terminal *terminal,
                           gboolean  keeps_styles)
{
  terminal->style_mask = keeps_styles ? STYLE_COLOUR_MASK | STYLE_BOLD : 0;
  terminal_set_style (terminal, terminal->style);
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
  screen_flush (terminal->main_screen);
}

void
terminal_finish (Terminal *terminal)
{
  terminal_parser_finish (terminal->parser);
  terminal_end_concealed (terminal);
  screen_finish (terminal->main_screen);
  if (terminal->alternate != NULL)
    screen_finish (terminal->alternate);
}
