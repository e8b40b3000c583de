# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The screen as a grid of cells: slow, and as plain as it can be.

What a terminal does is ECMA-48's and xterm's (invisible-island.net/xterm/ctlseqs). A log is read by
people, later, and as a whole; where that needs something else it is this:

- The window is ROWS rows; what scrolls out of it at the top is in the log for good.
- A row has no right margin, as only a line feed ends a line: text goes on beyond the window's last
  column. The cursor's own movements to the right, and those to another row, end in that column.
- A row holds ROW_LIMIT columns. What goes beyond is the next row, of the same line, so that a line
  of any length has its place in the window.
- A row that nothing was written into and that the cursor did not leave by a line feed does not
  exist: moving the cursor down and scrolling make no empty lines.
- A character that is cut in two becomes blanks.
- What is erased up to a row's end makes the row shorter. It leaves no blanks at the end of a line.
- A mark that combines stands on the character to its left, or on a blank there; in the first column
  it takes a cell of its own.
- A tab after a row's text is text itself, so that indented lines can be copied; within the text it
  moves the cursor.
- Where a program's screen starts in the log nobody knows, since each command of a job has a
  terminal of its own. So a position that names a row is the next row, in the named column, and what
  is there stays; where the row has no text yet, it is that row. After the program cleared its
  screen it is known: the named row of it, until its first row scrolls out.
- Clearing the screen erases nothing from the log: what is on it scrolls out, as with VTE and kitty.
  The cursor is in the first row then, in the column where it was; so is a saved one.
- Once a program sets tab stops, a tab only moves the cursor, as far as the window's last column.
- A character is repeated as often as the window is wide at most.
"""

import characters

ROWS = 100
COLUMNS = 160
ROW_LIMIT = 8192
TAB = 8

BLANK = ' '
REST = ''      # of a character that has several cells


class Row:
    def __init__(self):
        self.cells = []           # the character of each, with the marks on it
        self.continued = False    # the next row is a part of the same line

    def cut(self, column):
        """Makes sure that no character stands on both sides of COLUMN's left edge."""
        if column >= len(self.cells) or self.cells[column] != REST:
            return
        start = column
        while self.cells[start] == REST:
            start -= 1
        end = column
        while end < len(self.cells) and self.cells[end] == REST:
            end += 1
        self.cells[start:end] = [BLANK] * (end - start)

    def fill(self, end):
        while len(self.cells) < end:
            self.cells.append(BLANK)

    def put(self, column, character, width):
        self.fill(column)
        self.cut(column)
        self.cut(column + width)
        self.cells[column:column + width] = [character] + [REST] * (width - 1)

    def put_mark(self, column, mark):
        """On the character before COLUMN."""
        self.fill(column)
        column -= 1
        while self.cells[column] == REST:
            column -= 1
        self.cells[column] += mark

    def erase(self, start, end):
        end = min(end, len(self.cells))
        if start >= end:
            return
        self.cut(start)
        self.cut(end)
        if end == len(self.cells):
            del self.cells[start:]
            self.end_empty()
        else:
            self.cells[start:end] = [BLANK] * (end - start)

    def insert(self, column, count):
        if column >= len(self.cells):
            return
        count = min(count, COLUMNS, ROW_LIMIT - len(self.cells))
        if count <= 0:
            return
        self.cut(column)
        self.cells[column:column] = [BLANK] * count

    def delete(self, column, count):
        self.cut(column)
        self.cut(column + count)
        del self.cells[column:column + count]
        self.end_empty()

    def end_empty(self):
        """A row without text goes on in no other."""
        self.continued = self.continued and bool(self.cells)


class TabStops:
    def __init__(self):
        self.columns = set(range(0, COLUMNS, TAB))
        self.are_own = False      # whether the program set any

    def set(self, column):
        self.are_own = True
        if column < COLUMNS:
            self.columns.add(column)

    def clear(self, columns):
        self.are_own = True
        self.columns -= set(columns)

    def after(self, column):
        stops = [stop for stop in self.columns if stop > column]
        return max(column, min(stops, default=COLUMNS - 1))

    def before(self, column):
        return max([stop for stop in self.columns if stop < column], default=0)


class Screen:
    def __init__(self):
        self.stops = TabStops()
        self.log = []             # rows that scrolled out
        self.window = []          # those rows of the window that exist
        self.row = 0
        self.column = 0
        self.is_known = False     # whether the window's first row is the program's too
        self.saved = None         # row and column

    def here(self):
        """The cursor's row, which exists from now on."""
        while len(self.window) <= self.row:
            self.window.append(Row())
        return self.window[self.row]

    def peek(self):
        """The same, but a row that does not exist is none."""
        return self.window[self.row] if self.row < len(self.window) else Row()

    def scroll(self):
        if self.window:
            self.log.append(self.window.pop(0))
            self.is_known = False

    # Text

    def write(self, character):
        width = characters.width(character)
        if width == 0 and self.column > 0:
            self.here().put_mark(self.column, character)
        else:
            self.write_cells(character, max(width, 1))

    def write_cells(self, character, width):
        if self.column + width > ROW_LIMIT:
            self.here().continued = True
            self.index()
            self.column = 0
        self.here().put(self.column, character, width)
        self.column += width

    def repeat(self, character, count):
        for _ in range(min(count, COLUMNS)):
            self.write(character)

    def tab(self):
        if self.stops.are_own:
            self.column = self.stops.after(self.column)
            return
        width = TAB - self.column % TAB
        if self.column >= len(self.here().cells):
            self.write_cells('\t', width)
        else:
            self.column += width

    # Movements

    def index(self):
        self.here()
        self.row += 1
        if self.row == ROWS:
            self.scroll()
            self.row -= 1

    def reverse_index(self):
        if self.row == 0:
            self.scroll_down(1)
        else:
            self.move_rows(-1)

    def line_feed(self):
        self.here().continued = False
        self.index()
        self.column = 0

    def move_columns(self, count):
        if count < 0:
            self.column = max(self.column + count, 0)
        elif self.column < COLUMNS:
            self.column = min(self.column + count, COLUMNS - 1)

    def move_rows(self, count):
        self.row = min(max(self.row + count, 0), ROWS - 1)
        self.column = min(self.column, COLUMNS - 1)

    def set_column(self, column):
        self.column = min(column, COLUMNS - 1)

    def move_tabs(self, count):
        for _ in range(count):
            self.column = self.stops.after(self.column)
        for _ in range(-count):
            self.column = self.stops.before(self.column)

    def set_position(self, row, column):
        if self.is_known:
            self.row = min(row, ROWS - 1)
        elif self.peek().cells:
            self.index()
        self.set_column(column)

    def save(self):
        self.saved = (self.row, self.column)

    def restore(self):
        if self.saved:
            self.row, self.column = self.saved
        else:
            self.set_position(0, 0)

    # Changes

    def erase_in_line(self, what):
        row = self.peek()
        row.erase(*{0: (self.column, ROW_LIMIT), 1: (0, self.column + 1), 2: (0, ROW_LIMIT)}[what])

    def erase_in_display(self, what):
        self.erase_in_line(what)
        for number, row in enumerate(self.window):
            if (what == 0 and number > self.row) or (what == 1 and number < self.row):
                row.erase(0, ROW_LIMIT)

    def clear(self):
        column = self.column
        self.finish()
        self.column = column
        self.is_known = True
        if self.saved:
            self.saved = (0, self.saved[1])

    def erase_characters(self, count):
        self.peek().erase(self.column, self.column + count)

    def insert_characters(self, count):
        self.peek().insert(self.column, count)

    def delete_characters(self, count):
        self.peek().delete(self.column, count)

    def insert_lines(self, count):
        if self.row < len(self.window):
            self.insert_rows(self.row, count)
        self.column = 0

    def delete_lines(self, count):
        del self.window[self.row:self.row + count]
        self.column = 0

    def scroll_up(self, count):
        for _ in range(min(count, ROWS)):
            self.scroll()

    def scroll_down(self, count):
        self.insert_rows(0, count)

    def insert_rows(self, at, count):
        """What they push out of the window at its bottom is gone."""
        self.window[at:at] = [Row() for _ in range(min(count, ROWS))]
        del self.window[ROWS:]

    # The end

    def drop_empty_rows(self):
        """Of those from the cursor's on. The cursor's row counts only if it has text."""
        while len(self.window) > self.row and not self.window[-1].cells:
            self.window.pop()

    def finish(self):
        self.drop_empty_rows()
        while self.window:
            self.scroll()
        self.row = 0
        self.column = 0


class AlternateScreen(Screen):
    """Is known, is cleared without a scrollback, and goes when it is left. What scrolls out of it
    stays, as it may be all that is left of a program that broke off: it follows what the main
    screen shows then.
    """

    def __init__(self, main):
        super().__init__()
        self.main = main
        self.log = main.log
        self.is_known = True

    def scroll(self):
        self.main.finish()
        super().scroll()
        self.is_known = True

    def clear(self):
        for row in self.window:
            row.erase(0, ROW_LIMIT)
