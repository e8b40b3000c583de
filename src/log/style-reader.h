/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <string.h>

#include "style.h"

/* Reads SGR sequences as they stand in a log, where the same few come again and again: those of
 * up to eight bytes are remembered, and read by a look at eight bytes at once. */
typedef struct {
  guint64     bytes;         /* the sequence, lowest byte first; 0: none */
  StyleChange change;
} StyleMemory;

#define STYLE_READER_BITS 6

typedef struct {
  StyleMemory memories[1 << STYLE_READER_BITS];
} StyleReader;

/* Reads the SGR that BYTES start with. Returns what follows, or NULL where BYTES are none, have
 * other spellings than numbers with semicolons or more than TERMINAL_MAX_PARAMETERS of them, or
 * end within it; then STYLE may be anything. */
const guint8 *style_reader_read_any (StyleReader  *reader,
                                     const guint8 *bytes,
                                     const guint8 *end,
                                     Style        *style);

/* The sequence that BYTES, eight at least, start with, up to its “m”: 0 where there is none. */
static inline guint64
style_reader_get_bytes (const guint8 *bytes,
                        guint        *ret_length)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 word;
  guint64 others;
  guint64 ends;
  guint last_bit;

  memcpy (&word, bytes, sizeof word);
  word = GUINT64_FROM_LE (word);
  others = word ^ ones * 'm';
  ends = (others - ones) & ~others & ones * 0x80;
  if (ends == 0)
    return 0;

  last_bit = __builtin_ctzll (ends);
  *ret_length = last_bit / 8 + 1;

  return word & G_MAXUINT64 >> (63 - last_bit);
}

static inline StyleMemory *
style_reader_get_memory (StyleReader *reader,
                         guint64      bytes)
{
  const guint64 factor = G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return &reader->memories[bytes * factor >> (64 - STYLE_READER_BITS)];
}

/* The same, by a short way. Most have one number of one or two digits: to guess so and be right
 * is faster than to look for the end. */
static inline const guint8 *
style_reader_read (StyleReader  *reader,
                   const guint8 *bytes,
                   const guint8 *end,
                   Style        *style)
{
  guint length = 0;
  guint64 sequence;
  const StyleMemory *memory;

  if (end - bytes < 8 || bytes[1] != '[')
    return style_reader_read_any (reader, bytes, end, style);

  if (bytes[3] == 'm' && g_ascii_isdigit (bytes[2])) {
    *style = style_change (*style, style_changes[bytes[2] - '0']);
    return bytes + 4;
  }
  if (bytes[4] == 'm' && g_ascii_isdigit (bytes[2]) && g_ascii_isdigit (bytes[3])) {
    guint number = (bytes[2] - '0') * 10 + (bytes[3] - '0');

    if (!style_has_followers (number)) {
      *style = style_change (*style, style_get_change (number));
      return bytes + 5;
    }
  }

  sequence = style_reader_get_bytes (bytes, &length);
  memory = style_reader_get_memory (reader, sequence);
  if (sequence == 0 || memory->bytes != sequence)
    return style_reader_read_any (reader, bytes, end, style);
  *style = style_change (*style, memory->change);

  return bytes + length;
}
