/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "text-scanner.h"

#include "terminal-parser.h"

#define BEL 0x07
#define CAN 0x18
#define SUB 0x1a
#define ESC 0x1b
#define DEL 0x7f

#define CONTROL_SEQUENCE_INTRODUCER 0x9b
#define STRING_TERMINATOR           0x9c

#define MAX_INTERMEDIATES 16
#define IMAGE_PREFIX      "1337;File="

typedef enum {
  STATE_GROUND,
  STATE_ESCAPE,
  STATE_SEQUENCE,
  STATE_STRING,
  STATE_STRING_ESCAPE,   /* an escape within a string: the string's end if a backslash follows */
} State;

struct TerminalParser {
  const TerminalHandler *handler;
  gpointer               user_data;

  State                  state;
  TextScanner            scanner;

  char                   intermediate;       /* of an escape */
  guint                  n_intermediates;
  ControlSequence        sequence;
  gboolean               has_all_parameters; /* as many as SEQUENCE can hold */
  gboolean               is_malformed;       /* SEQUENCE has bytes where they mean nothing */
  TerminalStringKind     string_kind;
  gboolean               in_image;           /* in the data of an inline image */
  guint                  n_followers;        /* bytes that the string's character still has */

  char                   buffer[TERMINAL_MAX_SEQUENCE + 1];   /* the sequence or string as it came */
  gsize                  length;
};

TerminalParser *
terminal_parser_new (const TerminalHandler *handler,
                     gpointer               user_data)
{
  TerminalParser *parser = g_new0 (TerminalParser, 1);

  parser->handler = handler;
  parser->user_data = user_data;
  text_scanner_init (&parser->scanner, handler, user_data);

  return parser;
}

void
terminal_parser_free (TerminalParser *parser)
{
  g_free (parser);
}

static void
start_escape (TerminalParser *parser)
{
  parser->state = STATE_ESCAPE;
  parser->intermediate = '\0';
  parser->n_intermediates = 0;
}

static void
start_sequence (TerminalParser *parser,
                gboolean        is_c1)
{
  memset (&parser->sequence, 0, sizeof parser->sequence);
  parser->has_all_parameters = FALSE;
  parser->is_malformed = FALSE;
  parser->state = STATE_SEQUENCE;
  parser->length = 0;
  if (!is_c1)
    parser->buffer[parser->length++] = '[';
}

static void
start_string (TerminalParser *parser,
              char            introducer,
              gboolean        is_c1)
{
  parser->string_kind = introducer == ']' ? TERMINAL_STRING_OSC :
                        introducer == 'P' ? TERMINAL_STRING_DCS :
                        introducer == '_' ? TERMINAL_STRING_APC : TERMINAL_STRING_OTHER;
  parser->in_image = FALSE;
  parser->n_followers = 0;
  parser->state = STATE_STRING;
  parser->length = 0;
  parser->buffer[parser->length++] = is_c1 ? '\0' : introducer;
}

/* A control that the scanner has no part in: an escape or one of the C1 set. */
static void
take_introducer (TerminalParser *parser,
                 gunichar        control)
{
  char final = control - 0x40;

  if (control == ESC)
    start_escape (parser);
  else if (control == CONTROL_SEQUENCE_INTRODUCER)
    start_sequence (parser, TRUE);
  else if (strchr ("]P_^X", final) != NULL)
    start_string (parser, final, TRUE);
  else if (final == 'M')
    parser->handler->got_escape ('\0', final, parser->user_data);
}

static const guint8 *
take_ground (TerminalParser *parser,
             const guint8   *bytes,
             const guint8   *end)
{
  gunichar control;

  bytes = text_scanner_take (&parser->scanner, bytes, end, &control);
  if (control != 0)
    take_introducer (parser, control);

  return bytes;
}

static void
give_as_text (TerminalParser *parser,
              const char     *text,
              gsize           length)
{
  const guint8 *bytes = (const guint8 *) text;
  const guint8 *end = bytes + length;
  gunichar control;

  while (bytes < end)
    bytes = text_scanner_take (&parser->scanner, bytes, end, &control);
}

/* What was taken for a sequence is text. It holds no escape, and no control of the C1 set
 * counts in it, so that each byte is looked at twice at most. */
static void
give_buffer_as_text (TerminalParser *parser)
{
  parser->state = STATE_GROUND;
  give_as_text (parser, parser->buffer, parser->length);
}

static void
give_string (TerminalParser *parser)
{
  parser->state = STATE_GROUND;
  parser->buffer[parser->length] = '\0';
  parser->handler->got_string (parser->string_kind, parser->buffer + 1, parser->length - 1,
                               parser->user_data);
}

/* The string ends here without its terminator. */
static void
break_string (TerminalParser *parser)
{
  if (parser->in_image)
    give_string (parser);
  else
    give_buffer_as_text (parser);
}

/* Whether a control character that has no part in a sequence is done with. */
static gboolean
take_control_within (TerminalParser *parser,
                     guint8          byte)
{
  if (byte == ESC) {
    start_escape (parser);
  } else if (byte == CAN || byte == SUB) {
    parser->state = STATE_GROUND;
  } else if (byte == '\n' || byte >= 0x80) {
    parser->state = STATE_GROUND;
    return FALSE;
  } else {
    text_scanner_take_control (&parser->scanner, byte);
  }

  return TRUE;
}

static const guint8 *
take_escape (TerminalParser *parser,
             const guint8   *bytes)
{
  guint8 byte = *bytes;

  if (byte < 0x20 || byte >= DEL)
    return take_control_within (parser, byte) ? bytes + 1 : bytes;

  if (byte < 0x30) {
    if (parser->n_intermediates++ == 0)
      parser->intermediate = byte;
    if (parser->n_intermediates > MAX_INTERMEDIATES)
      parser->state = STATE_GROUND;
    return bytes + 1;
  }

  parser->state = STATE_GROUND;
  if (parser->n_intermediates == 0 && byte == '[')
    start_sequence (parser, FALSE);
  else if (parser->n_intermediates == 0 && strchr ("]P_^X", byte) != NULL)
    start_string (parser, byte, FALSE);
  else if (parser->n_intermediates <= 1)
    parser->handler->got_escape (parser->intermediate, byte, parser->user_data);

  return bytes + 1;
}

static void
take_parameter_byte (TerminalParser *parser,
                     guint8          byte)
{
  ControlSequence *sequence = &parser->sequence;
  int *parameter;

  if (sequence->intermediate != '\0' ||
      (byte >= '<' && (sequence->prefix != '\0' || sequence->n_parameters > 0))) {
    parser->is_malformed = TRUE;
    return;
  }
  if (byte >= '<') {
    sequence->prefix = byte;
    return;
  }

  if (sequence->n_parameters == 0)
    sequence->parameters[sequence->n_parameters++] = -1;
  parameter = &sequence->parameters[sequence->n_parameters - 1];

  if (parser->has_all_parameters) {
    return;
  } else if (g_ascii_isdigit (byte)) {
    *parameter = MIN (MAX (*parameter, 0) * 10 + (byte - '0'), TERMINAL_MAX_NUMBER);
  } else if (sequence->n_parameters < TERMINAL_MAX_PARAMETERS) {
    if (byte == ':')
      sequence->colons |= 1u << sequence->n_parameters;
    sequence->parameters[sequence->n_parameters++] = -1;
  } else {
    parser->has_all_parameters = TRUE;
  }
}

static const guint8 *
take_sequence (TerminalParser *parser,
               const guint8   *bytes)
{
  ControlSequence *sequence = &parser->sequence;
  guint8 byte = *bytes;

  if (byte < 0x20 || byte >= DEL)
    return take_control_within (parser, byte) ? bytes + 1 : bytes;

  if (byte >= 0x40) {
    sequence->final = byte;
    parser->state = STATE_GROUND;
    if (!parser->is_malformed)
      parser->handler->got_sequence (sequence, parser->user_data);
    return bytes + 1;
  }

  parser->buffer[parser->length++] = byte;
  if (byte < 0x30 && sequence->intermediate == '\0')
    sequence->intermediate = byte;
  else if (byte >= 0x30)
    take_parameter_byte (parser, byte);
  if (parser->length == TERMINAL_MAX_SEQUENCE)
    give_buffer_as_text (parser);

  return bytes + 1;
}

/* 0x9C ends a string, by itself or as U+009C, but not as a part of another character. */
static gboolean
is_terminator (TerminalParser *parser,
               guint8          byte)
{
  if (byte == BEL)
    return TRUE;
  if (byte != STRING_TERMINATOR)
    return FALSE;
  if (parser->n_followers == 0)
    return TRUE;
  if ((guint8) parser->buffer[parser->length - 1] != 0xc2)
    return FALSE;
  parser->length--;

  return TRUE;
}

static void
count_followers (TerminalParser *parser,
                 guint8          byte)
{
  if (byte >= 0xc2 && byte <= 0xf4)
    parser->n_followers = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
  else if (byte >= 0x80 && byte < 0xc0 && parser->n_followers > 0)
    parser->n_followers--;
  else
    parser->n_followers = 0;
}

static gboolean
is_image_byte (guint8 byte)
{
  return g_ascii_isalnum (byte) || strchr ("+/=\r\n", byte) != NULL;
}

static gboolean
starts_image (TerminalParser *parser,
              guint8          byte)
{
  return byte == ':' && parser->string_kind == TERMINAL_STRING_OSC &&
         parser->length > strlen (IMAGE_PREFIX) &&
         memcmp (parser->buffer + 1, IMAGE_PREFIX, strlen (IMAGE_PREFIX)) == 0;
}

/* Takes the ASCII bytes at the start of BYTES up to a colon, after which an image's data may
 * start, and as many as the string may still have. */
static const guint8 *
take_string_text (TerminalParser *parser,
                  const guint8   *bytes,
                  const guint8   *end)
{
  gsize room = TERMINAL_MAX_SEQUENCE - 1 - parser->length;
  const guint8 *start = bytes;

  end = MIN (end, bytes + room);
  while (bytes < end && *bytes >= 0x20 && *bytes < DEL && *bytes != ':')
    bytes++;
  if (bytes > start) {
    memcpy (parser->buffer + parser->length, start, bytes - start);
    parser->length += bytes - start;
    parser->n_followers = 0;
  }

  return bytes;
}

static const guint8 *
take_string (TerminalParser *parser,
             const guint8   *bytes,
             const guint8   *end)
{
  guint8 byte;

  if (!parser->in_image)
    bytes = take_string_text (parser, bytes, end);
  if (bytes == end)
    return bytes;

  byte = *bytes;
  if (is_terminator (parser, byte)) {
    give_string (parser);
  } else if (byte == ESC) {
    parser->state = STATE_STRING_ESCAPE;
  } else if (parser->in_image) {
    if (byte != '\0' && is_image_byte (byte))
      return bytes + 1;
    break_string (parser);
    return bytes;
  } else if (byte == '\n' || byte == CAN || byte == SUB) {
    break_string (parser);
    return bytes;
  } else {
    parser->in_image = starts_image (parser, byte);
    count_followers (parser, byte);
    parser->buffer[parser->length++] = byte;
    if (parser->length == TERMINAL_MAX_SEQUENCE)
      give_buffer_as_text (parser);
  }

  return bytes + 1;
}

static const guint8 *
take_string_escape (TerminalParser *parser,
                    const guint8   *bytes)
{
  if (*bytes == '\\') {
    give_string (parser);
    return bytes + 1;
  }

  break_string (parser);
  text_scanner_end (&parser->scanner);
  start_escape (parser);

  return bytes;
}

void
terminal_parser_push_text (TerminalParser *parser,
                           const char     *text,
                           gsize           length)
{
  give_as_text (parser, text, length);
  text_scanner_end (&parser->scanner);
}

static const guint8 *
take_some (TerminalParser *parser,
           const guint8   *bytes,
           const guint8   *end)
{
  switch (parser->state) {
    case STATE_ESCAPE:
      return take_escape (parser, bytes);
    case STATE_SEQUENCE:
      return take_sequence (parser, bytes);
    case STATE_STRING:
      return take_string (parser, bytes, end);
    case STATE_STRING_ESCAPE:
      return take_string_escape (parser, bytes);
    case STATE_GROUND:
    default:
      return take_ground (parser, bytes, end);
  }
}

const guint8 *
terminal_parser_take (TerminalParser *parser,
                      const guint8   *bytes,
                      const guint8   *end)
{
  do
    bytes = take_some (parser, bytes, end);
  while (bytes < end && parser->state != STATE_GROUND);

  return bytes;
}

TextScanner *
terminal_parser_get_plain_scanner (TerminalParser *parser)
{
  return parser->state == STATE_GROUND && parser->scanner.n_partial == 0 ? &parser->scanner : NULL;
}

void
terminal_parser_finish (TerminalParser *parser)
{
  if (parser->state == STATE_STRING || parser->state == STATE_STRING_ESCAPE)
    break_string (parser);
  text_scanner_end (&parser->scanner);
  parser->state = STATE_GROUND;
}
