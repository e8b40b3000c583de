/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "character.h"

#include "terminal-parser.h"

#define BEL 0x07
#define CAN 0x18
#define SUB 0x1a
#define ESC 0x1b
#define DEL 0x7f

#define CONTROL_SEQUENCE_INTRODUCER 0x9b
#define STRING_TERMINATOR           0x9c

#define BYTE_ORDER_MARK   0xfeff
#define ZERO_WIDTH_JOINER 0x200d

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

  guint8                 partial[4];         /* a character that a chunk's end cut */
  guint                  n_partial;
  gunichar               previous;           /* the last character, 0 for ASCII */
  gboolean               at_line_start;

  char                   intermediate;       /* of an escape */
  guint                  n_intermediates;
  ControlSequence        sequence;
  gboolean               has_all_parameters; /* as many as SEQUENCE can hold */
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
  parser->at_line_start = TRUE;

  return parser;
}

void
terminal_parser_free (TerminalParser *parser)
{
  g_free (parser);
}

static void
give_text (TerminalParser *parser,
           const char     *text,
           gsize           length,
           gboolean        ascii)
{
  parser->at_line_start = FALSE;
  parser->handler->got_text (text, length, ascii, parser->user_data);
}

static void
give_control (TerminalParser *parser,
              guint8          byte)
{
  if (strchr ("\n\r\t\b\016\017", byte) == NULL || byte == '\0')
    return;

  parser->previous = 0;
  parser->at_line_start = byte == '\n';
  parser->handler->got_control (byte, parser->user_data);
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

/* A control character of the C1 set, which in UTF-8 is two bytes. */
static void
take_c1 (TerminalParser *parser,
         gunichar        character,
         gboolean        literal)
{
  char final = character - 0x40;

  if (literal)
    return;

  if (character == CONTROL_SEQUENCE_INTRODUCER)
    start_sequence (parser, TRUE);
  else if (strchr ("]P_^X", final) != NULL)
    start_string (parser, final, TRUE);
  else if (final == 'M')
    parser->handler->got_escape ('\0', final, parser->user_data);
}

/* Whether CHARACTER goes on as it is. */
static gboolean
is_plain (TerminalParser *parser,
          gunichar        character)
{
  if (character < 0xa0)
    return FALSE;
  if (character == ZERO_WIDTH_JOINER)
    return character_can_join (parser->previous);

  return !character_is_hidden (character);
}

static void
take_character (TerminalParser *parser,
                gunichar        character,
                gboolean        literal)
{
  char text[16];

  if (is_plain (parser, character)) {
    give_text (parser, text, g_unichar_to_utf8 (character, text), FALSE);
    parser->previous = character;
  } else if (character < 0xa0) {
    take_c1 (parser, character, literal);
  } else if (character != BYTE_ORDER_MARK || !parser->at_line_start) {
    g_snprintf (text, sizeof text, "<U+%04X>", character);
    give_text (parser, text, strlen (text), TRUE);
    parser->previous = 0;
  }
}

static void
take_broken_bytes (TerminalParser *parser)
{
  give_text (parser, "\xef\xbf\xbd", 3, FALSE);
  parser->previous = 0xfffd;
}

static void
end_partial (TerminalParser *parser)
{
  if (parser->n_partial > 0)
    take_broken_bytes (parser);
  parser->n_partial = 0;
}

/* Whether each of WORD's eight bytes is from space to tilde: no byte has its high bit, nor gets
 * or loses it when a control's distance to space or DEL's distance to it is added. */
static gboolean
is_ascii_word (guint64 word)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 highs = ones * 0x80;

  return ((word | (word + ones) | ~((word & ~highs) + ones * 0x60)) & highs) == 0;
}

static const guint8 *
skip_ascii (const guint8 *bytes,
            const guint8 *end)
{
  guint64 word;

  while (end - bytes >= (gssize) sizeof word) {
    memcpy (&word, bytes, sizeof word);
    if (!is_ascii_word (word))
      break;
    bytes += sizeof word;
  }
  while (bytes < end && *bytes >= 0x20 && *bytes < DEL)
    bytes++;

  return bytes;
}

/* Gives the visible characters at the start of BYTES as they stand, and returns what follows. */
static const guint8 *
take_text (TerminalParser *parser,
           const guint8   *bytes,
           const guint8   *end)
{
  const guint8 *start = bytes;
  gboolean ascii = TRUE;

  for (;;) {
    const guint8 *next = skip_ascii (bytes, end);
    gunichar character;
    int length;

    if (next > bytes)
      parser->previous = 0;
    bytes = next;
    if (bytes == end || *bytes < 0x80)
      break;
    length = character_decode (bytes, end - bytes, &character);
    if (length <= 0 || !is_plain (parser, character))
      break;
    ascii = FALSE;
    parser->previous = character;
    bytes += length;
  }

  if (bytes > start)
    give_text (parser, (const char *) start, bytes - start, ascii);

  return bytes;
}

/* Takes the bytes of a character that is not plain, is broken, or is cut by the chunk's end. */
static const guint8 *
take_odd_character (TerminalParser *parser,
                    const guint8   *bytes,
                    const guint8   *end,
                    gboolean        literal)
{
  gunichar character;
  int length = character_decode (bytes, end - bytes, &character);

  if (length > 0) {
    take_character (parser, character, literal);
    return bytes + length;
  }
  if (length < 0) {
    take_broken_bytes (parser);
    return bytes - length;
  }

  parser->n_partial = end - bytes;
  memcpy (parser->partial, bytes, parser->n_partial);

  return end;
}

/* Goes on with a character that the last chunk's end cut. */
static const guint8 *
take_partial (TerminalParser *parser,
              const guint8   *bytes,
              gboolean        literal)
{
  gunichar character;
  int length;

  parser->partial[parser->n_partial] = *bytes;
  length = character_decode (parser->partial, parser->n_partial + 1, &character);
  if (length < 0) {
    parser->n_partial = 0;
    take_broken_bytes (parser);
    return bytes;
  }

  parser->n_partial++;
  if (length > 0) {
    parser->n_partial = 0;
    take_character (parser, character, literal);
  }

  return bytes + 1;
}

static const guint8 *
take_ground (TerminalParser *parser,
             const guint8   *bytes,
             const guint8   *end,
             gboolean        literal)
{
  if (parser->n_partial > 0)
    return take_partial (parser, bytes, literal);

  bytes = take_text (parser, bytes, end);
  if (bytes == end)
    return bytes;
  if (*bytes >= 0x80)
    return take_odd_character (parser, bytes, end, literal);

  if (*bytes == ESC && !literal)
    start_escape (parser);
  else
    give_control (parser, *bytes);

  return bytes + 1;
}

/* What was taken for a sequence is text. It holds no escape, and no control of the C1 set
 * counts in it, so that each byte is looked at twice at most. */
static void
give_buffer_as_text (TerminalParser *parser)
{
  const guint8 *bytes = (const guint8 *) parser->buffer;
  const guint8 *end = bytes + parser->length;

  parser->state = STATE_GROUND;
  parser->length = 0;
  while (bytes < end)
    bytes = take_ground (parser, bytes, end, TRUE);
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
    give_control (parser, byte);
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
  else
    parser->handler->got_escape (parser->intermediate, byte, parser->user_data);

  return bytes + 1;
}

static void
take_parameter_byte (TerminalParser *parser,
                     guint8          byte)
{
  ControlSequence *sequence = &parser->sequence;
  int *parameter;

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
  end_partial (parser);
  start_escape (parser);

  return bytes;
}

void
terminal_parser_push_text (TerminalParser *parser,
                           const char     *text,
                           gsize           length)
{
  const guint8 *bytes = (const guint8 *) text;
  const guint8 *end = bytes + length;

  while (bytes < end)
    bytes = take_ground (parser, bytes, end, TRUE);
  end_partial (parser);
}

void
terminal_parser_push (TerminalParser *parser,
                      const guint8   *bytes,
                      gsize           length)
{
  const guint8 *end = bytes + length;

  while (bytes < end) {
    switch (parser->state) {
      case STATE_ESCAPE:
        bytes = take_escape (parser, bytes);
        break;
      case STATE_SEQUENCE:
        bytes = take_sequence (parser, bytes);
        break;
      case STATE_STRING:
        bytes = take_string (parser, bytes, end);
        break;
      case STATE_STRING_ESCAPE:
        bytes = take_string_escape (parser, bytes);
        break;
      case STATE_GROUND:
      default:
        bytes = take_ground (parser, bytes, end, FALSE);
        break;
    }
  }
}

void
terminal_parser_finish (TerminalParser *parser)
{
  if (parser->state == STATE_STRING || parser->state == STATE_STRING_ESCAPE)
    break_string (parser);
  end_partial (parser);
  parser->state = STATE_GROUND;
}
