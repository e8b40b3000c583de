/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Takes the bytes that a program wrote to a terminal apart: into text, control characters and
 * control sequences, after ECMA-48 and the state diagram of vt100.net/emu/dec_ansi_parser.
 * Where bytes are cut into chunks makes no difference, except to how text is cut.
 *
 * It differs from the diagram where a log needs it: the text is UTF-8; a line feed ends a
 * sequence that was not ended; and a sequence that is longer than TERMINAL_MAX_SEQUENCE, or a
 * string that was not ended, is text.
 */
typedef struct TerminalParser TerminalParser;
typedef struct TextScanner TextScanner;

#define TERMINAL_MAX_SEQUENCE   4096
#define TERMINAL_MAX_PARAMETERS 32
#define TERMINAL_MAX_NUMBER     99999

typedef enum {
  TERMINAL_STRING_OSC,
  TERMINAL_STRING_DCS,
  TERMINAL_STRING_APC,
  TERMINAL_STRING_OTHER,    /* PM and SOS */
} TerminalStringKind;

/* CSI, parameters, intermediate bytes, a final byte. */
typedef struct {
  char    prefix;           /* one of < = > ?, or NUL */
  char    intermediate;     /* the first of those, or NUL */
  char    final;
  guint   n_parameters;
  int     parameters[TERMINAL_MAX_PARAMETERS];   /* -1 where left out; at most TERMINAL_MAX_NUMBER */
  guint32 colons;           /* bit I: parameter I stands after a colon */
} ControlSequence;

typedef struct {
  /* Visible characters in valid UTF-8. ASCII: each byte is one, from space to tilde. */
  void (*got_text)     (const char            *text,
                        gsize                  length,
                        gboolean               ascii,
                        gpointer               user_data);
  /* One of line feed, carriage return, tab, backspace, shift out and shift in. */
  void (*got_control)  (char                   control,
                        gpointer               user_data);
  /* With one intermediate byte, or NUL; those with more are not given. */
  void (*got_escape)   (char                   intermediate,
                        char                   final,
                        gpointer               user_data);
  void (*got_sequence) (const ControlSequence *sequence,
                        gpointer               user_data);
  /* The string's content, NUL-terminated; the data of an inline image is left out. */
  void (*got_string)   (TerminalStringKind     kind,
                        const char            *string,
                        gsize                  length,
                        gpointer               user_data);
} TerminalHandler;

/* HANDLER is borrowed. */
TerminalParser *terminal_parser_new    (const TerminalHandler *handler,
                                        gpointer               user_data);
void            terminal_parser_free   (TerminalParser        *parser);

/* Takes some of BYTES, at least one and not a part of a sequence, and returns what follows. */
const guint8   *terminal_parser_take   (TerminalParser        *parser,
                                        const guint8          *bytes,
                                        const guint8          *end);

/* The scanner, where the next byte starts text or a sequence and none of it was seen yet: then
 * the parser's owner may take some by itself, and tells the scanner so. Otherwise NULL. */
TextScanner    *terminal_parser_get_plain_scanner (TerminalParser *parser);

/* Takes TEXT in at the place where the parser is, from within got_string: no sequence counts
 * in it. */
void            terminal_parser_push_text (TerminalParser     *parser,
                                           const char         *text,
                                           gsize               length);

/* No bytes follow: gives what was not ended as text. */
void            terminal_parser_finish (TerminalParser        *parser);
