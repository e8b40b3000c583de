# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The window without a pointer: by its keys, and by the names of what is in it."""

import controls
from session import wait_for

# GDK 4.8 warns that sway 1.7 moves no menu. What else is complained of is found all the same, at the program's end.
WITH_MENU = {'G_DEBUG': ''}


class Window:
    """What of it has the keyboard."""

    def __init__(self, desktop, program):
        self.desktop = desktop
        self.program = program

    def items(self):
        return list(self.program.tree.items())

    def focus(self):
        return wait_for(lambda: controls.focused(self.items()), 'something to have the keyboard')

    def find(self, role, name):
        return wait_for(lambda: controls.find(self.items(), role, name), f'{role} {name}')

    def press(self, name):
        controls.press(self.program, self.items(), name)

    def wait_until_closed(self, name):
        """The menu with that item: until it has gone, sway gives it the keys."""
        def gone():
            items = self.items()
            return items and controls.find(items, 'menu item', name) is None
        wait_for(gone, f'{name} to go')

    def go(self, role, words, key='F6', most=14):
        """Presses the key until that has the keyboard."""
        for _ in range(most):
            found = self.focus()
            if found is not None and found.role in controls.roles_like(role) and words in found.name:
                return found
            self.desktop.key(key)
        raise AssertionError(f'no {role} {words} by {key}, but {self.focus()}')

    def line(self):
        """The one that the log's cursor is in."""
        return int(self.find('text', 'Log').description.split(', ')[0].replace(',', ''))

    def title(self):
        self.press('Copy Title')
        self.program.wait_for_toast('Copied title')
        return self.desktop.read_clipboard().decode()

    def wait_for_line(self, line):
        wait_for(lambda: self.line() == line, f'line {line}, not {self.line()}')
