# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What each control function does to the screen.

The names are those of ECMA-48 and of xterm's list. Sequences that only change how text looks, what
the keyboard sends or what the terminal answers do nothing here. As in xterm, a number that a
function does not know makes it do nothing, and a missing or a zero count is one.

Where a log needs something else it is this:

- What is drawn on the alternate screen is gone when that is left, and the cursor is where it was.
  If it is never left it is a part of the log: the program broke off.
- Below a scroll region stands a status line, such as apt's progress bar. When the cursor is
  positioned there, nothing counts until it is restored or positioned elsewhere, or a line ends; the
  rows of the region itself are not known, so that it does nothing else.
- Concealed text is text as any other, as a reader wants to see what is there.
"""

import characters
import elements
from parser import Parser
from screen import COLUMNS, ROW_LIMIT, AlternateScreen, Screen, TabStops

# DEC's special graphics: from underscore to tilde (vt100.net/docs/vt220-rm/table2-4.html).
GRAPHICS = dict(zip(map(chr, range(0x5f, 0x7f)), ' ◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·'))


class Terminal:
    def __init__(self, data):
        self.main = Screen()
        self.alternate = None
        self.graphics = [False, False]   # whether the sets G0 and G1 are line drawing
        self.set = 0                     # which of them is in use
        self.bottom = 0                  # the scroll region's last row, from 1, or 0
        self.in_status_line = False
        self.last = ''                   # the character that a repetition would repeat
        # Whether there is one result: what no standard says, or no table of Python's, may differ.
        # A row that has marks or other characters than ASCII's may be full after ROW_LIMIT bytes.
        self.is_exact = len(data) * 3 < ROW_LIMIT or \
            (data.isascii() and b'(0' not in data and b')0' not in data)
        self.parser = Parser(data, self)
        self.parser.run()

    @property
    def screen(self):
        return self.alternate or self.main

    def write(self, character):
        self.is_exact = self.is_exact and characters.is_known(character)
        if self.in_status_line:
            return
        if self.graphics[self.set]:
            character = GRAPHICS.get(character, character)
        self.last = character
        self.screen.write(character)

    def control(self, control):
        screen = self.screen
        self.last = ''
        if control == '\x0e' or control == '\x0f':
            self.set = 1 if control == '\x0e' else 0
        elif control == '\n':
            self.in_status_line = False
            screen.line_feed()
        elif self.in_status_line:
            return
        elif control == '\r':
            screen.column = 0
        elif control == '\t':
            screen.tab()
        elif control == '\b':
            screen.move_columns(-1)

    def escape(self, intermediates, final):
        self.last = ''
        if intermediates in ('(', ')'):
            self.graphics[intermediates == ')'] = final == '0'
        elif intermediates + final in ESCAPES:
            if not self.in_status_line or final in '8c':
                getattr(self, 'do_' + ESCAPES[final])([])

    def sequence(self, prefix, parameters, intermediates, final):
        if final != 'b':
            self.last = ''
        name = prefix + intermediates + final
        if final != 'm' and any(len(parameter) > 1 for parameter in parameters):
            self.is_exact = False
        if name in PRIVATE:
            getattr(self, 'do_' + PRIVATE[name])(parameters)
        elif name in FUNCTIONS and (not self.in_status_line or final in 'Hfdur'):
            getattr(self, 'do_' + FUNCTIONS[name])(parameters)

    def set_position(self, row, column):
        """ROW counts from 0."""
        self.in_status_line = 0 < self.bottom <= row
        if not self.in_status_line:
            self.screen.set_position(row, column)

    def enter_alternate(self):
        if self.alternate is None:
            self.alternate = AlternateScreen(self.main)

    def leave_alternate(self):
        self.alternate = None

    # A parameter is a list of its parts.

    def do_DECSC(self, _parameters):
        self.screen.save()

    def do_DECRC(self, _parameters):
        self.in_status_line = False
        self.screen.restore()

    def do_IND(self, _parameters):
        self.screen.index()

    def do_NEL(self, _parameters):
        self.screen.line_feed()

    def do_RI(self, _parameters):
        self.screen.reverse_index()

    def do_HTS(self, _parameters):
        self.screen.stops.set(self.screen.column)

    def do_RIS(self, _parameters):
        self.leave_alternate()
        self.graphics = [False, False]
        self.set = 0
        self.bottom = 0
        self.in_status_line = False
        self.main.stops = TabStops()
        self.main.clear()
        self.main.column = 0
        self.main.saved = None

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
        self.set_position(count(parameters) - 1, count(parameters, 1) - 1)

    def do_VPA(self, parameters):
        self.set_position(count(parameters) - 1, self.screen.column)

    def do_CHT(self, parameters):
        self.screen.move_tabs(count(parameters))

    def do_CBT(self, parameters):
        self.screen.move_tabs(-count(parameters))

    def do_TBC(self, parameters):
        what = number(parameters)
        if what == 0:
            self.screen.stops.clear([self.screen.column])
        elif what == 3:
            self.screen.stops.clear(range(COLUMNS))

    def do_REP(self, parameters):
        if self.last == '' or characters.width(self.last) == 0:
            self.is_exact = False
        else:
            self.screen.repeat(self.last, count(parameters))

    def do_DECSTBM(self, parameters):
        bottom = number(parameters, 1)
        if bottom == 0 or bottom > count(parameters):
            self.bottom = bottom
            self.in_status_line = False

    def do_DECSET(self, parameters):
        for mode in parameters:
            if mode[0] in (47, 1047, 1049):
                self.enter_alternate()
            elif mode[0] == 1048:
                self.screen.save()

    def do_DECRST(self, parameters):
        for mode in parameters:
            if mode[0] in (47, 1047, 1049):
                self.leave_alternate()
            elif mode[0] == 1048:
                self.screen.restore()

    def do_ED(self, parameters):
        what = number(parameters)
        if what in (2, 3):
            self.screen.clear()
        elif what < 2:
            self.screen.erase_in_display(what)

    def do_EL(self, parameters):
        if number(parameters) <= 2:
            self.screen.erase_in_line(number(parameters))

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

    def do_SCOSC(self, parameters):
        if not parameters:               # with some it sets margins
            self.screen.save()

    def string(self, kind, content):
        self.show_string(kind, content)
        self.last = ''

    def show_string(self, kind, content):
        if kind != 'OSC':
            return
        element = elements.parse(content)
        if element is None or self.in_status_line:
            return
        screen = self.screen
        if element.is_image and screen.column > 0:
            screen.line_feed()
        self.parser.take_text(element.text)
        if element.is_image:
            screen.line_feed()


ESCAPES = {
    '7': 'DECSC', '8': 'DECRC', 'D': 'IND', 'E': 'NEL', 'H': 'HTS', 'M': 'RI', 'c': 'RIS',
}
FUNCTIONS = {
    'A': 'CUU', 'B': 'CUD', 'C': 'CUF', 'D': 'CUB', 'E': 'CNL', 'F': 'CPL', 'G': 'CHA', 'H': 'CUP',
    'I': 'CHT', 'J': 'ED', 'K': 'EL', 'L': 'IL', 'M': 'DL', 'P': 'DCH', 'S': 'SU', 'T': 'SD',
    'X': 'ECH', 'Z': 'CBT', '@': 'ICH', '`': 'CHA', 'a': 'CUF', 'b': 'REP', 'd': 'VPA', 'e': 'CUD',
    'f': 'CUP', 'g': 'TBC', 'j': 'CUB', 'k': 'CUU', 'r': 'DECSTBM', 's': 'SCOSC', 'u': 'DECRC',
    '?J': 'ED', '?K': 'EL',
}
# These count in a status line too.
PRIVATE = {'?h': 'DECSET', '?l': 'DECRST'}


def number(parameters, index=0):
    """The first part of a parameter, 0 where it is missing."""
    return (parameters[index][0] or 0) if index < len(parameters) else 0


def count(parameters, index=0):
    return max(number(parameters, index), 1)


def to_text(terminal):
    """The log's lines, each with a line end."""
    terminal.main.finish()
    if terminal.alternate:
        terminal.alternate.finish()
    text = ''.join(''.join(row.cells) + ('' if row.continued else '\n')
                   for row in terminal.main.log)
    return (text if text.endswith('\n') or text == '' else text + '\n').encode()


def clean(data):
    """The log DATA as UTF-8."""
    return to_text(Terminal(data))
