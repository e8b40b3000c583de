# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What each control function does to the screen.

The names are those of ECMA-48 and of xterm's list. Sequences that only change how text looks, what
the keyboard sends or what the terminal answers do nothing here. As in xterm, a number that a
function does not know makes it do nothing, and a missing or a zero count is one.
"""

import characters
import elements
from parser import Parser
from screen import ROW_LIMIT, Screen

# DEC's special graphics: from underscore to tilde (vt100.net/docs/vt220-rm/table2-4.html).
GRAPHICS = dict(zip(map(chr, range(0x5f, 0x7f)), ' ◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·'))


class Terminal:
    def __init__(self, data):
        self.screen = Screen()
        self.graphics = [False, False]   # whether the sets G0 and G1 are line drawing
        self.set = 0                     # which of them is in use
        self.is_exact = True             # no character came that Python's tables do not know
        self.used = set()                # names of what not every terminal does
        if len(data) > ROW_LIMIT - 200 and not data.isascii():
            self.used.add('long-rows')
        self.parser = Parser(data, self)
        self.parser.run()

    def write(self, character):
        self.is_exact = self.is_exact and characters.is_known(character)
        if self.graphics[self.set]:
            character = GRAPHICS.get(character, character)
        if characters.width(character) == 0 and not self.screen.is_after_text():
            self.used.add('lone-marks')
        self.screen.write(character)

    def control(self, control):
        screen = self.screen
        if control == '\n':
            screen.line_feed()
        elif control == '\r':
            screen.column = 0
        elif control == '\t':
            screen.tab()
        elif control == '\b':
            screen.move_columns(-1)
        else:
            self.set = 1 if control == '\x0e' else 0

    def escape(self, intermediates, final):
        screen = self.screen
        function = intermediates + final
        if intermediates[:1] in ('(', ')') and intermediates[1:]:
            self.used.add('intermediates')
        if intermediates in ('(', ')'):
            self.graphics[intermediates == ')'] = final == '0'
        elif function == '7':
            screen.save()
        elif function == '8':
            screen.restore()
        elif function == 'D':            # IND
            screen.index()
        elif function == 'E':            # NEL
            screen.line_feed()
        elif function == 'M':            # RI
            screen.move_rows(-1)
        elif function == 'c':            # RIS
            self.used.add('clear')
            self.graphics = [False, False]
            self.set = 0
            screen.clear()
            screen.column = 0
            screen.saved = (0, 0)

    def sequence(self, prefix, parameters, intermediates, final):
        erases = prefix == '?' and final in 'JK'         # DECSED and DECSEL
        if intermediates or (prefix and not erases):
            return
        function = getattr(self, 'do_' + FUNCTIONS.get(final, 'nothing'))
        function(parameters)

    # Control sequences. A parameter is a list of its parts.

    def do_nothing(self, parameters):
        pass

    def do_CUU(self, parameters):
        self.screen.move_rows(-count(parameters))

    def do_CUD(self, parameters):
        self.screen.move_rows(count(parameters))

    def do_CUF(self, parameters):
        self.screen.move_columns(count(parameters))

    def do_CUB(self, parameters):
        self.screen.move_columns(-count(parameters))

    def do_CNL(self, parameters):
        self.screen.move_rows(count(parameters))
        self.screen.column = 0

    def do_CPL(self, parameters):
        self.screen.move_rows(-count(parameters))
        self.screen.column = 0

    def do_CHA(self, parameters):
        self.screen.set_column(count(parameters) - 1)

    def do_CUP(self, parameters):
        self.screen.set_position(count(parameters) - 1, count(parameters, 1) - 1)

    def do_VPA(self, parameters):
        self.screen.set_position(count(parameters) - 1, self.screen.column)

    def do_ED(self, parameters):
        what = number(parameters)
        if what in (2, 3):
            self.used.add('clear')
            self.screen.clear()
        elif what < 2:
            self.screen.erase_in_display(what)
        else:
            self.used.add('unknown-numbers')

    def do_EL(self, parameters):
        if number(parameters) <= 2:
            self.screen.erase_in_line(number(parameters))
        else:
            self.used.add('unknown-numbers')

    def do_ECH(self, parameters):
        self.screen.erase_characters(count(parameters))

    def do_ICH(self, parameters):
        self.screen.insert_characters(count(parameters))

    def do_DCH(self, parameters):
        self.screen.delete_characters(count(parameters))

    def do_IL(self, parameters):
        self.screen.insert_lines(count(parameters))

    def do_DL(self, parameters):
        self.screen.delete_lines(count(parameters))

    def do_SU(self, parameters):
        self.screen.scroll_up(count(parameters))

    def do_SD(self, parameters):
        if len(parameters) < 2:          # with more it tracks the mouse
            self.screen.scroll_down(count(parameters))
        else:
            self.used.add('mouse')

    def do_SCOSC(self, parameters):
        self.screen.save()

    def do_SCORC(self, parameters):
        self.screen.restore()

    def string(self, kind, content):
        if kind != 'OSC':
            return
        element = elements.parse(content)
        if element is None:
            return
        screen = self.screen
        if element.is_image and screen.column > 0:
            screen.line_feed()
        self.parser.take_text(element.text)
        if element.is_image:
            screen.line_feed()


FUNCTIONS = {
    'A': 'CUU', 'B': 'CUD', 'C': 'CUF', 'D': 'CUB', 'E': 'CNL', 'F': 'CPL', 'G': 'CHA', 'H': 'CUP',
    'J': 'ED', 'K': 'EL', 'L': 'IL', 'M': 'DL', 'P': 'DCH', 'S': 'SU', 'T': 'SD', 'X': 'ECH',
    '@': 'ICH', '`': 'CHA', 'a': 'CUF', 'd': 'VPA', 'e': 'CUD', 'f': 'CUP', 's': 'SCOSC',
    'u': 'SCORC',
}


def number(parameters, index=0):
    """The first part of a parameter, 0 where it is missing."""
    return (parameters[index][0] or 0) if index < len(parameters) else 0


def count(parameters, index=0):
    return max(number(parameters, index), 1)


def to_text(terminal):
    return ''.join(line + '\n' for line in terminal.screen.finish()).encode()


def clean(data):
    """The log DATA as UTF-8."""
    return to_text(Terminal(data))
