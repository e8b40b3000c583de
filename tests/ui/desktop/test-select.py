# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is selected in a log, by pointer and keyboard, and where it goes: the primary selection, the clipboard, other
windows, the tracker."""

import re
import time
import urllib.parse

from browser import Browser
from dragging import drag_out, drop_receiver
from program import Program, run_tool
from samples import SAMPLE, large
from session import FOLDER, run_cases, wait_for
from tap import case, same

# The log's measures at its usual size: the section's row, a line's, a character's width, and where numbers and text are.
SECTION, ROW, CELL, GUTTER, TEXT = 24, 19, 9, 20, 72
N_LINES = 300
# GDK 4.8 warns that sway 1.7 moves no menu. What else is complained of is found all the same, at the program's end.
WITH_MENU = {'G_DEBUG': ''}


def numbered(number):
    return f'{number:04} alpha beta gamma delta'


def numbered_log():
    path = FOLDER / 'numbered.log'
    path.write_text(''.join(f'{numbered(number)}\n' for number in range(1, N_LINES + 1)))
    return path


class Log:
    """The log view of a program, at its start."""

    def __init__(self, desktop, program):
        self.desktop = desktop
        self.x, self.y, self.width, self.height = program.area(program.find('text', 'Log'))
        desktop.click(*self.at(2, 0))
        desktop.key('ctrl+Home')
        time.sleep(0.5)

    def at(self, line, column):
        """Left of a character, counted from 0; in the gutter where COLUMN is None."""
        x = GUTTER if column is None else TEXT + column * CELL
        return round(self.x + x), round(self.y + SECTION + (line - 0.5) * ROW)

    def click(self, line, column, presses=1):
        # Not together with the press before.
        time.sleep(0.6)
        self.desktop.click(*self.at(line, column), presses)

    def drag(self, start, end, presses=1):
        time.sleep(0.6)
        self.desktop.drag(self.at(*start), self.at(*end), presses)

    def read(self):
        """The primary selection, once it holds something."""
        return wait_for(lambda: self.desktop.read_clipboard(primary=True), 'a primary selection').decode()

    def wait_for(self, text):
        """What the primary selection gives."""
        found = None
        end = time.monotonic() + 20
        while found != text and time.monotonic() < end:
            found = self.desktop.read_clipboard(primary=True).decode()
        same(found, text)


def lines(first, last):
    return ''.join(f'{numbered(number)}\n' for number in range(first, last + 1))


@case
def by_pointer(desktop):
    with Program(desktop, numbered_log()) as program:
        program.wait_until_loaded('copy-tail')
        log = Log(desktop, program)
        log.drag((3, 5), (3, 10))
        log.wait_for('alpha')
        log.drag((5, 4), (4, 11))
        log.wait_for('beta gamma delta\n0005')
        log.click(7, 12.5, presses=2)
        log.wait_for('beta')
        log.drag((7, 12.5), (8, 6.5), presses=2)
        log.wait_for('beta gamma delta\n0008 alpha')
        log.click(9, 7, presses=3)
        log.wait_for(lines(9, 9))
        log.drag((11, None), (13, None))
        log.wait_for(lines(11, 13))
        log.click(20, 5)
        with desktop.holding('shift'):
            log.click(21, 4)
        log.wait_for('alpha beta gamma delta\n0021')
        desktop.key('ctrl+c')
        program.wait_for_toast('Copied 2 lines')
        same(desktop.read_clipboard(), b'alpha beta gamma delta\n0021')
        # What is pressed and let go is selected no longer.
        log.click(20, 10)
        wait_for(lambda: not program.enabled('copy-selection'), 'nothing to be selected')


@case
def by_keyboard(desktop):
    with Program(desktop, numbered_log()) as program:
        program.wait_until_loaded('copy-tail')
        log = Log(desktop, program)
        for key, text in (('Right', '0'), ('ctrl+Right', '0001'), ('End', numbered(1)), ('Down', lines(1, 1) + numbered(2)),
                          ('Home', lines(1, 1)), ('ctrl+End', lines(1, N_LINES)[:-1])):
            desktop.key(f'shift+{key}')
            log.wait_for(text)
        for key in ('ctrl+Home', 'shift+Page_Down'):
            desktop.key(key)
        page = lines(1, (log.height - SECTION) // ROW)
        wait_for(lambda: page.startswith(log.read()), 'a page')
        desktop.key('Escape')
        wait_for(lambda: not program.enabled('copy-selection'), 'nothing to be selected')
        desktop.key('ctrl+a')
        log.wait_for(lines(1, N_LINES)[:-1])


@case
def beyond_the_edge(desktop):
    """The log scrolls as long as the pointer is there."""
    with Program(desktop, numbered_log()) as program:
        program.wait_until_loaded('copy-tail')
        desktop.resize(1000, 600)
        time.sleep(1)
        log = Log(desktop, program)
        x, y = log.at(3, 0)
        time.sleep(0.6)
        desktop.move(x, y)
        desktop.press()
        for step in range(20):
            desktop.move(x, y + (log.y + log.height + 40 - y) * step // 19)
            time.sleep(0.03)
        time.sleep(2)
        desktop.release()
        wait_for(lambda: program.enabled('copy-selection'), 'a selection')
        found = log.read()
        assert lines(3, N_LINES).startswith(found), found
        assert found.count('\n') > log.height // ROW, found.count('\n')


@case
def menu(desktop):
    with Program(desktop, numbered_log(), environment=WITH_MENU) as program:
        program.wait_until_loaded('copy-tail')
        log = Log(desktop, program)
        log.drag((3, None), (4, None))
        log.wait_for(lines(3, 4))
        desktop.click(*log.at(4, 6), button='right')
        for name in ('Copy', 'Copy as Markdown', 'Copy with Line Numbers', 'Copy from Here to the End', 'Select All',
                     'Start Tail Here', 'Search Tracker for This'):
            program.find('menu item', name)
        time.sleep(0.5)
        desktop.screenshot('log-menu')
        desktop.key('m')
        program.wait_for_toast('Copied 2 lines as Markdown')
        same(desktop.read_clipboard().decode(), f'```\n{lines(3, 4)}```\n')
        desktop.key('shift+F10')
        time.sleep(0.5)
        desktop.key('n')
        program.wait_for_toast('Copied 2 lines with line numbers')
        same(desktop.read_clipboard().decode(), f'3  {numbered(3)}\n4  {numbered(4)}\n')
        for key in ('ctrl+Home', *9 * ['Down'], 'Menu'):
            desktop.key(key)
        time.sleep(0.5)
        desktop.key('e')
        program.wait_for_toast('Copied 291 lines')
        same(desktop.read_clipboard().decode(), lines(10, N_LINES))


@case
def search_of_the_tracker(desktop):
    browser = Browser()
    with Program(desktop, numbered_log(), environment=WITH_MENU) as program:
        program.wait_until_loaded('copy-tail')
        log = Log(desktop, program)
        log.click(5, 12.5, presses=2)
        log.wait_for('beta')
        desktop.key('shift+F10')
        time.sleep(0.5)
        desktop.key('r')
        address = urllib.parse.urlsplit(browser.wait_for_address())
        same(urllib.parse.parse_qs(address.query)['q'], ['is:issue "beta"'])
        assert re.fullmatch('/[^/]+/[^/]+/issues', address.path), address


@case
def dragged_out(desktop):
    with Program(desktop, SAMPLE) as program:
        program.wait_until_loaded()
        desktop.resize(1000, 640)
        time.sleep(1)
        failure = program.middle(program.find('list item', '1 of'))
        log = Log(desktop, program)
        clean = run_tool('clean', '--mask', SAMPLE).decode()
        with drop_receiver(desktop) as received:
            # Some of them may be folded, and are selected with the others.
            log.drag((2, None), (4, None))
            wait_for(lambda: program.enabled('copy-selection'), 'a selection')
            chosen = log.read()
            assert chosen.count('\n') >= 3 and chosen in clean, chosen
            time.sleep(0.6)
            drag_out(desktop, log.at(3, 1))
            wait_for(received.exists, 'the selection')
            same(received.read_text(), chosen)
            # It is still selected.
            assert program.enabled('copy-selection')
            received.unlink()
            drag_out(desktop, failure)
            wait_for(received.exists, 'the failure')
            dragged = received.read_text()
        same(program.copy('copy-failure').decode(), dragged)


@case
def dragged_within(desktop):
    """What is dropped on its own window is not opened as a log."""
    with Program(desktop, numbered_log()) as program:
        program.wait_until_loaded('copy-tail')
        log = Log(desktop, program)
        log.drag((2, None), (4, None))
        log.wait_for(lines(2, 4))
        log.drag((3, 6), (12, 14))
        time.sleep(1)
        assert program.enabled('copy-selection')
        same(program.tabs(), ['numbered.log'])
        log.wait_for(lines(2, 4))


@case
def many_lines(desktop):
    log = large('twenty.log', 20)
    with Program(desktop, log) as program:
        program.wait_until_loaded('copy-tail', 200)
        view = Log(desktop, program)
        desktop.key('ctrl+a')
        wait_for(lambda: program.enabled('copy-selection'), 'a selection')
        same(len(view.read().encode()), log.stat().st_size - 1)
        desktop.key('ctrl+c')
        wait_for(lambda: len(desktop.read_clipboard()) == log.stat().st_size - 1, 'all of it')
        assert view.height > 0
    log.unlink()


run_cases()
