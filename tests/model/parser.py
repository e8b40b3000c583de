# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Takes apart what a program wrote to a terminal, as a whole and one character at a time.

The states are those of vt100.net/emu/dec_ansi_parser, the sequences those of ECMA-48. Where a log
needs something else than a terminal it is this:

- The text is UTF-8. So the controls of the C1 set are U+0080 to U+009F; a byte from 0x80 to 0x9F
  alone is broken text. Of the C1 set, those count that start a sequence or a string, and RI.
- Of the controls, those count that move the cursor or change the character set: BS, HT, LF, CR,
  SO and SI. Vertical tab and form feed are no line ends, as only a line feed ends a line.
- A line feed ends a sequence or a string that was not ended, so that one broken sequence does not
  eat the lines that follow. The diagram would carry it out and go on with the sequence.
- A sequence of MAX_SEQUENCE bytes or more is text, and so is a string that is as long or that
  something else ends than its terminator: it says more to a reader than nothing. No escape stands
  in such a text, and no control of the C1 set counts in it.
- 0x9C ends a string, except where it is a part of another character.
- BEL ends every string, not OSC alone: Buildkite's agent ends its APC so.
- A colon separates parts of one parameter (ECMA-48, 5.4.2); the diagram ignores such a sequence.
- The data of an inline image (OSC 1337;File=…:) has any length, and line ends.
- What could hide text is spelled out: <U+202E>. A byte order mark at a line's start goes. A joiner
  stays where it makes one picture of two.
"""

import re

import characters

MAX_SEQUENCE = 4096
MAX_INTERMEDIATES = 16
MAX_PARAMETERS = 32
MAX_NUMBER = 99999

BEL, LF, CAN, SUB, ESC, DEL = 0x07, 0x0a, 0x18, 0x1a, 0x1b, 0x7f
CONTROLS_THAT_COUNT = b'\b\t\n\r\x0e\x0f'

STRINGS = {']': 'OSC', 'P': 'DCS', '_': 'APC', '^': 'PM', 'X': 'SOS'}
IMAGE = b'1337;File='
IMAGE_DATA = re.compile(rb'[A-Za-z0-9+/=\r\n]*')

# A control sequence as the diagram accepts it; all others are ignored.
SEQUENCE = re.compile(rb'([<=>?]?)([0-9:;]*)([ -/]*)')


def read_parameters(text):
    """'1;2:3;' is [[1], [2, 3], [None]]; there are at most MAX_PARAMETERS numbers."""
    parameters, count = [], 0
    for parameter in text.split(b';') if text else []:
        numbers = [min(int(number), MAX_NUMBER) if number else None
                   for number in parameter.split(b':')]
        numbers = numbers[:MAX_PARAMETERS - count]
        if numbers:
            parameters.append(numbers)
        count += len(numbers)
    return parameters


class Parser:
    """Tells TERMINAL what stands in DATA, by its methods write(), control(), escape(), sequence()
    and string()."""

    def __init__(self, data, terminal):
        self.data = data
        self.terminal = terminal
        self.at = 0
        self.text_until = 0           # no escape and no control of the C1 set counts before
        self.previous = ''            # the last character, if not ASCII
        self.at_line_start = True

    def run(self):
        while self.at < len(self.data):
            byte = self.data[self.at]
            if byte == ESC:
                self.at += 1
                self.take_escape()
            elif byte < 0x20 or byte == DEL:
                self.at += 1
                self.take_control(byte)
            else:
                start = self.at
                character, self.at = characters.decode(self.data, self.at)
                if '\x80' <= character < '\xa0':
                    if start >= self.text_until:
                        self.take_c1(chr(ord(character) - 0x40))
                else:
                    self.take_character(character)

    def take_control(self, byte):
        if byte in CONTROLS_THAT_COUNT:
            self.previous = ''
            self.at_line_start = byte == LF
            self.terminal.control(chr(byte))

    def take_character(self, character):
        if character == characters.BYTE_ORDER_MARK and self.at_line_start:
            return
        joins = character == characters.JOINER and characters.is_picture(self.previous or ' ')
        if characters.is_hidden(character) and not joins:
            for letter in f'<U+{ord(character):04X}>':
                self.terminal.write(letter)
            self.previous = ''
        else:
            self.terminal.write(character)
            self.previous = '' if character < '\x80' else character
        self.at_line_start = False

    def take_text(self, data):
        """Text that came within a string."""
        at = 0
        while at < len(data):
            character, at = characters.decode(data, at)
            if character < ' ' or character == '\x7f':
                self.take_control(ord(character))
            elif not '\x80' <= character < '\xa0':
                self.take_character(character)

    def take_c1(self, letter):
        if letter == '[':
            self.take_sequence(self.at)
        elif letter in STRINGS:
            self.take_string(self.at, STRINGS[letter])
        elif letter == 'M':
            self.terminal.escape('', letter)

    def take_within(self, byte):
        """A control within a sequence. Returns whether the sequence goes on after it."""
        if byte == LF or byte >= 0x80:
            return False
        self.at += 1
        if byte in (CAN, SUB):
            return False
        self.take_control(byte)
        return True

    def take_escape(self):
        intermediates = ''
        while self.at < len(self.data):
            byte = self.data[self.at]
            if byte == ESC:
                self.at += 1
                intermediates = ''
            elif byte < 0x20 or byte >= DEL:
                if not self.take_within(byte):
                    return
            elif byte < 0x30:
                self.at += 1
                intermediates += chr(byte)
                if len(intermediates) > MAX_INTERMEDIATES:
                    return
            else:
                self.at += 1
                self.dispatch_escape(intermediates, chr(byte))
                return

    def dispatch_escape(self, intermediates, final):
        if intermediates == '' and final == '[':
            self.take_sequence(self.at - 1)
        elif intermediates == '' and final in STRINGS:
            self.take_string(self.at - 1, STRINGS[final])
        else:
            self.terminal.escape(intermediates, final)

    def take_sequence(self, start):
        """START is where it starts as text."""
        held = self.data[start:self.at]
        introducer = len(held)
        while self.at < len(self.data):
            byte = self.data[self.at]
            if byte == ESC:
                self.at += 1
                self.take_escape()
                return
            if byte < 0x20 or byte >= DEL:
                if not self.take_within(byte):
                    return
            elif byte < 0x40:
                self.at += 1
                held += bytes([byte])
                if len(held) == MAX_SEQUENCE:
                    self.take_text(held)
                    return
            else:
                self.at += 1
                self.dispatch_sequence(held[introducer:], chr(byte))
                return

    def dispatch_sequence(self, held, final):
        match = SEQUENCE.fullmatch(held)
        if match:
            self.terminal.sequence(match[1].decode(), read_parameters(match[2]), match[3].decode(),
                                   final)

    def take_string(self, start, kind):
        """START is where it starts as text."""
        content = self.at
        while self.at < len(self.data):
            byte = self.data[self.at]
            if byte == BEL:
                self.end_string(kind, content, self.at, self.at + 1)
                return
            if byte == ESC and self.data[self.at + 1:self.at + 2] == b'\\':
                self.end_string(kind, content, self.at, self.at + 2)
                return
            if byte in (ESC, LF, CAN, SUB):
                break
            if byte == 0x9c:
                self.end_string(kind, content, self.at, self.at + 1)
                return
            next_at = self.at + 1
            if byte >= 0x80:
                character, next_at = characters.decode(self.data, self.at)
                if character == '\x9c' and next_at - content < MAX_SEQUENCE:
                    self.end_string(kind, content, self.at, next_at)
                    return
            if next_at - content + 1 >= MAX_SEQUENCE:
                self.at = content + MAX_SEQUENCE - 1
                break
            self.at = next_at
            if byte == ord(':') and kind == 'OSC' and self.data[content:].startswith(IMAGE):
                self.take_image(content)
                return
        self.text_until = self.at
        self.at = start

    def end_string(self, kind, content, end, next_at):
        self.at = next_at
        self.terminal.string(kind, self.data[content:end])

    def take_image(self, content):
        """The data, up to a terminator or to what is no such data."""
        end = self.at
        self.at = IMAGE_DATA.match(self.data, self.at).end()
        rest = self.data[self.at:self.at + 2]
        next_at = self.at + (2 if rest in (b'\x1b\\', b'\xc2\x9c') else
                             1 if rest[:1] in (b'\x07', b'\x9c') else 0)
        self.end_string('OSC', content, end, next_at)
